//! [Shopify](https://shopify.dev/docs/apps/build/webhooks/subscribe/https): orders, products and
//! all else of a shop.
//!
//! **Signature.** Headers `X-Shopify-Hmac-Sha256` or `shopify-hmac-sha256`: HMAC-SHA256 of the
//! raw body, in base64, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [Shopify/shopify-app-js](https://github.com/Shopify/shopify-app-js),
//! [Shopify/shopify-api-ruby](https://github.com/Shopify/shopify-api-ruby).
//!
//! **What the sources leave open, and the choice made.**
//! - The topic and the ids stand in headers that are not signed: an id identifies nothing, and
//!   the topic is believed because it stands nowhere else.
//! - Newer headers have the same names without `X-`, in lower case (`shopify-hmac-sha256`):
//!   either is read.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "shopify",
    title = "Shopify",
    docs = "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = ["X-Shopify-Hmac-Sha256", "shopify-hmac-sha256"],
    event = "header:X-Shopify-Topic",
)]
pub struct Shopify;

#[doc(hidden)]
pub use Shopify as __Provider;
