//! `tests/README.md` is the map of the tests: every folder is on it, and what is on it exists.

use std::{fs, path::Path};

const PAGE: &str = include_str!("../README.md");

#[test]
fn every_folder_of_tests_is_on_the_map() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing = Vec::new();
    for (folder, link) in [("tests", ""), ("webhook-core/tests", "../webhook-core/tests/")] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() && !PAGE.contains(&format!("]({link}{name})")) {
                missing.push(format!("{folder}/{name}"));
            }
        }
    }
    assert!(missing.is_empty(), "tests/README.md says nothing of {missing:?}");
}

#[test]
fn every_link_of_the_map_leads_somewhere() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let links = PAGE.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let broken: Vec<&str> = links.filter(|link| !tests.join(link).exists()).collect();
    assert!(broken.is_empty(), "{broken:?}");
}
