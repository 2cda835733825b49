//! [Waldo AI](https://docs.waldo.ai/features/webhooks): onboarding, fraud flags, evaluations.
//!
//! **Signature.** Header `X-Waldo-Signature`: HMAC-SHA256 of the JSON of the payload, in hex,
//! under the secret of the dashboard's webhook configuration, as text. Nothing else is signed:
//! who records a delivery can send it again later.
//!
//! **Envelope.** None: the body is one flat object with `event` in it.
//!
//! **Preventing loops.** The docs ask receivers to track `requestId`. What somebody does on the
//! dashboard is notified without one: process it. What was asked for over the API is notified
//! with the id that the API's answer carried: use it to update your own record, and do not write
//! back to Waldo, or the two systems answer each other for ever. [`Origin`] tells them apart.
//!
//! **What the sources leave open, and the choice made.**
//! - The sample hashes re-serialised JSON: the raw body is tried first, then its ECMAScript form.
//! - No delivery has an id. Those of the API are told apart by `requestId`, event and evaluation;
//!   those of the dashboard are not: flagging twice looks the same as one delivery sent twice, so
//!   each is handled.
//! - One published notification of an API request lacks its `requestId` and its `externalId`.
//!   Such a one looks like a dashboard's: let handlers tolerate it.
//! - `warningTags` is an object in one sample and an array in another: [`WarningTags`] reads both.
//! - Which names there are is not exhaustive: the enums are open.
//! - Not documented: the acknowledgement, retries, timeout, addresses.
//!
//! **Outside vector.** None is published. The types follow the page's samples, and the answers of
//! the [API](https://docs.waldo.ai/api-reference/customer-onboarding), which share their shape:
//! an answer decodes into the same types, with the `requestId` to remember.
//!
//! ```
//! use webhook_providers::waldo::{Evaluation, Origin, ProgressStatus};
//!
//! let body = r#"{"requestId": "ayclpQyi6p", "event": "evaluation", "customerId": "650c3ebe",
//!     "evaluation": {"type": "fraud", "status": "initiated"},
//!     "validation": {"status": "REVIEW", "kyc": "PASSED", "fraudScore": 0}}"#;
//! let evaluation: Evaluation = serde_json::from_str(body)?;
//! assert_eq!(evaluation.evaluation.status, ProgressStatus::Initiated);
//! assert_eq!(evaluation.origin(), Origin::Api { request_id: "ayclpQyi6p" });
//!
//! // An evaluation without one is none.
//! assert!(serde_json::from_str::<Evaluation>(r#"{"customerId": "650c3ebe"}"#).is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use webhook_core::open_enum;
use webhook_core::value::{Decimal, Json};

use crate::payload::payloads;

/// Waldo AI, as a sender: see the [module](self).
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "waldo",
    display_name = "Waldo AI",
    docs = "https://docs.waldo.ai/features/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "X-Waldo-Signature",
    body = "json",
    id = [
        "{json:/requestId}:{event_type}:{json:/evaluation/type}:{json:/evaluation/status}",
        "{json:/requestId}:{event_type}",
    ],
    event_type = "/event",
    events = Event,
)]
pub struct Waldo;

#[doc(hidden)]
pub use Waldo as __Provider;

/// What Waldo tells.
#[derive(Debug, Clone, PartialEq, webhook_macros::WebhookEvent)]
#[event(crate = webhook_core, provider = Waldo)]
#[non_exhaustive]
pub enum Event {
    /// A customer was approved or rejected on the dashboard, or onboarding over the API went on.
    #[event("onboard")]
    Onboard(Onboard),
    /// A customer was flagged or unflagged as a fraud risk.
    #[event("flag")]
    Flag(Flag),
    /// An evaluation was asked for, on the dashboard or over the API, or went on.
    #[event("evaluation")]
    Evaluation(Evaluation),
    /// An event that this catalogue does not know (yet).
    #[event(other)]
    Other(webhook_core::RawEvent),
}

impl Event {
    /// Where the event comes from; `None` for one that this catalogue does not know.
    pub fn origin(&self) -> Option<Origin<'_>> {
        match self {
            Self::Onboard(onboard) => Some(onboard.origin()),
            Self::Flag(flag) => Some(flag.origin()),
            Self::Evaluation(evaluation) => Some(evaluation.origin()),
            Self::Other(_) => None,
        }
    }
}

/// Where an event comes from, and so what may be done about it: see the [module](self) on loops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin<'a> {
    /// Somebody acted on the dashboard: process it.
    Dashboard,
    /// The API was asked: by this system, if it remembers the id from the API's answer. Update
    /// its own record, and do not ask the API again because of it.
    Api {
        /// The `requestId` of the API's answer.
        request_id: &'a str,
    },
}

fn origin(request_id: Option<&String>) -> Origin<'_> {
    request_id.map_or(Origin::Dashboard, |request_id| Origin::Api { request_id })
}

