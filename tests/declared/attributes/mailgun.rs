//! `mailgun` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mailgun",
    display_name = "Mailgun",
    docs = "https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks",
    evidence = "vector",
    algo = "sha256",
    signature = "json:/signature/signature",
    message = "{json:/signature/timestamp}{json:/signature/token}",
    timestamp(json = "/signature/timestamp", unit = "seconds", tolerance = "none"),
    event_type = "/event-data/event",
    payload = "/event-data",
    unsigned = "the sender signs a token and a timestamp, not the event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
