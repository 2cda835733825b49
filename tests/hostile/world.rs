//! Senders of every shape, a handler that remembers what reached it, and requests in pieces.

use std::{
    collections::VecDeque,
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response};
use http_body::{Body, Frame, SizeHint};
use tower_service::Service;
use webhook_kit::{
    Endpoint, Handler, Provider, RawEvent, ResponseBody, Secret, State, handler::BoxError, webhook,
};

/// Signs the body alone, as GitHub does; nothing in it identifies a delivery.
#[derive(Provider)]
#[provider(algo = "sha256", header = "X-Plain-Signature", format = "sha256={signature}")]
pub(crate) struct Plain;

/// Signs a timestamp with the body, as Stripe does.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Listed-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type"
)]
pub(crate) struct Listed;

/// Signs an id and a timestamp of headers, as Standard Webhooks does.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id"
)]
pub(crate) struct Standard;

pub(crate) const STANDARD_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

pub(crate) fn secret() -> Secret {
    Secret::new("a secret")
}

/// What reached the handler, and what it is to do next.
#[derive(Clone, Default)]
pub(crate) struct Probe {
    pub(crate) bodies: Arc<Mutex<Vec<Bytes>>>,
    pub(crate) plan: Arc<Mutex<VecDeque<Act>>>,
}

/// What a handler does instead of succeeding.
#[derive(Clone, Copy)]
pub(crate) enum Act {
    Fail,
    Panic,
    Hang,
}

impl Probe {
    pub(crate) fn handled(&self) -> usize {
        self.bodies.lock().expect("no panic").len()
    }

    pub(crate) fn last(&self) -> Bytes {
        self.bodies.lock().expect("no panic").last().cloned().expect("one was handled")
    }

    pub(crate) fn will(&self, acts: impl IntoIterator<Item = Act>) {
        self.plan.lock().expect("no panic").extend(acts);
    }

    pub(crate) async fn run(&self, body: Bytes) -> Result<(), &'static str> {
        let act = self.plan.lock().expect("no panic").pop_front();
        match act {
            Some(Act::Fail) => return Err("told to fail"),
            Some(Act::Panic) => panic!("told to panic"),
            Some(Act::Hang) => std::future::pending().await,
            None => {}
        }
        self.bodies.lock().expect("no panic").push(body);
        Ok(())
    }
}

#[webhook(provider = Plain)]
pub(crate) async fn on_plain(
    event: RawEvent,
    State(probe): State<Probe>,
) -> Result<(), &'static str> {
    probe.run(event.body().clone()).await
}

#[webhook(provider = Listed)]
pub(crate) async fn on_listed(
    event: RawEvent,
    State(probe): State<Probe>,
) -> Result<(), &'static str> {
    probe.run(event.body().clone()).await
}

#[webhook(provider = Standard)]
pub(crate) async fn on_standard(
    event: RawEvent,
    State(probe): State<Probe>,
) -> Result<(), &'static str> {
    probe.run(event.body().clone()).await
}

pub(crate) fn plain() -> (Endpoint<on_plain, Probe>, Probe) {
    let probe = Probe::default();
    (on_plain::endpoint(secret()).expect("a secret").state(probe.clone()), probe)
}

pub(crate) fn listed() -> (Endpoint<on_listed, Probe>, Probe) {
    let probe = Probe::default();
    let endpoint = on_listed::endpoint(secret()).expect("a secret").state(probe.clone());
    (endpoint.clock(crate::support::noon), probe)
}

pub(crate) fn standard() -> (Endpoint<on_standard, Probe>, Probe) {
    let probe = Probe::default();
    let endpoint = on_standard::endpoint(Secret::new(STANDARD_SECRET)).expect("a secret");
    (endpoint.state(probe.clone()).clock(crate::support::noon), probe)
}

/// A delivery of [`Listed`] with an id of its own.
pub(crate) fn event(id: &str) -> Request<Bytes> {
    let body = format!("{{\"id\":\"{id}\",\"type\":\"paid\"}}");
    Listed::sign(&secret(), body).at(crate::support::noon()).request()
}

pub(crate) fn set(mut request: Request<Bytes>, name: &str, values: &[&[u8]]) -> Request<Bytes> {
    let name = HeaderName::try_from(name).expect("a name");
    request.headers_mut().remove(&name);
    for value in values {
        let value = HeaderValue::from_bytes(value).expect("a value");
        request.headers_mut().append(name.clone(), value);
    }
    request
}

pub(crate) fn header(request: &Request<Bytes>, name: &str) -> String {
    request.headers()[name].to_str().expect("text").to_owned()
}

/// Calls an endpoint as a server does.
pub(crate) async fn call<H, B>(endpoint: &Endpoint<H, Probe>, request: Request<B>) -> u16
where
    H: Handler<State = Probe>,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    let response: Response<ResponseBody> =
        endpoint.clone().call(request).await.unwrap_or_else(|never: Infallible| match never {});
    response.status().as_u16()
}

/// A body that says how long it is, and sends what it likes.
pub(crate) struct Pieces {
    pub(crate) claims: u64,
    /// `None` says that there is nothing yet, and never that there is more.
    pub(crate) of: Box<dyn Iterator<Item = Option<Piece>> + Send>,
    pub(crate) polls: Arc<AtomicUsize>,
}

pub(crate) type Piece = Result<Frame<Bytes>, BoxError>;

impl Pieces {
    pub(crate) fn new(pieces: impl Iterator<Item = Option<Piece>> + Send + 'static) -> Self {
        Self { claims: 0, of: Box::new(pieces), polls: Arc::default() }
    }

    pub(crate) fn of(body: &Bytes, size: usize) -> Self {
        let pieces: Vec<_> = body.chunks(size).map(Bytes::copy_from_slice).collect();
        Self::new(pieces.into_iter().map(data))
    }
}

#[allow(clippy::unnecessary_wraps, reason = "it is an item of `Pieces`")]
pub(crate) fn data(bytes: impl Into<Bytes>) -> Option<Piece> {
    Some(Ok(Frame::data(bytes.into())))
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Piece>> {
        self.polls.fetch_add(1, Ordering::SeqCst);
        match self.of.next() {
            Some(Some(piece)) => Poll::Ready(Some(piece)),
            Some(None) => Poll::Pending,
            None => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        let mut hint = SizeHint::new();
        hint.set_lower(self.claims);
        hint
    }
}
