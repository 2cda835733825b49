//! Payloads that are made up of what providers publish: signed, of the right event, and of the right form.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use serde_json::{Value, json};
use webhook_kit::{
    payload,
    providers::{github::GitHub, stripe::Stripe},
    testing::{self, sender, sender_named},
};

#[test]
fn every_event_with_a_schema_is_a_genuine_delivery() {
    let mut events = 0;
    for provider in webhook_schema::PROVIDERS {
        let schema = webhook_schema::of(provider).expect("its feature is on");
        let sender = sender_named(provider).expect("it is in the catalogue");
        // Adyen's own code signs items of a batch that a made one does not hold; deliveries of the others
        // are verified with another key than they are signed with.
        if ["adyen-payments", "discord", "plaid"].contains(provider) {
            continue;
        }
        let verifier = sender.scheme().verifier(sender.secret()).unwrap();
        let verifier = verifier.clock(sender.clock()).url(sender.url()).unwrap();
        for event in schema.events() {
            let genuine = sender.event(&event.name);
            assert_eq!(genuine.is_made_up(), !has_sample(&sender, &event.name), "{provider}");
            let (parts, body) = genuine.request().into_parts();
            let delivery = verifier.verify(&parts, body);
            let delivery =
                delivery.unwrap_or_else(|error| panic!("{provider} {}: {error}", event.name));
            // An update of Telegram's names no event.
            let named = if *provider == "telegram" { None } else { Some(&*event.name) };
            assert_eq!(delivery.event(), named, "{provider}");
            delivery.payload::<Value>().unwrap_or_else(|error| panic!("{provider}: {error}"));
            events += 1;
        }
    }
    assert!(events > 900, "{events}");
}

fn has_sample(sender: &testing::Sender, event: &str) -> bool {
    sender.samples().iter().any(|sample| sample.name == event || sample.event == event)
}

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: i64,
    #[at("/status_transitions/paid_at")]
    paid_at: Option<i64>,
}

#[test]
fn what_matters_is_said_and_a_seed_makes_the_rest() {
    let stripe = sender::<Stripe>();
    let body = |sender: &testing::Sender| sender.event("invoice.paid").request().into_body();
    assert_eq!(body(&stripe), body(&stripe));
    assert_ne!(body(&stripe), body(&stripe.clone().seed(1)));

    let made = stripe.event("invoice.paid").with("/amount_paid", 7);
    let made = made.with("/status_transitions/paid_at", json!(9));
    let document: Value = serde_json::from_slice(&made.request().into_body()).unwrap();
    let object = document.pointer("/data/object").unwrap();
    assert_eq!(object["object"], "invoice");
    let paid: Paid = serde_json::from_str(&object.to_string()).unwrap();
    assert_eq!((paid.amount_paid, paid.paid_at), (7, Some(9)));
}

#[test]
fn an_action_is_its_event_with_the_action_said() {
    let request = sender::<GitHub>().event("pull_request.closed").request();
    assert_eq!(request.headers()["x-github-event"], "pull_request");
    let document: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(document["action"], "closed");
    // What nobody knows is a body that says no more than its name.
    let unknown = sender::<GitHub>().event("of_tomorrow");
    assert!(!unknown.is_made_up());
}

#[test]
#[should_panic(expected = "nothing can be put at `/object/x` of this payload")]
fn what_cannot_be_put_there_ends_the_test() {
    let _ = sender::<Stripe>().event("invoice.paid").with("/object/x", 1);
}
