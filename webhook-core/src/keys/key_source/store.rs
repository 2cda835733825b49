//! A place where documents with keys outlive the process.

use std::{pin::Pin, sync::Arc, time::SystemTime};

use bytes::Bytes;

use crate::error::BoxError;

/// A document that was fetched, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDocument {
    /// When it was fetched.
    pub fetched_at: SystemTime,
    /// What was fetched.
    pub document: Bytes,
}

/// What a store answers.
pub type KeyStoreFuture<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// Keeps documents with keys over a restart, or for several processes: files, a table, a cache.
///
/// It is asked before a document is fetched, and given each that was fetched and holds a key. How
/// long a document counts is decided by [`CachedKeys`](super::CachedKeys), by when it was fetched.
/// Where the store fails, documents are fetched as if there were none.
///
/// **Whoever can write to it can sign.** It deserves the place where your secrets are.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::{collections::HashMap, sync::{Arc, Mutex}};
/// use webhook_kit::key_source::{KeptDocument, KeyStore, KeyStoreFuture};
///
/// #[derive(Default)]
/// struct InMemory(Arc<Mutex<HashMap<String, KeptDocument>>>);
///
/// impl KeyStore for InMemory {
///     fn load(&self, address: &str) -> KeyStoreFuture<Option<KeptDocument>> {
///         let found = self.0.lock().map(|kept| kept.get(address).cloned());
///         let found = found.map_err(|_| "poisoned".into());
///         Box::pin(async move { found })
///     }
///
///     fn save(&self, address: &str, document: KeptDocument) -> KeyStoreFuture<()> {
///         let saved = self.0.lock().map(|mut kept| drop(kept.insert(address.to_owned(), document)));
///         let saved = saved.map_err(|_| "poisoned".into());
///         Box::pin(async move { saved })
///     }
/// }
/// ```
pub trait KeyStore: Send + Sync + 'static {
    /// What is kept of the document at an address, or under an id where keys are
    /// [looked up](super::Keys::looked_up).
    fn load(&self, address: &str) -> KeyStoreFuture<Option<KeptDocument>>;

    /// Keeps a document in place of the one before.
    fn save(&self, address: &str, document: KeptDocument) -> KeyStoreFuture<()>;
}

impl<S: KeyStore + ?Sized> KeyStore for Arc<S> {
    fn load(&self, address: &str) -> KeyStoreFuture<Option<KeptDocument>> {
        (**self).load(address)
    }

    fn save(&self, address: &str, document: KeptDocument) -> KeyStoreFuture<()> {
        (**self).save(address, document)
    }
}
