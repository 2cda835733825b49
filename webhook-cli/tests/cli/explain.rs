//! `webhook explain`: the cause of each way in which users break a delivery or its secret.

use serde_json::{Value, json};
use webhook_kit::providers;

use crate::program::{Listener, Ran, SECRET, content, file, folder, receiver, run, run_with};

/// The request that `webhook sign` makes.
fn signed(arguments: &[&str]) -> String {
    let ran = run(&[&["sign"], arguments, &["--http"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

/// What is explained of a request, with a secret in the environment.
fn explained(provider: &str, secret: &str, request: &str, more: &[&str]) -> (i32, Value) {
    let path = file(&folder(&format!("explain-{provider}")), "request.http", request);
    let mut command = receiver();
    command.env("WEBHOOK_SECRET", secret).args(["--json", "explain", provider, &path]).args(more);
    let ran = command.output().expect("the program runs");
    let out = String::from_utf8(ran.stdout).expect("UTF-8");
    let value = serde_json::from_str(&out).unwrap_or_else(|error| {
        panic!("{error}: {out:?} {}", String::from_utf8_lossy(&ran.stderr))
    });
    (ran.status.code().expect("it was not killed"), value)
}

/// A request whose body is another, as a file holds it.
fn with_body(request: &str, change: impl Fn(&str) -> String) -> String {
    let (head, body) = request.split_once("\r\n\r\n").expect("a head");
    let head: Vec<&str> =
        head.split("\r\n").filter(|line| !line.starts_with("content-length")).collect();
    format!("{}\r\n\r\n{}", head.join("\r\n"), change(body))
}

#[test]
fn what_is_genuine_has_no_cause_for_any_provider() {
    let mut count = 0;
    for entry in providers::all() {
        let name = entry.scheme.name();
        let ran =
            run(&[&["sign", name, "https://example.com/hooks", "--http"], &content(name)[..]]
                .concat());
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let url = ["--url", "https://example.com"];
        let (code, diagnosis) = explained(name, SECRET, &ran.out, &url);
        assert_eq!((code, &diagnosis["verdict"]), (0, &"accepted".into()), "{diagnosis}");
        assert_eq!(diagnosis["causes"], json!([]), "{diagnosis}");
        count += 1;
    }
    assert!(count >= 5);
}

#[test]
fn secrets_that_were_handed_over_wrongly_are_told() {
    let request = signed(&["fincra", "--data", r#"{"event":"payout.failed"}"#]);
    for (secret, slip) in [
        (format!("{SECRET}\n"), "blanks"),
        (format!("  {SECRET}"), "blanks"),
        (format!("\"{SECRET}\""), "quotes"),
    ] {
        let (code, diagnosis) = explained("fincra", &secret, &request, &[]);
        assert_eq!(code, 1, "{diagnosis}");
        assert_eq!(diagnosis["causes"][0]["cause"], "secret", "{diagnosis}");
        assert_eq!(diagnosis["causes"][0]["slip"], slip, "{diagnosis}");
        assert!(!diagnosis.to_string().contains(SECRET), "{diagnosis}");
    }
    // Of another secret nothing is guessed.
    let (code, diagnosis) = explained("fincra", "another", &request, &[]);
    assert_eq!((code, &diagnosis["causes"]), (1, &json!([])), "{diagnosis}");
}

#[test]
fn bodies_that_were_changed_on_their_way_are_told() {
    let body = r#"{"event":"donation.completed","n":1.5,"text":"é"}"#;
    let request = signed(&["goodstack", "--data", body]);
    for (change, cause) in [
        (format!("{body}\n"), "line-end-added"),
        (body.replace(',', ", ").replace(':', ": "), "reserialised"),
        (body.replace('é', "Ã©"), "encoded-twice"),
    ] {
        let changed = with_body(&request, |_| change.clone());
        let (code, diagnosis) = explained("goodstack", SECRET, &changed, &[]);
        assert_eq!(code, 1, "{diagnosis}");
        let told = &diagnosis["causes"][0]["change"];
        assert!(told == cause || told.get(cause).is_some(), "{cause}: {diagnosis}");
    }
}

#[test]
fn times_addresses_and_providers_are_told() {
    let old = signed(&["ratio", "--data", "{}", "--at", "-2d"]);
    let (_, diagnosis) = explained("ratio", SECRET, &old, &[]);
    assert_eq!(diagnosis["causes"][0]["cause"], "stale", "{diagnosis}");

    let other = signed(&["goodstack", "--data", "{}"]);
    let (_, diagnosis) = explained("waldo", SECRET, &other, &[]);
    assert_eq!(diagnosis["causes"][0]["cause"], "provider", "{diagnosis}");
    let fits = diagnosis["causes"][0]["fits"].as_array().expect("names");
    assert!(fits.contains(&"goodstack".into()), "{diagnosis}");
}

/// Three deliveries that are late by the same are the clock's.
#[test]
fn a_clock_that_is_off_is_told_of_several() {
    let folder = folder("explain-clock");
    let paths = ["1", "2", "3"].map(|name| {
        file(
            &folder,
            name,
            signed(&["ratio", "--data", &format!("{{\"id\":{name}}}"), "--at", "-1h"]),
        )
    });
    let ran = run(&[&["explain", "ratio"][..], &paths.each_ref().map(String::as_str)].concat());
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("the clock here is 36"), "{}", ran.err);
    assert!(ran.out.lines().filter(|line| line.starts_with("cause: ")).count() == 3, "{}", ran.out);
}

#[test]
fn the_listener_tells_why_only_where_that_is_asked_for() {
    let wrong = || {
        let body = r#"{"event":"payout.failed"}"#;
        let request = signed(&["goodstack", "--data", body]);
        file(
            &folder("explain-listen"),
            "request.http",
            with_body(&request, |body| format!("{body}\n")),
        )
    };
    for explain in [true, false] {
        let arguments: &[&str] = if explain { &["goodstack", "--explain"] } else { &["goodstack"] };
        let mut listener = Listener::start(arguments);
        let address = listener.address("goodstack");
        let sent: Ran = run(&["send", "goodstack", &address, "--replay", &wrong(), "--json"]);
        assert_eq!(sent.code, 1, "{}", sent.err);
        assert!(!sent.out.contains("line end"), "the sender learns nothing: {}", sent.out);
        let seen = listener.next().expect("a request");
        let cause = &seen["explanation"]["causes"][0]["change"];
        assert_eq!(*cause == "line-end-added", explain, "{seen}");
    }
}

#[test]
fn handshakes_are_no_failures() {
    let request = "POST / HTTP/1.1\r\ncontent-type: application/json\r\n\r\n\
         {\"type\":\"url_verification\",\"challenge\":\"abc\"}";
    if providers::all().iter().any(|entry| entry.scheme.name() == "slack") {
        let ran = run_with(request.as_bytes(), &["explain", "slack", "-"]);
        assert!(ran.out.starts_with("handshake") || ran.code == 1, "{}{}", ran.out, ran.err);
    }
}
