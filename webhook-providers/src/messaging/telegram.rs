//! [Telegram Bot API](https://core.telegram.org/bots/api#setwebhook): updates of a bot.
//!
//! **Signature.** Header `X-Telegram-Bot-Api-Secret-Token`: the secret itself. Nothing is
//! signed: whoever sees a delivery can make others.
//!
//! **Evidence.** The provider's own code:
//! [tdlib/telegram-bot-api](https://github.com/tdlib/telegram-bot-api),
//! `telegram-bot-api/WebhookActor.cpp` as of 0cf13d3b. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by which member stands beside `update_id`: deliveries have no name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "telegram",
    display_name = "Telegram Bot API",
    docs = "https://core.telegram.org/bots/api#setwebhook",
    evidence = "sdk",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "X-Telegram-Bot-Api-Secret-Token",
    id = "/update_id",
)]
pub struct Telegram;

#[doc(hidden)]
pub use Telegram as __Provider;
