//! What verification makes of declarations that no provider of the catalogue has.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::time::{Duration, SystemTime};

use crate::with::With as _;
use bytes::Bytes;
use http::{Request, request::Parts};
use webhook_core::{
    Delivery, Rejection, Scheme, Secret, Verifier,
    custom::{CustomScheme, Draft, Evidence, Unverified},
    scheme::{
        Algorithm, Digest, Encoding, Handshake, HandshakeMethod, KeyForm, Part, Pointer, Source,
        TimestampPlace, Unit,
    },
};

const ID: Part = Part::Json(Pointer::of(&["id"]));
const JSON: &str = r#"{"id":"a","at":1700000000,"name":"b"}"#;
const FORM: &str = "id=a&name=b&other=c";

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

fn secret() -> Secret {
    Secret::new("a secret")
}

fn scheme() -> Scheme {
    Scheme::new("example", Algorithm::HmacSha256, &["x-signature"])
}

fn leak(scheme: &Scheme) -> &'static Scheme {
    Box::leak(Box::new(*scheme))
}

/// A scheme with this message.
fn of(message: &'static [&'static [Part]]) -> Scheme {
    scheme().with_message(message)
}

fn verifier(scheme: &'static Scheme) -> Verifier {
    scheme.verifier(secret()).expect("a secret").clock(noon)
}

/// The verdict over a body that comes in pieces of this size.
fn in_pieces(
    verifier: &Verifier,
    parts: &Parts,
    body: &Bytes,
    size: usize,
) -> Result<Delivery, Rejection> {
    let mut running = verifier.begin(parts)?;
    for piece in body.chunks(size) {
        running.update(piece);
    }
    running.finish()
}

fn signed(scheme: &'static Scheme, body: &'static str) -> (Parts, Bytes) {
    scheme.sign(&secret(), body).at(noon()).request().into_parts()
}

/// Parts of the body before the body itself: what is fed as it comes cannot be fed yet.
#[test]
fn a_message_that_needs_the_body_first_is_the_same_in_pieces() {
    const OPTIONAL: Part = Part::Optional(&ID);
    let at = TimestampPlace::Json(Pointer::of(&["at"]));
    let cases: [(&str, Scheme, &str); 9] = [
        ("a value", of(&[&[ID, Part::Text("."), Part::Body]]), JSON),
        ("an optional value", of(&[&[OPTIONAL, Part::Text("."), Part::Body]]), JSON),
        ("a value behind", of(&[&[Part::Text("."), Part::Body, ID]]), JSON),
        ("a digest", of(&[&[Part::Digest(Digest::Sha256), Part::Body]]), JSON),
        ("a checksum", of(&[&[Part::Crc32, Part::Body]]), JSON),
        ("a field", of(&[&[Part::Field("id"), Part::Body]]), FORM),
        ("fields", of(&[&[Part::SortedForm, Part::Body]]), FORM),
        (
            "a timestamp",
            of(&[&[Part::Timestamp, Part::Body]]).with_timestamp(at, Unit::Seconds, 300),
            JSON,
        ),
        ("the body alone", scheme(), JSON),
    ];
    for (name, scheme, body) in cases {
        let scheme = leak(&scheme);
        let verifier = verifier(scheme);
        let (parts, body) = signed(scheme, body);
        for size in 1..=body.len() {
            let delivery = in_pieces(&verifier, &parts, &body, size);
            let delivery = delivery.unwrap_or_else(|why| panic!("{name}, {size}: {why}"));
            assert_eq!(delivery.body(), &body, "{name}");
        }
        let other: Bytes = [&body[..], b" "].concat().into();
        for size in [1, 7, other.len()] {
            let refused = in_pieces(&verifier, &parts, &other, size);
            assert!(matches!(refused, Err(Rejection::Signature)), "{name}, {size}: {refused:?}");
        }
    }
}

