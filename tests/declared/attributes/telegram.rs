//! `telegram` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "telegram",
    display_name = "Telegram Bot API",
    docs = "https://core.telegram.org/bots/api#setwebhook",
    evidence = "sdk",
    algo = "token",
    header = "x-telegram-bot-api-secret-token",
    id = "/update_id",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
