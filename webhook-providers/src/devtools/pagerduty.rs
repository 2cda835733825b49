//! [PagerDuty](https://developer.pagerduty.com/docs/verifying-webhook-signatures): incidents
//! and services.
//!
//! **Signature.** Header `X-PagerDuty-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `v1={signature}`, under the secret as text. No time is compared: who records a delivery can
//! send it again later.
//!
//! **Evidence.** The provider's documentation, with sample code
//! ([PagerDuty/developer-docs](https://github.com/PagerDuty/developer-docs),
//! `docs/webhooks/04-Signatures.md`). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - During a rotation the value lists a signature for each secret: any is enough.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "pagerduty",
    display_name = "PagerDuty",
    docs = "https://developer.pagerduty.com/docs/verifying-webhook-signatures",
    evidence = "docs",
    algo = "sha256",
    header = "X-PagerDuty-Signature",
    format = "v1={signature}",
    separator = ",",
    id = "/event/id",
    event_type = "/event/event_type",
    payload = "/event/data",
)]
pub struct PagerDuty;

#[doc(hidden)]
pub use PagerDuty as __Provider;
