//! What deliveries are verified with: secrets, public keys, tokens, and where keys come from.

#[cfg(feature = "jwt")]
pub mod jwt;
#[cfg(feature = "public-key")]
pub mod key_source;
#[cfg(feature = "public-key")]
pub mod public_key;
mod secret;
mod secrets;

pub(crate) use self::secret::is_blank;
pub use self::{
    secret::Secret,
    secrets::{Secrets, Tenants},
};
