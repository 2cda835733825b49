//! `sendgrid` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sendgrid",
    display_name = "SendGrid",
    docs = "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features",
    evidence = "vector",
    algo = "ecdsa-p256",
    encoding = "base64",
    header = "x-twilio-email-event-webhook-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-twilio-email-event-webhook-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
