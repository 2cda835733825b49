use webhook_providers::waldo::*;

use crate::{Table, check, decode, sample};

// The body is the payload; its `event` chose the type.
const UNREAD: &[&str] = &["event"];

pub(crate) const SAMPLES: Table = &[
    ("_api-response.check-fraud.json", |body| check::<Evaluation>(body, UNREAD)),
    ("_api-response.document.json", |body| check::<Evaluation>(body, UNREAD)),
    ("_api-response.onboard.json", |body| check::<Onboard>(body, UNREAD)),
    ("evaluation.json", |body| check::<Evaluation>(body, UNREAD)),
    ("flag.json", |body| check::<Flag>(body, UNREAD)),
    ("onboard.json", |body| check::<Onboard>(body, UNREAD)),
];

#[test]
fn the_origin_is_the_request_id() {
    let onboard: Onboard = decode(&sample("waldo/onboard.json"));
    assert_eq!(onboard.origin(), Origin::Api { request_id: "ayclpQyi6p" });
    let flag: Flag = decode(&sample("waldo/flag.json"));
    assert_eq!(flag.origin(), Origin::Dashboard);
    assert!(flag.flag);

    let body = sample("waldo/evaluation.json");
    let evaluation: Evaluation = decode(&body);
    let answer: Evaluation = decode(&sample("waldo/_api-response.check-fraud.json"));
    assert_eq!(evaluation.origin(), answer.origin());
    let dashboard: Evaluation = decode(&body.replace("\"ayclpQyi6p\"", "null"));
    assert_eq!(dashboard.origin(), Origin::Dashboard);
}

#[test]
fn names_and_scores_are_read() {
    let evaluation: Evaluation = decode(&sample("waldo/evaluation.json"));
    assert_eq!(evaluation.evaluation.r#type, EvaluationType::Fraud);
    assert_eq!(evaluation.evaluation.status, ProgressStatus::Initiated);
    let validation = evaluation.validation.unwrap();
    assert_eq!(validation.status, Some(ValidationStatus::Review));
    assert_eq!(validation.kyc, Some(KycStatus::Passed));

    let answer: Evaluation = decode(&sample("waldo/_api-response.check-fraud.json"));
    assert_eq!(answer.validation.unwrap().fraud_score.unwrap().as_str(), "0.82");
    assert_eq!(answer.errors.unwrap().as_str(), "[]");
    let onboard: Onboard = decode(&sample("waldo/_api-response.onboard.json"));
    assert_eq!(onboard.options.unwrap().include_fraud_check, Some(true));
}

#[test]
fn warning_tags_come_in_both_shapes() {
    let object = r#"{"fraudFlag": false, "warnings": 1, "fraudReport": false, "fraudCheck": true,
        "warningTags": {"ssn": {"tag": "ssn", "label": "SSN", "passed": true},
            "image_integrity": {"label": null, "passed": false, "isDoc": true, "new": 1}}}"#;
    let validation: Validation = decode(object);
    let tags = validation.warning_tags.as_ref().unwrap().as_slice();
    assert_eq!(tags.len(), 2);
    assert_eq!((tags[0].tag.as_str(), tags[0].passed), ("ssn", Some(true)));
    assert_eq!((tags[1].tag.as_str(), tags[1].is_doc), ("image_integrity", Some(true)));

    let written = serde_json::to_string(&validation).unwrap();
    assert!(written.contains(r#""warningTags":[{"tag":"ssn""#), "{written}");
    assert_eq!(decode::<Validation>(&written), validation);
    assert_eq!(decode::<Validation>("{}").warning_tags, None);
    assert_eq!(decode::<Validation>(r#"{"warningTags": null}"#).warning_tags, None);
    for tags in ["{}", "[]"] {
        assert_eq!(decode::<WarningTags>(tags), WarningTags::default());
    }
    for json in ["1", "\"ssn\"", "[1]", "{\"ssn\": true}"] {
        assert!(serde_json::from_str::<WarningTags>(json).is_err(), "{json}");
    }
}

#[test]
fn options_spell_kyc_in_capitals() {
    check::<Options>(r#"{"includeFraudCheck": false, "useExpressKYC": true}"#, &[]);
}
