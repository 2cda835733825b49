//! What the payloads hold.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use webhook_payload::{Decimal, Json};

use super::words::{EvaluationType, KycStatus, ProgressStatus, ValidationStatus};
use super::{Origin, origin};

/// The onboarding of a customer. The answer to `POST /onboard` has this shape too.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Onboard {
    /// The API request that it belongs to: see [`Origin`].
    pub request_id: Option<String>,
    /// The evaluation; not in the oldest sample.
    pub evaluation: Option<Progress>,
    /// What is known of the customer.
    pub validation: Option<Validation>,
    /// The receiver's own id of the customer.
    pub external_id: Option<String>,
    /// Waldo's id of the customer.
    pub customer_id: String,
    /// The customer on the dashboard.
    pub uri: Option<String>,
    /// A list, of undocumented content, in answers of the API.
    pub errors: Option<Json>,
    /// What was asked for, in answers of the API.
    pub options: Option<Options>,
}

/// A customer was flagged or unflagged.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Flag {
    /// The API request that it belongs to: see [`Origin`].
    pub request_id: Option<String>,
    /// Whether the customer is a fraud risk now.
    pub flag: bool,
    /// The receiver's own id of the customer.
    pub external_id: Option<String>,
    /// Waldo's id of the customer.
    pub customer_id: String,
    /// The customer on the dashboard.
    pub uri: Option<String>,
}

/// An evaluation. The answers to `POST /check-fraud` and `POST /document` have this shape too.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Evaluation {
    /// The API request that it belongs to: see [`Origin`].
    pub request_id: Option<String>,
    /// What is evaluated, and how far it is.
    pub evaluation: Progress,
    /// What is known of the customer.
    pub validation: Option<Validation>,
    /// The receiver's own id of the customer.
    pub external_id: Option<String>,
    /// Waldo's id of the customer.
    pub customer_id: String,
    /// The customer on the dashboard.
    pub uri: Option<String>,
    /// A list, of undocumented content, in answers of the API.
    pub errors: Option<Json>,
}

/// How far an evaluation is.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Progress {
    /// What is evaluated.
    pub r#type: EvaluationType,
    /// How far it is.
    pub status: ProgressStatus,
}

/// What is known of a customer.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Validation {
    /// The decision.
    pub status: Option<ValidationStatus>,
    /// The identity.
    pub kyc: Option<KycStatus>,
    /// From 0 to 1, where 1 is safe. While an evaluation is initiated, the last known one.
    pub fraud_score: Option<Decimal>,
    /// Whether the customer is flagged.
    pub fraud_flag: Option<bool>,
    /// How many warnings there are.
    pub warnings: Option<u64>,
    /// What was looked at, and how it went.
    pub warning_tags: Option<WarningTags>,
    /// Only in answers of the API.
    pub fraud_report: Option<bool>,
    /// Only in answers of the API.
    pub fraud_check: Option<bool>,
}

/// What an onboarding was asked to do.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Options {
    /// Whether to check for fraud.
    pub include_fraud_check: Option<bool>,
    /// Whether to use the express KYC.
    #[serde(rename = "useExpressKYC")]
    pub use_express_kyc: Option<bool>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WarningTag {
    /// For instance `ssn`, `address`, `sanction`; the list is not exhaustive.
    #[serde(default)]
    pub tag: String,
    /// The same for humans.
    pub label: Option<String>,
    /// Whether it is in order.
    pub passed: Option<bool>,
    /// Whether it is about a document.
    pub is_doc: Option<bool>,
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
