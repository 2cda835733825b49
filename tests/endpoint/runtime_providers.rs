//! Endpoints of providers that a program learns when it runs.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::sync::{Arc, Mutex};

use webhook_kit::{
    Delivery, Provider, Scheme, Secret,
    providers::{ascend::Ascend, goodstack::Goodstack},
};

/// A scheme is looked up as a server's configuration would name it.
fn known(name: &str) -> &'static Scheme {
    let all = [Ascend::SCHEME, Goodstack::SCHEME];
    all.into_iter().find(|scheme| scheme.name() == name).expect("a name that is known")
}

#[tokio::test]
async fn genuine_deliveries_are_handled_once_and_others_never() {
    for (name, body, event, id) in [
        (
            "ascend",
            r#"{"id":"evt_1","type":"invoice.voided","data":{"id":"inv_1"}}"#,
            "invoice.voided",
            "evt_1",
        ),
        (
            "goodstack",
            r#"{"data":{"id":"e1","eventType":"donation.completed","eventData":{}}}"#,
            "donation.completed",
            "e1",
        ),
    ] {
        let (scheme, secret) = (known(name), Secret::new("a secret"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&seen);
        let endpoint = scheme
            .endpoint(secret.clone(), move |delivery: Delivery| {
                let sink = Arc::clone(&sink);
                async move {
                    let (event, id) = (delivery.event(), delivery.id());
                    let seen = [Some(delivery.provider()), event, id];
                    sink.lock()
                        .expect("no test panicked")
                        .push(seen.map(|text| text.map(str::to_owned)));
                }
            })
            .expect("a secret");
        let send = |secret: &Secret| endpoint.handle(scheme.sign(secret, body).request());
        assert_eq!(send(&Secret::new("another secret")).await.status(), 401, "{name}");
        assert_eq!(send(&secret).await.status(), 200, "{name}");
        assert_eq!(send(&secret).await.status(), 200, "{name}: a repetition");
        let seen = seen.lock().expect("no test panicked");
        assert_eq!(*seen, [[name, event, id].map(|text| Some(text.to_owned()))]);
    }
}

#[tokio::test]
async fn a_failure_is_answered_as_anywhere() {
    let secret = Secret::new("a secret");
    let endpoint = known("goodstack")
        .endpoint(secret.clone(), |_| async { Err::<(), _>("the database is away") })
        .expect("a secret");
    let request = known("goodstack").sign(&secret, "{}").request();
    assert_eq!(endpoint.handle(request).await.status(), 500);
}

#[test]
fn a_blank_secret_makes_no_endpoint() {
    let refused = known("ascend").endpoint(Secret::new(" "), |_| async {});
    assert!(refused.expect_err("blank").to_string().contains("is blank"));
}

/// Names its deliveries in their bodies.
#[derive(Provider)]
#[provider(name = "numbered", algo = "sha256", header = "x-signature", id = "/id")]
struct Numbered;

/// What no typed handler sees reaches no function either. The signatures are those of Python's `hmac`.
#[tokio::test]
async fn a_body_that_cannot_be_read_reaches_no_function() {
    let count = Arc::new(Mutex::new(0));
    let counter = Arc::clone(&count);
    let endpoint = Numbered::SCHEME
        .endpoint(Secret::new("a secret"), move |_: Delivery| {
            *counter.lock().expect("no test panicked") += 1;
            async {}
        })
        .expect("a secret");
    for (body, signature, status, handled) in [
        (
            r#"{"id":"a","id":"b"}"#,
            "5ba76ca0326b7e4a4558f2d1871b58070cb1ac58985c05287f6c2cb756ef59be",
            422,
            0,
        ),
        ("no JSON", "7992590ce3e8ccf67641360ac4754a7c438fba72a4c3b0bea37516cc655da20a", 422, 0),
        (
            r#"{"id":"a"}"#,
            "6dd09a1e00252669fa0a6656c95bcea6fb547957a2c098d43ac7cb98d961b540",
            200,
            1,
        ),
    ] {
        let request = http::Request::post("/").header("x-signature", signature);
        let request = request.body(bytes::Bytes::from_static(body.as_bytes())).expect("a request");
        assert_eq!(endpoint.handle(request).await.status(), status, "{body}");
        assert_eq!(*count.lock().expect("no test panicked"), handled, "{body}");
    }
}
