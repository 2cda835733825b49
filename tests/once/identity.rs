//! What identifies a delivery: its id where that is signed, else what its sender signed.

use std::time::{Duration, SystemTime};

use webhook_kit::{Provider as _, Secret};

use crate::world::{
    Headed, Numbered, Placed, Plain, Shown, Timed, acknowledged, counted, handled, on_headed,
    on_numbered, on_placed, on_plain, on_shown, on_timed, secret, with,
};

#[tokio::test]
async fn a_delivery_without_an_id_is_handled_once() {
    let (endpoint, count) = counted(on_plain::endpoint(secret()));
    let sign = |body: &'static str| Plain::sign(&secret(), body).request();
    acknowledged(&endpoint, [sign("{}"), sign("{}"), sign("[]"), sign("{}")]).await;
    assert_eq!(handled(&count), 2);
}

/// Whoever has a genuine delivery cannot make another of it by what nobody signs.
#[tokio::test]
async fn what_nobody_signs_is_no_part_of_an_identity() {
    let (endpoint, count) = counted(on_plain::endpoint(secret()));
    let sign = || Plain::sign(&secret(), "{}").request();
    let elsewhere = http::Uri::from_static("/elsewhere?a=1");
    let mut moved = sign();
    *moved.uri_mut() = elsewhere;
    acknowledged(&endpoint, [sign(), with(sign(), "x-id", "2"), moved]).await;
    assert_eq!(handled(&count), 1);
}

#[tokio::test]
async fn a_retry_under_a_fresh_time_is_the_same_delivery() {
    let (endpoint, count) = counted(on_timed::endpoint(secret()));
    let now = SystemTime::now();
    let sign = |at| Timed::sign(&secret(), "{}").at(at).request();
    acknowledged(&endpoint, [sign(now), sign(now + Duration::from_secs(60))]).await;
    assert_eq!(handled(&count), 1);
}

#[tokio::test]
async fn what_is_signed_beside_the_body_tells_deliveries_apart() {
    let (endpoint, count) = counted(on_placed::endpoint(secret()));
    let sign =
        |path: &str| Placed::sign(&secret(), "{}").uri(path.parse().expect("a path")).request();
    acknowledged(&endpoint, [sign("/a"), sign("/b"), sign("/a")]).await;
    assert_eq!(handled(&count), 2);
}

#[tokio::test]
async fn rotation_changes_no_identity() {
    let secrets = [Secret::new("new"), Secret::new("old")];
    let (endpoint, count) = counted(on_plain::endpoint(secrets));
    let sign = |secret: &str| Plain::sign(&Secret::new(secret), "{}").request();
    acknowledged(&endpoint, [sign("old"), sign("new")]).await;
    assert_eq!(handled(&count), 1);
}

#[tokio::test]
async fn a_header_that_is_signed_is_an_id_however_the_message_names_it() {
    let (endpoint, count) = counted(on_headed::endpoint(secret()));
    let sign = |id: &str, body: &'static str| Headed::sign(&secret(), body).id(id).request();
    // The sender's body may differ from attempt to attempt: the id is what counts.
    acknowledged(&endpoint, [sign("1", "{}"), sign("1", "[]"), sign("2", "{}")]).await;
    assert_eq!(handled(&count), 2);
}

/// Whoever shows the secret vouches for all of the request.
#[tokio::test]
async fn under_a_shared_token_an_id_in_the_head_counts() {
    let (endpoint, count) = counted(on_shown::endpoint(secret()));
    let sign = |id: &str| with(Shown::sign(&secret(), "{}").request(), "x-id", id);
    acknowledged(&endpoint, [sign("1"), sign("1"), sign("2")]).await;
    assert_eq!(handled(&count), 2);
}

#[tokio::test]
async fn an_owner_can_trust_an_id_that_nobody_signs() {
    let (endpoint, count) = counted(on_plain::endpoint(secret()));
    let endpoint = endpoint.trust_unsigned_id("x-id").expect("a header");
    let sign = |id: &str| with(Plain::sign(&secret(), "{}").request(), "x-id", id);
    acknowledged(&endpoint, [sign("1"), sign("2"), sign("1")]).await;
    assert_eq!(handled(&count), 2);
    // Without the header, what is signed identifies it.
    let bare = || Plain::sign(&secret(), "{}").request();
    acknowledged(&endpoint, [bare(), bare()]).await;
    assert_eq!(handled(&count), 3);
}

