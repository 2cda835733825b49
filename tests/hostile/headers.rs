//! Headers: several, none, long, short, and in no encoding at all.

use axum::Router;
use http::Request;
use webhook_kit::{Provider, Secret};

use crate::{
    support::{Server, noon},
    world::{self, Listed, Plain, STANDARD_SECRET, Standard, event, header, on_plain, secret, set},
};

fn digits(request: &Request<bytes::Bytes>) -> String {
    let value = header(request, "x-listed-signature");
    value.rsplit_once('=').expect("its shape").1.to_owned()
}

#[tokio::test]
async fn a_second_signature_in_the_header_spoils_nothing_in_either_order() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let wrong = "0".repeat(64);
    for (index, shape) in [
        "t=1700000000,v1=GOOD,v1=WRONG",
        "t=1700000000,v1=WRONG,v1=GOOD",
        "t=1700000000,v1=WRONG,v1=WRONG,v1=WRONG,v1=GOOD",
        "v1=GOOD,t=1700000000",
        "t=1700000000,v1=malformed,v1=GOOD",
        "t=1700000000,v1=GOOD,v1=",
        "t=1700000000,v1=GOOD00,v1=GOOD",
        "t=1700000000,v0=GOOD,v1=GOOD,v2=anything",
    ]
    .into_iter()
    .enumerate()
    {
        let request = event(&format!("evt_{index}"));
        let value = shape.replace("GOOD", &digits(&request)).replace("WRONG", &wrong);
        let request = set(request, "x-listed-signature", &[value.as_bytes()]);
        assert_eq!(server.send(request).await.status, 200, "{shape}");
    }
    assert_eq!(probe.handled(), 8);
    // The scheme's own name of the part decides: a signature under another name is none.
    let request = event("evt_9");
    let value = format!("t=1700000000,v0={},v1={wrong}", digits(&request));
    let request = set(request, "x-listed-signature", &[value.as_bytes()]);
    assert_eq!(server.send(request).await.status, 401);
}

#[tokio::test]
async fn both_secrets_of_a_rotation_verify_in_either_order() {
    for secrets in [["old", "new"], ["new", "old"]] {
        let probe = world::Probe::default();
        let endpoint = on_plain::endpoint(secrets.map(Secret::new)).expect("secrets");
        let endpoint = endpoint.state(probe.clone());
        let server = Server::start(Router::new().route_service("/", endpoint)).await;
        for (signed_with, status) in [("old", 200), ("new", 200), ("older", 401), ("", 401)] {
            let body = format!("\"signed with {signed_with}\"");
            let request = Plain::sign(&Secret::new(signed_with), body).request();
            assert_eq!(server.send(request).await.status, status, "{signed_with}");
        }
        assert_eq!(probe.handled(), 2);
    }
}

#[tokio::test]
async fn a_secret_may_contain_a_comma() {
    let probe = world::Probe::default();
    let endpoint = on_plain::endpoint(Secret::new("one,two")).expect("a secret");
    let endpoint = endpoint.state(probe.clone());
    for (signed_with, status) in [("one,two", 200), ("one", 401), ("two", 401)] {
        let request = Plain::sign(&Secret::new(signed_with), "{}").request();
        assert_eq!(endpoint.handle(request).await.status(), status);
    }
}

#[tokio::test]
async fn headers_that_stand_there_twice_with_two_values_are_refused_in_either_order() {
    let (endpoint, probe) = world::standard();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let sign =
        || Standard::sign(&Secret::new(STANDARD_SECRET), "{}").id("msg_7").at(noon()).request();
    for name in ["webhook-signature", "webhook-timestamp", "webhook-id"] {
        let good = header(&sign(), name);
        let other = good.replace(|last: char| last.is_ascii_digit(), "1");
        assert_ne!(good, other);
        for values in [[&good, &other], [&other, &good]] {
            let request = set(sign(), name, &values.map(String::as_bytes));
            assert_eq!(server.send(request).await.status, 400, "{name}: {values:?}");
        }
    }
    assert_eq!(probe.handled(), 0);
    let mut doubled = sign();
    for name in ["webhook-signature", "webhook-timestamp", "webhook-id"] {
        let value = header(&doubled, name);
        doubled = set(doubled, name, &[value.as_bytes(), value.as_bytes()]);
    }
    assert_eq!(server.send(doubled).await.status, 200, "one value, said twice, is one value");
}

#[tokio::test]
async fn names_of_headers_are_read_in_any_case() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for (index, name) in
        ["X-LISTED-SIGNATURE", "x-listed-signature", "x-LiStEd-SiGnAtUrE"].into_iter().enumerate()
    {
        let request = event(&format!("evt_{index}"));
        let raw = format!(
            "POST / HTTP/1.1\r\nhost: test\r\nconnection: close\r\n{name}: {}\r\ncontent-length: {}\r\n\r\n{}",
            header(&request, "x-listed-signature"),
            request.body().len(),
            String::from_utf8_lossy(request.body())
        );
        assert_eq!(server.send_raw(raw.as_bytes()).await.status, 200, "{name}");
    }
    assert_eq!(probe.handled(), 3);
}

