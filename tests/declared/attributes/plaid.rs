//! `plaid` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "plaid",
    display_name = "Plaid",
    docs = "https://plaid.com/docs/api/webhooks/webhook-verification/",
    evidence = "third-party",
    algo = "jwt-es256",
    header = "plaid-verification",
    jwt(digest = "request_body_sha256=sha256:body", max_age = "5m"),
    public_keys(id = "kid", form = "jwk:/key"),
    event_type = "{json:/webhook_type}.{json:/webhook_code}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
