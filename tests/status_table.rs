//! Every row of the table of answers, over HTTP.

#![allow(clippy::expect_used, clippy::panic, clippy::string_slice, reason = "a test may panic")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use axum::Router;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use tokio::sync::Notify;
use webhook_kit::{
    ClientAddress, Endpoint, Handler, Provider, Secret, State, WebhookEvent,
    idempotency::{
        Acquired, BoxFuture, Completion, FencingToken, IdempotencyKey, IdempotencyStore, StoreError,
    },
    providers::{
        ascend::{self, Ascend},
        goodstack::{self, Goodstack},
        ratio::{self, Ratio},
    },
    webhook,
};

mod support;
use support::{Answer, Server, noon};

const INVOICE: &str = include_str!("../webhook-providers/samples/ascend/invoice.paid.json");
const DONATION: &str =
    include_str!("../webhook-providers/samples/goodstack/donation.payment_successful.json");

/// Counts what reaches it, and does what it is told.
#[derive(Clone, Default)]
struct Probe {
    handled: Arc<AtomicUsize>,
    failures: Arc<AtomicUsize>,
    panics: Arc<AtomicUsize>,
}

impl Probe {
    fn handled(&self) -> usize {
        self.handled.load(Ordering::SeqCst)
    }

    fn run(&self) -> Result<(), &'static str> {
        let take = |counter: &AtomicUsize| {
            counter
                .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
                .is_ok()
        };
        if take(&self.failures) {
            return Err("told to fail");
        }
        assert!(!take(&self.panics), "told to panic");
        self.handled.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

#[webhook(provider = "ascend")]
async fn on_ascend(_event: ascend::Event, State(probe): State<Probe>) -> Result<(), &'static str> {
    probe.run()
}

#[webhook(provider = "goodstack")]
async fn on_goodstack(
    _event: goodstack::Event,
    State(probe): State<Probe>,
) -> Result<(), &'static str> {
    probe.run()
}

/// Takes one of Ascend's events; the others are nobody's.
#[derive(WebhookEvent)]
#[event(provider = "ascend", ignore_others)]
enum Voided {
    #[event("invoice.voided", own_payload)]
    Voided(serde_json::Value),
}

#[webhook(provider = "ascend")]
async fn on_voided(event: Voided, State(probe): State<Probe>) -> Result<(), &'static str> {
    let Voided::Voided(invoice) = event;
    assert!(invoice.is_object());
    probe.run()
}

fn secret() -> Secret {
    Secret::new("a secret")
}

async fn serve<H: Handler<State = Probe>>(
    endpoint: impl FnOnce(Endpoint<H, Probe>) -> Endpoint<H, Probe>,
    handler: Result<Endpoint<H>, webhook_kit::SetupError>,
) -> (Server, Probe) {
    let probe = Probe::default();
    let endpoint = endpoint(handler.expect("a secret").state(probe.clone()).clock(noon));
    (Server::start(Router::new().route_service("/", endpoint)).await, probe)
}

async fn serve_ascend() -> (Server, Probe) {
    serve(|endpoint| endpoint, on_ascend::endpoint(secret())).await
}

async fn serve_goodstack() -> (Server, Probe) {
    serve(|endpoint| endpoint, on_goodstack::endpoint(secret())).await
}

fn invoice() -> Request<Bytes> {
    Ascend::sign(&secret(), INVOICE).at(noon()).request()
}

fn donation() -> Request<Bytes> {
    Goodstack::sign(&secret(), DONATION).request()
}

fn set(mut request: Request<Bytes>, name: &'static str, value: &[u8]) -> Request<Bytes> {
    let value = HeaderValue::from_bytes(value).expect("a value");
    request.headers_mut().insert(HeaderName::from_static(name), value);
    request
}

fn add(mut request: Request<Bytes>, name: &'static str, value: &[u8]) -> Request<Bytes> {
    let value = HeaderValue::from_bytes(value).expect("a value");
    request.headers_mut().append(HeaderName::from_static(name), value);
    request
}

fn without(mut request: Request<Bytes>, name: &'static str) -> Request<Bytes> {
    request.headers_mut().remove(name).expect("the header is there");
    request
}

fn header(request: &Request<Bytes>, name: &str) -> String {
    request.headers()[name].to_str().expect("text").to_owned()
}

