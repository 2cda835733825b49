//! What the payloads hold.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use webhook_payload::{Json, Timestamp};

use super::words::{
    InvoiceStatus, PaymentType, PayoutStatus, PayoutType, RecipientType, RefundStatus,
    RefundableType, ReturnType, UsageType,
};

/// An invoice.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct Invoice {
    /// Ascend's id of the invoice.
    pub id: String,
    /// How it stands.
    pub status: InvoiceStatus,
    /// Its total, in cents.
    pub total_amount_cents: i64,
    /// Its number.
    pub invoice_number: Option<String>,
    /// What it is for.
    pub memo: Option<String>,
    /// Whom it is for: in the sample, not in the REST object.
    pub payee: Option<String>,
    /// Who pays it.
    pub payer_name: Option<String>,
    /// The id of the insured.
    pub insured_id: Option<String>,
    /// The id of the program.
    pub program_id: Option<String>,
    /// The id of the account manager.
    pub account_manager_id: Option<String>,
    /// The id of the instalment.
    pub installment_id: Option<String>,
    /// The id of the plan of instalments.
    pub installment_plan_id: Option<String>,
    /// The id of the single payment.
    pub one_time_payment_id: Option<String>,
    /// When it is due: a date.
    pub due_date: Option<Timestamp>,
    /// When it was issued.
    pub issued_at: Option<Timestamp>,
    /// When it was paid.
    pub paid_at: Option<Timestamp>,
    /// Where it can be read.
    pub invoice_url: Option<String>,
    /// Where it can be paid.
    pub checkout_url: Option<String>,
    /// What it consists of.
    pub invoice_items: Option<Vec<InvoiceItem>>,
    /// How it was paid.
    pub payment_method: Option<PaymentMethod>,
    /// Documents of the agent.
    pub agent_invoice_docs: Option<Vec<InvoiceDocument>>,
}

/// A part of an [`Invoice`]. The published sample's parts do not sum up to its total.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct InvoiceItem {
    /// Its id: in the sample, not in the REST object.
    pub id: Option<String>,
    /// What it is for.
    pub title: String,
    /// How much, in cents.
    pub amount_cents: i64,
    /// Only `pay_in_full` was seen.
    pub invoice_item_type: Option<String>,
}

/// A document that an agent attached to an [`Invoice`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct InvoiceDocument {
    /// Its title.
    pub title: Option<String>,
    /// Where it is.
    pub url: Option<String>,
}

/// How an [`Invoice`] was paid: one of the three, as `payment_type` tells.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct PaymentMethod {
    /// Its id.
    pub id: Option<String>,
    /// Its kind.
    pub payment_type: Option<PaymentType>,
    /// A card.
    pub card: Option<PaymentCard>,
    /// An account that was debited.
    pub ach_debit: Option<PaymentAccount>,
    /// An account that the transfer came from.
    pub ach_credit: Option<PaymentAccount>,
}

/// A card.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct PaymentCard {
    /// For instance `visa`.
    pub brand: Option<String>,
    /// The end of its number.
    pub last_four_digits: Option<Digits>,
}

/// A bank account.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct PaymentAccount {
    /// The bank.
    pub bank_name: Option<String>,
    /// The end of its number, for debits.
    pub last_four_digits: Option<Digits>,
}

/// A payout.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct Payout {
    /// Ascend's id of the payout.
    pub id: String,
    /// How it stands.
    pub status: PayoutStatus,
    /// What is paid out, in cents.
    pub net_payout_amount_cents: i64,
    /// The same before deductions, in cents.
    pub gross_payout_amount_cents: i64,
    /// ISO 4217 code.
    pub net_payout_amount_currency: Option<String>,
    /// ISO 4217 code.
    pub gross_payout_amount_currency: Option<String>,
    /// What it is paid for.
    pub payout_type: Option<PayoutType>,
    /// Where it goes.
    pub payable_account: Option<PayableAccount>,
    /// Whom it goes to.
    pub recipient: Option<Recipient>,
    /// Its reference.
    pub reference: Option<String>,
    /// The id of the invoice.
    pub invoice_id: Option<String>,
    /// The id of the program.
    pub program_id: Option<String>,
    /// The id of the quote.
    pub quote_id: Option<String>,
    /// The id of the instalment.
    pub installment_id: Option<String>,
    /// The id of the plan of instalments.
    pub installment_plan_id: Option<String>,
    /// Deprecated by Ascend.
    pub subscription_id: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was released.
    pub paying_at: Option<Timestamp>,
    /// When it arrived.
    pub paid_at: Option<Timestamp>,
    /// When it failed.
    pub failed_at: Option<Timestamp>,
}

