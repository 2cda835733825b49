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

use std::net::Ipv4Addr;

mod payloads;
mod words;

pub use self::{
    payloads::{
        ActivitySubTag, ActivityTag, AgentVerification, Amount, Donation, DonationSubscription,
        EligibilityResults, EligibilitySubscription, FailureDetail, FailureReason, Finding,
        HostedDonation, HostedSession, Ineligible, Money, MonitoringResults,
        MonitoringSubscription, Registration, Rejection, SubmittedAgent, SubmittedRequest,
        ValidationRequest, ValidationSubmission,
    },
    words::{
        AgentStatus, Check, DonationStatus, DonationType, FindingStatus, OrganisationType,
        RejectionCode, SubmissionStatus, SubscriptionStatus, Verdict, YesNo,
    },
};

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
