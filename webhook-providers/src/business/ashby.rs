//! [Ashby](https://developers.ashbyhq.com/docs/authenticating-webhooks): candidates,
//! applications and interviews.
//!
//! **Signature.** Header `Ashby-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's documentation. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ashby",
    display_name = "Ashby",
    docs = "https://developers.ashbyhq.com/docs/authenticating-webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "Ashby-Signature",
    format = "sha256={signature}",
    event_type = "/action",
    payload = "/data",
)]
pub struct Ashby;

#[doc(hidden)]
pub use Ashby as __Provider;
