//! `squarespace` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "squarespace",
    title = "Squarespace",
    docs = "https://developers.squarespace.com/webhooks/verifying-notifications",
    evidence = "third-party",
    algo = "sha256",
    header = "squarespace-signature",
    key = "hex",
    id = "/id",
    event = "/topic",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
