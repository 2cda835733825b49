//! `discord` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "discord",
    display_name = "Discord",
    docs = "https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint",
    evidence = "sdk",
    algo = "ed25519",
    header = "x-signature-ed25519",
    message = "{timestamp}{body}",
    timestamp(header = "x-signature-timestamp", unit = "seconds", tolerance = "5m"),
    event_type = "/event/type",
    handshake((when = ["json:/type=1", "json:/application_id", "json:/token"], answer = "{{\"type\":1}}"), (when = "json:/type=0", status = 204)),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
