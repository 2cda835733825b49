//! `meta` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "meta",
    display_name = "Meta",
    docs = "https://developers.facebook.com/docs/graph-api/webhooks/getting-started",
    evidence = "third-party",
    algo = "sha256",
    header = "x-hub-signature-256",
    format = "sha256={signature}",
    event_type = "/object",
    handshake(method = "GET", when = "query:hub.mode=subscribe", challenge = "query:hub.challenge", verify_token = "query:hub.verify_token", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
