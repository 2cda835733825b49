//! `paymob` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "paymob",
    algo = "sha512",
    signature = "query:hmac",
    message = "{json:/obj/amount_cents}{json:/obj/created_at}{json:/obj/success}{json:/obj/note?}",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
