//! `qstash` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "qstash",
    display_name = "Upstash QStash",
    docs = "https://upstash.com/docs/qstash/howto/signature",
    evidence = "sdk",
    algo = "jwt-hs256",
    header = "upstash-signature",
    jwt(issuer = "Upstash", digest = "body=sha256-base64url:body"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