/// A short signature is no signature, however well it begins.
#[tokio::test]
async fn signatures_of_another_length_are_refused_whatever_they_begin_with() {
    let (endpoint, probe) = world::plain();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let genuine = Plain::sign(&secret(), "{}").request();
    let value = header(&genuine, "x-plain-signature");
    for len in 0..value.len() {
        let cut = set(genuine.clone(), "x-plain-signature", &[&value.as_bytes()[..len]]);
        assert_eq!(server.send(cut).await.status, 400, "{len} characters");
    }
    for more in ["0", "00", "0000000000000000000000000000000000000000000000000000000000000000"] {
        let longer = format!("{value}{more}");
        let longer = set(genuine.clone(), "x-plain-signature", &[longer.as_bytes()]);
        assert_eq!(server.send(longer).await.status, 400);
    }
    let (endpoint, _) = world::standard();
    let genuine =
        Standard::sign(&Secret::new(STANDARD_SECRET), "{}").id("msg_1").at(noon()).request();
    let value = header(&genuine, "webhook-signature");
    for len in 0..value.trim_end_matches('=').len() {
        let cut = set(genuine.clone(), "webhook-signature", &[&value.as_bytes()[..len]]);
        assert_eq!(endpoint.handle(cut).await.status(), 400, "{len} characters");
    }
    assert_eq!(probe.handled(), 0);
    assert_eq!(endpoint.handle(genuine).await.status(), 200);
}

/// Slices by bytes panic between the bytes of a character.
#[tokio::test]
async fn values_that_are_not_ascii_are_refused_without_a_panic() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let e_acute = "é".repeat(32);
    for value in [
        format!("t=1700000000,v1={e_acute}"),
        format!("t=1700000000,v1=a{}b", "é".repeat(31)),
        format!("t=é,v1={}", digits(&event("evt_1"))),
        "é".to_owned(),
        "t=1700000000;v1=é".to_owned(),
        "=".repeat(1000),
        ",".repeat(1000),
        "t=,v1=,".repeat(100),
    ] {
        let request = set(event("evt_1"), "x-listed-signature", &[value.as_bytes()]);
        assert_eq!(server.send(request).await.status, 400, "{value:?}");
    }
    for byte in 0x80..=0xff_u8 {
        let value = [b"t=1700000000,v1=".as_slice(), &[byte; 64]].concat();
        let request = set(event("evt_1"), "x-listed-signature", &[&value]);
        assert_eq!(server.send(request).await.status, 400, "{byte:#x}");
    }
    assert_eq!(probe.handled(), 0);
}

/// Another algorithm's prefix, another sender's shape: not ours.
#[tokio::test]
async fn only_the_declared_prefix_is_taken_off() {
    let (endpoint, probe) = world::plain();
    let genuine = Plain::sign(&secret(), "{}").request();
    let value = header(&genuine, "x-plain-signature");
    let digits = value.strip_prefix("sha256=").expect("its shape");
    for prefix in ["", "sha1=", "xxx=", "SHA256=", "sha256", "sha256==", "=", " sha256 ="] {
        let other = format!("{prefix}{digits}");
        let request = set(genuine.clone(), "x-plain-signature", &[other.as_bytes()]);
        assert_eq!(endpoint.handle(request).await.status(), 400, "{prefix:?}");
    }
    assert_eq!(probe.handled(), 0);
    let upper = format!("sha256={}", digits.to_uppercase());
    let request = set(genuine, "x-plain-signature", &[upper.as_bytes()]);
    assert_eq!(endpoint.handle(request).await.status(), 200, "hexadecimal has two cases");
}

/// Missing, malformed and wrong are three things for the owner, and the sender learns the status.
#[test]
fn missing_malformed_and_wrong_are_told_apart() {
    use webhook_kit::{Rejection, Verifier};
    let verifier = Verifier::<Listed>::new(secret()).expect("a secret").clock(noon);
    let verdict = |request: Request<bytes::Bytes>| {
        let (parts, body) = request.into_parts();
        verifier.verify(&parts, body).expect_err("refused")
    };
    let genuine = event("evt_1");
    let name = "x-listed-signature";
    let wrong = format!("t=1700000000,v1={}", "0".repeat(64));
    let missing = verdict(set(genuine.clone(), name, &[]));
    assert!(matches!(missing, Rejection::MissingHeader { .. }), "{missing}");
    let malformed = verdict(set(genuine.clone(), name, &[b"t=1700000000,v1=zz"]));
    assert!(matches!(malformed, Rejection::MalformedHeader { .. }), "{malformed}");
    let signature = verdict(set(genuine, name, &[wrong.as_bytes()]));
    assert!(matches!(signature, Rejection::Signature), "{signature}");
}
