//! What no signature covers decides nothing.

use axum::Router;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use webhook_kit::{Delivery, Provider, RawEvent, State, webhook};

use crate::{
    support::{Server, noon},
    world::{Listed, Probe, event, secret, set},
};

/// Names its events and its deliveries in headers that it does not sign, as GitHub does.
#[derive(Provider)]
#[provider(algo = "sha256", header = "X-Named-Signature", event_type = "header:X-Named-Event")]
struct Named;

#[webhook(provider = Named)]
async fn on_named(event: RawEvent, State(probe): State<Probe>) -> Result<(), &'static str> {
    probe.run(event.body().clone()).await
}

fn named(body: &'static str, id: &str, event: &str) -> Request<Bytes> {
    let request = Named::sign(&secret(), body).request();
    let request = set(request, "x-named-delivery", &[id.as_bytes()]);
    set(request, "x-named-event", &[event.as_bytes()])
}

/// Otherwise a stranger who saw one delivery could have any other taken for it.
#[tokio::test]
async fn an_unsigned_id_is_no_key_for_seen_before() {
    let probe = Probe::default();
    let endpoint = on_named::endpoint(secret()).expect("a secret").state(probe.clone());
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    // A replay of an old delivery under the id of one that is still to come …
    assert_eq!(server.send(named("{\"old\":1}", "id-of-the-next", "push")).await.status, 200);
    // … does not keep that one out.
    assert_eq!(server.send(named("{\"new\":1}", "id-of-the-next", "push")).await.status, 200);
    assert_eq!(probe.handled(), 2);
    assert_eq!(probe.last(), "{\"new\":1}");
}

/// The name of the event is a part of the id, and nobody signs it.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Mixed-Signature",
    id = "{event_type}:{json:/id}",
    event_type = "header:X-Mixed-Event"
)]
struct Mixed;

fn verified<P: Provider>(name: &str, value: &[u8]) -> Delivery {
    let request = P::sign(&secret(), "{\"id\":\"evt_1\"}").request();
    let (parts, body) = set(request, name, &[value]).into_parts();
    let verifier = webhook_kit::Verifier::<P>::new(secret()).expect("a secret");
    verifier.verify(&parts, body).expect("genuine")
}

#[test]
fn no_unsigned_value_becomes_a_part_of_an_id() {
    for value in [&b"a"[..], b"b"] {
        assert_eq!(verified::<Mixed>("x-mixed-event", value).id(), None);
    }
    let named = verified::<Mixed>("x-mixed-event", b"a");
    assert_eq!(named.event(), Some("a"), "it names the event");
}

/// Signs the headers that name event and delivery.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Covered-Signature",
    message = "{header:X-Covered-Event}.{id}.{body}",
    id = "header:X-Covered-Id",
    event_type = "header:X-Covered-Event"
)]
struct Covered;

#[test]
fn a_signed_id_identifies() {
    let request = Covered::sign(&secret(), "{}")
        .id("msg_7")
        .header(HeaderName::from_static("x-covered-event"), HeaderValue::from_static("paid"))
        .request();
    let (parts, body) = request.into_parts();
    let verifier = webhook_kit::Verifier::<Covered>::new(secret()).expect("a secret");
    let delivery = verifier.verify(&parts, body).expect("genuine");
    assert_eq!(delivery.id(), Some("msg_7"));
}

/// What a handler sees of the rest of the request.
#[webhook(provider = Listed)]
async fn on_seen(_event: RawEvent, delivery: Delivery, State(seen): State<Seen>) {
    let unsigned = delivery.unsigned();
    let header = unsigned.header("x-request-id").and_then(|value| value.to_str().ok());
    seen.0.lock().expect("no panic").push(format!(
        "{:?} {:?} {:?} {:?}",
        delivery.event(),
        delivery.id(),
        header,
        unsigned.uri().map(ToString::to_string)
    ));
}

#[derive(Clone, Default)]
struct Seen(std::sync::Arc<std::sync::Mutex<Vec<String>>>);

/// Headers that other senders use for it change neither event nor id.
#[tokio::test]
async fn headers_that_nobody_signed_are_seen_under_that_name_only() {
    let seen = Seen::default();
    let endpoint = on_seen::endpoint(secret()).expect("a secret").state(seen.clone()).clock(noon);
    let mut request = event("evt_1");
    for name in ["x-event", "x-github-event", "webhook-id", "x-request-id", "x-event-type"] {
        request = set(request, name, &[b"forged"]);
    }
    *request.uri_mut() = "/?id=forged&type=forged".parse().expect("an address");
    assert_eq!(endpoint.handle(request).await.status(), 200);
    let seen = seen.0.lock().expect("no panic").clone();
    assert_eq!(
        seen,
        [r#"Some("paid") Some("evt_1") Some("forged") Some("/?id=forged&type=forged")"#]
    );
}
