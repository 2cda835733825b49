//! [Chargily Pay](https://dev.chargily.com/pay-v2/webhooks): checkouts in Algeria.
//!
//! **Signature.** Header `signature`: HMAC-SHA256 of the raw body, in hex, under the secret as
//! text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [Chargily/chargily-pay-javascript](https://github.com/Chargily/chargily-pay-javascript), npm
//! package `@chargily/chargily-pay` 2.1.0, which `tests/outside` runs: it takes what is signed
//! so and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The secret is the API key.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "chargily",
    display_name = "Chargily Pay",
    docs = "https://dev.chargily.com/pay-v2/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "signature",
    id = "/id",
    event_type = "/type",
    payload = "/data",
)]
pub struct Chargily;

#[doc(hidden)]
pub use Chargily as __Provider;
