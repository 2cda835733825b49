use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{
    Acquired, Completion, FencingToken, IdempotencyKey, IdempotencyStore, MemoryStore, StoreError,
};

/// The store that an endpoint holds: a [`MemoryStore`], or an [`IdempotencyStore`] of the user's own.
///
/// The one in memory is kept apart so that acquiring in it allocates no future.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::sync::Arc;
/// use webhook_kit::idempotency::{IdempotencyStore, MemoryStore, Store};
///
/// let memory = Store::default();
/// let small = Store::from(MemoryStore::with_capacity(100));
/// let shared: Arc<dyn IdempotencyStore> = Arc::new(MemoryStore::new());
/// let other = Store::from(shared);
/// ```
#[derive(Debug, Clone)]
pub struct Store(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Memory(MemoryStore),
    Custom(Arc<dyn IdempotencyStore>),
}

impl Store {
    /// Acquires a delivery. Whoever gets the [`Lease`] handles it.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked, or is full of deliveries in progress. Nothing was acquired, and
    /// the sender has to be told to try again.
    pub async fn acquire(
        &self,
        key: IdempotencyKey,
        lease: Duration,
        now: SystemTime,
    ) -> Result<Acquired<Lease>, StoreError> {
        let acquired = match &self.0 {
            Kind::Memory(memory) => memory.try_acquire(key, lease, now),
            Kind::Custom(custom) => custom.acquire(key, lease, now).await,
        }?;
        Ok(match acquired {
            Acquired::New(token) => Acquired::New(Lease {
                store: self.clone(),
                id: HeldLease { key, token },
                is_held: true,
            }),
            Acquired::InProgress { held_for } => Acquired::InProgress { held_for },
            Acquired::Done => Acquired::Done,
        })
    }

    /// [`IdempotencyStore::forget`].
    ///
    /// # Errors
    ///
    /// When the store cannot be asked.
    pub async fn forget(&self, key: IdempotencyKey) -> Result<bool, StoreError> {
        match &self.0 {
            Kind::Memory(memory) => memory.forget(key).await,
            Kind::Custom(custom) => custom.forget(key).await,
        }
    }

    /// [`IdempotencyStore::purge`].
    ///
    /// # Errors
    ///
    /// When the store cannot be asked.
    pub async fn purge(&self, now: SystemTime) -> Result<u64, StoreError> {
        match &self.0 {
            Kind::Memory(memory) => memory.purge(now).await,
            Kind::Custom(custom) => custom.purge(now).await,
        }
    }
}

/// A [`MemoryStore`] of the default capacity.
impl Default for Store {
    fn default() -> Self {
        Self(Kind::Memory(MemoryStore::new()))
    }
}

impl<S: IdempotencyStore> From<S> for Store {
    fn from(store: S) -> Self {
        let any: &dyn Any = &store;
        // Implementations for these beside this one would overlap with it.
        if let Some(memory) = any.downcast_ref::<MemoryStore>() {
            return Self(Kind::Memory(memory.clone()));
        }
        if let Some(shared) = any.downcast_ref::<Arc<dyn IdempotencyStore>>() {
            return Self(Kind::Custom(Arc::clone(shared)));
        }
        Self(Kind::Custom(Arc::new(store)))
    }
}

/// Which lease of which delivery a handler works under: an argument of handlers, for effects that are
/// written in the transaction that also records them.
///
/// A row with the key as its primary key and the token beside it makes an effect happen once: what a
/// handler writes under an older token than the row has is from a lease that was lost.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::{FromDelivery, idempotency::HeldLease};
///
/// async fn on_paid(lease: HeldLease) {
///     let key = lease.key().as_bytes(); // INSERT INTO effects (key, token) ..
///     let token = lease.token().get();
/// }
/// # fn is_an_argument<T: FromDelivery<()>>() {}
/// # is_an_argument::<HeldLease>();
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HeldLease {
    key: IdempotencyKey,
    token: FencingToken,
}

