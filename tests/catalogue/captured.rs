//! What somebody makes of a delivery that they have is that delivery, of every declared provider: it is
//! identified by what cannot be cut, or written, in another way.

#![allow(clippy::expect_used, reason = "a panic fails the test")]

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use serde_json::Value;

use crate::catalogue::{self, Entry, signed};
use webhook_kit::scheme::AlgorithmKind;

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

/// Whether the sender shows the secret, or code verifies: then the body is what identifies.
fn is_passed_over(entry: &Entry) -> bool {
    let shows = entry.scheme.algorithm().kind() == AlgorithmKind::Equality;
    // A token that says nothing of the body: any body can be sent with it.
    let says_nothing = entry.scheme.unsigned().is_some() && entry.slug == "google-pubsub";
    entry.is_by_code() || shows || says_nothing
}

/// Two texts with their border moved by a byte, in either direction.
fn moved(one: &[u8], two: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut all = Vec::new();
    if let Some((last, before)) = one.split_last() {
        all.push((before.to_vec(), [&[*last], two].concat()));
    }
    if let Some((first, after)) = two.split_first() {
        all.push(([one, &[*first]].concat(), after.to_vec()));
    }
    all
}

fn with_header(
    request: &Request<Bytes>,
    name: &HeaderName,
    value: &[u8],
) -> Option<Request<Bytes>> {
    let mut request = request.clone();
    request.headers_mut().insert(name, HeaderValue::from_bytes(value).ok()?);
    Some(request)
}

fn with_body(request: &Request<Bytes>, body: impl Into<Bytes>) -> Request<Bytes> {
    request.clone().map(|_| body.into())
}

/// The borders between any two headers, and between any header and the body, moved.
fn cut(request: &Request<Bytes>) -> Vec<Request<Bytes>> {
    let mut all = Vec::new();
    let body = request.body();
    for (name, value) in request.headers() {
        for (other, beside) in request.headers().iter().filter(|(other, _)| *other != name) {
            for (value, beside) in moved(value.as_bytes(), beside.as_bytes()) {
                let one = with_header(request, name, &value);
                all.extend(one.and_then(|one| with_header(&one, other, &beside)));
            }
        }
        for (value, body) in moved(value.as_bytes(), body) {
            all.extend(with_header(request, name, &value).map(|one| with_body(&one, body)));
        }
        for (body, value) in moved(body, value.as_bytes()) {
            all.extend(with_header(request, name, &value).map(|one| with_body(&one, body)));
        }
        let mut without = request.clone();
        without.headers_mut().remove(name);
        all.push(without);
    }
    all
}

/// The body in other words: a form in another order, with escapes, and with borders moved; JSON with
/// whitespace, with a member more, and without each of its members.
fn written_otherwise(request: &Request<Bytes>) -> Vec<Request<Bytes>> {
    let text = String::from_utf8_lossy(request.body());
    let mut all = Vec::new();
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        all.extend([format!(" {text}"), text.replacen('{', r#"{"zzz":1,"#, 1)]);
        all.extend(serde_json::to_string_pretty(&value));
        without_each(&value, &mut |less| all.push(less.to_string()));
    } else if text.contains('=') {
        let fields: Vec<&str> = text.split('&').collect();
        let turned: Vec<&str> = fields.iter().rev().copied().collect();
        all.extend([turned.join("&"), format!("{text}&"), format!("{text}&{}", turned.concat())]);
        all.push(text.replacen('n', "%6E", 1));
        for field in &fields {
            if let Some((name, value)) = field.split_once('=') {
                let (first, rest) = value.split_at(value.len().min(1));
                all.push(text.replace(field, &format!("{name}{first}={rest}")));
            }
        }
    }
    all.into_iter().map(|body| with_body(request, body)).collect()
}

fn without_each(value: &Value, show: &mut dyn FnMut(Value)) {
    let Value::Object(members) = value else { return };
    for (name, member) in members {
        let mut less = members.clone();
        less.remove(name);
        show(Value::Object(less.clone()));
        without_each(member, &mut |member| {
            less.insert(name.clone(), member);
            show(Value::Object(less.clone()));
        });
    }
}

#[test]
fn nothing_that_is_made_of_a_delivery_is_another_one() {
    let mut accepted = 0;
    for entry in catalogue::all().filter(|entry| !is_passed_over(entry)) {
        let request = signed(entry, entry.secret, entry.body.as_bytes(), noon());
        let verifier = entry.verifier(&[entry.secret], noon());
        let verify = |request: Request<Bytes>| {
            let (parts, body) = request.into_parts();
            verifier.verify(&parts, body).ok()
        };
        let genuine = verify(request.clone()).expect(entry.slug);
        for other in cut(&request).into_iter().chain(written_otherwise(&request)) {
            let shown = format!("{}: {other:?}", entry.slug);
            // What cannot be read is handled by nobody.
            let Some(other) = verify(other).filter(|other| other.raw_event().is_ok()) else {
                continue;
            };
            accepted += 1;
            let key = other.idempotency_key("", None);
            assert_eq!(key, genuine.idempotency_key("", None), "{shown}");
        }
    }
    assert!(accepted > 100, "{accepted} are genuine");
}
