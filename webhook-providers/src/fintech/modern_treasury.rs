//! [Modern Treasury](https://docs.moderntreasury.com/platform/docs/webhook-signatures): payment
//! orders, ledgers and counterparties.
//!
//! **Signature.** Header `X-Signature`: HMAC-SHA256 of the raw body, in hex, under the secret
//! as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [Modern-Treasury/modern-treasury-node](https://github.com/Modern-Treasury/modern-treasury-node),
//! npm package `modern-treasury` 3.3.0, which `tests/outside` runs: it takes what is signed so
//! and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `X-Topic` names the kind of object, unsigned; `event` of the body says what happened to
//!   it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "modern-treasury",
    display_name = "Modern Treasury",
    docs = "https://docs.moderntreasury.com/platform/docs/webhook-signatures",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/event",
    payload = "/data",
)]
pub struct ModernTreasury;

#[doc(hidden)]
pub use ModernTreasury as __Provider;
