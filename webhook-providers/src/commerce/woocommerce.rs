//! [WooCommerce](https://woocommerce.com/document/webhooks/): orders, products, customers and
//! coupons of a shop.
//!
//! **Signature.** Header `X-WC-Webhook-Signature`: HMAC-SHA256 of the raw body, in base64,
//! under the secret as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence.** The provider's own code:
//! [woocommerce/woocommerce](https://github.com/woocommerce/woocommerce),
//! `plugins/woocommerce/includes/class-wc-webhook.php` as of 00e1bc4d. No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - The topic and the delivery's id stand in headers that are not signed.
//! - When a webhook is made, a form with `webhook_id` alone comes, unsigned, and is to be
//!   answered 200.
//! - A shop's plugins can choose another hash: declare a provider of your own for those.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "woocommerce",
    display_name = "WooCommerce",
    docs = "https://woocommerce.com/document/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "X-WC-Webhook-Signature",
    event_type = "header:X-WC-Webhook-Topic",
    handshake(when = "form:webhook_id", unsigned = "it is sent when the webhook is made"),
)]
pub struct WooCommerce;

#[doc(hidden)]
pub use WooCommerce as __Provider;
