//! The words that payloads use.

use webhook_payload::open_enum;

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
