//! `pandadoc` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pandadoc",
    algo = "sha256",
    signature = "query:signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
