//! Decoding in one pass and in two: what is read, how often, and that both read the same.

#![allow(clippy::expect_used, clippy::panic, reason = "a panic fails the test")]

use std::cell::Cell;

use bytes::Bytes;
use http::{Request, StatusCode};
use proptest::prelude::*;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use webhook_kit::{
    Delivery, Provider, RawEvent, Secret, Verifier, WebhookEvent, providers::svix, webhook,
};

const SECRET: &str = "a secret";

#[derive(Debug, Provider)]
#[provider(
    name = "acme",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/type",
    id = "/id",
    payload = "/data"
)]
struct Acme;

#[derive(Debug, Provider)]
#[provider(
    name = "deep",
    algo = "sha256",
    header = "X-Signature",
    event_type = ["/meta/type", "/type"],
    id = "/meta/id",
    payload = "/outer/data"
)]
struct Deep;

fn delivery<P: Provider>(body: &str) -> Delivery {
    let secret = Secret::new(SECRET);
    let (parts, body) = P::sign(&secret, body.to_owned()).request().into_parts();
    let verifier = Verifier::<P>::new(secret).expect("a secret");
    verifier.verify(&parts, body).expect("it is genuine")
}

thread_local! {
    static READ: Cell<usize> = const { Cell::new(0) };
}

/// A payload that counts how often it is read.
#[derive(Debug)]
struct Counted;

impl<'de> Deserialize<'de> for Counted {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        READ.set(READ.get() + 1);
        serde::de::IgnoredAny::deserialize(json)?;
        Ok(Self)
    }
}

/// A payload that takes nothing of what it is given.
#[derive(Debug)]
struct Nothing;

impl<'de> Deserialize<'de> for Nothing {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Ok(Self)
    }
}

