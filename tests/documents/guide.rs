//! The guide, `docs/guide`: every chapter is in its table of contents and among the examples that are tested, its
//! links lead somewhere, and the chapter on frameworks shows the code that is compiled and run.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder with this extension, by name.
fn files(folder: &Path, extension: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| entry.file_name().into_string().expect("a name"))
        .filter(|name| name.ends_with(extension))
        .collect()
}

/// The blocks of Rust that a chapter shows.
fn blocks(chapter: &str) -> impl Iterator<Item = &str> {
    let blocks = chapter.split("```rust").skip(1);
    blocks.filter_map(|rest| rest.split_once('\n')?.1.split("```").next())
}

/// The lines without their indentation, so that a block may stand further in than the code does.
fn without_indentation(code: &str) -> String {
    code.lines().flat_map(|line| [line.trim(), "\n"]).collect()
}

#[test]
fn every_chapter_is_in_the_table_of_contents_and_among_the_tested_examples() {
    let (contents, examples) =
        (read(&guide().join("src/SUMMARY.md")), read(&guide().join("examples.rs")));
    for chapter in files(&guide().join("src"), ".md") {
        if chapter == "SUMMARY.md" {
            continue;
        }
        assert!(contents.contains(&format!("({chapter})")), "SUMMARY.md has no {chapter}");
        let has_rust = blocks(&read(&guide().join("src").join(&chapter))).next().is_some();
        let is_tested = examples.contains(&format!("include_str!(\"src/{chapter}\")"));
        assert!(!has_rust || is_tested || chapter == "frameworks.md", "{chapter} is not tested");
    }
}

#[test]
fn no_example_is_left_out_of_the_tests() {
    for chapter in files(&guide().join("src"), ".md") {
        let text = read(&guide().join("src").join(&chapter));
        assert!(!text.contains("```rust,ignore"), "{chapter} has an example that nothing compiles");
    }
}

#[test]
fn the_frameworks_are_shown_as_they_are_tested() {
    let sources = guide().join("frameworks/src");
    let code: Vec<String> = files(&sources, ".rs")
        .into_iter()
        .map(|file| without_indentation(&read(&sources.join(file))))
        .collect();
    let chapter = read(&guide().join("src/frameworks.md"));
    let mut count = 0;
    for block in blocks(&chapter) {
        let block = without_indentation(block);
        assert!(code.iter().any(|code| code.contains(&block)), "no file has\n{block}");
        count += 1;
    }
    assert!(count > 10, "{count} blocks");
}

#[test]
fn every_link_between_chapters_leads_somewhere() {
    for chapter in files(&guide().join("src"), ".md") {
        let text = read(&guide().join("src").join(&chapter));
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if let Some(path) = link.strip_prefix("https://github.com/webhook-kit/webhook-kit/") {
                let path = path.split_once("/main/").expect("a file of the branch main").1;
                let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
                assert!(file.exists(), "{chapter} links to {path}, which does not exist");
            } else if !link.starts_with("https://") {
                let (file, heading) = link.split_once('#').unwrap_or((link, ""));
                let file = if file.is_empty() { &chapter } else { file };
                let target = read(&guide().join("src").join(file));
                let slug = |line: &str| {
                    line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-")
                };
                let has_heading =
                    target.lines().any(|line| line.starts_with('#') && slug(line) == heading);
                assert!(heading.is_empty() || has_heading, "{chapter} links to {link}");
            }
        }
    }
}
