//! Handled once, acknowledged always, lost never.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use axum::Router;
use tokio::{sync::Semaphore, task::JoinSet};
use webhook_kit::{Provider, RawEvent, State, idempotency::MemoryStore, webhook};

use crate::{
    support::{Server, noon},
    world::{self, Act, Listed, Plain, Probe, event, on_listed, secret},
};

#[tokio::test]
async fn a_delivery_whose_handler_failed_is_handled_on_the_retry() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    probe.will([Act::Fail, Act::Panic, Act::Panic, Act::Fail]);
    for _ in 0..4 {
        assert_eq!(server.send(event("evt_1")).await.status, 500);
        assert_eq!(probe.handled(), 0);
    }
    for _ in 0..3 {
        assert_eq!(server.send(event("evt_1")).await.status, 200);
    }
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn a_delivery_whose_handler_was_cancelled_is_handled_on_the_retry() {
    let (endpoint, probe) = world::listed();
    for _ in 0..3 {
        probe.will([Act::Hang]);
        let hanging = endpoint.handle(event("evt_1"));
        let cut = tokio::time::timeout(Duration::from_millis(20), hanging).await;
        assert!(cut.is_err(), "the handler hangs, and its future is dropped");
    }
    assert_eq!(endpoint.handle(event("evt_1")).await.status(), 200);
    assert_eq!(probe.handled(), 1);
}

/// A process that dies keeps its claim in a shared store: the lease ends it.
#[tokio::test]
async fn a_delivery_whose_process_died_is_handled_when_the_lease_ends() {
    let seconds = Arc::new(AtomicUsize::new(0));
    let clock = Arc::clone(&seconds);
    let (endpoint, probe) = world::listed();
    let endpoint = endpoint
        .lease(Duration::from_secs(60))
        .clock(move || noon() + Duration::from_secs(clock.load(Ordering::SeqCst) as u64));
    probe.will([Act::Hang]);
    let dead = tokio::spawn({
        let endpoint = endpoint.clone();
        async move { endpoint.handle(event("evt_1")).await.status() }
    });
    while !probe.plan.lock().expect("no panic").is_empty() {
        tokio::task::yield_now().await;
    }
    seconds.store(59, Ordering::SeqCst);
    let answer = endpoint.handle(event("evt_1")).await;
    assert_eq!(answer.status(), 503);
    // As long again as it has taken so far.
    assert_eq!(answer.headers()["retry-after"], "59");
    seconds.store(60, Ordering::SeqCst);
    assert_eq!(endpoint.handle(event("evt_1")).await.status(), 200);
    assert_eq!(probe.handled(), 1);
    dead.abort();
}

/// A 409 makes senders retry for ever, and switch the endpoint off in the end.
#[tokio::test]
async fn duplicates_of_what_was_handled_are_acknowledged() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for _ in 0..5 {
        assert_eq!(server.send(event("evt_1")).await.status, 200);
    }
    // The sender signs each attempt anew: it is the same delivery all the same.
    let body = event("evt_1").into_body();
    let again = Listed::sign(&secret(), body).at(noon() + Duration::from_secs(200)).request();
    assert_eq!(server.send(again).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

/// A retry is signed like the attempt before it. So two events with one text are one where nothing in
/// them tells them apart, unless their owner says that duplicates are handled.
#[tokio::test]
async fn equal_bodies_without_an_id_are_one_delivery() {
    let (endpoint, probe) = world::plain();
    for _ in 0..3 {
        let request = Plain::sign(&secret(), "{\"ping\":true}").request();
        assert_eq!(endpoint.handle(request).await.status(), 200);
    }
    let another = Plain::sign(&secret(), "{\"ping\": true}").request();
    assert_eq!(endpoint.handle(another).await.status(), 200);
    assert_eq!(probe.handled(), 2);

    let (endpoint, probe) = world::plain();
    let endpoint = endpoint.allow_duplicates();
    for _ in 0..3 {
        let request = Plain::sign(&secret(), "{\"ping\":true}").request();
        assert_eq!(endpoint.handle(request).await.status(), 200);
    }
    assert_eq!(probe.handled(), 3);
}

#[tokio::test]
async fn an_empty_id_identifies_nothing() {
    let (endpoint, probe) = world::listed();
    for body in [r#"{"id":"","type":"a","n":1}"#, r#"{"id":"","type":"a","n":2}"#] {
        let request = Listed::sign(&secret(), body).at(noon()).request();
        assert_eq!(endpoint.handle(request).await.status(), 200);
    }
    for body in [r#"{"id":null,"type":"a","n":3}"#, r#"{"type":"a","n":4}"#] {
        let request = Listed::sign(&secret(), body).at(noon()).request();
        assert_eq!(endpoint.handle(request).await.status(), 200);
    }
    assert_eq!(probe.handled(), 4);
}

#[webhook(provider = Listed)]
async fn on_whole(_event: serde_json::Value) {}

/// serde takes the last of two ids, another reader the first: nobody knows what was handled.
#[tokio::test]
async fn a_body_with_two_ids_is_refused_whatever_the_handler_takes() {
    let endpoint = on_whole::endpoint(secret()).expect("a secret").clock(noon);
    let sign = |body: &'static str| Listed::sign(&secret(), body).at(noon()).request();
    let twice = r#"{"id":"evt_1","type":"paid","id":"evt_2"}"#;
    assert_eq!(endpoint.handle(sign(twice)).await.status(), 422);
    let (endpoint, probe) = world::listed();
    assert_eq!(endpoint.handle(sign(twice)).await.status(), 422);
    assert_eq!(probe.handled(), 0);
}

/// Counts who is inside at once.
#[derive(Clone)]
struct Narrow {
    inside: Arc<Semaphore>,
    handled: Arc<AtomicUsize>,
}

#[webhook(provider = Listed)]
async fn on_narrow(_event: RawEvent, State(narrow): State<Narrow>) -> Result<(), &'static str> {
    let _permit = narrow.inside.try_acquire().map_err(|_| "two at once")?;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    narrow.handled.fetch_add(1, Ordering::SeqCst);
    Ok(())
}

