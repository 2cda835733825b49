//! `websub` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "websub",
    algo = "sha256",
    header = "x-hub-signature",
    format = "sha256={signature}",
    handshake((method = "GET", when = "query:hub.mode=subscribe", challenge = "query:hub.challenge", verify_token = "query:hub.topic", answer = "{challenge}", refusal = 404), (method = "GET", when = "query:hub.mode=unsubscribe", challenge = "query:hub.challenge", verify_token = "query:hub.topic", answer = "{challenge}", refusal = 404)),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
