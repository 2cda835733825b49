//! The words that payloads use.

use webhook_payload::open_enum;

open_enum! {
    /// What an organisation is.
    pub enum OrganisationType {
        SocialImpact = "social_impact",
        Nonprofit = "nonprofit",
    }

    /// Why an organisation (the first four) or an agent (the others, and `other`) was rejected.
    pub enum RejectionCode {
        /// None of the listed ones, by Goodstack's own word: not [`Other`](Self::Other).
        OtherReason = "other",
        NotEligible = "not_eligible",
        IncorrectDocumentation = "incorrect_documentation",
        NotAttributableToRegistry = "not_attributable_to_registry",
        ValidationRequestFailed = "validation_request_failed",
        UserVerificationExpired = "user_verification_expired",
        UserFailedPercentReview = "user_failed_percent_review",
        Reapply = "reapply",
        FakeEmailUsed = "fake_email_used",
        NoOnlinePresence = "no_online_presence",
        NonprofitAssociationExpired = "nonprofit_association_expired",
        InvalidDocumentation = "invalid_documentation",
        FakeDocumentation = "fake_documentation",
        MismatchedInformation = "mismatched_information",
        BlankCorruptedDocumentation = "blank_corrupted_documentation",
        SuspiciousApplication = "suspicious_application",
    }

    /// How the verification of an agent stands.
    pub enum AgentStatus {
        Pending = "pending",
        PendingUserVerification = "pending_user_verification",
        PendingReview = "pending_review",
        Approved = "approved",
        Rejected = "rejected",
    }

    /// How monitoring or a check of eligibility stands.
    pub enum SubscriptionStatus {
        Live = "live",
        PendingValidationRequest = "pending_validation_request",
        ValidationRequestFailed = "validation_request_failed",
        Pending = "pending",
        Cancelled = "cancelled",
        /// Of eligibility only.
        CannotDefineEligibility = "cannot_define_eligibility",
    }

    /// The result of a check.
    pub enum Verdict {
        Pass = "pass",
        Fail = "fail",
    }

    /// Whether monitoring found anything.
    pub enum FindingStatus {
        Clear = "clear",
        Flag = "flag",
    }

    /// An answer.
    pub enum YesNo {
        Yes = "yes",
        No = "no",
    }

    /// How a submission stands.
    pub enum SubmissionStatus {
        Pending = "pending",
        Processed = "processed",
        Failed = "failed",
        Succeeded = "succeeded",
    }

    /// A check of a submission.
    pub enum Check {
        ValidationRequest = "validation_request",
        AgentVerification = "agent_verification",
        Compliance = "compliance",
        Eligibility = "eligibility",
    }

    /// How a donation was made.
    pub enum DonationType {
        Direct = "direct",
        Hosted = "hosted",
    }

    /// How a donation stands.
    pub enum DonationStatus {
        Active = "ACTIVE",
        RequestedPayment = "REQUESTED_PAYMENT",
        ReceivedPayment = "RECEIVED_PAYMENT",
        Disbursed = "DISBURSED",
        Cancelled = "CANCELLED",
    }
}
