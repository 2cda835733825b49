//! What the `tracing` feature tells: one span a delivery, and nothing that is nobody's business.
//!
//! A program of its own: subscribers of one thread and callsites of others do not mix.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::{
    collections::BTreeMap,
    fmt::{Debug, Write},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use bytes::Bytes;
use http::Request;
use serde::Deserialize;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use webhook_kit::{Provider, Secret, State, webhook};

#[path = "../support/mod.rs"]
mod support;
#[allow(dead_code, reason = "this program uses a part of it")]
#[path = "../hostile/world.rs"]
mod world;

use support::noon;
use world::{Act, Listed, Probe, event, secret, set};

type Spans = BTreeMap<u64, (String, BTreeMap<String, String>)>;

/// Keeps every span with its fields, and every event as a text.
#[derive(Clone, Default)]
struct Kept {
    next: Arc<AtomicU64>,
    spans: Arc<Mutex<Spans>>,
    events: Arc<Mutex<Vec<String>>>,
}

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
}

impl Subscriber for Kept {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let id = self.next.fetch_add(1, Ordering::SeqCst) + 1;
        let mut fields = BTreeMap::new();
        span.record(&mut Fields(&mut fields));
        let name = span.metadata().name().to_owned();
        self.spans.lock().expect("no panic").insert(id, (name, fields));
        Id::from_u64(id)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut spans = self.spans.lock().expect("no panic");
        let (_, fields) = spans.get_mut(&span.into_u64()).expect("it was made");
        values.record(&mut Fields(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Fields(&mut fields));
        let mut text = event.metadata().level().to_string();
        for (name, value) in fields {
            write!(text, " {name}={value}").expect("a text");
        }
        self.events.lock().expect("no panic").push(text);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// One test at a time.
static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

const CARD: &str = "4111111111111111";

#[derive(Deserialize)]
struct Payment {
    amount: u64,
}

#[webhook(provider = Listed)]
async fn on_payment(payment: Payment, State(probe): State<Probe>) -> Result<(), &'static str> {
    assert!(payment.amount > 0, "an amount");
    probe.run(Bytes::new()).await
}

#[tokio::test]
async fn one_span_a_delivery_says_what_became_of_it_and_keeps_the_rest_to_itself() {
    let alone = ALONE.lock().await;
    let kept = Kept::default();
    let guard = tracing::subscriber::set_default(kept.clone());
    let probe = Probe::default();
    let endpoint = on_payment::endpoint(secret()).expect("a secret").state(probe.clone());
    let endpoint = endpoint.clock(noon);
    let sign = |secret: &Secret, id: &str, amount: &str| {
        let body = format!(r#"{{"id":"{id}","type":"paid","card":"{CARD}","amount":{amount}}}"#);
        Listed::sign(secret, body).at(noon()).request()
    };
    probe.will([Act::Fail]);
    let quoted = format!("\"{CARD}\"");
    let requests: Vec<Request<Bytes>> = vec![
        sign(&secret(), "evt_1", "7"),
        sign(&secret(), "evt_1", "7"),
        sign(&secret(), "evt_1", "7"),
        sign(&secret(), "evt_2", &quoted),
        sign(&Secret::new("another"), "evt_3", "7"),
        set(event("evt_4"), "x-listed-signature", &[b"v1=00"]),
    ];
    let mut hidden = vec![CARD.to_owned(), "a secret".to_owned()];
    for request in requests {
        let value = world::header(&request, "x-listed-signature");
        let digits = value.rsplit_once('=').and_then(|(_, digits)| digits.get(..16));
        hidden.extend(digits.map(str::to_owned));
        endpoint.handle(request).await;
    }
    drop((guard, alone));

    let spans = kept.spans.lock().expect("no panic");
    let told: Vec<_> = spans
        .values()
        .map(|(name, fields)| {
            let field = |name| fields.get(name).map_or("-", String::as_str);
            let [provider, event, id] = ["provider", "event", "id"].map(field);
            format!("{name}: {provider} {event} {id} {}", field("outcome"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "webhook: listed paid evt_1 failed",
            "webhook: listed paid evt_1 handled",
            "webhook: listed paid evt_1 duplicate",
            "webhook: listed paid evt_2 undecodable",
            "webhook: listed - - rejected",
            "webhook: listed - - rejected",
        ]
    );
    let events = kept.events.lock().expect("no panic");
    assert_eq!(events.len(), 4, "one for each refusal: {events:?}");
    assert!(events[1].contains("event `paid`: a value at line 1 column"), "{}", events[1]);
    let all = format!("{spans:?} {events:?}");
    assert_eq!(hidden.len(), 7);
    for hidden in hidden {
        assert!(!all.contains(&hidden), "{hidden} in {all}");
    }
}

/// What a handler logs can be told apart: its span knows the delivery before it runs.
#[tokio::test]
async fn the_handler_runs_within_a_span_that_knows_its_delivery() {
    type Seen = Arc<Mutex<Vec<BTreeMap<String, String>>>>;

    #[webhook(provider = Listed)]
    async fn on_logged(_: webhook_kit::RawEvent, State((kept, seen)): State<(Kept, Seen)>) {
        let spans = kept.spans.lock().expect("no panic");
        let fields = spans.values().map(|(_, fields)| fields.clone());
        seen.lock().expect("no panic").extend(fields);
    }

    let alone = ALONE.lock().await;
    let kept = Kept::default();
    let guard = tracing::subscriber::set_default(kept.clone());
    let seen = Seen::default();
    let endpoint = on_logged::endpoint(secret()).expect("a secret");
    let endpoint = endpoint.state((kept, Arc::clone(&seen))).clock(noon);
    assert_eq!(endpoint.handle(event("evt_1")).await.status(), 200);
    drop((guard, alone));
    let seen = seen.lock().expect("no panic");
    let fields = seen.first().expect("a span");
    assert_eq!(fields.get("id").map(String::as_str), Some("evt_1"));
    assert!(fields.contains_key("event"), "{fields:?}");
    assert!(!fields.contains_key("outcome"), "it is at work");
}
