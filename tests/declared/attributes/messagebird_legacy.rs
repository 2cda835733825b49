//! `messagebird-legacy` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "messagebird-legacy",
    algo = "sha256",
    encoding = "base64",
    header = "messagebird-signature",
    message = "{timestamp}\n{query:sorted}\n{sha256-raw:body}",
    timestamp(header = "messagebird-request-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
