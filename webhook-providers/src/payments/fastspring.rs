//! [FastSpring](https://developer.fastspring.com/reference/message-security): orders and
//! subscriptions.
//!
//! **Signature.** Header `X-FS-Signature`: HMAC-SHA256 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
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
    name = "fastspring",
    display_name = "FastSpring",
    docs = "https://developer.fastspring.com/reference/message-security",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "X-FS-Signature",
)]
pub struct FastSpring;

#[doc(hidden)]
pub use FastSpring as __Provider;
