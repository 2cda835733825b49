//! [YooMoney](https://yoomoney.ru/docs/payment-buttons/using-api/notifications): transfers to a
//! wallet.
//!
//! **Signature.** Field `sha1_hash` of the form: SHA-1 of
//! `{form:notification_type}&{form:operation_id}&{form:amount}&{form:currency}&{form:datetime}&{form:sender}&{form:codepro}&{secret}&{form:label}`,
//! in hex.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`).
//!
//! **What the sources leave open, and the choice made.**
//! - `datetime` is when the transfer was made, and a notification is repeated for an hour: it is
//!   not compared with the clock.
//! - Newer documentation replaces `sha1_hash` by `sign`, an HMAC over sorted parameters: it is
//!   not this.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "yoomoney",
    display_name = "YooMoney",
    docs = "https://yoomoney.ru/docs/payment-buttons/using-api/notifications",
    evidence = "vector",
    algo = "hash-sha1",
    weak = "a plain hash, with the secret in the middle of its message",
    signature = "form:sha1_hash",
    message = "{form:notification_type}&{form:operation_id}&{form:amount}&{form:currency}&{form:datetime}&{form:sender}&{form:codepro}&{secret}&{form:label}",
    timestamp(form = "datetime", unit = "rfc3339", tolerance = "none"),
    id = "form:operation_id",
    event_type = "form:notification_type",
    unsigned = "the sender signs these fields only",
)]
pub struct YooMoney;

#[doc(hidden)]
pub use YooMoney as __Provider;
