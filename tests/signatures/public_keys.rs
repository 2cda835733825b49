//! Declarations under public keys: which texts are keys, which are refused, and that none of them
//! is ever taken for a secret.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a panic fails the test"
)]

use std::time::{Duration, SystemTime};

use crate::catalogue::{
    keys::{ED25519, P256, RSA, private},
    not_in_catalogue::Fireblocks,
};
use base64ct::{Base64, Encoding as _};
use bytes::Bytes;
use http::{HeaderValue, Request};
use webhook_kit::{
    Delivery, Provider, Rejection, Secret, Verifier,
    providers::{
        aws_sns::AwsSns, keygen::Keygen, sendgrid::SendGrid, standard_webhooks::StandardWebhooks,
        telnyx::Telnyx,
    },
    scheme::Algorithm,
};

const BODY: &str = "{\"id\":\"1\",\"type\":\"paid\"}";
const SYMMETRIC: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
/// The specification's own pair.
const PUBLIC: &str = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";
const PRIVATE: &str =
    "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

fn signed<P: Provider>(key: &str) -> Request<Bytes> {
    P::sign(&Secret::new(key), BODY).at(noon()).request()
}

fn verify<P: Provider>(secrets: &[&str], request: &Request<Bytes>) -> Result<Delivery, Rejection> {
    let secrets: Vec<Secret> = secrets.iter().map(|text| Secret::new(*text)).collect();
    let verifier = Verifier::<P>::new(secrets).expect("secrets").clock(noon);
    let (parts, body) = request.clone().into_parts();
    verifier.verify(&parts, body)
}

fn refusal<P: Provider>(secrets: &[&str]) -> String {
    let secrets: Vec<Secret> = secrets.iter().map(|text| Secret::new(*text)).collect();
    Verifier::<P>::new(secrets).expect_err("a refusal").to_string()
}

fn lines(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with("----")).collect()
}

/// The last bytes of a short document are the bare key.
fn bare(pem: &str, len: usize) -> Vec<u8> {
    let der = Base64::decode_vec(&lines(pem)).expect("base64");
    der[der.len() - len..].to_vec()
}

