//! Nothing but a token or credentials.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "telegram",
    algo = "token",
    weak = "the sender offers nothing better",
    header = "X-Telegram-Bot-Api-Secret-Token"
)]
pub struct Telegram;

#[derive(Debug, Provider)]
#[provider(
    name = "cloudevents",
    algo = "token",
    weak = "the standard knows tokens only",
    header = "Authorization",
    format = "Bearer {signature}",
    handshake(
        method = "OPTIONS",
        challenge = "header:WebHook-Request-Origin",
        header = "WebHook-Allowed-Origin",
    )
)]
pub struct CloudEvents;

#[derive(Debug, Provider)]
#[provider(name = "postmark", algo = "basic", weak = "the sender offers nothing better")]
pub struct Postmark;

#[derive(Debug, Provider)]
#[provider(
    name = "figma",
    algo = "token",
    weak = "the sender offers nothing better",
    signature = "json:/passcode",
    event = "/event_type",
    handshake(when = "json:/event_type=PING")
)]
pub struct Figma;

#[derive(Debug, Provider)]
#[provider(
    name = "mattermost",
    algo = "token",
    weak = "the sender offers nothing better",
    signature = "form:token"
)]
pub struct Mattermost;

#[derive(Debug, Provider)]
#[provider(
    name = "mailchimp",
    algo = "token",
    weak = "the sender offers nothing better",
    signature = "query:secret",
    handshake(method = "GET")
)]
pub struct Mailchimp;

pub const ALL: &[Entry] = &[
    Entry::of::<Telegram>("telegram"),
    Entry::of::<CloudEvents>("cloudevents"),
    Entry::of::<Postmark>("postmark").secrets("user:a password", "user:another"),
    Entry::of::<Figma>("figma"),
    Entry::of::<Mattermost>("mattermost").body("text=hello"),
    Entry::of::<Mailchimp>("mailchimp").body("type=subscribe"),
];
