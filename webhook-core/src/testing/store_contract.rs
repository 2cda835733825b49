//! What every idempotency store owes, as a test of any.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::run::block_on;
use crate::{
    idempotency::{
        Acquired, Completion, FencingToken, IdempotencyKey, IdempotencyStore, StoreError,
    },
    timer::{SystemTimer, Timer},
};

/// Which clock a store goes by: see [`IdempotencyStore`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreTime {
    /// What its callers bring, as a store in memory does: the test brings any time.
    Callers,
    /// Its own, as a database does: the test waits, two seconds in all, and brings clocks that are
    /// wrong by years.
    Own,
}

/// Tests all that an [`IdempotencyStore`] owes to an endpoint. `open` gives a handle of one store each
/// time that it is called: a clone, or a connection of its own.
///
/// The keys are new in each run, so that a store which lasts can be tested again and again. The futures
/// run on threads of the test, which [`block_on`](super::block_on) them: a store that needs a runtime
/// enters it in `open`, or by itself.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::{idempotency::MemoryStore, testing::{StoreTime, store_contract}};
///
/// let store = MemoryStore::new();
/// store_contract(move || store.clone(), StoreTime::Callers);
/// ```
///
/// # Panics
///
/// Where the store breaks the contract, with the sentence that it breaks.
pub fn store_contract<S: IdempotencyStore>(open: impl Fn() -> S, time: StoreTime) {
    let contract = Contract { open, time, begun: SystemTime::now(), serial: AtomicU64::new(0) };
    contract.one_of_many_is_new();
    contract.what_is_done_stays_done();
    contract.what_is_given_back_is_new();
    contract.what_is_abandoned_is_free_in_the_end();
    contract.only_the_token_counts();
    contract.a_lease_runs_out();
    contract.a_late_holder_completes();
    contract.a_renewed_lease_lasts();
    contract.forgetting_is_for_what_is_done();
    contract.what_ran_out_is_purged();
    contract.lengths_saturate();
    contract.one_clock_decides();
}

const LEASE: Duration = Duration::from_secs(60);
const RETENTION: Duration = Duration::from_secs(600);
/// Leases that are waited for, where time is the store's own.
const SHORT: Duration = Duration::from_millis(200);

struct Contract<F> {
    open: F,
    time: StoreTime,
    begun: SystemTime,
    serial: AtomicU64,
}

#[allow(clippy::panic, reason = "a test fails by it")]
fn broken(what: &str, found: impl std::fmt::Debug) -> ! {
    panic!("a store owes this: {what}; it said {found:?}")
}

fn told<T>(answer: Result<T, StoreError>) -> T {
    match answer {
        Ok(answer) => answer,
        Err(error) => broken("it answers", std::error::Error::source(&error)),
    }
}

impl<S: IdempotencyStore, F: Fn() -> S> Contract<F> {
    fn key(&self) -> IdempotencyKey {
        let serial = self.serial.fetch_add(1, Ordering::Relaxed);
        let begun = self.begun.duration_since(UNIX_EPOCH).unwrap_or_default();
        IdempotencyKey::builder("contract", "a test")
            .part(&begun.as_nanos().to_be_bytes())
            .part(&u64::from(std::process::id()).to_be_bytes())
            .part(&serial.to_be_bytes())
            .finish()
    }

    /// How long a lease is that is going to run out, and a time by which it has.
    fn short(&self) -> Duration {
        if self.time == StoreTime::Own { SHORT } else { LEASE }
    }

    fn after_short(&self) -> SystemTime {
        if self.time == StoreTime::Own {
            block_on(SystemTimer.sleep(SHORT + SHORT / 2));
        }
        self.begun + LEASE + Duration::from_secs(1)
    }

    fn acquire(&self, key: IdempotencyKey, lease: Duration, now: SystemTime) -> Acquired {
        told(block_on((self.open)().acquire(key, lease, now)))
    }

    fn lease(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
        what: &str,
    ) -> FencingToken {
        match self.acquire(key, lease, now) {
            Acquired::New(token) => token,
            other => broken(what, other),
        }
    }

