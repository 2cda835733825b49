//! `monday` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "monday",
    algo = "sha256",
    header = "x-monday-signature",
    handshake(challenge = "json:/challenge", answer = "{{\"challenge\":\"{challenge}\"}}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
