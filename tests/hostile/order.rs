//! What comes after what: nothing of a stranger's delivery is parsed, claimed or handled.

use std::{
    cell::Cell,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use axum::Router;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Version};
use serde::{Deserialize, Deserializer};
use webhook_kit::{
    ClientAddress, Provider, Rejection, Secret, Verifier,
    idempotency::{
        Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore,
        MemoryStore, StoreError,
    },
    providers::goodstack,
    webhook,
};

use crate::{
    support::{Server, noon},
    world::{self, Listed, Pieces, event, header, secret, set},
};

thread_local! {
    static DECODED: Cell<usize> = const { Cell::new(0) };
}

/// Counts how often somebody decodes it.
struct Counted;

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DECODED.set(DECODED.get() + 1);
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

#[webhook(provider = Listed)]
async fn on_counted(_event: Counted) {}

fn forged(body: &str) -> Request<Bytes> {
    Listed::sign(&Secret::new("another"), body.to_owned()).at(noon()).request()
}

#[tokio::test]
async fn nothing_is_decoded_before_it_is_authenticated() {
    let endpoint = on_counted::endpoint(secret()).expect("a secret").clock(noon);
    for body in ["{\"id\":\"evt_1\",\"type\":\"paid\"}", "{", "", "[[[[", "\u{0}"] {
        // A body that cannot be decoded is answered like one that can: 401, and no more is learnt.
        assert_eq!(endpoint.handle(forged(body)).await.status(), 401, "{body:?}");
    }
    assert_eq!(DECODED.get(), 0);
    assert_eq!(endpoint.handle(event("evt_1")).await.status(), 200);
    assert_eq!(DECODED.get(), 1, "and then once");
}

/// Ten million brackets: only an authenticated sender may make a parser count them.
#[tokio::test]
async fn deep_and_broken_bodies_of_strangers_are_401() {
    let probe_server = {
        #[webhook(provider = "goodstack")]
        async fn on_goodstack(_event: goodstack::Event) {}
        let endpoint = on_goodstack::endpoint(secret()).expect("a secret");
        Server::start(Router::new().route_service("/", endpoint)).await
    };
    let deep = "[".repeat(500_000);
    for body in [deep.as_str(), "{", "{}}", "{\"data\":{}"] {
        for (secret, status) in [("another", 401), ("a secret", 422)] {
            let request =
                goodstack::Goodstack::sign(&Secret::new(secret), body.to_owned()).request();
            assert_eq!(probe_server.send(request).await.status, status);
        }
    }
}

/// A memory that counts how often it is asked.
#[derive(Debug, Clone, Default)]
struct Counting {
    claims: Arc<AtomicUsize>,
    store: MemoryStore,
}

impl IdempotencyStore for Counting {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        self.claims.fetch_add(1, Ordering::SeqCst);
        self.store.acquire(key, lease, now)
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.store.complete(key, token, retention, now)
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.store.release(key, token)
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.store.renew(key, token, lease, now)
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.store.forget(key)
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.store.purge(now)
    }
}

#[tokio::test]
async fn strangers_cannot_mark_a_delivery_as_seen() {
    let (endpoint, probe) = world::listed();
    let store = Counting::default();
    let endpoint = endpoint.idempotency_store(store.clone(), "test");
    let genuine = event("evt_1");
    let body = String::from_utf8_lossy(genuine.body()).into_owned();
    let wrong = set(genuine.clone(), "x-listed-signature", &[b"t=1700000000,v1=00"]);
    let stale = Listed::sign(&secret(), body.clone()).at(SystemTime::UNIX_EPOCH).request();
    let nameless = set(genuine.clone(), "x-listed-signature", &[]);
    for request in [forged(&body), wrong, stale, nameless] {
        assert!(endpoint.handle(request).await.status().is_client_error());
    }
    assert_eq!(store.claims.load(Ordering::SeqCst), 0);
    assert_eq!(endpoint.handle(genuine).await.status(), 200);
    assert_eq!((store.claims.load(Ordering::SeqCst), probe.handled()), (1, 1));
}

