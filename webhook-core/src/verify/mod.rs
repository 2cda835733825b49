//! Verification: from a request's head and body to an authenticated
//! [`Delivery`](crate::Delivery).

mod candidates;
mod custom;
mod fetched;
mod head;
mod identity;
mod key;
mod keys;
mod message;
mod provable;
mod public;
mod setup;
mod streaming;
mod tokens;

#[cfg(feature = "explain")]
pub(crate) use self::candidates::Candidates;
#[cfg(any(feature = "explain", feature = "testing"))]
pub(crate) use self::candidates::take_apart;
#[cfg(feature = "explain")]
pub(crate) use self::setup::check_signs_time;
pub use self::streaming::StreamingVerifier;
pub(crate) use self::{
    key::{Fed, State, signature},
    keys::{key_bytes, split_owner, ways_of},
    message::Values,
    provable::is_provable,
    public::is_private_key,
    setup::Setup,
    tokens::sign as sign_token,
};

/// How large a body may be unless it is said otherwise: 1 MiB.
pub const DEFAULT_LIMIT: usize = 1024 * 1024;
