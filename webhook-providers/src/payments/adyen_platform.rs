//! [Adyen
//! (platforms)](https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures):
//! accounts, transfers and cards of platforms and of banking.
//!
//! **Signature.** Header `HmacSignature`: HMAC-SHA256 of the raw body, in base64, under the
//! secret decoded from hex. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence.** The provider's own code,
//! [Adyen/adyen-node-api-library](https://github.com/Adyen/adyen-node-api-library), npm package
//! `@adyen/api-library` 32.1.0, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Payments of Adyen sign some of their fields: they are `adyen-payments`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "adyen-platform",
    display_name = "Adyen (platforms)",
    docs = "https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "HmacSignature",
    secret_encoding = "hex",
    event_type = "/type",
    payload = "/data",
)]
pub struct AdyenPlatform;

#[doc(hidden)]
pub use AdyenPlatform as __Provider;
