//! Handshakes: answered before any handler, never an event, and no oracle. And what else a sender is
//! answered: the texts and headers of acknowledgements.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a panic fails the test"
)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use crate::catalogue::{
    keys::{ED25519, P256, private},
    not_in_catalogue,
};
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use webhook_kit::{
    __private::{Answer, Context, HandlerError, IntoAnswer},
    Endpoint, Handler, Provider, RawEvent, Rejection, Secret, Verifier,
    providers::{
        adobe_sign, braintree, cloudevents, discord::Discord, ebay::Ebay, figma, github, meta,
        notion, nylas, slack, tbank, trello, woocommerce, x, zoom,
    },
};

/// Counts what it handles.
struct Counter<P>(Arc<AtomicUsize>, std::marker::PhantomData<fn() -> P>);

impl<P: Provider> Handler for Counter<P> {
    type Provider = P;
    type State = ();

    async fn call(&self, context: Context<'_, ()>) -> Result<Answer, HandlerError> {
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
        .verify_token(Secret::new("agreed"))
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
    assert_eq!(
        told::<not_in_catalogue::EveryMethod>(Method::TRACE).await,
        "GET, HEAD, OPTIONS, POST"
    );
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
    // No challenge of this length is answered, so this body was signed by nobody else.
    let long = signed::<x::X>(&"a".repeat(257));
    assert_eq!(ask::<x::X>(long).await.1, 1);
    let short = signed::<x::X>(&"a".repeat(256));
    assert_eq!(ask::<x::X>(short).await.0.status(), StatusCode::UNAUTHORIZED);
    let genuine = signed::<x::X>("{}");
    assert_eq!(ask::<x::X>(genuine).await.1, 1);
}

#[tokio::test]
async fn a_signed_field_is_no_challenge() {
    let (answer, _) = ask::<braintree::Braintree>(get("/?bt_challenge=cGF5bG9hZA")).await;
    assert!(text(&answer).starts_with("agreed|"), "the public key is what was agreed on");
    let forged = format!("bt_payload=cGF5bG9hZA&bt_signature={}", text(&answer));
    let forged = Request::post("/").body(Bytes::from(forged)).expect("a request");
    let (answer, handled) = ask::<braintree::Braintree>(forged).await;
    assert_eq!((answer.status(), handled), (StatusCode::UNAUTHORIZED, 0));
    let genuine = signed::<braintree::Braintree>("bt_payload=cGF5bG9hZA%3D%3D%0A");
    assert_eq!(ask::<braintree::Braintree>(genuine).await.1, 1);
}

#[tokio::test]
async fn an_unsigned_challenge_of_the_body_is_repeated() {
    let request = |body: &str| {
        Request::post("/").body(Bytes::copy_from_slice(body.as_bytes())).expect("a request")
    };
    let (answer, handled) =
        ask::<not_in_catalogue::Monday>(request(r#"{"challenge":"abc"}"#)).await;
    assert_eq!((text(&answer), handled), (r#"{"challenge":"abc"}"#, 0));
    assert_eq!(answer.headers()["content-type"], "application/json");
    for body in [r#"{"event":1}"#, "no JSON", ""] {
        let (answer, _) = ask::<not_in_catalogue::Monday>(request(body)).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{body}");
    }
    let event = signed::<not_in_catalogue::Monday>(r#"{"event":1}"#);
    assert_eq!(ask::<not_in_catalogue::Monday>(event).await.1, 1);
    let large = request(&format!(r#"{{"challenge":"{}"}}"#, "a".repeat(2 << 20)));
    let (answer, _) = ask::<not_in_catalogue::Monday>(large).await;
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
    assert_eq!(answer.headers()["webhook-allowed-rate"], "*");
    assert_eq!(answer.headers()["allow"], "OPTIONS, POST");

    let ping = signed::<figma::Figma>(r#"{"event_type":"PING"}"#);
    let (answer, handled) = ask::<figma::Figma>(ping).await;
    assert_eq!((answer.status(), handled), (StatusCode::OK, 0));
    let event = signed::<figma::Figma>(r#"{"event_type":"FILE_UPDATE"}"#);
    assert_eq!(ask::<figma::Figma>(event).await.1, 1);
}

/// A request with one header, and no body.
fn with(method: Method, name: &str, value: &str) -> Request<Bytes> {
    let request = Request::builder().method(method).header(name, value);
    request.body(Bytes::new()).expect("a request")
}

#[tokio::test]
async fn a_header_is_answered_in_a_header() {
    let asked = |value| with(Method::POST, "x-hook-secret", value);
    let (answer, handled) = ask::<not_in_catalogue::Asana>(asked("b537207f20cbfa02")).await;
    assert_eq!((answer.status(), handled), (StatusCode::NO_CONTENT, 0));
    assert_eq!(answer.headers()["x-hook-secret"], "b537207f20cbfa02");

    let (answer, handled) = ask::<not_in_catalogue::Wrike>(asked("qgg8vlvZRS6UYooatFL8Aw")).await;
    assert_eq!((answer.status(), handled), (StatusCode::OK, 0));
    assert_eq!(answer.headers()["x-hook-secret"], EXPECTED_PROOF);
    for value in ["{}", "a b", "a.b", "[1]"] {
        let (answer, _) = ask::<not_in_catalogue::Wrike>(asked(value)).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{value}");
        assert!(answer.headers().get("x-hook-secret").is_none());
    }
    // What is answered under the key in a header is no delivery either.
    let forged = Request::post("/")
        .header("x-hook-signature", EXPECTED_PROOF)
        .body(Bytes::from("qgg8vlvZRS6UYooatFL8Aw"))
        .expect("a request");
    let (answer, handled) = ask::<not_in_catalogue::Wrike>(forged).await;
    assert_eq!((answer.status(), handled), (StatusCode::UNAUTHORIZED, 0));
}

#[tokio::test]
async fn a_digest_proves_what_was_agreed_on() {
    let asked = "/in?challenge_code=a8628072-3d33-45ee-9004-bee86830a22d";
    let (answer, _) = ask_under::<Ebay>(P256.0, get(asked)).await;
    // `printf %s a8628072-3d33-45ee-9004-bee86830a22d agreed https://hooks.example.com/in | sha256sum`
    let expected = "e88e30c1ba008aac3fe7fedcf7d3397724ba7dcb4a7e5e1323b9b34b6b59955c";
    assert_eq!(text(&answer), format!(r#"{{"challengeResponse":"{expected}"}}"#));
    assert_eq!(answer.headers()["content-type"], "application/json");

    let parts = get(asked).into_parts().0;
    let verifier = Verifier::<Ebay>::new(Secret::new(P256.0)).expect("a key");
    let answer = verifier.clone().url("https://x.com").expect("an address");
    let answer = answer.handshake(&parts, Bytes::new());
    assert!(matches!(answer, Err(Rejection::Handshake { .. })), "no token was told");
    let answer = verifier.verify_token(Secret::new("agreed")).handshake(&parts, Bytes::new());
    assert!(matches!(answer, Err(Rejection::UnknownAddress)), "no address was told");
}

#[tokio::test]
async fn a_wrong_token_is_refused_as_the_sender_expects() {
    let (answer, _) = ask::<not_in_catalogue::Fitbit>(get("/?verify=agreed")).await;
    assert_eq!((answer.status(), text(&answer)), (StatusCode::NO_CONTENT, ""));
    let (answer, _) = ask::<not_in_catalogue::Fitbit>(get("/?verify=guessed")).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);

    for mode in ["subscribe", "unsubscribe"] {
        let uri = |topic: &str| format!("/?hub.mode={mode}&hub.topic={topic}&hub.challenge=7");
        let (answer, _) = ask::<not_in_catalogue::WebSub>(get(&uri("agreed"))).await;
        assert_eq!((answer.status(), text(&answer)), (StatusCode::OK, "7"));
        let (answer, _) = ask::<not_in_catalogue::WebSub>(get(&uri("other"))).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "nobody wanted it");
    }
}

#[tokio::test]
async fn a_list_of_events_and_a_form_ask_as_well() {
    let validation = r#"[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
        "data":{"validationCode":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}}]"#;
    let asked = |code: &str| {
        Request::post(format!("/?code={code}"))
            .header("aeg-event-type", "SubscriptionValidation")
            .body(Bytes::from(validation))
            .expect("a request")
    };
    let code = SECRET.replace(' ', "+");
    let (answer, handled) = ask::<not_in_catalogue::EventGrid>(asked(&code)).await;
    let expected = r#"{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}"#;
    assert_eq!((text(&answer), handled), (expected, 0));
    let (answer, _) = ask::<not_in_catalogue::EventGrid>(asked("guessed")).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "it is signed as deliveries are");
    let origin = with(Method::OPTIONS, "webhook-request-origin", "eventgrid.azure.net");
    let (answer, _) = ask::<not_in_catalogue::EventGrid>(origin).await;
    assert_eq!(answer.headers()["webhook-allowed-origin"], "eventgrid.azure.net");

    let ping = Request::post("/").body(Bytes::from("webhook_id=7")).expect("a request");
    let (answer, handled) = ask::<woocommerce::WooCommerce>(ping).await;
    assert_eq!((answer.status(), handled), (StatusCode::OK, 0));
}

#[tokio::test]
async fn what_is_plain_text_is_said_to_be() {
    // Braces are no JSON because they come first.
    let (answer, _) = ask::<nylas::Nylas>(get("/?challenge=%7Ba%7D")).await;
    assert_eq!(text(&answer), "{a}");
    assert_eq!(answer.headers()["content-type"], "text/plain");
}

#[tokio::test]
async fn the_owner_learns_what_was_asked() {
    let learnt = Arc::new(std::sync::Mutex::new(Vec::new()));
    let (seen, handled) = (Arc::clone(&learnt), Arc::new(AtomicUsize::new(0)));
    let receiver = Counter::<notion::Notion>(Arc::clone(&handled), std::marker::PhantomData);
    let endpoint = Endpoint::new(receiver, Secret::new(SECRET)).expect("a secret");
    let endpoint = endpoint.observe(move |report| {
        let challenge = report.challenge.map(|challenge| challenge.as_str().to_owned());
        assert!(!format!("{report:?}").contains("secret_"), "it may be a key");
        seen.lock().expect("a lock").push((report.outcome.as_str(), challenge));
    });
    let first = r#"{"verification_token":"secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"}"#;
    let first = Request::post("/").body(Bytes::from(first)).expect("a request");
    let answer = endpoint.handle(first).await;
    assert_eq!((answer.status(), text(&answer)), (StatusCode::OK, ""));
    let event = signed::<notion::Notion>(r#"{"id":"1","type":"page.created"}"#);
    assert_eq!(endpoint.handle(event).await.status(), StatusCode::OK);
    assert_eq!(handled.load(Ordering::SeqCst), 1, "the first is no event");
    let token = "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl".to_owned();
    let expected = [("handshake", Some(token)), ("handled", None)];
    assert_eq!(*learnt.lock().expect("a lock"), expected);
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
async fn an_acknowledgement_says_what_the_sender_wants_to_hear() {
    let (answer, handled) =
        ask::<tbank::TBank>(signed::<tbank::TBank>(r#"{"Status":"NEW"}"#)).await;
    assert_eq!((answer.status(), text(&answer), handled), (StatusCode::OK, "OK", 1));
    assert_eq!(answer.headers()["content-type"], "text/plain");
    let forged = Request::post("/").body(Bytes::from("{\"Token\":\"00\"}")).expect("a request");
    let (answer, _) = ask::<tbank::TBank>(forged).await;
    assert!(!text(&answer).contains("OK"), "a refusal says nothing of it");

    let payment = signed::<not_in_catalogue::Robokassa>("OutSum=10&InvId=7%2F8");
    assert_eq!(text(&ask::<not_in_catalogue::Robokassa>(payment).await.0), "OK7/8");

    let event = || signed::<adobe_sign::AdobeSign>(r#"{"event":"AGREEMENT_CREATED"}"#);
    let (answer, handled) = ask::<adobe_sign::AdobeSign>(event()).await;
    assert_eq!(
        (answer.headers()["x-adobesign-clientid"].as_bytes(), handled),
        (SECRET.as_bytes(), 1)
    );
    let (answer, _) = ask_under::<adobe_sign::AdobeSign>("another", event()).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    assert!(answer.headers().get("x-adobesign-clientid").is_none());
    let (answer, _) = ask::<github::GitHub>(signed::<github::GitHub>("{}")).await;
    assert_eq!((text(&answer), answer.headers().len()), ("", 0), "others say nothing");
}

#[tokio::test]
async fn a_form_is_refused_where_the_declaration_reads_json() {
    let command = signed::<slack::Slack>("command=%2Fweather&text=94070");
    let (answer, handled) = ask::<slack::Slack>(command).await;
    assert_eq!((answer.status(), handled), (StatusCode::UNPROCESSABLE_ENTITY, 0));
}
