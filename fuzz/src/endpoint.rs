//! A whole request, from strangers: refused, or handled because it is genuine.

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use bytes::Bytes;
use http::{Method, Request, Uri};
use webhook_kit::{RawEvent, State, webhook};

use crate::senders::{Listed, NOON, add, digits, noon, secret, with_good};

#[webhook(crate = webhook_kit, provider = Listed)]
async fn on_listed(_event: RawEvent, State(handled): State<Arc<AtomicUsize>>) {
    handled.fetch_add(1, Ordering::SeqCst);
}

/// `data` is a method and an address, lines of headers, an empty line, and a body. `GOOD` in a header
/// stands for the signature of that body.
///
/// # Panics
///
/// If the endpoint fails, or handles what is not genuine, or does not handle what is.
pub fn check(data: &[u8]) {
    let mut rest = data;
    let first = line(&mut rest).unwrap_or_default();
    let mut headers = Vec::new();
    while let Some(header) = line(&mut rest).filter(|header| !header.is_empty()) {
        headers.push(header);
    }
    let good = digits(rest);
    let mut request = Request::new(Bytes::copy_from_slice(rest));
    let mut words = first.split(|byte| *byte == b' ');
    let method = words.next().and_then(|word| Method::from_bytes(word).ok());
    *request.method_mut() = method.unwrap_or(Method::POST);
    if let Some(uri) = words.next().and_then(|word| Uri::try_from(word).ok()) {
        *request.uri_mut() = uri;
    }
    for header in headers {
        if let Some(at) = header.iter().position(|byte| *byte == b':') {
            let name = String::from_utf8_lossy(&header[..at]).into_owned();
            add(&mut request, &name, &with_good(header[at + 1..].trim_ascii(), &good));
        }
    }
    let values: Vec<&[u8]> = request
        .headers()
        .get_all("x-listed-signature")
        .iter()
        .map(http::HeaderValue::as_bytes)
        .collect();
    // In short: somebody who knows the secret signed this body for this moment.
    let is_signed = values.iter().any(|value| {
        let lower = value.to_ascii_lowercase();
        let good = format!("v1={}", good.to_ascii_lowercase());
        lower.windows(good.len()).any(|window| window == good.as_bytes())
            && lower.windows(12).any(|window| window == format!("t={NOON}").as_bytes())
    });

    let handled = Arc::new(AtomicUsize::new(0));
    let endpoint = on_listed::endpoint(secret()).expect("a secret").state(Arc::clone(&handled));
    let endpoint = endpoint.clock(noon);
    let mut answers = Vec::new();
    for _ in 0..2 {
        let mut future = pin!(endpoint.handle(request.clone()));
        let Poll::Ready(answer) = future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
        else {
            panic!("nothing here waits");
        };
        answers.push(answer.status().as_u16());
    }
    let handled = handled.load(Ordering::SeqCst);
    assert_eq!(answers[0], answers[1], "a repetition is answered like the first");
    assert!(answers[0] < 500, "{answers:?}");
    assert_eq!(answers[0] == 200, handled > 0, "{answers:?}, handled {handled} times");
    assert!(handled == 0 || is_signed, "handled, and nobody signed it");
    if handled == 2 {
        let body = serde_json::from_slice::<serde_json::Value>(request.body());
        let id = body.as_ref().ok().and_then(|body| body.pointer("/id"));
        let event = body.as_ref().ok().and_then(|body| body.pointer("/type"));
        let tells = |value: Option<&serde_json::Value>| {
            value.and_then(serde_json::Value::as_str).is_some_and(|text| !text.is_empty())
        };
        assert!(!(tells(id) && tells(event)), "handled twice");
    }
}

fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    if rest.is_empty() {
        return None;
    }
    let at = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (line, after) = rest.split_at(at);
    *rest = after.get(1..).unwrap_or_default();
    Some(line)
}
