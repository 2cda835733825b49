//! The words that payloads use.

use webhook_payload::open_enum;

open_enum! {
    /// What is evaluated.
    pub enum EvaluationType {
        /// The customer's identity.
        Kyc = "kyc",
        Fraud = "fraud",
        Document = "document",
    }

    /// How far an evaluation is.
    pub enum ProgressStatus {
        Initiated = "initiated",
        InProgress = "in_progress",
        Completed = "completed",
        Failed = "failed",
    }

    /// The decision about a customer.
    pub enum ValidationStatus {
        /// Somebody has to look at it.
        Review = "REVIEW",
        Approved = "APPROVED",
        Rejected = "REJECTED",
        /// What the oldest sample says for `APPROVED`.
        Accepted = "ACCEPTED",
    }

    /// The identity of a customer.
    pub enum KycStatus {
        Pending = "PENDING",
        Passed = "PASSED",
        Rejected = "REJECTED",
        /// Somebody has to look at it.
        Review = "REVIEW",
    }
}
