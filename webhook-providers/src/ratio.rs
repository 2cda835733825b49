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

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use webhook_core::value::{Decimal, Json, Timestamp};
use webhook_core::{Secret, open_enum};

use crate::payload::payloads;

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

payloads! { "camelCase":
    /// The body around `data`: whom the event is about. `userId` stands nowhere else.
    pub struct Envelope {
        user_id: String => "Ratio's id of the user.",
        id: String => "The unique id of this event.",
        event: EventKind => "Its name.",
    }

    /// A transaction (`ActivityItem` in the docs): money, or coins, or one for the other.
    pub struct Activity {
        id: Option<String> => "Ratio's id of the transaction.",
        create_time: Option<Timestamp> => "When it was made.",
        update_time: Option<Timestamp> => "When it last changed.",
        fiat: Option<Fiat> => "The side in money.",
        crypto: Option<Crypto> => "The side in coins.",
        metadata: Option<Json> => "Free form.",
    }

    /// The side of an [`Activity`] in money.
    pub struct Fiat {
        status: Option<ActivityStatus> => "How it stands.",
        currency: Option<Currency> => "The currency.",
        amount: Option<Decimal> => "How much, in major units.",
        direction: Option<Direction> => "Whether it comes or goes.",
        funding_method: Option<FundingMethod> => "How it was funded, if it was.",
        bank_account: Option<BankAccount> => "Where it was funded from, if it was.",
    }

    /// The side of an [`Activity`] in coins.
    pub struct Crypto {
        status: Option<ActivityStatus> => "How it stands.",
        currency: Option<Currency> => "The coin.",
        wallet: Option<Wallet> => "The wallet.",
        direction: Option<Direction> => "Whether it comes or goes.",
        amount: Option<Decimal> => "How much, in coins.",
        price: Option<Decimal> => "The price of one coin, in money.",
        fee: Option<Decimal> => "The fee, in money.",
        transaction_hash: Option<String> => "The transaction on the chain.",
    }

    /// A linked bank account.
    pub struct BankAccount {
        id: Option<String> => "Ratio's id of the account.",
        create_time: Option<Timestamp> => "When it was linked.",
        update_time: Option<Timestamp> => "When it last changed.",
        name: Option<String> => "Its name.",
        mask: Option<String> => "The last digits of its number.",
        link_status: Option<LinkStatus> => "Whether the link works.",
        verification_status: Option<VerificationStatus> => "Whether Ratio accepts it.",
    }

    /// A wallet. The newer glossary gives its type, older pages its network.
    pub struct Wallet {
        id: Option<String> => "Ratio's id of the wallet.",
        create_time: Option<Timestamp> => "When it was connected.",
        update_time: Option<Timestamp> => "When it last changed.",
        address: Option<String> => "Its address on the chain.",
        name: Option<String> => "Its name.",
        r#type: Option<String> => "For instance `EVM`.",
        network: Option<String> => "For instance `ETHEREUM`, `POLYGON`.",
    }

    /// The results of a user's checks (`Kyc` in the docs).
    pub struct KycChecks {
        create_time: Option<Timestamp> => "When they were begun.",
        update_time: Option<Timestamp> => "When they last changed.",
        address_result: Option<KycResult> => "The address.",
        dob_result: Option<KycResult> => "The date of birth.",
        fraud_result: Option<KycResult> => "The check for fraud.",
        idv_result: Option<KycResult> => "The identity documents.",
    }

    /// What `POST /v1/webhooks` takes ([registrations]), at most ten of them a client.
    ///
    /// ```
    /// use webhook_providers::ratio::{EventKind, WebhookRegistration};
    ///
    /// let request = WebhookRegistration::new(
    ///     "https://example.com/webhook",
    ///     [EventKind::ActivityUpdated, EventKind::KycUpdated],
    /// );
    /// assert_eq!(
    ///     serde_json::to_string(&request)?,
    ///     r#"{"url":"https://example.com/webhook","events":["ACTIVITY_UPDATED","KYC_UPDATED"]}"#,
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// [registrations]: https://developer.ratio.me/docs/api-reference/endpoints/webhook-registrations
    pub struct WebhookRegistration {
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String> => "A name for it, of 4 to 50 characters.",
        url: String => "Where events are sent.",
        events: Vec<EventKind> => "Which events are sent.",
    }
}

