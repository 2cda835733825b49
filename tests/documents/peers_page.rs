//! The table of `docs/peers.md`: every test that it names is one.

use std::{collections::BTreeSet, fs, path::Path};

const TABLE: &str = include_str!("../../docs/peers.md");

/// The names in the last column of the table: `folder::module::test`, or `module::test` of `tests/hostile`.
fn named() -> BTreeSet<&'static str> {
    let rows = TABLE.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| defect"));
    rows.filter_map(|row| row.trim_end_matches(['|', ' ']).rsplit('|').next())
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
}

/// Whether a file has a function of this name under a test's attribute.
fn has_test(file: &str, name: &str) -> bool {
    let mut lines = file.lines();
    let mut is_test = false;
    lines.any(|line| {
        let line = line.trim();
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
            return false;
        }
        let is_it = is_test
            && (line.starts_with(&format!("fn {name}("))
                || line.starts_with(&format!("async fn {name}(")));
        is_test = is_test && line.starts_with("#[");
        is_it
    })
}

#[test]
fn every_test_that_the_table_names_exists() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let named = named();
    for name in &named {
        let mut path: Vec<&str> = name.split("::").collect();
        let test = path.pop().expect("`module::test`");
        let file = match path[..] {
            ["ui" | "tracing"] => tests.join(path[0]).join("main.rs"),
            [module] => tests.join("hostile").join(format!("{module}.rs")),
            _ => tests.join(path.join("/")).with_extension("rs"),
        };
        let source = fs::read_to_string(&file).expect(name);
        assert!(has_test(&source, test), "`{name}` is in the table and is no test");
    }
    assert!(named.len() > 40, "the table names {} tests", named.len());
}

#[test]
fn every_row_of_the_table_names_a_test() {
    let rows = TABLE.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| defect"));
    let mut count = 0;
    for row in rows {
        let last = row.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap_or_default();
        assert!(last.contains('`') || last.contains("not ours:"), "{row}");
        count += 1;
    }
    assert!(count > 35, "{count} rows");
}
