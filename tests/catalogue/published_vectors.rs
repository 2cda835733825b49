//! Every published vector of the field, from the request to the verdict.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a panic fails the test"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, SystemTime},
};

use crate::catalogue::{self, Entry};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Uri, request::Parts};
use serde::Deserialize;
use webhook_kit::{Delivery, Rejection, Secret, scheme::Evidence};

const VECTORS: &str = include_str!("../vectors/catalogue/vectors.json");
/// Those of providers that were added since.
const ADDED: &str = include_str!("../vectors/catalogue/added.json");
/// What the providers' own packages took and refused: `tests/outside/record.mjs`.
const SDKS: &str = include_str!("../vectors/catalogue/sdks.json");
const COMPONENTS: &str = include_str!("../vectors/catalogue/component_vectors.json");

/// What is not run here, and why. The vectors of a provider, or of one kind of its secrets.
const LISTED: &[(&str, Option<&str>, &str)] = &[(
    "apple-app-store",
    Some("x509-root-certificate-pem"),
    "a chain of certificates up to a root that the owner trusts",
)];

#[derive(Debug, Deserialize)]
struct Vector {
    provider: String,
    name: String,
    secret: Option<String>,
    secret_kind: String,
    method: String,
    url: Option<String>,
    headers: BTreeMap<String, String>,
    body: String,
    /// What the delivery holds, where that is not the body.
    delivered: Option<String>,
    expect: String,
    reason: Option<String>,
    source_class: String,
    signed_at: Option<u64>,
}

impl Vector {
    fn is_listed(&self) -> bool {
        LISTED.iter().any(|(provider, kind, _)| {
            *provider == self.provider && kind.is_none_or(|kind| kind == self.secret_kind)
        })
    }

    /// Whether the provider published it, in whoever's words.
    fn is_published(&self) -> bool {
        !self.source_class.starts_with("third") && !self.is_of_sdk()
    }

    fn is_of_sdk(&self) -> bool {
        self.source_class.starts_with("sdk, run")
    }

    fn entry(&self) -> &'static Entry {
        let mut all = catalogue::all().filter(|entry| entry.slug == self.provider);
        all.next().unwrap_or_else(|| panic!("`{}` is neither declared nor listed", self.provider))
    }

    /// The address of the server, and the request as the server sees it.
    fn request(&self) -> (String, Parts) {
        let url = self.url.as_deref().unwrap_or("https://example.com/");
        let (scheme, rest) = url.split_once("://").expect("an address");
        let at = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at(at);
        let uri: Uri = if path.is_empty() { "/" } else { path }.parse().expect("a path");
        let mut parts = Request::new(()).into_parts().0;
        parts.method = self.method.parse().expect("a method");
        parts.uri = uri;
        for (name, value) in &self.headers {
            parts.headers.append(
                HeaderName::try_from(name).expect("a name"),
                HeaderValue::from_str(value).expect("a value"),
            );
        }
        (format!("{scheme}://{authority}"), parts)
    }

    /// What the owner says before the key.
    fn said(&self) -> String {
        if self.provider != "aws-sns" {
            return String::new();
        }
        let body: serde_json::Value = serde_json::from_str(&self.body).expect("JSON");
        format!("{}\n", body["TopicArn"].as_str().expect("a topic"))
    }

    fn verdict(&self) -> Result<Delivery, Rejection> {
        let (url, parts) = self.request();
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(self.signed_at.unwrap_or_default());
        // Tokens that claim to need no key are tried with one.
        let secret = format!("{}{}", self.said(), self.secret.as_deref().unwrap_or("a secret"));
        let verifier = self.entry().verifier(&[&secret], now);
        let verifier = verifier.url(&url).expect("an address");
        verifier.verify(&parts, Bytes::copy_from_slice(self.body.as_bytes()))
    }
}

fn vectors() -> Vec<Vector> {
    let parse = |text| -> Vec<Vector> { serde_json::from_str(text).expect("the vectors") };
    [parse(VECTORS), parse(ADDED), parse(SDKS)].into_iter().flatten().collect()
}

#[test]
fn every_vector_has_its_verdict() {
    let (mut valid, mut invalid) = (0, 0);
    for vector in vectors().iter().filter(|vector| !vector.is_listed()) {
        // The one delivery of a handshake that is answered by decrypting it.
        if vector.provider == "wecom" && vector.method == "GET" {
            continue;
        }
        let verdict = vector.verdict();
        let name = format!("{}: {}", vector.provider, vector.name);
        if vector.expect == "valid" {
            let delivery = verdict.unwrap_or_else(|rejection| panic!("{name}: {rejection}"));
            let held = vector.delivered.as_ref().unwrap_or(&vector.body);
            assert_eq!(&delivery.body()[..], held.as_bytes(), "{name}");
            valid += 1;
            continue;
        }
        let rejection = verdict.err().unwrap_or_else(|| panic!("{name}: accepted"));
        let right = match vector.reason.as_deref() {
            // Code passes over what is no signature.
            Some("malformed-signature") if vector.provider == "adyen-payments" => {
                matches!(rejection, Rejection::Signature)
            }
            Some("malformed-signature") => matches!(
                rejection,
                Rejection::MalformedHeader { .. } | Rejection::MalformedSignature
            ),
            // No number, where one has to stand.
            Some("tampered-timestamp") if vector.provider == "sendgrid" => {
                matches!(rejection, Rejection::MalformedHeader { .. })
            }
            Some(why) if why.starts_with("invalid jwt: ") => {
                let late = why.ends_with("is in the past");
                let early = why.ends_with("is in the future");
                match rejection {
                    Rejection::Stale { .. } => late,
                    Rejection::Future { .. } => early,
                    Rejection::Signature => !late && !early,
                    _ => false,
                }
            }
            Some("unknown-version") => matches!(rejection, Rejection::MalformedHeader { .. }),
            // Some of them have another length, and are refused before the body is read.
            Some("wrong-signature") => {
                matches!(rejection, Rejection::Signature | Rejection::MalformedHeader { .. })
            }
            _ => matches!(rejection, Rejection::Signature),
        };
        assert!(right, "{name}: {:?}: {rejection}", vector.reason);
        invalid += 1;
    }
    println!("{valid} accepted, {invalid} refused");
    assert_eq!((valid, invalid), EXPECTED);
}

