//! [TikTok](https://developers.tiktok.com/doc/webhooks-verification): videos, accounts and
//! shops.
//!
//! **Signature.** Header `TikTok-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},s={signature}`, under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "tiktok",
    display_name = "TikTok",
    docs = "https://developers.tiktok.com/doc/webhooks-verification",
    evidence = "third-party",
    algo = "sha256",
    header = "TikTok-Signature",
    format = "t={timestamp},s={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    event_type = "/event",
)]
pub struct TikTok;

#[doc(hidden)]
pub use TikTok as __Provider;
