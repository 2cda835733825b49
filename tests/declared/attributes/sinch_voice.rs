//! `sinch-voice` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sinch-voice",
    display_name = "Sinch Voice",
    docs = "https://developers.sinch.com/docs/voice/api-reference/authentication/callback-signed-request",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "authorization",
    format = "Application {any}:{signature}",
    message = "{method}\n{md5-base64:body}\n{header:content-type}\nx-timestamp:{timestamp}\n{path}",
    secret_encoding = "base64",
    timestamp(header = "x-timestamp", unit = "rfc3339", tolerance = "5m"),
    event_type = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
