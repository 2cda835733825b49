//! What can be made of a genuine delivery by somebody who has it: the same one, and no other.

use bytes::Bytes;
use http::{HeaderValue, Request};
use webhook_kit::{
    Provider, RawEvent, State,
    providers::{github::GitHub, mailgun::Mailgun, twilio::Twilio},
    webhook,
};

use crate::world::{Count, acknowledged, counted, handled, secret, with};

/// Signs its id, a time that no clock is compared with, and the body.
#[derive(Provider)]
#[provider(
    name = "unbordered",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-id}{header:x-time}{body}"
)]
struct Unbordered;

#[webhook(provider = Unbordered)]
async fn on_unbordered(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

#[webhook(provider = "twilio")]
async fn on_twilio(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

#[webhook(provider = "mailgun")]
async fn on_mailgun(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

#[webhook(provider = "github", event = "push", ignore_others)]
async fn on_push(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

/// Signs its login, a nonce and the body.
#[derive(Provider)]
#[provider(
    name = "nonced",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-login}{header:x-nonce}{body}"
)]
struct Nonced;

#[webhook(provider = Nonced)]
async fn on_nonced(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

/// Signs its id, and names the event where nobody signs it.
#[derive(Provider)]
#[provider(
    name = "named",
    algo = "sha256",
    header = "x-signature",
    event_type = "header:x-event",
    id = "/id"
)]
struct Named;

#[webhook(provider = Named)]
async fn on_named(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

fn sent(request: &Request<Bytes>, body: &str) -> Request<Bytes> {
    request.clone().map(|_| Bytes::copy_from_slice(body.as_bytes()))
}

/// Nothing stands between `ConfigCat`'s id and its time, which is compared with no clock.
#[tokio::test]
async fn an_id_without_borders_is_not_cut_anew() {
    let (endpoint, count) = counted(on_unbordered::endpoint(secret()));
    let (key, time) = (secret(), "x-time");
    let sign = |id: &str, at: &'static str| {
        let id = HeaderValue::from_str(id).expect("a value");
        let signing = Unbordered::sign(&key, r#"{"a":1}"#);
        let signing = signing.header(http::HeaderName::from_static("x-id"), id);
        signing.header(http::HeaderName::from_static(time), HeaderValue::from_static(at)).request()
    };
    let genuine = sign("7", "1700000000");
    let id = "x-id";
    let moved = |new: &str, at: &str| with(with(genuine.clone(), id, new), time, at);
    let others = [moved("71", "700000000"), moved("717000", "00000")];
    acknowledged(&endpoint, [genuine.clone()].into_iter().chain(others)).await;
    assert_eq!(handled(&count), 1);
    acknowledged(&endpoint, [sign("8", "1700000000")]).await;
    assert_eq!(handled(&count), 2);
}

#[tokio::test]
async fn headers_without_borders_are_not_cut_anew() {
    let (endpoint, count) = counted(on_nonced::endpoint(secret()));
    let name = http::HeaderName::from_static;
    let value = HeaderValue::from_static;
    let key = secret();
    let signing = Nonced::sign(&key, "{}").header(name("x-login"), value("ada"));
    let genuine = signing.header(name("x-nonce"), value("123")).request();
    let moved = with(with(genuine.clone(), "x-login", "ada1"), "x-nonce", "23");
    acknowledged(&endpoint, [genuine, moved]).await;
    assert_eq!(handled(&count), 1);
}

/// Twilio signs the fields of a form, sorted, and not the form.
#[tokio::test]
async fn a_form_that_is_signed_by_fields_is_one_however_it_is_written() {
    let endpoint = on_twilio::endpoint(secret());
    let endpoint = endpoint.and_then(|endpoint| endpoint.url("https://hooks.example.com"));
    let (endpoint, count) = counted(endpoint);
    let key = secret();
    let signing = Twilio::sign(&key, "Body=hello&From=ada&To=bob").url("https://hooks.example.com");
    let genuine = signing.request();
    let forms = [
        "To=bob&From=ada&Body=hello",
        "Body=%68ello&From=ada&To=bob",
        "Body=hello&From=ada&To=bob&",
        "Body=hello&From=ada&To=bob&To=bob",
        "Body=hello&Froma=da&To=bob",
    ];
    acknowledged(&endpoint, [genuine.clone()]).await;
    acknowledged(&endpoint, forms.map(|form| sent(&genuine, form))).await;
    assert_eq!(handled(&count), 1);
}

/// Mailgun signs a token and a time, not the event.
#[tokio::test]
async fn what_is_signed_stays_signed_once_whatever_stands_beside_it() {
    let (endpoint, count) = counted(on_mailgun::endpoint(secret()));
    let body = r#"{"signature":{"token":"1ab"},"event-data":{"event":"opened","a":1}}"#;
    let genuine = Mailgun::sign(&secret(), body).request();
    let read: serde_json::Value = serde_json::from_slice(genuine.body()).expect("JSON");
    let changed = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = read.clone();
        change(&mut value);
        value.to_string()
    };
    let time = read["signature"]["timestamp"].to_string().replace('"', "");
    let bodies = [
        changed(&|body| body["event-data"] = serde_json::json!({ "a": 1 })),
        changed(&|body| body["event-data"]["event"] = serde_json::Value::Null),
        changed(&|body| {
            body["signature"]["timestamp"] = format!("{time}1").into();
            body["signature"]["token"] = "ab".into();
        }),
    ];
    acknowledged(&endpoint, [genuine.clone()]).await;
    acknowledged(&endpoint, bodies.iter().map(|body| sent(&genuine, body))).await;
    assert_eq!(handled(&count), 1);
}

#[tokio::test]
async fn an_event_whose_name_was_taken_away_is_the_same_delivery() {
    let (endpoint, count) = counted(on_named::endpoint(secret()));
    let bare = || Named::sign(&secret(), r#"{"id":1}"#).request();
    let genuine = with(bare(), "x-event", "paid");
    let mut nameless = genuine.clone();
    nameless.headers_mut().remove("x-event");
    acknowledged(&endpoint, [genuine, nameless]).await;
    assert_eq!(handled(&count), 1);
}

/// Nobody signs the name: whoever sends a delivery under another one first takes nothing away.
#[tokio::test]
async fn an_event_that_nobody_handled_is_not_marked_as_handled() {
    let (endpoint, count) = counted(on_push::endpoint(secret()));
    let genuine = with(GitHub::sign(&secret(), "{}").request(), "x-github-event", "push");
    let renamed = with(genuine.clone(), "x-github-event", "ping");
    acknowledged(&endpoint, [renamed, genuine]).await;
    assert_eq!(handled(&count), 1);
}

#[test]
fn what_stands_in_a_body_that_is_not_signed_is_not_signed() {
    let body = r#"{"signature":{"token":"1ab"},"event-data":{"event":"opened"}}"#;
    let (parts, body) = Mailgun::sign(&secret(), body).request().into_parts();
    let verifier = webhook_kit::Verifier::<Mailgun>::new(secret()).expect("a secret");
    let delivery = verifier.verify(&parts, body).expect("genuine");
    assert_eq!(delivery.event(), Some("opened"));
    assert!(!delivery.event_is_signed());
}
