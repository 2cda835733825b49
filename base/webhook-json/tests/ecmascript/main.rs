//! The ECMAScript form against what Node makes of the same documents.
//!
//! `recorded.jsonl` holds what this command wrote, with Node 20.20.2:
//!
//! ```text
//! node tests/oracle/ecmascript/generate.mjs --seed 1 --count 2500 --size 200 --chosen
//! ```

#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::process::Command;

use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use serde::Deserialize;
use webhook_json::{ECMASCRIPT_DEPTH, ECMASCRIPT_LIMIT, ecmascript};

#[derive(Deserialize)]
struct Case {
    input: String,
    output: Option<String>,
}

/// Makes a document of so many parts.
type Make<'m> = &'m dyn Fn(usize) -> String;

/// Compares every case and returns how many documents had a form.
fn compare(lines: &str, origin: &str) -> usize {
    let mut formed = 0;
    for (number, line) in lines.lines().enumerate() {
        let case: Case = serde_json::from_str(line).unwrap();
        let input = Base64::decode_vec(&case.input).unwrap();
        let output = case.output.map(|output| Base64::decode_vec(&output).unwrap());
        let form = ecmascript(&input);
        assert!(
            form == output,
            "{origin}, line {}\n input {}\n  node {}\n  ours {}",
            number + 1,
            input.escape_ascii(),
            shown(output.as_deref()),
            shown(form.as_deref()),
        );
        if let Some(form) = form {
            assert_eq!(ecmascript(&form).as_ref(), Some(&form), "{origin}: not idempotent");
            formed += 1;
        }
    }
    formed
}

fn shown(form: Option<&[u8]>) -> String {
    form.map_or("throws".to_owned(), |form| form.escape_ascii().to_string())
}

#[test]
fn recorded_documents_have_nodes_form() {
    let lines = include_str!("recorded.jsonl");
    let formed = compare(lines, "recorded.jsonl");
    let refused = lines.lines().count() - formed;
    assert!(formed > 2_000 && refused > 300, "{formed} formed, {refused} refused");
}

