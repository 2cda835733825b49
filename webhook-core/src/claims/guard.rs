use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{ClaimKey, ClaimStore, Claimed, MemoryStore, Owner, Settled, StoreError};

/// The store that an endpoint holds: a [`MemoryStore`], or a [`ClaimStore`] of the user's own.
///
/// The one in memory is kept apart so that claiming in it allocates no future.
///
/// ```
/// use std::sync::Arc;
/// use webhook_core::claims::{ClaimStore, MemoryStore, Store};
///
/// let memory = Store::default();
/// let small = Store::from(MemoryStore::with_capacity(100));
/// let shared: Arc<dyn ClaimStore> = Arc::new(MemoryStore::new());
/// let other = Store::from(shared);
/// ```
#[derive(Debug, Clone)]
pub struct Store(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Memory(MemoryStore),
    Custom(Arc<dyn ClaimStore>),
}

impl Store {
    /// Claims a delivery. Whoever gets the [`Claim`] handles it.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked, or is full of deliveries in progress. Nothing was claimed, and the
    /// sender has to be told to try again.
    pub async fn claim(
        &self,
        key: ClaimKey,
        lease: Duration,
        now: SystemTime,
    ) -> Result<Claimed<Claim>, StoreError> {
        let claimed = match &self.0 {
            Kind::Memory(memory) => memory.try_claim(key, lease, now),
            Kind::Custom(custom) => custom.claim(key, lease, now).await,
        }?;
        Ok(match claimed {
            Claimed::New(owner) => {
                Claimed::New(Claim { store: self.clone(), key, owner, is_held: true })
            }
            Claimed::InProgress { retry_after } => Claimed::InProgress { retry_after },
            Claimed::Done => Claimed::Done,
        })
    }
}

/// A [`MemoryStore`] of the default capacity.
impl Default for Store {
    fn default() -> Self {
        Self(Kind::Memory(MemoryStore::new()))
    }
}

impl<S: ClaimStore> From<S> for Store {
    fn from(store: S) -> Self {
        // `From<MemoryStore>` beside this one would overlap with it.
        match (&store as &dyn Any).downcast_ref::<MemoryStore>() {
            Some(memory) => Self(Kind::Memory(memory.clone())),
            None => Self(Kind::Custom(Arc::new(store))),
        }
    }
}

impl From<Arc<dyn ClaimStore>> for Store {
    fn from(store: Arc<dyn ClaimStore>) -> Self {
        Self(Kind::Custom(store))
    }
}

/// A delivery that is being handled, held by whoever handles it.
///
/// [`complete`](Self::complete) it when the handler has succeeded. Dropped without that, also by a panic
/// or because the future that holds it is dropped, it is given back, and the sender's retry is handled.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use webhook_core::claims::{ClaimKey, Claimed, DEFAULT_KEEP, DEFAULT_LEASE, Store, StoreError};
///
/// async fn receive(store: &Store, id: &[u8], works: bool) -> Result<&'static str, StoreError> {
///     let now = SystemTime::now();
///     Ok(match store.claim(ClaimKey::new("ascend", id), DEFAULT_LEASE, now).await? {
///         Claimed::New(claim) if works => {
///             claim.complete(DEFAULT_KEEP, SystemTime::now()).await?;
///             "handled"
///         }
///         Claimed::New(claim) => {
///             claim.release().await?;
///             "failed, please try again"
///         }
///         Claimed::InProgress { .. } => "being handled, please try again",
///         _ => "handled before",
///     })
/// }
///
/// # fn block_on<T>(future: impl Future<Output = T>) -> T {
/// #     let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// #     match std::pin::pin!(future).poll(&mut context) {
/// #         std::task::Poll::Ready(value) => value,
/// #         std::task::Poll::Pending => panic!("memory never waits"),
/// #     }
/// # }
/// # block_on(async {
/// let store = Store::default();
/// assert_eq!(receive(&store, b"evt_1", false).await?, "failed, please try again");
/// assert_eq!(receive(&store, b"evt_1", true).await?, "handled");
/// assert_eq!(receive(&store, b"evt_1", true).await?, "handled before");
/// # Ok::<(), StoreError>(()) }).unwrap();
/// ```
#[derive(Debug)]
#[must_use = "a claim that is dropped gives the delivery back"]
pub struct Claim {
    store: Store,
    key: ClaimKey,
    owner: Owner,
    is_held: bool,
}

impl Claim {
    /// What is claimed.
    pub fn key(&self) -> ClaimKey {
        self.key
    }

    /// Which claim of the key this is.
    pub fn owner(&self) -> Owner {
        self.owner
    }

    /// The delivery was handled: remembers it until `now + keep`.
    ///
    /// Since it was handled, it is not given back from here on, neither when the store fails nor when this
    /// future is dropped half-way.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The claim then stands until its lease runs out.
    pub async fn complete(
        mut self,
        keep: Duration,
        now: SystemTime,
    ) -> Result<Settled, StoreError> {
        self.is_held = false;
        match &self.store.0 {
            Kind::Memory(memory) => Ok(memory.mark_done(self.key, self.owner, keep, now)),
            Kind::Custom(custom) => custom.done(self.key, self.owner, keep, now).await,
        }
    }

    /// The delivery was not handled: gives it back, and says whether the store took it.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. [`ClaimStore::abandon`] is tried then, as when this future is
    /// dropped half-way; if that does nothing either, the lease runs out.
    pub async fn release(mut self) -> Result<Settled, StoreError> {
        let settled = match &self.store.0 {
            Kind::Memory(memory) => memory.give_back(self.key, self.owner),
            Kind::Custom(custom) => custom.release(self.key, self.owner).await?,
        };
        self.is_held = false;
        Ok(settled)
    }
}

/// Gives the delivery back, as far as that is possible without waiting.
impl Drop for Claim {
    fn drop(&mut self) {
        if !self.is_held {
            return;
        }
        match &self.store.0 {
            Kind::Memory(memory) => memory.abandon(self.key, self.owner),
            Kind::Custom(custom) => custom.abandon(self.key, self.owner),
        }
    }
}