/// What stands before the body is looked for before the body is read, whatever stands behind it.
#[test]
fn what_the_head_misses_is_missed_when_verification_begins() {
    const BEHIND: &[&[Part]] = &[&[Part::Header("x-a"), Part::Body, ID]];
    let verifier = verifier(leak(&of(BEHIND)));
    let request = Request::post("/").header("x-signature", "ab".repeat(32));
    let (parts, ()) = request.body(()).unwrap().into_parts();
    let refused = verifier.begin(&parts).err();
    assert!(matches!(refused, Some(Rejection::MissingPart { part: "a header" })), "{refused:?}");
}

/// In an address a `+` that was not escaped is a blank; elsewhere a blank is one.
#[test]
fn a_blank_is_a_plus_in_addresses_alone() {
    let scheme = Scheme::new("example", Algorithm::HmacSha256, &[]).with_encoding(Encoding::Base64);
    let in_query = leak(&scheme.with_signature(Source::Query("sig")));
    let in_body = scheme.with_signature(Source::Json(Pointer::of(&["sig"])));
    let in_body = leak(&in_body.with_message(&[&[ID]]));
    let bodies: Vec<String> = (0..20).map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
    let mut tried = 0;
    for body in &bodies {
        let request = in_query.sign(&secret(), body.clone()).request();
        let (mut parts, body) = request.into_parts();
        assert!(verifier(in_query).verify(&parts, body.clone()).is_ok());
        parts.uri = parts.uri.to_string().replace("%2B", "+").parse().unwrap();
        assert!(verifier(in_query).verify(&parts, body).is_ok(), "{}", parts.uri);
    }
    for body in &bodies {
        let (parts, body) = in_body.sign(&secret(), body.clone()).request().into_parts();
        assert!(verifier(in_body).verify(&parts, body.clone()).is_ok());
        let other = std::str::from_utf8(&body).unwrap().replace('+', " ");
        if other.as_bytes() != &body[..] {
            let refused = verifier(in_body).verify(&parts, other);
            assert!(matches!(refused, Err(Rejection::MalformedSignature)), "{refused:?}");
            tried += 1;
        }
    }
    assert!(tried > 0);
}