    fn complete(&self, key: IdempotencyKey, token: FencingToken, now: SystemTime) -> Completion {
        told(block_on((self.open)().complete(key, token, RETENTION, now)))
    }

    fn is_done(&self, key: IdempotencyKey, what: &str) {
        match self.acquire(key, LEASE, self.begun) {
            Acquired::Done => {}
            other => broken(what, other),
        }
    }

    fn is_held(&self, key: IdempotencyKey, now: SystemTime, what: &str) {
        match self.acquire(key, LEASE, now) {
            Acquired::InProgress { .. } => {}
            other => broken(what, other),
        }
    }

    fn one_of_many_is_new(&self) {
        const MANY: usize = 16;
        let key = self.key();
        let stores: Vec<S> = (0..MANY).map(|_| (self.open)()).collect();
        let now = self.begun;
        let new = thread::scope(|scope| {
            let asked: Vec<_> = stores
                .iter()
                .map(|store| scope.spawn(move || block_on(store.acquire(key, LEASE, now))))
                .collect();
            let answers = asked.into_iter().filter_map(|asked| asked.join().ok());
            answers.filter(|answer| matches!(answer, Ok(Acquired::New(_)))).count()
        });
        if new != 1 {
            broken("of any number of concurrent calls for one key, one is `New`", new);
        }
        self.is_held(key, now, "what is held is `InProgress`");
    }

    fn what_is_done_stays_done(&self) {
        let key = self.key();
        let token = self.lease(key, LEASE, self.begun, "a key that nobody knows is `New`");
        let done = self.complete(key, token, self.begun);
        if done != Completion::Held {
            broken("whoever holds a lease completes it", done);
        }
        self.is_done(key, "what was completed is `Done`");
        self.is_done(key, "what is `Done` stays `Done`");
        let again = self.complete(key, token, self.begun);
        if again != Completion::Lost {
            broken("a lease is completed once", again);
        }
        let other = self.lease(self.key(), LEASE, self.begun, "another key is another delivery");
        if self.acquire(key, LEASE, self.begun) != Acquired::Done {
            broken("another key is another delivery", other);
        }
    }

    fn what_is_given_back_is_new(&self) {
        let key = self.key();
        let first = self.lease(key, LEASE, self.begun, "a key that nobody knows is `New`");
        let released = told(block_on((self.open)().release(key, first)));
        if released != Completion::Held {
            broken("whoever holds a lease gives it back", released);
        }
        let second = self.lease(key, LEASE, self.begun, "what was given back is `New`");
        if first == second {
            broken("every `New` has a token that this key never had before", second);
        }
    }

    /// `abandon` may do nothing, do it later, or do it at once.
    fn what_is_abandoned_is_free_in_the_end(&self) {
        let key = self.key();
        let first = self.lease(key, self.short(), self.begun, "a key that nobody knows is `New`");
        (self.open)().abandon(key, first);
        self.lease(
            key,
            LEASE,
            self.after_short(),
            "what was abandoned is free when its lease is over",
        );
    }

    fn only_the_token_counts(&self) {
        let key = self.key();
        let what =
            "`complete`, `renew`, `release` and `abandon` change nothing under another token";
        let token = self.lease(key, LEASE, self.begun, "a key that nobody knows is `New`");
        let other = FencingToken::new(token.get() ^ 1);
        let store = (self.open)();
        for answer in [
            self.complete(key, other, self.begun),
            told(block_on(store.renew(key, other, LEASE, self.begun))),
            told(block_on(store.release(key, other))),
        ] {
            if answer != Completion::Lost {
                broken(what, answer);
            }
        }
        store.abandon(key, other);
        self.is_held(key, self.begun, what);
        let unknown = self.complete(self.key(), token, self.begun);
        if unknown != Completion::Lost {
            broken("what nobody holds is completed by nobody", unknown);
        }
    }

