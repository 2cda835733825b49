use std::pin::Pin;

use bytes::Bytes;

use crate::error::BoxError;

/// A document on its way. It owns what it needs, because all who wait for it share it.
pub type FetchFuture = Pin<Box<dyn Future<Output = Result<Bytes, BoxError>> + Send>>;

/// How documents are fetched: one `GET`.
///
/// Any function of an address and a limit that returns such a future is one. It must follow **no
/// redirections**, end within **a time of its own choosing**, read no more than `limit` bytes, and
/// take nothing but status 200 as success. The addresses it is given have been checked.
pub trait Fetch: Send + Sync + 'static {
    /// Fetches what stands at an address.
    fn fetch(&self, address: &str, limit: usize) -> FetchFuture;
}

impl<F: Fn(&str, usize) -> FetchFuture + Send + Sync + 'static> Fetch for F {
    fn fetch(&self, address: &str, limit: usize) -> FetchFuture {
        self(address, limit)
    }
}
