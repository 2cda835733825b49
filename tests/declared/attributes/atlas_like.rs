//! `atlas-like` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "atlas-like",
    algo = "sha256",
    header = "x-signature",
    message = "{method} {path}?{query:sorted} {query:tenant}\n{sha512-base64:body}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
