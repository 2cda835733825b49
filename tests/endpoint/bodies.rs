//! 413 and 422: bodies over the limit, and genuine bodies that cannot be decoded.

use bytes::Bytes;
use webhook_kit::{
    Provider,
    providers::{ascend::Ascend, goodstack::Goodstack},
};

use crate::{
    support::noon,
    world::{
        DONATION, INVOICE, assert_refused, invoice, on_ascend, secret, serve, serve_goodstack,
    },
};

#[tokio::test]
async fn bodies_over_the_limit_are_413_and_never_cut() {
    let limit = INVOICE.len();
    let (server, probe) =
        serve(|endpoint| endpoint.limit(limit), on_ascend::endpoint(secret())).await;
    let over = format!("{INVOICE} ");
    let request = || Ascend::sign(&secret(), over.clone()).at(noon()).request();
    assert_refused(&server.send(request()).await, 413, &probe);
    assert_refused(&server.send_chunked(request(), 100).await, 413, &probe);

    // What is signed is the part within the limit: it must not be taken for the whole.
    let mut longer = invoice();
    *longer.body_mut() = over.clone().into();
    assert_refused(&server.send_chunked(longer, 100).await, 413, &probe);

    // A length that is claimed reserves nothing.
    for length in ["100000000000", "9223372036854775808", "18446744073709551615"] {
        let raw = format!(
            "POST / HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        let answer = server.send_raw(raw.as_bytes()).await;
        // A length beyond all numbers is refused by the server itself.
        assert!([413, 400, 431].contains(&answer.status), "{answer:?}");
    }
    assert_eq!(probe.handled(), 0);

    assert_eq!(server.send_chunked(invoice(), 100).await.status, 200, "the limit itself is inside");
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn the_limit_is_one_mebibyte_by_default() {
    let (server, probe) = serve_goodstack().await;
    let padded = |len: usize| format!("{DONATION}{}", " ".repeat(len - DONATION.len()));
    let request = |len| Goodstack::sign(&secret(), padded(len)).request();
    assert_refused(&server.send_chunked(request(1024 * 1024 + 1), 64 * 1024).await, 413, &probe);
    assert_eq!(server.send_chunked(request(1024 * 1024), 64 * 1024).await.status, 200);
}

#[tokio::test]
async fn genuine_bodies_that_cannot_be_decoded_are_422() {
    let (server, probe) = serve_goodstack().await;
    let wrong_type = DONATION.replace("\"donation_xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "7");
    assert_ne!(wrong_type, DONATION);
    let twice = DONATION.replace("\"object\"", "\"data\": {\"eventType\": \"x\"}, \"object\"");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for body in [
        Bytes::new(),
        "not JSON".into(),
        "{".into(),
        "{}}".into(),
        "{\"data\":{\"eventType\":\"donation.created\"}}".into(),
        Bytes::from_static(b"{\"data\":{\"id\":\"\xff\"}}"),
        Bytes::from_static(b"\xff\xfe"),
        wrong_type.into(),
        twice.into(),
        deep.into(),
    ] {
        let answer = server.send(Goodstack::sign(&secret(), body.clone()).request()).await;
        assert_eq!(answer.status, 422, "{:?}", body.get(..60.min(body.len())));
        assert_refused(&answer, 422, &probe);
    }
}
