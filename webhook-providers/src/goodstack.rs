//! [Goodstack](https://docs.goodstack.io/docs/concepts/Platform/webhooks), formerly Percent:
//! validating nonprofits, verifying their agents, monitoring, donations.
//!
//! **Signature.** Header `Goodstack-Signature`, in older copies of the page `Percent-Signature`:
//! HMAC-SHA256 of the raw body, in hex, under the secret of the webhook subscription, as text. No
//! timestamp is signed: who records a delivery can send it again later.
//!
//! **Envelope.** `{"object": "event", "data": {"id", "eventType", "createdAt", "eventData"}}`.
//! Deliveries are told apart by `id`; the docs warn that one event may be sent more than once.
//!
//! **Acknowledgement.** Any 2xx; otherwise it is sent again four times within fourteen hours.
//!
//! **Addresses.** Three for production and three for the sandbox; a newer copy of the page adds a
//! fourth to each, which the OpenAPI file of July 2026 does not have. The declaration lists the
//! three and three: see [`LATER_PRODUCTION_ADDRESS`].
//!
//! **What the sources leave open, and the choice made.**
//! - Whether both headers are sent while the name changes: either is accepted.
//! - The sample's secret begins with `sk_`, as API keys do; the subscription's may look otherwise.
//! - One sample a family is published: its other events are assumed to have the same shape.
//! - `(deprecated) rejectionReason`, a key of the samples, is read as `rejectionReason` of the
//!   schema.
//! - A hosted donation's amount is a whole number, every other an object: [`Amount`] reads both.
//!   The unit of the object's is not stated.
//! - The reason of a failed compliance check is `results` in the sample, and
//!   `monitoringSubscriptionResults` in the schema: [`FailureReason::detail`] reads both.
//!
//! **Outside vector.** None is published. The types follow the samples of the page and
//! [a copy of the OpenAPI file][openapi] for what may be null.
//!
//! ```
//! use webhook_providers::goodstack::Amount;
//!
//! let hosted: Amount = serde_json::from_str("10000")?;
//! assert_eq!(hosted, Amount::MinorUnits(10_000));
//! let direct: Amount = serde_json::from_str(r#"{"amount": 10, "currency": "GBP"}"#)?;
//! assert!(matches!(direct, Amount::Stated(money) if money.currency == "GBP"));
//! assert!(serde_json::from_str::<Amount>("10.5").is_err(), "no whole number of minor units");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [openapi]: https://github.com/api-evangelist/goodstack

use std::fmt;
use std::net::Ipv4Addr;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use webhook_core::open_enum;
use webhook_core::value::{Decimal, Json, Timestamp};

use crate::payload::payloads;

/// Goodstack, as a sender: see the [module](self).
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "goodstack",
    display_name = "Goodstack",
    docs = "https://docs.goodstack.io/docs/concepts/Platform/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = ["Goodstack-Signature", "Percent-Signature"],
    id = "/data/id",
    event_type = "/data/eventType",
    payload = "/data/eventData",
    retry_window = "14h",
    source_ips(
        "54.76.67.168",
        "34.248.188.89",
        "34.243.152.218",
        "54.76.168.240",
        "99.81.243.145",
        "54.220.118.167",
    ),
    events = Event,
)]
pub struct Goodstack;

#[doc(hidden)]
pub use Goodstack as __Provider;

