//! `constant-contact` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "constant-contact",
    display_name = "Constant Contact",
    docs = "https://v3.developer.constantcontact.com/api_guide/webhooks.html",
    evidence = "third-party",
    algo = "jwt-rs256",
    header = "x-ctct-webhook-sig",
    jwt(content = "detached-raw"),
    public_keys(url = "https://developer.constantcontact.com/.well-known/jwks.json", form = "jwks"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
