//! `docs/compiler.md`, what the compiler will tell you, is made of the cases of `tests/ui`: it shows
//! what was recorded there, and this test fails when it does not. `WEBHOOK_BLESS=1` writes it.

#![allow(clippy::expect_used, reason = "a test that cannot read its files fails")]

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

const HEAD: &str = "\
# What the compiler will tell you

Every mistake that the macros know, as the compiler reports it. Written by `tests/compiler_page.rs` from the
recorded cases in `tests/ui`: change those, then run `WEBHOOK_BLESS=1 cargo test --test compiler_page`.

";

const MACROS: &[(&str, &str)] = &[
    ("webhook", "`#[webhook]` on a function"),
    ("impl", "`#[webhook]` on an impl block"),
    ("several", "Several handlers on one endpoint"),
    ("event", "`#[derive(WebhookEvent)]`"),
    ("provider", "`#[derive(Provider)]`"),
];

const CATEGORIES: &[(&str, &str)] = &[
    ("missing", "Something is missing"),
    ("unknown", "Something is unknown"),
    ("malformed", "Something is malformed"),
    ("misplaced", "Something stands in the wrong place"),
    ("duplicate", "Something is there twice"),
    ("conflict", "Two things contradict each other"),
    ("unsupported", "Something is not supported"),
    ("bound", "A type is not what it has to be"),
    ("accumulates", "Several mistakes at once"),
];

#[test]
fn page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let written = page_of(&root.join("tests/ui"));
    let path = root.join("docs/compiler.md");
    if env::var_os("WEBHOOK_BLESS").is_some() {
        fs::create_dir_all(root.join("docs")).expect("a folder");
        fs::write(&path, &written).expect("the page can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == written, "docs/compiler.md is stale: run this with WEBHOOK_BLESS=1");
}

fn page_of(cases: &Path) -> String {
    let mut page = HEAD.to_owned();
    for folder in folders(cases).iter().filter(|name| *name != "pass") {
        assert!(MACROS.iter().any(|(name, _)| name == folder), "{folder} has no title");
    }
    for (_, title) in MACROS {
        let anchor: String = title
            .to_lowercase()
            .chars()
            .filter_map(|c| match c {
                ' ' => Some('-'),
                c => c.is_alphanumeric().then_some(c),
            })
            .collect();
        let _ = writeln!(page, "- [{title}](#{anchor})");
    }
    for (folder, title) in MACROS {
        let _ = write!(page, "\n## {title}\n");
        let of_macro = cases.join(folder);
        for found in folders(&of_macro) {
            assert!(CATEGORIES.iter().any(|(name, _)| *name == found), "{found} has no title");
        }
        for (category, title) in CATEGORIES {
            let recorded = recorded(&of_macro.join(category));
            if recorded.is_empty() {
                continue;
            }
            let _ = write!(page, "\n### {title}\n");
            for file in recorded {
                let text = fs::read_to_string(&file).expect("a recorded case");
                let _ = write!(page, "\n```text\n{}\n```\n", errors(&text).join("\n\n"));
            }
        }
    }
    page
}

/// The errors of a recorded case: each with its place, without what the compiler adds about traits.
fn errors(text: &str) -> Vec<String> {
    let mut errors: Vec<String> = Vec::new();
    let mut is_aside = false;
    for line in text.lines() {
        let is_note = line.trim_start().starts_with("= ")
            || line.starts_with("warning:")
            || line.starts_with("help:")
            || line.starts_with("note:");
        if line.starts_with("error") {
            is_aside = false;
            errors.push(line.to_owned());
        } else if let Some(error) = errors.last_mut() {
            is_aside |= is_note;
            if !is_aside {
                error.push('\n');
                error.push_str(line);
            }
        }
    }
    for error in &mut errors {
        let end = error.trim_end_matches([' ', '|', '\n']).len();
        error.truncate(end);
    }
    errors
}

fn folders(folder: &Path) -> Vec<String> {
    entries(folder)
        .iter()
        .filter(|path| path.is_dir())
        .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .collect()
}

fn recorded(folder: &Path) -> Vec<PathBuf> {
    let mut files = if folder.is_dir() { entries(folder) } else { Vec::new() };
    files.retain(|path| path.extension().is_some_and(|extension| extension == "stderr"));
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}
