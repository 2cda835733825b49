//! `polar` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "polar",
    display_name = "Polar",
    docs = "https://polar.sh/docs/integrate/webhooks/delivery",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
