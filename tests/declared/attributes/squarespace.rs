//! `squarespace` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "squarespace",
    display_name = "Squarespace",
    docs = "https://developers.squarespace.com/webhooks/verifying-notifications",
    evidence = "third-party",
    algo = "sha256",
    header = "squarespace-signature",
    secret_encoding = "hex",
    id = "/id",
    event_type = "/topic",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