#[test]
fn an_id_that_is_signed_is_not_given_up_for_one_that_is_not() {
    let endpoint = on_numbered::endpoint(secret()).expect("a secret");
    let error = endpoint.trust_unsigned_id("x-id").expect_err("its ids are signed");
    assert_eq!(
        error.to_string(),
        "the deliveries of `numbered` have an id that is signed: remove `trust_unsigned_id`"
    );
    let endpoint = on_plain::endpoint(secret()).expect("a secret");
    let error = endpoint.trust_unsigned_id("x id").expect_err("no header");
    assert_eq!(error.to_string(), "`x id` is not a name of a header");
}

/// A kept delivery is the one that it was when it arrived.
#[test]
fn a_delivery_that_was_stored_keeps_its_identity() {
    let verifier = webhook_kit::Verifier::<Placed>::new(secret()).expect("a secret");
    let request = Placed::sign(&secret(), "{}").uri(http::Uri::from_static("/a")).request();
    let (parts, body) = request.into_parts();
    let delivery = verifier.verify(&parts, body).expect("genuine");
    let text = serde_json::to_string(&delivery).expect("JSON");
    let kept: webhook_kit::Delivery = serde_json::from_str(&text).expect("a delivery");
    assert_eq!(kept.idempotency_key("s", None), delivery.idempotency_key("s", None));
    assert_ne!(kept.idempotency_key("s", None), kept.idempotency_key("t", None));
    assert_ne!(kept.idempotency_key("s", None), kept.idempotency_key("s", Some("a")));
}

#[test]
fn a_missing_header_of_the_event_is_not_its_id() {
    #[derive(webhook_kit::Provider)]
    #[provider(
        name = "both",
        algo = "sha256",
        header = "x-signature",
        message = "{id}.{body}",
        id = "header:x-id",
        event_type = "header:x-event"
    )]
    struct Both;
    let verifier = webhook_kit::Verifier::<Both>::new(secret()).expect("a secret");
    let request = Both::sign(&secret(), "{}").id("msg_1").request();
    let (mut parts, body) = request.into_parts();
    parts.headers.remove("x-event");
    let delivery = verifier.verify(&parts, body).expect("genuine");
    assert_eq!((delivery.id(), delivery.event()), (Some("msg_1"), None));
    assert!(!delivery.event_is_signed());
}

#[test]
fn a_delivery_says_whether_its_event_is_signed() {
    #[derive(webhook_kit::Provider)]
    #[provider(name = "body", algo = "sha256", header = "x-signature", event_type = "/type")]
    struct InBody;
    #[derive(webhook_kit::Provider)]
    #[provider(
        name = "head",
        algo = "sha256",
        header = "x-signature",
        event_type = "header:x-event"
    )]
    struct InHead;
    let request = InBody::sign(&secret(), r#"{"type":"a"}"#).request();
    let (parts, body) = request.into_parts();
    let verifier = webhook_kit::Verifier::<InBody>::new(secret()).expect("a secret");
    assert!(verifier.verify(&parts, body).expect("genuine").event_is_signed());
    let request = with(InHead::sign(&secret(), "{}").request(), "x-event", "a");
    let (parts, body) = request.into_parts();
    let verifier = webhook_kit::Verifier::<InHead>::new(secret()).expect("a secret");
    let delivery = verifier.verify(&parts, body).expect("genuine");
    assert_eq!(delivery.event(), Some("a"));
    assert!(!delivery.event_is_signed());
}

#[tokio::test]
async fn ids_in_the_body_count_once() {
    let (endpoint, count) = counted(on_numbered::endpoint(secret()));
    let sign = |body: &'static str| Numbered::sign(&secret(), body).request();
    let bodies = [r#"{"id":1}"#, r#"{"id":1,"attempt":2}"#, r#"{"id":2}"#];
    acknowledged(&endpoint, bodies.map(sign)).await;
    assert_eq!(handled(&count), 2);
}
