//! [Onfido](https://documentation.onfido.com/api/latest/#webhooks): checks, reports and
//! workflow runs.
//!
//! **Signature.** Header `X-SHA2-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [onfido/onfido-node](https://github.com/onfido/onfido-node), npm package `@onfido/api`
//! 6.2.0, which `tests/outside` runs: it takes what is signed so and refuses what was changed.
//! No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "onfido",
    display_name = "Onfido",
    docs = "https://documentation.onfido.com/api/latest/#webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "X-SHA2-Signature",
    event_type = "/payload/action",
    payload = "/payload",
)]
pub struct Onfido;

#[doc(hidden)]
pub use Onfido as __Provider;
