//! Payloads as they arrive: through endpoints, on methods, in enums, and stored.

use std::sync::{Arc, Mutex};

use webhook_kit::{
    Delivery, RawEvent, State, Verifier, WebhookEvent, payload,
    payload::{Found, Mismatch},
    providers::stripe::Stripe,
    testing::{block_on, sender},
    webhook,
};

#[payload("stripe", "invoice.paid", "invoice.payment_failed")]
#[derive(Debug)]
struct Booked {
    amount_paid: i64,
    customer_email: Option<String>,
    number: Option<String>,
    #[at("/status_transitions/paid_at")]
    paid_at: Option<i64>,
}

fn body(event: &str, object: &str) -> String {
    let id = format!("{event} {}", object.len());
    format!(r#"{{"id": "{id}", "type": "{event}", "data": {{"object": {object}}}}}"#)
}

const ODD: &str = r#"{"amount_paid": 7, "customer_email": 12, "number": null, "status_transitions": {"paid_at": [1]}}"#;

fn odd() -> [Mismatch; 2] {
    let sender = sender::<Stripe>();
    let verifier = Verifier::<Stripe>::new(sender.secret()).unwrap().clock(sender.clock());
    let (parts, body) = sender.body(body("invoice.paid", ODD)).request().into_parts();
    let delivery = verifier.verify(&parts, body).unwrap();
    assert!(delivery.mismatches().is_empty(), "nothing was decoded");
    let booked: Booked = delivery.payload().unwrap();
    assert_eq!((booked.amount_paid, booked.customer_email, booked.number), (7, None, None));
    assert_eq!(booked.paid_at, None);
    delivery.mismatches().try_into().unwrap()
}

#[test]
fn values_of_another_kind_are_none_and_told() {
    let [email, paid_at] = odd();
    assert_eq!(email.payload, "Booked");
    assert_eq!(
        (email.place, email.wanted, email.found),
        ("/customer_email", "String", Found::Number)
    );
    let second = ("/status_transitions/paid_at", "i64", Found::List);
    assert_eq!((paid_at.place, paid_at.wanted, paid_at.found), second);
}

type Seen = Arc<Mutex<Vec<String>>>;

#[webhook(provider = "stripe", event = "invoice.paid", ignore_others)]
async fn on_paid(paid: Booked, delivery: Delivery, State(seen): State<Seen>) {
    let mismatches = delivery.mismatches().len();
    seen.lock().unwrap().push(format!("{} {mismatches}", paid.amount_paid));
}

#[test]
fn a_handler_takes_the_payload_and_learns_what_did_not_fit() {
    let seen = Seen::default();
    let sender = sender::<Stripe>();
    let endpoint = on_paid::endpoint(sender.secret()).unwrap().state(seen.clone());
    let send = |event: &str, object: &str| {
        block_on(sender.send(sender.body(body(event, object)).request(), &endpoint))
    };
    assert_eq!(send("invoice.paid", ODD).outcome, "handled");
    assert_eq!(send("invoice.voided", "{}").outcome, "unhandled");
    assert_eq!(*seen.lock().unwrap(), ["7 2"]);
    let refused = send("invoice.paid", r#"{"amount_paid": null}"#);
    assert_eq!(refused.status(), 422);
}

#[derive(WebhookEvent)]
#[event(provider = "stripe")]
enum Money {
    #[event("invoice.paid", "invoice.payment_failed")]
    Booked(Booked),
    #[event(other)]
    Other(RawEvent),
}

struct Books(Seen);

#[webhook(provider = "stripe")]
impl Books {
    #[on("invoice.paid")]
    async fn paid(&self, booked: Booked) {
        self.0.lock().unwrap().push(format!("paid {}", booked.amount_paid));
    }

    #[on("invoice.payment_failed")]
    async fn failed(&self, booked: Box<Booked>) {
        self.0.lock().unwrap().push(format!("failed {}", booked.amount_paid));
    }

    #[on(other)]
    async fn other(&self, event: RawEvent) {
        self.0.lock().unwrap().push(event.name().to_owned());
    }
}

#[test]
fn it_stands_on_methods_and_in_enums() {
    let seen = Seen::default();
    let sender = sender::<Stripe>();
    let endpoint = Books(seen.clone()).endpoint(sender.secret()).unwrap();
    for event in ["invoice.paid", "invoice.payment_failed", "invoice.voided"] {
        let answer = block_on(sender.send(sender.body(body(event, ODD)).request(), &endpoint));
        assert_eq!(answer.outcome, "handled");
    }
    assert_eq!(*seen.lock().unwrap(), ["paid 7", "failed 7", "invoice.voided"]);

    let verifier = Verifier::<Stripe>::new(sender.secret()).unwrap().clock(sender.clock());
    let decode = |event: &str| {
        let (parts, body) = sender.body(body(event, ODD)).request().into_parts();
        let delivery = verifier.verify(&parts, body).unwrap();
        match Money::decode(&delivery).unwrap().unwrap() {
            Money::Booked(booked) => (booked.amount_paid, delivery.mismatches().len()),
            Money::Other(event) => (-1, event.payload().len()),
        }
    };
    // In one pass, and told as well.
    assert_eq!(decode("invoice.payment_failed"), (7, 2));
    assert_eq!(decode("invoice.voided"), (-1, ODD.len()));
}
