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
//! binary noise: see [`Decimal`].
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

use webhook_core::open_enum;
use webhook_core::value::{Decimal, Json, Timestamp};

use crate::payload::payloads;

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

payloads! { "camelCase":
    /// A transfer out of the merchant's wallet.
    pub struct Payout {
        id: u64 => "Fincra's number of the payout.",
        amount_charged: Decimal => "What left the wallet, in the source currency.",
        amount_received: Decimal => "What the recipient is paid, in the destination currency.",
        recipient: Recipient => "Who is paid.",
        fee: Decimal => "The fee, in the destination currency according to the field table.",
        rate: Decimal => "Destination currency per source currency.",
        payment_scheme: Option<String> =>
            "For instance `fps`, `sepa_instant`, `swift`; none for NGN.",
        payment_destination: String => "`bank_account` or `mobile_money_wallet`.",
        source_currency: String => "ISO 4217 code.",
        destination_currency: String => "ISO 4217 code.",
        status: Status => "How it stands.",
        created_at: Timestamp => "When it was made.",
        updated_at: Timestamp => "When it last changed.",
        reference: String => "Fincra's reference.",
        customer_reference: Option<String> =>
            "The merchant's own reference, if one was given when the payout was made.",
        reason: String => "Why it stands as it does, for humans.",
        trace_id: Option<String> => "The NIP session id, for NGN.",
        valued_at: Option<Timestamp> => "When the money was available to the recipient.",
    }

    /// Who receives a [`Payout`].
    pub struct Recipient {
        name: String => "The name on the account.",
        account_number: String => "The account's number; a phone number for mobile money.",
        r#type: RecipientType => "A person or a company.",
        email: Option<String> => "Their address.",
    }

    /// A payment into a virtual account ([pay-in webhook]). Compare
    /// [`amount_received`](Self::amount_received) with what was asked for before acting on it.
    ///
    /// [pay-in webhook]: https://docs.fincra.com/docs/payin-webhook
    pub struct Collection {
        business: String => "The id of the merchant's business.",
        virtual_account: Option<String> => "The id of the account that was paid into.",
        virtual_account_type: Option<String> => "For instance `main`.",
        session_id: Option<String> => "The bank's id of the transfer.",
        sender_account_name: Option<String> => "The name on the sending account.",
        sender_account_number: Option<String> => "The number of the sending account.",
        sender_bank_name: Option<String> =>
            "The sending bank. Newer bodies have `sender_bank_details` instead.",
        sender_bank_details: Option<BankDetails> => "The sending bank, since 2025.",
        source_currency: String => "ISO 4217 code.",
        destination_currency: String => "ISO 4217 code.",
        source_amount: Decimal => "What was sent, in the source currency.",
        destination_amount: Decimal => "The same in the destination currency.",
        description: Option<String> => "The narration of the transfer.",
        amount_received: Option<Decimal> => "What reaches the merchant, after the fee.",
        fee: Decimal => "The fee.",
        customer_name: String => "The customer whose account it is.",
        settlement_destination: String => "`wallet`; empty on failure.",
        status: Status => "How it stands.",
        initiated_at: Timestamp => "When the payment was begun.",
        created_at: Timestamp => "When it was recorded.",
        updated_at: Timestamp => "When it last changed.",
        reference: String => "Fincra's reference.",
        merchant_reference: Option<String> => "The merchant's reference.",
        reason: Option<String> => "Why it failed.",
        payment_scheme: Option<String> =>
            "The payment scheme. See also [`payment_schemme`](Self::payment_schemme).",
        payment_schemme: Option<String> =>
            "The payment scheme, as one published body misspells the key.",
        amount_expected: Option<Decimal> =>
            "What was expected; seen where another amount was received.",
        variance_type: Option<Variance> => "How the received amount differs, if it does.",
        action_required: Option<String> => "What the merchant should do about that.",
        message: Option<String> => "For instance `INCORRECT_AMOUNT`.",
    }

    /// A sending bank.
    pub struct BankDetails {
        bank_name: Option<String> => "Its name.",
        bank_code: Option<String> => "Its local code.",
        swift_code: Option<String> => "Its SWIFT code.",
        bic: Option<String> => "Its BIC.",
    }

    /// A currency conversion ([page](https://docs.fincra.com/docs/conversions-webhook)).
    pub struct Conversion {
        #[serde(rename = "_id")]
        inner_id: Option<String> => "Another id, in the body of a failure.",
        id: Option<u64> => "Fincra's number of the conversion, in the body of a failure.",
        business: String => "The id of the merchant's business.",
        amount_charged: Decimal => "What was taken, in the source currency.",
        amount_received: Decimal => "What was credited, in the destination currency.",
        fee: Decimal => "The fee.",
        source_currency: String => "ISO 4217 code.",
        destination_currency: String => "ISO 4217 code.",
        rate: Decimal => "Destination currency per source currency.",
        price: Option<Decimal> => "The inverse of the rate, in the body of a failure.",
        settlement: Option<Json> => "Only seen as null.",
        status: Status => "How it stands.",
        created_at: Timestamp => "When it was made.",
        updated_at: Timestamp => "When it last changed.",
        settled_at: Option<Timestamp> => "When it was settled: in the field table, in no sample.",
        reference: String => "Fincra's reference.",
    }

    /// A virtual account ([page](https://docs.fincra.com/docs/virtual-account-webhook)).
    pub struct VirtualAccount {
        id: String => "Fincra's id of the account (`_id` in its API).",
        business: String => "The id of the merchant's business.",
        is_sub_account: bool => "Whether it belongs to a sub-account.",
        currency: String => "ISO 4217 code.",
        currency_type: String => "For instance `fiat`.",
        status: AccountStatus => "How it stands.",
        email: Option<String> => "The holder's address.",
        account_type: AccountType => "Whose it is.",
        account_information: Option<AccountInformation> =>
            "The bank details; absent when declined, and possibly empty when just approved.",
        reason: Option<String> => "Why it was declined or closed.",
        account_opening_fee: Decimal => "The fee for opening it.",
        is_permanent: Option<bool> => "Whether it outlives one payment.",
        virtual_account_type: String => "`main` or `additional`.",
        created_at: Timestamp => "When it was requested.",
        updated_at: Timestamp => "When it last changed.",
    }

    /// The bank details of a [`VirtualAccount`]. Fincra sends some as empty texts.
    #[derive(Default)]
    pub struct AccountInformation {
        account_number: Option<String> => "The number of the account, or its IBAN.",
        account_name: Option<String> => "The name on it.",
        bank_name: Option<String> => "The bank's name.",
        bank_code: Option<String> => "The bank's local code.",
        bank_address: Option<String> => "The bank's address.",
        country_code: Option<String> => "ISO 3166 code of the country.",
        email: Option<String> => "The holder's address.",
        is_instant: Option<bool> => "Whether payments arrive at once.",
        reference: Option<String> => "What a payer must name.",
        swift_code: Option<String> => "The bank's SWIFT code.",
        rib_key: Option<String> => "The key of a RIB, in the CFA franc zone.",
        rib_number: Option<String> => "The number of a RIB, in the CFA franc zone.",
        other_info: Option<OtherInformation> => "What depends on the currency.",
    }

    /// Further bank details. Fincra sends some as empty texts.
    #[derive(Default)]
    pub struct OtherInformation {
        iban: Option<String> => "The IBAN.",
        account_number: Option<String> => "The local number of the account.",
        check_number: Option<String> => "The check digits.",
        sort_code: Option<String> => "The sort code.",
        bank_swift_code: Option<String> => "The bank's SWIFT code.",
        address: Option<String> => "The bank's or the holder's address.",
        addressable_in: Option<String> => "The scheme that reaches it: `ACH`, `SEPA`.",
        memo: Option<String> => "What a payer must name.",
        bank_address: Option<String> => "The bank's address.",
    }

    /// A checkout, payment link or direct charge, in every shape that was published: the newer
    /// ones with an id and references, and the legacy redirect with `business_id` to `updated_at`
    /// instead.
    ///
    /// Compare [`amount_received`](Self::amount_received) with
    /// [`amount_expected`](Self::amount_expected) before handing anything over.
    pub struct Charge {
        id: Option<u64> => "Fincra's number of the charge.",
        charge_reference: Option<String> =>
            "Fincra's reference of the charge: `fcr-bt-…` for transfers, `fcr-op-…` for `OPay`.",
        reference: Option<String> =>
            "The reference of the payment; for direct charges the merchant's.",
        amount: Decimal => "What was to be paid.",
        amount_expected: Option<Decimal> => "What was expected.",
        amount_received: Option<Decimal> => "What was paid.",
        amount_to_settle: Option<Decimal> => "What reaches the merchant.",
        variance_type: Option<Variance> => "How the paid amount differs, if it does.",
        currency: String => "ISO 4217 code.",
        fee: Decimal => "The fee, including taxes.",
        vat: Option<Decimal> => "The value added tax in the fee.",
        electronic_money_transfer_levy: Option<Decimal> => "Nigeria's levy on transfers.",
        message: Option<String> =>
            "What happened, for humans, or a code such as `INCORRECT_AMOUNT`.",
        action_required: Option<String> => "What the merchant should do.",
        status: ChargeStatus => "How it stands.",
        description: Option<String> => "What it is for.",
        r#type: Option<String> => "How it was paid: `bank_transfer`, `card`, `opay`, `palmpay`.",
        #[serde(rename = "auth_model")]
        auth_model: Option<String> => "`NONE`, `OTP` or `REDIRECT`.",
        authorization: Option<Authorization> => "How the payer authorises it.",
        customer: Customer => "Who pays.",
        metadata: Option<Json> => "What the merchant attached: free form.",
        settlement_destination: Option<String> => "`wallet` or a bank account.",
        settlement_time: Option<String> => "`instant`, `next_day`, `t+3`, `end_of_week`.",
        virtual_account: Option<ChargeAccount> => "The account that was paid into, for transfers.",
        business_id: Option<String> => "Legacy: the id of the merchant's business.",
        method: Option<String> => "Legacy: how it was paid.",
        payment_reference: Option<String> => "Legacy: the reference of the payment.",
        transaction_reference: Option<String> =>
            "Legacy: Fincra's unique reference of the transaction.",
        merchant_reference: Option<String> => "Legacy: the merchant's reference.",
        fee_bearer: Option<String> => "Legacy: who pays the fee, `business` or `customer`.",
        created_at: Option<Timestamp> => "Legacy: when it was made.",
        updated_at: Option<Timestamp> => "Legacy: when it last changed.",
    }

    /// How a [`Charge`] is authorised.
    pub struct Authorization {
        mode: Option<String> => "`NONE`, `OTP`, `REDIRECT`.",
        redirect: Option<String> => "Where the payer is sent.",
        metadata: Option<Json> => "Only seen as null.",
        with_callback: Option<bool> => "Not documented.",
    }

    /// Who pays a [`Charge`].
    pub struct Customer {
        name: String => "Their name.",
        email: Option<String> => "Their address.",
        phone_number: Option<String> => "Their phone number.",
    }

    /// The temporary account that a [`Charge`] was paid into, and who paid.
    pub struct ChargeAccount {
        id: Option<String> => "The account's id.",
        business: Option<String> => "The id of the merchant's business.",
        bank_name: Option<String> => "The name of the account's bank.",
        bank_code: Option<String> => "The code of the account's bank.",
        account_name: Option<String> => "The name on the account.",
        account_number: Option<String> => "The number of the account.",
        session_id: Option<String> => "The bank's id of the transfer.",
        channel_name: Option<String> => "The provider of the account.",
        payer_account_number: Option<String> => "The number of the account that paid.",
        payer_account_name: Option<String> => "The name on the account that paid.",
        payer_bank_name: Option<String> => "The name of the bank that paid.",
        payer_bank_code: Option<String> => "The code of the bank that paid.",
        expires_at: Option<Timestamp> => "Until when the account can be paid into.",
    }

    /// A direct debit mandate. The page calls the event `mandate.successful`, its body
    /// `mandate.approved`.
    pub struct Mandate {
        amount: Decimal => "What may be debited.",
        description: String => "What it is for.",
        response_description: String => "What the bank answered.",
        start_date: Timestamp => "From when on it may be debited.",
        end_date: Timestamp => "Until when it may be debited.",
        status: String => "Only `approved` was seen.",
        reference: String => "Fincra's reference.",
        created_at: Timestamp => "When it was made.",
    }

    /// A transaction on a virtual card: from an old, hidden page; no sample is kept here.
    pub struct IssuingTransaction {
        amount: Decimal => "How much, in `currency`.",
        currency: String => "ISO 4217 code.",
        card_id: String => "The card's id.",
        r#type: String => "Only `credit` was seen.",
        description: String => "What it is for.",
        status: String => "How it stands.",
        reference: Option<String> => "Its reference.",
    }

    /// A virtual card. Its event's body is unpublished: these are the fields of the REST object.
    #[derive(Default)]
    pub struct Card {
        id: Option<String> => "Its id, `card_…`.",
        status: Option<CardStatus> => "How it stands.",
        last4: Option<String> => "The last four digits of its number.",
        pan_masked: Option<String> => "Its number, masked.",
        expiry_month: Option<String> => "The month of its expiry, `02`.",
        expiry_year: Option<String> => "The year of its expiry, `2029`.",
        scheme: Option<String> => "For instance `mastercard`.",
        currency: Option<String> => "ISO 4217 code.",
        card_type: Option<String> => "For instance `virtual_debit_card`.",
        card_product_id: Option<String> => "The id of its product.",
        cardholder_id: Option<String> => "The id of its holder.",
        reference: Option<String> => "The merchant's reference.",
        name: Option<String> => "Its name.",
        is_frozen: Option<bool> => "Whether it is frozen.",
        freeze_reason: Option<String> => "Why it is frozen.",
    }

    /// Money put on a card. Its event's body is unpublished: these are the fields of the REST
    /// object.
    #[derive(Default)]
    pub struct CardFunding {
        id: Option<String> => "Its id, `txn_…`.",
        card_id: Option<String> => "The card's id.",
        r#type: Option<FundingType> => "What moved the money.",
        status: Option<FundingStatus> => "How it stands.",
        direction: Option<String> => "`credit` or `debit`.",
        settlement_amount: Option<Money> => "What reached the card.",
        fee_amount: Option<Money> => "The fee.",
        reference: Option<String> => "The merchant's reference.",
        created_at: Option<Timestamp> => "When it was made.",
    }

    /// An amount and its currency.
    pub struct Money {
        amount: Decimal => "How much. Whether in major or minor units is not documented.",
        currency: String => "ISO 4217 code.",
    }

    /// A cardholder who was checked. Its event's body is unpublished: these are the fields of the
    /// REST object.
    #[derive(Default)]
    pub struct CardholderValidation {
        id: Option<String> => "The cardholder's id.",
        verification_status: Option<Verification> => "The result.",
        status: Option<String> => "`onboarding`, `active`, `paused` or `offboarded`.",
    }
}

