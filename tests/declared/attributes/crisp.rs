//! `crisp` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "crisp",
    display_name = "Crisp",
    docs = "https://docs.crisp.chat/guides/web-hooks/signing/",
    evidence = "sdk",
    algo = "sha256",
    header = "x-crisp-signature",
    message = "[{timestamp};{body}]",
    timestamp(header = "x-crisp-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