impl WebhookRegistration {
    /// A registration without a name.
    pub fn new(url: impl Into<String>, events: impl IntoIterator<Item = EventKind>) -> Self {
        Self { name: None, url: url.into(), events: events.into_iter().collect() }
    }

    /// Gives it a name, of 4 to 50 characters; Ratio refuses others.
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }
}

/// What `POST /v1/webhooks` answers: the only time that Ratio tells the secret.
///
/// The glossary calls the two times otherwise than the published example does: both are read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RegisteredWebhook {
    /// Ratio's id of the webhook.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Where events are sent: in the example, not in the glossary.
    pub url: Option<String>,
    /// Which events are sent.
    pub events: Vec<EventKind>,
    /// What its deliveries are signed with. It cannot be asked for again.
    pub secret: Secret,
    /// When it was registered, in the example.
    pub created_at: Option<Timestamp>,
    /// When it last changed, in the example.
    pub updated_at: Option<Timestamp>,
    /// When it was registered, in the glossary.
    pub create_time: Option<Timestamp>,
    /// When it last changed, in the glossary.
    pub update_time: Option<Timestamp>,
}

/// What changed about a user's KYC: see the [module](self) for the contradiction in the docs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Kyc {
    /// One word for all, as the page's text says.
    Result(KycResult),
    /// The object that the glossary calls `Kyc`, as the page's drawing suggests.
    Checks(KycChecks),
}

impl Serialize for Kyc {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Result(result) => result.serialize(serializer),
            Self::Checks(checks) => checks.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Kyc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KycVisitor)
    }
}

struct KycVisitor;

impl<'de> Visitor<'de> for KycVisitor {
    type Value = Kyc;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a KYC result, or an object of results")
    }

    fn visit_str<E: Error>(self, result: &str) -> Result<Kyc, E> {
        Ok(Kyc::Result(result.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Kyc, A::Error> {
        KycChecks::deserialize(MapAccessDeserializer::new(map)).map(Kyc::Checks)
    }
}

open_enum! {
    /// The names of the events, as registering takes them.
    pub enum EventKind {
        ActivityUpdated = "ACTIVITY_UPDATED",
        BankUpdated = "BANK_UPDATED",
        KycUpdated = "KYC_UPDATED",
    }

    /// How a side of an [`Activity`] stands.
    pub enum ActivityStatus {
        Pending = "PENDING",
        Completed = "COMPLETED",
        Failed = "FAILED",
    }

    /// A currency or coin; the pages differ on which there are.
    pub enum Currency {
        Usd = "USD",
        Eth = "ETH",
        UsdcEthereum = "USDC_ETHEREUM",
        UsdcPolygon = "USDC_POLYGON",
    }

    /// Whether money or coins come or go.
    pub enum Direction {
        Credit = "CREDIT",
        Debit = "DEBIT",
    }

    /// How a transaction was funded.
    pub enum FundingMethod {
        AchOriginatedStandard = "ACH_ORIGINATED_STANDARD",
        AchOriginatedInstant = "ACH_ORIGINATED_INSTANT",
        AchReceived = "ACH_RECEIVED",
    }

    /// Whether the link to a bank works.
    pub enum LinkStatus {
        Active = "ACTIVE",
        Inactive = "INACTIVE",
        /// The user has to log in at the bank again.
        LoginRequired = "LOGIN_REQUIRED",
    }

    /// Whether a bank account is accepted.
    pub enum VerificationStatus {
        Approved = "APPROVED",
        Declined = "DECLINED",
        InReview = "IN_REVIEW",
    }

    /// The result of a check.
    pub enum KycResult {
        Approved = "APPROVED",
        Declined = "DECLINED",
        InReview = "IN_REVIEW",
        NotStarted = "NOT_STARTED",
        Submitted = "SUBMITTED",
        Unknown = "UNKNOWN",
    }
}
