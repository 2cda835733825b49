//! The events that providers of the catalogue are declared to send are those that they published:
//! `tests/events/<provider>.txt` is the published list, below the lines, `# ..`, that say where it is
//! from.
//!
//! To renew one, replace the file and run this with `WEBHOOK_BLESS=1`: it writes the names into the
//! provider's declaration, and where they are from into its documentation.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use webhook_kit::providers::{self, Entry};

/// What begins and ends a list in a declaration.
const LIST: (&str, &str) = ("    events = [\n", "    ],\n");

/// What begins the paragraph about it, and what stands behind that.
const PARAGRAPH: (&str, &str) = ("//! **Events.** ", "\n\n");

/// A list as it was published.
struct Published {
    path: PathBuf,
    sources: Vec<String>,
    names: Vec<String>,
}

impl Published {
    /// The list of a provider, if there is one.
    fn of(provider: &str) -> Option<Self> {
        let path = folder().join(provider).with_extension("txt");
        let text = fs::read_to_string(&path).ok()?;
        let (sources, names) = text.lines().partition::<Vec<_>, _>(|line| line.starts_with("# "));
        let owned = |lines: Vec<&str>| lines.into_iter().map(str::to_owned).collect();
        Some(Self { path, sources: owned(sources), names: owned(names) })
    }

    /// The list as a declaration has it.
    fn declared(&self) -> String {
        let names = self.names.iter().map(|name| format!("{name:?},"));
        format!("{}{}{}", LIST.0, wrapped("       ", names), LIST.1)
    }

    /// The last paragraph of the module's documentation.
    fn documented(&self) -> String {
        let sources: Vec<&str> =
            self.sources.iter().map(|line| line.trim_start_matches("# ")).collect();
        let text = format!(
            "**Events.** {} names. {}. What is newer is taken by `unlisted`.",
            self.names.len(),
            sources.join(". ")
        );
        wrapped("//!", text.split(' ').map(str::to_owned)) + "\n"
    }
}

/// Words in lines, as many in each as there is room for.
fn wrapped(begin: &str, words: impl Iterator<Item = String>) -> String {
    let mut lines = String::new();
    let mut line = begin.to_owned();
    for word in words {
        if line.len() > begin.len() && line.len() + 1 + word.len() > 100 {
            lines.push_str(&line);
            lines.push('\n');
            begin.clone_into(&mut line);
        }
        line.push(' ');
        line.push_str(&word);
    }
    lines + &line + "\n"
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events")
}

fn is_blessing() -> bool {
    env::var_os("WEBHOOK_BLESS").is_some()
}

/// The file with a provider's declaration.
fn module(entry: &Entry) -> PathBuf {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("webhook-providers/src");
    let name = format!("{}.rs", entry.module);
    let folders = fs::read_dir(&src).expect("the catalogue").flatten().map(|entry| entry.path());
    let mut places = folders.chain([src]).map(|folder| folder.join(&name));
    places.find(|path| path.exists()).expect("a module")
}

/// What a text has between a beginning and an end, both included.
fn between<'a>(text: &'a str, (begin, end): (&str, &str)) -> Option<&'a str> {
    let start = text.find(begin)?;
    let rest = text.get(start + begin.len()..)?;
    text.get(start..start + begin.len() + rest.find(end)? + end.len())
}

/// A module with another list, and another paragraph about it.
fn renewed(module: &str, published: &Published) -> String {
    let (list, paragraph) = (published.declared(), published.documented());
    let module = match between(module, LIST) {
        Some(old) => module.replacen(old, &list, 1),
        // The attribute ends where the type begins.
        None => module.replacen(")]\npub struct", &format!("{list})]\npub struct"), 1),
    };
    match between(&module, PARAGRAPH) {
        Some(old) => module.replacen(old, &paragraph, 1),
        // The first blank line is behind the module's documentation.
        None => module.replacen("\n\n", &format!("\n//!\n{paragraph}"), 1),
    }
}

#[test]
fn lists_are_declared_as_they_were_published() {
    let mut stale = Vec::new();
    for entry in providers::all() {
        let Some(published) = Published::of(entry.scheme.name()) else { continue };
        let path = module(entry);
        let text = fs::read_to_string(&path).expect("a module");
        let renewed = renewed(&text, &published);
        if is_blessing() {
            fs::write(&path, &renewed).expect("the module can be written");
        } else if text != renewed {
            stale.push(entry.scheme.name());
        }
    }
    assert!(stale.is_empty(), "run this with WEBHOOK_BLESS=1: the lists of {stale:?} are stale");
}

#[test]
fn lists_are_compiled_as_they_were_published() {
    if is_blessing() {
        return; // What is written now is compiled with the next run.
    }
    for entry in providers::all() {
        if let Some(published) = Published::of(entry.scheme.name()) {
            assert_eq!(entry.events, published.names, "{}", entry.scheme.name());
        }
    }
}

/// A list without a source cannot be renewed, and one in disorder cannot be compared.
#[test]
fn every_list_has_its_source_and_is_in_order() {
    let mut lists = 0;
    for file in fs::read_dir(folder()).expect("the lists").flatten() {
        let path = file.path();
        let provider = path.file_stem().expect("a name").to_string_lossy();
        let known = providers::all().iter().any(|entry| entry.scheme.name() == provider);
        assert!(known, "{provider} is no provider of the catalogue");
        let Published { path, sources, names } = Published::of(&provider).expect("a list");
        assert!(!sources.is_empty(), "{} does not say where it is from", path.display());
        assert!(names.is_sorted_by(|one, next| one < next), "{} is in disorder", path.display());
        let is_name = |name: &String| !name.is_empty() && !name.contains(char::is_whitespace);
        assert!(names.iter().all(is_name), "{} has a line that is no name", path.display());
        lists += 1;
    }
    assert!(lists > 0);
}

/// Who lists events by name alone has them from somewhere.
#[test]
fn every_declared_list_is_published() {
    if is_blessing() {
        return; // Another test is writing.
    }
    for entry in providers::all() {
        let text = fs::read_to_string(module(entry)).expect("a module");
        let declared = text.contains("    events = [");
        let published = Published::of(entry.scheme.name()).is_some();
        assert_eq!(declared, published, "{} and tests/events", entry.scheme.name());
    }
}
