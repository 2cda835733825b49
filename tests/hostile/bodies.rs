//! Bodies that somebody's string functions could not bear.

use axum::Router;
use bytes::Bytes;
use serde::de::IgnoredAny;
use webhook_kit::{Endpoint, Handler, Provider, RawEvent, Secret, WebhookEvent, webhook};

use crate::{
    support::{Server, noon},
    world::{self, Plain, STANDARD_SECRET, Standard, header, secret, set},
};

/// What templates, formatters and regular expressions take for their own.
const SPECIAL: [&str; 12] = [
    "$&",
    "$$",
    "$1 $` $' $<name>",
    "%s%n%d%%",
    "{}",
    "{body}{timestamp}{id}{signature}",
    "{{}}",
    "\\0\\1\\u0000",
    "${body}",
    "\u{0}",
    "\r\n\r\n",
    "&amp;<script>",
];

#[tokio::test]
async fn what_templates_replace_is_signed_and_handled_as_it_is() {
    let (plain, plain_probe) = world::plain();
    let plain = Server::start(Router::new().route_service("/", plain)).await;
    let (standard, standard_probe) = world::standard();
    let standard = Server::start(Router::new().route_service("/", standard)).await;
    for (index, special) in SPECIAL.into_iter().enumerate() {
        let body = format!("{special}{{\"note\":\"{special}\"}}{special}");
        let request = Plain::sign(&secret(), body.clone()).request();
        assert_eq!(plain.send(request).await.status, 200, "{special:?}");
        assert_eq!(plain_probe.last(), body);

        let request = Standard::sign(&Secret::new(STANDARD_SECRET), body.clone())
            .id(format!("msg_{index}"))
            .at(noon())
            .request();
        assert_eq!(standard.send(request).await.status, 200, "{special:?}");
        assert_eq!(standard_probe.last(), body);
    }
    assert_eq!(plain_probe.handled() + standard_probe.handled(), 2 * SPECIAL.len());
}

/// A part of the message cannot be moved over its border: `{id}.{timestamp}.{body}`.
#[tokio::test]
async fn the_borders_of_a_message_cannot_be_moved_unseen() {
    let (endpoint, probe) = world::standard();
    let sign = |id: &str, body: &str| {
        Standard::sign(&Secret::new(STANDARD_SECRET), body.to_owned()).id(id).at(noon()).request()
    };
    // The genuine message is `a.b.<now>.x`; read with the id `a` its timestamp would be `b`.
    let moved = set(sign("a.b", "x"), "webhook-id", &[b"a"]);
    let moved = set(moved, "webhook-timestamp", &[b"b"]);
    assert_eq!(endpoint.handle(moved).await.status(), 400);
    let mut moved = set(sign("a", "1700000000.x"), "webhook-id", &[b"a.1700000000"]);
    *moved.body_mut() = Bytes::from_static(b"x");
    // Here the message is the same, and so are its words: only the id differs. No sender has ids
    // with a dot and a timestamp in them; that one was accepted is known, not prevented.
    assert_eq!(endpoint.handle(moved).await.status(), 200);
    assert_eq!(probe.last(), Bytes::from_static(b"x"));
}

#[tokio::test]
async fn bodies_that_are_not_utf_8_are_verified_and_handled() {
    let (endpoint, probe) = world::plain();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for body in [
        &b"\xff\xfe\x00\x01"[..],
        b"{\"name\":\"\xc3\x28\"}",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf{}",
        &[0x80; 3000],
    ] {
        let request = Plain::sign(&secret(), body).request();
        assert_eq!(server.send(request.clone()).await.status, 200);
        assert_eq!(probe.last(), body);
        // What lossy decoding would take for the same is not the same.
        let mut lossy = request;
        *lossy.body_mut() = String::from_utf8_lossy(body).into_owned().into();
        if *lossy.body() != body {
            assert_eq!(server.send(lossy).await.status, 401);
        }
    }
}

#[tokio::test]
async fn an_empty_body_is_signed_like_any_other() {
    let (endpoint, probe) = world::plain();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let empty = Plain::sign(&secret(), Bytes::new()).request();
    assert_eq!(server.send(empty.clone()).await.status, 200);
    assert_eq!(probe.last(), Bytes::new());
    // What is signed alike is one delivery.
    assert_eq!(server.send_chunked(empty.clone(), 1).await.status, 200);
    let other = set(empty, "x-plain-signature", &[b"sha256="]);
    assert_eq!(server.send(other).await.status, 400);
    assert_eq!(probe.handled(), 1);
}