impl HeldLease {
    /// The lease of a key under a token.
    pub const fn new(key: IdempotencyKey, token: FencingToken) -> Self {
        Self { key, token }
    }

    /// Which delivery it is.
    pub const fn key(&self) -> IdempotencyKey {
        self.key
    }

    /// Which lease of it this is. Of two leases of one key, the token of the later one is not that of the
    /// earlier; that it is greater is for the store to say.
    pub const fn token(&self) -> FencingToken {
        self.token
    }
}

/// A delivery that is being handled, held by whoever handles it.
///
/// [`complete`](Self::complete) it when the handler has succeeded. Dropped without that, also by a panic
/// or because the future that holds it is dropped, it is given back, and the sender's retry is handled.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::idempotency::{
///     Acquired, DEFAULT_LEASE, DEFAULT_RETENTION, IdempotencyKey, Store, StoreError,
/// };
///
/// async fn receive(store: &Store, id: &[u8], works: bool) -> Result<&'static str, StoreError> {
///     let key = IdempotencyKey::new("ascend", "", id);
///     Ok(match store.acquire(key, DEFAULT_LEASE, SystemTime::now()).await? {
///         Acquired::New(lease) if works => {
///             lease.complete(DEFAULT_RETENTION, SystemTime::now()).await?;
///             "handled"
///         }
///         Acquired::New(lease) => {
///             lease.release().await?;
///             "failed, please try again"
///         }
///         Acquired::InProgress { .. } => "being handled, please try again",
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
#[must_use = "a lease that is dropped gives the delivery back"]
pub struct Lease {
    store: Store,
    id: HeldLease,
    is_held: bool,
}

impl Lease {
    /// What is held.
    pub fn key(&self) -> IdempotencyKey {
        self.id.key
    }

    /// Which lease of the key this is.
    pub fn token(&self) -> FencingToken {
        self.id.token
    }

    /// Both, as handlers have them for an argument.
    pub fn held(&self) -> &HeldLease {
        &self.id
    }

    /// The delivery was handled: remembers it for `retention`.
    ///
    /// Since it was handled, it is not given back from here on, neither when the store fails nor when this
    /// future is dropped half-way.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The lease then stands until it runs out.
    pub async fn complete(
        mut self,
        retention: Duration,
        now: SystemTime,
    ) -> Result<Completion, StoreError> {
        self.is_held = false;
        let HeldLease { key, token } = self.id;
        match &self.store.0 {
            Kind::Memory(memory) => Ok(memory.mark_done(key, token, retention, now)),
            Kind::Custom(custom) => custom.complete(key, token, retention, now).await,
        }
    }

    /// The delivery is still being handled: the lease lasts for `lease` from now on.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. The lease then stands until it runs out.
    pub async fn renew(&self, lease: Duration, now: SystemTime) -> Result<Completion, StoreError> {
        let HeldLease { key, token } = self.id;
        match &self.store.0 {
            Kind::Memory(memory) => Ok(memory.extend(key, token, lease, now)),
            Kind::Custom(custom) => custom.renew(key, token, lease, now).await,
        }
    }

    /// The delivery was not handled: gives it back, and says whether the store took it.
    ///
    /// # Errors
    ///
    /// When the store cannot be asked. [`IdempotencyStore::abandon`] is tried then, as when this future is
    /// dropped half-way; if that does nothing either, the lease runs out.
    pub async fn release(mut self) -> Result<Completion, StoreError> {
        let HeldLease { key, token } = self.id;
        let completion = match &self.store.0 {
            Kind::Memory(memory) => memory.give_back(key, token),
            Kind::Custom(custom) => custom.release(key, token).await?,
        };
        self.is_held = false;
        Ok(completion)
    }
}

/// Gives the delivery back, as far as that is possible without waiting.
impl Drop for Lease {
    fn drop(&mut self) {
        if !self.is_held {
            return;
        }
        let HeldLease { key, token } = self.id;
        match &self.store.0 {
            Kind::Memory(memory) => memory.abandon(key, token),
            Kind::Custom(custom) => custom.abandon(key, token),
        }
    }
}
