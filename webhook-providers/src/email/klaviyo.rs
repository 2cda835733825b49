//! [Klaviyo](https://developers.klaviyo.com/en/docs/system-webhooks): system webhooks.
//!
//! **Signature.** Header `Klaviyo-Signature`: HMAC-SHA256 of `{body}{header:Klaviyo-Timestamp}`,
//! in hex, under the secret as text. No time is compared: who records a delivery can send it
//! again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The unit of the timestamp is stated nowhere that was seen: it is signed, and not compared
//!   with the clock.
//! - A delivery holds a list of events, each with a topic: it has no name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "klaviyo",
    display_name = "Klaviyo",
    docs = "https://developers.klaviyo.com/en/docs/system-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "Klaviyo-Signature",
    message = "{body}{header:Klaviyo-Timestamp}",
)]
pub struct Klaviyo;

#[doc(hidden)]
pub use Klaviyo as __Provider;
