use webhook_providers::fincra::*;

use crate::{Table, check, decode, sample, under};

fn data<T>(body: &str)
where
    T: serde::de::DeserializeOwned + serde::Serialize + PartialEq + std::fmt::Debug,
{
    check::<T>(under(body, &["data"]), &[]);
}

pub(crate) const SAMPLES: Table = &[
    ("agency-banking.no-envelope.json", |body| check::<AgencyTransaction>(body, &[])),
    ("charge.successful.card.json", data::<Charge>),
    ("charge.successful.checkout-2023.json", data::<Charge>),
    ("charge.successful.direct-bank-transfer-older.json", data::<Charge>),
    ("charge.successful.json", data::<Charge>),
    ("charge.successful.underpayment.json", data::<Charge>),
    ("collection.failed.json", data::<Collection>),
    ("collection.successful.json", data::<Collection>),
    ("collection.successful.ngn-2024.json", data::<Collection>),
    ("collection.successful.older.json", data::<Collection>),
    ("collection.successful.underpayment.json", data::<Collection>),
    ("conversion.failed.json", data::<Conversion>),
    ("conversion.successful.json", data::<Conversion>),
    ("mandate.approved.json", data::<Mandate>),
    ("payout.failed.json", data::<Payout>),
    ("payout.successful.json", data::<Payout>),
    ("payout.successful.older.json", data::<Payout>),
    ("virtualaccount.approved.corporate.json", data::<VirtualAccount>),
    ("virtualaccount.approved.json", data::<VirtualAccount>),
    ("virtualaccount.approved.older-gbp.json", data::<VirtualAccount>),
    ("virtualaccount.changed.json", data::<VirtualAccount>),
    ("virtualaccount.closed.json", data::<VirtualAccount>),
    ("virtualaccount.declined.eur.json", data::<VirtualAccount>),
    ("virtualaccount.declined.json", data::<VirtualAccount>),
    ("virtualaccount.issued.json", data::<VirtualAccount>),
];

fn read<T: serde::de::DeserializeOwned>(file: &str) -> T {
    decode(under(&sample(&format!("fincra/{file}")), &["data"]))
}

#[test]
fn money_keeps_every_digit() {
    let payout: Payout = read("payout.successful.older.json");
    assert_eq!(payout.amount_charged.as_str(), "528947.3684210526");
    assert_eq!(payout.rate.as_str(), "0.0019");
    assert_eq!(payout.amount_received.minor_units(2), Some(85_500));
    let line = format!("{} {}", payout.amount_received, payout.destination_currency);
    assert_eq!(line, "855 GBP");
    assert!(serde_json::to_string(&payout).unwrap().contains(":528947.3684210526,"));

    let collection: Collection = read("collection.successful.underpayment.json");
    assert_eq!(collection.fee.as_str(), "1.2599999999999998");
    assert_eq!(collection.variance_type, Some(Variance::Underpayment));
    assert_eq!(collection.amount_expected.unwrap().minor_units(0), Some(100));

    let charge: Charge = read("charge.successful.card.json");
    assert_eq!(charge.fee.as_str(), "699.9999999999999");
    let conversion: Conversion = read("conversion.failed.json");
    assert_eq!(conversion.rate.as_str(), "0.0006464124");
}

