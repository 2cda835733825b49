use std::error::Error;
use std::fmt;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::IdempotencyKey;

/// A boxed future, as object-safe traits return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Where it is kept which deliveries are being handled, and which were.
///
/// [`MemoryStore`](super::MemoryStore) serves one process. Several processes that receive the same
/// deliveries need one store between them: a table with the key as its primary key, or anything else that
/// can insert-or-look atomically. Whatever is stored must survive as long as `retention` says.
///
/// # What an implementation owes
///
/// - `acquire` is one atomic step. Of any number of concurrent calls for one key, one is answered
///   [`Acquired::New`].
/// - Every `New` has a [`FencingToken`] that this key never had before. `complete`, `renew`, `release` and
///   `abandon` change nothing unless the key is in progress under this token; otherwise the slow first
///   holder of a lease that ran out would destroy the lease of the second.
/// - **One clock decides.** Every call that needs the time brings `now`, the clock of the process that
///   asks. A store that has a clock of its own, such as a database, uses that one and ignores `now`:
///   else a process whose clock is ahead takes leases over that still run. Sums of times saturate:
///   `retention` may be [`Duration::MAX`].
/// - When in doubt, fail. The endpoint answers an error with 503, and the sender tries again; a wrong
///   `Done` loses the event.
///
/// A future that is dropped half-way may or may not have taken effect. A lease that was acquired without
/// anybody learning its token is free again when it runs out.
///
/// `webhook_kit::testing::store_contract` (feature `testing`) tests all of this, for any store.
///
/// # Example
///
/// A store of one's own. A database does the same in a transaction.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::collections::BTreeMap;
/// use std::sync::{Mutex, MutexGuard, PoisonError};
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::idempotency::{
///     Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore, StoreError,
/// };
///
/// #[derive(Debug, Default)]
/// struct Shelf(Mutex<(u64, BTreeMap<IdempotencyKey, Row>)>);
///
/// #[derive(Debug)]
/// struct Row {
///     /// `None` once it is done.
///     token: Option<FencingToken>,
///     since: SystemTime,
///     /// `None` where the end lies beyond what the clock can show.
///     until: Option<SystemTime>,
/// }
///
/// impl Shelf {
///     fn lock(&self) -> MutexGuard<'_, (u64, BTreeMap<IdempotencyKey, Row>)> {
///         self.0.lock().unwrap_or_else(PoisonError::into_inner)
///     }
///
///     /// Changes the row that is in progress under this token, if there is one.
///     fn change(&self, key: IdempotencyKey, token: FencingToken, change: impl FnOnce(&mut Row)) -> Completion {
///         match self.lock().1.get_mut(&key) {
///             Some(row) if row.token == Some(token) => {
///                 change(row);
///                 Completion::Held
///             }
///             _ => Completion::Lost,
///         }
///     }
///
///     fn give_back(&self, key: IdempotencyKey, token: FencingToken) -> Completion {
///         let mut shelf = self.lock();
///         match shelf.1.get(&key) {
///             Some(row) if row.token == Some(token) => {
///                 shelf.1.remove(&key);
///                 Completion::Held
///             }
///             _ => Completion::Lost,
///         }
///     }
/// }
///
/// impl IdempotencyStore for Shelf {
///     fn acquire(
///         &self,
///         key: IdempotencyKey,
///         lease: Duration,
///         now: SystemTime,
///     ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
///         Box::pin(async move {
///             let mut shelf = self.lock();
///             if let Some(row) = shelf.1.get(&key) {
///                 let has_ended = row.until.is_some_and(|until| until <= now);
///                 match row.token {
///                     _ if has_ended => {} // Acquired anew below.
///                     Some(_) => {
///                         let held_for = now.duration_since(row.since).unwrap_or_default();
///                         return Ok(Acquired::InProgress { held_for });
///                     }
///                     None => return Ok(Acquired::Done),
///                 }
///             }
///             shelf.0 += 1;
///             let token = FencingToken::new(shelf.0);
///             let row = Row { token: Some(token), since: now, until: now.checked_add(lease) };
///             shelf.1.insert(key, row);
///             Ok(Acquired::New(token))
///         })
///     }
///
///     fn complete(
///         &self,
///         key: IdempotencyKey,
///         token: FencingToken,
///         retention: Duration,
///         now: SystemTime,
///     ) -> BoxFuture<'_, Result<Completion, StoreError>> {
///         let until = now.checked_add(retention);
///         let done = self.change(key, token, |row| *row = Row { token: None, since: now, until });
///         Box::pin(async move { Ok(done) })
///     }
///
///     fn renew(
///         &self,
///         key: IdempotencyKey,
///         token: FencingToken,
///         lease: Duration,
///         now: SystemTime,
///     ) -> BoxFuture<'_, Result<Completion, StoreError>> {
///         let renewed = self.change(key, token, |row| row.until = now.checked_add(lease));
///         Box::pin(async move { Ok(renewed) })
///     }
///
///     fn release(
///         &self,
///         key: IdempotencyKey,
///         token: FencingToken,
///     ) -> BoxFuture<'_, Result<Completion, StoreError>> {
///         Box::pin(async move { Ok(self.give_back(key, token)) })
///     }
///
///     fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
///         let mut shelf = self.lock();
///         let is_done = shelf.1.get(&key).is_some_and(|row| row.token.is_none());
///         if is_done {
///             shelf.1.remove(&key);
///         }
///         Box::pin(async move { Ok(is_done) })
///     }
///
///     fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
///         let mut shelf = self.lock();
///         let before = shelf.1.len();
///         shelf.1.retain(|_, row| row.token.is_some() || row.until.is_none_or(|until| until > now));
///         let purged = before - shelf.1.len();
///         Box::pin(async move { Ok(purged as u64) })
///     }
///
///     // It is at hand without waiting, so a cancelled handler need not wait for the lease.
///     fn abandon(&self, key: IdempotencyKey, token: FencingToken) {
///         self.give_back(key, token);
///     }
/// }
///
/// # fn block_on<T>(future: impl Future<Output = T>) -> T {
/// #     let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// #     match std::pin::pin!(future).poll(&mut context) {
/// #         std::task::Poll::Ready(value) => value,
/// #         std::task::Poll::Pending => panic!("this store never waits"),
/// #     }
/// # }
/// # use webhook_kit::idempotency::Store;
/// # block_on(async {
/// let store = Store::from(Shelf::default());
/// let key = IdempotencyKey::new("waldo", "account 7", b"evt_1");
/// let (lease, retention) = (Duration::from_secs(60), Duration::MAX);
/// let now = SystemTime::now();
///
/// // The first handler fails: its lease is given back when it is dropped.
/// let Acquired::New(held) = store.acquire(key, lease, now).await? else { panic!("seen before") };
/// assert!(matches!(store.acquire(key, lease, now).await?, Acquired::InProgress { .. }));
/// drop(held);
///
/// // So the sender's retry is handled, and what comes after it is a duplicate.
/// let Acquired::New(held) = store.acquire(key, lease, now).await? else { panic!("not given back") };
/// held.complete(retention, now).await?;
/// assert!(matches!(store.acquire(key, lease, now).await?, Acquired::Done));
///
/// // Until its owner wants it once more.
/// assert!(store.forget(key).await?);
/// assert!(matches!(store.acquire(key, lease, now).await?, Acquired::New(_)));
/// # Ok::<(), StoreError>(()) }).unwrap();
/// ```
pub trait IdempotencyStore: fmt::Debug + Send + Sync + 'static {
    /// Acquires a delivery for `lease`, if it is neither done nor held by somebody else.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked, or has no room for another lease. Nothing is acquired then.
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>>;

    /// Records a delivery as handled, to be remembered for `retention`.
    ///
    /// A late holder, whose lease has run out, still holds it while nobody else has acquired the key:
    /// the delivery was handled, so it becomes done. Once another lease has been granted the answer is
    /// [`Completion::Lost`], and the other lease stands as it was.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The lease stands until it runs out.
    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>>;

    /// Lets a lease last for `lease` from now on: its handler is still at work. A late holder renews as
    /// it completes, while nobody else has acquired the key.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The lease stands until it runs out.
    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>>;

    /// Gives a delivery back unhandled, so that the next one is [`Acquired::New`].
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The lease stands until it runs out.
    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>>;

    /// Forgets that a delivery was handled, so that it is handled when it comes once more: for a "resend"
    /// that its owner asked the sender for. Says whether it was done; what is in progress stays.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked.
    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>>;

    /// Removes what is done and whose retention has run out, and says how many that were. Stores that
    /// do this by themselves answer 0.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked.
    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>>;

    /// Gives a lease back where nobody can wait: its [`Lease`](super::Lease) was dropped.
    ///
    /// Does what `release` does if that takes no waiting, or hands it to something that does it later.
    /// Unless implemented it does nothing, and the lease runs out. It may be called while the thread
    /// unwinds from a handler's panic, so a panic here would abort the process.
    fn abandon(&self, key: IdempotencyKey, token: FencingToken) {
        let _ = (key, token);
    }
}

