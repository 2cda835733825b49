//! [AfterShip](https://www.aftership.com/docs/tracking/webhook/webhook-signature): tracking.
//!
//! **Signature.** Header `aftership-hmac-sha256`: HMAC-SHA256 of the raw body, in base64, under
//! the secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "aftership",
    display_name = "AfterShip",
    docs = "https://www.aftership.com/docs/tracking/webhook/webhook-signature",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "aftership-hmac-sha256",
    event_type = "/event",
)]
pub struct AfterShip;

#[doc(hidden)]
pub use AfterShip as __Provider;
