//! What a claim goes through: its key, its states, its guard, and stores of the user's own.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::error::Error;
use std::future::{pending, ready};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use webhook_core::idempotency::{
    Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore, Lease,
    MemoryStore, Store, StoreError,
};

const LEASE: Duration = Duration::from_secs(60);
const KEEP: Duration = Duration::from_secs(3600);

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        std::thread::park();
    }
}

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds)
}

fn key(id: u64) -> IdempotencyKey {
    IdempotencyKey::new("ratio", "", &id.to_be_bytes())
}

/// Looks whether a claim would be new, and gives it back if it was.
fn is_new(store: &Store, key: IdempotencyKey, now: SystemTime) -> bool {
    matches!(block_on(store.acquire(key, LEASE, now)), Ok(Acquired::New(_)))
}

fn claimed(store: &Store, key: IdempotencyKey, now: SystemTime) -> Lease {
    match block_on(store.acquire(key, LEASE, now)) {
        Ok(Acquired::New(claim)) => claim,
        other => panic!("expected a new claim, not {other:?}"),
    }
}

/// Forwards to a store in memory, through boxed futures, and fails where it is told to.
#[derive(Debug, Default)]
struct Custom {
    memory: MemoryStore,
    abandoned: AtomicUsize,
    trouble: Mutex<Trouble>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Trouble {
    #[default]
    None,
    Fails,
    Hangs,
}

#[derive(Debug, Clone, Default)]
struct Shared(Arc<Custom>);

impl Shared {
    fn set(&self, trouble: Trouble) {
        *self.0.trouble.lock().unwrap() = trouble;
    }

    fn abandoned(&self) -> usize {
        self.0.abandoned.load(Ordering::Relaxed)
    }

    fn answer<T: Send + 'static>(
        &self,
        act: impl FnOnce() -> Result<T, StoreError>,
    ) -> BoxFuture<'_, Result<T, StoreError>> {
        match *self.0.trouble.lock().unwrap() {
            Trouble::None => Box::pin(ready(act())),
            Trouble::Fails => Box::pin(ready(Err(StoreError::new("connection refused")))),
            Trouble::Hangs => Box::pin(pending()),
        }
    }
}

impl IdempotencyStore for Shared {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        self.answer(|| self.0.memory.try_acquire(key, lease, now))
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.answer(|| Ok(self.0.memory.mark_done(key, token, retention, now)))
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.answer(|| Ok(self.0.memory.give_back(key, token)))
    }

    fn abandon(&self, key: IdempotencyKey, token: FencingToken) {
        self.0.abandoned.fetch_add(1, Ordering::Relaxed);
        self.0.memory.give_back(key, token);
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.answer(|| Ok(self.0.memory.extend(key, token, lease, now)))
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.0.memory.forget(key)
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.0.memory.purge(now)
    }
}

/// Every way through `Store`.
fn stores() -> [Store; 3] {
    let shared: Arc<dyn IdempotencyStore> = Arc::new(MemoryStore::new());
    [Store::from(MemoryStore::new()), Store::from(Shared::default()), Store::from(shared)]
}

// Keys.

#[test]
fn keys_are_the_documented_digest() {
    // python3: sha256(b"".join(len(p).to_bytes(8, "big") + p for p in parts)).hexdigest()
    let one = "42375cefce338617bf007a7a69eea9bdbc6061a6fa0860576c6e44f3011f274f";
    assert_eq!(
        format!("{:?}", IdempotencyKey::new("goodstack", "account 7", b"evt_1")),
        format!("IdempotencyKey({one})")
    );

    let two = "ba2b204fec39c320e7b85854dd87b4ad573885b319d38bb31423b6d0d0575dfd";
    let key =
        IdempotencyKey::builder("fincra", "eu").part(b"payout.successful").part(b"ref-7").finish();
    assert_eq!(format!("{key:?}"), format!("IdempotencyKey({two})"));
    assert_eq!(key.as_bytes().first(), Some(&0xba));
    assert_eq!(key.as_ref(), key.as_bytes());

    let empty = "9d908ecfb6b256def8b49a7c504e6c889c4b0e41fe6ce3e01863dd7b61a20aa0";
    assert_eq!(
        format!("{:?}", IdempotencyKey::new("", "", b"")),
        format!("IdempotencyKey({empty})")
    );
}

