//! What the compiler says about every mistake that the macros know: `tests/ui/<macro>/<category>/`
//! holds one mistake a file, with the compiler's words beside it.
//!
//! The words are those of one toolchain, so the cases run on that one only; elsewhere the test says
//! that it did not run. `TRYBUILD=overwrite` rewrites them; then read the difference.

#![allow(clippy::expect_used, reason = "a test that cannot read its files fails")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The toolchain whose words are recorded.
const TOOLCHAIN: &str = "rustc 1.95.0 ";

/// What the mistakes are made in.
const FOLDERS: &[&str] = &["event", "handlers", "impl", "payload", "provider", "webhook"];

#[test]
fn ui() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(TOOLCHAIN) {
        eprintln!("did not run: the recorded words are those of {TOOLCHAIN}, this is {version}");
        return;
    }
    // Where nothing has to be built and run, trybuild checks all cases by one call of cargo: so what
    // passes, `tests/ui/pass`, are targets of their own, and linted like them.
    let cases = trybuild::TestCases::new();
    for folder in FOLDERS {
        cases.compile_fail(format!("tests/ui/{folder}/*/*.rs"));
    }
}

/// What passes is a target of its own, each file.
#[test]
fn every_passing_case_is_a_target() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("a manifest");
    let cases = files(&root.join("tests/ui/pass"), "rs");
    assert!(!cases.is_empty());
    for case in cases {
        let name = case.file_name().expect("a name").to_string_lossy();
        let path = format!("path = \"tests/ui/pass/{name}\"");
        assert!(manifest.contains(&path), "Cargo.toml has no `[[test]]` with {path}");
    }
}

/// Every sentence of the macros, of the grammar and of the checks occurs in a recorded case.
#[test]
fn every_sentence_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shown = String::new();
    for folder in ["tests/ui", "webhook-macros/tests/ui"] {
        for file in files(&root.join(folder), "stderr") {
            shown.push_str(&fs::read_to_string(file).expect("a recorded case"));
        }
    }
    let mut missing = Vec::new();
    for folder in ["webhook-macros/src", "webhook-core/src/check", "base/webhook-grammar/src"] {
        for file in files(&root.join(folder), "rs") {
            let source = fs::read_to_string(&file).expect("a source file");
            for sentence in sentences(&source) {
                if !is_shown(&sentence, &shown) && !EXCEPTIONS.iter().any(|e| sentence.contains(e))
                {
                    missing.push(format!("{}: {sentence}", file.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no case in tests/ui shows:\n{}", missing.join("\n"));
}

/// Sentences that no program can show.
const EXCEPTIONS: &[&str] = &[
    // The expansion's own documentation.
    "[`endpoint`](Self::endpoint)",
    "Checked against what `{}` publishes",
    // What is said of files of declarations only: `webhook-core/src/declared` shows it.
    "must be a list of strings",
    "must be a table",
    // What is said of a `JwtScheme` that is written by hand: `webhook-core/tests/schemes` shows it.
    "a token needs an algorithm",
    "secrets and public keys do not mix in tokens",
    "no claim binds the body: declare one",
    "the body is bound: `unsigned` does not hold",
    "`unsigned` needs a reason",
    "a detached signature has no claims to check",
    // Why a lint is allowed.
    "as the others",
    "the sender does not sign it",
    "it has just been added",
    "it is `Copy` where it is static alone",
    // What cannot happen.
    "this is a bug in webhook-kit",
    "mistakes were collected and not reported",
    "the declaration does not agree with its provider",
];

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension)
            && name.as_deref() != Some("tests.rs")
            && name.as_deref() != Some("snapshot.rs")
            // What writes declarations and the reference says no sentence.
            && !matches!(name.as_deref(), Some("write.rs" | "reference.rs" | "table.rs"))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The literals of a source that read like a sentence: of three words at least.
fn sentences(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in code.lines() {
        let line = line.trim_start();
        if line.starts_with("//") || line.starts_with('#') {
            continue;
        }
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let mut literal = String::new();
            let mut chars = after.char_indices();
            let mut end = after.len();
            while let Some((at, c)) = chars.next() {
                match c {
                    '\\' => literal.extend(chars.next().map(|(_, c)| c)),
                    '"' => {
                        end = at + 1;
                        break;
                    }
                    c => literal.push(c),
                }
            }
            rest = after.get(end..).unwrap_or_default();
            if literal.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() >= 3
            {
                found.push(literal);
            }
        }
    }
    found
}

/// Whether each of a sentence's fixed parts stands in a recorded case.
fn is_shown(sentence: &str, shown: &str) -> bool {
    let text = sentence.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    parts.push(rest);
    parts.iter().all(|part| shown.contains(&part.replace('\u{1}', "{").replace('\u{2}', "}")))
}
