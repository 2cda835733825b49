//! [Ghost](https://ghost.org/docs/webhooks/): posts, pages and members.
//!
//! **Signature.** Header `X-Ghost-Signature`: HMAC-SHA256 of `{body}{timestamp}`, in hex, as
//! `sha256={signature}, t={timestamp}`, under the secret as text.
//!
//! **Evidence.** The provider's own code: [TryGhost/Ghost](https://github.com/TryGhost/Ghost),
//! `ghost/core/core/server/services/webhooks/WebhookTrigger.js` as of 2cd588cc. No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - Older releases signed the body alone: they are refused.
//! - That code has the event's name in `event` of the body; older releases say none, so none is
//!   declared.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ghost",
    display_name = "Ghost",
    docs = "https://ghost.org/docs/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Ghost-Signature",
    format = "sha256={signature}, t={timestamp}",
    message = "{body}{timestamp}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
)]
pub struct Ghost;

#[doc(hidden)]
pub use Ghost as __Provider;
