//! `hubspot-v3` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hubspot-v3",
    display_name = "HubSpot (v3)",
    docs = "https://developers.hubspot.com/docs/api/webhooks/validating-requests",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "x-hubspot-signature-v3",
    message = "{method}{url}{body}{timestamp}",
    timestamp(header = "x-hubspot-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
