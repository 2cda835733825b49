//! `asana` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "asana",
    algo = "sha256",
    header = "x-hook-signature",
    handshake(challenge = "header:x-hook-secret", header = "x-hook-secret", status = 204, unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
