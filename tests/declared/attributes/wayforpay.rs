//! `wayforpay` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "wayforpay",
    algo = "md5",
    signature = "json:/merchantSignature",
    message = "{json:/merchantAccount};{json:/orderReference};{json:/amount}",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
