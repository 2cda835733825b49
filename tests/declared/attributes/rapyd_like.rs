//! `rapyd-like` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "rapyd-like",
    algo = "sha256",
    encoding = "base64-of-hex",
    header = "signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
