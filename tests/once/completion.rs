//! Handlers run to their end, leases last as long as they do, and a shutdown waits.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use tokio::sync::Notify;
use webhook_kit::{
    Endpoint, Provider as _, RawEvent, State,
    idempotency::{
        Acquired, BoxFuture, Completion, FencingToken, HeldLease, IdempotencyKey, IdempotencyStore,
        MemoryStore, StoreError,
    },
    webhook,
};

use crate::world::{Numbered, secret};

/// Holds handlers between their first effect and their second.
#[derive(Clone, Default)]
struct Gate {
    first: Arc<AtomicUsize>,
    second: Arc<AtomicUsize>,
    reached: Arc<Notify>,
    open: Arc<Notify>,
}

#[webhook(provider = Numbered)]
async fn on_two_effects(_: RawEvent, State(gate): State<Gate>) {
    gate.first.fetch_add(1, Ordering::SeqCst);
    gate.reached.notify_one();
    gate.open.notified().await;
    gate.second.fetch_add(1, Ordering::SeqCst);
}

fn endpoint(gate: &Gate) -> Endpoint<on_two_effects, Gate> {
    on_two_effects::endpoint(secret()).expect("a secret").state(gate.clone())
}

fn request() -> http::Request<bytes::Bytes> {
    Numbered::sign(&secret(), r#"{"id":"evt_1"}"#).request()
}

/// The sender hangs up when the handler has begun, as often as it is told.
async fn hang_up(endpoint: &Endpoint<on_two_effects, Gate>, gate: &Gate) {
    let request = Box::pin(endpoint.handle(request()));
    tokio::select! {
        _ = request => panic!("the handler waits"),
        () = gate.reached.notified() => {}
    }
}

#[tokio::test]
async fn a_handler_runs_to_its_end_though_its_sender_hung_up() {
    let gate = Gate::default();
    let endpoint = endpoint(&gate).run_to_completion(tokio::spawn);
    hang_up(&endpoint, &gate).await;
    gate.open.notify_one();
    endpoint.shutdown().await;
    let effects = (gate.first.load(Ordering::SeqCst), gate.second.load(Ordering::SeqCst));
    assert_eq!(effects, (1, 1));
}

#[tokio::test]
async fn the_retry_of_a_handler_that_ran_on_is_a_duplicate() {
    let gate = Gate::default();
    let endpoint = endpoint(&gate).run_to_completion(tokio::spawn);
    hang_up(&endpoint, &gate).await;
    assert_eq!(endpoint.handle(request()).await.status(), 503, "it is at work");
    gate.open.notify_one();
    while gate.second.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(endpoint.handle(request()).await.status(), 200);
    assert_eq!(gate.first.load(Ordering::SeqCst), 1);
}

/// What happens without that word: each attempt begins anew.
#[tokio::test]
async fn without_it_a_sender_that_hangs_up_cuts_the_handler_off() {
    let gate = Gate::default();
    let endpoint = endpoint(&gate);
    for _ in 0..3 {
        hang_up(&endpoint, &gate).await;
    }
    let effects = (gate.first.load(Ordering::SeqCst), gate.second.load(Ordering::SeqCst));
    assert_eq!(effects, (3, 0));
}

#[tokio::test]
async fn a_shutdown_waits_for_handlers_and_lets_nobody_in() {
    let gate = Gate::default();
    let endpoint = endpoint(&gate).run_to_completion(tokio::spawn);
    hang_up(&endpoint, &gate).await;
    let mut shutdown = Box::pin(endpoint.shutdown());
    let waited = tokio::time::timeout(Duration::from_millis(50), &mut shutdown).await;
    assert!(waited.is_err(), "a handler is at work");
    let clone = endpoint.clone();
    assert_eq!(clone.handle(request()).await.status(), 503);
    gate.open.notify_one();
    shutdown.await;
    assert_eq!(gate.second.load(Ordering::SeqCst), 1);
}

/// A runtime that ends drops its tasks: the sender is told to come again.
#[tokio::test]
async fn a_task_that_is_dropped_is_answered_with_503() {
    let endpoint = endpoint(&Gate::default()).run_to_completion(drop);
    assert_eq!(endpoint.handle(request()).await.status(), 503);
}

/// Why a handler must not spawn its work: the delivery is acknowledged, though the work fails.
#[tokio::test]
async fn what_a_handler_spawns_is_not_waited_for() {
    #[webhook(provider = Numbered)]
    async fn on_spawned(_: RawEvent, State(failed): State<Arc<Notify>>) {
        tokio::spawn(async move { failed.notify_one() });
    }
    let failed = Arc::new(Notify::new());
    let endpoint = on_spawned::endpoint(secret()).expect("a secret").state(Arc::clone(&failed));
    assert_eq!(endpoint.handle(request()).await.status(), 200);
    failed.notified().await;
    assert_eq!(endpoint.handle(request()).await.status(), 200, "a duplicate: the work is lost");
}

/// A store that notes what it is asked.
#[derive(Debug, Clone, Default)]
struct Noting {
    store: MemoryStore,
    renewed: Arc<AtomicUsize>,
    loses: bool,
    fails: bool,
}

impl IdempotencyStore for Noting {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        self.store.acquire(key, lease, now)
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        match (self.loses, self.fails) {
            (true, _) => Box::pin(async { Ok(Completion::Lost) }),
            (_, true) => Box::pin(async { Err(StoreError::new("the disk is full")) }),
            _ => self.store.complete(key, token, retention, now),
        }
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.renewed.fetch_add(1, Ordering::SeqCst);
        self.store.renew(key, token, lease, now)
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.store.release(key, token)
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.store.forget(key)
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.store.purge(now)
    }
}

