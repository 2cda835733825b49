//! [Coinbase Commerce](https://docs.cloud.coinbase.com/commerce/docs/webhooks-security): charges
//! in crypto currencies.
//!
//! **Signature.** Header `X-CC-Webhook-Signature`: HMAC-SHA256 of the raw body, in hex, under
//! the secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [coinbase/coinbase-commerce-node](https://github.com/coinbase/coinbase-commerce-node).

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "coinbase-commerce",
    display_name = "Coinbase Commerce",
    docs = "https://docs.cloud.coinbase.com/commerce/docs/webhooks-security",
    evidence = "vector",
    algo = "sha256",
    header = "X-CC-Webhook-Signature",
    id = "/event/id",
    event_type = "/event/type",
    payload = "/event/data",
)]
pub struct CoinbaseCommerce;

#[doc(hidden)]
pub use CoinbaseCommerce as __Provider;
