//! `pandadoc` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pandadoc",
    display_name = "PandaDoc",
    docs = "https://developers.pandadoc.com/docs/webhook-verification",
    evidence = "docs",
    algo = "sha256",
    signature = "query:signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