/// What Goodstack tells. One body a family is published; the others are assumed to share its shape.
#[derive(Debug, Clone, PartialEq, webhook_macros::WebhookEvent)]
#[event(crate = webhook_core, provider = Goodstack)]
#[non_exhaustive]
pub enum Event {
    /// A validation request was approved.
    #[event("validation_request.approved")]
    ValidationRequestApproved(ValidationRequest),
    /// A validation request was rejected.
    #[event("validation_request.rejected")]
    ValidationRequestRejected(ValidationRequest),
    /// An agent passed the check of the email, and waits for Goodstack's review.
    #[event("agent_verification.pending_review")]
    AgentVerificationPendingReview(AgentVerification),
    /// An agent passed the review, and has to confirm the email.
    #[event("agent_verification.pending_user_verification")]
    AgentVerificationPendingUserVerification(AgentVerification),
    /// An agent was approved.
    #[event("agent_verification.approved")]
    AgentVerificationApproved(AgentVerification),
    /// An agent was rejected.
    #[event("agent_verification.rejected")]
    AgentVerificationRejected(AgentVerification),
    /// The compliance of a monitored organisation changed.
    #[event("monitoring_subscription.updated")]
    MonitoringSubscriptionUpdated(MonitoringSubscription),
    /// The eligibility of an organisation changed.
    #[event("eligibility_subscription.updated")]
    EligibilitySubscriptionUpdated(EligibilitySubscription),
    /// A validation submission was made.
    #[event("validation_submission.created")]
    ValidationSubmissionCreated(ValidationSubmission),
    /// A validation submission passed all checks.
    #[event("validation_submission.succeeded")]
    ValidationSubmissionSucceeded(ValidationSubmission),
    /// A validation submission failed: see its failure reasons.
    #[event("validation_submission.failed")]
    ValidationSubmissionFailed(ValidationSubmission),
    /// The status of a validation submission changed.
    #[event("validation_submission.updated")]
    ValidationSubmissionUpdated(ValidationSubmission),
    /// The payment of a hosted donation was received.
    #[event("donation.hosted.payment_received")]
    HostedDonationPaymentReceived(HostedDonation),
    /// A donation was recorded.
    #[event("donation.created")]
    DonationCreated(Donation),
    /// A partner foundation received and reconciled the funds.
    #[event("donation.settled")]
    DonationSettled(Donation),
    /// The funds were sent to the nonprofit.
    #[event("donation.disbursed")]
    DonationDisbursed(Donation),
    /// The payment is complete and verified.
    #[event("donation.payment_successful")]
    DonationPaymentSuccessful(Donation),
    /// The donor or the system ended a donation.
    #[event("donation.cancelled")]
    DonationCancelled(Donation),
    /// A donation moved to another organisation.
    #[event("donation.reassigned")]
    DonationReassigned(Donation),
    /// An event that this catalogue does not know (yet).
    #[event(other)]
    Other(webhook_core::RawEvent),
}

/// Where deliveries of production come from, in every copy of the page.
pub const PRODUCTION_ADDRESSES: [Ipv4Addr; 3] = [
    Ipv4Addr::new(54, 76, 67, 168),
    Ipv4Addr::new(34, 248, 188, 89),
    Ipv4Addr::new(34, 243, 152, 218),
];

/// Where deliveries of the sandbox come from, in every copy of the page.
pub const SANDBOX_ADDRESSES: [Ipv4Addr; 3] = [
    Ipv4Addr::new(54, 76, 168, 240),
    Ipv4Addr::new(99, 81, 243, 145),
    Ipv4Addr::new(54, 220, 118, 167),
];

/// A fourth address of production, which only a newer copy of the page has. Whoever checks
/// addresses and gets genuine deliveries refused from here should ask Goodstack, and add it.
pub const LATER_PRODUCTION_ADDRESS: Ipv4Addr = Ipv4Addr::new(54, 228, 234, 204);

/// A fourth address of the sandbox, which only a newer copy of the page has.
pub const LATER_SANDBOX_ADDRESS: Ipv4Addr = Ipv4Addr::new(79, 125, 45, 124);

