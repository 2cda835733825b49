//! `twitch` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "twitch",
    display_name = "Twitch EventSub",
    docs = "https://dev.twitch.tv/docs/eventsub/handling-webhook-events/",
    evidence = "sdk",
    algo = "sha256",
    header = "twitch-eventsub-message-signature",
    format = "sha256={signature}",
    message = "{id}{timestamp}{body}",
    timestamp(header = "twitch-eventsub-message-timestamp", unit = "rfc3339", tolerance = "10m"),
    id = "header:twitch-eventsub-message-id",
    event_type = "/subscription/type",
    payload = "/event",
    handshake(when = "header:twitch-eventsub-message-type=webhook_callback_verification", challenge = "json:/challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
