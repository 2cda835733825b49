//! `every-method` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "every-method",
    algo = "sha256",
    header = "x-signature",
    handshake((method = "HEAD"), (method = "GET", challenge = "query:challenge", answer = "{challenge}"), (method = "OPTIONS", challenge = "header:x-origin", header = "x-allowed")),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