    fn a_lease_runs_out(&self) {
        let key = self.key();
        let first = self.lease(key, self.short(), self.begun, "a key that nobody knows is `New`");
        self.is_held(key, self.begun, "what is held is `InProgress`");
        let now = self.after_short();
        let second = self.lease(key, LEASE, now, "what ran out is `New`");
        let late = self.complete(key, first, now);
        if late != Completion::Lost {
            broken(
                "the first holder of a lease that ran out cannot complete that of the second",
                late,
            );
        }
        self.is_held(key, now, "the second lease stands");
        let done = self.complete(key, second, now);
        if done != Completion::Held {
            broken("the second lease stands", done);
        }
    }

    fn a_late_holder_completes(&self) {
        let key = self.key();
        let token = self.lease(key, self.short(), self.begun, "a key that nobody knows is `New`");
        let done = self.complete(key, token, self.after_short());
        if done != Completion::Held {
            broken("a late holder completes while nobody else has acquired the key", done);
        }
    }

    fn a_renewed_lease_lasts(&self) {
        let key = self.key();
        let token = self.lease(key, self.short(), self.begun, "a key that nobody knows is `New`");
        let renewed = told(block_on((self.open)().renew(key, token, LEASE * 10, self.begun)));
        if renewed != Completion::Held {
            broken("whoever holds a lease renews it", renewed);
        }
        self.is_held(key, self.after_short(), "a renewed lease lasts from when it was renewed");
    }

    fn forgetting_is_for_what_is_done(&self) {
        let key = self.key();
        let store = (self.open)();
        if told(block_on(store.forget(key))) {
            broken("what is not there is not forgotten", true);
        }
        let token = self.lease(key, LEASE, self.begun, "a key that nobody knows is `New`");
        if told(block_on(store.forget(key))) {
            broken("what is in progress is not forgotten", true);
        }
        self.is_held(key, self.begun, "what is in progress is not forgotten");
        self.complete(key, token, self.begun);
        if !told(block_on(store.forget(key))) {
            broken("what is done is forgotten when it is asked for", false);
        }
        self.lease(key, LEASE, self.begun, "what was forgotten is `New`");
    }

    fn what_ran_out_is_purged(&self) {
        let (old, kept, held) = (self.key(), self.key(), self.key());
        let store = (self.open)();
        let token = self.lease(old, LEASE, self.begun, "a key that nobody knows is `New`");
        told(block_on(store.complete(old, token, self.short(), self.begun)));
        let token = self.lease(kept, LEASE, self.begun, "a key that nobody knows is `New`");
        self.complete(kept, token, self.begun);
        let token = self.lease(held, LEASE * 5, self.begun, "a key that nobody knows is `New`");
        let now = self.after_short();
        told(block_on(store.purge(now)));
        match self.acquire(kept, LEASE, now) {
            Acquired::Done => {}
            other => broken("what is to be remembered outlives a purge", other),
        }
        let done = self.complete(held, token, now);
        if done != Completion::Held {
            broken("what is in progress outlives a purge", done);
        }
        self.lease(old, LEASE, now, "what ran out is `New`");
    }

    fn lengths_saturate(&self) {
        let key = self.key();
        let token = self.lease(key, Duration::MAX, self.begun, "a lease may last for ever");
        told(block_on((self.open)().renew(key, token, Duration::MAX, self.begun)));
        let done = told(block_on((self.open)().complete(key, token, Duration::MAX, self.begun)));
        if done != Completion::Held {
            broken("a retention may last for ever", done);
        }
        self.is_done(key, "a retention may last for ever");
    }

    fn one_clock_decides(&self) {
        if self.time == StoreTime::Callers {
            return;
        }
        let key = self.key();
        let token = self.lease(key, LEASE, self.begun, "a key that nobody knows is `New`");
        let ahead = self.begun + Duration::from_secs(10 * 365 * 24 * 60 * 60);
        let what = "a store with a clock of its own ignores that of its callers";
        self.is_held(key, ahead, what);
        self.complete(key, token, UNIX_EPOCH);
        match self.acquire(key, LEASE, ahead) {
            Acquired::Done => {}
            other => broken(what, other),
        }
    }
}