/// Refused: with this status, with a problem document that says no more, and without the handler.
fn assert_refused(answer: &Answer, status: u16, probe: &Probe) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    let title = http::StatusCode::from_u16(status).expect("a status").canonical_reason();
    let expected = format!("{{\"title\":\"{}\",\"status\":{status}}}", title.expect("a reason"));
    assert_eq!(answer.body, expected);
    assert_eq!(probe.handled(), 0);
}

#[tokio::test]
async fn a_genuine_delivery_is_handled() {
    let (server, probe) = serve_ascend().await;
    let answer = server.send(invoice()).await;
    assert_eq!((answer.status, answer.body.as_str(), probe.handled()), (200, "", 1));
}

#[tokio::test]
async fn a_delivery_in_chunks_is_handled() {
    let (server, probe) = serve_ascend().await;
    assert_eq!(server.send_chunked(invoice(), 7).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn a_duplicate_is_acknowledged_and_not_handled_again() {
    let (server, probe) = serve_goodstack().await;
    for _ in 0..3 {
        assert_eq!(server.send(donation()).await.status, 200);
    }
    assert_eq!(probe.handled(), 1);
    let other = DONATION.replace("event_xx", "event_yy");
    assert_eq!(server.send(Goodstack::sign(&secret(), other).request()).await.status, 200);
    assert_eq!(probe.handled(), 2, "another event is not a duplicate");
}

#[tokio::test]
async fn ten_duplicates_at_once_are_handled_once() {
    let (server, probe) = serve_goodstack().await;
    let answers = (0..10).map(|_| server.send(donation()));
    for answer in join_all(answers).await {
        assert!([200, 503].contains(&answer.status), "{answer:?}");
    }
    assert_eq!(probe.handled(), 1);
}

async fn join_all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, output) in &mut futures {
            if output.is_none() {
                if let std::task::Poll::Ready(ready) = future.as_mut().poll(cx) {
                    *output = Some(ready);
                }
            }
        }
        if futures.iter().all(|(_, output)| output.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    futures.into_iter().filter_map(|(_, output)| output).collect()
}

#[tokio::test]
async fn an_event_that_nobody_takes_is_acknowledged() {
    let (server, probe) = serve(|endpoint| endpoint, on_voided::endpoint(secret())).await;
    assert_eq!(server.send(invoice()).await.status, 200);
    assert_eq!(probe.handled(), 0);
}

#[tokio::test]
async fn an_event_that_the_catalogue_does_not_know_is_handled_as_other() {
    let (server, probe) = serve_ascend().await;
    let body = INVOICE.replace("invoice.paid", "invoice.invented");
    assert_eq!(server.send(Ascend::sign(&secret(), body).at(noon()).request()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn missing_headers_are_401() {
    let (server, probe) = serve_ascend().await;
    for name in ["x-ascend-signature", "x-ascend-request-timestamp"] {
        assert_refused(&server.send(without(invoice(), name)).await, 401, &probe);
    }
}

#[tokio::test]
async fn signatures_that_do_not_match_are_401() {
    let (server, probe) = serve_ascend().await;
    let mut tampered = invoice();
    *tampered.body_mut() = INVOICE.replace("600000", "600001").into();
    assert_refused(&server.send(tampered).await, 401, &probe);

    let other = Ascend::sign(&Secret::new("another"), INVOICE).at(noon()).request();
    assert_refused(&server.send(other).await, 401, &probe);

    let later = Ascend::sign(&secret(), INVOICE).at(noon() + Duration::from_secs(1)).request();
    let stolen = set(invoice(), "x-ascend-request-timestamp", b"1700000001");
    let value = header(&invoice(), "x-ascend-signature").replace("t=1700000000", "t=1700000001");
    assert_ne!(header(&later, "x-ascend-signature"), value);
    assert_refused(
        &server.send(set(stolen, "x-ascend-signature", value.as_bytes())).await,
        401,
        &probe,
    );
}

#[tokio::test]
async fn stale_and_future_timestamps_are_401() {
    let (server, probe) = serve_ascend().await;
    for at in [
        noon() - Duration::from_secs(301),
        noon() + Duration::from_secs(301),
        SystemTime::UNIX_EPOCH,
    ] {
        let request = Ascend::sign(&secret(), INVOICE).at(at).request();
        assert_refused(&server.send(request).await, 401, &probe);
    }
    for (index, at) in [noon() - Duration::from_secs(300), noon() + Duration::from_secs(300)]
        .into_iter()
        .enumerate()
    {
        let body = INVOICE.replace("38270784", &format!("3827078{index}"));
        let request = Ascend::sign(&secret(), body).at(at).request();
        assert_eq!(server.send(request).await.status, 200, "the edge is inside");
    }
    assert_eq!(probe.handled(), 2);
}

#[tokio::test]
async fn the_tolerance_can_be_set() {
    let (server, probe) = serve(
        |endpoint| endpoint.tolerance(Duration::from_secs(10)),
        on_ascend::endpoint(secret()),
    )
    .await;
    let request =
        |age| Ascend::sign(&secret(), INVOICE).at(noon() - Duration::from_secs(age)).request();
    assert_refused(&server.send(request(11)).await, 401, &probe);
    assert_eq!(server.send(request(10)).await.status, 200);
}

#[tokio::test]
async fn malformed_headers_are_400() {
    let (server, probe) = serve_ascend().await;
    let value = header(&invoice(), "x-ascend-signature");
    let digits = value.strip_prefix("t=1700000000,v1=").expect("the signature's shape");
    for bad in [
        String::new(),
        "v1=".into(),
        digits.into(),
        format!("t=1700000000,v2={digits}"),
        format!("t=1700000000,v1={}", &digits[1..]),
        format!("t=1700000000,v1={digits}00"),
        format!("t=1700000000,v1={}zz", &digits[2..]),
        format!("v1={digits}"),
        format!("t=1700000000,v1={digits}").replace(",v1=", " v1="),
    ] {
        assert_refused(
            &server.send(set(invoice(), "x-ascend-signature", bad.as_bytes())).await,
            400,
            &probe,
        );
    }
    let non_ascii = [b"t=1700000000,v1=".as_slice(), &[0xC3; 64]].concat();
    assert_refused(
        &server.send(set(invoice(), "x-ascend-signature", &non_ascii)).await,
        400,
        &probe,
    );
}

#[tokio::test]
async fn malformed_timestamps_are_400() {
    // Ratio's timestamp stands in a header alone.
    let probe = Probe::default();
    let endpoint = on_ratio::endpoint(secret()).expect("a secret").state(probe.clone()).clock(noon);
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for bad in [
        "",
        "+1700000000",
        "-1",
        "01700000000",
        "1700000000abc",
        "1.7e9",
        "-9223372036854775808",
        "99999999999999999999999",
        "\u{0661}",
    ] {
        let request = Ratio::sign(&secret(), "{}").at(noon()).request();
        let request = set(request, "ratio-webhook-signature-timestamp", bad.as_bytes());
        assert_refused(&server.send(request).await, 400, &probe);
    }
    for late in ["9223372036854775807", "18446744073709551615", "8210266876799"] {
        let request = Ratio::sign(&secret(), "{}").at(noon()).request();
        let request = set(request, "ratio-webhook-signature-timestamp", late.as_bytes());
        let answer = server.send(request).await;
        assert!([400, 401].contains(&answer.status), "{late}: {answer:?}");
    }
    assert_eq!(probe.handled(), 0);
}

#[webhook(provider = "ratio")]
async fn on_ratio(_event: ratio::Event, State(probe): State<Probe>) -> Result<(), &'static str> {
    probe.run()
}

#[tokio::test]
async fn conflicting_headers_are_400_and_equal_ones_are_one() {
    let (server, probe) = serve_ascend().await;
    let value = header(&invoice(), "x-ascend-signature");
    let other = value.replace('0', "1");
    assert_refused(
        &server.send(add(invoice(), "x-ascend-signature", other.as_bytes())).await,
        400,
        &probe,
    );
    let swapped = add(
        set(invoice(), "x-ascend-signature", other.as_bytes()),
        "x-ascend-signature",
        value.as_bytes(),
    );
    assert_refused(&server.send(swapped).await, 400, &probe);
    assert_refused(
        &server.send(add(invoice(), "x-ascend-request-timestamp", b"1700000001")).await,
        400,
        &probe,
    );
    // The two places of the timestamp disagree.
    assert_refused(
        &server.send(set(invoice(), "x-ascend-request-timestamp", b"1700000001")).await,
        400,
        &probe,
    );

    let twice = add(invoice(), "x-ascend-signature", value.as_bytes());
    assert_eq!(
        server.send(add(twice, "x-ascend-request-timestamp", b"1700000000")).await.status,
        200
    );
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn signatures_are_read_in_either_case_and_repeated() {
    let (server, probe) = serve_ascend().await;
    let value = header(&invoice(), "x-ascend-signature");
    let (before, digits) = value.rsplit_once('=').expect("the signature's shape");
    let upper = format!("{before}={}", digits.to_uppercase());
    assert_eq!(
        server.send(set(invoice(), "x-ascend-signature", upper.as_bytes())).await.status,
        200
    );
    let wrong = "0".repeat(64);
    for (index, value) in [
        format!("t=1700000000,v1={wrong},v1=DIGITS"),
        format!("t=1700000000,v1=DIGITS,v1={wrong}"),
        "v1=DIGITS, t=1700000000, v0=unknown, junk".to_owned(),
        "t=1700000000,v1=malformed,v1=DIGITS".to_owned(),
    ]
    .into_iter()
    .enumerate()
    {
        let body = INVOICE.replace("38270784", &format!("3827078{index}"));
        let request = Ascend::sign(&secret(), body).at(noon()).request();
        let signed = header(&request, "x-ascend-signature");
        let (_, digits) = signed.rsplit_once('=').expect("the signature's shape");
        let value = value.replace("DIGITS", digits);
        let expected = probe.handled() + 1;
        assert_eq!(
            server.send(set(request, "x-ascend-signature", value.as_bytes())).await.status,
            200,
            "{value}"
        );
        // The body of the fourth is that of the published sample, which was handled first.
        assert_eq!(probe.handled(), if index == 4 { expected - 1 } else { expected });
    }
}

#[tokio::test]
async fn addresses_that_are_not_the_providers_are_403() {
    let client = ClientAddress::trusted_header(HeaderName::from_static("x-real-ip"));
    let (server, probe) = serve(
        |endpoint| endpoint.only_from_sources(client).expect("Goodstack publishes its addresses"),
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_refused(&server.send(donation()).await, 403, &probe);
    for other in ["203.0.113.7", "54.76.67.168, 203.0.113.7", "", "54.76.67.168:443"] {
        let request = set(donation(), "x-real-ip", other.as_bytes());
        assert_refused(&server.send(request).await, 403, &probe);
    }
    let doubled = add(set(donation(), "x-real-ip", b"54.76.67.168"), "x-real-ip", b"54.76.67.168");
    assert_refused(&server.send(doubled).await, 403, &probe);
    for (index, genuine) in
        ["54.76.67.168", "203.0.113.7, 54.76.168.240", "::ffff:34.248.188.89"].iter().enumerate()
    {
        let body = DONATION.replace("event_xx", &format!("event_{index}x"));
        let request =
            set(Goodstack::sign(&secret(), body).request(), "x-real-ip", genuine.as_bytes());
        assert_eq!(server.send(request).await.status, 200, "{genuine}");
    }
    assert_eq!(probe.handled(), 3);
}

#[tokio::test]
async fn the_connections_address_can_be_checked() {
    let client = webhook_kit::axum::connect_info;
    let (server, probe) = serve(
        |endpoint| endpoint.only_from_sources(client()).expect("Goodstack publishes its addresses"),
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_refused(&server.send(donation()).await, 403, &probe);
    let (server, probe) = serve(
        |endpoint| endpoint.only_from([[127, 0, 0, 1].into()], client()),
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn other_methods_are_405() {
    let (server, probe) = serve_ascend().await;
    for method in ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let mut request = invoice();
        *request.method_mut() = method.parse().expect("a method");
        let answer = server.send(request).await;
        assert_refused(&answer, 405, &probe);
        assert_eq!(answer.header("allow"), Some("POST"));
    }
}

#[tokio::test]
async fn bodies_over_the_limit_are_413_and_never_cut() {
    let limit = INVOICE.len();
    let (server, probe) =
        serve(|endpoint| endpoint.limit(limit), on_ascend::endpoint(secret())).await;
    let over = format!("{INVOICE} ");
    let request = || Ascend::sign(&secret(), over.clone()).at(noon()).request();
    assert_refused(&server.send(request()).await, 413, &probe);
    assert_refused(&server.send_chunked(request(), 100).await, 413, &probe);

    // What is signed is the part within the limit: it must not be taken for the whole.
    let mut longer = invoice();
    *longer.body_mut() = over.clone().into();
    assert_refused(&server.send_chunked(longer, 100).await, 413, &probe);

    // A length that is claimed reserves nothing.
    for length in ["100000000000", "9223372036854775808", "18446744073709551615"] {
        let raw = format!(
            "POST / HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        let answer = server.send_raw(raw.as_bytes()).await;
        // A length beyond all numbers is refused by the server itself.
        assert!([413, 400, 431].contains(&answer.status), "{answer:?}");
    }
    assert_eq!(probe.handled(), 0);

    assert_eq!(server.send_chunked(invoice(), 100).await.status, 200, "the limit itself is inside");
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn the_limit_is_one_mebibyte_by_default() {
    let (server, probe) = serve_goodstack().await;
    let padded = |len: usize| format!("{DONATION}{}", " ".repeat(len - DONATION.len()));
    let request = |len| Goodstack::sign(&secret(), padded(len)).request();
    assert_refused(&server.send_chunked(request(1024 * 1024 + 1), 64 * 1024).await, 413, &probe);
    assert_eq!(server.send_chunked(request(1024 * 1024), 64 * 1024).await.status, 200);
}

#[tokio::test]
async fn genuine_bodies_that_cannot_be_decoded_are_422() {
    let (server, probe) = serve_goodstack().await;
    let wrong_type = DONATION.replace("\"donation_xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", "7");
    assert_ne!(wrong_type, DONATION);
    let twice = DONATION.replace("\"object\"", "\"data\": {\"eventType\": \"x\"}, \"object\"");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for body in [
        Bytes::new(),
        "not JSON".into(),
        "{".into(),
        "{}}".into(),
        "{\"data\":{\"eventType\":\"donation.created\"}}".into(),
        Bytes::from_static(b"{\"data\":{\"id\":\"\xff\"}}"),
        Bytes::from_static(b"\xff\xfe"),
        wrong_type.into(),
        twice.into(),
        deep.into(),
    ] {
        let answer = server.send(Goodstack::sign(&secret(), body.clone()).request()).await;
        assert_eq!(answer.status, 422, "{:?}", body.get(..60.min(body.len())));
        assert_refused(&answer, 422, &probe);
    }
}

#[tokio::test]
async fn a_failed_handler_is_500_and_runs_again_on_the_retry() {
    let (server, probe) = serve_goodstack().await;
    probe.failures.store(1, Ordering::SeqCst);
    assert_refused(&server.send(donation()).await, 500, &probe);
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn a_panic_is_500_and_the_handler_runs_again_on_the_retry() {
    let (server, probe) = serve_goodstack().await;
    probe.panics.store(1, Ordering::SeqCst);
    assert_refused(&server.send(donation()).await, 500, &probe);
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

/// Waits until it is let go.
#[derive(Clone, Default)]
struct Gate {
    entered: Arc<Notify>,
    leave: Arc<Notify>,
    handled: Arc<AtomicUsize>,
}

#[webhook(provider = "goodstack")]
async fn on_gate(_event: goodstack::Event, State(gate): State<Gate>) {
    gate.entered.notify_one();
    gate.leave.notified().await;
    gate.handled.fetch_add(1, Ordering::SeqCst);
}

#[tokio::test]
async fn a_delivery_that_is_being_handled_is_503_with_retry_after() {
    let gate = Gate::default();
    let endpoint = on_gate::endpoint(secret()).expect("a secret").state(gate.clone());
    let server = Arc::new(Server::start(Router::new().route_service("/", endpoint)).await);
    let first = tokio::spawn({
        let server = Arc::clone(&server);
        async move { server.send(donation()).await }
    });
    gate.entered.notified().await;
    let second = server.send(donation()).await;
    assert_eq!(second.status, 503);
    let seconds: u64 =
        second.header("retry-after").expect("when to retry").parse().expect("seconds");
    assert!((1..=301).contains(&seconds), "{seconds}");
    gate.leave.notify_one();
    assert_eq!(first.await.expect("an answer").status, 200);
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(gate.handled.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_cancelled_handler_gives_its_delivery_back() {
    let gate = Gate::default();
    let endpoint = on_gate::endpoint(secret()).expect("a secret").state(gate.clone());
    let cancelled = tokio::spawn({
        let endpoint = endpoint.clone();
        async move { endpoint.handle(donation()).await }
    });
    gate.entered.notified().await;
    cancelled.abort();
    assert!(cancelled.await.expect_err("cancelled").is_cancelled());
    gate.leave.notify_one();
    assert_eq!(endpoint.handle(donation()).await.status(), 200);
    assert_eq!(gate.handled.load(Ordering::SeqCst), 1);
}

/// A store that does not answer.
#[derive(Debug)]
struct Unreachable;

impl IdempotencyStore for Unreachable {
    fn acquire(
        &self,
        _: IdempotencyKey,
        _: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Acquired, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn complete(
        &self,
        _: IdempotencyKey,
        _: FencingToken,
        _: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn release(
        &self,
        _: IdempotencyKey,
        _: FencingToken,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn renew(
        &self,
        _: IdempotencyKey,
        _: FencingToken,
        _: Duration,
        _: SystemTime,
    ) -> BoxFuture<'_, Result<Completion, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn forget(&self, _: IdempotencyKey) -> BoxFuture<'_, Result<bool, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }

    fn purge(&self, _: SystemTime) -> BoxFuture<'_, Result<u64, StoreError>> {
        Box::pin(async { Err(StoreError::new("connection refused")) })
    }
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_503() {
    let (server, probe) = serve(
        |endpoint| endpoint.idempotency_store(Unreachable, "test"),
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_refused(&server.send(donation()).await, 503, &probe);
}

#[tokio::test]
async fn all_secrets_of_a_rotation_are_tried_in_either_order() {
    for secrets in [["new", "a secret"], ["a secret", "new"]] {
        let secrets = secrets.map(Secret::new);
        let (server, probe) = serve(|endpoint| endpoint, on_goodstack::endpoint(secrets)).await;
        assert_eq!(server.send(donation()).await.status, 200);
        let other = DONATION.replace("event_xx", "event_yy");
        assert_eq!(
            server.send(Goodstack::sign(&Secret::new("new"), other).request()).await.status,
            200
        );
        assert_eq!(probe.handled(), 2);
    }
}

#[tokio::test]
async fn either_header_of_goodstack_is_read() {
    let (server, probe) = serve_goodstack().await;
    for (index, name) in ["percent-signature", "goodstack-signature"].into_iter().enumerate() {
        let body = DONATION.replace("event_xx", &format!("event_{index}x"));
        let mut request = Goodstack::sign(&secret(), body).request();
        let signature = header(&request, "goodstack-signature");
        request.headers_mut().remove("goodstack-signature");
        assert_eq!(server.send(set(request, name, signature.as_bytes())).await.status, 200);
    }
    // During the change of names both may come; one that is malformed does not spoil the other.
    let body = DONATION.replace("event_xx", "event_zx");
    let request = Goodstack::sign(&secret(), body).request();
    assert_eq!(server.send(set(request, "percent-signature", b"malformed")).await.status, 200);
    assert_eq!(probe.handled(), 3);
}

#[test]
fn blank_secrets_are_refused_when_the_endpoint_is_made() {
    for blank in ["", " ", "\t\n"] {
        assert!(on_goodstack::endpoint(Secret::new(blank)).is_err());
        assert!(on_goodstack::endpoint([secret(), Secret::new(blank)]).is_err());
    }
    assert!(on_goodstack::endpoint(Vec::new()).is_err());
}

#[test]
fn a_prefix_alone_is_no_secret() {
    #[derive(Provider)]
    #[provider(algo = "sha256", header = "x-signature", key_prefix = "whsec_")]
    struct Prefixed;

    for blank in ["whsec_", "whsec_ ", "whsec_\n"] {
        assert!(webhook_kit::Verifier::<Prefixed>::new(Secret::new(blank)).is_err(), "{blank:?}");
    }
    assert!(webhook_kit::Verifier::<Prefixed>::new(Secret::new("whsec_x")).is_ok());
}
