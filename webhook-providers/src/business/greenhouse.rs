//! [Greenhouse](https://developers.greenhouse.io/webhooks.html): candidates, applications and
//! offers.
//!
//! **Signature.** Header `Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256 {signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's documentation, with sample code ([onboarding
//! webhooks](https://developers.greenhouse.io/onboarding_webhooks.html)). A signature is
//! published there, without its key.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "greenhouse",
    display_name = "Greenhouse",
    docs = "https://developers.greenhouse.io/webhooks.html",
    evidence = "docs",
    algo = "sha256",
    header = "Signature",
    format = "sha256 {signature}",
    event_type = "/action",
    payload = "/payload",
)]
pub struct Greenhouse;

#[doc(hidden)]
pub use Greenhouse as __Provider;
