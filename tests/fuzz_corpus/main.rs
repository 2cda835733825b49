//! The corpora of `fuzz/`, replayed: what once was a finding, or shows a case, stays a test.

#![allow(unreachable_pub, reason = "it is the library of the fuzz targets")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a property that does not hold panics"
)]

use std::{fs, path::Path};

#[path = "../../fuzz/src/reading.rs"]
mod reading;
#[path = "../../fuzz/src/senders.rs"]
mod senders;

/// Compiles a target's property, and runs it over every file of its corpus.
macro_rules! replay {
    ($($target:ident = $path:literal),+ $(,)?) => {
        $(#[path = $path]
        mod $target;)+

        $(#[test]
        fn $target() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(stringify!($target));
            let mut files = 0;
            for entry in fs::read_dir(&folder).expect("a corpus") {
                let data = fs::read(entry.expect("an entry").path()).expect("a file");
                $target::check(&data);
                files += 1;
            }
            assert!(files >= 5, "{} has {files} files", folder.display());
        })+
    };
}

replay! {
    chunks = "../../fuzz/src/chunks.rs",
    declared = "../../fuzz/src/declared.rs",
    decode = "../../fuzz/src/decode.rs",
    ecmascript = "../../fuzz/src/ecmascript.rs",
    endpoint = "../../fuzz/src/endpoint.rs",
    forms = "../../fuzz/src/forms.rs",
    headers = "../../fuzz/src/headers.rs",
    keys = "../../fuzz/src/keys.rs",
    locate = "../../fuzz/src/locate.rs",
    templates = "../../fuzz/src/templates.rs",
    timestamps = "../../fuzz/src/timestamps.rs",
    tokens = "../../fuzz/src/tokens.rs",
}
