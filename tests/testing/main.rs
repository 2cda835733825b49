//! The test kit: what it calls genuine is accepted, and what it says must be refused is.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

#[path = "../support/catalogue/mod.rs"]
mod catalogue;
mod fixtures;
mod made_up;

use std::collections::BTreeMap;

use bytes::Bytes;
use http::Request;
use webhook_kit::{
    Delivery, Rejection, Scheme, Secret,
    providers::Entry,
    testing::{self, Genuine, Sender, Tamper},
};

/// A sender has one secret; where a public key verifies, it would need two.
fn has_secret(scheme: &Scheme) -> bool {
    !scheme.algorithm().has_public_key()
}

/// Every provider that there is, with a delivery of it.
fn deliveries() -> Vec<(Sender, Genuine)> {
    let mut all = Vec::new();
    for entry in catalogue::all().filter(|entry| has_secret(entry.scheme)) {
        let sender = Sender::new(entry.scheme)
            .with_secret(Secret::new(entry.secret))
            .with_url("https://hooks.example.com");
        let mut genuine = sender
            .body(entry.body.clone())
            .uri("/hooks/in?tenant=4&data.id=9".parse().expect("an address"));
        for (name, value) in &entry.headers {
            genuine = genuine.header(name.clone(), value.clone());
        }
        all.push((sender, genuine));
    }
    // What a scheme by code needs in a body, only a body can say.
    let declared =
        |entry: &&Entry| has_secret(entry.scheme) && entry.scheme.declaration().algo.is_some();
    for entry in webhook_kit::providers::all().iter().filter(declared) {
        let sender = testing::sender_named(entry.scheme.name()).expect("a name of the catalogue");
        let genuine = sender.event(entry.events.first().copied().unwrap_or_default());
        all.push((sender, genuine));
    }
    all
}

fn verdict(sender: &Sender, request: Request<Bytes>) -> Result<Delivery, Rejection> {
    let (parts, body) = request.into_parts();
    let verifier = sender.scheme().verifier(sender.secret()).expect("a secret of its form");
    verifier.clock(sender.clock()).url(sender.url()).expect("an address").verify(&parts, body)
}

#[test]
fn what_is_genuine_is_accepted() {
    for (sender, genuine) in deliveries() {
        let delivery = verdict(&sender, genuine.request());
        let name = sender.scheme().name();
        assert!(delivery.is_ok(), "{name}: {delivery:?} {:?}", genuine.request());
    }
}

#[test]
fn what_must_be_refused_is_and_the_rest_is_not() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (sender, genuine) in deliveries() {
        for tamper in Tamper::ALL {
            let Some(tampered) = genuine.tampered(*tamper) else { continue };
            *seen.entry(tamper.as_str()).or_default() += 1;
            let shown = format!("{:?}", tampered.request);
            let verdict = verdict(&sender, tampered.request);
            if verdict.is_err() != tampered.must_be_refused {
                let name = sender.scheme().name();
                wrong.push(format!("{name}, {tamper}: {verdict:?}\n  {shown}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unseen: Vec<_> =
        Tamper::ALL.iter().filter(|tamper| !seen.contains_key(tamper.as_str())).collect();
    assert!(unseen.is_empty(), "{unseen:?} is never tried: {seen:?}");
    println!("{seen:?}");
}

/// A secret of the form that the scheme needs, for every scheme.
#[test]
fn every_scheme_gets_a_secret_that_it_takes() {
    for (sender, _) in deliveries() {
        let own = Sender::new(sender.scheme());
        assert!(own.scheme().verifier(own.secret()).is_ok(), "{own:?}");
    }
}

#[test]
fn every_event_of_the_catalogue_can_be_sent() {
    let mut sent = 0;
    for entry in webhook_kit::providers::all().iter().filter(|entry| has_secret(entry.scheme)) {
        let sender = testing::sender_named(entry.scheme.name()).expect("a name of the catalogue");
        for event in entry.events {
            let delivery = verdict(&sender, sender.event(event).request()).expect("genuine");
            assert_eq!(delivery.event(), Some(*event), "{}", entry.scheme.name());
            sent += 1;
        }
        for sample in entry.samples {
            let genuine = sender.sample(sample.name).expect("the sample");
            let delivery = verdict(&sender, genuine.request()).expect("genuine");
            assert_eq!(delivery.event().unwrap_or_default(), sample.event, "{}", sample.name);
            if !sample.event.is_empty() {
                assert_eq!(&delivery.body()[..], sample.body.as_bytes(), "sent as published");
            }
        }
    }
    assert!(sent > 1500, "{sent} events");
}

/// What is sent with another id is another delivery, for whoever sends ids.
#[test]
fn another_id_makes_another_delivery() {
    let mut told_apart = Vec::new();
    for entry in webhook_kit::providers::all().iter().filter(|entry| has_secret(entry.scheme)) {
        let name = entry.scheme.name();
        let sender = testing::sender_named(name).expect("a name of the catalogue");
        let id_of = |id: &str| {
            let of_event = entry.samples.iter().find(|sample| !sample.event.is_empty());
            let genuine = match of_event {
                Some(sample) => sender.sample(sample.name).expect("the sample"),
                None => sender.event(entry.events.first().copied().unwrap_or("an.event")),
            };
            let delivery = verdict(&sender, genuine.id(id).request()).ok()?;
            delivery.id().map(str::to_owned)
        };
        let [one, same, other] = ["id_1", "id_1", "id_2"].map(id_of);
        assert_eq!(one, same, "{name}");
        if one.is_some_and(|one| one.contains("id_1")) {
            assert!(other.is_some_and(|other| other.contains("id_2")), "{name}");
            told_apart.push(name);
        }
    }
    for name in ["fincra", "ratio", "ascend", "goodstack", "stripe", "standard-webhooks"] {
        assert!(told_apart.contains(&name), "{name}");
    }
    assert!(told_apart.len() > 50, "{told_apart:?}");
}

#[test]
fn ids_and_events_stand_where_the_provider_puts_them() {
    let ascend = testing::sender_named("ascend").expect("a name of the catalogue");
    let genuine = ascend.event("invoice.voided").id("evt_\"9\"");
    let delivery = verdict(&ascend, genuine.request()).expect("genuine");
    assert_eq!((delivery.event(), delivery.id()), (Some("invoice.voided"), Some("evt_\"9\"")));
    // A provider whose events have two halves in two places.
    let github = webhook_kit::declared::from_toml(
        "[[provider]]\nname = 'hub'\nalgo = 'sha256'\nheader = 'x-hub-signature-256'\n\
         format = 'sha256={signature}'\nevent_type = '{header:X-GitHub-Event}.{json:/action}'\n",
    )
    .expect("coherent")[0];
    let sender = Sender::new(github.scheme);
    let request =
        sender.body(r#"{ "action" : "closed" , "n" : 1.0 }"#).event("issues.opened").request();
    assert_eq!(request.headers()["x-github-event"], "issues");
    assert_eq!(request.body(), r#"{ "action" : "opened" , "n" : 1.0 }"#, "nothing else changes");
    assert_eq!(verdict(&sender, request).expect("genuine").event(), Some("issues.opened"));
}
