//! The words that payloads use.

use webhook_payload::open_enum;

open_enum! {
    /// The names of the events, as registering takes them.
    pub enum EventKind {
        ActivityUpdated = "ACTIVITY_UPDATED",
        BankUpdated = "BANK_UPDATED",
        KycUpdated = "KYC_UPDATED",
    }

    /// How a side of an [`Activity`] stands.
    pub enum ActivityStatus {
        Pending = "PENDING",
        Completed = "COMPLETED",
        Failed = "FAILED",
    }

    /// A currency or coin; the pages differ on which there are.
    pub enum Currency {
        Usd = "USD",
        Eth = "ETH",
        UsdcEthereum = "USDC_ETHEREUM",
        UsdcPolygon = "USDC_POLYGON",
    }

    /// Whether money or coins come or go.
    pub enum Direction {
        Credit = "CREDIT",
        Debit = "DEBIT",
    }

    /// How a transaction was funded.
    pub enum FundingMethod {
        AchOriginatedStandard = "ACH_ORIGINATED_STANDARD",
        AchOriginatedInstant = "ACH_ORIGINATED_INSTANT",
        AchReceived = "ACH_RECEIVED",
    }

    /// Whether the link to a bank works.
    pub enum LinkStatus {
        Active = "ACTIVE",
        Inactive = "INACTIVE",
        /// The user has to log in at the bank again.
        LoginRequired = "LOGIN_REQUIRED",
    }

    /// Whether a bank account is accepted.
    pub enum VerificationStatus {
        Approved = "APPROVED",
        Declined = "DECLINED",
        InReview = "IN_REVIEW",
    }

    /// The result of a check.
    pub enum KycResult {
        Approved = "APPROVED",
        Declined = "DECLINED",
        InReview = "IN_REVIEW",
        NotStarted = "NOT_STARTED",
        Submitted = "SUBMITTED",
        Unknown = "UNKNOWN",
    }
}