payloads! { "snake_case":
    /// A transaction on a terminal of agency banking: the whole body, from a hidden page.
    pub struct AgencyTransaction {
        terminal_id: String => "The terminal's id.",
        transaction_id: String => "The transaction's id.",
        reference: String => "Fincra's reference.",
        amount: Decimal => "What was paid.",
        status: Status => "How it stands.",
        net_amount: Option<Decimal> => "What is left of it after the fee.",
        fee: Option<Decimal> => "The fee.",
        pan: Option<String> => "The card's number, masked.",
        rrn: Option<String> => "The card scheme's retrieval reference number.",
        stan: Option<String> => "The terminal's trace number.",
        serial_number: Option<String> => "The terminal's serial number.",
        customer_info: Option<String> => "What is known of the customer.",
        status_code: Option<String> => "The switch's answer: `00` is success.",
        description: Option<String> => "What happened, for humans.",
        business_id: Option<String> => "The id of the merchant's business.",
        created_at: Option<Timestamp> => "When it was made.",
    }
}

open_enum! {
    /// How a payout, a collection, a conversion or a terminal transaction stands.
    pub enum Status {
        Successful = "successful",
        Failed = "failed",
        /// Named by the field table of payouts only.
        Pending = "pending",
        /// Named by the field table of payouts only.
        Processing = "processing",
    }

    /// Who receives a payout.
    pub enum RecipientType {
        Individual = "individual",
        /// A company, in the field table.
        Business = "business",
        /// A company, in Fincra's own client for Node.
        Corporation = "corporation",
    }

    /// How a received amount differs from the expected one ([handling]).
    ///
    /// [handling]: https://docs.fincra.com/docs/handling-underpayments-and-overpayments
    pub enum Variance {
        Underpayment = "underpayment",
        Overpayment = "overpayment",
    }

    /// How a virtual account stands.
    pub enum AccountStatus {
        Approved = "approved",
        Declined = "declined",
        Closed = "closed",
    }

    /// Whose virtual account it is. One published body holds an error message here.
    pub enum AccountType {
        Individual = "individual",
        Corporate = "corporate",
    }

    /// How a charge stands. A successful one is a `success` here, though its event is `successful`.
    pub enum ChargeStatus {
        Success = "success",
        Failed = "failed",
        Expired = "expired",
        Rejected = "rejected",
        Initiated = "initiated",
        Pending = "pending",
        Processing = "processing",
        ReversalInitiated = "reversal-initiated",
        AwaitingReversal = "awaiting-reversal",
        Reversed = "reversed",
        AwaitingCapture = "awaiting-capture",
    }

    /// How a [`Card`] stands.
    pub enum CardStatus {
        /// Still being issued.
        Pending = "pending",
        /// Issued, not activated.
        Inactive = "inactive",
        Active = "active",
        /// Terminated for good.
        Cancelled = "cancelled",
    }

    /// What moved the money of a [`CardFunding`].
    pub enum FundingType {
        Funding = "FUNDING",
        JitAuthorization = "JIT_AUTHORIZATION",
        Withdrawal = "WITHDRAWAL",
        Reversal = "REVERSAL",
    }

    /// How a [`CardFunding`] stands.
    pub enum FundingStatus {
        Successful = "SUCCESSFUL",
        Pending = "PENDING",
        Failed = "FAILED",
    }

    /// The result of a cardholder's check.
    pub enum Verification {
        Pending = "pending",
        Success = "success",
        Rejected = "rejected",
    }
}
