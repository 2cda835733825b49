//! `oura` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "oura",
    display_name = "Oura",
    docs = "https://cloud.ouraring.com/v2/docs#tag/Webhook-Subscription-Routes",
    evidence = "third-party",
    algo = "sha256",
    encoding = "hex-upper",
    header = "x-oura-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-oura-timestamp", unit = "seconds", tolerance = "5m"),
    event_type = "{json:/data_type}.{json:/event_type}",
    ack_within = "10s",
    handshake(method = "GET", challenge = "query:challenge", verify_token = "query:verification_token", answer = "{{\"challenge\":\"{challenge}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
