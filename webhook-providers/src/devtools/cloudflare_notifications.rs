//! [Cloudflare
//! Notifications](https://developers.cloudflare.com/notifications/get-started/configure-webhooks/):
//! alerts of an account.
//!
//! **Signature.** Header `cf-webhook-auth`: the secret itself. Nothing is signed: whoever sees
//! a delivery can make others.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The documentation shows a `text`; further members depend on the alert, so nothing is said
//!   of a name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "cloudflare-notifications",
    display_name = "Cloudflare Notifications",
    docs = "https://developers.cloudflare.com/notifications/get-started/configure-webhooks/",
    evidence = "docs",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "cf-webhook-auth",
)]
pub struct CloudflareNotifications;

#[doc(hidden)]
pub use CloudflareNotifications as __Provider;
