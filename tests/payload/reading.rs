//! What is read, and what breaks it.

use std::{borrow::Cow, collections::HashMap};

use webhook_kit::{
    open_enum, path, payload,
    value::{Decimal, Json, UnixTime},
};

open_enum! {
    /// How an invoice stands.
    pub enum Status {
        Draft = "draft",
        Paid = "paid",
    }
}

#[payload("stripe", "invoice.paid", "invoice.payment_failed")]
#[derive(Debug)]
struct Booked {
    amount_paid: i64,
    currency: String,
    customer_email: Option<String>,
    status: Option<Status>,
    created: UnixTime,
    metadata: Option<HashMap<String, String>>,
    #[at("/status_transitions/paid_at")]
    paid_at: Option<UnixTime>,
    #[at("/lines/data")]
    lines: Vec<Line>,
    #[at(unlisted)]
    newer: Option<Json>,
}

#[payload("stripe", "invoice.paid", "invoice.payment_failed", at = "/lines/data/*")]
#[derive(Debug)]
struct Line {
    amount: i64,
    description: Option<String>,
    quantity_decimal: Option<Decimal>,
}

#[payload("stripe", "invoice.paid")]
#[derive(Debug)]
struct Borrowed<'a> {
    currency: Cow<'a, str>,
    customer_email: Option<Cow<'a, str>>,
    lines: Option<Lines<'a>>,
    #[at("/lines/url")]
    url: Cow<'a, str>,
}

#[payload("stripe", "invoice.paid", at = "/lines")]
#[derive(Debug)]
struct Lines<'a> {
    url: Cow<'a, str>,
    has_more: bool,
}

const BODY: &str = r#"{
    "id": "in_1", "amount_paid": 1200, "currency": "eur", "customer_email": null, "status": "paid",
    "created": 1657323346, "metadata": {"order": "7"}, "other": [{"amount_paid": 3}],
    "status_transitions": {"paid_at": 1657323400, "voided_at": null},
    "lines": {"url": "/v1/lines", "has_more": false, "data": [{"amount": 1000, "description": "a\"b"}, {"amount": 200}]}
}"#;

#[test]
fn fields_are_read_from_where_they_stand() {
    let booked: Booked = serde_json::from_str(BODY).unwrap();
    assert_eq!(booked.amount_paid, 1200);
    assert_eq!(booked.currency, "eur");
    assert_eq!(booked.customer_email, None);
    assert_eq!(booked.status, Some(Status::Paid));
    assert_eq!(booked.created.seconds(), 1_657_323_346);
    assert_eq!(booked.metadata.unwrap()["order"], "7");
    assert_eq!(booked.paid_at.map(UnixTime::seconds), Some(1_657_323_400));
    assert!(booked.newer.is_none());
    let [first, second] = booked.lines.as_slice() else { panic!("two lines") };
    assert_eq!((first.amount, first.description.as_deref()), (1000, Some("a\"b")));
    assert_eq!((second.amount, second.description.as_deref()), (200, None));
    assert!(second.quantity_decimal.is_none());
}

#[test]
fn texts_are_borrowed_unless_they_have_escapes() {
    let body = BODY.replace("\"customer_email\": null", "\"customer_email\": \"a\\u0040b\"");
    let borrowed: Borrowed<'_> = serde_json::from_str(&body).unwrap();
    assert!(matches!(borrowed.currency, Cow::Borrowed("eur")));
    assert!(matches!(borrowed.customer_email, Some(Cow::Owned(text)) if text == "a@b"));
    let lines = borrowed.lines.unwrap();
    assert!(!lines.has_more);
    assert_eq!((lines.url, borrowed.url), ("/v1/lines".into(), "/v1/lines".into()));
}

fn error(body: &str) -> String {
    serde_json::from_str::<Booked>(body).unwrap_err().to_string()
}

#[test]
fn what_is_required_breaks_the_payload_and_no_value_is_quoted() {
    let without = BODY.replace("\"amount_paid\": 1200,", "");
    assert!(error(&without).starts_with("missing field `/amount_paid` of `Booked`"));
    let another = BODY.replace("\"amount_paid\": 1200,", "\"amount_paid\": \"secret\",");
    let sentence = "`/amount_paid` of `Booked` is a text, which `i64` does not take";
    assert!(error(&another).starts_with(sentence), "{}", error(&another));
    assert!(error("\"secret\"").starts_with("the payload is a text, and not an object"));
    let twice = BODY.replace("\"id\": \"in_1\"", "\"currency\": \"usd\"");
    assert!(error(&twice).starts_with("duplicate field `currency`"));
    let cut = BODY.get(..BODY.len() - 3).unwrap();
    assert!(error(cut).contains("EOF"));
}

#[test]
fn nothing_else_breaks_it() {
    for (from, to) in [
        ("{\"paid_at\": 1657323400, \"voided_at\": null}", "null"),
        ("{\"paid_at\": 1657323400, \"voided_at\": null}", "\"text\""),
        ("{\"paid_at\": 1657323400, \"voided_at\": null}", "[1, {}]"),
        ("{\"paid_at\": 1657323400, \"voided_at\": null}", "7.5"),
        ("1657323400", "\"soon\""),
        ("{\"order\": \"7\"}", "[]"),
        ("\"status\": \"paid\"", "\"status\": {}"),
    ] {
        let body = BODY.replace(from, to);
        assert_ne!(body, BODY);
        serde_json::from_str::<Booked>(&body).unwrap_or_else(|error| panic!("{to}: {error}"));
    }
}

#[test]
fn paths_are_pointers() {
    let at = path!("stripe", "invoice.paid", "/status_transitions/paid_at");
    let body: serde_json::Value = serde_json::from_str(BODY).unwrap();
    assert_eq!(body.pointer(at).unwrap(), 1_657_323_400);
    let first = path!("stripe", "invoice.paid", "/lines/data/0/amount");
    assert_eq!(body.pointer(first).unwrap(), 1000);
    assert_eq!(path!("stripe", "invoice.paid", "/newer/0", unlisted), "/newer/0");
    assert_eq!(path!("github", "pull_request.opened", ""), "");
}
