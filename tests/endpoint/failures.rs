//! 500 and 503: handlers that fail, deliveries that are being handled, and stores that do not answer.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use axum::Router;
use tokio::sync::Notify;
use webhook_kit::{
    State,
    idempotency::{
        Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore, StoreError,
    },
    providers::goodstack,
    webhook,
};

use crate::{
    support::Server,
    world::{assert_refused, donation, on_goodstack, secret, serve, serve_goodstack},
};

#[tokio::test]
async fn a_failed_handler_is_500_and_runs_again_on_the_retry() {
    let (server, probe) = serve_goodstack().await;
    probe.failures.store(1, Ordering::SeqCst);
    assert_refused(&server.send(donation()).await, 500, &probe);
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn a_panic_is_500_and_the_handler_runs_again_on_the_retry() {
    let (server, probe) = serve_goodstack().await;
    probe.panics.store(1, Ordering::SeqCst);
    assert_refused(&server.send(donation()).await, 500, &probe);
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

/// Waits until it is let go.
#[derive(Clone, Default)]
struct Gate {
    entered: Arc<Notify>,
    leave: Arc<Notify>,
    handled: Arc<AtomicUsize>,
}

#[webhook(provider = "goodstack")]
async fn on_gate(_event: goodstack::Event, State(gate): State<Gate>) {
    gate.entered.notify_one();
    gate.leave.notified().await;
    gate.handled.fetch_add(1, Ordering::SeqCst);
}

#[tokio::test]
async fn a_delivery_that_is_being_handled_is_503_with_retry_after() {
    let gate = Gate::default();
    let endpoint = on_gate::endpoint(secret()).expect("a secret").state(gate.clone());
    let server = Arc::new(Server::start(Router::new().route_service("/", endpoint)).await);
    let first = tokio::spawn({
        let server = Arc::clone(&server);
        async move { server.send(donation()).await }
    });
    gate.entered.notified().await;
    let second = server.send(donation()).await;
    assert_eq!(second.status, 503);
    let seconds: u64 =
        second.header("retry-after").expect("when to retry").parse().expect("seconds");
    assert!((1..=301).contains(&seconds), "{seconds}");
    gate.leave.notify_one();
    assert_eq!(first.await.expect("an answer").status, 200);
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(gate.handled.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_cancelled_handler_gives_its_delivery_back() {
    let gate = Gate::default();
    let endpoint = on_gate::endpoint(secret()).expect("a secret").state(gate.clone());
    let cancelled = tokio::spawn({
        let endpoint = endpoint.clone();
        async move { endpoint.handle(donation()).await }
    });
    gate.entered.notified().await;
    cancelled.abort();
    assert!(cancelled.await.expect_err("cancelled").is_cancelled());
    gate.leave.notify_one();
    assert_eq!(endpoint.handle(donation()).await.status(), 200);
    assert_eq!(gate.handled.load(Ordering::SeqCst), 1);
}

/// A store that does not answer.
#[derive(Debug)]
struct Unreachable;

impl IdempotencyStore for Unreachable {
    fn acquire(
        &self,
        _: IdempotencyKey,
        _: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn complete(
        &self,
        _: IdempotencyKey,
        _: FencingToken,
        _: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn release(
        &self,
        _: IdempotencyKey,
        _: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn renew(
        &self,
        _: IdempotencyKey,
        _: FencingToken,
        _: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn forget(&self, _: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn purge(&self, _: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_503() {
    let (server, probe) = serve(
        |endpoint| endpoint.idempotency_store(Unreachable, "test"),
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_refused(&server.send(donation()).await, 503, &probe);
}
