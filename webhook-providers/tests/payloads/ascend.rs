use webhook_providers::ascend::*;

use crate::{Table, check, decode, sample, under};

pub(crate) const SAMPLES: Table = &[
    ("invoice.paid.json", |body| check::<Invoice>(under(body, &["data"]), &[])),
    ("invoice.paid.bare-older.json", |body| {
        check::<Invoice>(body, &[]);
        assert!(matches!(decode(body), BareResource::Invoice(_)));
    }),
];

const PAYOUT: &str = r#"{"id": "p", "status": "paying", "paid_at": null, "quote_id": "q",
    "failed_at": null, "paying_at": null, "created_at": "2023-10-01T23:51:37.507Z",
    "program_id": "g", "updated_at": "2023-10-01T23:51:37.507Z", "invoice_id": "i",
    "installment_id": "n", "installment_plan_id": "l", "payout_type": "commission",
    "payable_account": {"id": "a", "bank_name": "b", "owner_name": "o",
        "usage_type": "trust_account", "routing_number": "021000021", "last_four_digits": "0042"},
    "recipient": {"type": "carrier"}, "reference": "r", "subscription_id": "s",
    "net_payout_amount_cents": 9007199254740993, "gross_payout_amount_cents": -1,
    "net_payout_amount_currency": "USD", "gross_payout_amount_currency": "USD"}"#;

const REFUND: &str = r#"{"id": "r", "created_at": "2023-10-01T23:51:37.507Z", "paid_at": null,
    "amount_cents": 100, "status": "canceled", "refundable_id": null, "refundable_type": null,
    "return_id": "t", "return_type": "BillableCancelation"}"#;

#[test]
fn cents_are_exact_and_dates_are_dates() {
    let body = sample("ascend/invoice.paid.json");
    let invoice: Invoice = decode(under(&body, &["data"]));
    assert_eq!(invoice.total_amount_cents, 600_000);
    assert_eq!(invoice.status, InvoiceStatus::Paid);
    let (due, paid) = (invoice.due_date.unwrap(), invoice.paid_at.unwrap());
    assert!(due.is_date() && !paid.is_date());
    assert!(due.instant() < paid.instant());
    let method = invoice.payment_method.unwrap();
    assert_eq!(method.payment_type, Some(PaymentType::Card));
    assert_eq!(method.card.unwrap().last_four_digits.unwrap().as_str(), "4256");

    let payout: Payout = decode(PAYOUT);
    assert_eq!(payout.net_payout_amount_cents, 9_007_199_254_740_993);
}

#[test]
fn shapes_without_a_sample_decode() {
    check::<Payout>(PAYOUT, &[]);
    check::<Refund>(REFUND, &[]);
    check::<Invoice>(
        r#"{"id": "i", "status": "draft", "total_amount_cents": 0, "account_manager_id": "m",
            "agent_invoice_docs": [{"title": null, "url": "u"}], "checkout_url": null,
            "installment_id": "n", "installment_plan_id": "l", "one_time_payment_id": "o",
            "payment_method": {"id": "p", "payment_type": "ach_debit",
                "ach_debit": {"bank_name": "b", "last_four_digits": "0001"},
                "ach_credit": {"bank_name": "b"}}}"#,
        &[],
    );
}

#[test]
fn digits_come_as_text_or_as_a_number() {
    assert_eq!(decode::<Digits>("\"0042\"").as_str(), "0042");
    assert_eq!(decode::<Digits>("42").to_string(), "42");
    for json in ["4.2", "-42", "null", "[]", "18446744073709551616"] {
        assert!(serde_json::from_str::<Digits>(json).is_err(), "{json}");
    }
    let numbers = PAYOUT.replace("\"021000021\"", "21000021").replace("\"0042\"", "null");
    let account = decode::<Payout>(&numbers).payable_account.unwrap();
    assert_eq!(account.routing_number.unwrap().as_str(), "21000021");
    assert_eq!(account.last_four_digits, None);
}

#[test]
fn bare_resources_are_told_by_their_keys() {
    let BareResource::Payout(payout) = decode(PAYOUT) else { panic!("a payout") };
    assert_eq!(*payout, decode::<Payout>(PAYOUT));
    let BareResource::Refund(refund) = decode(REFUND) else { panic!("a refund") };
    assert_eq!(*refund, decode::<Refund>(REFUND));

    // One key is enough to tell the kind, which then lacks what the error names.
    for (key, lacking) in [
        ("invoice_number", "total_amount_cents"),
        ("total_amount_cents", "status"),
        ("payout_type", "net_payout_amount_cents"),
        ("payable_account", "net_payout_amount_cents"),
        ("net_payout_amount_cents", "gross_payout_amount_cents"),
        ("refundable_id", "amount_cents"),
        ("refundable_type", "amount_cents"),
        ("amount_cents", "status"),
    ] {
        let value = if key.ends_with("cents") { "1" } else { "null" };
        let status = if lacking == "status" { "state" } else { "status" };
        let body = format!(r#"{{"{key}": {value}, "id": "x", "{status}": "paid"}}"#);
        let error = serde_json::from_str::<BareResource>(&body).unwrap_err().to_string();
        assert!(error.contains(&format!("missing field `{lacking}`")), "{key}: {error}");
    }
    // Nested keys tell nothing: an invoice's items have `amount_cents`.
    let loan = r#"{"id": "l", "items": [{"amount_cents": 1}], "rate": 1.10}"#;
    let BareResource::Other(json) = decode(loan) else { panic!("unknown") };
    assert_eq!(json.as_str(), loan);
    for json in ["[]", "1", "\"x\"", "null", "{}", r#"{"\ud800": 1}"#] {
        assert!(matches!(decode(json), BareResource::Other(_)), "{json}");
    }
}
