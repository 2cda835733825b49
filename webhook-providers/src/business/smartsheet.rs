//! [Smartsheet](https://smartsheet.redoc.ly/tag/webhooksDescription): sheets, plans and reports.
//!
//! **Signature.** Header `Smartsheet-Hmac-SHA256`: HMAC-SHA256 of the raw body, in hex, under
//! the secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "smartsheet",
    display_name = "Smartsheet",
    docs = "https://smartsheet.redoc.ly/tag/webhooksDescription",
    evidence = "third-party",
    algo = "sha256",
    header = "Smartsheet-Hmac-SHA256",
    handshake(
        challenge = "header:Smartsheet-Hook-Challenge",
        header = "Smartsheet-Hook-Response",
        unsigned = "it is sent before the webhook is enabled",
    ),
)]
pub struct Smartsheet;

#[doc(hidden)]
pub use Smartsheet as __Provider;