async fn at_once(duplicates: usize) {
    let narrow = Narrow { inside: Arc::new(Semaphore::new(1)), handled: Arc::default() };
    let endpoint = on_narrow::endpoint(secret()).expect("a secret").state(narrow.clone());
    let endpoint = endpoint.clock(noon);
    let mut tasks = JoinSet::new();
    for _ in 0..duplicates {
        let endpoint = endpoint.clone();
        tasks.spawn(async move { endpoint.handle(event("evt_1")).await.status().as_u16() });
    }
    let answers = tasks.join_all().await;
    assert_eq!(answers.len(), duplicates);
    assert!(answers.iter().all(|status| [200, 503].contains(status)), "{answers:?}");
    assert!(answers.contains(&200));
    assert_eq!(narrow.handled.load(Ordering::SeqCst), 1);
    // Whoever was told to come again is acknowledged now.
    assert_eq!(endpoint.handle(event("evt_1")).await.status(), 200);
    assert_eq!(narrow.handled.load(Ordering::SeqCst), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_duplicates_at_once_are_handled_once() {
    at_once(10).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_thousand_duplicates_at_once_are_handled_once() {
    at_once(10_000).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thousands_of_deliveries_at_once_are_each_handled_once() {
    let (endpoint, probe) = world::listed();
    let mut tasks = JoinSet::new();
    for index in 0..6000 {
        let endpoint = endpoint.clone();
        tasks.spawn(async move { endpoint.handle(event(&format!("evt_{}", index % 2000))).await });
    }
    let answers = tasks.join_all().await;
    assert!(answers.iter().all(|answer| [200, 503].contains(&answer.status().as_u16())));
    assert_eq!(probe.handled(), 2000);
}

/// A small store forgets the oldest, and says so: it is handled once more, never lost.
#[tokio::test]
async fn a_full_store_forgets_what_was_done_longest_ago_and_loses_nothing() {
    let (endpoint, probe) = world::listed();
    let endpoint = endpoint.idempotency_store(MemoryStore::with_capacity(10), "test");
    for index in 0..15 {
        assert_eq!(endpoint.handle(event(&format!("evt_{index}"))).await.status(), 200);
    }
    assert_eq!(probe.handled(), 15);
    for index in 5..15 {
        assert_eq!(endpoint.handle(event(&format!("evt_{index}"))).await.status(), 200);
    }
    assert_eq!(probe.handled(), 15, "the last ten are remembered");
    assert_eq!(endpoint.handle(event("evt_0")).await.status(), 200);
    assert_eq!(probe.handled(), 16, "the first was forgotten");
}

/// Deliveries in progress are never forgotten: the next one is told to come again.
#[tokio::test]
async fn a_store_full_of_deliveries_in_progress_refuses_the_next() {
    let (endpoint, probe) = world::listed();
    let endpoint = endpoint.idempotency_store(MemoryStore::with_capacity(2), "test");
    probe.will([Act::Hang, Act::Hang]);
    let mut hanging = JoinSet::new();
    for id in ["evt_1", "evt_2"] {
        let endpoint = endpoint.clone();
        hanging.spawn(async move { endpoint.handle(event(id)).await });
    }
    while !probe.plan.lock().expect("no panic").is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(endpoint.handle(event("evt_3")).await.status(), 503);
    hanging.shutdown().await;
    assert_eq!(endpoint.handle(event("evt_3")).await.status(), 200);
    assert_eq!(probe.handled(), 1);
}

/// What is remembered is remembered for as long as was said.
#[tokio::test]
async fn a_replay_is_recognised_until_the_memory_runs_out() {
    let seconds = Arc::new(AtomicUsize::new(0));
    let clock = Arc::clone(&seconds);
    let probe = Probe::default();
    let endpoint = on_listed::endpoint(secret()).expect("a secret").state(probe.clone());
    let endpoint = endpoint
        .retention(Duration::from_secs(100))
        .tolerance(Duration::MAX)
        .expect("a signed time")
        .clock(move || -> SystemTime {
            noon() + Duration::from_secs(clock.load(Ordering::SeqCst) as u64)
        });
    for (at, handled) in [(0, 1), (99, 1), (100, 2)] {
        seconds.store(at, Ordering::SeqCst);
        assert_eq!(endpoint.handle(event("evt_1")).await.status(), 200);
        assert_eq!(probe.handled(), handled, "after {at} s");
    }
}
