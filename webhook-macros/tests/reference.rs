//! `src/reference.md`, the documentation of `#[derive(Provider)]`, is written from the table of the
//! language. `WEBHOOK_BLESS=1` writes it; this test fails where it is stale.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::{env, fs, path::Path};

use webhook_grammar::{Declaration, reference};

#[test]
fn the_reference_is_the_table() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reference.md");
    let written = reference();
    if env::var_os("WEBHOOK_BLESS").is_some() {
        fs::write(&file, &written).expect("a file");
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == written,
        "src/reference.md is stale: WEBHOOK_BLESS=1 cargo test -p webhook-macros --test reference"
    );
}

/// The examples of the derive's documentation, which run, show every key of a declaration.
#[test]
fn every_key_is_in_an_example_that_runs() {
    let source = include_str!("../src/provider.md");
    for word in Declaration::<()>::TABLE.words {
        let is_used = source.contains(&format!("{} = ", word.name))
            || source.contains(&format!("{}(", word.name));
        assert!(is_used, "`{}` is in no example of src/provider.md", word.name);
    }
}
