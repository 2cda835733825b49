//! [MailerSend](https://developers.mailersend.com/api/v1/webhooks.html): messages and what
//! became of them.
//!
//! **Signature.** Header `Signature`: HMAC-SHA256 of the raw body, in hex, under the secret as
//! text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [mailersend/mailersend-nodejs](https://github.com/mailersend/mailersend-nodejs), npm package
//! `mailersend` 3.4.0, which `tests/outside` runs: it takes what is signed so and refuses what
//! was changed. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mailersend",
    display_name = "MailerSend",
    docs = "https://developers.mailersend.com/api/v1/webhooks.html",
    evidence = "sdk",
    algo = "sha256",
    header = "Signature",
    event_type = "/type",
    payload = "/data",
)]
pub struct MailerSend;

#[doc(hidden)]
pub use MailerSend as __Provider;
