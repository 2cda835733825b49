//! The feature `tracing`: one span a delivery, and nothing in it that has to stay secret.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::{
    collections::BTreeMap,
    fmt::Debug,
    sync::{Arc, Mutex, MutexGuard},
};

use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{
    layer::{Context, Layer, SubscriberExt as _},
    registry,
};
use webhook_kit::{
    Provider, Secret,
    providers::goodstack::{self, Goodstack},
    webhook,
};

const DONATION: &str =
    include_str!("../webhook-providers/samples/goodstack/donation.payment_successful.json");
const SECRET: &str = "the secret that must not be seen";

#[webhook(provider = "goodstack")]
async fn on_goodstack(event: goodstack::Event) -> Result<(), String> {
    match event {
        goodstack::Event::DonationCreated(_) => Err("no such donor".into()),
        _ => Ok(()),
    }
}

type Fields = BTreeMap<String, String>;

/// Notes the fields of every span and event of ours.
#[derive(Clone, Default)]
struct Notes {
    spans: Arc<Mutex<BTreeMap<u64, Fields>>>,
    events: Arc<Mutex<Vec<Fields>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("nothing panics with it")
}

struct Write<'a>(&'a mut Fields);

impl Visit for Write<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
}

impl<S: Subscriber> Layer<S> for Notes {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, _: Context<'_, S>) {
        let mut fields = Fields::new();
        attributes.record(&mut Write(&mut fields));
        lock(&self.spans).insert(id.into_u64(), fields);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        if let Some(fields) = lock(&self.spans).get_mut(&id.into_u64()) {
            values.record(&mut Write(fields));
        }
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut fields = Fields::from([("level".into(), event.metadata().level().to_string())]);
        event.record(&mut Write(&mut fields));
        lock(&self.events).push(fields);
    }
}

/// What is noted of one delivery: the fields of its only span, and its events.
async fn notes_of(request: http::Request<bytes::Bytes>) -> (Fields, Vec<Fields>) {
    let notes = Notes::default();
    let _guard = tracing::subscriber::set_default(registry().with(notes.clone()));
    let endpoint = on_goodstack::endpoint(Secret::new(SECRET)).expect("a secret");
    let signature = request.headers()["goodstack-signature"].to_str().expect("text").to_owned();
    endpoint.handle(request).await;

    let (spans, events) = (lock(&notes.spans), lock(&notes.events));
    let everything = format!("{spans:?} {events:?}");
    for secret in [SECRET, signature.as_str(), "Ada", "customer@example.com"] {
        assert!(!everything.contains(secret), "{everything}");
    }
    assert_eq!(spans.len(), 1, "one span a delivery");
    (spans.values().next().expect("a span").clone(), events.clone())
}

fn sign(body: &str) -> http::Request<bytes::Bytes> {
    Goodstack::sign(&Secret::new(SECRET), body.to_owned()).request()
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test]
async fn a_handled_delivery_is_one_span() {
    let (span, events) = notes_of(sign(DONATION)).await;
    let expected = fields(&[
        ("provider", "goodstack"),
        ("event", "donation.payment_successful"),
        ("id", "event_xxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("outcome", "handled"),
    ]);
    assert_eq!((span, events), (expected, Vec::new()));
}

#[tokio::test]
async fn a_failed_handler_is_an_error_with_its_own_words() {
    let body = DONATION.replace("donation.payment_successful", "donation.created");
    let (span, events) = notes_of(sign(&body)).await;
    assert_eq!(span["outcome"], "failed");
    let expected = fields(&[
        ("level", "ERROR"),
        ("status", "500"),
        ("message", "the handler failed: no such donor"),
    ]);
    assert_eq!(events, [expected]);
}

#[tokio::test]
async fn a_forged_delivery_is_a_warning_and_names_nothing_of_it() {
    let mut request = sign(DONATION);
    *request.body_mut() = DONATION.replace("GBP", "USD").into();
    let (span, events) = notes_of(request).await;
    assert_eq!(span, fields(&[("provider", "goodstack"), ("outcome", "refused")]));
    let expected = fields(&[
        ("level", "WARN"),
        ("status", "401"),
        ("message", "no signature matches under any secret"),
    ]);
    assert_eq!(events, [expected]);
}
