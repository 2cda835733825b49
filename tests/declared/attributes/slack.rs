//! `slack` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "slack",
    display_name = "Slack",
    docs = "https://docs.slack.dev/authentication/verifying-requests-from-slack/",
    evidence = "vector",
    algo = "sha256",
    header = "x-slack-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-slack-request-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event_id",
    event_type = ["/event/type", "/type"],
    payload = "/event",
    ack_within = "3s",
    handshake(when = "json:/type=url_verification", challenge = "json:/challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
