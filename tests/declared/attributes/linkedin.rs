//! `linkedin` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "linkedin",
    display_name = "LinkedIn",
    docs = "https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation",
    evidence = "third-party",
    algo = "sha256",
    header = "x-li-signature",
    message = "hmacsha256={body}",
    handshake(method = "GET", challenge = "query:challengeCode", answer = "{{\"challengeCode\":\"{challenge}\",\"challengeResponse\":\"{proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
