//! [Ascend](https://developers.useascend.com/docs/webhooks): invoices, payouts and refunds of
//! insurance.
//!
//! **Signature.** Header `X-Ascend-Signature: t=…,v1=…`: HMAC-SHA256 of `<timestamp>:<raw body>`,
//! in hex, under the key that Ascend hands out on request, as text. The timestamp stands in
//! `X-Ascend-Request-Timestamp`, and must be that of `t`.
//!
//! **Envelope.** `{"id", "type", "data"}`; in an older copy of the page
//! `{"event_id", "event_name", "payload"}`; in still older samples none: [`BareResource`].
//!
//! **Acknowledgement.** Exactly 200; anything else is sent again, up to ten times.
//!
//! **What the sources leave open, and the choice made.**
//! - The timestamp's unit: the example is of the size of Unix seconds. Its tolerance: five minutes.
//! - The sample compares the header as one text. Here parts are read in any order, as the comma
//!   suggests.
//! - A bare resource's `id` is the resource's, the same in each of its events. So an id only counts
//!   beside an event's name, and a bare body is told apart by its digest.
//! - The body of a refund's event is published nowhere: [`Refund`] follows the REST object.
//! - Not documented: when it is sent again, timeout, addresses.
//!
//! **Outside vector.** None is published. The types follow the [invoice][invoices] and
//! [payout pages][payouts], and [a copy of the OpenAPI file][openapi] for what may be null.
//! Amounts are whole cents, ids not always UUIDs.
//!
//! ```
//! use webhook_providers::ascend::{Invoice, InvoiceStatus};
//!
//! let data = r#"{"id": "684c8c8e", "status": "paid", "due_date": "2023-10-01",
//!     "memo": null, "total_amount_cents": 600000}"#;
//! let invoice: Invoice = serde_json::from_str(data)?;
//! assert_eq!(invoice.total_amount_cents, 600_000);
//! assert_eq!(invoice.status, InvoiceStatus::Paid);
//!
//! assert!(serde_json::from_str::<Invoice>(&data.replace("600000", "6000.5")).is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [invoices]: https://developers.useascend.com/docs/invoice-webhooks
//! [payouts]: https://developers.useascend.com/docs/payout-webhooks
//! [openapi]: https://github.com/api-evangelist/ascend

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use webhook_core::open_enum;
use webhook_core::value::{Json, Timestamp};

use crate::payload::payloads;

/// Ascend, as a sender: see the [module](self).
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ascend",
    display_name = "Ascend",
    docs = "https://developers.useascend.com/docs/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "X-Ascend-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}:{body}",
    timestamp(header = "X-Ascend-Request-Timestamp", unit = "seconds", tolerance = "5m"),
    id = ["/id", "/event_id", "{sha256:body}"],
    event_type = ["/type", "/event_name"],
    payload = ["/data", "/payload"],
    ack = 200,
    events = Event,
)]
pub struct Ascend;

#[doc(hidden)]
pub use Ascend as __Provider;

/// What Ascend tells. A subscriber may get only those that were agreed on.
#[derive(Debug, Clone, PartialEq, webhook_macros::WebhookEvent)]
#[event(crate = webhook_core, provider = Ascend)]
#[non_exhaustive]
pub enum Event {
    /// An invoice was made.
    #[event("invoice.created")]
    InvoiceCreated(Invoice),
    /// A payment is under way, for instance by ACH.
    #[event("invoice.processing_payment")]
    InvoiceProcessingPayment(Invoice),
    /// An invoice is paid, and the funds have arrived at Ascend.
    #[event("invoice.paid")]
    InvoicePaid(Invoice),
    /// An invoice was archived or cancelled.
    #[event("invoice.voided")]
    InvoiceVoided(Invoice),
    /// An invoice was not paid when it was due.
    #[event("invoice.marked_overdue")]
    InvoiceMarkedOverdue(Invoice),
    /// A payout was released.
    #[event("payout.paying")]
    PayoutPaying(Payout),
    /// A payout has arrived.
    #[event("payout.paid")]
    PayoutPaid(Payout),
    /// A payout is in review or on hold.
    #[event("payout.on_hold")]
    PayoutOnHold(Payout),
    /// A payout was cancelled.
    #[event("payout.canceled")]
    PayoutCanceled(Payout),
    /// A payout failed.
    #[event("payout.failed")]
    PayoutFailed(Payout),
    /// A refund was paid.
    #[event("refund.paid")]
    RefundPaid(Refund),
    /// A refund was cancelled: with two l, unlike a payout.
    #[event("refund.cancelled")]
    RefundCancelled(Refund),
    /// A resource without envelope and event name, as the oldest samples show it.
    #[event(unnamed)]
    Bare(BareResource),
    /// An event that this catalogue does not know (yet).
    #[event(other)]
    Other(webhook_core::RawEvent),
}

