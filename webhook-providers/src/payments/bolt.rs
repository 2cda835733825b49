//! [Bolt](https://help.bolt.com/developers/guides/webhooks/hook-verification/): transactions of
//! Bolt's checkout.
//!
//! **Signature.** Header `X-Bolt-Hmac-Sha256`: HMAC-SHA256 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [BoltApp/bolt-magento2](https://github.com/BoltApp/bolt-magento2), `Helper/Hook.php` as of
//! 0781efbb. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "bolt",
    display_name = "Bolt",
    docs = "https://help.bolt.com/developers/guides/webhooks/hook-verification/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "X-Bolt-Hmac-Sha256",
)]
pub struct Bolt;

#[doc(hidden)]
pub use Bolt as __Provider;
