//! What a delivery says, against `serde_json`: the payload is passed over when the delivery is looked at,
//! and read when it is decoded. Both together read the whole body as strictly as it can be read.

use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Value, value::RawValue};
use webhook_kit::{Delivery, Provider, RawEvent, Verifier, WebhookEvent};

use crate::{
    reading::{Twice, document, is_too_deep, scalar, value},
    senders::{noon, secret},
};

/// Name, id and payload stand in an envelope.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    header = "x-signature",
    id = "/id",
    event_type = "/type",
    payload = "/data"
)]
pub struct Enveloped;

/// The payload is the whole body.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    header = "x-signature",
    id = "/data/id",
    event_type = "/type"
)]
pub struct Whole;

/// An event whose payload is read while the envelope is gone through, if its name stands before it.
#[derive(Debug, WebhookEvent)]
#[event(crate = webhook_kit, provider = Enveloped)]
#[allow(dead_code, reason = "it is compared by how it is shown")]
enum Event<'a> {
    #[event("paid")]
    Paid(Value),
    #[event("a")]
    Borrowed(Borrowed<'a>),
    #[event("raw")]
    Raw(&'a RawValue),
    #[event("empty")]
    Empty,
    #[event(unnamed)]
    Unnamed(RawEvent),
    #[event(other)]
    Other(RawEvent),
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it is compared by how it is shown")]
struct Borrowed<'a> {
    id: Option<&'a str>,
}

/// `data` is a genuine body.
///
/// # Panics
///
/// If something else is read in it than `serde_json` reads, or one refuses what the other reads.
pub fn check(data: &[u8]) {
    one::<Enveloped>(data, [&["type"], &["id"], &["data"]]);
    one::<Whole>(data, [&["type"], &["data", "id"], &[]]);
    both_ways(data);
}

/// An event is the same whether it is decoded at once or after the delivery has been looked at.
fn both_ways(body: &[u8]) {
    let [fresh, known] = [(), ()].map(|()| delivery::<Enveloped>(body));
    let name = known.event();
    let shown = |delivery| match Event::decode(delivery) {
        Ok(event) => Ok(format!("{event:?}")),
        Err(error) => Err(error.to_string()),
    };
    assert_eq!(shown(&fresh), shown(&known));
    assert_eq!((fresh.event(), fresh.id()), (name, known.id()));
    assert_eq!(fresh.raw_payload().ok(), known.raw_payload().ok());
}

fn delivery<P: Provider>(body: &[u8]) -> Delivery {
    let (parts, body) = P::sign(&secret(), body.to_vec()).at(noon()).request().into_parts();
    let verifier = Verifier::<P>::new(secret()).expect("a secret").clock(noon);
    verifier.verify(&parts, body).expect("genuine")
}

fn one<P: Provider>(body: &[u8], [event, id, payload]: [&[&str]; 3]) {
    let delivery = delivery::<P>(body);
    assert_eq!(delivery.body(), body, "what was signed");
    let decoded = serde_json::from_slice::<Value>(body).ok();
    assert_eq!(delivery.decode::<Value>().ok(), decoded);
    if is_too_deep(body) {
        // Perhaps within the payload alone, where a type may pass over it.
        assert!(delivery.raw_payload().is_err() && delivery.raw_event().is_err());
        return;
    }
    let Some(document) = document(body) else { return refused(&delivery) };
    let found = [event, id, payload].map(|pointer| value(document, pointer));
    let [Ok(event), Ok(id), Ok(payload)] = found else {
        assert!(found.contains(&Err(Twice)));
        assert_eq!((delivery.event(), delivery.id()), (None, None));
        return refused(&delivery);
    };
    let text = |raw: Option<&str>| raw.and_then(scalar).filter(|text| !text.is_empty());
    let event = text(event);
    assert_eq!(delivery.event(), event.as_deref());
    // Without a name, the body is not of the declared envelope.
    let id = text(id).filter(|_| event.is_some());
    assert_eq!(delivery.id(), id.as_deref());
    let payload = payload.or(if event.is_none() { Some(document) } else { None });
    let raw = delivery.raw_payload().ok();
    let is_whole = payload == Some(document);
    assert_eq!(
        raw.map(|raw| if is_whole { raw.trim_ascii() } else { raw }),
        payload.map(str::as_bytes)
    );
    let read = payload.and_then(|payload| serde_json::from_str::<Value>(payload).ok());
    assert_eq!(delivery.payload::<Value>().ok(), read);
    let raw_event = delivery.raw_event().expect("a document");
    assert_eq!(raw_event.name(), event.unwrap_or_default());
    assert_eq!(raw_event.body(), body);
    // An unknown event never breaks a delivery.
    assert_eq!(raw_event.payload().trim_ascii(), payload.unwrap_or(document).as_bytes());
}

/// Nobody gets a payload out of a body that is no document, or that two readers could read differently.
fn refused(delivery: &Delivery) {
    assert!(delivery.raw_payload().is_err() && delivery.raw_event().is_err());
    assert!(delivery.payload::<IgnoredAny>().is_err(), "a part of it is decoded");
    assert!(delivery.payload::<&RawValue>().is_err() && delivery.payload::<Value>().is_err());
}
