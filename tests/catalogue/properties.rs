//! What holds of every declared provider: what it signs is accepted, and nothing else is.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a panic fails the test"
)]

use std::time::{Duration, SystemTime};

use crate::catalogue::{self, Entry, find, needs::WRITTEN_AT, signed, verdict};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, header};
use proptest::{prelude::*, test_runner::Config};
use webhook_kit::{
    Delivery, Rejection, Secret, SetupError,
    scheme::{AlgorithmKind, KeyId, Source},
};

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

fn request(entry: &Entry) -> Request<Bytes> {
    signed(entry, entry.secret, entry.body.as_bytes(), noon())
}

fn is_refused(entry: &Entry, request: &Request<Bytes>) -> bool {
    verdict(entry, &[entry.secret], request, noon()).is_err()
}

/// Whether the signature covers all of the body.
fn covers_body(entry: &Entry) -> bool {
    entry.scheme.unsigned().is_none() && signs(entry) && !entry.is_by_code()
}

fn signs(entry: &Entry) -> bool {
    entry.scheme.algorithm().kind() != AlgorithmKind::Equality
}

/// The bytes of a text at which two texts of one length differ.
fn differences(left: &[u8], right: &[u8]) -> Vec<usize> {
    assert_eq!(left.len(), right.len());
    (0..left.len()).filter(|at| left[*at] != right[*at]).collect()
}

/// Another letter or digit, that is also another where case means nothing.
fn another(byte: u8) -> u8 {
    if byte.eq_ignore_ascii_case(&b'a') { b'b' } else { b'a' }
}

#[test]
fn what_is_signed_is_accepted() {
    for entry in catalogue::all() {
        let request = request(entry);
        let one = verdict(entry, &[entry.secret], &request, noon());
        let one = one.unwrap_or_else(|rejection| panic!("{}: {rejection}", entry.slug));
        assert_eq!(one.secret(), 0);
        assert_eq!(one.provider(), entry.scheme.name());
        let rotating = verdict(entry, &[entry.other, entry.secret], &request, noon());
        assert_eq!(rotating.expect(entry.slug).secret(), 1, "{}", entry.slug);
    }
}

#[test]
fn another_secret_is_refused() {
    for entry in catalogue::all() {
        let verdict = verdict(entry, &[entry.other], &request(entry), noon());
        assert!(matches!(verdict, Err(Rejection::Signature)), "{}: {verdict:?}", entry.slug);
    }
}

#[test]
fn a_changed_signature_is_refused() {
    for entry in catalogue::all() {
        let right = request(entry);
        let other = signed(entry, entry.other, entry.body.as_bytes(), noon());
        let mut changed = 0;
        for (name, value) in right.headers() {
            let Some(beside) = other.headers().get(name) else { continue };
            if value.len() != beside.len() {
                continue;
            }
            for at in differences(value.as_bytes(), beside.as_bytes()) {
                let mut mutated = value.as_bytes().to_vec();
                mutated[at] = another(mutated[at]);
                let mut request = right.clone();
                let value = HeaderValue::from_bytes(&mutated).expect("a value");
                request.headers_mut().insert(name, value);
                assert!(is_refused(entry, &request), "{}: {at} of {name}", entry.slug);
                changed += 1;
            }
        }
        let (uri, beside) = (right.uri().to_string(), other.uri().to_string());
        if uri.len() == beside.len() {
            for at in differences(uri.as_bytes(), beside.as_bytes()) {
                let mut mutated = uri.clone().into_bytes();
                mutated[at] = another(mutated[at]);
                let mut request = right.clone();
                let mutated = String::from_utf8(mutated).expect("text");
                *request.uri_mut() = mutated.parse().expect("an address");
                assert!(is_refused(entry, &request), "{}: {at} of {uri}", entry.slug);
                changed += 1;
            }
        }
        if right.body().len() == other.body().len() {
            for at in differences(right.body(), other.body()) {
                let mut mutated = right.body().to_vec();
                mutated[at] = another(mutated[at]);
                let request = right.clone().map(|_| Bytes::from(mutated));
                assert!(is_refused(entry, &request), "{}: {at} of the body", entry.slug);
                changed += 1;
            }
        }
        let short = changed == 0 && (!signs(entry) || entry.slug == "rapyd-like");
        assert!(changed > 8 || short || changes_length(&right, &other), "{}", entry.slug);
    }
}

