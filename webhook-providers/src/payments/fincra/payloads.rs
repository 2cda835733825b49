//! What the payloads hold.

use serde::{Deserialize, Serialize};
use webhook_payload::{Decimal, Json, Timestamp};

use super::words::{AccountStatus, AccountType, ChargeStatus, RecipientType, Status, Variance};

/// A transfer out of the merchant's wallet.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Payout {
    /// Fincra's number of the payout.
    pub id: u64,
    /// What left the wallet, in the source currency.
    pub amount_charged: Decimal,
    /// What the recipient is paid, in the destination currency.
    pub amount_received: Decimal,
    /// Who is paid.
    pub recipient: Recipient,
    /// The fee, in the destination currency according to the field table.
    pub fee: Decimal,
    /// Destination currency per source currency.
    pub rate: Decimal,
    /// For instance `fps`, `sepa_instant`, `swift`; none for NGN.
    pub payment_scheme: Option<String>,
    /// `bank_account` or `mobile_money_wallet`.
    pub payment_destination: String,
    /// ISO 4217 code.
    pub source_currency: String,
    /// ISO 4217 code.
    pub destination_currency: String,
    /// How it stands.
    pub status: Status,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Fincra's reference.
    pub reference: String,
    /// The merchant's own reference, if one was given when the payout was made.
    pub customer_reference: Option<String>,
    /// Why it stands as it does, for humans.
    pub reason: String,
    /// The NIP session id, for NGN.
    pub trace_id: Option<String>,
    /// When the money was available to the recipient.
    pub valued_at: Option<Timestamp>,
}

/// Who receives a [`Payout`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Recipient {
    /// The name on the account.
    pub name: String,
    /// The account's number; a phone number for mobile money.
    pub account_number: String,
    /// A person or a company.
    pub r#type: RecipientType,
    /// Their address.
    pub email: Option<String>,
}

/// A payment into a virtual account ([pay-in webhook]). Compare
/// [`amount_received`](Self::amount_received) with what was asked for before acting on it.
///
/// [pay-in webhook]: https://docs.fincra.com/docs/payin-webhook
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Collection {
    /// The id of the merchant's business.
    pub business: String,
    /// The id of the account that was paid into.
    pub virtual_account: Option<String>,
    /// For instance `main`.
    pub virtual_account_type: Option<String>,
    /// The bank's id of the transfer.
    pub session_id: Option<String>,
    /// The name on the sending account.
    pub sender_account_name: Option<String>,
    /// The number of the sending account.
    pub sender_account_number: Option<String>,
    /// The sending bank. Newer bodies have `sender_bank_details` instead.
    pub sender_bank_name: Option<String>,
    /// The sending bank, since 2025.
    pub sender_bank_details: Option<BankDetails>,
    /// ISO 4217 code.
    pub source_currency: String,
    /// ISO 4217 code.
    pub destination_currency: String,
    /// What was sent, in the source currency.
    pub source_amount: Decimal,
    /// The same in the destination currency.
    pub destination_amount: Decimal,
    /// The narration of the transfer.
    pub description: Option<String>,
    /// What reaches the merchant, after the fee.
    pub amount_received: Option<Decimal>,
    /// The fee.
    pub fee: Decimal,
    /// The customer whose account it is.
    pub customer_name: String,
    /// `wallet`; empty on failure.
    pub settlement_destination: String,
    /// How it stands.
    pub status: Status,
    /// When the payment was begun.
    pub initiated_at: Timestamp,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Fincra's reference.
    pub reference: String,
    /// The merchant's reference.
    pub merchant_reference: Option<String>,
    /// Why it failed.
    pub reason: Option<String>,
    /// The payment scheme. See also [`payment_schemme`](Self::payment_schemme).
    pub payment_scheme: Option<String>,
    /// The payment scheme, as one published body misspells the key.
    pub payment_schemme: Option<String>,
    /// What was expected; seen where another amount was received.
    pub amount_expected: Option<Decimal>,
    /// How the received amount differs, if it does.
    pub variance_type: Option<Variance>,
    /// What the merchant should do about that.
    pub action_required: Option<String>,
    /// For instance `INCORRECT_AMOUNT`.
    pub message: Option<String>,
}

/// A sending bank.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct BankDetails {
    /// Its name.
    pub bank_name: Option<String>,
    /// Its local code.
    pub bank_code: Option<String>,
    /// Its SWIFT code.
    pub swift_code: Option<String>,
    /// Its BIC.
    pub bic: Option<String>,
}

