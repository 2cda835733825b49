//! Payloads as they arrive: through endpoints, on methods, in enums, and stored.

use std::sync::Mutex;

use webhook_kit::{
    Delivery, RawEvent, Secret, Verifier, WebhookEvent, payload,
    payload::{Found, Mismatch},
    providers::stripe::Stripe,
    testing::sender,
    webhook,
};

const SECRET: &str = "whsec_0123456789abcdef0123456789abcdef";

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
    format!(r#"{{"id": "evt_1", "type": "{event}", "data": {{"object": {object}}}}}"#)
}

const ODD: &str = r#"{"amount_paid": 7, "customer_email": 12, "number": null, "status_transitions": {"paid_at": [1]}}"#;

fn delivery(event: &str, object: &str) -> Delivery {
    let secret = Secret::from(SECRET);
    let request = sender::<Stripe>(&secret).body(body(event, object)).request();
    let (parts, body) = request.into_parts();
    Verifier::<Stripe>::new(secret).unwrap().verify(&parts, body).unwrap()
}
