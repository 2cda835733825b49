use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::table::{Full, Moment, Table};
use super::{
    Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore, StoreError,
};

/// Leases in the memory of this process, bounded.
///
/// Clones share one store. Nothing survives a restart, and other processes know nothing of it: where
/// several receive the same deliveries, they need a [`IdempotencyStore`] between them.
///
/// # What a full store gives up
///
/// It holds as many deliveries as its capacity says, and takes memory (about 260 bytes each) as they
/// come. When another one needs room, it forgets
///
/// 1. one that is done and whose retention has run out; else
/// 2. the one that was done longest ago, though it was to be kept: **if it is delivered once more, it is
///    handled once more**; else
/// 3. one whose lease has run out: should its handler end after all, its `complete` is [`Completion::Lost`].
///
/// A delivery that is in progress under a running lease is never forgotten. When there are no others, the
/// new one is refused with a [`StoreError`]: its sender tries again, and nothing is lost.
///
/// So a store of capacity *n* promises: whatever was done is recognised until its retention runs out, or *n*
/// others are in progress or were done after it.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::idempotency::{IdempotencyKey, Acquired, MemoryStore, Completion};
///
/// let store = MemoryStore::with_capacity(1);
/// let (minute, now) = (Duration::from_secs(60), SystemTime::now());
/// let (first, second) = (IdempotencyKey::new("ratio", "", b"1"), IdempotencyKey::new("ratio", "", b"2"));
///
/// let Ok(Acquired::New(token)) = store.try_acquire(first, minute, now) else { panic!("seen before") };
/// assert!(store.try_acquire(second, minute, now).is_err(), "no room beside one in progress");
///
/// assert_eq!(store.mark_done(first, token, minute, now), Completion::Held);
/// assert!(matches!(store.try_acquire(first, minute, now), Ok(Acquired::Done)));
/// assert!(matches!(store.try_acquire(second, minute, now), Ok(Acquired::New(_))), "forgets the first");
/// ```
#[derive(Debug, Clone)]
pub struct MemoryStore {
    // One lock for all: shards would fill up one by one, so that what is forgotten, and when a lease is
    // refused, would depend on chance. Sixteen of them gained nothing clear on two (busy) cores, where
    // one lock passed 400,000 to 900,000 deliveries a second between threads that did nothing else.
    table: Arc<Mutex<Table>>,
}

impl MemoryStore {
    /// How many deliveries a store holds unless told otherwise.
    pub const DEFAULT_CAPACITY: usize = 65_536;

    /// An empty store of [`DEFAULT_CAPACITY`](Self::DEFAULT_CAPACITY).
    pub fn new() -> Self {
        Self::with_capacity(Self::DEFAULT_CAPACITY)
    }

    /// An empty store for so many deliveries, at least one. Memory is taken as they come.
    pub fn with_capacity(deliveries: usize) -> Self {
        Self { table: Arc::new(Mutex::new(Table::new(deliveries))) }
    }

    /// How many deliveries it holds at most.
    pub fn capacity(&self) -> usize {
        self.table().capacity()
    }

    /// How many deliveries it holds, including those that are only forgotten when room is needed.
    pub fn len(&self) -> usize {
        self.table().len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// [`IdempotencyStore::acquire`], without a future.
    ///
    /// # Errors
    ///
    /// When the store is full of deliveries that are all in progress.
    pub fn try_acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> Result<Acquired, StoreError> {
        let mut table = self.table();
        let capacity = table.capacity();
        table.acquire(key, lease, moment(now)).map_err(|Full| {
            StoreError::new(format!("all of {capacity} deliveries are in progress"))
        })
    }

    /// [`IdempotencyStore::complete`], without a future.
    pub fn mark_done(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> Completion {
        self.table().complete(key, token, retention, moment(now))
    }

    /// [`IdempotencyStore::renew`], without a future.
    pub fn extend(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> Completion {
        self.table().renew(key, token, lease, moment(now))
    }

    /// [`IdempotencyStore::release`], without a future.
    pub fn give_back(&self, key: IdempotencyKey, token: FencingToken) -> Completion {
        self.table().release(key, token)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // Nothing under the lock runs foreign code, so a poisoned table is still a whole one.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl IdempotencyStore for MemoryStore {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        Box::pin(ready(self.try_acquire(key, lease, now)))
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(ready(Ok(self.mark_done(key, token, retention, now))))
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(ready(Ok(self.give_back(key, token))))
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(ready(Ok(self.extend(key, token, lease, now))))
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        Box::pin(ready(Ok(self.table().forget(key))))
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        Box::pin(ready(Ok(self.table().purge(moment(now)))))
    }

    fn abandon(&self, key: IdempotencyKey, token: FencingToken) {
        self.give_back(key, token);
    }
}

/// Times before the epoch are taken for the epoch: what is remembered then is remembered longer.
fn moment(time: SystemTime) -> Moment {
    time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO)
}
