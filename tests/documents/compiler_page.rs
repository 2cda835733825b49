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

Every mistake that the macros know, as the compiler reports it: its place, what is wrong, what to do. Written by
`tests/documents/compiler_page.rs` from the recorded cases in `tests/ui`: change those, then run
`WEBHOOK_BLESS=1 cargo test --test documents`. The compiler adds to some what it knows about traits; that is left
out here.

`error[E0080]: evaluation panicked` is how it reports what it finds where two declarations meet, such as a handler and
its provider: that is compared by constants, and nothing runs.

";

/// Those that took the most thought, shown first.
const CHOSEN: &[&str] = &[
    "event/conflict/payload",
    "webhook/unknown/event",
    "event/missing/left_out",
    "provider/missing/body_in_message",
    "provider/conflict/unsigned_timestamp",
    "provider/unknown/format_part",
    "webhook/conflict/acknowledgement",
    "handlers/duplicate/event",
    "webhook/missing/state_of_endpoint",
    "handlers/conflict/provider_of_endpoint",
];

const MACROS: &[(&str, &str)] = &[
    ("webhook", "`#[webhook]` on a function"),
    ("impl", "`#[webhook]` on an impl block"),
    ("handlers", "Several handlers on one endpoint"),
    ("event", "`#[derive(WebhookEvent)]`"),
    ("payload", "`#[payload]`"),
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
    index(cases, &mut page);
    page.push_str("\n## Ten to begin with\n");
    for case in CHOSEN {
        show(&cases.join(case).with_extension("stderr"), &mut page);
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
            let _ = write!(page, "\n### <a id=\"{folder}-{category}\"></a>{title}\n");
            for file in recorded {
                show(&file, &mut page);
            }
        }
    }
    page
}

/// A table of what is shown: how many cases of each macro and category, with links to them.
fn index(cases: &Path, page: &mut String) {
    let titles: Vec<&str> = MACROS.iter().map(|(_, title)| *title).collect();
    let _ = writeln!(page, "| | {} |", titles.join(" | "));
    let _ = writeln!(page, "|---|{}", "--:|".repeat(titles.len()));
    let mut all = 0;
    for (category, title) in CATEGORIES {
        let _ = write!(page, "| {title} |");
        for (folder, _) in MACROS {
            let count = recorded(&cases.join(folder).join(category)).len();
            all += count;
            match count {
                0 => page.push_str(" |"),
                count => {
                    let _ = write!(page, " [{count}](#{folder}-{category}) |");
                }
            }
        }
        page.push('\n');
    }
    let _ = writeln!(page, "\n{all} cases.");
}

fn show(file: &Path, page: &mut String) {
    let text = fs::read_to_string(file).expect("a recorded case");
    let _ = write!(page, "\n```text\n{}\n```\n", errors(&text).join("\n\n"));
}

/// The errors of a recorded case: each with its place and the remedy, without what the compiler adds
/// about traits.
fn errors(text: &str) -> Vec<String> {
    let mut errors: Vec<String> = Vec::new();
    // Behind the place of an error, and within a warning, only notes of an error's own are shown.
    let (mut is_aside, mut is_warning) = (false, false);
    for line in text.lines() {
        let starts = |words: &[&str]| words.iter().any(|word| line.trim_start().starts_with(word));
        if line.starts_with("error") {
            (is_aside, is_warning) = (false, false);
            errors.push(line.to_owned());
        } else if let Some(error) = errors.last_mut() {
            is_warning |= starts(&["warning:"]);
            let is_ours = starts(&["= note: "]) && !starts(COMPILERS_OWN) && !is_warning;
            is_aside |= starts(&["= ", "warning:", "help:", "note:"]);
            if !is_aside || is_ours {
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

/// How notes begin that are not the project's.
const COMPILERS_OWN: &[&str] = &[
    "= note: this error originates",
    "= note: required",
    "= note: expected",
    "= note: the full name for",
    "= note: if you want",
    "= note: for ",
];

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
