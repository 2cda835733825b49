//! The committed numbers, and the comparison with them.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use crate::{callgrind, operations::OPERATIONS};

/// How far a count may be from the committed one, in per cent.
const TOLERANCE: f64 = 3.0;

pub(crate) fn check(words: &[String]) -> ExitCode {
    let Some(valgrind) = callgrind::version() else {
        println!("!!!! SKIPPED: there is no valgrind here, no instructions were counted !!!!");
        return ExitCode::SUCCESS;
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("counts.txt");
    let committed = Committed::read(&path);
    let environment = format!("{}, {valgrind}, {}", rustc(), std::env::consts::ARCH);
    let mut counted = Vec::new();
    for (name, _) in OPERATIONS {
        if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        match callgrind::count(name, &scratch()) {
            Ok(count) => counted.push((*name, count)),
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        }
    }
    let moved = compare(&counted, &committed.counts);
    if std::env::var_os("WEBHOOK_BLESS").is_some() {
        let mut counts = committed.counts;
        if words.is_empty() {
            counts.clear();
        }
        counts.extend(counted.iter().map(|(name, count)| ((*name).to_owned(), *count)));
        Committed { environment, counts }.write(&path);
        println!("written to {}", path.display());
        return ExitCode::SUCCESS;
    }
    if committed.environment != environment {
        println!(
            "!!!! NOT COMPARED: the committed numbers are those of {}, here is {environment} !!!!",
            committed.environment
        );
        return ExitCode::SUCCESS;
    }
    if moved > 0 {
        println!(
            "\n{moved} moved by more than {TOLERANCE} %. If that is what the change is for, or its \
             price, write the new numbers down with WEBHOOK_BLESS=1 and say so in the commit."
        );
        return ExitCode::FAILURE;
    }
    println!("{} operations within {TOLERANCE} %", counted.len());
    ExitCode::SUCCESS
}

fn compare(counted: &[(&str, u64)], committed: &BTreeMap<String, u64>) -> usize {
    let mut moved = 0;
    for (name, count) in counted {
        let Some(before) = committed.get(*name) else {
            println!("{name:<40} {count:>8}  new");
            moved += 1;
            continue;
        };
        let percent = (*count as f64 / *before as f64 - 1.0) * 100.0;
        let mark = if percent.abs() > TOLERANCE { "  !!" } else { "" };
        println!("{name:<40} {count:>8} {percent:>+7.1} %{mark}");
        moved += usize::from(percent.abs() > TOLERANCE);
    }
    moved
}

struct Committed {
    /// Which compiler and which valgrind the numbers are of: with others, they are others.
    environment: String,
    counts: BTreeMap<String, u64>,
}

impl Committed {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let mut lines = text.lines();
        let environment = lines.next().unwrap_or_default().trim_start_matches("# ").to_owned();
        let counts = lines.filter_map(|line| {
            let (count, name) = line.trim_start().split_once("  ")?;
            Some((name.to_owned(), count.parse().ok()?))
        });
        Self { environment, counts: counts.collect() }
    }

    fn write(&self, path: &Path) {
        let mut text = format!("# {}\n", self.environment);
        for (name, _) in OPERATIONS {
            if let Some(count) = self.counts.get(*name) {
                writeln!(text, "{count:>8}  {name}").expect("writing to a string cannot fail");
            }
        }
        fs::write(path, text).expect("the numbers are written");
    }
}

fn rustc() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().map(|output| output.stdout);
    let version = String::from_utf8(version.unwrap_or_default()).unwrap_or_default();
    version.split(' ').take(2).collect::<Vec<_>>().join(" ")
}

/// Beside the program: in the target folder.
fn scratch() -> PathBuf {
    let program = std::env::current_exe().expect("this program has a path");
    program.parent().expect("it stands in a folder").to_owned()
}
