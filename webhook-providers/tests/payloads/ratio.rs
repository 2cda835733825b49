use webhook_providers::ratio::*;

use crate::{Table, check, decode, sample};

pub(crate) const SAMPLES: Table = &[
    ("_registration.request.json", |body| check::<WebhookRegistration>(body, &[])),
    ("_registration.response.json", |body| drop(decode::<RegisteredWebhook>(body))),
];

#[test]
fn registering_is_written_as_published() {
    let request = WebhookRegistration::new(
        "https://example.com/webhook",
        [EventKind::ActivityUpdated, EventKind::BankUpdated, EventKind::KycUpdated],
    )
    .named("My Webhook");
    let published: WebhookRegistration = decode(&sample("ratio/_registration.request.json"));
    assert_eq!(request, published);
    let compact = sample("ratio/_registration.request.json").replace(['\n'], "").replace("  ", "");
    assert_eq!(serde_json::to_string(&request).unwrap(), compact.replace("\": ", "\":"));
    assert_eq!(EventKind::KNOWN.len(), request.events.len());
}

#[test]
fn the_answer_has_the_secret_and_hides_it() {
    let text = sample("ratio/_registration.response.json");
    let answer: RegisteredWebhook = decode(&text);
    assert_eq!(answer.url.as_deref(), Some("https://example.com/webhook"));
    assert_eq!(
        answer.events,
        [EventKind::ActivityUpdated, EventKind::BankUpdated, EventKind::KycUpdated]
    );
    assert!(answer.created_at.unwrap().instant() < answer.updated_at.unwrap().instant());
    assert!(!format!("{:?}", answer.secret).contains("secretstring"));

    // The glossary's names for the times, alone or beside the example's.
    let glossary = text.replace("createdAt", "createTime").replace("updatedAt", "updateTime");
    assert!(decode::<RegisteredWebhook>(&glossary).create_time.is_some());
    let both = text.replacen('{', r#"{"createTime": "2022-10-29T12:00:00.000Z","#, 1);
    assert!(decode::<RegisteredWebhook>(&both).create_time.is_some());

    for secret in ["\"\"", "\"  \"", "null", "1"] {
        let blank = text.replace("\"secretstring\"", secret);
        assert!(serde_json::from_str::<RegisteredWebhook>(&blank).is_err(), "{secret}");
    }
    assert!(serde_json::from_str::<RegisteredWebhook>(&text.replace("secret\"", "x\"")).is_err());
}

#[test]
fn the_envelope_is_read_around_any_data() {
    // No delivery is published: this is the page's drawing, filled in.
    let body =
        r#"{"userId": "u-1", "event": "KYC_UPDATED", "id": "e-1", "data": {"idvResult": 1}}"#;
    check::<Envelope>(body, &["data"]);
    let envelope: Envelope = decode(body);
    assert_eq!((envelope.user_id.as_str(), envelope.id.as_str()), ("u-1", "e-1"));
    assert_eq!(envelope.event, EventKind::KycUpdated);
}

#[test]
fn payloads_of_the_glossary_decode() {
    check::<Activity>(
        r#"{"id": "a", "createTime": "2022-10-29T12:00:00.000Z", "updateTime": "x",
            "fiat": {"status": "COMPLETED", "currency": "USD", "amount": 10.50,
                "direction": "DEBIT", "fundingMethod": "ACH_RECEIVED",
                "bankAccount": {"id": "b", "createTime": "x", "updateTime": "x", "name": "n",
                    "mask": "1234", "linkStatus": "LOGIN_REQUIRED", "verificationStatus": "APPROVED"}},
            "metadata": {"deep": [1.10]}}"#,
        &[],
    );
    check::<Wallet>(
        r#"{"id": "w", "createTime": "x", "updateTime": "x", "address": "0x", "name": null,
            "type": "EVM", "network": "POLYGON"}"#,
        &[],
    );
    let crypto: Crypto = decode(
        r#"{"status": "PENDING", "currency": "MATIC", "direction": "CREDIT", "price": "0.10",
            "amount": "0.000000000000000001", "fee": "1e-7", "transactionHash": "0x"}"#,
    );
    assert_eq!(crypto.amount.as_ref().unwrap().minor_units(18), Some(1));
    assert_eq!(crypto.currency, Some(Currency::Other("MATIC".into())));
    assert!(serde_json::to_string(&crypto).unwrap().contains(r#""price":"0.10""#));
    assert_eq!(decode::<Activity>("{}"), decode::<Activity>(r#"{"fiat": null, "crypto": null}"#));
    assert_eq!(decode::<BankAccount>("{}").link_status, None);
}

#[test]
fn kyc_is_a_word_or_an_object() {
    assert_eq!(decode::<Kyc>("\"IN_REVIEW\""), Kyc::Result(KycResult::InReview));
    assert_eq!(decode::<Kyc>("\"LATER\""), Kyc::Result(KycResult::Other("LATER".into())));
    check::<Kyc>(
        r#"{"createTime": "x", "updateTime": "x", "addressResult": "APPROVED",
            "dobResult": "NOT_STARTED", "fraudResult": "UNKNOWN", "idvResult": "SUBMITTED"}"#,
        &[],
    );
    let Kyc::Checks(checks) = decode(r#"{"idvResult": "DECLINED", "dobResult": null}"#) else {
        panic!("an object");
    };
    assert_eq!((checks.idv_result, checks.dob_result), (Some(KycResult::Declined), None));
    for json in ["1", "null", "[]", "true", "{\"idvResult\": 1}"] {
        assert!(serde_json::from_str::<Kyc>(json).is_err(), "{json}");
    }
    let word = Kyc::Result(KycResult::Approved);
    assert_eq!(serde_json::to_string(&word).unwrap(), "\"APPROVED\"");
}
