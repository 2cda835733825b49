//! Tests as files.

use std::{fs, panic::AssertUnwindSafe, path::PathBuf};

use webhook_kit::{
    SetupError,
    providers::ascend::{Ascend, Event},
    testing::{self, Fixtures},
    webhook,
};

#[webhook(provider = "ascend")]
async fn on_ascend(event: Event) -> Result<(), &'static str> {
    match event {
        Event::InvoiceVoided(_) => Err("the database is away"),
        _ => Ok(()),
    }
}

webhook_kit::fixtures!(ascend, "tests/fixtures/ascend", Ascend, on_ascend::endpoint);

/// A folder of its own, with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fixtures").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("a file");
    }
    folder
}

/// What the test says of a folder, if it fails.
fn said(folder: PathBuf) -> Option<String> {
    let fixtures = Fixtures::new(folder, testing::sender::<Ascend>());
    let run = || testing::block_on(fixtures.check(on_ascend::endpoint));
    let panic = std::panic::catch_unwind(AssertUnwindSafe(run)).err()?;
    Some(panic.downcast_ref::<String>().expect("a text").clone())
}

const VOIDED: &str = r#"{"id":"evt_1","type":"invoice.voided","data":{"id":"inv_1","status":"void","total_amount_cents":100}}"#;

#[test]
fn each_that_fails_is_named_with_what_became_of_it() {
    let files = [
        ("a.json", VOIDED),
        (
            "a.expected.json",
            r#"{"outcome":"handled","status":200,"event":"invoice.paid","id":"evt_2"}"#,
        ),
        ("a.b.expected.json", r#"{"send":{"tamper":"stale"},"outcome":"handled"}"#),
        ("a.c.expected.json", r#"{"send":{"tamper":"stael"},"outcome":"rejected"}"#),
        ("a.d.expected.json", r#"{"send":{"age":"10m"},"outcome":"rejected","status":401}"#),
        ("a.e.expected.json", r#"{"outcom":"refused"}"#),
        ("a.f.expected.json", r#"{"send":{"tamper":"newline-stripped"},"outcome":"rejected"}"#),
    ];
    let said = said(folder("failing", &files)).expect("a failure");
    for expected in [
        "5 of 6 fixtures:",
        "fixture a: the outcome is `failed`, expected `handled`, the status is `500`, expected `200`, the event is `invoice.voided`, expected `invoice.paid`, the id is `evt_1`, expected `evt_2` (the handler failed: the database is away)",
        "fixture a.b: the outcome is `rejected`, expected `handled` (the delivery was signed 301 s ago)",
        "fixture a.c: `stael` is no way to tamper: did you mean `stale`?",
        "unknown field `outcom`",
        "fixture a.f: `newline-stripped` cannot be done to this provider's delivery of this body",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    assert!(!said.contains("fixture a.d"), "{said}");
}

#[test]
fn a_body_of_which_nothing_is_expected_is_a_failure() {
    let one = said(folder("bare", &[("a.json", VOIDED)])).expect("a failure");
    assert!(one.starts_with("nothing is expected of `a.json`: write `a.expected.json`"), "{one}");
    let other = [("a.json", VOIDED), ("b.expected.json", r#"{"outcome":"failed"}"#)];
    let other = said(folder("lost", &other)).expect("a failure");
    assert_eq!(other, "`b.expected.json` expects something of a body that is not there");
    let none = said(folder("none", &[])).expect("a failure");
    assert!(none.ends_with("there is no fixture"), "{none}");
}

#[test]
fn an_endpoint_that_cannot_be_made_is_a_failure() {
    let files = [("a.json", VOIDED), ("a.expected.json", r#"{"outcome":"failed"}"#)];
    let fixtures = Fixtures::new(folder("unmade", &files), testing::sender::<Ascend>());
    let make = |_| on_ascend::endpoint(webhook_kit::Secret::new("")) as Result<_, SetupError>;
    let run = || testing::block_on(fixtures.check(make));
    assert!(std::panic::catch_unwind(AssertUnwindSafe(run)).is_err());
}