/// Escapes and credentials have no fixed length.
fn changes_length(left: &Request<Bytes>, right: &Request<Bytes>) -> bool {
    left.body().len() != right.body().len()
        || left.uri().to_string().len() != right.uri().to_string().len()
        || left.headers().iter().any(|(name, value)| {
            right.headers().get(name).is_none_or(|other| other.len() != value.len())
        })
}

/// A header that names the key decides nothing where the key is at hand.
fn names_key(entry: &Entry, name: &HeaderName) -> bool {
    let id = entry.scheme.public_keys().and_then(|keys| keys.id);
    matches!(id, Some(KeyId::At(Source::Header(header))) if *name == header)
}

#[test]
fn a_missing_a_doubled_and_a_truncated_header_are_refused() {
    for entry in catalogue::all() {
        let right = request(entry);
        for (name, value) in right.headers() {
            if *name == header::CONTENT_TYPE || names_key(entry, name) {
                continue;
            }
            let mut missing = right.clone();
            missing.headers_mut().remove(name);
            assert!(is_refused(entry, &missing), "{} without {name}", entry.slug);

            let mut doubled = right.clone();
            doubled.headers_mut().append(name, HeaderValue::from_static("v1,other"));
            let verdict = verdict(entry, &[entry.secret], &doubled, noon());
            // Of several messages the last may be one without that header.
            let several = entry.scheme.declaration().message.len() > 1;
            assert!(
                matches!(verdict, Err(Rejection::ConflictingHeader { .. }))
                    || several && matches!(verdict, Err(Rejection::Signature)),
                "{} with {name} twice: {verdict:?}",
                entry.slug
            );

            if matches!(entry.slug, "keygen" | "phonepe-v1") {
                // Their values end in text that means nothing.
                continue;
            }
            let mut truncated = right.clone();
            let text = value.to_str().expect("text");
            let text = &text[..text.len().saturating_sub(3)];
            let value = HeaderValue::from_str(text).expect("a value");
            truncated.headers_mut().insert(name, value);
            assert!(is_refused(entry, &truncated), "{} with half of {name}", entry.slug);
        }
    }
}

#[test]
fn another_time_is_refused() {
    for entry in catalogue::all() {
        let Some(timestamp) = entry.scheme.timestamp() else { continue };
        let Some(tolerance) = timestamp.tolerance else { continue };
        let request = request(entry);
        for now in [noon() + tolerance, noon() - tolerance] {
            assert!(verdict(entry, &[entry.secret], &request, now).is_ok(), "{}", entry.slug);
        }
        let second = Duration::from_secs(1);
        let late = verdict(entry, &[entry.secret], &request, noon() + tolerance + second);
        assert!(matches!(late, Err(Rejection::Stale { .. })), "{}: {late:?}", entry.slug);
        let early = verdict(entry, &[entry.secret], &request, noon() - tolerance - second);
        assert!(matches!(early, Err(Rejection::Future { .. })), "{}: {early:?}", entry.slug);
        // The timestamp of a later delivery beside the signature of this one.
        let later = signed(entry, entry.secret, entry.body.as_bytes(), noon() + second);
        for (name, value) in later.headers() {
            if request.headers().get(name) != Some(value) && value.len() < 30 {
                let mut mixed = request.clone();
                mixed.headers_mut().insert(name, value.clone());
                assert!(is_refused(entry, &mixed), "{}: {name}", entry.slug);
            }
        }
    }
}

#[test]
fn the_order_of_named_parts_means_nothing_and_that_of_others_does() {
    for slug in ["stripe", "paddle", "sanity", "recurly"] {
        let entry = find(slug);
        let mut request = request(entry);
        let name = entry.scheme.headers()[0];
        let value = request.headers()[name].to_str().expect("text").to_owned();
        let separator = if slug == "paddle" { ";" } else { "," };
        let mut parts: Vec<&str> = value.split(separator).collect();
        parts.reverse();
        let value = HeaderValue::from_str(&parts.join(separator)).expect("a value");
        request.headers_mut().insert(name, value);
        assert_eq!(is_refused(entry, &request), slug == "recurly", "{slug}");
    }
}