payloads! { "camelCase":
    /// A request to validate an organisation.
    pub struct ValidationRequest {
        id: String => "Its id, `validationrequest_…`.",
        organisation_id: Option<String> => "The id of the organisation.",
        organisation_types: Vec<OrganisationType> => "What it is.",
        name: String => "Its name.",
        registry_name: String => "The registry that has it.",
        registry_id: String => "Its id there.",
        email: Option<String> => "Its address.",
        address_line1: Option<String> => "Its postal address.",
        address_line2: Option<String> => "Its postal address.",
        city: Option<String> => "Its city.",
        postal: Option<String> => "Its postal code.",
        state: Option<String> => "Its state or province.",
        website: String => "Its website.",
        country_code: String => "ISO 3166-1 alpha-3 code.",
        created_at: Timestamp => "When it was made.",
        deleted_at: Option<Timestamp> => "When it was deleted.",
        accepted_at: Option<Timestamp> => "When it was accepted.",
        rejected_at: Option<Timestamp> => "When it was rejected.",
        #[serde(alias = "(deprecated) rejectionReason")]
        rejection_reason: Option<String> => "Deprecated by Goodstack.",
        rejection_reason_code: Option<RejectionCode> => "Why it was rejected.",
    }

    /// The verification of somebody who acts for an organisation.
    pub struct AgentVerification {
        id: String => "Its id, `agentverification_…`.",
        first_name: String => "Their first name.",
        last_name: String => "Their last name.",
        organisation_id: Option<String> => "The id of the organisation.",
        email: String => "Their address.",
        language: String => "Their language, `en-GB`.",
        validation_request_id: Option<String> => "The id of the organisation's validation.",
        title: Option<String> => "Their position there.",
        #[serde(alias = "(deprecated) rejectionReason")]
        rejection_reason: Option<String> => "Deprecated by Goodstack.",
        rejection_reason_code: Option<RejectionCode> =>
            "Why it was rejected; the sample of an approved one has it too.",
        metadata: Option<Json> => "What the partner attached: up to 5 pairs.",
        created_at: Timestamp => "When it was begun.",
        status: AgentStatus => "How it stands.",
    }

    /// The monitoring of an organisation.
    pub struct MonitoringSubscription {
        id: String => "Its id, `monitoringsubscription_…`.",
        organisation_id: Option<String> => "The id of the organisation.",
        validation_request_id: Option<String> => "The id of its validation.",
        status: SubscriptionStatus => "How it stands.",
        created_at: Timestamp => "When it was begun.",
        results: Option<MonitoringResults> => "What was found.",
    }

    /// What monitoring found.
    pub struct MonitoringResults {
        compliance_status: Option<Verdict> => "All in all.",
        registration: Option<Registration> => "Whether it is registered.",
        warning: Option<Finding> => "Warnings.",
        sanction: Option<Finding> => "Sanctions.",
        controversial: Option<Finding> => "Controversies.",
        commercial: Option<Finding> => "Commercial purposes.",
        adverse_media: Option<Finding> => "Adverse media.",
        hate_speech: Option<Finding> => "Hate speech.",
    }

    /// Whether an organisation is registered.
    pub struct Registration {
        active: Option<YesNo> => "Whether the registration is active.",
    }

    /// What monitoring found of one kind.
    pub struct Finding {
        status: Option<FindingStatus> => "Whether anything was found.",
    }

    /// Whether an organisation is eligible.
    pub struct EligibilitySubscription {
        id: String => "Its id, `eligibilitysubscription_…`.",
        organisation_id: Option<String> => "The id of the organisation.",
        validation_request_id: Option<String> => "The id of its validation.",
        status: SubscriptionStatus => "How it stands.",
        suggested_activity_sub_tags: Option<Vec<ActivitySubTag>> => "What it may be doing.",
        created_at: Timestamp => "When it was begun.",
        updated_at: Option<Timestamp> => "When it last changed.",
        results: Option<EligibilityResults> => "What was found.",
    }

    /// What the check of eligibility found.
    pub struct EligibilityResults {
        eligibility_status: Option<Verdict> => "All in all.",
        confirmed_activity_sub_tags: Option<Vec<ActivitySubTag>> => "What it does.",
        rejected_activity_sub_tags: Option<Vec<ActivitySubTag>> => "What it does not do.",
    }

    /// Something that an organisation does, in particular.
    pub struct ActivitySubTag {
        id: String => "Its id.",
        name: Option<String> => "Its name.",
        description: Option<String> => "What it means.",
        tag: Option<ActivityTag> => "The same in general.",
    }

    /// Something that an organisation does.
    pub struct ActivityTag {
        id: String => "Its id.",
        name: Option<String> => "Its name.",
        description: Option<String> => "What it means.",
    }

    /// A submission for validation, and all the checks that it started.
    pub struct ValidationSubmission {
        id: String => "Its id, `validationsubmission_…`.",
        status: SubmissionStatus => "How it stands.",
        created_at: Timestamp => "When it was made.",
        processed_at: Option<Timestamp> => "When it was done with.",
        organisation_id: Option<String> => "The id of the organisation.",
        agent_verification_id: Option<String> => "The id of its agent's verification.",
        agent_verification: Option<SubmittedAgent> => "Its agent; in the samples only.",
        eligibility_subscription_id: Option<String> => "The id of the check of eligibility.",
        monitoring_subscription_id: Option<String> => "The id of the monitoring.",
        partner_fields: Option<Json> => "What the partner asked for: free form.",
        validation_submission_hosted_configuration_id: Option<String> =>
            "The id of the configuration of the hosted form.",
        metadata: Option<Json> => "What the partner attached: up to 20 pairs.",
        validation_invite_id: Option<String> => "The id of the invitation.",
        validation_request_id: Option<String> => "The id of the organisation's validation.",
        validation_request: Option<SubmittedRequest> => "Its validation; in the samples only.",
        failure_reasons: Option<Vec<FailureReason>> =>
            "Why it failed. The sample lists one for each check; in practice only one is sent.",
    }

    /// The agent of a [`ValidationSubmission`].
    pub struct SubmittedAgent {
        id: String => "The verification's id.",
        first_name: Option<String> => "Their first name.",
        last_name: Option<String> => "Their last name.",
        email: Option<String> => "Their address.",
        #[serde(alias = "(deprecated) rejectionReason")]
        rejection_reason: Option<String> => "Deprecated by Goodstack.",
        rejection_reason_code: Option<RejectionCode> => "Why it was rejected.",
        status: Option<AgentStatus> => "How it stands.",
    }

    /// The validation of the organisation of a [`ValidationSubmission`].
    pub struct SubmittedRequest {
        id: String => "Its id.",
        name: Option<String> => "The organisation's name.",
        accepted_at: Option<Timestamp> => "When it was accepted.",
        rejected_at: Option<Timestamp> => "When it was rejected.",
        organisation_types: Option<Vec<OrganisationType>> => "What it is.",
    }

    /// Why a [`ValidationSubmission`] failed: [`detail`](Self::detail) reads the reason.
    pub struct FailureReason {
        check: Check => "The check that failed.",
        reason: Option<Json> => "The reason; its shape depends on the check.",
    }

    /// A reason that is a code.
    pub struct Rejection {
        rejection_reason_code: Option<RejectionCode> => "The code.",
    }

    /// Why eligibility failed.
    pub struct Ineligible {
        status: Option<SubscriptionStatus> => "`Live` or `CannotDefineEligibility`.",
        results: Option<EligibilityResults> => "What was found.",
    }

    /// A donation that was paid on a page of Goodstack's.
    pub struct HostedDonation {
        id: String => "Its id, `donation_…`.",
        user_id: Option<String> => "The id of the donor.",
        organisation_id: Option<String> => "The id of the nonprofit.",
        r#type: Option<DonationType> => "`Hosted`.",
        hosted: Option<HostedSession> => "The session that it was made in.",
        amount: Amount => "How much: a whole number of minor units.",
        currency_code: Option<String> => "ISO 4217 code.",
        status: DonationStatus => "How it stands.",
        first_name: Option<String> => "The donor's first name, if the partner is sent names.",
        last_name: Option<String> => "The donor's last name, likewise.",
        email: Option<String> => "The donor's address, likewise.",
        consented_to_be_contacted_by_org: Option<YesNo> =>
            "Whether the donor may be contacted, as the sample has it.",
        consented_to_be_contacted: Option<YesNo> => "The same, as the schema has it.",
        anonymous: Option<YesNo> => "Whether the donor stays unknown to the nonprofit.",
        gift_aid_id: Option<String> => "The id of the British tax declaration.",
        cancelled_at: Option<Timestamp> => "When it was cancelled.",
        created_at: Timestamp => "When it was made.",
        metadata: Option<Json> => "What the partner attached: up to 20 pairs.",
        subscription: Option<DonationSubscription> => "The regular giving that it belongs to.",
    }

    /// The session of a [`HostedDonation`].
    pub struct HostedSession {
        session_id: Option<String> => "Its id, `donationsession_…`.",
    }

    /// The regular giving of a [`HostedDonation`].
    pub struct DonationSubscription {
        initial: Option<bool> => "Whether this is the first of it.",
    }

    /// A donation. The one sample has the fields of every later stage: expect those of its own.
    pub struct Donation {
        id: String => "Its id, `donation_…`.",
        user_id: Option<String> => "The id of the donor.",
        organisation_id: Option<String> => "The id of the nonprofit.",
        r#type: Option<DonationType> => "`Direct`.",
        amount: Amount => "How much.",
        currency_code: Option<String> => "ISO 4217 code, where the amount is a number.",
        status: DonationStatus => "How it stands.",
        first_name: Option<String> => "The donor's first name, if the partner is sent names.",
        last_name: Option<String> => "The donor's last name, likewise.",
        email: Option<String> => "The donor's address, likewise.",
        consented_to_be_contacted: Option<YesNo> => "Whether the donor may be contacted.",
        anonymous: Option<YesNo> => "Whether the donor stays unknown to the nonprofit.",
        gift_aid_id: Option<String> => "The id of the British tax declaration.",
        created_at: Timestamp => "When it was made.",
        cancelled_at: Option<Timestamp> => "When it was cancelled.",
        donation_request_id: Option<String> => "The id of the request that it is part of.",
        donation_request_amount: Option<Amount> => "How much that is in all.",
        account_id: Option<String> => "The id of the account.",
        metadata: Option<Json> => "What the partner attached: up to 20 pairs.",
        settled_amount: Option<Amount> => "How much was received.",
        settled_at: Option<Timestamp> => "When it was received.",
        disbursed_at: Option<Timestamp> => "When it was sent to the nonprofit.",
        reassigned_at: Option<Timestamp> => "When it moved to another organisation.",
        reassigned_from_organisation_id: Option<String> => "The id of the one before.",
    }

    /// An amount and its currency.
    pub struct Money {
        amount: Decimal => "How much. Whether in major or minor units is not documented.",
        currency: String => "ISO 4217 code.",
    }
}

