//! The examples in the documentation of the core name the crate that applications depend on.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn examples_of_the_core_show_webhook_kit() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("webhook-core/src"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        for (number, line) in fs::read_to_string(&file).expect("a file").lines().enumerate() {
            let text = line.trim_start();
            let Some(text) = text.strip_prefix("///").or_else(|| text.strip_prefix("//!")) else {
                continue;
            };
            // What a reader does not see makes `webhook_kit` of it.
            if text.contains("webhook_core") && text.trim() != "# use webhook_core as webhook_kit;"
            {
                wrong.push(format!("{}:{}: {text}", file.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "applications have no `webhook_core`:\n{}", wrong.join("\n"));
}
