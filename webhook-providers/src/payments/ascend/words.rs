//! The words that payloads use.

use webhook_payload::open_enum;

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