/// Every way to cut a text into a provider and parts, with and without an empty part at the end.
#[test]
fn no_two_ways_of_cutting_give_one_key() {
    let text = "abcdefgh";
    let mut keys = Vec::new();
    for cuts in 0..1_u32 << text.len() {
        let mut pieces = vec![String::new()];
        for (place, letter) in text.chars().enumerate() {
            if cuts >> place & 1 == 1 {
                pieces.push(String::new());
            }
            pieces.last_mut().unwrap().push(letter);
        }
        let mut builder = IdempotencyKey::builder(&pieces[0], "");
        for piece in &pieces[1..] {
            builder = builder.part(piece.as_bytes());
        }
        keys.push(builder.clone().finish());
        keys.push(builder.part(b"").finish());
    }
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn a_builder_does_not_show_what_it_was_given() {
    let shown = format!("{:?}", IdempotencyKey::builder("fincra", "").part(b"reference"));
    assert_eq!(shown, "IdempotencyKeyBuilder { .. }");
}

// States.

#[derive(Debug, Clone, Copy)]
enum State {
    Unknown,
    Running,
    Lapsed,
    TakenOver,
    Done,
    Expired,
    Released,
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Lease,
    Done,
    Release,
    Abandon,
}

/// Brings a key into a state that it is in at `at(100)`; gives the owner that was granted first.
fn bring(store: &MemoryStore, state: State) -> FencingToken {
    let grant = |now| match store.try_acquire(key(1), LEASE, now) {
        Ok(Acquired::New(owner)) => owner,
        other => panic!("expected a new claim, not {other:?}"),
    };
    match state {
        State::Unknown => FencingToken::new(u64::MAX),
        State::Running => grant(at(100)),
        State::Lapsed => grant(at(0)),
        State::TakenOver => {
            let first = grant(at(0));
            assert_ne!(first, grant(at(100)));
            first
        }
        State::Done | State::Expired => {
            let owner = grant(at(0));
            let keep = if matches!(state, State::Done) { KEEP } else { LEASE };
            assert_eq!(store.mark_done(key(1), owner, keep, at(1)), Completion::Held);
            owner
        }
        State::Released => {
            let owner = grant(at(0));
            assert_eq!(store.give_back(key(1), owner), Completion::Held);
            owner
        }
    }
}

/// What a claim finds at `at(100)`.
fn found(store: &MemoryStore) -> &'static str {
    match store.try_acquire(key(1), LEASE, at(100)).unwrap() {
        Acquired::New(_) => "new",
        Acquired::InProgress { .. } => "running",
        Acquired::Done => "done",
        _ => "something else",
    }
}

/// Each act of the first owner in each state: its answer, and what the next claim then finds.
#[test]
fn every_transition() {
    let table = [
        (State::Unknown, Act::Lease, "new", "running"),
        (State::Unknown, Act::Done, "lost", "new"),
        (State::Unknown, Act::Release, "lost", "new"),
        (State::Unknown, Act::Abandon, "-", "new"),
        (State::Running, Act::Lease, "running", "running"),
        (State::Running, Act::Done, "held", "done"),
        (State::Running, Act::Release, "held", "new"),
        (State::Running, Act::Abandon, "-", "new"),
        (State::Lapsed, Act::Lease, "new", "running"),
        (State::Lapsed, Act::Done, "held", "done"),
        (State::Lapsed, Act::Release, "held", "new"),
        (State::Lapsed, Act::Abandon, "-", "new"),
        (State::TakenOver, Act::Lease, "running", "running"),
        (State::TakenOver, Act::Done, "lost", "running"),
        (State::TakenOver, Act::Release, "lost", "running"),
        (State::TakenOver, Act::Abandon, "-", "running"),
        (State::Done, Act::Lease, "done", "done"),
        (State::Done, Act::Done, "lost", "done"),
        (State::Done, Act::Release, "lost", "done"),
        (State::Done, Act::Abandon, "-", "done"),
        (State::Expired, Act::Lease, "new", "running"),
        (State::Expired, Act::Done, "lost", "new"),
        (State::Expired, Act::Release, "lost", "new"),
        (State::Expired, Act::Abandon, "-", "new"),
        (State::Released, Act::Lease, "new", "running"),
        (State::Released, Act::Done, "lost", "new"),
        (State::Released, Act::Release, "lost", "new"),
        (State::Released, Act::Abandon, "-", "new"),
    ];
    let word = |settled| match settled {
        Completion::Held => "held",
        Completion::Lost => "lost",
    };
    for (state, act, answer, after) in table {
        let store = MemoryStore::new();
        let owner = bring(&store, state);
        let answered = match act {
            Act::Lease => found(&store),
            Act::Done => word(store.mark_done(key(1), owner, KEEP, at(100))),
            Act::Release => word(store.give_back(key(1), owner)),
            Act::Abandon => {
                store.abandon(key(1), owner);
                "-"
            }
        };
        assert_eq!((answered, found(&store)), (answer, after), "{act:?} when {state:?}");
    }
}

