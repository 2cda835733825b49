//! Endpoints of Ascend and Goodstack that count what reaches them, and deliveries to send.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::Router;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use webhook_kit::{
    Endpoint, Handler, Provider, Secret, State,
    providers::{
        ascend::{self, Ascend},
        goodstack::{self, Goodstack},
    },
    webhook,
};

use crate::support::{Answer, Server, noon};

pub(crate) const INVOICE: &str =
    include_str!("../../webhook-providers/samples/ascend/invoice.paid.json");

pub(crate) const DONATION: &str =
    include_str!("../../webhook-providers/samples/goodstack/donation.payment_successful.json");

/// Counts what reaches it, and does what it is told.
#[derive(Clone, Default)]
pub(crate) struct Probe {
    pub(crate) handled: Arc<AtomicUsize>,
    pub(crate) failures: Arc<AtomicUsize>,
    pub(crate) panics: Arc<AtomicUsize>,
}

impl Probe {
    pub(crate) fn handled(&self) -> usize {
        self.handled.load(Ordering::SeqCst)
    }

    pub(crate) fn run(&self) -> Result<(), &'static str> {
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
pub(crate) async fn on_ascend(
    _event: ascend::Event,
    State(probe): State<Probe>,
) -> Result<(), &'static str> {
    probe.run()
}

#[webhook(provider = "goodstack")]
pub(crate) async fn on_goodstack(
    _event: goodstack::Event,
    State(probe): State<Probe>,
) -> Result<(), &'static str> {
    probe.run()
}

pub(crate) fn secret() -> Secret {
    Secret::new("a secret")
}

pub(crate) async fn serve<H: Handler<State = Probe>>(
    endpoint: impl FnOnce(Endpoint<H, Probe>) -> Endpoint<H, Probe>,
    handler: Result<Endpoint<H>, webhook_kit::SetupError>,
) -> (Server, Probe) {
    let probe = Probe::default();
    let endpoint = endpoint(handler.expect("a secret").state(probe.clone()).clock(noon));
    (Server::start(Router::new().route_service("/", endpoint)).await, probe)
}

pub(crate) async fn serve_ascend() -> (Server, Probe) {
    serve(|endpoint| endpoint, on_ascend::endpoint(secret())).await
}

pub(crate) async fn serve_goodstack() -> (Server, Probe) {
    serve(|endpoint| endpoint, on_goodstack::endpoint(secret())).await
}

pub(crate) fn invoice() -> Request<Bytes> {
    Ascend::sign(&secret(), INVOICE).at(noon()).request()
}

pub(crate) fn donation() -> Request<Bytes> {
    Goodstack::sign(&secret(), DONATION).request()
}

pub(crate) fn set(mut request: Request<Bytes>, name: &'static str, value: &[u8]) -> Request<Bytes> {
    let value = HeaderValue::from_bytes(value).expect("a value");
    request.headers_mut().insert(HeaderName::from_static(name), value);
    request
}

pub(crate) fn add(mut request: Request<Bytes>, name: &'static str, value: &[u8]) -> Request<Bytes> {
    let value = HeaderValue::from_bytes(value).expect("a value");
    request.headers_mut().append(HeaderName::from_static(name), value);
    request
}

pub(crate) fn without(mut request: Request<Bytes>, name: &'static str) -> Request<Bytes> {
    request.headers_mut().remove(name).expect("the header is there");
    request
}

pub(crate) fn header(request: &Request<Bytes>, name: &str) -> String {
    request.headers()[name].to_str().expect("text").to_owned()
}

/// Refused: with this status, with a problem document that says no more, and without the handler.
pub(crate) fn assert_refused(answer: &Answer, status: u16, probe: &Probe) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    let title = http::StatusCode::from_u16(status).expect("a status").canonical_reason();
    let expected = format!("{{\"title\":\"{}\",\"status\":{status}}}", title.expect("a reason"));
    assert_eq!(answer.body, expected);
    assert_eq!(probe.handled(), 0);
}
