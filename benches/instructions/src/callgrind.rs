//! Runs this program under callgrind and adds up what it has counted.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// What is not counted: the hash's own functions, which run other instructions here than under
/// valgrind, and the clock.
const LEFT_OUT: &[&str] = &["sha2::", "sha1::", "clock_gettime", "__vdso"];

/// The version of valgrind, if there is one.
pub(crate) fn version() -> Option<String> {
    let output = Command::new("valgrind").arg("--version").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The instructions of an operation.
pub(crate) fn count(operation: &str, scratch: &Path) -> Result<u64, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let out = scratch.join("callgrind.out");
    let ran = Command::new("valgrind")
        .args([
            "--tool=callgrind",
            "--toggle-collect=*operations::counted*",
            "--compress-strings=no",
        ])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program)
        .args(["--run", operation])
        .stderr(Stdio::piped())
        .output()
        .map_err(|error| error.to_string())?;
    if !ran.status.success() {
        return Err(format!("`{operation}` failed:\n{}", String::from_utf8_lossy(&ran.stderr)));
    }
    let text = fs::read_to_string(&out).map_err(|error| error.to_string())?;
    let by_function = costs(&text);
    if std::env::var_os("WEBHOOK_COSTS").is_some() {
        show(&by_function);
    }
    let counted = by_function.iter().filter(|(function, _)| !is_left_out(function));
    Ok(counted.map(|(_, cost)| cost).sum())
}

fn is_left_out(function: &str) -> bool {
    LEFT_OUT.iter().any(|name| function.contains(name))
}

/// The cost of each function without that of what it calls.
fn costs(text: &str) -> HashMap<&str, u64> {
    let mut costs = HashMap::new();
    let mut function = "";
    let mut is_call = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            function = name;
        } else if line.starts_with("calls=") {
            // The line after it is the cost of the called function.
            is_call = true;
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            let cost = line.rsplit(' ').next().and_then(|cost| cost.parse::<u64>().ok());
            if !std::mem::take(&mut is_call) {
                *costs.entry(function).or_default() += cost.unwrap_or_default();
            }
        }
    }
    costs
}

/// For those who look for what to make faster.
fn show(by_function: &HashMap<&str, u64>) {
    let mut sorted: Vec<_> = by_function.iter().collect();
    sorted.sort_by_key(|(_, cost)| std::cmp::Reverse(**cost));
    for (function, cost) in sorted.into_iter().take(40) {
        let mark = if is_left_out(function) { "left out" } else { "" };
        println!("{cost:>10} {mark:>8} {function}");
    }
}
