//! `fireblocks` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fireblocks",
    algo = "rsa-sha512",
    encoding = "base64",
    header = "fireblocks-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
