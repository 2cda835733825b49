//! The catalogue's vectors for signatures under public keys and for tokens.

use std::time::{Duration, SystemTime};

use base64ct::{Base64, Base64Unpadded, Encoding as _};
use serde::Deserialize;
use serde_json::Value;
use webhook_core::{
    Secret,
    jwt::{
        ClaimDigest, DigestClaim, DigestText, JwtAlgorithm, JwtError, JwtInput, JwtKey, JwtScheme,
        JwtVerifier,
    },
    public_key::{PublicKey, SignatureAlgorithm},
};

use super::verifies;

#[derive(Deserialize)]
struct Vector {
    provider: String,
    name: String,
    /// Missing where the token claims to need none.
    secret: Option<String>,
    url: Option<String>,
    headers: std::collections::HashMap<String, String>,
    body: String,
    signed_at: Option<u64>,
    expect: String,
    reason: Option<String>,
}

impl Vector {
    fn header(&self, name: &str) -> &str {
        &self.headers[name]
    }

    fn key(&self, algorithm: SignatureAlgorithm) -> PublicKey {
        PublicKey::new(algorithm, self.secret.as_ref().unwrap()).unwrap()
    }
}

/// Runs a provider's vectors; how many were valid and how many were not.
fn run(provider: &str, accepts: impl Fn(&Vector) -> bool) -> (usize, usize) {
    let vectors: Vec<Vector> = serde_json::from_str(include_str!("data/catalogue.json")).unwrap();
    let mut counts = (0, 0);
    for vector in vectors.iter().filter(|vector| vector.provider == provider) {
        let valid = vector.expect == "valid";
        assert_eq!(accepts(vector), valid, "{provider}: {} {:?}", vector.name, vector.reason);
        if valid {
            counts.0 += 1;
        } else {
            counts.1 += 1;
        }
    }
    counts
}

#[test]
fn standard_webhooks() {
    let counts = run("standard-webhooks", |vector| {
        let key = vector.key(SignatureAlgorithm::Ed25519);
        let signature = vector.header("webhook-signature").strip_prefix("v1a,").unwrap();
        let (id, at) = (vector.header("webhook-id"), vector.header("webhook-timestamp"));
        let head = format!("{id}.{at}.");
        let signature = Base64::decode_vec(signature).unwrap();
        verifies(&key, &[head.as_bytes(), vector.body.as_bytes()], &signature)
    });
    assert_eq!(counts, (1, 1));
}

#[test]
fn discord() {
    let counts = run("discord", |vector| {
        let key = vector.key(SignatureAlgorithm::Ed25519);
        let signature = hex::decode(vector.header("X-Signature-Ed25519")).unwrap();
        let at = vector.header("X-Signature-Timestamp");
        verifies(&key, &[at.as_bytes(), vector.body.as_bytes()], &signature)
    });
    assert_eq!(counts, (2, 1));
}

#[test]
fn sendgrid() {
    let counts = run("sendgrid", |vector| {
        let key = vector.key(SignatureAlgorithm::EcdsaP256);
        let signature = vector.header("X-Twilio-Email-Event-Webhook-Signature");
        let signature = Base64::decode_vec(signature).unwrap();
        let at = vector.header("X-Twilio-Email-Event-Webhook-Timestamp");
        verifies(&key, &[at.as_bytes(), vector.body.as_bytes()], &signature)
    });
    assert_eq!(counts, (3, 5));
}

/// The header is base64 of a JSON object, which holds the signature.
#[test]
fn ebay() {
    let counts = run("ebay", |vector| {
        let key = vector.key(SignatureAlgorithm::EcdsaP256Sha1);
        let header = Base64::decode_vec(vector.header("X-EBAY-SIGNATURE")).unwrap();
        let header: Value = serde_json::from_slice(&header).unwrap();
        let signature = Base64::decode_vec(header["signature"].as_str().unwrap()).unwrap();
        verifies(&key, &[vector.body.as_bytes()], &signature)
    });
    assert_eq!(counts, (1, 2));
}

/// The body names the version, which a declaration has to turn into the algorithm.
#[test]
fn aws_sns() {
    let counts = run("aws-sns", |vector| {
        let body: Value = serde_json::from_str(&vector.body).unwrap();
        let algorithm = match body["SignatureVersion"].as_str().unwrap() {
            "1" => SignatureAlgorithm::RsaSha1,
            _ => SignatureAlgorithm::RsaSha256,
        };
        let mut message = String::new();
        for name in ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] {
            if let Some(value) = body[name].as_str() {
                message.extend([name, "\n", value, "\n"]);
            }
        }
        let signature = Base64::decode_vec(body["Signature"].as_str().unwrap()).unwrap();
        verifies(&vector.key(algorithm), &[message.as_bytes()], &signature)
    });
    assert_eq!(counts, (4, 2));
}

