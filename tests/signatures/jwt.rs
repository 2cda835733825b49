//! Declarations of tokens: what is authenticated is decoded, and no token chooses how it is verified.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a panic fails the test"
)]

use std::time::{Duration, SystemTime};

use crate::catalogue::keys::{ED25519, P256, RSA, private};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use bytes::Bytes;
use http::{HeaderValue, Request};
use webhook_kit::{
    Delivery, Provider, Rejection, Secret, Verifier,
    providers::{
        apple_app_store::AppleAppStore, atlassian_connect::AtlassianConnect,
        constant_contact::ConstantContact, fusionauth::FusionAuth, google_pubsub::GooglePubSub,
        kinde::Kinde, merge::Merge, messagebird::MessageBird, netlify::Netlify, plaid::Plaid,
        vonage_jwt::VonageJwt as Vonage,
    },
    scheme::Algorithm,
};

const BODY: &str = r#"{"event_id":"e-1","type":"user.created","data":{"name":"Ada"}}"#;

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

fn later(seconds: u64) -> SystemTime {
    noon() + Duration::from_secs(seconds)
}

fn verify_at<P: Provider>(
    key: &str,
    request: &Request<Bytes>,
    now: SystemTime,
) -> Result<Delivery, Rejection> {
    let verifier = Verifier::<P>::new(Secret::new(key)).expect("a key").clock(move || now);
    let verifier = verifier.url("https://example.com").expect("an address");
    let (parts, body) = request.clone().into_parts();
    verifier.verify(&parts, body)
}

fn verify<P: Provider>(key: &str, request: &Request<Bytes>) -> Result<Delivery, Rejection> {
    verify_at::<P>(key, request, noon())
}

fn sign<P: Provider>(key: &str) -> Request<Bytes> {
    P::sign(&Secret::new(private(key)), BODY).at(noon()).url("https://example.com").request()
}

fn with_header(request: &Request<Bytes>, name: &'static str, value: &str) -> Request<Bytes> {
    let mut request = request.clone();
    let value = HeaderValue::from_str(value).expect("a value");
    request.headers_mut().insert(name, value);
    request
}

fn refusal<P: Provider>(key: &str) -> String {
    Verifier::<P>::new(Secret::new(key)).expect_err("a refusal").to_string()
}

