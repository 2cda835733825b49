//! [dLocal](https://docs.dlocal.com/): payments and payouts.
//!
//! **Signature.** Header `Authorization`: HMAC-SHA256 of
//! `{header:X-Login}{header:X-Date}{body}`, in hex, as `V2-HMAC-SHA256, Signature: {signature}`,
//! under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "dlocal",
    display_name = "dLocal",
    docs = "https://docs.dlocal.com/",
    evidence = "third-party",
    algo = "sha256",
    header = "Authorization",
    format = "V2-HMAC-SHA256, Signature: {signature}",
    message = "{header:X-Login}{header:X-Date}{body}",
    timestamp(header = "X-Date", unit = "rfc3339", tolerance = "5m"),
)]
pub struct DLocal;

#[doc(hidden)]
pub use DLocal as __Provider;
