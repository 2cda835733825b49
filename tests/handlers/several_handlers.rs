//! Several handlers on one endpoint.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::sync::{Arc, Mutex};

use http::StatusCode;
use webhook_kit::{
    Delivery, Endpoint, Handler, Provider, RawEvent, Secret, State, WebhookEvent, ignore_others,
    webhook,
};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    payload = "/data",
    events = AcmeEvent
)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("paid")]
    Paid,
    #[event("failed")]
    Failed,
    #[event("ping")]
    Ping,
}

type Calls = Arc<Mutex<Vec<String>>>;

#[webhook(provider = Acme, event = "paid")]
async fn on_paid(amount: u64, State(calls): State<Calls>) {
    calls.lock().expect("no panic").push(format!("paid {amount}"));
}

struct Block;

#[webhook(provider = Acme, ignore_others)]
impl Block {
    #[on("failed")]
    async fn failed(&self, State(calls): State<Calls>) {
        calls.lock().expect("no panic").push("failed".into());
    }

    #[on("ping")]
    async fn ping(&self, delivery: Delivery, State(calls): State<Calls>) {
        calls.lock().expect("no panic").push(delivery.event().expect("a name").into());
    }
}

#[webhook(provider = Acme)]
async fn on_rest(event: RawEvent, State(calls): State<Calls>) {
    calls.lock().expect("no panic").push(format!("rest {}", event.name()));
}

/// An event that no list has (yet).
#[webhook(provider = Acme, event = "new", unlisted)]
async fn on_new(_event: RawEvent, State(calls): State<Calls>) {
    calls.lock().expect("no panic").push("new".into());
}

/// What is called for each of four deliveries.
async fn calls(handler: impl Handler<Provider = Acme, State = Calls>) -> Vec<String> {
    let (secret, calls) = (Secret::new("a secret"), Calls::default());
    let endpoint = Endpoint::new(handler, secret.clone()).expect("a secret").state(calls.clone());
    for body in [
        r#"{"type":"paid","data":7}"#,
        r#"{"type":"failed","data":8}"#,
        r#"{"type":"ping","data":9}"#,
        r#"{"type":"new","data":{}}"#,
    ] {
        let answer = endpoint.handle(Acme::sign(&secret, body).request()).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }
    std::mem::take(&mut calls.lock().expect("no panic"))
}

#[tokio::test]
async fn each_event_reaches_its_handler() {
    assert_eq!(calls((on_paid {}, Block)).await, ["paid 7", "failed", "ping"]);
}

#[tokio::test]
async fn the_last_takes_the_rest() {
    assert_eq!(
        calls((on_paid {}, on_rest {})).await,
        ["paid 7", "rest failed", "rest ping", "rest new"]
    );
    assert_eq!(
        calls((Block, on_paid {}, on_rest {})).await,
        ["paid 7", "failed", "ping", "rest new"]
    );
}

#[tokio::test]
async fn others_are_ignored_where_that_is_said() {
    assert_eq!(calls((on_paid {}, ignore_others())).await, ["paid 7"]);
}

#[tokio::test]
async fn an_unlisted_event_reaches_its_handler() {
    assert_eq!(calls((on_new {}, on_paid {}, Block)).await, ["paid 7", "failed", "ping", "new"]);
    assert_eq!(calls((on_new {}, ignore_others())).await, ["new"]);
    // Also where the handlers are one of several themselves.
    assert_eq!(
        calls(((on_new {}, on_paid {}, Block), on_rest {})).await,
        ["paid 7", "failed", "ping", "new"]
    );
}
