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

mod payloads;
mod words;

pub use self::{
    payloads::{
        BareResource, Digits, Invoice, InvoiceDocument, InvoiceItem, PayableAccount,
        PaymentAccount, PaymentCard, PaymentMethod, Payout, Recipient, Refund,
    },
    words::{
        InvoiceStatus, PaymentType, PayoutStatus, PayoutType, RecipientType, RefundStatus,
        RefundableType, ReturnType, UsageType,
    },
};

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