/// A currency conversion ([page](https://docs.fincra.com/docs/conversions-webhook)).
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Conversion {
    /// Another id, in the body of a failure.
    #[serde(rename = "_id")]
    pub inner_id: Option<String>,
    /// Fincra's number of the conversion, in the body of a failure.
    pub id: Option<u64>,
    /// The id of the merchant's business.
    pub business: String,
    /// What was taken, in the source currency.
    pub amount_charged: Decimal,
    /// What was credited, in the destination currency.
    pub amount_received: Decimal,
    /// The fee.
    pub fee: Decimal,
    /// ISO 4217 code.
    pub source_currency: String,
    /// ISO 4217 code.
    pub destination_currency: String,
    /// Destination currency per source currency.
    pub rate: Decimal,
    /// The inverse of the rate, in the body of a failure.
    pub price: Option<Decimal>,
    /// Only seen as null.
    pub settlement: Option<Json>,
    /// How it stands.
    pub status: Status,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// When it was settled: in the field table, in no sample.
    pub settled_at: Option<Timestamp>,
    /// Fincra's reference.
    pub reference: String,
}

/// A virtual account ([page](https://docs.fincra.com/docs/virtual-account-webhook)).
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VirtualAccount {
    /// Fincra's id of the account (`_id` in its API).
    pub id: String,
    /// The id of the merchant's business.
    pub business: String,
    /// Whether it belongs to a sub-account.
    pub is_sub_account: bool,
    /// ISO 4217 code.
    pub currency: String,
    /// For instance `fiat`.
    pub currency_type: String,
    /// How it stands.
    pub status: AccountStatus,
    /// The holder's address.
    pub email: Option<String>,
    /// Whose it is.
    pub account_type: AccountType,
    /// The bank details; absent when declined, and possibly empty when just approved.
    pub account_information: Option<AccountInformation>,
    /// Why it was declined or closed.
    pub reason: Option<String>,
    /// The fee for opening it.
    pub account_opening_fee: Decimal,
    /// Whether it outlives one payment.
    pub is_permanent: Option<bool>,
    /// `main` or `additional`.
    pub virtual_account_type: String,
    /// When it was requested.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// The bank details of a [`VirtualAccount`]. Fincra sends some as empty texts.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AccountInformation {
    /// The number of the account, or its IBAN.
    pub account_number: Option<String>,
    /// The name on it.
    pub account_name: Option<String>,
    /// The bank's name.
    pub bank_name: Option<String>,
    /// The bank's local code.
    pub bank_code: Option<String>,
    /// The bank's address.
    pub bank_address: Option<String>,
    /// ISO 3166 code of the country.
    pub country_code: Option<String>,
    /// The holder's address.
    pub email: Option<String>,
    /// Whether payments arrive at once.
    pub is_instant: Option<bool>,
    /// What a payer must name.
    pub reference: Option<String>,
    /// The bank's SWIFT code.
    pub swift_code: Option<String>,
    /// The key of a RIB, in the CFA franc zone.
    pub rib_key: Option<String>,
    /// The number of a RIB, in the CFA franc zone.
    pub rib_number: Option<String>,
    /// What depends on the currency.
    pub other_info: Option<OtherInformation>,
}

/// Further bank details. Fincra sends some as empty texts.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OtherInformation {
    /// The IBAN.
    pub iban: Option<String>,
    /// The local number of the account.
    pub account_number: Option<String>,
    /// The check digits.
    pub check_number: Option<String>,
    /// The sort code.
    pub sort_code: Option<String>,
    /// The bank's SWIFT code.
    pub bank_swift_code: Option<String>,
    /// The bank's or the holder's address.
    pub address: Option<String>,
    /// The scheme that reaches it: `ACH`, `SEPA`.
    pub addressable_in: Option<String>,
    /// What a payer must name.
    pub memo: Option<String>,
    /// The bank's address.
    pub bank_address: Option<String>,
}

