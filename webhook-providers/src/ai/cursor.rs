//! [Cursor](https://docs.cursor.com/account/cloud-agent-webhooks): cloud agents.
//!
//! **Signature.** Header `X-Webhook-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The event's name stands in a header that is not signed, and so does the id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "cursor",
    display_name = "Cursor",
    docs = "https://docs.cursor.com/account/cloud-agent-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Webhook-Signature",
    format = "sha256={signature}",
    event_type = "header:X-Webhook-Event",
)]
pub struct Cursor;

#[doc(hidden)]
pub use Cursor as __Provider;