/// A store that several endpoints share.
impl<S: IdempotencyStore + ?Sized> IdempotencyStore for Arc<S> {
    fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        self.deref().acquire(key, lease, now)
    }

    fn complete(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.deref().complete(key, token, retention, now)
    }

    fn renew(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.deref().renew(key, token, lease, now)
    }

    fn release(
        &self,
        key: IdempotencyKey,
        token: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        self.deref().release(key, token)
    }

    fn forget(&self, key: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        self.deref().forget(key)
    }

    fn purge(&self, now: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        self.deref().purge(now)
    }

    fn abandon(&self, key: IdempotencyKey, token: FencingToken) {
        self.deref().abandon(key, token);
    }
}

/// The answer to [`IdempotencyStore::acquire`].
///
/// Stores answer with a [`FencingToken`]; [`Store::acquire`](super::Store::acquire) makes a
/// [`Lease`](super::Lease) of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Acquired<L = FencingToken> {
    /// Not seen before, or given back, or its lease ran out: to be handled by whoever asked.
    New(L),
    /// Being handled at this moment. Its outcome is open, so the sender must not be told to forget it.
    InProgress {
        /// For how long it has been held so far. The sender is told to come back after as long again,
        /// so that it waits longer each time.
        held_for: Duration,
    },
    /// Handled before: to be acknowledged, and not to be handled.
    Done,
}

/// Whether a lease was still held when its holder wanted to change it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Completion {
    /// It was held, and the change was made.
    Held,
    /// The lease had run out and is gone or somebody else's: nothing was changed.
    ///
    /// After `complete`, this means that the delivery may have been handled twice.
    Lost,
}

/// Which lease of a key is meant: a number that no other lease of this key ever has.
///
/// It needs to be unique, not unguessable: a counter, a sequence of the database, or random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FencingToken(u64);

impl FencingToken {
    /// The token with this number.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Its number.
    pub const fn get(self) -> u64 {
        self.0
    }
}

/// A store could not do what it was asked to.
///
/// What went wrong is its [`source`](Error::source), for logs; the sender is told to try again.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::error::Error;
/// use webhook_kit::idempotency::StoreError;
///
/// let error = StoreError::new("connection refused");
/// assert_eq!(error.to_string(), "the idempotency store failed");
/// assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("connection refused"));
/// ```
#[derive(Debug)]
pub struct StoreError(Box<dyn Error + Send + Sync>);

impl StoreError {
    /// Wraps a store's own error, or a text.
    pub fn new(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(source.into())
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the idempotency store failed")
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}
