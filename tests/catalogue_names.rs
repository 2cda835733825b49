//! The catalogue's names stand in four places, because macros know no crate and features no module.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::{collections::BTreeSet, fs, path::Path};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// What stands between two texts on each line that has both.
fn between(text: &str, before: &str, after: &str) -> BTreeSet<String> {
    text.lines()
        .filter_map(|line| line.trim().strip_prefix(before)?.split_once(after))
        .map(|(name, _)| name.replace('_', "-"))
        .collect()
}

#[test]
fn every_provider_is_named_everywhere() {
    let modules = between(&read("webhook-providers/src/lib.rs"), "pub mod ", ";");
    assert!(modules.contains("fincra"));

    let macros = read("webhook-macros/src/catalogue.rs");
    let (_, list) = macros.split_once("NAMES: &[&str] = &[").expect("the list");
    let (list, _) = list.split_once("];").expect("its end");
    let known: BTreeSet<String> = list
        .split(',')
        .map(|name| name.trim().trim_matches('"').to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(known, modules, "webhook-macros/src/catalogue.rs");

    let manifest = read("webhook-providers/Cargo.toml");
    let (_, features) = manifest.split_once("[features]").expect("features");
    let (features, _) = features.split_once("[dependencies]").expect("their end");
    assert_eq!(between(features, "", " ="), modules, "webhook-providers/Cargo.toml");

    let manifest = read("Cargo.toml");
    for name in &modules {
        let feature = format!("{name} = [\"webhook-providers/{name}\"]");
        assert!(manifest.contains(&feature), "Cargo.toml: {feature}");
    }
}
