//! `keygen` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "keygen",
    display_name = "Keygen",
    docs = "https://keygen.sh/docs/api/signatures/",
    evidence = "third-party",
    algo = "ed25519",
    encoding = "base64",
    header = "keygen-signature",
    format = "{any}signature=\"{signature}\"{any}",
    message = "(request-target): post {url:target}\nhost: {url:host}\ndate: {timestamp}\ndigest: sha-256={sha256-base64:body}",
    timestamp(header = "date", unit = "http-date", tolerance = "5m"),
    event_type = "/data/attributes/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