impl FailureReason {
    /// The reason as the check has it; `None` where there is none, or none of that shape.
    pub fn detail(&self) -> Option<FailureDetail> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Compliance {
            results: Option<MonitoringResults>,
            monitoring_subscription_results: Option<MonitoringResults>,
        }

        let reason = self.reason.as_ref()?;
        match self.check {
            Check::ValidationRequest | Check::AgentVerification => {
                reason.decode().ok().map(FailureDetail::Rejected)
            }
            Check::Eligibility => reason.decode().ok().map(FailureDetail::Ineligible),
            Check::Compliance => {
                let compliance: Compliance = reason.decode().ok()?;
                let results = compliance.results.or(compliance.monitoring_subscription_results);
                results.map(FailureDetail::NotCompliant)
            }
            Check::Other(_) => None,
        }
    }
}

/// What a [`FailureReason`] says.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FailureDetail {
    /// The organisation or its agent was rejected.
    Rejected(Rejection),
    /// Monitoring found something.
    NotCompliant(MonitoringResults),
    /// The organisation is not eligible, or nobody can tell.
    Ineligible(Ineligible),
}

/// How much was given: see the [module](self).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Amount {
    /// A whole number of minor units; the currency stands beside it.
    MinorUnits(i64),
    /// A number and its currency.
    Stated(Money),
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::MinorUnits(units) => units.serialize(serializer),
            Self::Stated(money) => money.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

struct AmountVisitor;

impl<'de> Visitor<'de> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of minor units, or an amount with its currency")
    }

    fn visit_i64<E: Error>(self, units: i64) -> Result<Amount, E> {
        Ok(Amount::MinorUnits(units))
    }

    fn visit_u64<E: Error>(self, units: u64) -> Result<Amount, E> {
        i64::try_from(units).map(Amount::MinorUnits).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Amount, A::Error> {
        Money::deserialize(MapAccessDeserializer::new(map)).map(Amount::Stated)
    }
}

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
