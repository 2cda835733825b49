//! [Razorpay](https://razorpay.com/docs/webhooks/validate-test/): payments, orders and
//! subscriptions.
//!
//! **Signature.** Header `X-Razorpay-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [razorpay/razorpay-node](https://github.com/razorpay/razorpay-node).
//!
//! **What the sources leave open, and the choice made.**
//! - The delivery's id stands in `X-Razorpay-Event-Id`, which is not signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "razorpay",
    display_name = "Razorpay",
    docs = "https://razorpay.com/docs/webhooks/validate-test/",
    evidence = "vector",
    algo = "sha256",
    header = "X-Razorpay-Signature",
    event_type = "/event",
    payload = "/payload",
)]
pub struct Razorpay;

#[doc(hidden)]
pub use Razorpay as __Provider;
