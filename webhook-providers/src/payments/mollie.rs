//! [Mollie](https://docs.mollie.com/reference/webhooks-new): next-generation webhooks.
//!
//! **Signature.** Header `X-Mollie-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [mollie/mollie-api-php](https://github.com/mollie/mollie-api-php). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's code also accepts a value without `sha256=`; the declaration expects it.
//! - Classic webhooks are not signed at all: they carry an id to be fetched, and are not these.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mollie",
    display_name = "Mollie",
    docs = "https://docs.mollie.com/reference/webhooks-new",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Mollie-Signature",
    format = "sha256={signature}",
    event_type = "/type",
)]
pub struct Mollie;

#[doc(hidden)]
pub use Mollie as __Provider;
