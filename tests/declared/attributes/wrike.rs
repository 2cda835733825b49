//! `wrike` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "wrike",
    algo = "sha256",
    header = "x-hook-signature",
    handshake(challenge = "header:x-hook-secret", header = "x-hook-secret={proof}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