/// Everything that the head can be refused for, it is refused for before its body is read. Over HTTP/2,
/// where that is all; over HTTP/1 what is left is dropped, so that the next request can follow.
#[tokio::test]
async fn a_head_that_is_refused_has_no_byte_of_its_body_read() {
    let (endpoint, probe) = world::listed();
    let client = ClientAddress::trusted_header(HeaderName::from_static("x-real-ip"));
    let endpoint = endpoint.only_from([std::net::IpAddr::from([203, 0, 113, 7])], client);
    let good = || set(event("evt_1"), "x-real-ip", &[b"203.0.113.7"]);
    let mut other_method = good();
    *other_method.method_mut() = http::Method::PUT;
    let value = header(&good(), "x-listed-signature");
    let stale = value.replace("t=1700000000", "t=1600000000");
    for (request, status) in [
        (other_method, 405),
        (set(good(), "x-real-ip", &[b"203.0.113.8"]), 403),
        (set(good(), "x-real-ip", &[]), 403),
        (set(good(), "x-real-ip", &[b"203.0.113.7", b"203.0.113.7"]), 403),
        (set(good(), "content-length", &[b"1048577"]), 413),
        (set(good(), "x-listed-signature", &[]), 401),
        (set(good(), "x-listed-signature", &[b"v1=00"]), 400),
        (set(good(), "x-listed-signature", &[stale.as_bytes()]), 401),
    ] {
        for (version, is_dropped) in
            [(Version::HTTP_2, false), (Version::HTTP_11, true), (Version::HTTP_10, true)]
        {
            let mut request = request.clone();
            *request.version_mut() = version;
            let pieces = Pieces::of(&request.body().clone(), 10);
            let polls = Arc::clone(&pieces.polls);
            assert_eq!(world::call(&endpoint, request.map(|_| pieces)).await, status);
            let polled = polls.load(Ordering::SeqCst);
            assert_eq!(polled > 0, is_dropped, "{version:?}: the body of a {status}");
        }
    }
    assert_eq!(probe.handled(), 0);
    assert_eq!(world::call(&endpoint, good().map(|body| Pieces::of(&body, 10))).await, 200);
}

/// Nobody learns from an answer which check inside the verification failed.
#[tokio::test]
async fn answers_do_not_tell_which_check_failed() {
    let (endpoint, _) = world::listed();
    let stale = Listed::sign(&secret(), "{}").at(SystemTime::UNIX_EPOCH).request();
    let missing = set(event("evt_1"), "x-listed-signature", &[]);
    let mut answers = Vec::new();
    for request in [forged("{}"), stale, missing] {
        let answer = endpoint.handle(request).await;
        answers.push((answer.status(), answer.headers().clone(), answer.into_body()));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(answers[0].2, "{\"title\":\"Unauthorized\",\"status\":401}");
}

/// Signs a header, which may be missing, before the body and behind it the secret.
#[derive(Debug, Provider)]
#[provider(
    name = "framed",
    algo = "sha256",
    header = "X-Signature",
    message = "{header:X-Request}.{body}.{secret}"
)]
struct Framed;

#[test]
fn what_a_message_needs_of_the_head_is_missed_before_the_body_is_read() {
    let own = secret();
    let verifier = Verifier::<Framed>::new(own.clone()).expect("a secret");
    let (name, value) = (HeaderName::from_static("x-request"), HeaderValue::from_static("r1"));
    let signed = Framed::sign(&own, "one and another").header(name, value);
    let (mut parts, body) = signed.request().into_parts();

    // The same whether the body comes at once or in pieces, of which the first are empty.
    assert!(verifier.verify(&parts, body.clone()).is_ok());
    let in_pieces = |pieces: &[&str]| {
        let mut running = verifier.begin(&parts).expect("a good head");
        for piece in pieces {
            running.update(piece.as_bytes());
        }
        running.finish()
    };
    assert!(in_pieces(&["one and another"]).is_ok());
    assert!(in_pieces(&["", "one", " and ", "", "another"]).is_ok());
    let more = in_pieces(&["one and", " another", "!"]);
    assert!(matches!(more, Err(Rejection::Signature)), "{more:?}");

    parts.headers.remove("x-request");
    assert!(matches!(verifier.begin(&parts), Err(Rejection::MissingPart { .. })));
    assert!(matches!(verifier.verify(&parts, body), Err(Rejection::MissingPart { .. })));
}
