//! `sanity` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sanity",
    display_name = "Sanity",
    docs = "https://www.sanity.io/docs/webhooks",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64url",
    header = "sanity-webhook-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "none"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
