//! Public keys that a provider publishes and changes: found by id, fetched, kept.
//!
//! A declaration says with `public_keys(..)` where a delivery names its key, and where keys stand:
//!
//! | key | says | values |
//! |---|---|---|
//! | `id` | where a delivery names its key; all are tried without it | `kid` for that of its token, `header:Name`, `json:/pointer`, `base64-json:Name/pointer`, `query:name`, `form:name` |
//! | `url` | where the keys stand, if anybody may fetch them | an `https` address; with `{id}` in its path, one a key; `{id}` alone where a delivery names the address |
//! | `hosts` | the hosts of addresses that deliveries name | `keys.example.com`; `*` stands for one label, `{region}` for a region of AWS; with a path, `keys.example.com/*.pem`, it is the only one |
//! | `form` | what stands there; `jwks` unless it is given | `jwks`; `key`: PEM, a certificate or base64; `json:/pointer`: such a text in JSON; `jwk:/pointer` |
//!
//! [`Keys`] is what an owner gives for them, in place of a secret.
//!
//! A [`KeySource`] gives the keys for an id that a request names. [`StaticKeys`] has them from the
//! start; [`CachedKeys`] fetches them from addresses that the owner named, through a [`Fetch`]:
//! a client of your own, or `HttpsFetch` behind the feature `key-source-http`.
//!
//! # What a sender can cause
//!
//! The id is read before anything is authenticated. It chooses among trusted keys, and whether they
//! are fetched again, and nothing else:
//!
//! - One fetch at a time for a document, whoever asks; all who ask wait for that one. A request that
//!   is given up does not abandon it: the next one carries on.
//! - A document is fetched again no sooner than the [minimum interval](CachedKeys::minimum_interval)
//!   after the last attempt began, whatever ids are asked for and whether that attempt succeeded.
//! - Where each id has a document of its own, [eight](MOST_AT_ONCE) that have no key yet are fetched at once.
//!   Who asks for one more is answered with 503 and comes again: places are free as soon as fetches
//!   end or nobody waits for them, however many there were before. A bounded number is kept; those
//!   without a key go first.
//! - Keys that are [pinned](CachedKeys::pin), [loaded before](CachedKeys::preload) or
//!   [kept over a restart](KeyStore) wait for nobody: give a [`KeyStore`], and a flood of made-up ids
//!   right after a restart delays nothing.
//! - Addresses that requests name must be `https`, without user, port, query and fragment, on a
//!   listed host, and of its path where one is listed. Redirections are not followed.
//!
//! # When the provider does not answer
//!
//! Keys count as fresh for an [hour](CachedKeys::refresh_after). After that they are fetched again;
//! while that fails they are still used for a [day](CachedKeys::keep_stale), because refusing
//! genuine deliveries would lose them; then the source is [unavailable](KeySourceError::Unavailable).
//! A key that a provider withdraws is thus trusted for an hour, and for a day by those who cannot
//! reach the provider.

mod address;
mod cache;
mod document;
mod fetch;
mod flight;
mod given;
#[cfg(feature = "key-source-http")]
mod https;
mod state;
mod static_keys;
mod store;

use std::{error::Error, fmt, pin::Pin, sync::Arc};

pub(crate) use self::given::undeclared;
#[cfg(feature = "key-source-http")]
pub use self::https::HttpsFetch;
pub use self::{
    cache::CachedKeys,
    document::DocumentForm,
    fetch::{Fetch, FetchFuture},
    given::{DEFAULT_KEY_TIMEOUT, Keys},
    state::MOST_AT_ONCE,
    static_keys::StaticKeys,
    store::{KeptDocument, KeyStore, KeyStoreFuture},
};
use crate::keys::public_key::PublicKey;

/// The keys that a source was asked for, once they are there.
pub type KeyFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Vec<PublicKey>, KeySourceError>> + Send + 'a>>;

/// Where the keys come from that verify a delivery.
pub trait KeySource: Send + Sync + 'static {
    /// The keys to try for a delivery that names this id, or none. At least one.
    ///
    /// The id is what a request says: nothing has been authenticated yet.
    fn keys<'a>(&'a self, id: Option<&'a str>) -> KeyFuture<'a>;
}

/// Why there is no key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeySourceError {
    /// There is no key with this id. The delivery is refused as one with a wrong signature.
    UnknownId,
    /// The keys could not be fetched. The sender should try again: 503.
    Unavailable(Arc<str>),
}

impl fmt::Display for KeySourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownId => f.write_str("there is no key with the id that the delivery names"),
            Self::Unavailable(why) => write!(f, "the provider's keys could not be fetched: {why}"),
        }
    }
}

impl Error for KeySourceError {}
