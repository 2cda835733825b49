//! `close` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "close",
    display_name = "Close",
    docs = "https://developer.close.com/topics/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "close-sig-hash",
    message = "{timestamp}{body}",
    secret_encoding = "hex",
    timestamp(header = "close-sig-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event/id",
    event_type = "{json:/event/object_type}.{json:/event/action}",
    payload = "/event/data",
    retry_window = "3d",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
