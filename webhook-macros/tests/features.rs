//! What the compiler says where an algorithm is declared that is not compiled.
//!
//! The other cases, in the workspace's own `tests/ui`, have every feature; these have none.

#![allow(clippy::expect_used, reason = "a test that cannot run the compiler fails")]

use std::process::Command;

/// The toolchain whose words are recorded.
const TOOLCHAIN: &str = "rustc 1.95.0 ";

#[test]
fn ui() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(TOOLCHAIN) {
        eprintln!("did not run: the recorded words are those of {TOOLCHAIN}, this is {version}");
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}
