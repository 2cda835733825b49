//! [Stream Chat](https://getstream.io/chat/docs/node/webhooks_overview/): channels, messages
//! and users of chat.
//!
//! **Signature.** Header `X-Signature`: HMAC-SHA256 of the raw body, in hex, under the secret
//! as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [GetStream/stream-chat-js](https://github.com/GetStream/stream-chat-js), npm package
//! `stream-chat` 9.53.0, which `tests/outside` runs: it takes what is signed so and refuses
//! what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The secret is that of the app's API key.
//! - Apps that have deliveries compressed have the plain body signed: decompress before the
//!   endpoint.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "stream",
    display_name = "Stream Chat",
    docs = "https://getstream.io/chat/docs/node/webhooks_overview/",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/type",
)]
pub struct Stream;

#[doc(hidden)]
pub use Stream as __Provider;
