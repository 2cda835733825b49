//! The README: short, without lines that only a test needs, and with the catalogue's numbers.
//! `WEBHOOK_BLESS=1` renews the numbers.

use std::{env, fmt::Write as _, fs, path::Path};

use webhook_kit::providers;

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    fs::read_to_string(path()).expect("the README")
}

#[test]
fn it_has_at_most_160_lines() {
    let lines = readme().lines().count();
    assert!(lines <= 160, "the README has {lines} lines: what is long belongs into the guide");
}

#[test]
fn its_examples_show_no_hidden_lines() {
    let text = readme();
    for block in text.split("```rust").skip(1).filter_map(|rest| rest.split("```").next()) {
        let hidden = block.lines().find(|line| line.trim() == "#" || line.starts_with("# "));
        assert_eq!(hidden, None, "GitHub shows it");
    }
}

#[test]
fn its_two_commands_stand_on_the_first_screen() {
    let first: Vec<String> = readme().lines().take(20).map(str::to_owned).collect();
    for command in ["cargo run --example quickstart ", "cargo test --workspace "] {
        assert!(first.iter().any(|line| line.starts_with(command)), "{command}");
    }
}

#[test]
fn it_counts_the_providers_as_they_are_declared() {
    let text = readme();
    let all = providers::all();
    let mut written = String::new();
    for line in text.lines() {
        let level = line.strip_prefix("| `").and_then(|rest| rest.split_once("` | "));
        let rest = line.split_once(" are declared][providers]");
        if let Some((level, rest)) =
            level.filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
        {
            let count = all
                .iter()
                .filter(|entry| {
                    entry.scheme.evidence().is_some_and(|known| known.as_str() == level)
                })
                .count();
            let rest = rest.split_once(" |").expect("a further cell").1;
            let _ = writeln!(written, "| `{level}` | {count} |{rest}");
        } else if let Some((_, rest)) = rest {
            let _ = writeln!(written, "[{} are declared][providers]{rest}", all.len());
        } else {
            written.push_str(line);
            written.push('\n');
        }
    }
    // Other tests read it meanwhile.
    if written != text && env::var_os("WEBHOOK_BLESS").is_some() {
        fs::write(path(), &written).expect("the README can be written");
    }
    assert_eq!(
        readme(),
        written,
        "`WEBHOOK_BLESS=1 cargo test --test documents` renews the numbers"
    );
    let count = |level: &str| text.matches(&format!("\n| `{level}` | ")).count();
    assert_eq!(["vector", "sdk", "docs", "third-party"].map(count), [1; 4]);
}

#[test]
fn its_links_into_the_repository_lead_somewhere() {
    for link in readme().split("https://github.com/webhook-kit/webhook-kit/").skip(1) {
        let link = link.split(|c: char| c.is_whitespace() || c == ')').next().unwrap_or_default();
        let Some((_, path)) = link.split_once("/main/") else { continue };
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists(), "{path} does not exist");
    }
}
