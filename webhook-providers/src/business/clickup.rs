//! [ClickUp](https://developer.clickup.com/docs/webhooksignature): tasks, lists and spaces.
//!
//! **Signature.** Header `X-Signature`: HMAC-SHA256 of the raw body, in hex, under the secret as
//! text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "clickup",
    display_name = "ClickUp",
    docs = "https://developer.clickup.com/docs/webhooksignature",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/event",
)]
pub struct ClickUp;

#[doc(hidden)]
pub use ClickUp as __Provider;
