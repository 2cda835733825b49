//! Handshakes: answered before any handler, never an event, and no oracle.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a panic fails the test"
)]

mod catalogue;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use catalogue::{
    alike,
    keys::{ED25519, private},
};
use http::{Method, Request, Response, StatusCode};
use webhook_kit::{
    __private::{Answer, Context, IntoAnswer, Stop},
    Endpoint, Handler, Provider, RawEvent, Secret,
    providers::{cloudevents, discord::Discord, figma, github, meta, slack, trello, x, zoom},
};

/// Counts what it handles.
struct Counter<P>(Arc<AtomicUsize>, std::marker::PhantomData<fn() -> P>);

impl<P: Provider> Handler for Counter<P> {
    type Provider = P;
    type State = ();

    async fn call(&self, context: Context<'_, ()>) -> Result<Answer, Stop> {
        let _: RawEvent = context.delivery.raw_event()?;
        self.0.fetch_add(1, Ordering::SeqCst);
        ().into_answer()
    }
}

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

const SECRET: &str = "a secret of some length";

/// The answer, and how many deliveries the handler saw.
async fn ask<P: Provider>(request: Request<Bytes>) -> (Response<Bytes>, usize) {
    ask_under::<P>(SECRET, request).await
}

async fn ask_under<P: Provider>(key: &str, request: Request<Bytes>) -> (Response<Bytes>, usize) {
    let seen = Arc::new(AtomicUsize::new(0));
    let handler = Counter::<P>(Arc::clone(&seen), std::marker::PhantomData);
    let endpoint = Endpoint::new(handler, Secret::new(key))
        .expect("a secret")
        .url("https://hooks.example.com")
        .expect("an address")
        .handshake_token(Secret::new("agreed"))
        .clock(noon);
    let answer = endpoint.handle(request).await;
    (answer, seen.load(Ordering::SeqCst))
}

fn get(uri: &str) -> Request<Bytes> {
    Request::get(uri).body(Bytes::new()).expect("a request")
}

fn text(answer: &Response<Bytes>) -> &str {
    std::str::from_utf8(answer.body()).expect("text")
}

fn signed<P: Provider>(body: &str) -> Request<Bytes> {
    P::sign(&Secret::new(SECRET), body.to_owned()).at(noon()).request()
}

#[tokio::test]
async fn a_challenge_of_the_query_is_repeated_for_the_agreed_token() {
    let uri = "/?hub.mode=subscribe&hub.verify_token=agreed&hub.challenge=115%201";
    let (answer, handled) = ask::<meta::Meta>(get(uri)).await;
    assert_eq!((answer.status(), text(&answer), handled), (StatusCode::OK, "115 1", 0));
    assert_eq!(answer.headers()["content-type"], "text/plain");
    assert_eq!(answer.headers()["x-content-type-options"], "nosniff");

    for uri in [
        "/?hub.mode=subscribe&hub.verify_token=guessed&hub.challenge=1",
        "/?hub.mode=subscribe&hub.verify_token=&hub.challenge=1",
        "/?hub.mode=subscribe&hub.challenge=1",
        "/?hub.mode=subscribe&hub.verify_token=agreed&hub.challenge=%3Cscript%3E",
        "/?hub.mode=subscribe&hub.verify_token=agreed&hub.challenge=",
    ] {
        let (answer, _) = ask::<meta::Meta>(get(uri)).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{uri}");
    }
    let conflict =
        "/?hub.mode=subscribe&hub.verify_token=agreed&hub.verify_token=guessed&hub.challenge=1";
    assert_eq!(ask::<meta::Meta>(get(conflict)).await.0.status(), StatusCode::BAD_REQUEST);
    for uri in ["/", "/?hub.mode=unsubscribe&hub.verify_token=agreed&hub.challenge=1"] {
        let (answer, _) = ask::<meta::Meta>(get(uri)).await;
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{uri}");
    }
    let (answer, _) = ask::<github::GitHub>(get(uri)).await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "no handshake is declared");
}