#[test]
fn the_claims_are_the_delivery_where_the_token_is_the_body() {
    let request = sign::<Kinde>(RSA.0);
    assert_eq!(request.body().split(|byte| *byte == b'.').count(), 3);
    let delivery = verify::<Kinde>(RSA.0, &request).expect("genuine");
    assert_eq!(&delivery.body()[..], BODY.as_bytes());
    assert_eq!((delivery.id(), delivery.event()), (Some("e-1"), Some("user.created")));
    assert_eq!(delivery.raw_payload().expect("a payload"), br#"{"name":"Ada"}"#);
    // Line ends around it are no part of it; anything else is no token.
    let around = |before: &str, after: &str| {
        let text = String::from_utf8(request.body().to_vec()).expect("text");
        verify::<Kinde>(RSA.0, &request.clone().map(|_| format!("{before}{text}{after}").into()))
    };
    assert!(around("", "\r\n").is_ok());
    assert!(matches!(around("\"", "\""), Err(Rejection::MalformedSignature)));
    assert!(matches!(around("", "."), Err(Rejection::MalformedSignature)));
    let claims = request.clone().map(|_| Bytes::from_static(BODY.as_bytes()));
    assert!(matches!(verify::<Kinde>(RSA.0, &claims), Err(Rejection::MalformedSignature)));
    let none = request.map(|_| Bytes::new());
    assert!(matches!(verify::<Kinde>(RSA.0, &none), Err(Rejection::MalformedSignature)));
}

#[test]
fn a_token_in_a_field_brings_the_delivery_and_its_time() {
    let claims = r#"{"notificationType":"TEST","notificationUUID":"n-1","data":{"a":1},"signedDate":1699999999000}"#;
    let request = AppleAppStore::sign(&Secret::new(private(P256.0)), claims).request();
    assert!(request.body().starts_with(b"{\"signedPayload\":\""));
    let delivery = verify::<AppleAppStore>(P256.0, &request).expect("genuine");
    assert_eq!(&delivery.body()[..], claims.as_bytes());
    assert_eq!((delivery.id(), delivery.event()), (Some("n-1"), Some("TEST")));
    assert_eq!(delivery.signed_at(), Some(noon() - Duration::from_secs(1)));
    // What stands beside the token is nobody's.
    let beside = request.clone().map(|body| {
        let text = String::from_utf8(body.to_vec()).expect("text");
        Bytes::from(text.replacen('{', r#"{"notificationType":"REFUND","#, 1))
    });
    let delivery = verify::<AppleAppStore>(P256.0, &beside).expect("genuine");
    assert_eq!(delivery.event(), Some("TEST"));
    let twice = request.map(|body| {
        let text = String::from_utf8(body.to_vec()).expect("text");
        Bytes::from(text.replacen('{', r#"{"signedPayload":"a.b.c","#, 1))
    });
    assert!(matches!(verify::<AppleAppStore>(P256.0, &twice), Err(Rejection::MalformedBody(_))));
}

#[test]
fn what_can_be_refused_before_the_body_is() {
    let verifier = |now: SystemTime| {
        Verifier::<Vonage>::new(Secret::new("a secret")).expect("a key").clock(move || now)
    };
    let (mut parts, body) = sign::<Vonage>("a secret").into_parts();
    assert!(verifier(noon()).begin(&parts).is_ok());
    assert!(verifier(later(300)).begin(&parts).is_ok());
    let late = verifier(later(301)).begin(&parts).expect_err("late");
    assert!(matches!(late, Rejection::Stale { .. }), "{late:?}");
    let early = verifier(noon() - Duration::from_secs(61)).begin(&parts).expect_err("early");
    assert!(matches!(early, Rejection::Future { .. }), "{early:?}");
    let mut running = verifier(noon());
    let mut begun = running.begin(&parts).expect("a head");
    begun.update(&body[..7]);
    begun.update(&body[7..]);
    assert!(begun.finish().is_ok());
    running = verifier(noon());
    let mut begun = running.begin(&parts).expect("a head");
    begun.update(&body[1..]);
    assert!(matches!(begun.finish(), Err(Rejection::Signature)));
    let token = parts.headers["authorization"].to_str().expect("text").to_owned();
    for (value, is_malformed) in [
        (token.replace("Bearer ", ""), true),
        (token.replace("Bearer ", "Bearer  "), false),
        ("Bearer ".to_owned(), true),
        (format!("{token}x"), false),
        (token.replacen("ey", "eX", 1), false),
    ] {
        parts.headers.insert("authorization", HeaderValue::from_str(&value).expect("a value"));
        let refused = verifier(noon()).begin(&parts).expect_err("a refusal");
        match refused {
            Rejection::MalformedHeader { header: "authorization", .. } => assert!(is_malformed),
            Rejection::Signature => assert!(!is_malformed, "{value}"),
            other => panic!("{value}: {other:?}"),
        }
    }
    parts.headers.remove("authorization");
    let missing = verifier(noon()).begin(&parts).expect_err("missing");
    assert!(matches!(missing, Rejection::MissingHeader { header: "authorization" }));
}

#[test]
fn a_detached_token_covers_the_body_as_it_is() {
    let request = sign::<ConstantContact>(RSA.0);
    let token = request.headers()["x-ctct-webhook-sig"].to_str().expect("text");
    assert!(token.contains(".."), "{token}");
    let delivery = verify::<ConstantContact>(RSA.0, &request).expect("genuine");
    assert_eq!(&delivery.body()[..], BODY.as_bytes());
    let other = request.clone().map(|body| body.slice(1..));
    assert!(matches!(verify::<ConstantContact>(RSA.0, &other), Err(Rejection::Signature)));
    // A body within the token would be a second one.
    let middle = Base64UrlUnpadded::encode_string(BODY.as_bytes());
    let attached =
        with_header(&request, "x-ctct-webhook-sig", &token.replace("..", &format!(".{middle}.")));
    assert!(matches!(
        verify::<ConstantContact>(RSA.0, &attached),
        Err(Rejection::MalformedHeader { .. })
    ));
}

#[test]
fn a_sender_may_choose_among_what_is_declared() {
    for algorithm in [Algorithm::JwtHs256, Algorithm::JwtHs384, Algorithm::JwtHs512] {
        let request = MessageBird::sign(&Secret::new("a secret"), BODY)
            .at(noon())
            .url("https://example.com")
            .algorithm(algorithm)
            .request();
        assert!(verify::<MessageBird>("a secret", &request).is_ok(), "{algorithm:?}");
        assert!(verify::<MessageBird>("another", &request).is_err(), "{algorithm:?}");
        // The same token for another address.
        let mut moved = request.clone();
        *moved.uri_mut() = "/elsewhere".parse().expect("an address");
        let moved = verify::<MessageBird>("a secret", &moved);
        assert!(matches!(moved, Err(Rejection::Signature)), "{moved:?}");
    }
    for (key, other, algorithm) in
        [(RSA, P256, Algorithm::JwtRs256), (P256, RSA, Algorithm::JwtEs256)]
    {
        let request = FusionAuth::sign(&Secret::new(private(key.0)), BODY)
            .at(noon())
            .algorithm(algorithm)
            .request();
        assert!(verify::<FusionAuth>(key.0, &request).is_ok(), "{algorithm:?}");
        assert!(verify::<FusionAuth>(key.1, &request).is_err(), "{algorithm:?}");
        assert!(verify::<FusionAuth>(other.0, &request).is_err(), "{algorithm:?}");
    }
}

fn encode(text: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(text)
}

/// A token with any header, under HMAC-SHA256 with any key.
fn hs256(header: &str, claims: &str, key: &[u8]) -> String {
    let signed = format!("{}.{}", encode(header.as_bytes()), encode(claims.as_bytes()));
    let headers = Merge::sign(&Secret::new(key), signed.clone()).headers();
    let mac = headers["x-merge-webhook-signature"].to_str().expect("text").to_owned();
    format!("{signed}.{mac}")
}

/// The SHA-256 of `{}`.
const CLAIMS: &str = r#"{"iss":"netlify","sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}"#;

#[test]
fn a_token_is_held_to_the_declared_algorithm() {
    let verify = |token: &str| {
        let request = Request::post("/").header("x-webhook-signature", token);
        verify::<Netlify>("a secret", &request.body(Bytes::from_static(b"{}")).expect("a request"))
    };
    assert!(verify(&hs256(r#"{"alg":"HS256"}"#, CLAIMS, b"a secret")).is_ok());
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"HS384"}"#,
        r#"{"alg":"RS256"}"#,
        r#"{"alg":"hs256"}"#,
        r#"{"alg":"HS256","alg":"none"}"#,
        r#"{"alg":"HS256","crit":["x"]}"#,
        r#"{"alg":"HS256","b64":false}"#,
        "{}",
        "",
    ] {
        let verdict = verify(&hs256(header, CLAIMS, b"a secret"));
        let is_refused = match header {
            "" => matches!(verdict, Err(Rejection::MalformedHeader { .. })),
            _ => matches!(verdict, Err(Rejection::Signature)),
        };
        assert!(is_refused, "{header}: {verdict:?}");
    }
    // Without a signature, whatever the header says.
    let signed = encode(CLAIMS.as_bytes());
    for header in [r#"{"alg":"none"}"#, r#"{"alg":"HS256"}"#] {
        let verdict = verify(&format!("{}.{signed}.", encode(header.as_bytes())));
        assert!(matches!(verdict, Err(Rejection::Signature)), "{verdict:?}");
    }
    // Signed as it should be, and for another body, or with nothing that binds one.
    for claims in [
        CLAIMS.replace("44136f", "44136e"),
        CLAIMS.replace("sha256", "sha255"),
        CLAIMS.replace("netlify", "Netlify"),
        CLAIMS.replace('{', r#"{"sha256":"","#),
        "{}".to_owned(),
        "[]".to_owned(),
    ] {
        let verdict = verify(&hs256(r#"{"alg":"HS256"}"#, &claims, b"a secret"));
        assert!(matches!(verdict, Err(Rejection::Signature)), "{claims}: {verdict:?}");
    }
}

/// The confusion that has been tried on every library: what everybody knows as the secret.
#[test]
fn a_public_key_signs_no_token() {
    for (key, name) in [(RSA.0, "RS256"), (P256.0, "ES256")] {
        let lines: String = key.lines().filter(|line| !line.starts_with("---")).collect();
        let der = base64ct::Base64::decode_vec(&lines).expect("base64");
        for secret in [key.as_bytes(), key.trim().as_bytes(), lines.as_bytes(), &der] {
            for alg in ["HS256", name, "none"] {
                let claims = CLAIMS.replace("netlify", "x");
                let token = hs256(&format!("{{\"alg\":\"{alg}\"}}"), &claims, secret);
                let request = Request::post("/").body(Bytes::from(token)).expect("a request");
                let verdict = if key == RSA.0 {
                    verify::<Kinde>(key, &request)
                } else {
                    let body = request.body().to_vec();
                    let field = format!(
                        "{{\"signedPayload\":\"{}\"}}",
                        String::from_utf8(body).expect("text")
                    );
                    verify::<AppleAppStore>(key, &request.map(|_| field.into()))
                };
                assert!(matches!(verdict, Err(Rejection::Signature)), "{alg}: {verdict:?}");
            }
        }
        // And nobody can make the mistake by setting the endpoint up so.
        assert!(refusal::<Netlify>(key).contains("anybody could sign with it"));
    }
    assert!(refusal::<Netlify>(" ").contains("is blank"));
    assert!(refusal::<Kinde>("a secret").contains("this is no public key"));
    assert!(refusal::<Kinde>(private(RSA.0)).contains("this is a private key"));
    assert!(refusal::<Kinde>(ED25519.0).contains("expected one for RSA"));
    assert!(refusal::<FusionAuth>(ED25519.0).contains("this is a key for Ed25519"));
}

/// A key that signs for all customers of a sender says nothing by itself: the claims say for whom.
#[test]
fn a_token_for_another_owner_is_refused() {
    const OURS: &str = "https://a.example/in\npush@a.example";
    const OLD: &str = "https://a.example/old\npush@a.example";
    let sign = |said: &str| {
        let secret = Secret::new(format!("{said}\n{}", private(RSA.0)));
        GooglePubSub::sign(&secret, BODY).at(noon()).request()
    };
    let verdict = |secrets: &[&str], said: &str| {
        let secrets: Vec<Secret> =
            secrets.iter().map(|said| Secret::new(format!("{said}\n{}", RSA.0))).collect();
        let verifier = Verifier::<GooglePubSub>::new(secrets).expect("keys").clock(noon);
        let (parts, body) = sign(said).into_parts();
        verifier.verify(&parts, body).map(|delivery| delivery.secret())
    };
    assert_eq!(verdict(&[OURS], OURS).expect("ours"), 0);
    for other in [OLD, "https://a.example/in\npush@b.example", "https://a.example/in\n"] {
        assert!(matches!(verdict(&[OURS], other), Err(Rejection::Signature)), "{other}");
    }
    // Both are the owner's, and one key signs for both.
    assert_eq!(verdict(&[OURS, OLD], OURS).expect("ours"), 0);
    assert_eq!(verdict(&[OURS, OLD], OLD).expect("ours too"), 1);
}

#[test]
fn an_age_counts_from_the_moment_of_issue() {
    let request = sign::<Plaid>(P256.0);
    let delivery = verify_at::<Plaid>(P256.0, &request, later(300)).expect("genuine");
    // What is signed here lasts for longer than its age may be, so that it is the age that ends it.
    let old = verify_at::<Plaid>(P256.0, &request, later(301));
    assert!(matches!(old, Err(Rejection::Stale { .. })), "{old:?}");
    assert_eq!(delivery.signed_at(), Some(noon()));
    let claims = |claims: &str| {
        let token = hs256(r#"{"alg":"HS256"}"#, claims, b"a secret");
        let value = format!("Bearer {token}");
        let request = Request::post("/").header("authorization", value);
        let request = request.body(Bytes::from_static(b"{}")).expect("a request");
        verify::<Vonage>("a secret", &request)
    };
    let (_, digest) = CLAIMS.split_once("\"sha256\":\"").expect("a digest");
    let digest = digest.trim_end_matches("\"}");
    let with =
        |rest: &str| claims(&format!("{{\"iss\":\"Vonage\",\"payload_hash\":\"{digest}\"{rest}}}"));
    assert!(with(",\"iat\":1700000000").is_ok());
    assert!(with(",\"iat\":1699999700").is_ok(), "five minutes, and nothing for the clocks");
    let old = with(",\"iat\":1699999699");
    assert!(matches!(old, Err(Rejection::Stale { .. })), "{old:?}");
    let none = with("");
    assert!(matches!(none, Err(Rejection::Signature)), "{none:?}");
}

/// The token is Node's, over the hash that Atlassian publishes for this request line.
#[test]
fn a_request_line_is_bound_by_a_hash() {
    const KEY: &str = "a secret of the installation";
    const TOKEN: &str = "JWT eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.\
        eyJpc3MiOiJhY21lIiwiaWF0IjoxNzAwMDAwMDAwLCJleHAiOjE3MDAwMDAxODAsInFzaCI6ImJlMTY5MTA4NThhND\
        FmZDE5ZWE1YzFiNGU5ZGVjY2E5YTc4NGQxMDI0Y2IwMGIyMTU4ZGVmZTJmMjlkYzg2ZGQifQ.\
        jl03wgnfrxWUAdAcKtpUeJ2LDKZYjCjKI4V8RmeDq54";
    let of = |token: &str, uri: &str| {
        let request = Request::get(uri).header("authorization", token);
        request.body(Bytes::from_static(b"{\"webhookEvent\":\"a\"}")).expect("a request")
    };
    let delivery = verify::<AtlassianConnect>(KEY, &of(TOKEN, "/test?param=value"));
    let delivery = delivery.expect("genuine");
    assert_eq!((delivery.signed_at(), delivery.event()), (Some(noon()), Some("a")));
    for uri in ["/test?param=other", "/test", "/", "/test?param=value&more=1"] {
        let refused = verify::<AtlassianConnect>(KEY, &of(TOKEN, uri));
        assert!(matches!(refused, Err(Rejection::Signature)), "{uri}: {refused:?}");
    }
    let late = verify_at::<AtlassianConnect>(KEY, &of(TOKEN, "/test?param=value"), later(301));
    assert!(matches!(late, Err(Rejection::Stale { .. })), "{late:?}");
    let other = verify::<AtlassianConnect>("another", &of(TOKEN, "/test?param=value"));
    assert!(matches!(other, Err(Rejection::Signature)), "{other:?}");

    let claims = |head: &str, claims: &str, key: &[u8]| {
        let token = format!("JWT {}", hs256(head, claims, key));
        verify::<AtlassianConnect>(KEY, &of(&token, "/test?param=value"))
    };
    let head = r#"{"alg":"HS256"}"#;
    let none = claims(r#"{"alg":"none"}"#, r#"{"iat":1700000000}"#, b"no secret");
    assert!(matches!(none, Err(Rejection::Signature)), "{none:?}");
    let unbound = claims(head, r#"{"iat":1700000000}"#, KEY.as_bytes());
    assert!(matches!(unbound, Err(Rejection::MissingPart { .. })), "{unbound:?}");
    let timeless = claims(head, r#"{"qsh":"00"}"#, KEY.as_bytes());
    assert!(matches!(timeless, Err(Rejection::MissingTimestamp)), "{timeless:?}");
    for wrong in ["", "JWT", "JWT ", "JWT a", "JWT a.b", "Bearer a.b.c", "JWT ..", "JWT a.b.c.d"] {
        assert!(verify::<AtlassianConnect>(KEY, &of(wrong, "/")).is_err(), "{wrong}");
    }
}
