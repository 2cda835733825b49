//! `sha512-like` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sha512-like",
    algo = "hash-sha512",
    header = "x-sign",
    message = "{body}{secret}",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
