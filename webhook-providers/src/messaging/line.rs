//! [LINE](https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/):
//! messages and events of a LINE official account.
//!
//! **Signature.** Header `x-line-signature`: HMAC-SHA256 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [line/line-bot-sdk-nodejs](https://github.com/line/line-bot-sdk-nodejs), npm package
//! `@line/bot-sdk` 11.0.0, which `tests/outside` runs: it takes what is signed so and refuses
//! what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events, each with a `webhookEventId`: it has neither name nor
//!   id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "line",
    display_name = "LINE",
    docs = "https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "x-line-signature",
)]
pub struct Line;

#[doc(hidden)]
pub use Line as __Provider;
