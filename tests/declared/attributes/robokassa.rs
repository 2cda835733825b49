//! `robokassa` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "robokassa",
    algo = "hash-md5",
    encoding = "hex-upper",
    signature = "form:SignatureValue",
    message = "{form:OutSum}:{form:InvId}:{secret}",
    ack = 200,
    ack_body = "OK{form:InvId}",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
