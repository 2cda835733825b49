//! The endpoint: a handler with its secrets, ready to be mounted.

use std::{
    convert::Infallible,
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use http_body::Body;

use crate::{
    claims::{DEFAULT_KEEP, DEFAULT_LEASE, Store},
    clock::{Clock, SystemClock},
    error::{BoxError, SetupError},
    handler::Handler,
    keys::{Secret, Secrets},
    provider::Provider,
    request::Address,
    scheme::Scheme,
    several::check_handlers,
    timer::{SystemTimer, Timer},
    verify::Setup,
};

mod body;
mod dynamic;
mod report;
mod run;
mod source;
mod trace;

pub use body::ResponseBody;
pub use report::{Outcome, Report};
pub use source::ClientAddress;

/// A handler with its secrets, as a service.
///
/// It is a [`tower_service::Service`] for requests with any body, and cannot fail: it mounts in
/// axum (`route_service`), hyper, tonic, and whatever else speaks `http` and tower.
/// [`handle`](Self::handle) is the door without any of them.
///
/// `#[webhook]` generates the function that makes it. Clones share everything, the memory of
/// handled deliveries included.
pub struct Endpoint<H, S = ()> {
    inner: Arc<Inner<H, S>>,
}

struct Inner<H, S> {
    handler: Arc<H>,
    state: Arc<S>,
    setup: Setup,
    patience: body::Patience,
    sources: Option<source::Check>,
    claims: Option<Claims>,
    observer: Option<Observer>,
}

type Observer = Arc<dyn Fn(&Report<'_>) + Send + Sync>;

/// How long a body may take to arrive unless it is said otherwise: half a minute.
///
/// Senders give up on a delivery after five to thirty seconds.
pub const DEFAULT_BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// How deliveries are handled once.
#[derive(Debug, Clone)]
struct Claims {
    store: Store,
    lease: Duration,
    keep: Duration,
}

impl Claims {
    fn of(scheme: &Scheme) -> Self {
        let keep = scheme.retries().unwrap_or_default().max(DEFAULT_KEEP);
        Self { store: Store::default(), lease: DEFAULT_LEASE, keep }
    }
}

impl<H: Handler> Endpoint<H> {
    /// An endpoint of a handler, or of a tuple of up to eight of the same provider and state.
    ///
    /// Of several handlers the first that takes an event is called. All but the last have to say
    /// which events they take (`event = "a.name"`, or a block without `other`); an event that has
    /// two of them, or none where the last one does not take the rest, is an error when the program
    /// is built; [`check_handlers`] lets `cargo check` see it. See
    /// [`ignore_others`](crate::ignore_others).
    ///
    /// # Errors
    ///
    /// [`SetupError`] if there is no secret, if one is blank, or if one is not of the form that the
    /// provider's declaration says.
    pub fn new(handler: H, secrets: impl Into<Secrets>) -> Result<Self, SetupError> {
        // Several handlers that do not share the events among them do not compile.
        const { check_handlers::<H>() };
        Self::over(H::Provider::SCHEME, handler, &secrets.into())
    }

    fn over(scheme: &'static Scheme, handler: H, secrets: &Secrets) -> Result<Self, SetupError> {
        let setup = Setup::new(scheme, scheme.way(), secrets, Arc::new(SystemClock))?;
        let inner = Inner {
            handler: Arc::new(handler),
            state: Arc::new(()),
            setup,
            patience: body::Patience {
                timeout: DEFAULT_BODY_TIMEOUT,
                timer: Arc::new(SystemTimer),
            },
            sources: None,
            claims: Some(Claims::of(scheme)),
            observer: None,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Gives the endpoint the state that the handler's `State` arguments are taken from.
    pub fn state(self, state: H::State) -> Endpoint<H, H::State> {
        let inner = Arc::unwrap_or_clone(self.inner);
        let inner = Inner {
            handler: inner.handler,
            state: Arc::new(state),
            setup: inner.setup,
            patience: inner.patience,
            sources: inner.sources,
            claims: inner.claims,
            observer: inner.observer,
        };
        Endpoint { inner: Arc::new(inner) }
    }
}

impl<H: Handler, S> Endpoint<H, S> {
    /// How large a body may be, in bytes. [1 MiB](crate::DEFAULT_LIMIT) unless it is set; a larger
    /// one is refused with 413, never cut.
    pub fn limit(self, bytes: usize) -> Self {
        self.with(|inner| inner.setup.limit = bytes)
    }

    /// How long a body may take to arrive, from its first byte to its last. [Half a
    /// minute](DEFAULT_BODY_TIMEOUT) unless it is set; a later one is refused with 408, and its sender
    /// tries again.
    ///
    /// A stranger who sends a byte now and then thus holds a connection for so long and no longer.
    /// [`Duration::MAX`] waits for ever, for servers that have a deadline of their own.
    pub fn body_timeout(self, timeout: Duration) -> Self {
        self.with(|inner| inner.patience.timeout = timeout)
    }

    /// What bodies are waited for with, instead of the system's timer: that of the runtime, as in
    /// `.timer(tokio::time::sleep)`, or one for tests. A body that is there is not waited for.
    pub fn timer(self, timer: impl Timer) -> Self {
        self.with(|inner| inner.patience.timer = Arc::new(timer))
    }

    /// How far a signed timestamp may be from now, in either direction, instead of what the
    /// provider's declaration says. Without effect where deliveries carry no signed timestamp.
    pub fn tolerance(self, tolerance: Duration) -> Self {
        self.with(|inner| inner.setup.tolerance = Some(tolerance))
    }

    /// Where the time is taken from, instead of the system's clock.
    pub fn clock(self, clock: impl Clock) -> Self {
        self.with(|inner| inner.setup.clock = Arc::new(clock))
    }

    /// The public address of the server: scheme and host, and what a proxy takes off the path. For
    /// providers that sign the URL: the path and query of each request follow it.
    ///
    /// A server sees a path, not the address that its sender knows: proxies change the scheme, the
    /// port and the host, and a `Host` header says what the client wants it to say. So the address
    /// is never guessed; without it, such deliveries are refused with 500.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if it is no address of `http` or `https`.
    pub fn url(self, url: &str) -> Result<Self, SetupError> {
        let address = Arc::new(Address::new(url)?);
        Ok(self.with(|inner| inner.setup.address = Some(address)))
    }

    /// What was agreed on with the provider for its handshake: the token that it asks with (Meta) or
    /// wants a hash of (eBay), or what the answer shows to whoever asks (Braintree's public key).
    pub fn handshake_token(self, token: Secret) -> Self {
        self.with(|inner| inner.setup.handshake_token = Some(token))
    }

    /// Where it is remembered which deliveries were handled: a [`ClaimStore`](crate::claims::ClaimStore),
    /// instead of this process's memory.
    ///
    /// Endpoints that run several times over need a store that they share.
    pub fn store(self, store: impl Into<Store>) -> Self {
        self.with_claims(|claims| claims.store = store.into())
    }

    /// How long a handled delivery is remembered: [four days](DEFAULT_KEEP) or as long as the
    /// provider is known to retry, whichever is longer, unless it is set.
    pub fn remember(self, keep: Duration) -> Self {
        self.with_claims(|claims| claims.keep = keep)
    }

    /// How long a handler may work on a delivery before another attempt of the sender may be
    /// handled beside it. [Five minutes](DEFAULT_LEASE) unless it is set.
    pub fn lease(self, lease: Duration) -> Self {
        self.with_claims(|claims| claims.lease = lease)
    }

    /// Handles every authenticated delivery, also those that were handled before: for handlers
    /// that recognise repetitions by themselves.
    pub fn handle_repetitions(self) -> Self {
        self.with(|inner| inner.claims = None)
    }

    /// Takes deliveries only from the addresses that the provider publishes; others are refused
    /// with 403 before their headers and body are looked at.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the provider's declaration names no addresses.
    pub fn only_from_sources(self, client: ClientAddress) -> Result<Self, SetupError> {
        let check = source::Check::declared(self.inner.setup.scheme, client)?;
        Ok(self.with(|inner| inner.sources = Some(check)))
    }

    /// Takes deliveries only from these addresses; others are refused with 403 before their headers
    /// and body are looked at.
    pub fn only_from(
        self,
        addresses: impl IntoIterator<Item = std::net::IpAddr>,
        client: ClientAddress,
    ) -> Self {
        let check = source::Check::new(addresses, client);
        self.with(|inner| inner.sources = Some(check))
    }

    /// Has a function called with what became of each delivery: for logs and metrics.
    ///
    /// It learns what the sender is not told. It is called before the answer is sent, so it should
    /// be quick.
    pub fn observe(self, observer: impl Fn(&Report<'_>) + Send + Sync + 'static) -> Self {
        self.with(|inner| inner.observer = Some(Arc::new(observer)))
    }

    fn with(mut self, change: impl FnOnce(&mut Inner<H, S>)) -> Self {
        change(Arc::make_mut(&mut self.inner));
        self
    }

    fn with_claims(self, change: impl FnOnce(&mut Claims)) -> Self {
        self.with(|inner| {
            let scheme = inner.setup.scheme;
            change(inner.claims.get_or_insert_with(|| Claims::of(scheme)));
        })
    }
}

/// That an endpoint has the state that its handler asks for.
#[diagnostic::on_unimplemented(
    message = "the endpoint of `{Self}` has not got its state yet",
    label = "`.state(..)` is missing",
    note = "give the endpoint what the `State<..>` arguments of `{Self}` are taken from: `.state(..)`"
)]
pub trait Given<S>: Handler<State = S> {}

#[diagnostic::do_not_recommend]
impl<S, H: Handler<State = S>> Given<S> for H {}

impl<H, S> Endpoint<H, S>
where
    S: Send + Sync + 'static,
{
    /// Takes a request whose body has been read, and says what to answer: the door for programs
    /// without a framework.
    pub async fn handle(&self, request: Request<Bytes>) -> Response<Bytes>
    where
        H: Given<S>,
    {
        self.inner.serve(request.map(ResponseBody::new)).await
    }
}

impl<H, S, B> tower_service::Service<Request<B>> for Endpoint<H, S>
where
    H: Given<S>,
    S: Send + Sync + 'static,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    type Response = Response<ResponseBody>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let inner = Arc::clone(&self.inner);
        Box::pin(async move { Ok(inner.serve(request).await.map(ResponseBody::new)) })
    }
}

impl<H, S> Clone for Endpoint<H, S> {
    fn clone(&self) -> Self {
        Self { inner: Arc::clone(&self.inner) }
    }
}

impl<H, S> Clone for Inner<H, S> {
    fn clone(&self) -> Self {
        Self {
            handler: Arc::clone(&self.handler),
            state: Arc::clone(&self.state),
            setup: self.setup.clone(),
            patience: self.patience.clone(),
            sources: self.sources.clone(),
            claims: self.claims.clone(),
            observer: self.observer.clone(),
        }
    }
}

impl<H, S> fmt::Debug for Endpoint<H, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("provider", &self.inner.setup.scheme.name())
            .finish_non_exhaustive()
    }
}