payloads! { "camelCase":
    /// The onboarding of a customer. The answer to `POST /onboard` has this shape too.
    pub struct Onboard {
        request_id: Option<String> => "The API request that it belongs to: see [`Origin`].",
        evaluation: Option<Progress> => "The evaluation; not in the oldest sample.",
        validation: Option<Validation> => "What is known of the customer.",
        external_id: Option<String> => "The receiver's own id of the customer.",
        customer_id: String => "Waldo's id of the customer.",
        uri: Option<String> => "The customer on the dashboard.",
        errors: Option<Json> => "A list, of undocumented content, in answers of the API.",
        options: Option<Options> => "What was asked for, in answers of the API.",
    }

    /// A customer was flagged or unflagged.
    pub struct Flag {
        request_id: Option<String> => "The API request that it belongs to: see [`Origin`].",
        flag: bool => "Whether the customer is a fraud risk now.",
        external_id: Option<String> => "The receiver's own id of the customer.",
        customer_id: String => "Waldo's id of the customer.",
        uri: Option<String> => "The customer on the dashboard.",
    }

    /// An evaluation. The answers to `POST /check-fraud` and `POST /document` have this shape too.
    pub struct Evaluation {
        request_id: Option<String> => "The API request that it belongs to: see [`Origin`].",
        evaluation: Progress => "What is evaluated, and how far it is.",
        validation: Option<Validation> => "What is known of the customer.",
        external_id: Option<String> => "The receiver's own id of the customer.",
        customer_id: String => "Waldo's id of the customer.",
        uri: Option<String> => "The customer on the dashboard.",
        errors: Option<Json> => "A list, of undocumented content, in answers of the API.",
    }

    /// How far an evaluation is.
    pub struct Progress {
        r#type: EvaluationType => "What is evaluated.",
        status: ProgressStatus => "How far it is.",
    }

    /// What is known of a customer.
    pub struct Validation {
        status: Option<ValidationStatus> => "The decision.",
        kyc: Option<KycStatus> => "The identity.",
        fraud_score: Option<Decimal> =>
            "From 0 to 1, where 1 is safe. While an evaluation is initiated, the last known one.",
        fraud_flag: Option<bool> => "Whether the customer is flagged.",
        warnings: Option<u64> => "How many warnings there are.",
        warning_tags: Option<WarningTags> => "What was looked at, and how it went.",
        fraud_report: Option<bool> => "Only in answers of the API.",
        fraud_check: Option<bool> => "Only in answers of the API.",
    }

    /// What an onboarding was asked to do.
    pub struct Options {
        include_fraud_check: Option<bool> => "Whether to check for fraud.",
        #[serde(rename = "useExpressKYC")]
        use_express_kyc: Option<bool> => "Whether to use the express KYC.",
    }

    /// One thing that was looked at.
    pub struct WarningTag {
        #[serde(default)]
        tag: String => "For instance `ssn`, `address`, `sanction`; the list is not exhaustive.",
        label: Option<String> => "The same for humans.",
        passed: Option<bool> => "Whether it is in order.",
        is_doc: Option<bool> => "Whether it is about a document.",
    }
}

impl Onboard {
    /// Where it comes from.
    pub fn origin(&self) -> Origin<'_> {
        origin(self.request_id.as_ref())
    }
}

impl Flag {
    /// Where it comes from.
    pub fn origin(&self) -> Origin<'_> {
        origin(self.request_id.as_ref())
    }
}

impl Evaluation {
    /// Where it comes from.
    pub fn origin(&self) -> Origin<'_> {
        origin(self.request_id.as_ref())
    }
}

/// The [`WarningTag`]s of a [`Validation`]: an object with the tags as keys when fraud was checked,
/// an array when a document was. Serialised, an array.
///
/// ```
/// use webhook_providers::waldo::WarningTags;
///
/// let object: WarningTags = serde_json::from_str(r#"{"ssn": {"passed": true}}"#)?;
/// let array: WarningTags = serde_json::from_str(r#"[{"tag": "ssn", "passed": true}]"#)?;
/// assert_eq!(object, array);
/// assert_eq!(object.as_slice()[0].tag, "ssn");
/// assert!(serde_json::from_str::<WarningTags>("true").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct WarningTags(Vec<WarningTag>);

impl WarningTags {
    /// The tags, in the sender's order.
    pub fn as_slice(&self) -> &[WarningTag] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for WarningTags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WarningTagsVisitor).map(Self)
    }
}

struct WarningTagsVisitor;

impl<'de> Visitor<'de> for WarningTagsVisitor {
    type Value = Vec<WarningTag>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("warning tags, in an array or by name")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut tags = Vec::new();
        while let Some(tag) = seq.next_element()? {
            tags.push(tag);
        }
        Ok(tags)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut tags = Vec::new();
        while let Some((name, mut tag)) = map.next_entry::<String, WarningTag>()? {
            if tag.tag.is_empty() {
                tag.tag = name;
            }
            tags.push(tag);
        }
        Ok(tags)
    }
}

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
