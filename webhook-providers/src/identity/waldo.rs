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

mod payloads;
mod words;

pub use self::{
    payloads::{Evaluation, Flag, Onboard, Options, Progress, Validation, WarningTag, WarningTags},
    words::{EvaluationType, KycStatus, ProgressStatus, ValidationStatus},
};

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
