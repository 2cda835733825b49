//! `digest-header` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "digest-header",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-content-digest} {path}",
    digest = "sha256-base64:header:x-content-digest",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