#[test]
fn times_and_names_are_read() {
    let payout: Payout = read("payout.failed.json");
    assert_eq!(payout.status, Status::Failed);
    assert_eq!(payout.recipient.r#type, RecipientType::Individual);
    assert_eq!(payout.trace_id, None);
    assert_eq!(payout.valued_at, None);
    assert!(payout.created_at.instant().is_some());

    let account: VirtualAccount = read("virtualaccount.approved.older-gbp.json");
    let information = account.account_information.unwrap();
    assert_eq!(information.bank_name, None);
    assert_eq!(information.other_info.unwrap().sort_code.as_deref(), Some("041307"));

    // A placeholder in the published sample: kept, and no time.
    let charge: Charge = read("charge.successful.checkout-2023.json");
    let expires = charge.virtual_account.unwrap().expires_at.unwrap();
    assert_eq!((expires.as_str(), expires.instant()), ("@timestamp", None));
    assert_eq!(charge.metadata.unwrap().as_str(), "{}");

    let terminal: AgencyTransaction = decode(&sample("fincra/agency-banking.no-envelope.json"));
    assert_eq!(terminal.created_at.unwrap().to_string(), "2022-06-24T08:01:20.000000Z");
}

#[test]
fn an_approved_account_may_have_no_details_yet() {
    let body = sample("fincra/virtualaccount.declined.eur.json");
    let data = under(&body, &["data"]).replacen('{', r#"{"accountInformation": {},"#, 1);
    let account: VirtualAccount = decode(&data);
    assert_eq!(account.account_information, Some(AccountInformation::default()));
    assert_eq!(account.is_permanent, None);
}

#[test]
fn the_legacy_checkout_is_a_charge() {
    // Made from the fact sheet: the published one is no JSON.
    check::<Charge>(
        r#"{"businessId": "56f5", "method": "card", "paymentReference": "6df5",
            "transactionReference": "5f59", "merchantReference": "m-1", "amount": 500.42,
            "amountToSettle": 500, "fee": 0.42, "feeBearer": "customer", "status": "success",
            "settlementDestination": "wallet", "currency": "NGN",
            "customer": {"name": "Example", "email": "customer@example.com", "phoneNumber": null},
            "metadata": {"userId": "u"}, "createdAt": "@timestamp", "updatedAt": "@timestamp"}"#,
        &[],
    );
}

#[test]
fn shapes_without_a_sample_decode() {
    check::<IssuingTransaction>(
        r#"{"amount": 10.5, "currency": "USD", "cardId": "c", "type": "credit",
            "description": "d", "status": "successful", "reference": null}"#,
        &[],
    );
    check::<Card>(
        r#"{"id": "card_1", "status": "inactive", "last4": "7725", "panMasked": "5269********7725",
            "expiryMonth": "02", "expiryYear": "2029", "scheme": "mastercard", "currency": "USD",
            "cardType": "virtual_debit_card", "cardProductId": "p", "cardholderId": "ch_1",
            "reference": "r", "name": "n", "isFrozen": true, "freezeReason": "lost"}"#,
        &[],
    );
    check::<CardFunding>(
        r#"{"id": "txn_1", "cardId": "card_1", "type": "JIT_AUTHORIZATION", "status": "PENDING",
            "direction": "credit", "settlementAmount": {"amount": 1.10, "currency": "USD"},
            "feeAmount": {"amount": 0, "currency": "USD"}, "reference": "r",
            "createdAt": "2026-01-01T00:00:00Z"}"#,
        &[],
    );
    check::<CardholderValidation>(
        r#"{"id": "ch_1", "verificationStatus": "rejected", "status": "onboarding"}"#,
        &[],
    );
    // Both spellings of a key in one body.
    let body = sample("fincra/collection.successful.json");
    let data = under(&body, &["data"]).replacen(
        '{',
        r#"{"paymentScheme": "sepa", "paymentSchemme": "fps",
            "senderBankDetails": {"bankName": "b", "bankCode": null, "swiftCode": "s", "bic": null},"#,
        1,
    );
    check::<Collection>(&data, &[]);
}

#[test]
fn what_is_not_money_is_refused() {
    let body = sample("fincra/payout.successful.json");
    let data = under(&body, &["data"]);
    for amount in ["null", "\"\"", "\"12,5\"", "true", "{}", "1e99999999999"] {
        let data =
            data.replace("\"amountReceived\": 200", &format!("\"amountReceived\": {amount}"));
        assert!(serde_json::from_str::<Payout>(&data).is_err(), "{amount}");
    }
    // A number in a string is one.
    let data = data.replace("\"amountReceived\": 200", "\"amountReceived\": \"200.00\"");
    assert_eq!(decode::<Payout>(&data).amount_received.as_str(), "200.00");
}
