//! `cloudevents` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cloudevents",
    display_name = "CloudEvents",
    docs = "https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md",
    evidence = "docs",
    algo = "token",
    header = "authorization",
    format = "Bearer {signature}",
    event_type = ["header:ce-type", "/type"],
    weak = "the sender signs nothing: it repeats a secret",
    handshake(method = "OPTIONS", challenge = "header:webhook-request-origin", header = ["webhook-allowed-origin", "webhook-allowed-rate=*"]),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
