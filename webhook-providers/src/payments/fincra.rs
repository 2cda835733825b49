//! [Fincra](https://docs.fincra.com/docs/webhooks): payouts, collections, virtual accounts, cards.
//!
//! **Signature.** Header `signature`: HMAC-SHA512 of the JSON of the payload, in hex, under the
//! webhook secret key of the merchant's dashboard, as text ([validating webhooks]). No timestamp is
//! signed and no delivery has an id: who records a delivery can send it again later. Deliveries are
//! told apart by the event and `chargeReference`, `reference` or `id`; reconcile by reference.
//!
//! **Envelope.** `{"event": …, "data": …}`. A few bodies hold more (`type`, `business`), and
//! terminal transactions have no envelope at all: [`AgencyTransaction`].
//!
//! **What the sources leave open, and the choice made.**
//! - The samples of the docs hash re-serialised JSON, each language another way, and a note asks
//!   for the payload "unmodified as received". The raw body is tried first, then its ECMAScript
//!   form.
//! - The payload is said to be "the event and data fields", yet published bodies hold more. The
//!   whole body is verified.
//! - Signing is stated for payouts, conversions, virtual accounts and collections. Here every
//!   delivery must be signed.
//! - Not documented: retries, timeout, addresses, the acknowledgement (the docs recommend 200).
//!
//! **Outside vector.** No digest is published. One is derived from the key and the payload that the
//! docs print side by side, with Node and with Python.
//!
//! **Types** follow the [webhook pages] and their samples, and [an export of them][export] where
//! a page is hidden; the bodies of the `card.*` and `cardholder.*` events are published nowhere,
//! and follow the REST objects with every field optional. A field is optional unless every
//! published body of its event has it. Money and rates are in major units, with the sender's
//! binary noise: see [`Decimal`](webhook_payload::Decimal).
//!
//! ```
//! use webhook_providers::fincra::{Payout, Status};
//!
//! let data = r#"{"id": 40614, "amountCharged": 350, "amountReceived": 200, "fee": 150, "rate": 1,
//!     "recipient": {"name": "A", "accountNumber": "1226742538", "type": "individual"},
//!     "paymentDestination": "bank_account", "sourceCurrency": "NGN", "destinationCurrency": "NGN",
//!     "status": "on_hold", "createdAt": "2024-02-27T09:33:35.000Z", "reason": "", "new": true,
//!     "updatedAt": "2024-02-27T09:33:36.000Z", "reference": "33aef44be6f7441a"}"#;
//! let payout: Payout = serde_json::from_str(data)?;
//! assert_eq!(payout.amount_received.minor_units(2), Some(20_000));
//! assert_eq!(payout.status, Status::Other("on_hold".into())); // new names are no error
//!
//! // Money that is missing is one.
//! assert!(serde_json::from_str::<Payout>(&data.replace("amountReceived", "amount")).is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [validating webhooks]: https://docs.fincra.com/docs/validating-webhook
//! [webhook pages]: https://docs.fincra.com/docs/payout-webhook
//! [export]: https://github.com/Taofiqqq/fincra-openapi-spec

mod cards;
mod payloads;
mod words;

pub use self::{
    cards::{Card, CardFunding, CardholderValidation, IssuingTransaction, Money},
    payloads::{
        AccountInformation, AgencyTransaction, Authorization, BankDetails, Charge, ChargeAccount,
        Collection, Conversion, Customer, Mandate, OtherInformation, Payout, Recipient,
        VirtualAccount,
    },
    words::{
        AccountStatus, AccountType, CardStatus, ChargeStatus, FundingStatus, FundingType,
        RecipientType, Status, Variance, Verification,
    },
};

/// Fincra, as a sender: see the [module](self).
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "fincra",
    display_name = "Fincra",
    docs = "https://docs.fincra.com/docs/validating-webhook",
    evidence = "docs",
    algo = "sha512",
    header = "signature",
    body = "json",
    id = [
        "{event_type}:{json:/data/chargeReference}",
        "{event_type}:{json:/data/reference}",
        "{event_type}:{json:/data/id}:{json:/data/updatedAt}",
        "{event_type}:{json:/data/id}",
        "{sha256:body}",
    ],
    event_type = "/event",
    payload = "/data",
    events = Event,
)]
pub struct Fincra;

#[doc(hidden)]
pub use Fincra as __Provider;

/// What Fincra tells: eighteen named events, and one body without a name.
#[derive(Debug, Clone, PartialEq, webhook_macros::WebhookEvent)]
#[event(crate = webhook_core, provider = Fincra)]
#[non_exhaustive]
pub enum Event {
    /// A transfer was completed.
    #[event("payout.successful")]
    PayoutSuccessful(Payout),
    /// A transfer was not completed.
    #[event("payout.failed")]
    PayoutFailed(Payout),
    /// Funds were received in a virtual account; not always as much as was expected.
    #[event("collection.successful")]
    CollectionSuccessful(Collection),
    /// A payment into a virtual account failed or was declined.
    #[event("collection.failed")]
    CollectionFailed(Collection),
    /// A currency conversion was done.
    #[event("conversion.successful")]
    ConversionSuccessful(Conversion),
    /// A currency conversion failed.
    #[event("conversion.failed")]
    ConversionFailed(Conversion),
    /// The request for a virtual account was approved.
    #[event("virtualaccount.approved")]
    VirtualAccountApproved(VirtualAccount),
    /// The bank details of an approved account are ready.
    #[event("virtualaccount.issued")]
    VirtualAccountIssued(VirtualAccount),
    /// The details of a virtual account changed.
    #[event("virtualaccount.changed")]
    VirtualAccountChanged(VirtualAccount),
    /// The request for a virtual account was declined.
    #[event("virtualaccount.declined")]
    VirtualAccountDeclined(VirtualAccount),
    /// A virtual account was closed.
    #[event("virtualaccount.closed")]
    VirtualAccountClosed(VirtualAccount),
    /// A checkout, payment link or direct charge was paid; not always as much as was expected.
    #[event("charge.successful")]
    ChargeSuccessful(Charge),
    /// A charge was not completed. No body is published; read like a successful one.
    #[event("charge.failed")]
    ChargeFailed(Charge),
    /// The account's owner approved a direct debit mandate.
    #[event("mandate.approved")]
    MandateApproved(Mandate),
    /// A transaction on a virtual card.
    #[event("issuing.transaction")]
    IssuingTransaction(IssuingTransaction),
    /// A pending card is ready.
    #[event("card.created")]
    CardCreated(Card),
    /// The check of a cardholder is finished; its result stands in the payload.
    #[event("cardholder.validation.completed")]
    CardholderValidationCompleted(CardholderValidation),
    /// The funding of a card is settled.
    #[event("card.funding.completed")]
    CardFundingCompleted(CardFunding),
    /// A terminal transaction: this body has no envelope and no event name.
    #[event(unnamed)]
    AgencyBanking(AgencyTransaction),
    /// An event that this catalogue does not know (yet).
    #[event(other)]
    Other(webhook_core::RawEvent),
}
