//! Declarations from files: what is wrong has a place in the file, and what is right can be written, is
//! read the same again, and verifies what it signs.

use std::sync::Mutex;

use webhook_kit::{
    Secret,
    declared::{Declared, FromFile, parse_toml},
    grammar::{Owned, Part},
    scheme::Algorithm,
};

use crate::senders::noon;

const BODY: &str = r#"{"id":"evt_1","type":"paid","data":{"amount":"10.50"}}"#;

/// `data` is a file.
///
/// # Panics
///
/// If a mistake stands nowhere, or a declaration is not the same when it is written and read again, or its
/// own deliveries are refused, or others are not.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match parse_toml(text) {
        Ok(read) => read.iter().for_each(written_again),
        Err(error) => {
            let lines = text.lines().count().max(1);
            let mut before = None;
            for problem in error.problems() {
                let at = problem.span;
                assert!(!problem.sentence.trim().is_empty());
                assert!((1..=lines + 1).contains(&at.line), "{at:?} of {lines} lines");
                let line = text.split('\n').nth(at.line - 1).unwrap_or_default();
                let len = line.chars().count();
                assert!((1..=len + 1).contains(&at.column), "{at:?}: {line:?}");
                assert!(at.width >= 1 && at.column + at.width <= len + 2, "{at:?}: {line:?}");
                assert!(before <= Some(at), "out of order");
                before = Some(at);
            }
            assert!(before.is_some(), "refused without a reason");
            let report = error.report("a.toml");
            assert_eq!(report.matches("--> a.toml:").count(), error.problems().len());
        }
    }
}

fn written_again(read: &FromFile) {
    let events: Vec<&str> = read.events.iter().map(String::as_str).collect();
    let table = read.keys.to_toml(&events);
    let again = parse_toml(&table).unwrap_or_else(|error| panic!("{error}\n{table}"));
    let [again] = &again[..] else { panic!("one table: {table}") };
    assert_eq!((&again.checked, &again.events), (&read.checked, &read.events), "{table}");
    let Some(declared) = kept(read) else { return };
    let table = declared.to_toml().expect("no code");
    let again = parse_toml(&table).unwrap_or_else(|error| panic!("{error}\n{table}"));
    assert_eq!(again[0].checked, read.checked, "{table}");
    signed(read, declared);
}

/// The declaration for as long as the program runs. As that is never given back, only so many are.
fn kept(read: &FromFile) -> Option<Declared> {
    static KEPT: Mutex<Vec<Declared>> = Mutex::new(Vec::new());
    let mut kept = KEPT.lock().expect("nobody panics here");
    if kept.len() >= 20_000 {
        return None;
    }
    let declared = read.leak();
    kept.push(declared);
    Some(declared)
}

/// Its own delivery verifies; another body with the same head does not.
fn signed(read: &FromFile, declared: Declared) {
    let hmac = [
        Algorithm::HmacSha256,
        Algorithm::HmacSha1,
        Algorithm::HmacSha384,
        Algorithm::HmacSha512,
        Algorithm::HmacMd5,
    ];
    let scheme = declared.scheme;
    if !hmac.contains(&read.checked.algorithm) || !read.checked.alternatives.is_empty() {
        return;
    }
    let secret = Secret::new("c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IQ==");
    let Ok(verifier) = scheme.verifier(secret.clone()) else { return };
    let Ok(verifier) = verifier.clock(noon).url("https://example.com") else { return };
    let signing = scheme.sign(&secret, BODY).at(noon()).url("https://example.com");
    let (parts, body) = signing.request().into_parts();
    if let Err(rejection) = verifier.verify(&parts, body.clone()) {
        // What is signed may be parts of a request that this one has not.
        let other = |part: &Part<Owned>| {
            matches!(part, Part::Header(_) | Part::Json(_) | Part::Parameter(_) | Part::Field(_))
        };
        let message = &read.checked.message;
        let needs_more = !message.is_empty() && message.iter().all(|parts| parts.iter().any(other));
        assert!(needs_more, "{rejection}: {:?} {body:?} {read:?}", parts.headers);
        return;
    }
    let covers = |message: &Vec<Part<Owned>>| message.contains(&Part::Body);
    if !read.checked.message.is_empty() && read.checked.message.iter().all(covers) {
        let mut other = body.to_vec();
        other.push(b'x');
        assert!(verifier.verify(&parts, other).is_err(), "another body: {read:?}");
    }
}
