//! [Viber](https://developers.viber.com/docs/api/rest-bot-api/#callbacks): messages to a bot,
//! and what became of its own.
//!
//! **Signature.** Header `X-Viber-Content-Signature`: HMAC-SHA256 of the raw body, in hex,
//! under the secret as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence.** The provider's own code,
//! [Viber/viber-bot-python](https://github.com/Viber/viber-bot-python), PyPI package `viberbot`
//! 1.0.12, which `tests/outside` runs: it takes what is signed so and refuses what was changed.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The secret is the bot's token.
//! - `message_token` is the message's, and several events share it: it identifies no delivery.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "viber",
    display_name = "Viber",
    docs = "https://developers.viber.com/docs/api/rest-bot-api/#callbacks",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Viber-Content-Signature",
    event_type = "/event",
)]
pub struct Viber;

#[doc(hidden)]
pub use Viber as __Provider;
