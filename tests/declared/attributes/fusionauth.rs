//! `fusionauth` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fusionauth",
    display_name = "FusionAuth",
    docs = "https://fusionauth.io/docs/extend/events-and-webhooks/signing",
    evidence = "docs",
    algo = "jwt-rs256",
    header = "x-fusionauth-signature-jwt",
    alternative(algo = "jwt-es256"),
    jwt(digest = "request_body_sha256=sha256-base64:body"),
    public_keys(id = "kid", form = "jwks"),
    id = "/event/id",
    event_type = "/event/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
