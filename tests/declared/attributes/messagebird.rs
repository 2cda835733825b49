//! `messagebird` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "messagebird",
    display_name = "MessageBird",
    docs = "https://developers.messagebird.com/api/#verifying-http-requests",
    evidence = "vector",
    algo = "jwt-hs256",
    header = "messagebird-signature-jwt",
    alternative((algo = "jwt-hs384"), (algo = "jwt-hs512")),
    jwt(issuer = "MessageBird", digest = ["url_hash=sha256:url", "payload_hash=sha256:body?"], leeway = "1s", expiry = "required"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
