//! [Upstash QStash](https://upstash.com/docs/qstash/howto/signature): messages and schedules of
//! a queue.
//!
//! **Signature.** Header `Upstash-Signature`: a JSON web token under the secret as text, HMAC
//! with SHA-256. Its claim `body` holds the SHA-256 of the body in base64url, its `exp` ends
//! it.
//!
//! **Evidence.** The provider's own code,
//! [upstash/qstash-js](https://github.com/upstash/qstash-js), npm package `@upstash/qstash`
//! 2.12.0, which `tests/outside` runs: it takes what is signed so and refuses what was changed.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `sub` is the address that was called: that code compares it where it is told the address,
//!   and here it is not compared.
//! - There are two keys, the current one and the next: give an endpoint both.
//! - Bodies are the owner's, so nothing is said about them.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "qstash",
    display_name = "Upstash QStash",
    docs = "https://upstash.com/docs/qstash/howto/signature",
    evidence = "sdk",
    algo = "jwt-hs256",
    header = "Upstash-Signature",
    jwt(issuer = "Upstash", digest = "body=sha256-base64url:body"),
)]
pub struct QStash;

#[doc(hidden)]
pub use QStash as __Provider;
