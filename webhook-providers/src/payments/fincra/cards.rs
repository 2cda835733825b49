//! What the payloads of cards hold.

use serde::{Deserialize, Serialize};
use webhook_payload::{Decimal, Timestamp};

use super::words::{CardStatus, FundingStatus, FundingType, Verification};

/// A transaction on a virtual card: from an old, hidden page; no sample is kept here.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IssuingTransaction {
    /// How much, in `currency`.
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: String,
    /// The card's id.
    pub card_id: String,
    /// Only `credit` was seen.
    pub r#type: String,
    /// What it is for.
    pub description: String,
    /// How it stands.
    pub status: String,
    /// Its reference.
    pub reference: Option<String>,
}

/// A virtual card. Its event's body is unpublished: these are the fields of the REST object.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Card {
    /// Its id, `card_…`.
    pub id: Option<String>,
    /// How it stands.
    pub status: Option<CardStatus>,
    /// The last four digits of its number.
    pub last4: Option<String>,
    /// Its number, masked.
    pub pan_masked: Option<String>,
    /// The month of its expiry, `02`.
    pub expiry_month: Option<String>,
    /// The year of its expiry, `2029`.
    pub expiry_year: Option<String>,
    /// For instance `mastercard`.
    pub scheme: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// For instance `virtual_debit_card`.
    pub card_type: Option<String>,
    /// The id of its product.
    pub card_product_id: Option<String>,
    /// The id of its holder.
    pub cardholder_id: Option<String>,
    /// The merchant's reference.
    pub reference: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Whether it is frozen.
    pub is_frozen: Option<bool>,
    /// Why it is frozen.
    pub freeze_reason: Option<String>,
}

/// Money put on a card. Its event's body is unpublished: these are the fields of the REST
/// object.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CardFunding {
    /// Its id, `txn_…`.
    pub id: Option<String>,
    /// The card's id.
    pub card_id: Option<String>,
    /// What moved the money.
    pub r#type: Option<FundingType>,
    /// How it stands.
    pub status: Option<FundingStatus>,
    /// `credit` or `debit`.
    pub direction: Option<String>,
    /// What reached the card.
    pub settlement_amount: Option<Money>,
    /// The fee.
    pub fee_amount: Option<Money>,
    /// The merchant's reference.
    pub reference: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
}

/// An amount and its currency.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Money {
    /// How much. Whether in major or minor units is not documented.
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: String,
}

/// A cardholder who was checked. Its event's body is unpublished: these are the fields of the
/// REST object.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CardholderValidation {
    /// The cardholder's id.
    pub id: Option<String>,
    /// The result.
    pub verification_status: Option<Verification>,
    /// `onboarding`, `active`, `paused` or `offboarded`.
    pub status: Option<String>,
}