#[test]
fn private_keys_sign_in_every_form() {
    let ed25519 = private(ED25519.0);
    let seed = bare(ed25519, 32);
    for form in [ed25519.to_owned(), lines(ed25519), hex(&seed), Base64::encode_string(&seed)] {
        assert!(verify::<Telnyx>(&[ED25519.0], &signed::<Telnyx>(&form)).is_ok(), "{form}");
    }
    let p256 = private(P256.0);
    let sec1 = include_str!("../vectors/keys/p256-one.sec1");
    let scalar = &Base64::decode_vec(&lines(sec1)).expect("base64")[7..39];
    for form in [p256, sec1, &lines(p256), &lines(sec1), &hex(scalar)] {
        assert!(verify::<SendGrid>(&[P256.0], &signed::<SendGrid>(form)).is_ok(), "{form}");
    }
    let rsa = private(RSA.0);
    let pkcs1 = include_str!("../vectors/keys/rsa-one.pkcs1");
    for form in [rsa, pkcs1, &lines(rsa), &lines(pkcs1)] {
        assert!(verify::<Fireblocks>(&[RSA.0], &signed::<Fireblocks>(form)).is_ok(), "{form}");
    }
    // A public key signs nothing, and neither does the key of another kind.
    for other in [ED25519.0, rsa, "a secret", ""] {
        let request = signed::<Telnyx>(other);
        assert!(verify::<Telnyx>(&[ED25519.0], &request).is_err(), "{other}");
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[test]
fn what_is_no_public_key_is_refused_when_the_verifier_is_made() {
    assert!(refusal::<Telnyx>(&[]).contains("none was given"));
    for (text, why) in [
        (" ", "is blank"),
        ("a secret", "this is no public key"),
        (private(ED25519.0), "this is a private key"),
        (PRIVATE, "this is a private key"),
        (RSA.0, "this is a key for RSA: expected one for Ed25519"),
    ] {
        let sentence = refusal::<Telnyx>(&[ED25519.0, text]);
        assert!(sentence.contains(why) && sentence.contains("secret 1"), "{sentence}");
    }
    assert!(refusal::<Fireblocks>(&[P256.0]).contains("expected one for RSA"));
}

#[test]
fn a_body_in_chunks_is_a_body() {
    fn run<P: Provider>(key: &str) {
        let (parts, body) = signed::<P>(private(key)).into_parts();
        let verifier = Verifier::<P>::new(Secret::new(key)).expect("a key").clock(noon);
        let mut running = verifier.begin(&parts).expect("a head");
        body.chunks(5).for_each(|chunk| running.update(chunk));
        assert!(running.finish().is_ok());
        let mut running = verifier.begin(&parts).expect("a head");
        running.update(&body[1..]);
        assert!(matches!(running.finish(), Err(Rejection::Signature)));
    }
    run::<Telnyx>(ED25519.0);
    run::<SendGrid>(P256.0);
    run::<Fireblocks>(RSA.0);
}

#[test]
fn standard_webhooks_takes_both_kinds_at_once() {
    let symmetric = signed::<StandardWebhooks>(SYMMETRIC);
    let asymmetric = signed::<StandardWebhooks>(PRIVATE);
    let value = |request: &Request<Bytes>| {
        request.headers()["webhook-signature"].to_str().expect("text").to_owned()
    };
    assert!(value(&symmetric).starts_with("v1,"));
    assert!(value(&asymmetric).starts_with("v1a,"));
    let both = [SYMMETRIC, PUBLIC];
    let secret = |request| verify::<StandardWebhooks>(&both, request).expect("genuine").secret();
    assert_eq!(secret(&symmetric), 0);
    assert_eq!(secret(&asymmetric), 1);

    // Both signatures in one header, whichever of them the owner has a key for.
    let mut mixed = symmetric.clone();
    let text = format!("{} v2,AAAA {}", value(&symmetric), value(&asymmetric));
    mixed.headers_mut().insert("webhook-signature", HeaderValue::from_str(&text).expect("a value"));
    for secrets in [&[SYMMETRIC][..], &[PUBLIC], &both, &[PUBLIC, SYMMETRIC]] {
        assert!(verify::<StandardWebhooks>(secrets, &mixed).is_ok(), "{secrets:?}");
    }
    // Neither is the other's.
    for (request, secrets) in [(&symmetric, [PUBLIC]), (&asymmetric, [SYMMETRIC])] {
        let verdict = verify::<StandardWebhooks>(&secrets, request);
        assert!(matches!(verdict, Err(Rejection::Signature)), "{verdict:?}");
        let mut renamed = request.clone();
        let text = value(request);
        let text = match text.strip_prefix("v1,") {
            Some(signature) => format!("v1a,{signature}"),
            None => text.replace("v1a,", "v1,"),
        };
        let text = HeaderValue::from_str(&text).expect("a value");
        renamed.headers_mut().insert("webhook-signature", text);
        for secrets in [&[SYMMETRIC][..], &[PUBLIC], &both] {
            assert!(verify::<StandardWebhooks>(secrets, &renamed).is_err(), "{secrets:?}");
        }
    }
}

/// Whoever knows the public key must not be able to sign with it.
#[test]
fn a_public_key_is_never_a_secret() {
    let forms = [PUBLIC, PUBLIC.trim_start_matches("whpk_"), ED25519.0];
    for secrets in [&[PUBLIC][..], &[SYMMETRIC, PUBLIC], &[ED25519.0]] {
        for form in forms {
            // The very texts, and what they decode to, as HMAC keys.
            let text = form.trim_start_matches("whpk_").trim();
            let decoded = Base64::decode_vec(text).unwrap_or_default();
            for key in [form.as_bytes(), text.as_bytes(), &decoded] {
                let key = format!("whsec_{}", Base64::encode_string(key));
                if key == "whsec_" {
                    continue;
                }
                let request = StandardWebhooks::sign(&Secret::new(key), BODY).at(noon()).request();
                let verdict = verify::<StandardWebhooks>(secrets, &request);
                assert!(matches!(verdict, Err(Rejection::Signature)), "{verdict:?}");
            }
        }
    }
    // A text that could be either is refused; one that cannot is a secret, as libraries have it.
    let bare = PUBLIC.trim_start_matches("whpk_");
    assert!(refusal::<StandardWebhooks>(&[bare]).contains("may be a public key"));
    assert!(refusal::<StandardWebhooks>(&[&lines(ED25519.0)]).contains("may be a public key"));
    assert!(refusal::<StandardWebhooks>(&[PRIVATE]).contains("may be a public key"));
    assert!(refusal::<StandardWebhooks>(&[private(ED25519.0)]).contains("this is a private key"));
    let unprefixed = SYMMETRIC.trim_start_matches("whsec_");
    let request = signed::<StandardWebhooks>(SYMMETRIC);
    assert!(verify::<StandardWebhooks>(&[unprefixed], &request).is_ok());
}

#[test]
fn a_header_full_of_signatures_is_no_work() {
    let mut request = signed::<StandardWebhooks>(PRIVATE);
    let right = request.headers()["webhook-signature"].to_str().expect("text").to_owned();
    let wrong = format!("v1a,{} ", Base64::encode_string(&[7; 64]));
    let mut with = |count: usize| {
        let text = wrong.repeat(count) + &right;
        let text = HeaderValue::from_str(&text).expect("a value");
        request.headers_mut().insert("webhook-signature", text);
        verify::<StandardWebhooks>(&[PUBLIC], &request)
    };
    assert!(with(7).is_ok());
    let verdict = with(8);
    assert!(matches!(verdict, Err(Rejection::MalformedHeader { .. })), "{verdict:?}");
}

#[test]
fn a_delivery_that_says_how_it_is_signed_is_held_to_it() {
    let body =
        r#"{"Type":"Notification","MessageId":"1","TopicArn":"a","Message":"x","Timestamp":"t"}"#;
    // Before the key stands the topic.
    let (ours, theirs) = (format!("a\n{}", private(RSA.0)), format!("a\n{}", RSA.0));
    let sign = |algorithm| AwsSns::sign(&Secret::new(&*ours), body).algorithm(algorithm).request();
    let first = sign(Algorithm::RsaSha1);
    let second = sign(Algorithm::RsaSha256);
    assert!(verify::<AwsSns>(&[&theirs], &first).is_ok());
    assert!(verify::<AwsSns>(&[&theirs], &second).is_ok());
    let presented = |request: &Request<Bytes>, from: &str, to: &str| {
        let text = String::from_utf8(request.body().to_vec()).expect("text");
        let request = request.clone().map(|_| Bytes::from(text.replacen(from, to, 1)));
        verify::<AwsSns>(&[&theirs], &request)
    };
    let as_second = presented(&first, "{", "{\"SignatureVersion\":\"2\",");
    assert!(matches!(as_second, Err(Rejection::Signature)), "{as_second:?}");
    let as_first = presented(&second, "\"SignatureVersion\":\"2\"", "\"SignatureVersion\":\"1\"");
    assert!(matches!(as_first, Err(Rejection::Signature)), "{as_first:?}");
}

/// What Node 20 signed with the key of `tests/vectors/keys/ed25519-one.pem`, whose public half the
/// account's page shows in hexadecimal:
///
/// ```js
/// const lines = ['(request-target): post /in/keygen?tenant=4', 'host: hooks.example.com',
///     'date: ' + new Date(1.7e12).toUTCString(),
///     'digest: sha-256=' + crypto.createHash('sha256').update(body).digest('base64')];
/// crypto.sign(null, Buffer.from(lines.join('\\n')), key).toString('base64')
/// ```
#[test]
fn a_request_line_and_a_date_are_signed() {
    const KEY: &str = "256138eaa0750ef1a3d4f2d41e5cf378ef22d07c66e6f3608b663528cf32fb5d";
    const SIGNATURE: &str =
        "1Th5fgH0Rworyi+/FYngJSgaQgDblOai/+3njyUpvUQpOf3W/8iGi3QozPrq7VAsOcfcBfvuE/UiYcr9e99tDA==";
    let request = |order: [&str; 4], date: &str, path: &str| {
        Request::post(path)
            .header("date", date)
            .header("keygen-signature", order.join(","))
            .body(Bytes::from(BODY))
            .expect("a request")
    };
    let verifier = Verifier::<Keygen>::new(Secret::new(KEY)).expect("a key").clock(noon);
    let verifier = verifier.url("https://hooks.example.com/in").expect("an address");
    let verdict = |request: Request<Bytes>| {
        let (parts, body) = request.into_parts();
        verifier.verify(&parts, body)
    };
    let signature = format!("signature=\"{SIGNATURE}\"");
    let (id, algorithm) = ("keyid=\"acme\"", "algorithm=\"ed25519\"");
    let headers = "headers=\"(request-target) host date digest\"";
    let (date, path) = ("Tue, 14 Nov 2023 22:13:20 GMT", "/keygen?tenant=4");
    for order in [
        [id, algorithm, &signature, headers],
        [&signature, headers, algorithm, id],
        // What the parameters say of algorithm and headers is not believed.
        [id, "algorithm=\"hmac-sha256\"", &signature, "headers=\"date\""],
    ] {
        let delivery = verdict(request(order, date, path)).expect("genuine");
        assert_eq!(delivery.signed_at(), Some(noon()));
    }
    let order = [id, algorithm, &signature, headers];
    for (date, path) in
        [(date, "/keygen?tenant=5"), (date, "/keygen"), ("Tue, 14 Nov 2023 22:13:21 GMT", path)]
    {
        assert!(matches!(verdict(request(order, date, path)), Err(Rejection::Signature)));
    }
    let wrong = verdict(request(order, "Mon, 14 Nov 2023 22:13:20 GMT", path));
    assert!(matches!(wrong, Err(Rejection::MalformedHeader { header: "date", .. })), "{wrong:?}");
    let late = verdict(request(order, "Tue, 14 Nov 2023 22:08:19 GMT", path));
    assert!(matches!(late, Err(Rejection::Stale { .. })), "{late:?}");
}

/// How many signatures a request carries is the sender's choice, and each costs an operation for
/// each key; under Ed25519 a hash of the body as well.
#[test]
fn signatures_are_tried_as_often_as_a_rotation_needs() {
    // Accepted with the genuine signature behind so many others, under so many keys?
    let accepted = |before: usize, keys: usize, body: &str| {
        let key = Secret::new(PRIVATE);
        let mut request = StandardWebhooks::sign(&key, body.to_owned()).at(noon()).request();
        let genuine = request.headers()["webhook-signature"].to_str().expect("text").to_owned();
        let other = format!("v1a,{} ", Base64::encode_string(&[7; 64]));
        let value = other.repeat(before) + &genuine;
        request.headers_mut().insert("webhook-signature", value.parse().expect("a value"));
        let keys = vec![PUBLIC; keys];
        verify::<StandardWebhooks>(&keys, &request).is_ok()
    };
    let large = "x".repeat(40 * 1024);
    for (before, keys, body, expected) in [
        (7, 1, BODY, true),
        (8, 1, BODY, false),
        (3, 2, BODY, true),
        (4, 2, BODY, false),
        (1, 8, BODY, true),
        (2, 8, BODY, false),
        (3, 1, &large, true),
        (4, 1, &large, false),
        (1, 2, &large, true),
        (2, 2, &large, false),
    ] {
        let length = body.len();
        assert_eq!(accepted(before, keys, body), expected, "{before}, {keys}, {length}");
    }
}
