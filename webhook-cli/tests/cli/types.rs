//! `webhook types`: what it prints compiles, which is to say that it is checked against the schema.

use std::{fs, path::Path};

use crate::program::{file, folder, run};

/// What is printed for these. They stand in `generated` as modules, so that they are compiled;
/// `WEBHOOK_BLESS=1` writes them anew.
const PRINTED: &[(&str, &[&str])] = &[
    ("types_stripe", &["stripe", "invoice.paid"]),
    ("types_github", &["github", "pull_request.opened", "--at", "/pull_request"]),
    ("types_linear", &["linear", "Issue.create"]),
    ("types_square", &["square", "payment.updated"]),
    ("types_adyen", &["adyen-payments", "notification"]),
];

#[test]
fn what_is_printed_is_what_compiles_here() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/generated");
    for (name, arguments) in PRINTED {
        let ran = run(&[&["types"], *arguments].concat());
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let kept = kept.join(format!("{name}.rs"));
        if std::env::var_os("WEBHOOK_BLESS").is_some() {
            fs::write(&kept, &ran.out).expect("a file");
        }
        let committed = fs::read_to_string(&kept).expect("WEBHOOK_BLESS=1 writes it");
        assert_eq!(ran.out, committed, "{name}");
    }
}

#[test]
fn fields_of_a_sample_come_first_and_others_are_commented_out() {
    let folder = folder("types");
    let sample = r#"{"type": "invoice.paid", "data": {"object": {"total": 1, "lines": {"has_more": true}, "created": 5}}}"#;
    let path = file(&folder, "sample.json", sample);
    let ran = run(&["types", "stripe", "invoice.paid", "--sample", &path]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    let at = |line: &str| lines.iter().position(|found| found.trim() == line).expect(line);
    let commented = at("// amount_paid: i64,");
    for shown in
        ["total: i64,", "lines: InvoicePaidLines,", "created: UnixTime,", "has_more: bool,"]
    {
        at(shown);
    }
    assert!(at("total: i64,") < commented && at("lines: InvoicePaidLines,") < commented);
    at("// url: String,");

    let wrong = file(&folder, "wrong.json", "no JSON");
    let refused = run(&["types", "stripe", "invoice.paid", "--sample", &wrong]);
    assert_eq!(refused.code, 3, "{}", refused.err);
}

#[test]
fn events_are_listed_with_where_they_are_from() {
    let ran = run(&["types", "github"]);
    assert!(ran.out.starts_with("# npm @octokit/openapi-webhooks "), "{}", ran.out);
    assert!(ran.out.contains("\npull_request\npull_request.assigned\n"));
    let line = run(&["types", "resend", "--json"]).out;
    let first: serde_json::Value =
        serde_json::from_str(line.lines().next().expect("an event")).expect("JSON");
    assert_eq!(
        (&first["provider"], &first["event"]),
        (&"resend".into(), &"contact.created".into())
    );
}

#[test]
fn what_is_not_known_is_said() {
    for (arguments, says) in [
        (&["types", "fincra"][..], "nothing is known of what payloads of `fincra` hold"),
        (&["types", "stripe", "invoice.payd"], "did you mean `invoice.paid`?"),
        (
            &["types", "stripe", "invoice.paid", "--at", "/currency"],
            "no object stands at `/currency`",
        ),
    ] {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(says), "{}", ran.err);
    }
}
