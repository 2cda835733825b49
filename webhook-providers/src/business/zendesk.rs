//! [Zendesk](https://developer.zendesk.com/documentation/webhooks/verifying/): tickets, users
//! and organisations.
//!
//! **Signature.** Header `X-Zendesk-Webhook-Signature`: HMAC-SHA256 of `{timestamp}{body}`, in
//! base64, under the secret as text.
//!
//! **Evidence.** The provider's documentation, with sample code. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.
//! - Bodies of triggers and automations are written by the owner; those of event subscriptions
//!   have a `type`. So nothing is said of names and ids: declare a provider of your own with
//!   `event_type = "/type"` and `id = "/id"` for the latter.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "zendesk",
    display_name = "Zendesk",
    docs = "https://developer.zendesk.com/documentation/webhooks/verifying/",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "X-Zendesk-Webhook-Signature",
    message = "{timestamp}{body}",
    timestamp(header = "X-Zendesk-Webhook-Signature-Timestamp", unit = "rfc3339", tolerance = "5m"),
)]
pub struct Zendesk;

#[doc(hidden)]
pub use Zendesk as __Provider;
