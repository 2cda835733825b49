use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use super::ClaimKey;

/// A boxed future, as object-safe traits return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Where claims are kept: which deliveries are being handled, and which were.
///
/// [`MemoryStore`](super::MemoryStore) serves one process. Several processes that receive the same
/// deliveries need one store between them: a table with the key as its primary key, or anything else that
/// can insert-or-look atomically. Whatever is stored must survive as long as `keep` says.
///
/// # What an implementation owes
///
/// - `claim` is one atomic step. Of any number of concurrent claims of one key, one is answered
///   [`Claimed::New`].
/// - Every `New` has an [`Owner`] that this key never had before. `done`, `release` and `abandon` change
///   nothing unless the key is in progress and this owner holds it; otherwise the slow first owner of a
///   lease that ran out would destroy the claim of the second.
/// - Time is what `now` says, not the store's own clock, and sums of times saturate: `keep` may be
///   [`Duration::MAX`].
/// - When in doubt, fail. The endpoint answers an error with 503, and the sender tries again; a wrong
///   `Done` loses the event.
///
/// A future that is dropped half-way may or may not have taken effect. A claim that was made without
/// anybody learning its owner is free again when its lease runs out.
///
/// # Example
///
/// A store of one's own. A database does the same in a transaction.
///
/// ```
/// use std::collections::BTreeMap;
/// use std::sync::{Mutex, MutexGuard, PoisonError};
/// use std::time::{Duration, SystemTime};
/// use webhook_core::claims::{
///     BoxFuture, ClaimKey, ClaimStore, Claimed, Owner, Settled, Store, StoreError,
/// };
///
/// #[derive(Debug, Default)]
/// struct Shelf(Mutex<(u64, BTreeMap<ClaimKey, Row>)>);
///
/// #[derive(Debug)]
/// struct Row {
///     /// `None` once it is done.
///     owner: Option<Owner>,
///     /// `None` where the end lies beyond what the clock can show.
///     until: Option<SystemTime>,
/// }
///
/// impl Shelf {
///     fn lock(&self) -> MutexGuard<'_, (u64, BTreeMap<ClaimKey, Row>)> {
///         self.0.lock().unwrap_or_else(PoisonError::into_inner)
///     }
///
///     fn give_back(&self, key: ClaimKey, owner: Owner) -> Settled {
///         let mut shelf = self.lock();
///         match shelf.1.get(&key) {
///             Some(row) if row.owner == Some(owner) => {
///                 shelf.1.remove(&key);
///                 Settled::Held
///             }
///             _ => Settled::Lost,
///         }
///     }
/// }
///
/// impl ClaimStore for Shelf {
///     fn claim(
///         &self,
///         key: ClaimKey,
///         lease: Duration,
///         now: SystemTime,
///     ) -> BoxFuture<'_, Result<Claimed, StoreError>> {
///         Box::pin(async move {
///             let mut shelf = self.lock();
///             if let Some(row) = shelf.1.get(&key) {
///                 let left = match row.until {
///                     Some(until) => until.duration_since(now).unwrap_or_default(),
///                     None => Duration::MAX,
///                 };
///                 match row.owner {
///                     _ if left.is_zero() => {} // Ended: claimed anew below.
///                     Some(_) => return Ok(Claimed::InProgress { retry_after: left.min(lease) }),
///                     None => return Ok(Claimed::Done),
///                 }
///             }
///             shelf.0 += 1;
///             let owner = Owner::new(shelf.0);
///             shelf.1.insert(key, Row { owner: Some(owner), until: now.checked_add(lease) });
///             Ok(Claimed::New(owner))
///         })
///     }
///
///     fn done(
///         &self,
///         key: ClaimKey,
///         owner: Owner,
///         keep: Duration,
///         now: SystemTime,
///     ) -> BoxFuture<'_, Result<Settled, StoreError>> {
///         Box::pin(async move {
///             match self.lock().1.get_mut(&key) {
///                 Some(row) if row.owner == Some(owner) => {
///                     *row = Row { owner: None, until: now.checked_add(keep) };
///                     Ok(Settled::Held)
///                 }
///                 _ => Ok(Settled::Lost),
///             }
///         })
///     }
///
///     fn release(
///         &self,
///         key: ClaimKey,
///         owner: Owner,
///     ) -> BoxFuture<'_, Result<Settled, StoreError>> {
///         Box::pin(async move { Ok(self.give_back(key, owner)) })
///     }
///
///     // It is at hand without waiting, so a cancelled handler need not wait for the lease.
///     fn abandon(&self, key: ClaimKey, owner: Owner) {
///         self.give_back(key, owner);
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
/// # block_on(async {
/// let store = Store::from(Shelf::default());
/// let key = ClaimKey::new("waldo", b"evt_1");
/// let (lease, keep) = (Duration::from_secs(60), Duration::MAX);
/// let now = SystemTime::now();
///
/// // The first handler fails: its claim is given back when it is dropped.
/// let Claimed::New(claim) = store.claim(key, lease, now).await? else { panic!("seen before") };
/// assert!(matches!(store.claim(key, lease, now).await?, Claimed::InProgress { .. }));
/// drop(claim);
///
/// // So the sender's retry is handled, and what comes after it is a duplicate.
/// let Claimed::New(claim) = store.claim(key, lease, now).await? else { panic!("not given back") };
/// claim.complete(keep, now).await?;
/// assert!(matches!(store.claim(key, lease, now).await?, Claimed::Done));
/// # Ok::<(), StoreError>(()) }).unwrap();
/// ```
pub trait ClaimStore: fmt::Debug + Send + Sync + 'static {
    /// Claims a delivery until `now + lease`, if it is neither done nor claimed by somebody else.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked, or has no room for another claim. Nothing is claimed then.
    fn claim(
        &self,
        key: ClaimKey,
        lease: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Claimed, StoreError>>;

    /// Records a claimed delivery as handled, to be remembered until `now + keep`.
    ///
    /// A late owner, whose lease has run out, is still its owner while nobody else has claimed the key:
    /// the delivery was handled, so it becomes done. Once another claim has been granted the answer is
    /// [`Settled::Lost`], and the other claim stands as it was.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The claim stands until its lease runs out.
    fn done(
        &self,
        key: ClaimKey,
        owner: Owner,
        keep: Duration,
        now: SystemTime,
    ) -> BoxFuture<'_, Result<Settled, StoreError>>;

    /// Gives a claimed delivery back unhandled, so that the next one is [`Claimed::New`].
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The claim stands until its lease runs out.
    fn release(&self, key: ClaimKey, owner: Owner) -> BoxFuture<'_, Result<Settled, StoreError>>;

    /// Gives a claim back where nobody can wait: its [`Claim`](super::Claim) was dropped.
    ///
    /// Does what `release` does if that takes no waiting, or hands it to something that does it later.
    /// Unless implemented it does nothing, and the lease runs out. It may be called while the thread
    /// unwinds from a handler's panic, so a panic here would abort the process.
    fn abandon(&self, key: ClaimKey, owner: Owner) {
        let _ = (key, owner);
    }
}