const MESSAGEBIRD: JwtScheme =
    JwtScheme::new(&[JwtAlgorithm::Hs256, JwtAlgorithm::Hs384, JwtAlgorithm::Hs512])
        .with_issuer("MessageBird")
        .with_digests(&[
            DigestClaim::of_url("url_hash", ClaimDigest::Sha256, DigestText::Hex),
            DigestClaim::of_body("payload_hash", ClaimDigest::Sha256, DigestText::Hex)
                .optional_if_empty(),
        ])
        .with_leeway(Duration::from_secs(1))
        .requiring_expiry();
const _: () = assert!(MESSAGEBIRD.problem().is_none());

#[test]
fn messagebird() {
    let counts = run("messagebird", |vector| {
        let secret = Secret::new(vector.secret.as_deref().unwrap_or("any secret"));
        let verifier = JwtVerifier::new(&MESSAGEBIRD, [JwtKey::secret(&secret)]).unwrap();
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(vector.signed_at.unwrap());
        let token = vector.header("MessageBird-Signature-JWT");
        let input = JwtInput::new(token.as_bytes(), vector.body.as_bytes(), now)
            .url(vector.url.as_deref().unwrap());
        let verdict = verifier.verify(&input);
        if let (Err(error), Some(reason)) = (&verdict, vector.reason.as_deref()) {
            let expected = match reason.trim_start_matches("invalid jwt: ") {
                "claim nbf is in the future" => matches!(error, JwtError::NotYet { .. }),
                "claim exp is in the past" => matches!(error, JwtError::Expired { .. }),
                "claim url_hash is invalid" => *error == JwtError::OtherClaim("url_hash"),
                "claim payload_hash is invalid"
                | "claim payload_hash is set but actual payload is missing" => {
                    *error == JwtError::OtherClaim("payload_hash")
                }
                "claim payload_hash is not set but payload is present" => {
                    *error == JwtError::MissingClaim("payload_hash")
                }
                "signature is invalid" | "signing method none is invalid" => {
                    *error == JwtError::Signature
                }
                other => panic!("{other}"),
            };
            assert!(expected, "{}: {reason}: {error}", vector.name);
        }
        verdict.is_ok()
    });
    assert_eq!(counts, (24, 20));
}

/// Apple's token brings a chain of certificates, which nothing here validates: with the key of the
/// first one, taken on trust, the signature holds.
#[test]
fn apple_app_store() {
    const APPLE: JwtScheme =
        JwtScheme::new(&[JwtAlgorithm::Es256]).with_content(webhook_core::jwt::JwtContent::Whole);
    let counts = run("apple-app-store", |vector| {
        let body: Value = serde_json::from_str(&vector.body).unwrap();
        let token = body["signedPayload"].as_str().unwrap();
        let header = token.split('.').next().unwrap().replace('-', "+").replace('_', "/");
        let header: Value =
            serde_json::from_slice(&Base64Unpadded::decode_vec(&header).unwrap()).unwrap();
        let certificate = header["x5c"][0].as_str().unwrap();
        let key = PublicKey::new(SignatureAlgorithm::EcdsaP256Fixed, certificate).unwrap();
        let verifier = JwtVerifier::new(&APPLE, [JwtKey::public(key)]).unwrap();
        let now = SystemTime::now();
        verifier.verify(&JwtInput::new(token.as_bytes(), b"", now)).is_ok()
    });
    assert_eq!(counts, (1, 0));
}

/// The component vector of `LiveKit`: the claim's text.
#[test]
fn livekit_claim() {
    const LIVEKIT: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs256])
        .with_digests(&[DigestClaim::of_body("sha256", ClaimDigest::Sha256, DigestText::Base64)]);
    let body = br#"{"event":"room_started", "room":{"sid":"RM_TkVjUvAqgzKz", "name":"mytestroom", "emptyTimeout":300, "creationTime":"1628545903", "turnPassword":"ICkSr2rEeslkN6e9bXL4Ji5zzMD5Z7zzr6ulOaxMj6N", "enabledCodecs":[{"mime":"audio/opus"}, {"mime":"video/VP8"}]}}"#;
    let secret = Secret::new("secret");
    let token = webhook_core::jwt::JwtSigning::new(&LIVEKIT).body(body);
    let token = token.under_secret(&secret).unwrap();
    let verifier = JwtVerifier::new(&LIVEKIT, [JwtKey::secret(&secret)]).unwrap();
    let input = JwtInput::new(token.as_bytes(), body, SystemTime::now());
    let token = verifier.verify(&input).unwrap();
    assert_eq!(
        token.claim("sha256").as_deref(),
        Some("CoEQz1chqJ9bnZRcORddjplkvpjmPujmLTR42DbefYI=")
    );
}