#[test]
fn fresh_documents_have_nodes_form() {
    const SEED: &str = "WEBHOOK_ECMASCRIPT_SEED";
    const COUNT: usize = 25_000;

    let generator =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracle/ecmascript/generate.mjs");
    if !generator.exists() {
        eprintln!("NOT COMPARED with Node: the generator is not part of this package");
        return;
    }
    let seed =
        std::env::var(SEED).unwrap_or_else(|_| RandomState::new().hash_one(COUNT).to_string());
    let run = Command::new("node")
        .arg(generator)
        .args(["--seed", &seed, "--count", &COUNT.to_string()])
        .output();
    let Ok(output) = run else {
        eprintln!("NOT COMPARED with Node: there is no `node` on PATH");
        return;
    };
    assert!(
        output.status.success(),
        "the generator failed with seed {seed}:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(lines.lines().count(), COUNT, "with seed {seed}");
    compare(&lines, &format!("{SEED}={seed}"));
    eprintln!("compared {COUNT} documents with Node, {SEED}={seed}");
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let deepest = nested(ECMASCRIPT_DEPTH);
    assert_eq!(ecmascript(deepest.as_bytes()), Some(deepest.into_bytes()));
    assert_eq!(ecmascript(nested(ECMASCRIPT_DEPTH + 1).as_bytes()), None);
    assert_eq!(ecmascript("[".repeat(2_000_000).as_bytes()), None);
}

fn object(member: impl Fn(usize) -> String, count: usize) -> String {
    let members: Vec<String> = (0..count).map(member).collect();
    format!("{{{}}}", members.join(","))
}

fn list(element: &str, count: usize) -> String {
    format!("[{}]", vec![element; count].join(","))
}

/// Each kind of work that a body can ask for has an end: just below it there is a form, just above it
/// none. What the work costs is measured by `.ci/instructions`.
#[test]
fn what_a_body_can_ask_for_is_bounded() {
    const MEMBERS: usize = 4_096;
    let twice = |count: usize| list(r#"{"a":0,"a":1}"#, count);
    // Near the middle between two doubles.
    let hard = "2.2294003910098522336e-308";
    let kinds: [(&str, usize, Make<'_>); 7] = [
        ("bytes", ECMASCRIPT_LIMIT, &|bytes| format!("\"{}\"", "x".repeat(bytes - 2))),
        ("members", MEMBERS, &|count| object(|i| format!(r#""k{i}":0"#), count)),
        ("members of one name", MEMBERS, &|count| object(|_| r#""":0"#.into(), count)),
        ("members that are moved", MEMBERS, &twice),
        ("exponents", 4_096, &|count| list("1e5", count)),
        ("digits", 4_096, &|count| list("0.1234567890123456", count)),
        ("numbers that are hard to round", 16, &|count| list(hard, count)),
    ];
    for (kind, most, document) in kinds {
        let form = ecmascript(document(most).as_bytes());
        let form = form.unwrap_or_else(|| panic!("{kind}: {most} have a form"));
        assert_eq!(ecmascript(&form).as_ref(), Some(&form), "{kind}: not idempotent");
        assert_eq!(ecmascript(document(most + 1).as_bytes()), None, "{kind}: one too many");
    }
    // Sorting: many objects, each of many members.
    let sorted = |count| list(&object(|i| format!(r#""k{}":0"#, 99 - i), 100), count);
    assert!(ecmascript(sorted(100).as_bytes()).is_some());
    assert_eq!(ecmascript(sorted(200).as_bytes()), None);
}

/// What is usual costs nothing of it: prices, ids, digits that are easy to round.
#[test]
fn ordinary_numbers_are_not_counted() {
    for (element, form) in [
        ("12.50", "12.5"),
        ("-0.00", "0"),
        ("100.0", "100"),
        ("123456789012345", "123456789012345"),
        ("0.000001", "0.000001"),
        ("12345.678901234", "12345.678901234"),
    ] {
        let document = list(element, 10_000);
        let expected = list(form, 10_000);
        assert!(ecmascript(document.as_bytes()) == Some(expected.into_bytes()), "{element}");
    }
    let easy = list("3.14159265358979323846264338327950288", 4_000);
    assert!(ecmascript(easy.as_bytes()) == Some(list("3.141592653589793", 4_000).into_bytes()));
    // One more than nineteen nines.
    let nines = list("99999999999999999999e3", 4_000);
    assert!(ecmascript(nines.as_bytes()) == Some(list("1e+23", 4_000).into_bytes()));
}

#[test]
fn hostile_documents_have_their_form() {
    let deep = |inner: &str, depth: usize| {
        let mut text = r#"{"a":"#.repeat(depth);
        text.push_str(inner);
        text.push_str(&r#","1":0}"#.repeat(depth));
        text
    };
    let prefix = "x".repeat(1_000);
    let documents = [
        ("the same keys again", object(|i| format!(r#""k{}":0"#, i % 1_000), 4_000)),
        ("falling indices", object(|i| format!(r#""{}":0"#, 200_000 - i), 4_000)),
        ("keys alike", object(|i| format!(r#""{prefix}{i}":0"#), 200)),
        ("arranged in each level", deep(&format!(r#""{}""#, "s".repeat(200_000)), 990)),
        ("arranged members", object(|i| format!(r#""k{i}":{{"a":0,"0":0}}"#), 2_000)),
        ("long number", format!("0.{}1e1000000", "0".repeat(200_000))),
    ];
    for (name, document) in documents {
        let form = ecmascript(document.as_bytes()).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(ecmascript(&form).as_ref(), Some(&form), "{name}: not idempotent");
    }
}

/// The exponents have more digits than the standard library counts.
#[test]
fn zeros_bring_a_number_back_into_range() {
    let document = format!("[0.{zeros}25e100000,25{zeros}e-100001]", zeros = "0".repeat(100_000));
    assert_eq!(ecmascript(document.as_bytes()).as_deref(), Some(b"[0.25,2.5]".as_slice()));
}

/// Text that often is JSON, with what the form changes.
fn document() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        any::<f64>().prop_map(|number| format!("{number:e}")),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?",
        string(),
        Just("null".to_owned()),
        Just("true".to_owned()),
    ];
    scalar.prop_recursive(5, 64, 6, |inner| {
        let key = prop_oneof![string(), "\"[0-9]{1,2}\"", "\"[a-c]\""];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6)
                .prop_map(|elements| format!("[ {} ]", elements.join(" ,"))),
            prop::collection::vec((key, inner), 0..6).prop_map(|members| {
                let mut text = String::from("{");
                for (index, (key, value)) in members.into_iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(text, "{comma}{key}: {value}").unwrap();
                }
                text + "}"
            }),
        ]
    })
}

fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[^\"\\\\\\x00-\\x1f]{1,4}",
        any::<u16>().prop_map(|unit| format!("\\u{unit:04x}")),
        (0xd7f0_u16..0xe010).prop_map(|unit| format!("\\u{unit:04X}")),
        "\\\\[\"\\\\/bfnrt]",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

proptest! {
    #[test]
    fn the_form_of_a_form_is_itself(document in document()) {
        let form = ecmascript(document.as_bytes());
        prop_assert!(form.is_some() || document.contains("NaN") || document.contains("inf"));
        if let Some(form) = form {
            prop_assert_eq!(ecmascript(&form), Some(form));
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = ecmascript(&bytes);
    }

    #[test]
    fn no_json_like_text_panics(text in "[\\[\\]{}\",:\\\\u0-9a-fdD.eE+ -]{0,40}") {
        if let Some(form) = ecmascript(text.as_bytes()) {
            prop_assert_eq!(ecmascript(&form), Some(form));
        }
    }
}
