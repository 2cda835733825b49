//! `stripe` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "stripe",
    display_name = "Stripe",
    docs = "https://docs.stripe.com/webhooks#verify-official-libraries",
    evidence = "sdk",
    algo = "sha256",
    header = "stripe-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type",
    payload = "/data/object",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
