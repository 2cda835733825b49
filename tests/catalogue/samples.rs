//! Every published sample is a delivery whose event has a variant of its own.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::{fs, path::Path};

use webhook_kit::{
    Delivery, Provider, Secret, Verifier, WebhookEvent,
    providers::{ascend, fincra, goodstack, ratio, waldo},
};

/// The deliveries among a provider's samples, signed and verified, each with its file's name.
fn deliveries<P: Provider>() -> Vec<(String, Delivery)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("webhook-providers/samples")
        .join(P::SCHEME.name());
    let secret = Secret::new("a secret");
    let verifier = Verifier::<P>::new(secret.clone()).expect("a secret");
    fs::read_dir(folder)
        .expect("samples")
        .map(|entry| entry.expect("a sample").path())
        // A name that begins with `_` is that of an answer of the provider's API.
        .filter(|path| {
            !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"_"))
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let body = fs::read(&path).expect("a sample");
            let (parts, body) = P::sign(&secret, body).request().into_parts();
            (name, verifier.verify(&parts, body).expect("genuine"))
        })
        .collect()
}

/// Decodes every sample, and counts those whose event has a variant of its own.
fn check<E>(is_other: impl Fn(&E) -> bool) -> usize
where
    E: for<'de> WebhookEvent<'de>,
{
    let samples = deliveries::<<E as WebhookEvent<'static>>::Provider>();
    for (name, delivery) in &samples {
        let event = E::decode(delivery)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .unwrap_or_else(|| panic!("{name}: nobody takes it"));
        assert!(!is_other(&event), "{name}");
        if let Some(event) = delivery.event() {
            assert!(name.starts_with(event), "{name} is {event}");
        }
        assert!(delivery.id().is_some() || delivery.provider() == "waldo", "{name} has an id");
    }
    samples.len()
}

#[test]
fn fincra() {
    assert_eq!(check(|event| matches!(event, fincra::Event::Other(_))), 25);
}

#[test]
fn ascend() {
    assert_eq!(check(|event| matches!(event, ascend::Event::Other(_))), 2);
}

#[test]
fn waldo() {
    assert_eq!(check(|event| matches!(event, waldo::Event::Other(_))), 3);
}

#[test]
fn goodstack() {
    assert_eq!(check(|event| matches!(event, goodstack::Event::Other(_))), 6);
}

/// Ratio publishes the drawing of an envelope only; this delivery is built from it.
#[test]
fn ratio() {
    let secret = Secret::new("a secret");
    let verifier = Verifier::<ratio::Ratio>::new(secret.clone()).expect("a secret");
    let body = include_str!("../../examples/quickstart/ratio.json");
    let (parts, body) = ratio::Ratio::sign(&secret, body).request().into_parts();
    let delivery = verifier.verify(&parts, body).expect("genuine");
    let event = ratio::Event::decode(&delivery).expect("an event").expect("a variant");
    let ratio::Event::ActivityUpdated(activity) = event else { panic!("{}", event.name()) };
    let fiat = activity.fiat.expect("fiat");
    assert_eq!(fiat.amount.expect("an amount").as_str(), "100.10");
    let envelope: ratio::Envelope = delivery.decode().expect("an envelope");
    assert_eq!((envelope.user_id.as_str(), envelope.id.as_str()), ("user_01", "event_01"));
}

/// Ascend's older deliveries call the parts of the envelope otherwise.
#[test]
fn both_envelopes_of_ascend_are_read() {
    let secret = Secret::new("a secret");
    let verifier = Verifier::<ascend::Ascend>::new(secret.clone()).expect("a secret");
    let data = include_str!("../../webhook-providers/samples/ascend/invoice.paid.bare-older.json");
    for body in [
        format!(r#"{{"id":"evt_1","type":"invoice.paid","data":{data}}}"#),
        format!(r#"{{"event_id":"evt_1","event_name":"invoice.paid","payload":{data}}}"#),
        format!(r#"{{"data":{data},"type":"invoice.paid","id":"evt_1"}}"#),
    ] {
        let (parts, body) = ascend::Ascend::sign(&secret, body).request().into_parts();
        let delivery = verifier.verify(&parts, body).expect("genuine");
        assert_eq!(delivery.id(), Some("evt_1"));
        let event = ascend::Event::decode(&delivery).expect("an event").expect("a variant");
        let ascend::Event::InvoicePaid(invoice) = event else { panic!("{}", event.name()) };
        assert_eq!(invoice.total_amount_cents, 600_000);
    }
}
