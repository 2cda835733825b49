//! Memory and time that a stranger can make the endpoint spend.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use axum::Router;
use bytes::Bytes;
use http::Request;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};
use webhook_kit::Provider;

use crate::{
    support::Server,
    world::{self, Pieces, Plain, call, data, event, header, secret},
};

/// The largest size that this process's address space ever had, in bytes. Reserving counts, touching
/// is not needed.
#[cfg(target_os = "linux")]
fn reserved() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says");
    let line = status.lines().find_map(|line| line.strip_prefix("VmPeak:")).expect("a line");
    let kilobytes = line.trim().strip_suffix(" kB").expect("kilobytes");
    kilobytes.trim().parse::<u64>().expect("a number") * 1024
}

/// The limit lets the claim pass, so that only the claim could be what reserves.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_declared_length_reserves_no_memory() {
    const CLAIM: u64 = 200 << 30;
    let (endpoint, probe) = world::plain();
    let endpoint = endpoint.limit(usize::MAX);
    let before = reserved();

    let request = Plain::sign(&secret(), "{}").request();
    let (parts, body) = request.into_parts();
    let mut lying = Pieces::of(&body, 1);
    lying.claims = CLAIM;
    assert_eq!(call(&endpoint, Request::from_parts(parts, lying)).await, 200);

    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let raw = format!(
        "POST / HTTP/1.1\r\nhost: test\r\nx-plain-signature: sha256={}\r\ncontent-length: {CLAIM}\r\n\r\n{}",
        "00".repeat(32),
        "x".repeat(4096)
    );
    let mut stream = TcpStream::connect(server.address).await.expect("the server listens");
    stream.write_all(raw.as_bytes()).await.expect("the server reads");
    let mut answer = [0];
    let waited = timeout(Duration::from_millis(300), stream.read(&mut answer)).await;
    assert!(waited.is_err(), "the server waits for the rest: {waited:?}");

    let grown = reserved() - before;
    assert!(grown < CLAIM / 10, "{grown} bytes were reserved");
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn lengths_beyond_all_numbers_are_refused_without_a_panic() {
    let (endpoint, probe) = world::plain();
    for length in ["9223372036854775808", "18446744073709551615", "1048577"] {
        let (mut parts, body) = Plain::sign(&secret(), "{}").request().into_parts();
        parts.headers.insert("content-length", length.parse().expect("a value"));
        assert_eq!(call(&endpoint, Request::from_parts(parts, Pieces::of(&body, 9))).await, 413);
    }
    let (parts, body) = Plain::sign(&secret(), "{}").request().into_parts();
    let mut lying = Pieces::of(&body, 9);
    lying.claims = u64::MAX;
    assert_eq!(call(&endpoint, Request::from_parts(parts, lying)).await, 413);
    assert_eq!(probe.handled(), 0);
    // A length that is no number binds nobody: the body is counted all the same.
    let (mut parts, body) = Plain::sign(&secret(), "{}").request().into_parts();
    parts.headers.insert("content-length", "2, 2".parse().expect("a value"));
    assert_eq!(call(&endpoint, Request::from_parts(parts, Pieces::of(&body, 9))).await, 200);
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_never_cut() {
    let (endpoint, probe) = world::plain();
    let endpoint = endpoint.limit(1000);
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let whole = Plain::sign(&secret(), "x".repeat(1001)).request();
    // The signature of the first thousand bytes, with more behind them.
    let mut extended = Plain::sign(&secret(), "x".repeat(1000)).request();
    *extended.body_mut() = "x".repeat(1001).into();
    for request in [whole, extended] {
        assert_eq!(server.send(request.clone()).await.status, 413);
        assert_eq!(server.send_chunked(request.clone(), 10).await.status, 413);
        assert_eq!(server.send_chunked(request, 1001).await.status, 413);
    }
    assert_eq!(probe.handled(), 0);
    let inside = Plain::sign(&secret(), "x".repeat(1000)).request();
    assert_eq!(server.send_chunked(inside, 10).await.status, 200);
    assert_eq!(probe.last().len(), 1000);
}

#[tokio::test]
async fn an_endless_body_is_read_to_the_limit_and_no_further() {
    let (endpoint, probe) = world::plain();
    let endpoint = endpoint.limit(64 * 1024);
    // As good as endless: a test that fails should end all the same.
    let endless = Pieces::new(std::iter::repeat_with(|| data(vec![b'x'; 1024])).take(10_000));
    let polls = Arc::clone(&endless.polls);
    let (mut parts, _) = Plain::sign(&secret(), "{}").request().into_parts();
    // Over HTTP/1, some of the rest is read and dropped: `connections` in `tests/endpoint`.
    parts.version = http::Version::HTTP_2;
    assert_eq!(call(&endpoint, Request::from_parts(parts, endless)).await, 413);
    assert_eq!(polls.load(Ordering::SeqCst), 65, "the chunk that is one too many is the last");
    assert_eq!(probe.handled(), 0);
}

#[tokio::test]
async fn an_endless_chunked_body_is_refused_over_http() {
    let (endpoint, probe) = world::plain();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let head = format!(
        "POST / HTTP/1.1\r\nhost: test\r\nx-plain-signature: sha256={}\r\ntransfer-encoding: chunked\r\n\r\n",
        "00".repeat(32)
    );
    let mut raw = head.into_bytes();
    // Four times the limit, and no end.
    for _ in 0..64 {
        raw.extend_from_slice(b"10000\r\n");
        raw.extend_from_slice(&vec![b'x'; 0x10000]);
        raw.extend_from_slice(b"\r\n");
    }
    let answer = timeout(Duration::from_secs(20), server.send_raw(&raw)).await.expect("an answer");
    assert_eq!(answer.status, 413);
    assert_eq!(probe.handled(), 0);
}

/// A body that stalls costs its own connection's time, and no processor's; `slow` says how that ends.
#[tokio::test]
async fn a_stalled_body_is_not_polled_in_a_loop_and_delays_nobody() {
    let (endpoint, probe) = world::listed();
    let stalled = Pieces::new([data("{"), None, None, None, None].into_iter());
    let polls = Arc::clone(&stalled.polls);
    let (parts, _) = event("evt_1").into_parts();
    let waiting = tokio::spawn({
        let endpoint = endpoint.clone();
        async move { call(&endpoint, Request::from_parts(parts, stalled)).await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(polls.load(Ordering::SeqCst), 3, "asked twice, and nothing woke it");
    assert!(!waiting.is_finished());
    assert_eq!(call(&endpoint, event("evt_1").map(|body| Pieces::of(&body, 5))).await, 200);
    waiting.abort();
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn chunked_deliveries_are_answered() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for (index, size) in [1, 2, 3, 1000].into_iter().enumerate() {
        let answer = timeout(
            Duration::from_secs(10),
            server.send_chunked(event(&format!("evt_{index}")), size),
        );
        assert_eq!(answer.await.expect("an answer").status, 200);
    }
    assert_eq!(probe.handled(), 4);
}

/// No size is a reason to panic, and no framework's limit cuts in: ours is the one that holds.
#[tokio::test]
async fn large_deliveries_are_handled_where_the_limit_allows_them() {
    let (endpoint, probe) = world::plain();
    let server = Server::start(Router::new().route_service("/", endpoint.limit(4 << 20))).await;
    let large = Plain::sign(&secret(), vec![b'x'; 3 << 20]).request();
    assert_eq!(server.send(large.clone()).await.status, 200);
    assert_eq!(server.send_chunked(large, 1 << 16).await.status, 200);
    assert_eq!(probe.last().len(), 3 << 20);
    let forged = Plain::sign(&webhook_kit::Secret::new("another"), vec![b'x'; 3 << 20]).request();
    assert_eq!(server.send(forged).await.status, 401);
}

#[tokio::test]
async fn a_body_that_ends_too_soon_or_fails_is_not_handled() {
    let (endpoint, probe) = world::listed();
    let genuine = event("evt_1");
    let (parts, body) = genuine.into_parts();
    let broken = Pieces::new([data(body.clone()), Some(Err("reset by peer".into()))].into_iter());
    assert_eq!(call(&endpoint, Request::from_parts(parts.clone(), broken)).await, 400);
    for cut in 0..body.len() {
        let cut = Pieces::of(&body.slice(..cut), 7);
        assert_eq!(call(&endpoint, Request::from_parts(parts.clone(), cut)).await, 401);
    }

    let server = Server::start(Router::new().route_service("/", endpoint.clone())).await;
    let raw = format!(
        "POST / HTTP/1.1\r\nhost: test\r\nx-listed-signature: {}\r\ncontent-length: {}\r\n\r\n",
        header(&event("evt_1"), "x-listed-signature"),
        body.len() + 1
    );
    let mut stream = TcpStream::connect(server.address).await.expect("the server listens");
    stream.write_all(raw.as_bytes()).await.expect("the server reads");
    stream.write_all(&body).await.expect("the server reads");
    stream.shutdown().await.expect("the end of what is sent");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    assert!(!answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    assert_eq!(probe.handled(), 0);
    assert_eq!(call(&endpoint, event("evt_1").map(|body| Pieces::of(&body, 5))).await, 200);
}

/// Only data is signed: what comes as a trailer changes nothing.
#[tokio::test]
async fn trailers_are_not_taken_for_data() {
    let (endpoint, probe) = world::listed();
    let (parts, body) = event("evt_1").into_parts();
    let mut trailers = http::HeaderMap::new();
    trailers.insert("x-listed-signature", "t=1,v1=00".parse().expect("a value"));
    let trailers = Some(Ok(http_body::Frame::trailers(trailers)));
    let pieces = Pieces::new([data(body), trailers].into_iter());
    assert_eq!(call(&endpoint, Request::from_parts(parts, pieces)).await, 200);
    assert_eq!(probe.handled(), 1);
}

/// Every way to cut a body gives the same answer.
#[tokio::test]
async fn a_body_in_pieces_of_any_size_is_the_same_body() {
    let (endpoint, probe) = world::plain();
    for request in [
        Plain::sign(&secret(), "{\"a\":1}").request(),
        Plain::sign(&secret(), Bytes::new()).request(),
        Plain::sign(&webhook_kit::Secret::new("another"), "{\"a\":1}").request(),
    ] {
        let expected = call(&endpoint, request.clone().map(|body| Pieces::of(&body, 4096))).await;
        for size in 1..=request.body().len().max(1) {
            let pieces = request.clone().map(|body| Pieces::of(&body, size));
            assert_eq!(call(&endpoint, pieces).await, expected);
        }
    }
    assert!(probe.handled() > 0);
}
