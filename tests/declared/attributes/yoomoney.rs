//! `yoomoney` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "yoomoney",
    display_name = "YooMoney",
    docs = "https://yoomoney.ru/docs/payment-buttons/using-api/notifications",
    evidence = "vector",
    algo = "hash-sha1",
    signature = "form:sha1_hash",
    message = "{form:notification_type}&{form:operation_id}&{form:amount}&{form:currency}&{form:datetime}&{form:sender}&{form:codepro}&{secret}&{form:label}",
    timestamp(form = "datetime", unit = "rfc3339", tolerance = "none"),
    id = "form:operation_id",
    event_type = "form:notification_type",
    weak = "a plain hash, with the secret in the middle of its message",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