/// The bytes that were sent are what is signed: not what a parser and a printer make of them.
#[tokio::test]
async fn a_body_is_never_written_anew_before_it_is_verified() {
    let (endpoint, probe) = world::plain();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let sent = "{ \"b\": 1.0, \"a\": \"\\u00e9\", \"a\": 2 }\n";
    let genuine = Plain::sign(&secret(), sent).request();
    assert_eq!(server.send(genuine.clone()).await.status, 200);
    assert_eq!(probe.last(), sent);
    let parsed: serde_json::Value = serde_json::from_str(sent).expect("JSON");
    let mut reserialised = genuine.clone();
    *reserialised.body_mut() = parsed.to_string().into();
    assert_eq!(server.send(reserialised).await.status, 401);
    for edit in [sent.trim_end(), &sent.replace(' ', ""), &format!("{sent}\n")] {
        let mut edited = genuine.clone();
        *edited.body_mut() = Bytes::copy_from_slice(edit.as_bytes());
        assert_eq!(server.send(edited).await.status, 401, "{edit:?}");
    }
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn one_flipped_bit_anywhere_is_refused() {
    let (endpoint, probe) = world::listed();
    let genuine = world::event("evt_1");
    for at in 0..genuine.body().len() {
        for bit in 0..8 {
            let mut tampered = genuine.clone();
            let mut body = tampered.body().to_vec();
            body[at] ^= 1 << bit;
            *tampered.body_mut() = body.into();
            assert_eq!(endpoint.handle(tampered).await.status(), 401, "byte {at}, bit {bit}");
        }
    }
    let value = header(&genuine, "x-listed-signature");
    let (before, digits) = value.rsplit_once('=').expect("its shape");
    for at in 0..digits.len() {
        let mut digits = digits.as_bytes().to_vec();
        digits[at] = if digits[at] == b'0' { b'1' } else { b'0' };
        let value = [before.as_bytes(), b"=", &digits].concat();
        let tampered = set(genuine.clone(), "x-listed-signature", &[&value]);
        assert_eq!(endpoint.handle(tampered).await.status(), 401, "digit {at}");
    }
    assert_eq!(probe.handled(), 0);
    assert_eq!(endpoint.handle(genuine).await.status(), 200);
}

/// Where the payload begins and ends is known before it is read: whether anybody decodes it or not,
/// a body that is no JSON reaches nobody.
#[tokio::test]
async fn a_payload_that_nobody_decodes_is_read_all_the_same() {
    are_read(&on_raw::endpoint(secret()).expect("a secret")).await;
    are_read(&on_named::endpoint(secret()).expect("a secret")).await;
    are_read(&on_one::endpoint(secret()).expect("a secret")).await;
    are_read(&Endpoint::new(Methods, secret()).expect("a secret")).await;
}

async fn are_read<H: Handler<State = ()>>(endpoint: &Endpoint<H>) {
    for name in ["with.nothing", "with.payload", "ignored"] {
        let answer = async |data: &str| {
            let body = format!(r#"{{"id":"{name}","event":"{name}","data":{data}}}"#);
            endpoint.handle(Enveloped::sign(&secret(), body).request()).await.status()
        };
        for data in [r#"{"a":[}}"#, r#"{"a":x}"#, r#"{"a":1,}"#, r#"{"a":["\x"]}"#] {
            assert_eq!(answer(data).await, 422, "{name} {data}");
        }
        // Nothing of them was noted as done.
        assert_eq!(answer(r#"{"a":[{}]}"#).await, 200, "{name}");
    }
}

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Enveloped-Signature",
    id = "/id",
    event_type = "/event",
    payload = "/data"
)]
struct Enveloped;

#[derive(WebhookEvent)]
#[event(provider = Enveloped, ignore_others)]
enum Named {
    #[event("with.nothing")]
    Nothing,
    #[event("with.payload")]
    Payload(#[allow(dead_code, reason = "it is decoded")] IgnoredAny),
}

#[webhook(provider = Enveloped)]
async fn on_named(event: Named) {
    let _ = event;
}

#[webhook(provider = Enveloped)]
async fn on_raw(event: RawEvent) {
    drop(event);
}

#[webhook(provider = Enveloped, event = "with.payload")]
async fn on_one(payload: IgnoredAny) {
    let IgnoredAny = payload;
}

struct Methods;

#[webhook(provider = Enveloped, ignore_others)]
impl Methods {
    #[on("with.nothing")]
    async fn nothing(&self) {}

    #[on("with.payload")]
    async fn payload(&self, payload: IgnoredAny) {
        let IgnoredAny = payload;
    }
}
