//! [Ratio](https://developer.ratio.me/docs/api-reference/webhooks): activity, bank accounts, KYC.
//!
//! **Signature.** Header `ratio-webhook-signature`: HMAC-SHA512 of `<timestamp>.<JSON>`, in hex,
//! under the secret that registering the webhook returned once, as text. The timestamp is the value
//! of the header `ratio-webhook-signature-timestamp`, letter by letter.
//!
//! **Envelope.** [`Envelope`] and `data`. Its `id` is the event's own: deliveries are told apart
//! by it.
//!
//! **What the sources leave open, and the choice made.**
//! - The timestamp's unit: seconds and milliseconds are both read. Its tolerance: five minutes.
//! - The sample hashes re-serialised JSON: the raw body is tried first, then its ECMAScript form.
//! - The page says that `KYC_UPDATED` carries a `KycResult`, a word, in a `data` that it draws as
//!   an object: [`Kyc`] reads both.
//! - The names of the events were `activity.updated`, `bank.updated` and `kyc.updated` until
//!   2022-12-20. Those are not read: an old registration reaches `Other`.
//! - Not documented: the acknowledgement, retries, timeout, addresses.
//!
//! **Outside vector.** None is published, and no delivery either. The types follow the [glossary]
//! and the [OpenAPI file of 2022-11-30][openapi]; both mark every field of a payload as not
//! required.
//!
//! ```
//! use webhook_providers::ratio::{Activity, Kyc, KycResult};
//!
//! let activity: Activity = serde_json::from_str(r#"{"id": "1", "fiat": {"amount": "10.50"}}"#)?;
//! let amount = activity.fiat.and_then(|fiat| fiat.amount);
//! assert_eq!(amount.and_then(|amount| amount.minor_units(2)), Some(1050));
//!
//! let kyc: Kyc = serde_json::from_str(r#""APPROVED""#)?;
//! assert_eq!(kyc, Kyc::Result(KycResult::Approved));
//! assert!(serde_json::from_str::<Kyc>("1").is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [glossary]: https://developer.ratio.me/docs/api-reference/types-glossary
//! [openapi]: https://github.com/ratio-me/developer-docs

mod payloads;
mod words;

pub use self::{
    payloads::{
        Activity, BankAccount, Crypto, Envelope, Fiat, Kyc, KycChecks, RegisteredWebhook, Wallet,
        WebhookRegistration,
    },
    words::{
        ActivityStatus, Currency, Direction, EventKind, FundingMethod, KycResult, LinkStatus,
        VerificationStatus,
    },
};

/// Ratio, as a sender: see the [module](self).
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ratio",
    display_name = "Ratio",
    docs = "https://developer.ratio.me/docs/api-reference/webhooks",
    evidence = "docs",
    algo = "sha512",
    header = "ratio-webhook-signature",
    message = "{timestamp}.{body}",
    body = "json",
    timestamp(header = "ratio-webhook-signature-timestamp", unit = "auto", tolerance = "5m"),
    id = "/id",
    event_type = "/event",
    payload = "/data",
    events = Event,
)]
pub struct Ratio;

#[doc(hidden)]
pub use Ratio as __Provider;

/// What Ratio tells.
#[derive(Debug, Clone, PartialEq, webhook_macros::WebhookEvent)]
#[event(crate = webhook_core, provider = Ratio)]
#[allow(clippy::large_enum_variant, reason = "an event is moved once, to its handler")]
#[non_exhaustive]
pub enum Event {
    /// A user's transactions changed, also those made outside of this client.
    #[event("ACTIVITY_UPDATED")]
    ActivityUpdated(Activity),
    /// A user's bank account or its authentication changed.
    #[event("BANK_UPDATED")]
    BankUpdated(BankAccount),
    /// A user's KYC status changed.
    #[event("KYC_UPDATED")]
    KycUpdated(Kyc),
    /// An event that this catalogue does not know (yet).
    #[event(other)]
    Other(webhook_core::RawEvent),
}
