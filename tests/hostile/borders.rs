//! Senders whose signed text does not say where one value ends and the next begins: Twilio and iyzico.
//! What the receiver can hold is held here; what it cannot is the provider's, and documented there.
//!
//! The signatures are those of Python's `hmac`.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use bytes::Bytes;
use http::Request;
use webhook_kit::{
    Delivery, Endpoint, Handler, Provider as _, Scheme, Secret,
    providers::{iyzico::Iyzico, twilio::Twilio},
};

/// What Python signed under `12345`: the address and `BodypayFrom+1To+2`.
const OF_FORM: &str = "Lz14UTUXwYX62NOJNM+sNAZ4N1o=";
/// The address with `?a=1Bodyhi`.
const OF_QUERY: &str = "oj8BPCjODfg0Mhd27W/3eaMwPyU=";
/// The address with `bodySHA256` of `{"a":1}`.
const OF_JSON: &str = "HmF1crb94api+Dz0aqIO7cZibQc=";
/// The same and `Bodyhi`.
const OF_BOTH: &str = "UEzKQ5swyqIvuDyAFSCuBqYN0yA=";
const DIGEST: &str = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";

fn counted(
    scheme: &'static Scheme,
    secret: &'static str,
) -> (Endpoint<impl Handler<State = ()>>, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let endpoint = scheme.endpoint(Secret::new(secret), move |_: Delivery| {
        counter.fetch_add(1, Ordering::SeqCst);
        async {}
    });
    let endpoint =
        endpoint.expect("a secret").url("https://hooks.example.com").expect("an address");
    (endpoint, count)
}

fn post(uri: &str, signature: (&str, &str), content: &str, body: &'static str) -> Request<Bytes> {
    Request::post(uri)
        .header(signature.0, signature.1)
        .header("content-type", content)
        .body(Bytes::from_static(body.as_bytes()))
        .expect("a request")
}

fn twilio(uri: &str, signature: &str, body: &'static str) -> Request<Bytes> {
    post(uri, ("x-twilio-signature", signature), "application/x-www-form-urlencoded", body)
}

/// The sender's limit; a moved border is at least the delivery that it was cut from.
#[tokio::test]
async fn twilios_borders_are_not_signed_and_moving_one_handles_nothing_anew() {
    let (endpoint, count) = counted(Twilio::SCHEME, "12345");
    for (body, handled) in [
        ("Body=pay&From=%2B1&To=%2B2", 1),
        // `From` is empty, and its text stands in another field.
        ("Body=payFrom%2B1&To=%2B2", 1),
        ("Body=pay&From=%2B1To%2B2", 1),
        ("B=odypayFrom%2B1To%2B2", 1),
    ] {
        let answer = endpoint.handle(twilio("/sms", OF_FORM, body)).await;
        assert_eq!(answer.status(), 200, "{body}");
        assert_eq!(count.load(Ordering::SeqCst), handled, "{body}");
    }
    let other = endpoint.handle(twilio("/sms", OF_FORM, "Body=pay&From=%2B1&To=%2B3")).await;
    assert_eq!(other.status(), 401);
}

/// All of the form is moved into the query, and the body is free for what the attacker likes.
#[tokio::test]
async fn a_form_of_twilios_that_was_emptied_into_the_query_is_refused() {
    let (endpoint, count) = counted(Twilio::SCHEME, "12345");
    assert_eq!(endpoint.handle(twilio("/sms?a=1", OF_QUERY, "Body=hi")).await.status(), 200);
    for body in ["", "&", "=", "&=&&=", "{\"a\":1}"] {
        let moved = twilio("/sms?a=1Bodyhi", OF_QUERY, body);
        assert_eq!(endpoint.handle(moved).await.status(), 401, "{body:?}");
    }
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn what_has_a_digest_of_its_body_is_never_verified_as_twilios_form() {
    let (endpoint, count) = counted(Twilio::SCHEME, "12345");
    let uri = format!("/sms?bodySHA256={DIGEST}");
    let json = |body| post(&uri, ("x-twilio-signature", OF_JSON), "application/json", body);
    assert_eq!(endpoint.handle(json("{\"a\":1}")).await.status(), 200);
    assert_eq!(endpoint.handle(json("{\"a\":2}")).await.status(), 401);
    assert_eq!(endpoint.handle(json("")).await.status(), 401);
    assert_eq!(endpoint.handle(twilio(&uri, OF_BOTH, "Body=hi")).await.status(), 401);
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

/// Python's over `iyz secretPAYMENT_API123SUCCESS` under `iyz secret`.
const OF_PAYMENT: &str = "57145ed636e218417a32fef53135fe9a60ec555bae6adacc5e2f1f23f2644189";

/// As Twilio's.
#[tokio::test]
async fn iyzicos_borders_are_not_signed_and_moving_one_handles_nothing_anew() {
    let (endpoint, count) = counted(Iyzico::SCHEME, "iyz secret");
    let send = |body| {
        endpoint.handle(post(
            "/iyzico",
            ("x-iyz-signature-v3", OF_PAYMENT),
            "application/json",
            body,
        ))
    };
    for body in [
        r#"{"iyziEventType":"PAYMENT_API","paymentId":"1","paymentConversationId":"23","status":"SUCCESS"}"#,
        r#"{"iyziEventType":"PAYMENT_API","paymentId":"12","paymentConversationId":"3","status":"SUCCESS"}"#,
        r#"{"iyziEventType":"PAYMENT_API1","paymentId":"2","paymentConversationId":"3SUC","status":"CESS"}"#,
    ] {
        assert_eq!(send(body).await.status(), 200, "{body}");
        assert_eq!(count.load(Ordering::SeqCst), 1, "{body}");
    }
    let other = r#"{"iyziEventType":"PAYMENT_API","paymentId":"1","paymentConversationId":"24","status":"SUCCESS"}"#;
    assert_eq!(send(other).await.status(), 401);
}

/// Whoever declares one of them reads of it there.
#[test]
fn borders_that_nobody_signs_are_documented_where_the_provider_is_declared() {
    for (page, words) in [
        (
            include_str!("../../webhook-providers/src/messaging/twilio.rs"),
            "**The borders of fields are not signed.**",
        ),
        (
            include_str!("../../webhook-providers/src/payments/iyzico.rs"),
            "**The borders of the fields are not signed**",
        ),
    ] {
        assert!(page.contains(words), "{words}");
    }
}
