//! Nothing authenticated is lost without its sender being told to try again: senders that do, against
//! handlers and stores that fail in every way.

use std::{
    collections::HashMap,
    future::poll_fn,
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    task::Poll,
    time::{Duration, SystemTime},
};

use tokio::task::{JoinSet, yield_now};
use webhook_kit::{
    Delivery, Endpoint, Provider, RawEvent, State,
    idempotency::{
        Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore,
        MemoryStore, Store, StoreError,
    },
    webhook,
};

use crate::{
    support::noon,
    world::{Listed, secret},
};

/// How many deliveries there are.
const COUNT: usize = 100;

/// A fixed sequence of numbers that looks like chance.
#[derive(Debug, Default)]
struct Chance(AtomicU64);

impl Chance {
    /// True once in so many.
    fn once_in(&self, number: u64) -> bool {
        let next = |state: u64| state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let state =
            self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |state| Some(next(state)));
        (next(state.unwrap_or_default()) >> 33) % number == 0
    }
}

/// What happened to the deliveries.
#[derive(Clone, Default)]
struct World {
    chance: Arc<Chance>,
    /// How often each was handled to its end.
    handled: Arc<Mutex<HashMap<String, usize>>>,
    /// The clock: a second passes while every task makes a step.
    seconds: Arc<AtomicU64>,
}

impl World {
    fn handled(&self) -> MutexGuard<'_, HashMap<String, usize>> {
        self.handled.lock().expect("no panic under the lock")
    }

    fn now(&self) -> SystemTime {
        noon() + Duration::from_secs(self.seconds.load(Ordering::SeqCst))
    }

    fn endpoint(&self, store: impl Into<Store>) -> Endpoint<on_delivery, World> {
        let clock = self.clone();
        on_delivery::endpoint(secret())
            .expect("a secret")
            .state(self.clone())
            .idempotency_store(store, "test")
            .lease(Duration::from_secs(60))
            .clock(move || clock.now())
    }
}

/// Works in steps, and fails, panics or hangs in any of them.
#[webhook(provider = Listed)]
async fn on_delivery(
    _event: RawEvent,
    delivery: Delivery,
    State(world): State<World>,
) -> Result<(), &'static str> {
    for _ in 0..5 {
        yield_now().await;
        if world.chance.once_in(15) {
            return Err("told to fail");
        }
        assert!(!world.chance.once_in(30), "told to panic");
        if world.chance.once_in(30) {
            return std::future::pending().await;
        }
    }
    let id = delivery.id().expect("an id").to_owned();
    *world.handled().entry(id).or_default() += 1;
    Ok(())
}

/// Sends an attempt, and hangs up when it takes too long; 0 says that there was no answer.
async fn attempt(world: &World, endpoint: &Endpoint<on_delivery, World>, id: &str) -> u16 {
    let body = format!(r#"{{"id":"{id}","type":"paid"}}"#);
    let request = Listed::sign(&secret(), body).at(world.now()).request();
    let mut answer = pin!(endpoint.handle(request));
    for _ in 0..20 {
        let polled = poll_fn(|cx| Poll::Ready(answer.as_mut().poll(cx))).await;
        if let Poll::Ready(answer) = polled {
            return answer.status().as_u16();
        }
        yield_now().await;
    }
    0
}

/// Each delivery by two senders at once, each of which tries until it is told to stop. Returns how
/// many attempts that took.
async fn send_all(world: &World, endpoint: &Endpoint<on_delivery, World>) -> usize {
    let seconds = Arc::clone(&world.seconds);
    let clock = tokio::spawn(async move {
        loop {
            seconds.fetch_add(1, Ordering::SeqCst);
            yield_now().await;
        }
    });
    let mut senders = JoinSet::new();
    for sender in 0..2 * COUNT {
        let (world, endpoint) = (world.clone(), endpoint.clone());
        senders.spawn(async move {
            let id = format!("evt_{}", sender / 2);
            for attempts in 1..1000 {
                let status = attempt(&world, &endpoint, &id).await;
                yield_now().await;
                if status == 200 {
                    let handled = world.handled().contains_key(&id);
                    assert!(handled, "{id} was acknowledged, and nobody had handled it");
                    return attempts;
                }
                assert!(
                    [0, 500, 503].contains(&status),
                    "{id}: {status} tells nobody to come again"
                );
            }
            panic!("{id} was tried a thousand times");
        });
    }
    let attempts = senders.join_all().await.into_iter().sum();
    clock.abort();
    attempts
}

#[tokio::test]
async fn whatever_handlers_do_each_delivery_is_handled_once() {
    let world = World::default();
    let endpoint = world.endpoint(MemoryStore::new());
    let attempts = send_all(&world, &endpoint).await;
    assert!(attempts > 600, "{attempts} attempts: too little went wrong");
    assert_eq!(world.handled().len(), COUNT);
    assert!(world.handled().values().all(|times| *times == 1), "{:?}", world.handled());
}

/// With room for a tenth of what is on its way: many are told to come again, none is lost.
#[tokio::test]
async fn a_store_that_is_too_small_loses_nothing() {
    let world = World::default();
    let store = MemoryStore::with_capacity(COUNT / 10);
    let endpoint = world.endpoint(store.clone());
    let attempts = send_all(&world, &endpoint).await;
    assert!(attempts > 2000, "{attempts} attempts: there was room enough");
    assert_eq!(world.handled().len(), COUNT);
    assert!(store.len() <= COUNT / 10);
    // What it gives up: those that it forgot between two attempts were handled twice.
    assert!(world.handled().values().all(|times| *times <= 2), "{:?}", world.handled());
    assert!(world.handled().values().any(|times| *times == 2), "it had room enough");
}

/// Fails before it has done what it was asked to, or after; forgets what is abandoned.
#[derive(Debug)]
struct Unreliable(MemoryStore, Arc<Chance>);

impl Unreliable {
    fn or_fail<T>(
        &self,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> BoxFuture<'_, Result<T, StoreError>>
    where
        T: Send + 'static,
    {
        let fails = || Err(StoreError::new("the connection was reset"));
        let done = if self.1.once_in(10) { fails() } else { work() };
        let done = if self.1.once_in(10) { fails() } else { done };
        Box::pin(async {
            yield_now().await;
            done
        })
    }
}

impl IdempotencyStore for Unreliable {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        self.or_fail(|| self.0.try_acquire(key, lease, now))
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.or_fail(|| Ok(self.0.mark_done(key, token, retention, now)))
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.or_fail(|| Ok(self.0.give_back(key, token)))
    }

    fn abandon(&self, key: IdempotencyKey, token: FencingToken) {
        if !self.1.once_in(2) {
            self.0.give_back(key, token);
        }
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.or_fail(|| Ok(self.0.extend(key, token, lease, now)))
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.0.forget(key)
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.0.purge(now)
    }
}

/// Claims that nobody gave back end with their lease.
#[tokio::test]
async fn a_store_that_fails_loses_nothing() {
    let world = World::default();
    let endpoint = world.endpoint(Unreliable(MemoryStore::new(), Arc::clone(&world.chance)));
    let attempts = send_all(&world, &endpoint).await;
    assert!(attempts > 600, "{attempts} attempts: too little went wrong");
    assert_eq!(world.handled().len(), COUNT);
    // A store that cannot note what is done: that is handled again when its lease has ended.
    let twice = world.handled().values().filter(|times| **times > 1).count();
    assert!((1..50).contains(&twice), "{twice} of {COUNT} were handled more than once");
}
