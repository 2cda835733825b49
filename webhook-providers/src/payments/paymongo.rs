//! [PayMongo](https://developers.paymongo.com/docs/securing-webhook): payments in the
//! Philippines.
//!
//! **Signature.** Header `Paymongo-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},te={any},li={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.
//! - `li` is the signature of live mode, `te` that of test mode: this declaration reads the
//!   former. Declare a provider of your own with `format =
//!   "t={timestamp},te={signature},li={any}"` for tests.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paymongo",
    display_name = "PayMongo",
    docs = "https://developers.paymongo.com/docs/securing-webhook",
    evidence = "docs",
    algo = "sha256",
    header = "Paymongo-Signature",
    format = "t={timestamp},te={any},li={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event_type = "/data/attributes/type",
    payload = "/data/attributes/data",
)]
pub struct PayMongo;

#[doc(hidden)]
pub use PayMongo as __Provider;