#[test]
fn both_ends_are_exact() {
    let nanosecond = Duration::from_nanos(1);
    for store in stores() {
        let claim = claimed(&store, key(1), at(0));
        assert!(!is_new(&store, key(1), at(60) - nanosecond));
        block_on(claim.complete(KEEP, at(10))).unwrap();
        assert!(!is_new(&store, key(1), at(3610) - nanosecond));
        let claim = claimed(&store, key(1), at(3610));

        let late = claimed(&store, key(1), at(3670));
        assert_eq!(block_on(claim.release()).unwrap(), Completion::Lost);
        assert_eq!(block_on(late.release()).unwrap(), Completion::Held);
    }
}

#[test]
fn what_is_in_progress_says_for_how_long() {
    for store in stores() {
        let _claim = claimed(&store, key(1), at(100));
        for (now, held) in [(100, 0), (159, 59), (130, 30), (0, 0)] {
            match block_on(store.acquire(key(1), LEASE, at(now))).unwrap() {
                Acquired::InProgress { held_for } => {
                    assert_eq!(held_for, Duration::from_secs(held));
                }
                other => panic!("expected one in progress, not {other:?}"),
            }
        }
    }
}

#[test]
fn a_late_owner_does_not_disturb_the_next_one() {
    for store in stores() {
        let first = claimed(&store, key(1), at(0));
        let second = claimed(&store, key(1), at(61));
        assert_eq!(first.key(), second.key());
        assert_ne!(first.token(), second.token());

        assert_eq!(block_on(first.complete(KEEP, at(62))).unwrap(), Completion::Lost);
        assert!(!is_new(&store, key(1), at(63)), "the second still runs");
        // Its failure counts: what the first did late is not on record.
        assert_eq!(block_on(second.release()).unwrap(), Completion::Held);
        let third = claimed(&store, key(1), at(64));
        assert_eq!(block_on(third.complete(KEEP, at(65))).unwrap(), Completion::Held);
        assert!(matches!(block_on(store.acquire(key(1), LEASE, at(66))), Ok(Acquired::Done)));
    }
}

#[test]
fn a_late_owner_that_nobody_replaced_still_completes() {
    for store in stores() {
        let claim = claimed(&store, key(1), at(0));
        assert_eq!(block_on(claim.complete(KEEP, at(1000))).unwrap(), Completion::Held);
        assert!(matches!(block_on(store.acquire(key(1), LEASE, at(1001))), Ok(Acquired::Done)));
    }
}

// The guard.

#[test]
fn a_dropped_claim_is_given_back() {
    for store in stores() {
        drop(claimed(&store, key(1), at(0)));
        assert!(is_new(&store, key(1), at(0)));
    }
}

#[test]
fn a_panicking_handler_gives_back() {
    for store in stores() {
        let result = catch_unwind(AssertUnwindSafe(|| {
            let _claim = claimed(&store, key(1), at(0));
            assert!(!is_new(&store, key(1), at(0)));
            panic!("the handler's own");
        }));
        assert!(result.is_err());
        assert!(is_new(&store, key(1), at(0)));
    }
}

