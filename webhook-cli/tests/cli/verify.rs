//! `webhook verify` and `webhook sign`, with deliveries that the providers' own code signed.

use std::{fs, path::Path};

use base64ct::{Base64, Encoding as _};
use serde_json::{Map, Value, json};

use crate::program::{file, folder, run, webhook};

/// The recorded signatures of the repository.
const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors");

/// A genuine delivery.
struct Vector {
    secret: String,
    headers: Map<String, Value>,
    body: Vec<u8>,
}

fn vector(provider: &str) -> Vector {
    let text = fs::read(Path::new(VECTORS).join(format!("{provider}.json"))).expect("vectors");
    let vectors: Vec<Value> = serde_json::from_slice(&text).expect("JSON");
    // A body in the form that the provider's own code signs.
    let is_plain = |one: &&Value| {
        one["expect"] == "valid"
            && one["signed_form"] == "raw"
            && one["name"].as_str().expect("a name").ends_with("/compact")
    };
    let one = vectors.iter().find(is_plain).expect("a genuine delivery");
    Vector {
        secret: one["secret"].as_str().expect("a secret").to_owned(),
        headers: one["headers"].as_object().expect("headers").clone(),
        body: Base64::decode_vec(one["body_base64"].as_str().expect("base64")).expect("base64"),
    }
}

/// As of when the recorded deliveries with a timestamp were signed.
const AT: &str = "1700000000";

#[test]
fn deliveries_of_the_providers_own_code_are_genuine_in_every_form() {
    for provider in ["fincra", "goodstack", "waldo"] {
        let Vector { secret, headers, body } = vector(provider);
        let folder = folder(&format!("verify-{provider}"));
        let line = |(name, value): (&String, &Value)| {
            format!("{name}: {}\r\n", value.as_str().expect("a text"))
        };
        let lines = headers.iter().map(line).collect::<Vec<_>>().concat();
        let text = String::from_utf8(body.clone()).expect("UTF-8");
        let entries: Vec<Value> =
            headers.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let har = json!({ "log": { "entries": [
            { "request": { "method": "GET", "url": "https://example.com/" } },
            { "startedDateTime": "2023-11-14T22:13:20.000Z", "request": {
                "method": "POST", "url": "https://example.com/hooks", "headers": entries,
                "postData": { "mimeType": "application/json", "text": text },
            } },
        ] } });
        let secret = file(&folder, "secret", secret);
        let raw = [format!("POST /hooks HTTP/1.1\r\n{lines}\r\n").into_bytes(), body.clone()];
        let raw = file(&folder, "request.http", raw.concat());
        let har = file(&folder, "session.har", har.to_string());
        let object = file(&folder, "headers.json", Value::Object(headers).to_string());
        let lines = file(&folder, "headers.txt", lines);
        let body = file(&folder, "body.json", &body);
        for form in [
            &[raw.as_str()][..],
            &[har.as_str()],
            &[har.as_str(), "--entry", "1"],
            &["--headers", &lines, "--body", &body],
            &["--headers", &object, "--body", &body],
        ] {
            let with = [&["verify", provider, "--secret-file", &secret], form].concat();
            let ran = run(&with);
            assert_eq!(ran.code, 0, "{with:?}: {}{}", ran.out, ran.err);
            assert!(ran.out.starts_with("genuine"), "{}", ran.out);
        }
        let longer = file(&folder, "longer.json", format!("{text} "));
        let refused = run(&[
            "verify",
            provider,
            "--secret-file",
            &secret,
            "--headers",
            &lines,
            "--body",
            &longer,
            "--json",
        ]);
        // What signs the ECMAScript form signs this body as well.
        let signs_form = provider != "goodstack";
        assert_eq!(
            (refused.code, &refused.json()["genuine"]),
            (i32::from(!signs_form), &signs_form.into())
        );
        assert_eq!(
            run(&["verify", provider, "--secret-file", &secret, &har, "--entry", "2"]).code,
            2
        );
    }
}

#[test]
fn signatures_are_those_of_the_providers_own_code() {
    for (provider, header) in [
        ("fincra", "signature"),
        ("ratio", "ratio-webhook-signature"),
        ("ascend", "x-ascend-signature"),
        ("waldo", "x-waldo-signature"),
        // Its first recorded delivery has the header's older name.
        ("goodstack", "percent-signature"),
    ] {
        let Vector { secret, headers, body } = vector(provider);
        let folder = folder(&format!("sign-{provider}"));
        let body = file(&folder, "body.json", body);
        let signed = webhook()
            .env("SECRET_OF_THIS_TEST", secret)
            .args(["sign", provider, "--body", &body, "--at", AT])
            .args(["--secret-env", "SECRET_OF_THIS_TEST"])
            .output()
            .expect("the program runs");
        let printed = String::from_utf8(signed.stdout).expect("UTF-8");
        let expected = headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(header))
            .and_then(|(_, value)| value.as_str())
            .expect("a signature");
        let signed = printed.lines().any(|line| line.ends_with(&format!("signature: {expected}")));
        assert!(signed, "{provider}: {printed}");
    }
}

#[test]
fn files_that_cannot_be_read_are_no_verdict() {
    let folder = folder("unreadable");
    let large = file(&folder, "large.http", vec![b'x'; 1000]);
    for (arguments, code, says) in [
        (&["no-such-file.http"][..], 3, "no-such-file.http"),
        (&[large.as_str()], 3, "no empty line"),
        (&[large.as_str(), "--limit", "999"], 3, "larger than 999 bytes"),
        (&[], 2, "FILE"),
        (&["--headers", &large], 2, "--body"),
    ] {
        let ran = run(&[&["verify", "fincra"], arguments].concat());
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{}", ran.out);
    }
}

/// Nobody signs it, so whatever its body says is nobody's word.
#[test]
fn a_handshake_with_a_forged_body_is_not_genuine() {
    let request =
        b"POST / HTTP/1.1\r\nsmartsheet-hook-challenge: x\r\nsmartsheet-hmac-sha256: 00\r\n\r\n\
        {\"events\":[{\"objectType\":\"forged\"}]}";
    let path = file(&folder("handshake-forged"), "request.http", request);
    let shown = run(&["verify", "smartsheet", &path]);
    assert_eq!(shown.code, 1, "{}{}", shown.out, shown.err);
    assert!(shown.out.starts_with("handshake"), "{}", shown.out);
    assert!(!shown.out.contains("genuine"), "{}", shown.out);
    let told = run(&["verify", "smartsheet", &path, "--json"]);
    assert_eq!(told.code, 1);
    let told = told.json();
    assert_eq!((&told["outcome"], &told["genuine"]), (&json!("handshake"), &json!(false)));
}
