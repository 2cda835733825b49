//! Events that are spread over the methods of a type.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Response, StatusCode};
use serde::Deserialize;
use webhook_kit::{
    Ack, AckWith, Delivery, Endpoint, Envelope, Provider, RawEvent, Secret, State, WebhookEvent,
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
pub(crate) struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
#[allow(dead_code, reason = "only its names are read")]
pub(crate) enum AcmeEvent {
    #[event("paid", "refunded")]
    Paid(Payout),
    #[event("failed")]
    Failed(Payout),
    #[event("ping")]
    Ping,
    #[event(other)]
    Other(RawEvent),
}

#[derive(Deserialize)]
pub(crate) struct Payout {
    amount: u64,
}

#[derive(Clone, Default)]
struct Calls(Arc<Mutex<Vec<String>>>);

impl Calls {
    fn note(&self, what: impl Into<String>) {
        self.0.lock().expect("no panic").push(what.into());
    }

    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().expect("no panic"))
    }
}

struct Payments {
    calls: Calls,
}

#[webhook(provider = Acme, algo = "sha256")]
impl Payments {
    #[on("paid", "refunded")]
    async fn paid(&self, payout: Payout, delivery: Delivery, State(factor): State<u64>) -> Ack {
        let name = delivery.event().expect("a name");
        self.note(&format!("{name} {}", payout.amount * factor));
        Ack
    }

    #[on("failed")]
    async fn failed(&self, payout: Payout) -> Result<AckWith<202>, std::io::Error> {
        self.note(&format!("failed {}", payout.amount));
        if payout.amount == 0 {
            return Err(std::io::Error::other("nothing failed"));
        }
        Ok(AckWith)
    }

    #[on("ping")]
    async fn ping(&self, Envelope(envelope): Envelope<serde_json::Value>) {
        self.note(&format!("ping {envelope}"));
    }

    #[on(unnamed)]
    async fn unnamed(&self) {
        self.note("unnamed");
    }

    #[on(other)]
    async fn other(&self, event: RawEvent) {
        self.note(&format!("other {}", event.name()));
    }

    #[cfg(any())]
    #[on("ping")]
    async fn never(&self, nothing: Nothing) {}

    fn note(&self, what: &str) {
        self.calls.note(what);
    }
}

fn endpoint(calls: &Calls) -> Endpoint<Payments, u64> {
    let payments = Payments { calls: calls.clone() };
    payments.endpoint(secret()).expect("a secret").state(10)
}

fn secret() -> Secret {
    Secret::new("a secret")
}

async fn send(endpoint: &Endpoint<Payments, u64>, body: &'static str) -> Response<Bytes> {
    endpoint.handle(Acme::sign(&secret(), body).request()).await
}

#[tokio::test]
async fn each_event_reaches_its_method() {
    let calls = Calls::default();
    let endpoint = endpoint(&calls);
    for (body, call) in [
        (r#"{"type":"paid","data":{"amount":7}}"#, "paid 70"),
        (r#"{"type":"refunded","data":{"amount":8}}"#, "refunded 80"),
        (r#"{"type":"ping"}"#, r#"ping {"type":"ping"}"#),
        (r#"{"data":{}}"#, "unnamed"),
        (r#"{"type":"new","data":{}}"#, "other new"),
    ] {
        assert_eq!(send(&endpoint, body).await.status(), StatusCode::OK);
        assert_eq!(calls.taken(), [call]);
    }
    let answer = send(&endpoint, r#"{"type":"failed","data":{"amount":9}}"#).await;
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    assert_eq!(calls.taken(), ["failed 9"]);
}

#[tokio::test]
async fn a_method_that_fails_is_a_failure() {
    let calls = Calls::default();
    let endpoint = endpoint(&calls);
    let answer = send(&endpoint, r#"{"type":"failed","data":{"amount":0}}"#).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(calls.taken(), ["failed 0"]);
}

#[tokio::test]
async fn what_cannot_be_decoded_reaches_no_method() {
    let calls = Calls::default();
    let endpoint = endpoint(&calls);
    for body in [r#"{"type":"paid","data":{"amount":"7"}}"#, r#"{"type":"paid"}"#, "{", ""] {
        assert_eq!(
            send(&endpoint, body).await.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{body}"
        );
    }
    assert_eq!(calls.taken(), [""; 0]);
}

#[tokio::test]
async fn the_methods_stay_methods() {
    let payments = Payments { calls: Calls::default() };
    payments.unnamed().await;
    payments.failed(Payout { amount: 1 }).await.expect("it failed");
    assert_eq!(payments.calls.taken(), ["unnamed", "failed 1"]);
}

/// What a block can also be: generic, with a scheme of its own, without all events.
mod others {
    use super::{Acme, Calls, Payout, Provider, RawEvent, secret, webhook};

    pub(crate) struct Generic<D>(D);

    #[webhook(provider = Acme, ignore_others)]
    impl<D> Generic<D>
    where
        D: Fn(u64) -> Result<(), std::io::Error> + Send + Sync + 'static,
    {
        #[on("paid")]
        async fn paid(&self, payout: Payout) -> Result<(), std::io::Error> {
            (self.0)(payout.amount)
        }
    }

    #[derive(Clone)]
    pub(crate) struct Inline(Calls);

    #[webhook(header = "x-signature", algo = "sha512", event_type = "header:x-event")]
    impl Inline {
        #[on(other)]
        async fn any(&self, event: RawEvent) {
            self.0.note(event.name());
        }
    }

    /// What is not compiled brings nothing along.
    #[webhook(provider = Acme)]
    #[cfg(any())]
    impl Nothing {
        #[on(other)]
        async fn other(&self) {}
    }

    #[webhook(provider = Acme)]
    #[cfg(any())]
    async fn on_nothing(event: RawEvent) {}

    #[tokio::test]
    async fn generic() {
        let calls = Calls::default();
        let noted = calls.clone();
        let endpoint = Generic(move |amount: u64| {
            noted.note(amount.to_string());
            Ok(())
        })
        .endpoint(secret())
        .expect("a secret");
        for body in [r#"{"type":"paid","data":{"amount":3}}"#, r#"{"type":"ping"}"#] {
            let request = Acme::sign(&secret(), body).request();
            assert_eq!(endpoint.handle(request).await.status(), 200);
        }
        assert_eq!(calls.taken(), ["3"]);
    }

    #[tokio::test]
    async fn inline() {
        let calls = Calls::default();
        let endpoint = Inline(calls.clone()).endpoint(secret()).expect("a secret");
        let mut request = Inline::sign(&secret(), "{}").request();
        request.headers_mut().insert("x-event", http::HeaderValue::from_static("said"));
        assert_eq!(endpoint.handle(request).await.status(), 200);
        assert_eq!(calls.taken(), ["said"]);
    }
}
