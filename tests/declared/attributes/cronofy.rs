//! `cronofy` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cronofy",
    display_name = "Cronofy",
    docs = "https://docs.cronofy.com/developers/push-notifications/authentication/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "cronofy-hmac-sha256",
    separator = ",",
    event_type = "/notification/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
