//! [Bitbucket](https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/):
//! repositories and pull requests.
//!
//! **Signature.** Header `X-Hub-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills); [the provider's
//! announcement](https://bitbucket.org/blog/enhanced-webhook-security) tells of secrets, not of
//! the header. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The event's name and the delivery's id stand in headers that are not signed.
//! - `X-Hub-Signature` is SHA-256 here, unlike that of others.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "bitbucket",
    display_name = "Bitbucket",
    docs = "https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Hub-Signature",
    format = "sha256={signature}",
    event_type = "header:X-Event-Key",
)]
pub struct Bitbucket;

#[doc(hidden)]
pub use Bitbucket as __Provider;
