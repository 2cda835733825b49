//! What the compiler says about every mistake that the macros know: `tests/ui/<macro>/<category>/`
//! holds one mistake a file, with the compiler's words beside it.
//!
//! The words are those of one toolchain, so the cases run on that one only. `TRYBUILD=overwrite`
//! rewrites them; then read the difference.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/pass/*.rs");
    cases.compile_fail("tests/ui/*/*/*.rs");
}
