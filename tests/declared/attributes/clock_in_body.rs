//! `clock-in-body` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "clock-in-body",
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}.{body}",
    timestamp(json = "/at", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
