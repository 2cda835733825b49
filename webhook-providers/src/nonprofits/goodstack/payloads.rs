//! What the payloads hold.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use webhook_payload::{Decimal, Json, Timestamp};

use super::words::{
    AgentStatus, Check, DonationStatus, DonationType, FindingStatus, OrganisationType,
    RejectionCode, SubmissionStatus, SubscriptionStatus, Verdict, YesNo,
};

/// A request to validate an organisation.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ValidationRequest {
    /// Its id, `validationrequest_…`.
    pub id: String,
    /// The id of the organisation.
    pub organisation_id: Option<String>,
    /// What it is.
    pub organisation_types: Vec<OrganisationType>,
    /// Its name.
    pub name: String,
    /// The registry that has it.
    pub registry_name: String,
    /// Its id there.
    pub registry_id: String,
    /// Its address.
    pub email: Option<String>,
    /// Its postal address.
    pub address_line1: Option<String>,
    /// Its postal address.
    pub address_line2: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// Its postal code.
    pub postal: Option<String>,
    /// Its state or province.
    pub state: Option<String>,
    /// Its website.
    pub website: String,
    /// ISO 3166-1 alpha-3 code.
    pub country_code: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// When it was accepted.
    pub accepted_at: Option<Timestamp>,
    /// When it was rejected.
    pub rejected_at: Option<Timestamp>,
    /// Deprecated by Goodstack.
    #[serde(alias = "(deprecated) rejectionReason")]
    pub rejection_reason: Option<String>,
    /// Why it was rejected.
    pub rejection_reason_code: Option<RejectionCode>,
}

/// The verification of somebody who acts for an organisation.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AgentVerification {
    /// Its id, `agentverification_…`.
    pub id: String,
    /// Their first name.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// The id of the organisation.
    pub organisation_id: Option<String>,
    /// Their address.
    pub email: String,
    /// Their language, `en-GB`.
    pub language: String,
    /// The id of the organisation's validation.
    pub validation_request_id: Option<String>,
    /// Their position there.
    pub title: Option<String>,
    /// Deprecated by Goodstack.
    #[serde(alias = "(deprecated) rejectionReason")]
    pub rejection_reason: Option<String>,
    /// Why it was rejected; the sample of an approved one has it too.
    pub rejection_reason_code: Option<RejectionCode>,
    /// What the partner attached: up to 5 pairs.
    pub metadata: Option<Json>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// How it stands.
    pub status: AgentStatus,
}

/// The monitoring of an organisation.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MonitoringSubscription {
    /// Its id, `monitoringsubscription_…`.
    pub id: String,
    /// The id of the organisation.
    pub organisation_id: Option<String>,
    /// The id of its validation.
    pub validation_request_id: Option<String>,
    /// How it stands.
    pub status: SubscriptionStatus,
    /// When it was begun.
    pub created_at: Timestamp,
    /// What was found.
    pub results: Option<MonitoringResults>,
}

/// What monitoring found.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MonitoringResults {
    /// All in all.
    pub compliance_status: Option<Verdict>,
    /// Whether it is registered.
    pub registration: Option<Registration>,
    /// Warnings.
    pub warning: Option<Finding>,
    /// Sanctions.
    pub sanction: Option<Finding>,
    /// Controversies.
    pub controversial: Option<Finding>,
    /// Commercial purposes.
    pub commercial: Option<Finding>,
    /// Adverse media.
    pub adverse_media: Option<Finding>,
    /// Hate speech.
    pub hate_speech: Option<Finding>,
}

/// Whether an organisation is registered.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Registration {
    /// Whether the registration is active.
    pub active: Option<YesNo>,
}

/// What monitoring found of one kind.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Finding {
    /// Whether anything was found.
    pub status: Option<FindingStatus>,
}

/// Whether an organisation is eligible.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EligibilitySubscription {
    /// Its id, `eligibilitysubscription_…`.
    pub id: String,
    /// The id of the organisation.
    pub organisation_id: Option<String>,
    /// The id of its validation.
    pub validation_request_id: Option<String>,
    /// How it stands.
    pub status: SubscriptionStatus,
    /// What it may be doing.
    pub suggested_activity_sub_tags: Option<Vec<ActivitySubTag>>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
    /// What was found.
    pub results: Option<EligibilityResults>,
}

/// What the check of eligibility found.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EligibilityResults {
    /// All in all.
    pub eligibility_status: Option<Verdict>,
    /// What it does.
    pub confirmed_activity_sub_tags: Option<Vec<ActivitySubTag>>,
    /// What it does not do.
    pub rejected_activity_sub_tags: Option<Vec<ActivitySubTag>>,
}

/// Something that an organisation does, in particular.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ActivitySubTag {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// What it means.
    pub description: Option<String>,
    /// The same in general.
    pub tag: Option<ActivityTag>,
}

/// Something that an organisation does.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ActivityTag {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A submission for validation, and all the checks that it started.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ValidationSubmission {
    /// Its id, `validationsubmission_…`.
    pub id: String,
    /// How it stands.
    pub status: SubmissionStatus,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was done with.
    pub processed_at: Option<Timestamp>,
    /// The id of the organisation.
    pub organisation_id: Option<String>,
    /// The id of its agent's verification.
    pub agent_verification_id: Option<String>,
    /// Its agent; in the samples only.
    pub agent_verification: Option<SubmittedAgent>,
    /// The id of the check of eligibility.
    pub eligibility_subscription_id: Option<String>,
    /// The id of the monitoring.
    pub monitoring_subscription_id: Option<String>,
    /// What the partner asked for: free form.
    pub partner_fields: Option<Json>,
    /// The id of the configuration of the hosted form.
    pub validation_submission_hosted_configuration_id: Option<String>,
    /// What the partner attached: up to 20 pairs.
    pub metadata: Option<Json>,
    /// The id of the invitation.
    pub validation_invite_id: Option<String>,
    /// The id of the organisation's validation.
    pub validation_request_id: Option<String>,
    /// Its validation; in the samples only.
    pub validation_request: Option<SubmittedRequest>,
    /// Why it failed. The sample lists one for each check; in practice only one is sent.
    pub failure_reasons: Option<Vec<FailureReason>>,
}