#[derive(Debug, WebhookEvent)]
#[event(provider = Acme, ignore_others)]
enum Counting {
    #[event("paid")]
    Paid(#[allow(dead_code, reason = "it is decoded")] Counted),
    #[event("nothing")]
    Nothing(#[allow(dead_code, reason = "it is decoded")] Nothing),
}

fn read(body: &str) -> (usize, bool) {
    READ.set(0);
    let decoded = Counting::decode(&delivery::<Acme>(body)).is_ok();
    (READ.get(), decoded)
}

#[test]
fn a_payload_behind_the_name_is_read_while_the_body_is_gone_through() {
    assert_eq!(read(r#"{"type":"paid","data":{"a":1},"id":"1"}"#), (1, true));
    // It was read before the end was seen, and is nobody's.
    assert_eq!(read(r#"{"type":"paid","data":{"a":1},id}"#), (1, false));
    assert_eq!(read(r#"{"type":"paid","data":{"a":1},"type":"paid"}"#), (1, false));
    assert_eq!(read(r#"{"type":"paid","data":{"a":1},"id":"1","id":"2"}"#), (1, false));
    // What cannot be decoded is decoded alone, to say what is wrong with it.
    assert_eq!(read(r#"{"type":"paid","data":{"a":x},"id":"1"}"#), (2, false));
}

#[test]
fn a_payload_before_the_name_is_read_once_it_is_known() {
    assert_eq!(read(r#"{"data":{"a":1},"type":"paid"}"#), (1, true));
    assert_eq!(read(r#"{"data":{"a":1},"type":"paid",id}"#), (0, false));
    assert_eq!(read(r#"{"data":{"a":1},"type":"other"}"#), (0, true));
    assert_eq!(read(r#"{"type":"other","data":{"a":1}}"#), (0, true));
}

#[test]
fn a_payload_that_is_not_read_to_its_end_is_none() {
    let decoded = |body| Counting::decode(&delivery::<Acme>(body)).map(|event| event.is_some());
    for body in [r#"{"type":"nothing","data":{"a":1}}"#, r#"{"data":{"a":1},"type":"nothing"}"#] {
        let error = decoded(body).expect_err("the payload is left over");
        assert_eq!(error.to_string(), "event `nothing`: trailing characters at line 1 column 1");
    }
}

#[derive(Debug, WebhookEvent)]
#[event(provider = Acme)]
#[allow(dead_code, reason = "it is compared by how it is shown")]
enum Event<'a> {
    #[event("paid")]
    Paid(Paid<'a>),
    #[event("raw")]
    Raw(&'a RawValue),
    #[event("whole")]
    Whole(RawEvent),
    #[event("empty")]
    Empty,
    #[event(unnamed)]
    Unnamed(serde_json::Value),
    #[event(other)]
    Other(RawEvent),
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "it is compared by how it is shown")]
struct Paid<'a> {
    id: Option<&'a str>,
    #[serde(default)]
    a: Option<serde_json::Value>,
}

#[derive(Debug, WebhookEvent)]
#[event(provider = Deep)]
#[allow(dead_code, reason = "it is compared by how it is shown")]
enum DeepEvent<'a> {
    #[event("paid")]
    Paid(Paid<'a>),
    #[event(unnamed)]
    Unnamed(serde_json::Value),
    #[event(other)]
    Other(RawEvent),
}

/// What an enum decodes of a body: at once, and when the delivery has been looked at before.
macro_rules! both_ways {
    ($event:ident of $provider:ty, $body:expr) => {{
        let body: &str = $body;
        let (fresh, known) = (delivery::<$provider>(body), delivery::<$provider>(body));
        let _ = known.event();
        let shown = |delivery| match $event::decode(delivery) {
            Ok(event) => Ok(format!("{event:?}")),
            Err(error) => Err(error.to_string()),
        };
        assert_eq!(shown(&fresh), shown(&known), "{body}");
        assert_eq!((fresh.event(), fresh.id()), (known.event(), known.id()), "{body}");
        assert_eq!(fresh.raw_payload().ok(), known.raw_payload().ok(), "{body}");
    }};
}

fn piece() -> impl Strategy<Value = String> {
    let member = prop::sample::select(vec![
        r#""type":"paid""#,
        r#""type":"raw""#,
        r#""type":"whole""#,
        r#""type":"empty""#,
        r#""type":"pa\u0069d""#,
        r#""type":null"#,
        r#""type":7"#,
        r#""type":{}"#,
        r#""id":"1""#,
        r#""id":{"a":[1]}"#,
        r#""data":{"id":"1","a":{"b":[1,2.50,"}"]}}"#,
        r#""data" : {"id":"\n"} "#,
        r#""data":{}"#,
        r#""data":[]"#,
        r#""data":"paid""#,
        r#""data":null"#,
        r#""data":{"id":1e999}"#,
        r#""data":{"a":}"#,
        r#""data":{"a":"}"#,
        r#""data":{]"#,
        r#""meta":{"type":"paid","id":"2"}"#,
        r#""meta":{"type":"lost"}"#,
        r#""meta":{"id":"2"}"#,
        r#""outer":{"data":{"id":"1"},"more":[]}"#,
        r#""outer":{"data":{"id":"1"},"data":{}}"#,
        r#""outer":{"more":{"data":{}}}"#,
        r#""outer":{}"#,
        r#""x":[{"data":{}},"é"]"#,
        "x",
        "",
    ]);
    member.prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn one_pass_and_two_decode_the_same(pieces in prop::collection::vec(piece(), 0..6), open in "[{ ]{0,2}") {
        let body = format!("{{{}}}{open}", pieces.join(","));
        both_ways!(Event of Acme, &body);
        both_ways!(DeepEvent of Deep, &body);
    }
}

/// Of several places for a name the first decides, wherever it stands.
#[test]
fn a_name_that_could_still_change_is_not_known() {
    let (paid, lost) = (r#""type":"paid""#, r#""meta":{"type":"lost"}"#);
    let data = r#""outer":{"data":{"id":"1"}}"#;
    for pieces in [[paid, data, lost], [lost, data, paid], [data, lost, paid], [paid, lost, data]] {
        let delivery = delivery::<Deep>(&format!("{{{}}}", pieces.join(",")));
        let event = DeepEvent::decode(&delivery).expect("it can be read");
        assert!(matches!(event, Some(DeepEvent::Other(raw)) if raw.name() == "lost"));
    }
}

#[test]
fn nesting_has_one_bound_on_both_ways() {
    for depth in 100..140 {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        both_ways!(Event of Acme, &format!(r#"{{"type":"paid","data":{{"a":{nested}}}}}"#));
        both_ways!(Event of Acme, &format!(r#"{{"type":"raw","data":{nested}}}"#));
        both_ways!(DeepEvent of Deep, &format!(
            r#"{{"type":"x","meta":{{"type":"paid"}},"outer":{{"data":{{"a":{nested}}}}}}}"#
        ));
    }
}

#[test]
fn a_body_that_cannot_be_read_is_no_event_that_nobody_takes() {
    for body in ["", "{", r#"{"type":"lost","type":"found"}"#, r#"{"type":"lost"}}"#] {
        assert!(Counting::decode(&delivery::<Acme>(body)).is_err(), "{body}");
    }
    assert!(Counting::decode(&delivery::<Acme>(r#"{"type":"lost"}"#)).is_ok_and(|e| e.is_none()));
}

#[webhook(provider = "svix")]
async fn on_svix(event: RawEvent) {
    drop(event);
}

#[tokio::test]
async fn an_id_of_the_head_is_known_whatever_the_body_is() {
    let secret = Secret::new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let signed = svix::Svix::sign(&secret, "no JSON").id("msg_1").request();
    let verifier = Verifier::<svix::Svix>::new(secret.clone()).expect("a secret");
    let (parts, body) = signed.into_parts();
    let delivery = verifier.verify(&parts, body.clone()).expect("it is genuine");
    assert_eq!((delivery.id(), delivery.event()), (Some("msg_1"), None));
    // It is claimed by its id, refused, and given back: the sender's retry is not taken for done.
    let endpoint = on_svix::endpoint(secret).expect("a secret");
    for _ in 0..2 {
        let request: Request<Bytes> = Request::from_parts(parts.clone(), body.clone());
        assert_eq!(endpoint.handle(request).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[derive(Debug, Provider)]
#[provider(
    name = "no-ids",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/type",
    payload = "/data"
)]
struct NoIds;

#[derive(Debug, WebhookEvent)]
#[event(provider = NoIds, ignore_others)]
enum OfNoIds {
    #[event("paid")]
    Paid(#[allow(dead_code, reason = "it is decoded")] Counted),
}

#[webhook(provider = NoIds)]
async fn on_no_ids(_event: OfNoIds) {}

/// Where no id stands in the body, nothing has to be found before the event is decoded.
#[tokio::test]
async fn an_endpoint_without_ids_goes_through_the_body_once() {
    let secret = Secret::new(SECRET);
    let endpoint = on_no_ids::endpoint(secret.clone()).expect("a secret");
    let broken = r#"{"type":"paid","data":{"a":1},oops}"#;
    READ.set(0);
    let answer = endpoint.handle(NoIds::sign(&secret, broken).request()).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(READ.get(), 1, "read before the end was seen");
}