#[test]
fn what_a_message_misses_is_named() {
    const A: Part = Part::Json(Pointer::of(&["a"]));
    for (message, missed) in [
        (&[Part::Header("x-a"), Part::Body] as &'static [Part], "a header"),
        (&[Part::Parameter("a"), Part::Body], "a parameter of the query"),
        (&[Part::Body, Part::Field("a")], "a field of the form"),
        (&[Part::Body, A], "a value of the body"),
    ] {
        let scheme = leak(&of(Box::leak(Box::new([message]))));
        let request = Request::post("/?b=1").header("x-signature", "ab".repeat(32));
        let (parts, ()) = request.body(()).unwrap().into_parts();
        match verifier(scheme).verify(&parts, JSON) {
            Err(Rejection::MissingPart { part }) => assert_eq!(part, missed),
            other => panic!("{missed}: {other:?}"),
        }
    }
}

/// A delivery says which secret it was signed with, whole and in pieces.
#[test]
fn the_secret_that_matched_is_named() {
    let scheme = leak(&scheme());
    let secrets = ["new", "old", "older", "oldest"].map(Secret::new);
    let verifier = scheme.verifier(secrets.clone()).expect("secrets");
    for (at, secret) in secrets.iter().enumerate() {
        let (parts, body) = scheme.sign(secret, JSON).request().into_parts();
        assert_eq!(in_pieces(&verifier, &parts, &body, 7).unwrap().secret(), at);
        assert_eq!(verifier.verify(&parts, body).unwrap().secret(), at);
    }
}

#[test]
fn a_timestamp_in_the_query_is_signed_and_fresh() {
    let place = TimestampPlace::Query("at");
    let scheme = of(&[&[Part::Parameter("at"), Part::Text("."), Part::Body]]);
    let verifier = verifier(leak(&scheme.with_timestamp(place, Unit::Seconds, 300)));
    let secret = secret();
    let sign = |at: SystemTime| {
        let signing = verifier.scheme().sign(&secret, JSON).at(at);
        signing.uri("/in?tenant=4".parse().unwrap()).request().into_parts().0
    };
    let parts = sign(noon());
    let delivery = verifier.verify(&parts, JSON).unwrap();
    assert_eq!(delivery.signed_at(), Some(noon()));
    let stale = verifier.verify(&sign(noon() - Duration::from_secs(301)), JSON);
    assert!(matches!(stale, Err(Rejection::Stale { .. })), "{stale:?}");
    for (query, missing) in [("", true), ("?at=1700000000&at=1700000001", false), ("?at=x", true)] {
        let mut parts = parts.clone();
        parts.uri = format!("/in{query}").parse().unwrap();
        match verifier.begin(&parts) {
            Err(Rejection::MissingTimestamp) => assert!(missing, "{query}"),
            Err(Rejection::ConflictingPart { .. }) => assert!(!missing, "{query}"),
            other => panic!("{query}: {other:?}"),
        }
    }
}

#[test]
fn a_body_may_be_as_long_as_the_limit() {
    let scheme = leak(&scheme());
    let (parts, body) = signed(scheme, JSON);
    let fitting = verifier(scheme).limit(JSON.len());
    assert_eq!(format!("{fitting:?}"), r#"Verifier { provider: "example", .. }"#);
    assert!(fitting.verify(&parts, body.clone()).is_ok());
    assert!(in_pieces(&fitting, &parts, &body, 7).is_ok());
    let running = fitting.begin(&parts).unwrap();
    assert!(!running.is_over_limit());
    assert_eq!(
        format!("{running:?}"),
        r#"StreamingVerifier { provider: "example", received: 0, .. }"#
    );
    let less = verifier(scheme).limit(JSON.len() - 1);
    let refused = less.verify(&parts, body.clone());
    assert!(matches!(refused, Err(Rejection::BodyTooLarge { .. })), "{refused:?}");
    let mut running = less.begin(&parts).unwrap();
    running.push(body.slice(1..));
    assert!(!running.is_over_limit());
    running.push(body.slice(..1));
    assert!(running.is_over_limit());
    let refused = running.finish();
    assert!(matches!(refused, Err(Rejection::BodyTooLarge { .. })), "{refused:?}");
}

/// A sender that asks for the signature of a text could be anybody: what comes back is no delivery.
#[test]
fn a_challenge_is_no_delivery_in_pieces_either() {
    const PROOF: Handshake = Handshake {
        method: HandshakeMethod::Get,
        when: &[],
        challenge: Some(Source::Query("challenge")),
        verify_token: None,
        answer: &[Part::Proof],
        header: &[],
        proof: None,
        status: 200,
        refusal: 403,
        signed: false,
    };
    /// What is shown is what was asked, or a digest that needs no key.
    const ECHO: Handshake = Handshake { answer: &[Part::Challenge], ..PROOF };
    const DIGEST: Handshake =
        Handshake { proof: Some((Digest::Sha256, &[Part::Challenge])), ..PROOF };
    const IN_HEADER: Handshake =
        Handshake { answer: &[], header: &[("x-proof", &[Part::Proof])], ..PROOF };
    let declared = scheme();
    let by_code = scheme().with_custom(&ByCode);
    for (scheme, asks) in [
        (declared, false),
        (declared.with_handshake(&[PROOF]), true),
        (declared.with_handshake(&[ECHO, IN_HEADER]), true),
        (declared.with_handshake(&[ECHO, DIGEST]), false),
        (by_code, false),
        (by_code.with_handshake(&[PROOF]), true),
    ] {
        let scheme = leak(&scheme);
        let verifier = verifier(scheme);
        for (body, is_challenge) in [("challenge-7", true), (r#"{"id":"a"}"#, false)] {
            let (parts, body) = signed(scheme, body);
            for size in 1..=body.len() {
                let verdict = in_pieces(&verifier, &parts, &body, size);
                if asks && is_challenge {
                    assert!(matches!(verdict, Err(Rejection::Signature)), "{verdict:?}");
                } else {
                    assert!(verdict.is_ok(), "{verdict:?}");
                }
            }
        }
    }
}

/// A proof without a key is a digest of all that it says.
#[test]
fn a_proof_is_of_the_text_around_the_challenge_too() {
    const PROOF: Handshake = Handshake {
        method: HandshakeMethod::Get,
        when: &[],
        challenge: Some(Source::Query("challenge")),
        verify_token: None,
        answer: &[Part::Proof],
        header: &[],
        proof: Some((Digest::Sha256, &[Part::Text("a:"), Part::Challenge])),
        status: 200,
        refusal: 403,
        signed: false,
    };
    let verifier = verifier(leak(&scheme().with_handshake(&[PROOF])));
    let (parts, ()) = Request::get("/?challenge=c-1").body(()).unwrap().into_parts();
    let answer = verifier.handshake(&parts, "").unwrap().expect("an answer");
    // `printf 'a:c-1' | sha256sum`
    assert_eq!(answer.body(), "97bcc4886bb501e17c582e80ec86afab5d603eb5883c4f02e0c0934f4bfefe5d");
}

/// Signs the body, as code that could do anything.
#[derive(Debug)]
struct ByCode;

impl CustomScheme for ByCode {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let signature = request.parts().headers["x-signature"].as_bytes();
        let feed = |_: &[u8], feed: &mut dyn FnMut(&[u8])| feed(request.body());
        let evidence = request.matching(Algorithm::HmacSha256, Encoding::Hex, &[signature], feed);
        evidence.ok_or(Rejection::Signature)
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let body = draft.request().body().clone();
        let feed = |_: &[u8], feed: &mut dyn FnMut(&[u8])| feed(&body);
        let signature = draft.signature(Algorithm::HmacSha256, Encoding::Hex, feed);
        draft.header("x-signature", &signature);
    }
}

/// Without the feature, ASCII alone is normalised; then the error says what is missing.
#[test]
fn what_cannot_be_normalised_is_no_secret() {
    let scheme = leak(&scheme().with_secret_encoding(KeyForm::Nfkd));
    let refusal = |text: &[u8]| scheme.verifier(Secret::new(text)).err().map(|why| why.to_string());
    let needed = if cfg!(feature = "nfkd") { "" } else { ": it needs of webhook-kit: `nfkd`" };
    assert_eq!(refusal(b"plain"), None);
    assert_eq!(refusal(b"\xff"), Some(format!("secret 0 of `example` is not nfkd{needed}")));
    assert_eq!(refusal("\u{212b}".as_bytes()).is_none(), cfg!(feature = "nfkd"));
}

#[cfg(feature = "ed25519")]
const PRIVATE: &str = include_str!("../../../tests/vectors/keys/ed25519-one.pem");

/// The keys of a source, of which one is that of [`PRIVATE`].
#[cfg(feature = "ed25519")]
fn keys() -> webhook_core::key_source::Keys {
    use webhook_core::{
        key_source::{Keys, StaticKeys},
        public_key::{PublicKey, SignatureAlgorithm},
    };
    let public = include_bytes!("../../../tests/vectors/keys/ed25519-one.pub");
    let key = PublicKey::new(SignatureAlgorithm::Ed25519, public).unwrap();
    Keys::of(StaticKeys::new([(Some("one".to_owned()), key)]))
}

#[cfg(feature = "ed25519")]
const FETCHED: webhook_core::scheme::FetchedKeys = webhook_core::scheme::FetchedKeys {
    id: Some(webhook_core::scheme::KeyId::At(Source::Json(Pointer::of(&["kid"])))),
    url: None,
    hosts: &[],
    form: webhook_core::scheme::DocumentForm::Key,
};

/// A body that says which key is meant is read before the key is fetched, and not once more after.
#[cfg(feature = "ed25519")]
#[tokio::test]
async fn signatures_in_a_body_count_once() {
    use webhook_core::scheme::{Format, FormatPart};
    const LIST: Format = Format::List { separator: b',', items: &[("", FormatPart::Signature)] };
    let scheme = Scheme::new("example", Algorithm::Ed25519, &[])
        .with_format(LIST)
        .with_signature(Source::Json(Pointer::of(&["sig"])))
        .with_message(&[&[ID]])
        .with_keys(&FETCHED);
    let scheme = leak(&scheme);
    let verifier = scheme.fetching_verifier(keys()).expect("a source").clock(noon);
    let request = scheme.sign(&Secret::new(PRIVATE), r#"{"id":"a","kid":"one"}"#).request();
    let (parts, body) = request.into_parts();
    // More than half of what a rotation may have.
    let others = format!(r#""sig":"{}"#, format!("{},", "ab".repeat(64)).repeat(5));
    let body = std::str::from_utf8(&body).unwrap().replace(r#""sig":""#, &others);
    assert!(verifier.verify(&parts, body.clone()).await.is_ok(), "{body}");
    let other = body.replace(r#""id":"a""#, r#""id":"b""#);
    let refused = verifier.verify(&parts, other).await;
    assert!(matches!(refused, Err(Rejection::Signature)), "{refused:?}");
}

/// A handshake that the provider signs is verified under the key that it names, as a delivery is.
#[cfg(feature = "ed25519")]
#[tokio::test]
async fn handshakes_are_answered_under_keys_that_are_fetched() {
    const ASKED: Handshake = Handshake {
        method: HandshakeMethod::Get,
        when: &[],
        challenge: Some(Source::Query("challenge")),
        verify_token: None,
        answer: &[Part::Challenge],
        header: &[],
        proof: None,
        status: 200,
        refusal: 403,
        signed: false,
    };
    const SIGNED: Handshake = Handshake {
        method: HandshakeMethod::Post,
        when: &[(Source::Json(Pointer::of(&["type"])), Some("ping"))],
        challenge: Some(Source::Json(Pointer::of(&["id"]))),
        signed: true,
        ..ASKED
    };
    let scheme = Scheme::new("example", Algorithm::Ed25519, &["x-signature"]);
    let scheme = leak(&scheme.with_keys(&FETCHED).with_handshake(&[ASKED, SIGNED]));
    let verifier = scheme.fetching_verifier(keys()).expect("a source").clock(noon);
    let secret = Secret::new(PRIVATE);
    assert_eq!(format!("{verifier:?}"), r#"FetchingVerifier { provider: "example", .. }"#);
    let ask = async |parts: &Parts, body: &str| {
        let answer = verifier.handshake(parts, body.to_owned()).await;
        answer.map(|answer| answer.map(|answer| (answer.status().as_u16(), answer.into_body())))
    };
    let (parts, ()) = Request::get("/?challenge=c-1").body(()).unwrap().into_parts();
    assert_eq!(ask(&parts, "").await.unwrap(), Some((200, Bytes::from("c-1"))));
    for (body, answer) in [
        (r#"{"id":"a","kid":"one","type":"ping"}"#, Some((200, Bytes::from("a")))),
        (r#"{"id":"a","kid":"one","type":"paid"}"#, None),
    ] {
        let (parts, _) = scheme.sign(&secret, body).request().into_parts();
        assert_eq!(ask(&parts, body).await.unwrap(), answer);
    }
    let (parts, _) = scheme.sign(&secret, "{}").request().into_parts();
    let forged = ask(&parts, r#"{"id":"a","kid":"one","type":"ping"}"#).await;
    assert!(matches!(forged, Err(Rejection::Signature)), "{forged:?}");
}
