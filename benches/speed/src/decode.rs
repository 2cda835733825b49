//! From a genuine delivery to the typed event.

use std::hint::black_box;

use bytes::Bytes;
use cases::{
    SECRET,
    bodies::{self, EVENT, Shape, Tag},
    events::{
        AdjacentEvent, BorrowedEvent, BorrowedPayout, FlatEvent, NestedEvent, Payout, known, tagged,
    },
    floor,
    schemes::{Adjacent, Flat, Nested},
};
use http::HeaderName;
use serde_json::Value;
use webhook_kit::{Delivery, Provider, Secret, Verifier, WebhookEvent};

use harness::{Row, Run};

const SIZES: [usize; 4] = [512, 4096, 32 * 1024, 200 * 1024];

pub(crate) fn rows(run: &mut Run) {
    for tag in [Tag::First, Tag::Last] {
        let order = if tag == Tag::First { "tag first" } else { "tag last" };
        for size in SIZES {
            run.row(&format!("decode adjacent {order}"), || adjacent(tag, order, size));
            run.row(&format!("decode flat {order}"), || flat(tag, order, size));
            run.row(&format!("decode nested {order}"), || nested(tag, order, size));
            run.row(&format!("decode borrowed {order}"), || borrowed(tag, order, size));
            run.row(&format!("receive {order}"), || receive(tag, order, size));
        }
    }
}

/// Makes deliveries of which nothing has been looked for; and their body.
fn deliveries<P: Provider>(
    shape: Shape,
    tag: Tag,
    size: usize,
) -> (impl Fn() -> Delivery, &'static [u8]) {
    let body = Bytes::from(bodies::body(shape, tag, size));
    let secret = Secret::new(SECRET);
    let (parts, body) = P::sign(&secret, body).request().into_parts();
    let verifier = Verifier::<P>::new(secret).expect("a secret");
    let delivery = verifier.verify(&parts, body.clone()).expect("it is genuine");
    (move || delivery.clone(), Box::leak(body.to_vec().into_boxed_slice()))
}

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).expect("it is UTF-8")
}

fn adjacent(tag: Tag, order: &str, size: usize) -> Row<'static> {
    let (fresh, body) = deliveries::<Adjacent>(Shape::Adjacent, tag, size);
    Row::new("decode", format!("adjacent, {order}"), body.len())
        .with("floor", || {
            let envelope: known::Adjacent<Payout> = serde_json::from_str(text(body)).expect("JSON");
            envelope
        })
        .with_input("webhook-kit", fresh, |delivery| {
            let event = AdjacentEvent::decode(delivery).expect("it can be decoded");
            assert!(matches!(event, Some(AdjacentEvent::PayoutSuccessful(_))));
            black_box(event);
        })
        .with("serde, tagged enum", || {
            serde_json::from_slice::<tagged::Adjacent>(body).expect("JSON")
        })
        .with("Value, then typed", || {
            let mut value: Value = serde_json::from_slice(body).expect("JSON");
            assert_eq!(value["event"].as_str(), Some(EVENT));
            serde_json::from_value::<Payout>(value["data"].take()).expect("a payout")
        })
}

fn flat(tag: Tag, order: &str, size: usize) -> Row<'static> {
    let (fresh, body) = deliveries::<Flat>(Shape::Flat, tag, size);
    Row::new("decode", format!("flat, {order}"), body.len())
        .with("floor", || serde_json::from_str::<Payout>(text(body)).expect("JSON"))
        .with_input("webhook-kit", fresh, |delivery| {
            let event = FlatEvent::decode(delivery).expect("it can be decoded");
            assert!(matches!(event, Some(FlatEvent::PayoutSuccessful(_))));
            black_box(event);
        })
        .with("serde, tagged enum", || serde_json::from_slice::<tagged::Flat>(body).expect("JSON"))
        .with("Value, then typed", || {
            let value: Value = serde_json::from_slice(body).expect("JSON");
            assert_eq!(value["event"].as_str(), Some(EVENT));
            serde_json::from_value::<Payout>(value).expect("a payout")
        })
}

fn nested(tag: Tag, order: &str, size: usize) -> Row<'static> {
    let (fresh, body) = deliveries::<Nested>(Shape::Nested, tag, size);
    Row::new("decode", format!("nested, {order}"), body.len())
        .with("floor", || {
            let envelope: known::Nested<Payout> = serde_json::from_str(text(body)).expect("JSON");
            envelope
        })
        .with_input("webhook-kit", fresh, |delivery| {
            let event = NestedEvent::decode(delivery).expect("it can be decoded");
            assert!(matches!(event, Some(NestedEvent::PayoutSuccessful(_))));
            black_box(event);
        })
        .with("serde, tagged enum", || {
            serde_json::from_slice::<tagged::Nested>(body).expect("JSON")
        })
        .with("Value, then typed", || {
            let mut value: Value = serde_json::from_slice(body).expect("JSON");
            assert_eq!(value["data"]["event"].as_str(), Some(EVENT));
            serde_json::from_value::<Payout>(value["data"]["data"].take()).expect("a payout")
        })
}

fn borrowed(tag: Tag, order: &str, size: usize) -> Row<'static> {
    let (fresh, body) = deliveries::<Adjacent>(Shape::Adjacent, tag, size);
    Row::new("decode", format!("borrowed, {order}"), body.len())
        .with("floor", || {
            let envelope: known::Adjacent<BorrowedPayout<'_>> =
                serde_json::from_str(text(body)).expect("JSON");
            envelope
        })
        .with_input("webhook-kit", fresh, |delivery| {
            let event = BorrowedEvent::decode(delivery).expect("it can be decoded");
            assert!(matches!(event, Some(BorrowedEvent::PayoutSuccessful(_))));
            black_box(event);
        })
}

/// Both: verified, then decoded.
fn receive(tag: Tag, order: &str, size: usize) -> Row<'static> {
    let body = Bytes::from(bodies::body(Shape::Adjacent, tag, size));
    let secret = Secret::new(SECRET);
    let (parts, body) = Adjacent::sign(&secret, body).request().into_parts();
    let parts: &http::request::Parts = Box::leak(Box::new(parts));
    let verifier = Verifier::<Adjacent>::new(secret).expect("a secret");
    let (key, name) = (floor::key256(SECRET.as_bytes()), HeaderName::from_static("x-signature"));
    let other = body.clone();
    Row::new("receive", format!("verified and decoded, {order}"), body.len())
        .with("floor", move || {
            let body = other.clone();
            floor::hex(&key, &parts.headers, &name, b"", &body).expect("it is genuine");
            let envelope: known::Adjacent<Payout> =
                serde_json::from_str(text(&body)).expect("JSON");
            envelope
        })
        .with("webhook-kit", move || {
            let delivery = verifier.verify(parts, body.clone()).expect("it is genuine");
            let event = AdjacentEvent::decode(&delivery).expect("it can be decoded");
            assert!(matches!(event, Some(AdjacentEvent::PayoutSuccessful(_))));
            event
        })
}
