//! `liqpay` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "liqpay",
    algo = "hash-sha1",
    encoding = "base64",
    signature = "form:signature",
    message = "{secret}{form:data}{secret}",
    weak = "the sender offers nothing better",
    unsigned = "the whole event is in the one field that is signed",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
