//! `figma` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "figma",
    display_name = "Figma",
    docs = "https://www.figma.com/developers/api#webhooks_v2",
    evidence = "third-party",
    algo = "token",
    signature = "json:/passcode",
    event_type = "/event_type",
    weak = "the sender signs nothing: it repeats a secret",
    handshake(when = "json:/event_type=PING"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
