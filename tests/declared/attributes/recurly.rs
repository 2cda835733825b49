//! `recurly` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "recurly",
    display_name = "Recurly",
    docs = "https://docs.recurly.com/docs/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "recurly-signature",
    format = "{timestamp},{signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
