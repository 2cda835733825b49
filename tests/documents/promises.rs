//! Promises and the tests that hold them: each item and each row of the pages below names a test, and each test
//! that they name exists.
//!
//! A test is named as `folder::file::test`, below `tests` or, behind the name of a crate, below that crate's.
//! It stands behind `*Tests:*`, in a comment `<!-- tests: .. -->` where readers need not see it, or in the last
//! cell of a row. What is no promise says so, by one of [`EXCEPTIONS`].

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The pages, each with the headings below which everything is a promise.
const PAGES: &[(&str, &[&str])] = &[
    (
        "SECURITY.md",
        &["What is promised", "Replay", "Handled before", "Secrets", "Public keys", "Proxies"],
    ),
    ("README.md", &["What you get", "What the sender is answered"]),
    ("docs/peers.md", &["What peers got wrong"]),
];

/// What stands in an item that needs no test, with the reason behind it.
const EXCEPTIONS: &[&str] =
    &["*Advice:*", "*Not a promise", "*Not a test of every run:*", "not ours:"];

/// An item of a list or a row of a table.
struct Promise {
    page: &'static str,
    line: usize,
    text: String,
}

impl Promise {
    /// The tests that it names.
    fn tests(&self) -> impl Iterator<Item = &str> {
        let row = self
            .text
            .starts_with("| ")
            .then(|| self.text.trim_end_matches([' ', '|']).rsplit('|').next());
        let marked =
            ["*Tests:*", "<!-- tests:"].iter().find_map(|mark| Some(self.text.split_once(mark)?.1));
        let named = marked.or(row.flatten()).unwrap_or_default();
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ':');
        named.split(move |c| !is_part(c)).filter(|word| word.contains("::"))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The promises of a page.
fn promises(page: &'static str, sections: &[&str]) -> Vec<Promise> {
    let text = fs::read_to_string(root().join(page)).expect(page);
    let mut found: Vec<Promise> = Vec::new();
    let (mut is_promised, mut is_open, mut in_code) = (false, false, false);
    for (index, line) in text.lines().enumerate() {
        in_code ^= line.starts_with("```");
        if in_code {
            continue;
        }
        let heading = line.strip_prefix("# ").or_else(|| line.strip_prefix("## "));
        if let Some(heading) = heading {
            is_promised = sections.iter().any(|section| heading.starts_with(section));
        }
        let is_head = text.lines().nth(index + 1).is_some_and(|next| next.starts_with("|---"));
        let is_row = line.starts_with("| ") && !is_head;
        if is_promised && (line.starts_with("- ") || is_row) {
            found.push(Promise { page, line: index + 1, text: line.to_owned() });
            is_open = !is_row;
        } else if line.starts_with("  ") && is_open {
            if let Some(last) = found.last_mut() {
                last.text.extend([" ", line.trim_start()]);
            }
        } else {
            is_open = false;
        }
    }
    found
}

fn all() -> Vec<Promise> {
    PAGES.iter().flat_map(|(page, sections)| promises(page, sections)).collect()
}

/// The file in which a test stands, if there is one.
fn file_of(path: &[&str]) -> Option<PathBuf> {
    let (folder, path) = match path {
        [name, rest @ ..] if name.starts_with("webhook-") => {
            let base = root().join("base").join(name);
            (if base.exists() { base } else { root().join(name) }, rest)
        }
        _ => (root().to_owned(), path),
    };
    let file = folder.join("tests").join(path.join("/"));
    [file.with_extension("rs"), file.join("main.rs")].into_iter().find(|file| file.is_file())
}

/// Whether a file has a function of this name under a test's attribute.
fn has_test(file: &str, name: &str) -> bool {
    let mut is_test = false;
    file.lines().any(|line| {
        let line = line.trim();
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
            return false;
        }
        let function = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn ");
        let is_it = is_test && function.is_some_and(|rest| rest.split('(').next() == Some(name));
        is_test = is_test && (line.starts_with("#[") || line.starts_with("//"));
        is_it
    })
}

#[test]
fn every_promise_names_a_test() {
    let all = all();
    let without: Vec<String> = all
        .iter()
        .filter(|promise| !EXCEPTIONS.iter().any(|reason| promise.text.contains(reason)))
        .filter(|promise| promise.tests().next().is_none())
        .map(|promise| format!("{}:{}: {}", promise.page, promise.line, promise.text))
        .collect();
    assert!(without.is_empty(), "promises without a test:\n{}", without.join("\n"));
    for (page, least) in [("SECURITY.md", 40), ("README.md", 12), ("docs/peers.md", 35)] {
        let count = all.iter().filter(|promise| promise.page == page).count();
        assert!(count >= least, "{page} has {count} promises: are its headings others?");
    }
}

#[test]
fn every_test_that_a_promise_names_exists() {
    let mut wrong = Vec::new();
    for promise in all() {
        for name in promise.tests() {
            let mut path: Vec<&str> = name.split("::").collect();
            let test = path.pop().expect("a name");
            let file = file_of(&path).and_then(|file| fs::read_to_string(file).ok());
            if !file.is_some_and(|file| has_test(&file, test)) {
                wrong.push(format!("{}:{}: there is no test `{name}`", promise.page, promise.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each heading stands in its page: else what is below it would be looked at no more.
#[test]
fn every_section_of_promises_is_there() {
    for (page, sections) in PAGES {
        let text = fs::read_to_string(root().join(page)).expect(page);
        for section in *sections {
            let is_there = text.lines().any(|line| {
                line.strip_prefix("# ")
                    .or_else(|| line.strip_prefix("## "))
                    .is_some_and(|heading| heading.starts_with(section))
            });
            assert!(is_there, "{page} has no heading `{section}`");
        }
    }
}

#[test]
fn links_of_these_pages_lead_somewhere() {
    for (page, _) in PAGES {
        let text = fs::read_to_string(root().join(page)).expect(page);
        let folder = root().join(page).parent().expect("a folder").to_owned();
        let inline = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let below =
            text.lines().filter_map(|line| Some(line.strip_prefix('[')?.split_once("]: ")?.1));
        for link in inline.chain(below).filter(|link| !link.starts_with("http")) {
            assert!(folder.join(link).exists(), "{page} links to {link}, which does not exist");
        }
    }
}