payloads! { "snake_case":
    /// An invoice.
    pub struct Invoice {
        id: String => "Ascend's id of the invoice.",
        status: InvoiceStatus => "How it stands.",
        total_amount_cents: i64 => "Its total, in cents.",
        invoice_number: Option<String> => "Its number.",
        memo: Option<String> => "What it is for.",
        payee: Option<String> => "Whom it is for: in the sample, not in the REST object.",
        payer_name: Option<String> => "Who pays it.",
        insured_id: Option<String> => "The id of the insured.",
        program_id: Option<String> => "The id of the program.",
        account_manager_id: Option<String> => "The id of the account manager.",
        installment_id: Option<String> => "The id of the instalment.",
        installment_plan_id: Option<String> => "The id of the plan of instalments.",
        one_time_payment_id: Option<String> => "The id of the single payment.",
        due_date: Option<Timestamp> => "When it is due: a date.",
        issued_at: Option<Timestamp> => "When it was issued.",
        paid_at: Option<Timestamp> => "When it was paid.",
        invoice_url: Option<String> => "Where it can be read.",
        checkout_url: Option<String> => "Where it can be paid.",
        invoice_items: Option<Vec<InvoiceItem>> => "What it consists of.",
        payment_method: Option<PaymentMethod> => "How it was paid.",
        agent_invoice_docs: Option<Vec<InvoiceDocument>> => "Documents of the agent.",
    }

    /// A part of an [`Invoice`]. The published sample's parts do not sum up to its total.
    pub struct InvoiceItem {
        id: Option<String> => "Its id: in the sample, not in the REST object.",
        title: String => "What it is for.",
        amount_cents: i64 => "How much, in cents.",
        invoice_item_type: Option<String> => "Only `pay_in_full` was seen.",
    }

    /// A document that an agent attached to an [`Invoice`].
    pub struct InvoiceDocument {
        title: Option<String> => "Its title.",
        url: Option<String> => "Where it is.",
    }

    /// How an [`Invoice`] was paid: one of the three, as `payment_type` tells.
    pub struct PaymentMethod {
        id: Option<String> => "Its id.",
        payment_type: Option<PaymentType> => "Its kind.",
        card: Option<PaymentCard> => "A card.",
        ach_debit: Option<PaymentAccount> => "An account that was debited.",
        ach_credit: Option<PaymentAccount> => "An account that the transfer came from.",
    }

    /// A card.
    pub struct PaymentCard {
        brand: Option<String> => "For instance `visa`.",
        last_four_digits: Option<Digits> => "The end of its number.",
    }

    /// A bank account.
    pub struct PaymentAccount {
        bank_name: Option<String> => "The bank.",
        last_four_digits: Option<Digits> => "The end of its number, for debits.",
    }

    /// A payout.
    pub struct Payout {
        id: String => "Ascend's id of the payout.",
        status: PayoutStatus => "How it stands.",
        net_payout_amount_cents: i64 => "What is paid out, in cents.",
        gross_payout_amount_cents: i64 => "The same before deductions, in cents.",
        net_payout_amount_currency: Option<String> => "ISO 4217 code.",
        gross_payout_amount_currency: Option<String> => "ISO 4217 code.",
        payout_type: Option<PayoutType> => "What it is paid for.",
        payable_account: Option<PayableAccount> => "Where it goes.",
        recipient: Option<Recipient> => "Whom it goes to.",
        reference: Option<String> => "Its reference.",
        invoice_id: Option<String> => "The id of the invoice.",
        program_id: Option<String> => "The id of the program.",
        quote_id: Option<String> => "The id of the quote.",
        installment_id: Option<String> => "The id of the instalment.",
        installment_plan_id: Option<String> => "The id of the plan of instalments.",
        subscription_id: Option<String> => "Deprecated by Ascend.",
        created_at: Option<Timestamp> => "When it was made.",
        updated_at: Option<Timestamp> => "When it last changed.",
        paying_at: Option<Timestamp> => "When it was released.",
        paid_at: Option<Timestamp> => "When it arrived.",
        failed_at: Option<Timestamp> => "When it failed.",
    }

    /// Where a [`Payout`] goes.
    pub struct PayableAccount {
        id: Option<String> => "Ascend's id of the account.",
        bank_name: Option<String> => "The bank.",
        owner_name: Option<String> => "The owner.",
        usage_type: Option<UsageType> => "What it is used for.",
        routing_number: Option<Digits> => "The bank's routing number.",
        last_four_digits: Option<Digits> => "The end of its number.",
    }

    /// Whom a [`Payout`] goes to.
    pub struct Recipient {
        r#type: Option<RecipientType> => "What they are.",
    }

    /// A refund, after the REST object.
    pub struct Refund {
        id: Option<String> => "Ascend's id of the refund.",
        status: RefundStatus => "How it stands: `canceled` here where the event is `cancelled`.",
        amount_cents: i64 => "How much, in cents.",
        refundable_id: Option<String> => "The id of what is refunded.",
        refundable_type: Option<RefundableType> => "What is refunded.",
        return_id: Option<String> => "The id of the reason.",
        return_type: Option<ReturnType> => "The kind of the reason.",
        created_at: Option<Timestamp> => "When it was made.",
        paid_at: Option<Timestamp> => "When it was paid.",
    }
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

open_enum! {
    /// How an [`Invoice`] stands. The events say `voided` and `marked_overdue` instead.
    pub enum InvoiceStatus {
        Draft = "draft",
        AwaitingPayment = "awaiting_payment",
        Overdue = "overdue",
        ProcessingPayment = "processing_payment",
        Paid = "paid",
        Void = "void",
    }

    /// How an invoice is paid.
    pub enum PaymentType {
        Card = "card",
        AchDebit = "ach_debit",
        AchCreditTransfer = "ach_credit_transfer",
        UsBankAccount = "us_bank_account",
        Check = "check",
    }

    /// How a [`Payout`] stands. There is no status for the events `on_hold` and `canceled`.
    pub enum PayoutStatus {
        Unpaid = "unpaid",
        Transferred = "transferred",
        Paying = "paying",
        Paid = "paid",
        Failed = "failed",
        Skipped = "skipped",
        Refunded = "refunded",
        PendingServicerPayment = "pending_servicer_payment",
    }

    /// What a payout is paid for.
    pub enum PayoutType {
        FullPremium = "full_premium",
        Commission = "commission",
        TakeRate = "take_rate",
        Supplier = "supplier",
    }

    /// What an account is used for.
    pub enum UsageType {
        TrustAccount = "trust_account",
        CommissionAccount = "commission_account",
        SupplierAccount = "supplier_account",
    }

    /// What the recipient of a payout is.
    pub enum RecipientType {
        Account = "account",
        Carrier = "carrier",
        Organization = "organization",
        Wholesaler = "wholesaler",
    }

    /// How a [`Refund`] stands.
    pub enum RefundStatus {
        Unpaid = "unpaid",
        Paying = "paying",
        Paid = "paid",
        Canceled = "canceled",
    }

    /// What is refunded.
    pub enum RefundableType {
        Billable = "Billable",
        Invoice = "Invoice",
        Program = "Program",
        InstallmentPlan = "InstallmentPlan",
        ReducingEndorsement = "ReducingEndorsement",
    }

    /// Why it is refunded.
    pub enum ReturnType {
        ReducingEndorsementReturn = "ReducingEndorsementReturn",
        BillableCancelation = "BillableCancelation",
    }
}
