//! [Merge](https://docs.merge.dev/basics/webhooks/): unified records of HR, ATS, CRM and
//! accounting systems.
//!
//! **Signature.** Header `X-Merge-Webhook-Signature`: HMAC-SHA256 of the raw body, in base64url,
//! under the secret as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "merge",
    display_name = "Merge",
    docs = "https://docs.merge.dev/basics/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64url",
    header = "X-Merge-Webhook-Signature",
    event_type = "/hook/event",
    payload = "/data",
)]
pub struct Merge;

#[doc(hidden)]
pub use Merge as __Provider;
