//! [Paystack](https://paystack.com/docs/payments/webhooks/): charges, transfers and
//! subscriptions.
//!
//! **Signature.** Header `x-paystack-signature`: HMAC-SHA512 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The sample of the documentation hashes `JSON.stringify(body)`: the raw body is tried first,
//!   then its ECMAScript form.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paystack",
    display_name = "Paystack",
    docs = "https://paystack.com/docs/payments/webhooks/",
    evidence = "third-party",
    algo = "sha512",
    header = "x-paystack-signature",
    body = "json",
    event_type = "/event",
    payload = "/data",
)]
pub struct Paystack;

#[doc(hidden)]
pub use Paystack as __Provider;