#[test]
fn what_stands_twice_in_a_body_is_refused() {
    for (slug, twice) in [
        ("yoomoney", "&amount=1.00"),
        ("opennode", "&id=other"),
        ("liqpay", "&data=other"),
        ("braintree", "&bt_payload=other"),
    ] {
        let entry = find(slug);
        let request = request(entry).map(|body| Bytes::from([&body, twice.as_bytes()].concat()));
        let verdict = verdict(entry, &[entry.secret], &request, noon());
        assert!(matches!(verdict, Err(Rejection::ConflictingPart { .. })), "{slug}: {verdict:?}");
    }
    for (slug, twice) in [("mailgun", "\"signature\":1,"), ("paymob", "\"obj\":{},")] {
        let entry = find(slug);
        let request = request(entry).map(|body| {
            let text = String::from_utf8(body.to_vec()).expect("text");
            Bytes::from(text.replacen('{', &format!("{{{twice}"), 1))
        });
        let verdict = verdict(entry, &[entry.secret], &request, noon());
        assert!(matches!(verdict, Err(Rejection::MalformedBody(_))), "{slug}: {verdict:?}");
    }
}

#[test]
fn a_part_of_the_message_is_there_or_declared_to_be_optional() {
    let without = |slug: &str, from: &str, to: &str| {
        let entry = find(slug);
        let request = request(entry).map(|body| {
            let text = String::from_utf8(body.to_vec()).expect("text");
            assert!(text.contains(from), "{slug}");
            Bytes::from(text.replacen(from, to, 1))
        });
        verdict(entry, &[entry.secret], &request, noon())
    };
    for (slug, from) in [
        ("yoomoney", "codepro="),
        ("braintree", "bt_payload"),
        ("wayforpay", "\"orderReference\":"),
        ("paymob", "\"success\":"),
    ] {
        let to = from.replace(|c: char| c.is_ascii_alphabetic(), "x");
        let verdict = without(slug, from, &to);
        assert!(matches!(verdict, Err(Rejection::MissingPart { .. })), "{slug}: {verdict:?}");
    }
    let null = without("wayforpay", "\"orderReference\":\"v-1\"", "\"orderReference\":null");
    assert!(matches!(null, Err(Rejection::MissingPart { .. })), "{null:?}");
    let object = without("wayforpay", "\"orderReference\":\"v-1\"", "\"orderReference\":{}");
    assert!(matches!(object, Err(Rejection::MissingPart { .. })), "{object:?}");
    // An optional part is nothing where it is missing, and counts where it stands.
    assert!(without("paymob", "\"obj\":{", "\"obj\":{\"note\":null,").is_ok());
    let counts = without("paymob", "\"obj\":{", "\"obj\":{\"note\":1,");
    assert!(matches!(counts, Err(Rejection::Signature)), "{counts:?}");

    let quicknode = find("quicknode");
    let mut request = request(quicknode);
    request.headers_mut().remove("x-qn-nonce");
    let verdict = verdict(quicknode, &[quicknode.secret], &request, noon());
    assert!(matches!(verdict, Err(Rejection::MissingPart { .. })), "{verdict:?}");
}

#[test]
fn any_of_several_signatures_is_enough() {
    let docusign = find("docusign");
    let mut numbered = request(docusign);
    let right = numbered.headers()["x-docusign-signature-1"].clone();
    let other = signed(docusign, docusign.other, docusign.body.as_bytes(), noon());
    let wrong = other.headers()["x-docusign-signature-1"].clone();
    let headers = numbered.headers_mut();
    headers.insert("x-docusign-signature-1", wrong);
    headers.insert("x-docusign-signature-2", right.clone());
    assert!(!is_refused(docusign, &numbered));
    let headers = numbered.headers_mut();
    headers.remove("x-docusign-signature-2");
    headers.insert("x-docusign-signature-3", right);
    assert!(is_refused(docusign, &numbered), "the numbers have no gap");

    for (slug, separator) in [("cronofy", ","), ("svix", " "), ("recurly", ",")] {
        let entry = find(slug);
        let mut request = request(entry);
        let other = signed(entry, entry.other, entry.body.as_bytes(), noon());
        let name = entry.scheme.headers()[0];
        let right = request.headers()[name].to_str().expect("text").to_owned();
        let wrong = other.headers()[name].to_str().expect("text").to_owned();
        let last = right.rsplit(separator).next().expect("a signature");
        let value = format!("{wrong}{separator}{last}");
        let value = HeaderValue::from_str(&value).expect("a value");
        request.headers_mut().insert(name, value);
        assert!(!is_refused(entry, &request), "{slug}");
    }
}

