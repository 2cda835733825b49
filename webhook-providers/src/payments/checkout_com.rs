//! [Checkout.com](https://www.checkout.com/docs/developer-resources/webhooks): payments of
//! Checkout.com.
//!
//! **Signature.** Header `Cko-Signature`: HMAC-SHA256 of the raw body, in hex, under the secret
//! as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "checkout-com",
    display_name = "Checkout.com",
    docs = "https://www.checkout.com/docs/developer-resources/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "Cko-Signature",
    id = "/id",
    event_type = "/type",
    payload = "/data",
)]
pub struct CheckoutCom;

#[doc(hidden)]
pub use CheckoutCom as __Provider;
