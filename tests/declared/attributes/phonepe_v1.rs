//! `phonepe-v1` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "phonepe-v1",
    algo = "hash-sha256",
    header = "x-verify",
    format = "{signature}###{any}",
    message = "{json:/response}{secret}",
    weak = "the sender offers nothing better",
    unsigned = "the whole event is in the one field that is signed",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
