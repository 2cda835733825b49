//! `saleor` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "saleor",
    title = "Saleor",
    docs = "https://docs.saleor.io/developer/extending/webhooks/payload-signature",
    evidence = "sdk",
    algo = "jwt-rs256",
    header = "saleor-signature",
    token(content = "detached-raw"),
    keys(id = "kid", form = "jwks"),
    event = "header:saleor-event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