#[tokio::test]
async fn the_methods_that_are_taken_are_told() {
    async fn told<P: Provider>(method: Method) -> String {
        let request = Request::builder().method(method).body(Bytes::new()).expect("a request");
        let (answer, _) = ask::<P>(request).await;
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
        answer.headers()["allow"].to_str().expect("text").to_owned()
    }
    assert_eq!(told::<github::GitHub>(Method::PUT).await, "POST");
    assert_eq!(told::<meta::Meta>(Method::DELETE).await, "GET, POST");
    // A method that is taken, and asks nothing.
    assert_eq!(told::<meta::Meta>(Method::GET).await, "GET, POST");
    assert_eq!(told::<trello::Trello>(Method::GET).await, "HEAD, POST");
    assert_eq!(told::<cloudevents::CloudEvents>(Method::PATCH).await, "OPTIONS, POST");
    assert_eq!(told::<alike::EveryMethod>(Method::TRACE).await, "GET, HEAD, OPTIONS, POST");
    assert_eq!(told::<slack::Slack>(Method::GET).await, "POST", "it asks with deliveries");
}

#[tokio::test]
async fn a_signed_challenge_is_verified_first() {
    let body = r#"{"type":"url_verification","challenge":"abc"}"#;
    let (answer, handled) = ask::<slack::Slack>(signed::<slack::Slack>(body)).await;
    assert_eq!((text(&answer), handled), ("abc", 0));

    let unsigned = Request::post("/").body(Bytes::from(body)).expect("a request");
    let (answer, _) = ask::<slack::Slack>(unsigned).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);

    let event = signed::<slack::Slack>(r#"{"type":"event","challenge":"abc"}"#);
    let (answer, handled) = ask::<slack::Slack>(event).await;
    assert_eq!((answer.status(), text(&answer), handled), (StatusCode::OK, "", 1));
}