/// The agent of a [`ValidationSubmission`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SubmittedAgent {
    /// The verification's id.
    pub id: String,
    /// Their first name.
    pub first_name: Option<String>,
    /// Their last name.
    pub last_name: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Deprecated by Goodstack.
    #[serde(alias = "(deprecated) rejectionReason")]
    pub rejection_reason: Option<String>,
    /// Why it was rejected.
    pub rejection_reason_code: Option<RejectionCode>,
    /// How it stands.
    pub status: Option<AgentStatus>,
}

/// The validation of the organisation of a [`ValidationSubmission`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SubmittedRequest {
    /// Its id.
    pub id: String,
    /// The organisation's name.
    pub name: Option<String>,
    /// When it was accepted.
    pub accepted_at: Option<Timestamp>,
    /// When it was rejected.
    pub rejected_at: Option<Timestamp>,
    /// What it is.
    pub organisation_types: Option<Vec<OrganisationType>>,
}

/// Why a [`ValidationSubmission`] failed: [`detail`](Self::detail) reads the reason.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FailureReason {
    /// The check that failed.
    pub check: Check,
    /// The reason; its shape depends on the check.
    pub reason: Option<Json>,
}

/// A reason that is a code.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Rejection {
    /// The code.
    pub rejection_reason_code: Option<RejectionCode>,
}

/// Why eligibility failed.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Ineligible {
    /// `Live` or `CannotDefineEligibility`.
    pub status: Option<SubscriptionStatus>,
    /// What was found.
    pub results: Option<EligibilityResults>,
}

/// A donation that was paid on a page of Goodstack's.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HostedDonation {
    /// Its id, `donation_…`.
    pub id: String,
    /// The id of the donor.
    pub user_id: Option<String>,
    /// The id of the nonprofit.
    pub organisation_id: Option<String>,
    /// `Hosted`.
    pub r#type: Option<DonationType>,
    /// The session that it was made in.
    pub hosted: Option<HostedSession>,
    /// How much: a whole number of minor units.
    pub amount: Amount,
    /// ISO 4217 code.
    pub currency_code: Option<String>,
    /// How it stands.
    pub status: DonationStatus,
    /// The donor's first name, if the partner is sent names.
    pub first_name: Option<String>,
    /// The donor's last name, likewise.
    pub last_name: Option<String>,
    /// The donor's address, likewise.
    pub email: Option<String>,
    /// Whether the donor may be contacted, as the sample has it.
    pub consented_to_be_contacted_by_org: Option<YesNo>,
    /// The same, as the schema has it.
    pub consented_to_be_contacted: Option<YesNo>,
    /// Whether the donor stays unknown to the nonprofit.
    pub anonymous: Option<YesNo>,
    /// The id of the British tax declaration.
    pub gift_aid_id: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// What the partner attached: up to 20 pairs.
    pub metadata: Option<Json>,
    /// The regular giving that it belongs to.
    pub subscription: Option<DonationSubscription>,
}

/// The session of a [`HostedDonation`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HostedSession {
    /// Its id, `donationsession_…`.
    pub session_id: Option<String>,
}

/// The regular giving of a [`HostedDonation`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DonationSubscription {
    /// Whether this is the first of it.
    pub initial: Option<bool>,
}

/// A donation. The one sample has the fields of every later stage: expect those of its own.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Donation {
    /// Its id, `donation_…`.
    pub id: String,
    /// The id of the donor.
    pub user_id: Option<String>,
    /// The id of the nonprofit.
    pub organisation_id: Option<String>,
    /// `Direct`.
    pub r#type: Option<DonationType>,
    /// How much.
    pub amount: Amount,
    /// ISO 4217 code, where the amount is a number.
    pub currency_code: Option<String>,
    /// How it stands.
    pub status: DonationStatus,
    /// The donor's first name, if the partner is sent names.
    pub first_name: Option<String>,
    /// The donor's last name, likewise.
    pub last_name: Option<String>,
    /// The donor's address, likewise.
    pub email: Option<String>,
    /// Whether the donor may be contacted.
    pub consented_to_be_contacted: Option<YesNo>,
    /// Whether the donor stays unknown to the nonprofit.
    pub anonymous: Option<YesNo>,
    /// The id of the British tax declaration.
    pub gift_aid_id: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// The id of the request that it is part of.
    pub donation_request_id: Option<String>,
    /// How much that is in all.
    pub donation_request_amount: Option<Amount>,
    /// The id of the account.
    pub account_id: Option<String>,
    /// What the partner attached: up to 20 pairs.
    pub metadata: Option<Json>,
    /// How much was received.
    pub settled_amount: Option<Amount>,
    /// When it was received.
    pub settled_at: Option<Timestamp>,
    /// When it was sent to the nonprofit.
    pub disbursed_at: Option<Timestamp>,
    /// When it moved to another organisation.
    pub reassigned_at: Option<Timestamp>,
    /// The id of the one before.
    pub reassigned_from_organisation_id: Option<String>,
}

/// An amount and its currency.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Money {
    /// How much. Whether in major or minor units is not documented.
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: String,
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

/// How much was given: see the [module](super).
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
