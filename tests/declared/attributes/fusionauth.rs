//! `fusionauth` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fusionauth",
    title = "FusionAuth",
    docs = "https://fusionauth.io/docs/extend/events-and-webhooks/signing",
    evidence = "docs",
    algo = "jwt-rs256",
    header = "x-fusionauth-signature-jwt",
    or(algo = "jwt-es256"),
    token(digest = "request_body_sha256=sha256-base64:body"),
    keys(id = "kid", form = "jwks"),
    id = "/event/id",
    event = "/event/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