#[test]
fn a_message_with_the_url_needs_the_address() {
    let entry = find("square");
    let (parts, body) = request(entry).into_parts();
    let verifier = entry.scheme.verifier(Secret::new(entry.secret));
    let refused = verifier.expect("a secret").verify(&parts, body);
    assert!(matches!(refused, Err(Rejection::UnknownAddress)));
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn generated_deliveries(
        note in "[ -~é]{0,40}",
        secret in "[!-~]{1,80}",
        at in 1_000_000_000_u64..4_000_000_000,
        place in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(at);
        for entry in catalogue::all() {
            let written_at = at.duration_since(SystemTime::UNIX_EPOCH).expect("a time").as_millis();
            let body = entry.body.replace(&WRITTEN_AT.to_string(), &written_at.to_string());
            let text = match body.strip_prefix('{') {
                Some(rest) => {
                    let note = serde_json::to_string(&note).expect("JSON");
                    format!("{{\"note\":{note},{rest}")
                }
                None if body.contains('<') || body.starts_with("--") => body.clone(),
                None => {
                    let escape = |text: String, byte| format!("{text}%{byte:02X}");
                    let note = note.bytes().fold(String::new(), escape);
                    format!("{body}&note={note}n")
                }
            };
            let is_text = entry.secret.starts_with("a secret");
            let secret = if is_text { secret.as_str() } else { entry.secret };
            let request = signed(entry, secret, text.as_bytes(), at);
            let accepted = verdict(entry, &[secret], &request, at);
            prop_assert!(accepted.is_ok(), "{}: {:?}", entry.slug, accepted);
            if !covers_body(entry) || request.body().is_empty() {
                continue;
            }
            let mut body = request.body().to_vec();
            let place = place.index(body.len());
            // The digits of an escape read the same in either case.
            let is_form = !entry.body.starts_with('{');
            body[place] ^= if is_form { 1 } else { 1 << bit };
            let flipped = request.clone().map(|_| Bytes::from(body));
            prop_assert!(verdict(entry, &[secret], &flipped, at).is_err(), "{}", entry.slug);
            let cut = request.map(|body| body.slice(..body.len() - 1));
            prop_assert!(verdict(entry, &[secret], &cut, at).is_err(), "{}", entry.slug);
        }
    }
}

/// A tolerance is kept wherever a time is signed, declared or not; where none is, it is refused when
/// the verifier is made.
#[test]
fn a_tolerance_is_kept_or_refused() {
    const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);
    const TOLERANCE: Duration = Duration::from_secs(50);
    let mut kept = Vec::new();
    for entry in catalogue::all().filter(|entry| !entry.is_by_code()) {
        let verify = |request: &Request<Bytes>, now: SystemTime| {
            let (parts, body) = request.clone().into_parts();
            let verifier = entry.verifier(&[entry.secret], now).tolerance(TOLERANCE)?;
            Ok::<_, SetupError>(verifier.verify(&parts, body))
        };
        let request = request(entry);
        let verdict = match verify(&request, noon()) {
            Ok(verdict) => verdict,
            Err(refused) => {
                let sentence = refused.to_string();
                assert!(sentence.contains("no time that is signed"), "{}: {sentence}", entry.slug);
                let verdict = verdict(entry, &[entry.secret], &request, noon() + 2 * YEAR);
                assert!(verdict.is_ok(), "{}: {verdict:?}", entry.slug);
                continue;
            }
        };
        // The time of some is that at which their body was written.
        let at = verdict.as_ref().ok().and_then(Delivery::signed_at).unwrap_or_else(noon);
        for (now, is_accepted) in [
            (at, true),
            (at + TOLERANCE, true),
            (at + TOLERANCE + Duration::from_secs(1), false),
            (at + YEAR, false),
        ] {
            let verdict = verify(&request, now).expect("as before");
            assert_eq!(verdict.is_ok(), is_accepted, "{}: {verdict:?}", entry.slug);
        }
        kept.push(entry.slug);
    }
    for slug in ["stripe", "paypal", "mailgun", "yoomoney", "sanity", "apple-app-store", "plaid"] {
        assert!(kept.contains(&slug), "{slug}: {kept:?}");
    }
}
