//! `saleor` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "saleor",
    display_name = "Saleor",
    docs = "https://docs.saleor.io/developer/extending/webhooks/payload-signature",
    evidence = "sdk",
    algo = "jwt-rs256",
    header = "saleor-signature",
    jwt(content = "detached-raw"),
    public_keys(id = "kid", form = "jwks"),
    event_type = "header:saleor-event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