/// How many vectors run here: accepted, refused.
const EXPECTED: (usize, usize) = (154, 160);

#[test]
fn what_is_listed_is_what_remains() {
    for (provider, kind, reason) in LISTED {
        let listed = |vector: &&Vector| {
            vector.provider == *provider && kind.is_none_or(|kind| kind == vector.secret_kind)
        };
        assert!(vectors().iter().any(|vector| listed(&vector)), "{provider} has no vector");
        assert!(!reason.is_empty());
        if kind.is_none() {
            let declared = catalogue::all().find(|entry| entry.slug == *provider);
            let claimed = declared.and_then(|entry| entry.scheme.evidence());
            assert_ne!(claimed, Some(Evidence::Vector), "{provider} does not accept its vectors");
        }
    }
    let all = vectors();
    let listed = all.iter().filter(|vector| vector.is_listed()).count();
    // One more vector, of WeCom, is a handshake that is answered by decrypting.
    assert_eq!(all.len(), EXPECTED.0 + EXPECTED.1 + listed + 1);
}

/// A provider is said to be known from a published signature where its declaration accepts one,
/// and nowhere else.
#[test]
fn evidence_is_what_the_vectors_are() {
    let all = vectors();
    let published: BTreeSet<&str> = all
        .iter()
        .filter(|vector| vector.expect == "valid" && vector.is_published())
        .filter(|vector| !vector.is_listed())
        .map(|vector| vector.provider.as_str())
        .collect();
    let catalogue = webhook_kit::providers::all().iter().map(|entry| entry.scheme);
    let claimed: BTreeSet<&str> = catalogue
        .filter(|scheme| scheme.evidence() == Some(Evidence::Vector))
        .map(webhook_kit::Scheme::name)
        .collect();
    assert_eq!(claimed, published);
}

/// Whose own code was run is not known from others.
#[test]
fn what_an_sdk_showed_is_said_to_be_known_from_it() {
    let all = vectors();
    let shown: BTreeSet<&str> = all
        .iter()
        .filter(|vector| vector.is_of_sdk())
        .map(|vector| vector.provider.as_str())
        .collect();
    assert!(shown.len() > 40, "{}", shown.len());
    for name in shown {
        let entry = catalogue::all().find(|entry| entry.slug == name).expect("a provider");
        let claimed = entry.scheme.evidence();
        assert!(
            matches!(claimed, Some(Evidence::Sdk | Evidence::Vector)),
            "{name} is known from its SDK, and declares {claimed:?}"
        );
    }
}

/// Of most providers the signature is known from their own material.
#[test]
fn others_alone_tell_of_less_than_a_third() {
    let catalogue = webhook_kit::providers::all();
    let from_others = catalogue
        .iter()
        .filter(|entry| entry.scheme.evidence() == Some(Evidence::ThirdParty))
        .count();
    assert!(3 * from_others < catalogue.len(), "{from_others} of {}", catalogue.len());
}

#[derive(Debug, Deserialize)]
struct Component {
    provider: String,
    kind: String,
    inputs: BTreeMap<String, serde_json::Value>,
    expected: String,
}

#[test]
fn handshakes_are_answered_as_published() {
    let components: Vec<Component> = serde_json::from_str(COMPONENTS).expect("the vectors");
    let ask = |slug: &str, (url, uri): (&str, String), secret: &str, token: &str| {
        let parts = Request::get(uri).body(()).expect("a request").into_parts().0;
        let verifier = catalogue::find(slug).verifier(&[secret], SystemTime::UNIX_EPOCH);
        let verifier = verifier.url(url).expect("an address");
        let answer = verifier.verify_token(Secret::new(token)).handshake(&parts, Bytes::new());
        let answer = answer.expect("no rejection").expect("an answer");
        String::from_utf8_lossy(answer.body()).into_owned()
    };
    let mut answered = 0;
    for component in components.iter().filter(|component| component.kind == "handshake") {
        let text = |name: &str| component.inputs[name].as_str().expect("a text");
        match component.provider.as_str() {
            "x" => {
                let uri = format!("/?crc_token={}", text("crc_token"));
                let answer = ask("x", (catalogue::URL, uri), text("consumer_secret"), "unused");
                assert_eq!(answer, format!("{{\"response_token\":\"{}\"}}", component.expected));
            }
            "braintree" => {
                let uri = format!("/?bt_challenge={}", text("challenge"));
                let (private, public) = (text("private_key"), text("public_key"));
                let answer = ask("braintree", (catalogue::URL, uri), private, public);
                assert_eq!(answer, component.expected);
            }
            "ebay" => {
                let (address, path) = text("endpoint").rsplit_once('/').expect("an address");
                let uri = format!("/{path}?challenge_code={}", text("challenge_code"));
                let answer =
                    ask("ebay", (address, uri), catalogue::keys::P256.0, text("verificationToken"));
                assert_eq!(answer, format!("{{\"challengeResponse\":\"{}\"}}", component.expected));
            }
            other => panic!("{other}"),
        }
        answered += 1;
    }
    assert_eq!(answered, 3);
}