/// A handler that takes longer than its lease is not run a second time beside itself.
#[tokio::test]
async fn a_lease_is_renewed_while_its_handler_runs() {
    let gate = Gate::default();
    let store = Noting::default();
    let endpoint = endpoint(&gate)
        .lease(Duration::from_millis(90))
        .timer(tokio::time::sleep)
        .idempotency_store(store.clone(), "test");
    let running = tokio::spawn({
        let endpoint = endpoint.clone();
        async move { endpoint.handle(request()).await.status() }
    });
    gate.reached.notified().await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(store.renewed.load(Ordering::SeqCst) >= 3);
    assert_eq!(endpoint.handle(request()).await.status(), 503, "it is at work");
    gate.open.notify_one();
    assert_eq!(running.await.expect("no panic"), 200);
    assert_eq!(gate.first.load(Ordering::SeqCst), 1);
}

/// Seconds, growing with the time that the handler takes, and never the rest of a lease.
#[tokio::test]
async fn a_duplicate_in_progress_is_told_to_come_back_soon() {
    let gate = Gate::default();
    let now = Arc::new(Mutex::new(SystemTime::now()));
    let clock = Arc::clone(&now);
    let endpoint = endpoint(&gate).clock(move || *clock.lock().expect("no panic"));
    let endpoint = endpoint.run_to_completion(tokio::spawn);
    hang_up(&endpoint, &gate).await;
    let begun = *now.lock().expect("no panic");
    for (passed, retry_after) in [(0, "1"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (200, "60")] {
        *now.lock().expect("no panic") = begun + Duration::from_secs(passed);
        let answer = endpoint.handle(request()).await;
        assert_eq!(answer.status(), 503);
        assert_eq!(answer.headers()["retry-after"], retry_after, "after {passed} s");
    }
    gate.open.notify_one();
    endpoint.shutdown().await;
}

async fn outcome_over(store: Noting) -> (u16, String) {
    let gate = Gate::default();
    gate.open.notify_one();
    let told = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&told);
    let endpoint = endpoint(&gate).idempotency_store(store, "test").observe(move |report| {
        report.outcome.as_str().clone_into(&mut sink.lock().expect("no panic"));
    });
    let status = endpoint.handle(request()).await.status().as_u16();
    let told = told.lock().expect("no panic").clone();
    (status, told)
}

#[tokio::test]
async fn a_lost_lease_is_an_outcome_of_its_own() {
    let store = Noting { loses: true, ..Noting::default() };
    assert_eq!(outcome_over(store).await, (200, "lease_lost".to_owned()));
}

#[tokio::test]
async fn a_store_that_could_not_note_what_was_done_is_an_outcome_of_its_own() {
    let store = Noting { fails: true, ..Noting::default() };
    assert_eq!(outcome_over(store).await, (200, "unrecorded".to_owned()));
}

/// For effects that are written in the transaction that records the delivery.
#[tokio::test]
async fn a_handler_has_its_lease() {
    type Seen = Arc<Mutex<Vec<Option<HeldLease>>>>;

    #[webhook(provider = Numbered)]
    async fn on_leased(_: RawEvent, lease: Option<HeldLease>, State(seen): State<Seen>) {
        seen.lock().expect("no panic").push(lease);
    }
    #[webhook(provider = Numbered)]
    async fn on_needed(_: RawEvent, lease: HeldLease) {
        let _ = lease.token().get();
    }

    let seen = Seen::default();
    let key = Arc::new(Mutex::new(None));
    let sink = Arc::clone(&key);
    let endpoint = on_leased::endpoint(secret()).expect("a secret").state(Arc::clone(&seen));
    let endpoint = endpoint.scope("eu").observe(move |report| {
        let key = report.delivery.map(|delivery| delivery.idempotency_key("eu", report.account));
        *sink.lock().expect("no panic") = key;
    });
    endpoint.handle(request()).await;
    let lease = seen.lock().expect("no panic").pop().flatten().expect("a lease");
    assert_eq!(Some(lease.key()), *key.lock().expect("no panic"));

    endpoint.allow_duplicates().handle(request()).await;
    assert_eq!(seen.lock().expect("no panic").pop(), Some(None));
    let needed = on_needed::endpoint(secret()).expect("a secret");
    assert_eq!(needed.handle(request()).await.status(), 200);
    assert_eq!(needed.allow_duplicates().handle(request()).await.status(), 500);
}
