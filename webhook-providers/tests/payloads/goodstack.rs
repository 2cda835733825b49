use webhook_providers::goodstack::*;

use crate::{Table, check, decode, sample, under};

fn data<T>(body: &str)
where
    T: serde::de::DeserializeOwned + serde::Serialize + PartialEq + std::fmt::Debug,
{
    // Read, and written as the schema has it.
    check::<T>(under(body, &["data", "eventData"]), &["(deprecated) rejectionReason"]);
}

pub(crate) const SAMPLES: Table = &[
    ("agent_verification.approved.json", data::<AgentVerification>),
    ("donation.hosted.payment_received.json", data::<HostedDonation>),
    ("donation.payment_successful.json", data::<Donation>),
    ("monitoring_subscription.updated.json", data::<MonitoringSubscription>),
    ("validation_request.approved.json", data::<ValidationRequest>),
    ("validation_submission.created.json", data::<ValidationSubmission>),
];

fn read<T: serde::de::DeserializeOwned>(file: &str) -> T {
    decode(under(&sample(&format!("goodstack/{file}")), &["data", "eventData"]))
}

#[test]
fn both_amounts_are_read() {
    let hosted: HostedDonation = read("donation.hosted.payment_received.json");
    assert_eq!(hosted.amount, Amount::MinorUnits(10_000));
    assert_eq!(hosted.currency_code.as_deref(), Some("AUD"));
    assert_eq!(
        hosted.metadata.unwrap().decode::<serde_json::Value>().unwrap()["username"],
        "user123"
    );

    let donation: Donation = read("donation.payment_successful.json");
    let Amount::Stated(money) = &donation.amount else { panic!("an object") };
    assert_eq!((money.amount.as_str(), money.currency.as_str()), ("10", "GBP"));
    assert_eq!(donation.settled_amount, Some(donation.amount));

    let exact: Amount = decode(r#"{"currency": "GBP", "amount": 0.10}"#);
    assert_eq!(serde_json::to_string(&exact).unwrap(), r#"{"amount":0.10,"currency":"GBP"}"#);
    assert_eq!(decode::<Amount>("-1"), Amount::MinorUnits(-1));
    assert_eq!(serde_json::to_string(&Amount::MinorUnits(-1)).unwrap(), "-1");
    for json in ["10.5", "9223372036854775808", "null", "\"10\"", "{}", "{\"amount\": 10}"] {
        assert!(serde_json::from_str::<Amount>(json).is_err(), "{json}");
    }
}

#[test]
fn names_are_read() {
    let agent: AgentVerification = read("agent_verification.approved.json");
    assert_eq!(agent.status, AgentStatus::Approved);
    assert_eq!(agent.rejection_reason_code, Some(RejectionCode::UserFailedPercentReview));
    assert_eq!(agent.rejection_reason.as_deref(), Some("Identity check failed"));
    let other: RejectionCode = decode("\"other\"");
    assert_eq!((other.as_str(), &other), ("other", &RejectionCode::OtherReason));

    let monitoring: MonitoringSubscription = read("monitoring_subscription.updated.json");
    let results = monitoring.results.unwrap();
    assert_eq!(results.compliance_status, Some(Verdict::Fail));
    assert_eq!(results.registration.unwrap().active, Some(YesNo::Yes));
    assert_eq!(results.sanction.unwrap().status, Some(FindingStatus::Flag));

    let request: ValidationRequest = read("validation_request.approved.json");
    assert_eq!(
        request.organisation_types,
        [OrganisationType::Nonprofit, OrganisationType::SocialImpact]
    );
    assert_eq!(request.rejected_at, None);
    assert!(request.accepted_at.unwrap().instant().is_some());
}

#[test]
fn eligibility_decodes_without_a_sample() {
    check::<EligibilitySubscription>(
        r#"{"id": "e", "organisationId": null, "validationRequestId": "v", "status": "live",
            "suggestedActivitySubTags": null, "createdAt": "2021-08-02T11:00:00.000Z",
            "updatedAt": null, "results": {"eligibilityStatus": "pass",
                "confirmedActivitySubTags": [{"id": "s", "name": "n", "description": null,
                    "tag": {"id": "t", "name": "n", "description": "d"}}],
                "rejectedActivitySubTags": []}}"#,
        &[],
    );
}

#[test]
fn every_failure_reason_has_its_detail() {
    let body = sample("goodstack/validation_submission.created.json");
    let failed = under(&body, &["data", "eventData"]).replacen(
        '{',
        r#"{"processedAt": "2021-08-07T11:00:00.000Z", "failureReasons": [
            {"check": "validation_request", "reason": {"rejectionReasonCode": "not_eligible"}},
            {"check": "agent_verification", "reason": {"rejectionReasonCode": "tomorrow"}},
            {"check": "compliance", "reason": {"results": {"complianceStatus": "fail"}}},
            {"check": "compliance",
                "reason": {"monitoringSubscriptionResults": {"complianceStatus": "fail"}}},
            {"check": "eligibility", "reason": {"status": "cannot_define_eligibility",
                "results": {"eligibilityStatus": null, "confirmedActivitySubTags": null}}},
            {"check": "horoscope", "reason": {"sign": "ram"}},
            {"check": "compliance", "reason": {}},
            {"check": "compliance", "reason": [1.10]},
            {"check": "eligibility", "reason": null}],"#,
        1,
    );
    check::<ValidationSubmission>(&failed, &["(deprecated) rejectionReason"]);
    let reasons = decode::<ValidationSubmission>(&failed).failure_reasons.unwrap();
    let details: Vec<_> = reasons.iter().map(FailureReason::detail).collect();

    let code = |detail: &Option<FailureDetail>| match detail {
        Some(FailureDetail::Rejected(rejection)) => rejection.rejection_reason_code.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(code(&details[0]), Some(RejectionCode::NotEligible));
    assert_eq!(code(&details[1]), Some(RejectionCode::Other("tomorrow".into())));
    for detail in &details[2..4] {
        let Some(FailureDetail::NotCompliant(results)) = detail else { panic!("{detail:?}") };
        assert_eq!(results.compliance_status, Some(Verdict::Fail));
    }
    let Some(FailureDetail::Ineligible(ineligible)) = &details[4] else { panic!("{details:?}") };
    assert_eq!(ineligible.status, Some(SubscriptionStatus::CannotDefineEligibility));
    assert_eq!(details[5..], [None, None, None, None]);
    assert_eq!(reasons[5].check, Check::Other("horoscope".into()));
    assert_eq!(reasons[7].reason.as_ref().unwrap().as_str(), "[1.10]");
}

#[test]
fn addresses_are_those_of_the_page() {
    let listed = |addresses: &[std::net::Ipv4Addr]| {
        addresses.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(listed(&PRODUCTION_ADDRESSES), "54.76.67.168 34.248.188.89 34.243.152.218");
    assert_eq!(listed(&SANDBOX_ADDRESSES), "54.76.168.240 99.81.243.145 54.220.118.167");
    assert_eq!(LATER_PRODUCTION_ADDRESS.to_string(), "54.228.234.204");
    assert_eq!(LATER_SANDBOX_ADDRESS.to_string(), "79.125.45.124");
}