#[test]
fn a_cancelled_handler_gives_back() {
    for store in stores() {
        let claim = claimed(&store, key(1), at(0));
        let mut handler = Box::pin(async move {
            pending::<()>().await;
            claim.complete(KEEP, at(1)).await
        });
        let mut context = Context::from_waker(Waker::noop());
        assert!(handler.as_mut().poll(&mut context).is_pending());
        assert!(!is_new(&store, key(1), at(0)));
        drop(handler);
        assert!(is_new(&store, key(1), at(0)));
    }
}

#[test]
fn a_dropped_late_claim_leaves_the_next_one_alone() {
    for store in stores() {
        let first = claimed(&store, key(1), at(0));
        let _second = claimed(&store, key(1), at(61));
        drop(first);
        assert!(!is_new(&store, key(1), at(62)));
    }
}

#[test]
fn what_is_settled_is_not_abandoned_too() {
    let custom = Shared::default();
    let store = Store::from(custom.clone());
    block_on(claimed(&store, key(1), at(0)).complete(KEEP, at(1))).unwrap();
    block_on(claimed(&store, key(2), at(0)).release()).unwrap();
    assert_eq!(custom.abandoned(), 0);
    drop(claimed(&store, key(3), at(0)));
    assert_eq!(custom.abandoned(), 1);
}

/// Polls once while the store is in trouble, then drops the future.
fn poll_in_trouble(
    custom: &Shared,
    trouble: Trouble,
    future: impl Future<Output = Result<Completion, StoreError>>,
) {
    custom.set(trouble);
    let mut context = Context::from_waker(Waker::noop());
    match Box::pin(future).as_mut().poll(&mut context) {
        Poll::Ready(result) => assert!(result.is_err() && trouble == Trouble::Fails),
        Poll::Pending => assert_eq!(trouble, Trouble::Hangs),
    }
    custom.set(Trouble::None);
}

#[test]
fn what_was_handled_is_not_given_back_when_the_store_fails() {
    for trouble in [Trouble::Fails, Trouble::Hangs] {
        let custom = Shared::default();
        let store = Store::from(custom.clone());
        let claim = claimed(&store, key(1), at(0));
        poll_in_trouble(&custom, trouble, claim.complete(KEEP, at(1)));
        assert_eq!(custom.abandoned(), 0);
        assert!(!is_new(&store, key(1), at(2)), "until its lease runs out");
        assert!(is_new(&store, key(1), at(60)));
    }
}

#[test]
fn a_release_that_fails_or_is_cancelled_is_abandoned() {
    for trouble in [Trouble::Fails, Trouble::Hangs] {
        let custom = Shared::default();
        let store = Store::from(custom.clone());
        let claim = claimed(&store, key(1), at(0));
        poll_in_trouble(&custom, trouble, claim.release());
        assert_eq!(custom.abandoned(), 1);
        assert!(is_new(&store, key(1), at(2)));
    }
}

#[test]
fn a_failing_store_says_why() {
    let custom = Shared::default();
    custom.set(Trouble::Fails);
    let error = block_on(Store::from(custom).acquire(key(1), LEASE, at(0))).unwrap_err();
    assert_eq!(error.to_string(), "the idempotency store failed");
    assert_eq!(error.source().unwrap().to_string(), "connection refused");
}

/// Implements only what it must: `abandon` is left out.
#[derive(Debug)]
struct Minimal(MemoryStore);

impl IdempotencyStore for Minimal {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        self.0.acquire(key, lease, now)
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.0.complete(key, token, retention, now)
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.0.release(key, token)
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.0.renew(key, token, lease, now)
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.0.forget(key)
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.0.purge(now)
    }
}

#[test]
fn without_abandon_the_lease_runs_out() {
    let store = Store::from(Minimal(MemoryStore::new()));
    drop(claimed(&store, key(1), at(0)));
    assert!(!is_new(&store, key(1), at(59)));
    assert!(is_new(&store, key(1), at(60)));
}

#[test]
fn futures_and_guards_may_cross_threads() {
    fn is_send<T: Send>(_: &T) {}
    fn is_shared<T: Send + Sync + 'static>() {}
    is_shared::<Lease>();
    is_shared::<Store>();
    is_shared::<StoreError>();
    let store = Store::default();
    is_send(&store.acquire(key(1), LEASE, at(0)));
    is_send(&claimed(&store, key(1), at(0)).complete(KEEP, at(0)));
    is_send(&claimed(&store, key(2), at(0)).release());
}
