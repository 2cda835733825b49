//! `standard-webhooks` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "standard-webhooks",
    display_name = "Standard Webhooks",
    docs = "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    alternative(algo = "ed25519", format = "v1a,{signature}", secret_prefix = "whpk_"),
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
