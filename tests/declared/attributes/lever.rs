//! `lever` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "lever",
    algo = "sha256",
    signature = "json:/signature",
    message = "{json:/token}{timestamp}",
    timestamp(json = "/triggeredAt", unit = "milliseconds", tolerance = "5m"),
    unsigned = "the sender signs a token, not the event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
