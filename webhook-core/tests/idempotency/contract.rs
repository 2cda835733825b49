//! The contract of stores, as the public test of it asks: of the store in memory, of one of another design
//! with a clock of its own, and of stores that break it.

#![allow(
    clippy::expect_used,
    clippy::unnecessary_wraps,
    reason = "stores for tests, as a store of one's own is written"
)]

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex},
    time::{Duration, Instant, SystemTime},
};

use webhook_core::{
    idempotency::{
        Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore,
        MemoryStore, StoreError,
    },
    testing::{StoreTime, store_contract},
};

#[test]
fn the_store_in_memory_keeps_the_contract() {
    let store = MemoryStore::new();
    store_contract(move || store.clone(), StoreTime::Callers);
}

#[test]
fn an_arc_of_a_store_is_a_store() {
    let shared: Arc<dyn IdempotencyStore> = Arc::new(MemoryStore::new());
    store_contract(move || Arc::clone(&shared), StoreTime::Callers);
}

/// A log of what happened: the last entry of a key is what holds. Its place in the log is the token.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<Entry>>>);

#[derive(Debug, Clone, Copy)]
struct Entry {
    key: IdempotencyKey,
    token: usize,
    what: What,
    since: Instant,
    /// `None` for ever.
    until: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Leased,
    Done,
    Free,
}

impl Log {
    fn last(entries: &[Entry], key: IdempotencyKey) -> Option<Entry> {
        let last = entries.iter().rev().find(|entry| entry.key == key).copied();
        last.filter(|entry| entry.what != What::Free)
    }

    fn change(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        what: What,
        length: Duration,
    ) -> Result<Completion, StoreError> {
        let mut entries = self.0.lock().expect("no panic");
        match Self::last(&entries, key) {
            Some(last) if last.what == What::Leased && last.token as u64 == token.get() => {
                let until = Instant::now().checked_add(length);
                entries.push(Entry { what, until, ..last });
                Ok(Completion::Held)
            }
            _ => Ok(Completion::Lost),
        }
    }
}

impl IdempotencyStore for Log {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        Box::pin(async move {
            let mut entries = self.0.lock().expect("no panic");
            let now = Instant::now();
            match Self::last(&entries, key) {
                Some(last) if last.until.is_some_and(|until| until <= now) => {}
                Some(Entry { what: What::Done, .. }) => return Ok(Acquired::Done),
                Some(last) => return Ok(Acquired::InProgress { held_for: now - last.since }),
                None => {}
            }
            let token = entries.len();
            let until = now.checked_add(lease);
            entries.push(Entry { key, token, what: What::Leased, since: now, until });
            Ok(Acquired::New(FencingToken::new(token as u64)))
        })
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async move { self.change(key, token, What::Done, retention) })
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async move { self.change(key, token, What::Leased, lease) })
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async move { self.change(key, token, What::Free, Duration::ZERO) })
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        Box::pin(async move {
            let mut entries = self.0.lock().expect("no panic");
            let done = Self::last(&entries, key).filter(|last| last.what == What::Done);
            entries.extend(done.map(|last| Entry { what: What::Free, ..last }));
            Ok(done.is_some())
        })
    }

    // What ran out is passed over when it is read.
    fn purge(&self, _: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        Box::pin(async { Ok(0) })
    }
}

#[test]
fn a_store_of_another_design_keeps_the_contract_by_its_own_clock() {
    let log = Log::default();
    store_contract(move || log.clone(), StoreTime::Own);
}

/// What a store gets wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    NewTwice,
    AnyToken,
    SameToken,
    NoRenewal,
    ForgetsTheRunning,
    PurgesAll,
    TimeOfCallers,
}

#[derive(Debug, Clone)]
struct Broken(MemoryStore, Wrong);

impl IdempotencyStore for Broken {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        Box::pin(async move {
            let answer = self.0.acquire(key, lease, now).await;
            match (answer, self.1) {
                (Ok(Acquired::InProgress { .. }), Wrong::NewTwice) => {
                    Ok(Acquired::New(FencingToken::new(0)))
                }
                (Ok(Acquired::New(_)), Wrong::SameToken) => Ok(Acquired::New(FencingToken::new(0))),
                (answer, _) => answer,
            }
        })
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        match self.1 {
            Wrong::AnyToken => Box::pin(async { Ok(Completion::Held) }),
            _ => self.0.complete(key, token, retention, now),
        }
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        match self.1 {
            Wrong::NoRenewal => Box::pin(async { Ok(Completion::Held) }),
            _ => self.0.renew(key, token, lease, now),
        }
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.0.release(key, token)
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        match self.1 {
            Wrong::ForgetsTheRunning => Box::pin(async { Ok(true) }),
            _ => self.0.forget(key),
        }
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        match self.1 {
            Wrong::PurgesAll => self.0.purge(now + Duration::from_secs(1_000_000)),
            _ => self.0.purge(now),
        }
    }
}

#[test]
fn a_store_that_breaks_the_contract_is_found() {
    for (wrong, time) in [
        (Wrong::NewTwice, StoreTime::Callers),
        (Wrong::AnyToken, StoreTime::Callers),
        (Wrong::SameToken, StoreTime::Callers),
        (Wrong::NoRenewal, StoreTime::Callers),
        (Wrong::ForgetsTheRunning, StoreTime::Callers),
        (Wrong::PurgesAll, StoreTime::Callers),
        (Wrong::TimeOfCallers, StoreTime::Own),
    ] {
        let store = Broken(MemoryStore::new(), wrong);
        let ran = catch_unwind(AssertUnwindSafe(|| store_contract(|| store.clone(), time)));
        assert!(ran.is_err(), "{wrong:?} was not found");
    }
}
