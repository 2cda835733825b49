//! What the payloads hold.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use webhook_core::Secret;
use webhook_payload::{Decimal, Json, Timestamp};

use super::words::{
    ActivityStatus, Currency, Direction, EventKind, FundingMethod, KycResult, LinkStatus,
    VerificationStatus,
};

/// The body around `data`: whom the event is about. `userId` stands nowhere else.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Envelope {
    /// Ratio's id of the user.
    pub user_id: String,
    /// The unique id of this event.
    pub id: String,
    /// Its name.
    pub event: EventKind,
}

/// A transaction (`ActivityItem` in the docs): money, or coins, or one for the other.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Activity {
    /// Ratio's id of the transaction.
    pub id: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// When it last changed.
    pub update_time: Option<Timestamp>,
    /// The side in money.
    pub fiat: Option<Fiat>,
    /// The side in coins.
    pub crypto: Option<Crypto>,
    /// Free form.
    pub metadata: Option<Json>,
}

/// The side of an [`Activity`] in money.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Fiat {
    /// How it stands.
    pub status: Option<ActivityStatus>,
    /// The currency.
    pub currency: Option<Currency>,
    /// How much, in major units.
    pub amount: Option<Decimal>,
    /// Whether it comes or goes.
    pub direction: Option<Direction>,
    /// How it was funded, if it was.
    pub funding_method: Option<FundingMethod>,
    /// Where it was funded from, if it was.
    pub bank_account: Option<BankAccount>,
}

/// The side of an [`Activity`] in coins.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Crypto {
    /// How it stands.
    pub status: Option<ActivityStatus>,
    /// The coin.
    pub currency: Option<Currency>,
    /// The wallet.
    pub wallet: Option<Wallet>,
    /// Whether it comes or goes.
    pub direction: Option<Direction>,
    /// How much, in coins.
    pub amount: Option<Decimal>,
    /// The price of one coin, in money.
    pub price: Option<Decimal>,
    /// The fee, in money.
    pub fee: Option<Decimal>,
    /// The transaction on the chain.
    pub transaction_hash: Option<String>,
}

/// A linked bank account.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BankAccount {
    /// Ratio's id of the account.
    pub id: Option<String>,
    /// When it was linked.
    pub create_time: Option<Timestamp>,
    /// When it last changed.
    pub update_time: Option<Timestamp>,
    /// Its name.
    pub name: Option<String>,
    /// The last digits of its number.
    pub mask: Option<String>,
    /// Whether the link works.
    pub link_status: Option<LinkStatus>,
    /// Whether Ratio accepts it.
    pub verification_status: Option<VerificationStatus>,
}

/// A wallet. The newer glossary gives its type, older pages its network.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Wallet {
    /// Ratio's id of the wallet.
    pub id: Option<String>,
    /// When it was connected.
    pub create_time: Option<Timestamp>,
    /// When it last changed.
    pub update_time: Option<Timestamp>,
    /// Its address on the chain.
    pub address: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// For instance `EVM`.
    pub r#type: Option<String>,
    /// For instance `ETHEREUM`, `POLYGON`.
    pub network: Option<String>,
}

/// The results of a user's checks (`Kyc` in the docs).
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct KycChecks {
    /// When they were begun.
    pub create_time: Option<Timestamp>,
    /// When they last changed.
    pub update_time: Option<Timestamp>,
    /// The address.
    pub address_result: Option<KycResult>,
    /// The date of birth.
    pub dob_result: Option<KycResult>,
    /// The check for fraud.
    pub fraud_result: Option<KycResult>,
    /// The identity documents.
    pub idv_result: Option<KycResult>,
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WebhookRegistration {
    /// A name for it, of 4 to 50 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where events are sent.
    pub url: String,
    /// Which events are sent.
    pub events: Vec<EventKind>,
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

/// What changed about a user's KYC: see the [module](super) for the contradiction in the docs.
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