/// Where a [`Payout`] goes.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct PayableAccount {
    /// Ascend's id of the account.
    pub id: Option<String>,
    /// The bank.
    pub bank_name: Option<String>,
    /// The owner.
    pub owner_name: Option<String>,
    /// What it is used for.
    pub usage_type: Option<UsageType>,
    /// The bank's routing number.
    pub routing_number: Option<Digits>,
    /// The end of its number.
    pub last_four_digits: Option<Digits>,
}

/// Whom a [`Payout`] goes to.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct Recipient {
    /// What they are.
    pub r#type: Option<RecipientType>,
}

/// A refund, after the REST object.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct Refund {
    /// Ascend's id of the refund.
    pub id: Option<String>,
    /// How it stands: `canceled` here where the event is `cancelled`.
    pub status: RefundStatus,
    /// How much, in cents.
    pub amount_cents: i64,
    /// The id of what is refunded.
    pub refundable_id: Option<String>,
    /// What is refunded.
    pub refundable_type: Option<RefundableType>,
    /// The id of the reason.
    pub return_id: Option<String>,
    /// The kind of the reason.
    pub return_type: Option<ReturnType>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it was paid.
    pub paid_at: Option<Timestamp>,
}

/// Digits that are no amount. The samples send them as text, the OpenAPI file says integer, which
/// loses leading zeros: `021000021` may come as `21000021`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Digits(Box<str>);

impl Digits {
    /// The digits, as they came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Digits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Digits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DigitsVisitor)
    }
}

struct DigitsVisitor;

impl Visitor<'_> for DigitsVisitor {
    type Value = Digits;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("digits, as a text or as a whole number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Digits, E> {
        Ok(Digits(text.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Digits, E> {
        Ok(Digits(number.to_string().into()))
    }
}

/// A resource that is a whole body, recognised by keys that only its kind has.
///
/// ```
/// use webhook_providers::ascend::BareResource;
///
/// let body = r#"{"id": "1", "status": "paid", "total_amount_cents": 600000}"#;
/// assert!(matches!(serde_json::from_str(body)?, BareResource::Invoice(_)));
/// let body = r#"{"id": "1", "kind": "loan"}"#;
/// assert!(matches!(serde_json::from_str(body)?, BareResource::Other(_)));
///
/// // What is recognised must be whole.
/// assert!(serde_json::from_str::<BareResource>(r#"{"total_amount_cents": 1}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BareResource {
    /// It has `invoice_number` or `total_amount_cents`.
    Invoice(Box<Invoice>),
    /// It has `payout_type`, `payable_account` or `net_payout_amount_cents`.
    Payout(Box<Payout>),
    /// It has `refundable_id`, `refundable_type` or `amount_cents`.
    Refund(Box<Refund>),
    /// It has none of these.
    Other(Json),
}

impl<'de> Deserialize<'de> for BareResource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The text is kept, and read twice: first its keys, then what they tell.
        let json = Json::deserialize(deserializer)?;
        let resource = match json.decode::<Telling>().unwrap_or(Telling::Nothing) {
            Telling::Invoice => json.decode().map(Self::Invoice),
            Telling::Payout => json.decode().map(Self::Payout),
            Telling::Refund => json.decode().map(Self::Refund),
            Telling::Nothing => Ok(Self::Other(json)),
        };
        resource.map_err(D::Error::custom)
    }
}

/// What the keys of an object tell about its kind: the first one that tells decides.
enum Telling {
    Invoice,
    Payout,
    Refund,
    Nothing,
}

impl<'de> Deserialize<'de> for Telling {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TellingVisitor)
    }
}

struct TellingVisitor;

impl<'de> Visitor<'de> for TellingVisitor {
    type Value = Telling;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Telling, A::Error> {
        let mut telling = Telling::Nothing;
        while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
            if matches!(telling, Telling::Nothing) {
                telling = match key.as_str() {
                    "invoice_number" | "total_amount_cents" => Telling::Invoice,
                    "payout_type" | "payable_account" | "net_payout_amount_cents" => {
                        Telling::Payout
                    }
                    "refundable_id" | "refundable_type" | "amount_cents" => Telling::Refund,
                    _ => Telling::Nothing,
                };
            }
        }
        Ok(telling)
    }
}