/// A checkout, payment link or direct charge, in every shape that was published: the newer
/// ones with an id and references, and the legacy redirect with `business_id` to `updated_at`
/// instead.
///
/// Compare [`amount_received`](Self::amount_received) with
/// [`amount_expected`](Self::amount_expected) before handing anything over.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Charge {
    /// Fincra's number of the charge.
    pub id: Option<u64>,
    /// Fincra's reference of the charge: `fcr-bt-…` for transfers, `fcr-op-…` for `OPay`.
    pub charge_reference: Option<String>,
    /// The reference of the payment; for direct charges the merchant's.
    pub reference: Option<String>,
    /// What was to be paid.
    pub amount: Decimal,
    /// What was expected.
    pub amount_expected: Option<Decimal>,
    /// What was paid.
    pub amount_received: Option<Decimal>,
    /// What reaches the merchant.
    pub amount_to_settle: Option<Decimal>,
    /// How the paid amount differs, if it does.
    pub variance_type: Option<Variance>,
    /// ISO 4217 code.
    pub currency: String,
    /// The fee, including taxes.
    pub fee: Decimal,
    /// The value added tax in the fee.
    pub vat: Option<Decimal>,
    /// Nigeria's levy on transfers.
    pub electronic_money_transfer_levy: Option<Decimal>,
    /// What happened, for humans, or a code such as `INCORRECT_AMOUNT`.
    pub message: Option<String>,
    /// What the merchant should do.
    pub action_required: Option<String>,
    /// How it stands.
    pub status: ChargeStatus,
    /// What it is for.
    pub description: Option<String>,
    /// How it was paid: `bank_transfer`, `card`, `opay`, `palmpay`.
    pub r#type: Option<String>,
    /// `NONE`, `OTP` or `REDIRECT`.
    #[serde(rename = "auth_model")]
    pub auth_model: Option<String>,
    /// How the payer authorises it.
    pub authorization: Option<Authorization>,
    /// Who pays.
    pub customer: Customer,
    /// What the merchant attached: free form.
    pub metadata: Option<Json>,
    /// `wallet` or a bank account.
    pub settlement_destination: Option<String>,
    /// `instant`, `next_day`, `t+3`, `end_of_week`.
    pub settlement_time: Option<String>,
    /// The account that was paid into, for transfers.
    pub virtual_account: Option<ChargeAccount>,
    /// Legacy: the id of the merchant's business.
    pub business_id: Option<String>,
    /// Legacy: how it was paid.
    pub method: Option<String>,
    /// Legacy: the reference of the payment.
    pub payment_reference: Option<String>,
    /// Legacy: Fincra's unique reference of the transaction.
    pub transaction_reference: Option<String>,
    /// Legacy: the merchant's reference.
    pub merchant_reference: Option<String>,
    /// Legacy: who pays the fee, `business` or `customer`.
    pub fee_bearer: Option<String>,
    /// Legacy: when it was made.
    pub created_at: Option<Timestamp>,
    /// Legacy: when it last changed.
    pub updated_at: Option<Timestamp>,
}

/// How a [`Charge`] is authorised.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Authorization {
    /// `NONE`, `OTP`, `REDIRECT`.
    pub mode: Option<String>,
    /// Where the payer is sent.
    pub redirect: Option<String>,
    /// Only seen as null.
    pub metadata: Option<Json>,
    /// Not documented.
    pub with_callback: Option<bool>,
}

/// Who pays a [`Charge`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Customer {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: Option<String>,
    /// Their phone number.
    pub phone_number: Option<String>,
}

/// The temporary account that a [`Charge`] was paid into, and who paid.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChargeAccount {
    /// The account's id.
    pub id: Option<String>,
    /// The id of the merchant's business.
    pub business: Option<String>,
    /// The name of the account's bank.
    pub bank_name: Option<String>,
    /// The code of the account's bank.
    pub bank_code: Option<String>,
    /// The name on the account.
    pub account_name: Option<String>,
    /// The number of the account.
    pub account_number: Option<String>,
    /// The bank's id of the transfer.
    pub session_id: Option<String>,
    /// The provider of the account.
    pub channel_name: Option<String>,
    /// The number of the account that paid.
    pub payer_account_number: Option<String>,
    /// The name on the account that paid.
    pub payer_account_name: Option<String>,
    /// The name of the bank that paid.
    pub payer_bank_name: Option<String>,
    /// The code of the bank that paid.
    pub payer_bank_code: Option<String>,
    /// Until when the account can be paid into.
    pub expires_at: Option<Timestamp>,
}

/// A direct debit mandate. The page calls the event `mandate.successful`, its body
/// `mandate.approved`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Mandate {
    /// What may be debited.
    pub amount: Decimal,
    /// What it is for.
    pub description: String,
    /// What the bank answered.
    pub response_description: String,
    /// From when on it may be debited.
    pub start_date: Timestamp,
    /// Until when it may be debited.
    pub end_date: Timestamp,
    /// Only `approved` was seen.
    pub status: String,
    /// Fincra's reference.
    pub reference: String,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A transaction on a terminal of agency banking: the whole body, from a hidden page.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct AgencyTransaction {
    /// The terminal's id.
    pub terminal_id: String,
    /// The transaction's id.
    pub transaction_id: String,
    /// Fincra's reference.
    pub reference: String,
    /// What was paid.
    pub amount: Decimal,
    /// How it stands.
    pub status: Status,
    /// What is left of it after the fee.
    pub net_amount: Option<Decimal>,
    /// The fee.
    pub fee: Option<Decimal>,
    /// The card's number, masked.
    pub pan: Option<String>,
    /// The card scheme's retrieval reference number.
    pub rrn: Option<String>,
    /// The terminal's trace number.
    pub stan: Option<String>,
    /// The terminal's serial number.
    pub serial_number: Option<String>,
    /// What is known of the customer.
    pub customer_info: Option<String>,
    /// The switch's answer: `00` is success.
    pub status_code: Option<String>,
    /// What happened, for humans.
    pub description: Option<String>,
    /// The id of the merchant's business.
    pub business_id: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
}