/// The answer to a claim.
///
/// Stores answer with an [`Owner`]; [`Store::claim`](super::Store::claim) makes a
/// [`Claim`](super::Claim) of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Claimed<C = Owner> {
    /// Not seen before, or given back, or its lease ran out: to be handled by whoever asked.
    New(C),
    /// Being handled at this moment. Its outcome is open, so the sender must not be told to forget it.
    InProgress {
        /// When the lease runs out, at most the lease that was asked for. Often it is over sooner.
        retry_after: Duration,
    },
    /// Handled before: to be acknowledged, and not to be handled.
    Done,
}

/// Whether a claim was still held when its holder wanted to end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Settled {
    /// It was held, and the change was made.
    Held,
    /// The lease had run out and the claim is gone or somebody else's: nothing was changed.
    ///
    /// After `done`, this means that the delivery may have been handled twice.
    Lost,
}

/// Which claim of a key is meant: a number that no other claim of this key ever has.
///
/// It needs to be unique, not unguessable: a counter, a sequence of the database, or random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner(u64);

impl Owner {
    /// The owner with this number.
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
/// use std::error::Error;
/// use webhook_core::claims::StoreError;
///
/// let error = StoreError::new("connection refused");
/// assert_eq!(error.to_string(), "the claim store failed");
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
        f.write_str("the claim store failed")
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}
