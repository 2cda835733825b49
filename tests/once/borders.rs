//! Who moves the borders between the parts of a signed text has the same delivery, or none.
//!
//! The signatures are Python's, under `a secret`.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::Request;
use webhook_kit::{Endpoint, Handler, RawEvent, State, webhook};

use crate::world::{Count, counted, handled, on_addressed, on_joined, on_sorted, secret, with};

macro_rules! handlers {
    ($($handler:ident $provider:literal),*) => {
        $(
            #[webhook(provider = $provider)]
            async fn $handler(_: RawEvent, State(count): State<Count>) {
                count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            }
        )*
    };
}
handlers!(on_mailgun "mailgun", on_configcat "configcat", on_framer "framer", on_linear "linear");

const SENT: u64 = 1_764_547_200;

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn post(body: &str, headers: &[(&'static str, &str)]) -> Request<Bytes> {
    let request = Request::post("/hook").body(Bytes::from(body.to_owned())).expect("a request");
    headers.iter().fold(request, |request, (name, value)| with(request, name, value))
}

/// The first is handled; whatever the others are, they are not handled as well.
async fn is_one<H: Handler<State = Count>>(
    (endpoint, count): (Endpoint<H, Count>, Count),
    requests: impl IntoIterator<Item = Request<Bytes>>,
) {
    for request in requests {
        endpoint.handle(request).await;
        assert_eq!(handled(&count), 1);
    }
}

/// Every division of the text into two; the first is the one that was sent.
fn in_two(one: &str, two: &str) -> Vec<[String; 2]> {
    let text = [one, two].concat();
    let others = (0..=text.len()).map(|at| text.split_at(at)).map(|(a, b)| [a.into(), b.into()]);
    [[one.to_owned(), two.to_owned()]].into_iter().chain(others).collect()
}

/// Every division of the text into three; the first is the one that was sent.
fn in_three(one: &str, two: &str, three: &str) -> Vec<[String; 3]> {
    let text = [one, two, three].concat();
    let others = (0..=text.len()).flat_map(|at| {
        let (a, rest) = text.split_at(at);
        (0..=rest.len()).map(move |at| {
            let (b, c) = rest.split_at(at);
            [a.to_owned(), b.to_owned(), c.to_owned()]
        })
    });
    [[one.to_owned(), two.to_owned(), three.to_owned()]].into_iter().chain(others).collect()
}

#[tokio::test]
async fn an_id_a_time_and_a_body() {
    let signature = "44ffa0ec78bca0094cafb35f313ce68d262721f5ba40a2fdd6b857986b942476";
    let requests = in_three("evt_1", "1764547200", r#"{"a":1}"#).into_iter();
    let requests = requests.map(|[id, time, body]| {
        post(&body, &[("x-id", &id), ("x-time", &time), ("x-signature", signature)])
    });
    is_one(counted(on_joined::endpoint(secret())), requests).await;
}

#[tokio::test]
async fn the_fields_of_a_form() {
    let signature = "b95d2e55dcb864adb4729b86ad598a8bdf56a504afca8b377ae0f3e36da6b90f";
    let bodies = ["a=1&b=2", "a=1b2", "a1=b2", "a1b=2", "a1b2=", "b=2&a=1"];
    let form = ("content-type", "application/x-www-form-urlencoded");
    let requests = bodies.map(|body| post(body, &[form, ("x-signature", signature)]));
    is_one(counted(on_sorted::endpoint(secret())), requests).await;
}

/// The time that is compared is left out: a retry under a fresh one is the same delivery.
#[tokio::test]
async fn an_address_a_body_and_a_fresh_time() {
    let first = "c5da68415d7f00c0ffd710ab0b644bba862cb004e063c1564dbeb3b74c4d6914";
    let second = "2f336ebd8660d62acc55d7ae8786bb027977d6457a516d8254f617208879341f";
    let attempts = [("1764547200", first), ("1764547260", second)].map(|(time, signature)| {
        post(r#"{"a":1}"#, &[("x-time", time), ("x-signature", signature)])
    });
    let moved = in_two(r#"{"a":1}"#, "1764547200")
        .into_iter()
        .map(|[body, time]| post(&body, &[("x-time", &time), ("x-signature", first)]));
    let (endpoint, count) = counted(on_addressed::endpoint(secret()));
    let endpoint = endpoint.clock(|| at(SENT + 60));
    is_one((endpoint, count), attempts.into_iter().chain(moved)).await;
}

/// Sixty forgeries of one captured triple, each with a body of its own.
#[tokio::test]
async fn mailgun() {
    let signature = "b7a405d3fabc47232b7b19486b122229c48a125ede8ffb469937edb7382a307a";
    let token = "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0";
    let requests = in_two("1764547200", token).into_iter().enumerate();
    let requests = requests.map(|(number, [time, token])| {
        let body = format!(
            r#"{{"signature":{{"timestamp":"{time}","token":"{token}","signature":"{signature}"}},"event-data":{{"event":"e{number}"}}}}"#
        );
        post(&body, &[])
    });
    is_one(counted(on_mailgun::endpoint(secret())), requests).await;
}

/// Its body holds a time that is not too old either.
#[tokio::test]
async fn configcat() {
    let signature = "aZo8YtbqIkS/PyYmRCVWq/NmZ41HhNxnHwx8X2kzlOA=";
    let body = r#"{"at":"1764547201","a":1}"#;
    let requests = in_three("evt_1", "1764547200", body).into_iter().map(|[id, time, body]| {
        let headers = [
            ("x-configcat-webhook-id", id.as_str()),
            ("x-configcat-webhook-timestamp", &time),
            ("x-configcat-webhook-signature-v1", signature),
        ];
        post(&body, &headers)
    });
    let (endpoint, count) = counted(on_configcat::endpoint(secret()));
    is_one((endpoint.clock(|| at(SENT)), count), requests).await;
}

#[tokio::test]
async fn framer() {
    let signature = "sha256=8d2769891f6bd280f293e1a5c113026b42ff95d536345204ecb0b5f1a6831dc3";
    let requests = in_two(r#"{"a":1}"#, "sub_1").into_iter().map(|[body, id]| {
        post(&body, &[("framer-webhook-submission-id", &id), ("framer-signature", signature)])
    });
    is_one(counted(on_framer::endpoint(secret())), requests).await;
}

/// Its retries carry the time of the first attempt.
#[tokio::test]
async fn linear_may_try_again_after_hours() {
    let body =
        r#"{"action":"create","type":"Issue","data":{"id":"i1"},"webhookTimestamp":1764547200000}"#;
    let signature = "075abe3eb470fe397fcc76f885bf98a3a75b02bbecd6c51199d80144d6afaf59";
    for (after, status) in [(0, 200), (60, 200), (3_660, 200), (25_260, 200), (9 * 3_600, 401)] {
        let (endpoint, _) =
            counted(on_linear::endpoint(webhook_kit::Secret::new("the-secret-of-this-example")));
        let endpoint = endpoint.clock(move || at(SENT + after));
        let request = post(body, &[("linear-signature", signature)]);
        assert_eq!(endpoint.handle(request).await.status(), status, "{after}");
    }
}
