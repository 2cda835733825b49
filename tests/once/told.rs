//! One report for each request, whatever becomes of it.

use std::{
    fmt::Write as _,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::{Method, Request};
use serde::Deserialize;
use webhook_kit::{
    DecodeError, Endpoint, Handler, HeaderSeen, Outcome, Provider as _, Secret, State, Verdict,
    webhook,
};

use crate::world::{
    Numbered, Plain, Shown, counted, on_numbered, on_plain, on_shown, secret, with,
};

type Told = Arc<Mutex<Vec<String>>>;

fn telling<H: Handler, S>(endpoint: Endpoint<H, S>, told: &Told) -> Endpoint<H, S> {
    let told = Arc::clone(told);
    endpoint.observe(move |report| {
        let line = format!("{} {}", report.outcome.as_str(), report.status.as_u16());
        told.lock().expect("no panic").push(line);
    })
}

fn lines(told: &Told) -> Vec<String> {
    told.lock().expect("no panic").drain(..).collect()
}

fn sign(body: &'static str) -> Request<Bytes> {
    Numbered::sign(&secret(), body).request()
}

#[tokio::test]
async fn every_request_is_told_once() {
    let told = Told::default();
    let (endpoint, _) = counted(on_numbered::endpoint(secret()));
    let endpoint = telling(endpoint, &told).limit(64);
    let mut get = sign("{}");
    *get.method_mut() = Method::GET;
    let forged = with(sign("{}"), "x-signature", &"0".repeat(64));
    let large = Numbered::sign(&secret(), vec![b'1'; 65]).request();
    let new = r#"{"id":1}"#;
    for request in [sign(new), sign(new), get, forged, large, sign("{")] {
        endpoint.handle(request).await;
    }
    assert_eq!(
        lines(&told),
        [
            "handled 200",
            "duplicate 200",
            "rejected 405",
            "rejected 401",
            "rejected 413",
            "undecodable 422"
        ]
    );
}

#[webhook(provider = Numbered)]
async fn on_nothing(_: webhook_kit::RawEvent) {
    std::future::pending::<()>().await;
}

/// Its sender hung up: while the handler ran, and while the body was still to come.
#[tokio::test]
async fn a_request_that_was_abandoned_is_told() {
    struct Never;
    impl http_body::Body for Never {
        type Data = Bytes;
        type Error = std::convert::Infallible;
        fn poll_frame(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
            std::task::Poll::Pending
        }
    }

    let told = Told::default();
    let endpoint = telling(on_nothing::endpoint(secret()).expect("a secret"), &told);
    let within = Duration::from_millis(20);
    assert!(tokio::time::timeout(within, endpoint.handle(sign("{}"))).await.is_err());
    assert_eq!(lines(&told), ["abandoned 499"]);

    let request = sign("{}").map(|_| Never);
    let mut service = endpoint.clone();
    let answer = tower_service::Service::call(&mut service, request);
    assert!(tokio::time::timeout(within, answer).await.is_err());
    assert_eq!(lines(&told), ["abandoned 499"]);
}

#[tokio::test]
async fn a_rejected_request_can_be_found() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&seen);
    let (endpoint, _) = counted(on_plain::endpoint(secret()));
    let endpoint = endpoint.observe(move |report| {
        let headers: Vec<_> =
            report.headers().map(|(name, seen)| format!("{name} {seen:?}")).collect();
        let line = format!(
            "{} {} {:?} {}",
            report.method(),
            report.path(),
            report.client(),
            headers.join(", ")
        );
        assert!(!format!("{report:?}").contains("4111"), "no payload, no header");
        sink.lock().expect("no panic").push(line);
    });
    let mut request =
        Request::post("https://example.com/hooks/7?key=4111").body(Bytes::from("4111")).unwrap();
    let peer = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7)), 4711);
    request.extensions_mut().insert(peer);
    endpoint.handle(request.clone()).await;
    endpoint.handle(with(request, "x-signature", "4111")).await;
    assert_eq!(
        *seen.lock().expect("no panic"),
        [
            "POST /hooks/7 Some(192.0.2.7) x-signature Missing",
            "POST /hooks/7 Some(192.0.2.7) x-signature Value(\"4111\")",
        ]
    );
}

#[tokio::test]
async fn a_token_that_was_shown_is_not_told() {
    let (endpoint, _) = counted(on_shown::endpoint(secret()));
    let seen = Arc::new(Mutex::new(false));
    let sink = Arc::clone(&seen);
    let endpoint = endpoint.observe(move |report| {
        let mut headers = report.headers();
        *sink.lock().expect("no panic") =
            headers.any(|header| header == ("x-token", HeaderSeen::Hidden));
    });
    endpoint.handle(Shown::sign(&Secret::new("another"), "{}").request()).await;
    assert!(*seen.lock().expect("no panic"));
}

