//! `smartsheet` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "smartsheet",
    display_name = "Smartsheet",
    docs = "https://smartsheet.redoc.ly/tag/webhooksDescription",
    evidence = "third-party",
    algo = "sha256",
    header = "smartsheet-hmac-sha256",
    handshake(challenge = "header:smartsheet-hook-challenge", header = "smartsheet-hook-response", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