#[tokio::test]
async fn a_challenge_is_answered_under_the_key_only_if_it_can_be_no_message() {
    let challenge = |token: &str| {
        let body = format!(
            r#"{{"event":"endpoint.url_validation","payload":{{"plainToken":"{token}"}}}}"#
        );
        signed::<zoom::Zoom>(&body)
    };
    let (answer, handled) = ask::<zoom::Zoom>(challenge("qgg8vlvZRS6UYooatFL8Aw")).await;
    // `printf qgg8vlvZRS6UYooatFL8Aw | openssl dgst -sha256 -hmac 'a secret of some length'`
    let expected = EXPECTED_PROOF;
    assert_eq!(
        (text(&answer), handled),
        (
            &*format!(r#"{{"plainToken":"qgg8vlvZRS6UYooatFL8Aw","encryptedToken":"{expected}"}}"#),
            0
        )
    );
    let long = "a".repeat(257);
    for token in ["v0:1700000000:{}", "a b", "a.b", "", "{}", "é", long.as_str()] {
        let (answer, _) = ask::<zoom::Zoom>(challenge(token)).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{token}");
    }
}

const EXPECTED_PROOF: &str = "e5d5d4db1c0f1c31ae3659c783f82ecf3d5ec76ba1b5fd94ccfe5831265d9c9a";

#[tokio::test]
async fn what_was_answered_under_the_key_is_no_delivery() {
    // X signs the body alone: the answer to a challenge is a signature of a body of that text.
    let (answer, _) = ask::<x::X>(get("/?crc_token=123")).await;
    let (_, proof) = text(&answer).split_once("sha256=").expect("a proof");
    let proof = proof.trim_end_matches("\"}");
    let forged = Request::post("/")
        .header("x-twitter-webhooks-signature", format!("sha256={proof}"))
        .body(Bytes::from("123"))
        .expect("a request");
    let (answer, handled) = ask::<x::X>(forged).await;
    assert_eq!((answer.status(), handled), (StatusCode::UNAUTHORIZED, 0));
    let empty = signed::<x::X>("");
    assert_eq!(ask::<x::X>(empty).await.0.status(), StatusCode::UNAUTHORIZED);
    let genuine = signed::<x::X>("{}");
    assert_eq!(ask::<x::X>(genuine).await.1, 1);
}

#[tokio::test]
async fn a_signed_field_is_no_challenge() {
    let (answer, _) = ask::<alike::Braintree>(get("/?bt_challenge=cGF5bG9hZA")).await;
    let forged = format!("bt_payload=cGF5bG9hZA&bt_signature=key|{}", text(&answer));
    let forged = Request::post("/").body(Bytes::from(forged)).expect("a request");
    let (answer, handled) = ask::<alike::Braintree>(forged).await;
    assert_eq!((answer.status(), handled), (StatusCode::UNAUTHORIZED, 0));
    let genuine = signed::<alike::Braintree>("bt_payload=cGF5bG9hZA%3D%3D%0A");
    assert_eq!(ask::<alike::Braintree>(genuine).await.1, 1);
}

#[tokio::test]
async fn an_unsigned_challenge_of_the_body_is_repeated() {
    let request = |body: &str| {
        Request::post("/").body(Bytes::copy_from_slice(body.as_bytes())).expect("a request")
    };
    let (answer, handled) = ask::<alike::Monday>(request(r#"{"challenge":"abc"}"#)).await;
    assert_eq!((text(&answer), handled), (r#"{"challenge":"abc"}"#, 0));
    assert_eq!(answer.headers()["content-type"], "application/json");
    for body in [r#"{"event":1}"#, "no JSON", ""] {
        let (answer, _) = ask::<alike::Monday>(request(body)).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{body}");
    }
    let event = signed::<alike::Monday>(r#"{"event":1}"#);
    assert_eq!(ask::<alike::Monday>(event).await.1, 1);
    let large = request(&format!(r#"{{"challenge":"{}"}}"#, "a".repeat(2 << 20)));
    let (answer, _) = ask::<alike::Monday>(large).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn other_methods_and_headers() {
    let head = Request::builder().method(Method::HEAD).body(Bytes::new()).expect("a request");
    let (answer, _) = ask::<trello::Trello>(head).await;
    assert_eq!((answer.status(), text(&answer)), (StatusCode::OK, ""));

    let options = Request::builder()
        .method(Method::OPTIONS)
        .header("webhook-request-origin", "events.example.com")
        .body(Bytes::new())
        .expect("a request");
    let (answer, _) = ask::<cloudevents::CloudEvents>(options).await;
    assert_eq!(answer.headers()["webhook-allowed-origin"], "events.example.com");

    let ping = signed::<figma::Figma>(r#"{"event_type":"PING"}"#);
    let (answer, handled) = ask::<figma::Figma>(ping).await;
    assert_eq!((answer.status(), handled), (StatusCode::OK, 0));
    let event = signed::<figma::Figma>(r#"{"event_type":"FILE_UPDATE"}"#);
    assert_eq!(ask::<figma::Figma>(event).await.1, 1);
}

#[tokio::test]
async fn discord_asks_in_two_ways_and_neither_is_an_event() {
    let delivery = |body: &str| {
        let key = Secret::new(private(ED25519.0));
        Discord::sign(&key, body.to_owned()).at(noon()).request()
    };
    let interaction = r#"{"application_id":"1","id":"2","token":"t","type":1,"version":1}"#;
    let (answer, handled) = ask_under::<Discord>(ED25519.0, delivery(interaction)).await;
    assert_eq!((text(&answer), handled), (r#"{"type":1}"#, 0));

    let ping = r#"{"version":1,"application_id":"1","type":0}"#;
    let (answer, handled) = ask_under::<Discord>(ED25519.0, delivery(ping)).await;
    assert_eq!((answer.status(), handled), (StatusCode::NO_CONTENT, 0));

    let event =
        r#"{"version":1,"application_id":"1","type":1,"event":{"type":"ENTITLEMENT_CREATE"}}"#;
    let (answer, handled) = ask_under::<Discord>(ED25519.0, delivery(event)).await;
    assert_eq!((answer.status(), handled), (StatusCode::OK, 1));

    let forged = delivery(ping).map(|_| Bytes::from_static(b"{}"));
    let (answer, _) = ask_under::<Discord>(ED25519.0, forged).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_form_is_refused_where_the_declaration_reads_json() {
    let command = signed::<slack::Slack>("command=%2Fweather&text=94070");
    let (answer, handled) = ask::<slack::Slack>(command).await;
    assert_eq!((answer.status(), handled), (StatusCode::UNPROCESSABLE_ENTITY, 0));
}