#[tokio::test]
async fn a_report_says_how_long_it_took_and_which_secret_matched() {
    let now = Arc::new(Mutex::new(SystemTime::now()));
    let clock = Arc::clone(&now);
    let seen = Arc::new(Mutex::new(None));
    let sink = Arc::clone(&seen);
    let endpoint = on_later::endpoint([Secret::new("new"), secret()]).expect("secrets");
    let endpoint = endpoint.state(now).clock(move || *clock.lock().expect("no panic"));
    let endpoint = endpoint.observe(move |report| {
        let secret = report.delivery.map(webhook_kit::Delivery::secret);
        *sink.lock().expect("no panic") = Some((report.duration, secret));
    });
    let answer = endpoint.handle(sign("{}")).await;
    let took = Duration::from_secs(7);
    assert_eq!(*seen.lock().expect("no panic"), Some((took, Some(1))));
    let verdict = answer.extensions().get::<Verdict>().expect("a verdict");
    let shown = (verdict.provider(), verdict.outcome(), verdict.duration());
    assert_eq!(shown, ("numbered", "handled", took));
}

type Now = Arc<Mutex<SystemTime>>;

#[webhook(provider = Numbered)]
async fn on_later(_: webhook_kit::RawEvent, State(now): State<Now>) {
    *now.lock().expect("no panic") += Duration::from_secs(7);
}

#[tokio::test]
async fn a_panicking_observer_harms_nobody() {
    let (endpoint, count) = counted(on_plain::endpoint(secret()));
    let endpoint = endpoint.observe(|_| panic!("an observer"));
    let request = || Plain::sign(&secret(), "{}").request();
    assert_eq!(endpoint.handle(request()).await.status(), 200);
    assert_eq!(endpoint.handle(request()).await.status(), 200);
    assert_eq!(crate::world::handled(&count), 1);
}

/// What serde says of a value that it did not expect quotes it.
#[tokio::test]
async fn no_payload_value_is_in_any_display_or_debug() {
    #[derive(Deserialize)]
    struct Payment {
        #[allow(dead_code, reason = "it is decoded")]
        amount: u64,
    }
    #[webhook(provider = Numbered)]
    async fn on_payment(_: Payment) {}

    const CARD: &str = "4111111111111111";
    let told = Told::default();
    let sink = Arc::clone(&told);
    let endpoint = on_payment::endpoint(secret()).expect("a secret").observe(move |report| {
        let mut text = format!("{report:?} {:?}", report.outcome);
        if let Outcome::Failed(failure) = report.outcome {
            let mut error: Option<&dyn std::error::Error> = Some(failure);
            while let Some(cause) = error {
                write!(text, " {cause} {cause:?}").expect("a text");
                error = cause.source();
            }
        }
        sink.lock().expect("no panic").push(text);
    });
    let answer = endpoint.handle(sign(r#"{"id":"evt_1","amount":"4111111111111111"}"#)).await;
    assert_eq!(answer.status(), 422);
    let text = lines(&told).remove(0);
    assert!(!text.contains(CARD), "{text}");
    assert!(text.contains("line 1 column"), "{text}");
    // A developer who asks for it sees it.
    let verifier = webhook_kit::Verifier::<Numbered>::new(secret()).expect("a secret");
    let (parts, body) = sign(r#"{"id":"evt_1","amount":"4111111111111111"}"#).into_parts();
    let delivery = verifier.verify(&parts, body).expect("genuine");
    let error: DecodeError = delivery.decode::<Payment>().err().expect("no number");
    assert!(error.with_values().to_string().contains(CARD));
}

mod metrics_feature {
    use std::sync::{Arc, Mutex};

    use metrics::{
        Counter, CounterFn, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit,
    };
    use webhook_kit::Provider as _;

    use crate::world::{Plain, counted, on_plain, secret, with};

    #[derive(Clone, Default)]
    struct Counts(Arc<Mutex<Vec<String>>>);

    struct One(String, Counts);

    impl CounterFn for One {
        fn increment(&self, value: u64) {
            self.1.0.lock().expect("no panic").push(format!("{} {value}", self.0));
        }

        fn absolute(&self, _: u64) {}
    }

    impl Recorder for Counts {
        fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

        fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

        fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

        fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
            let labels: Vec<_> =
                key.labels().map(|label| format!("{}={}", label.key(), label.value())).collect();
            let name = format!("{} {}", key.name(), labels.join(" "));
            Counter::from_arc(Arc::new(One(name, self.clone())))
        }

        fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
            Gauge::noop()
        }

        fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
            Histogram::noop()
        }
    }

    #[tokio::test]
    async fn deliveries_are_counted_by_provider_event_and_outcome() {
        let counts = Counts::default();
        let guard = metrics::set_default_local_recorder(&counts);
        let (endpoint, _) = counted(on_plain::endpoint(secret()));
        let request = || Plain::sign(&secret(), "{}").request();
        endpoint.handle(request()).await;
        endpoint.handle(request()).await;
        endpoint.handle(with(request(), "x-signature", &"0".repeat(64))).await;
        drop(guard);
        let name = "webhook_deliveries_total provider=plain event= outcome=";
        assert_eq!(
            *counts.0.lock().expect("no panic"),
            ["handled", "duplicate", "rejected"].map(|outcome| format!("{name}{outcome} 1"))
        );
    }
}
