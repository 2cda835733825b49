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
use http::{HeaderName, Request, Response};
use http_body::Body;
use ipnet::IpNet;

use crate::{
    clock::Clock,
    error::{BoxError, SetupError},
    handler::Handler,
    idempotency::{DEFAULT_LEASE, DEFAULT_RETENTION, IdempotencyKey, Store, StoreError},
    keys::{Secret, Secrets},
    provider::Provider,
    request::Address,
    scheme::Scheme,
    several::check_handlers,
    time_source,
    timer::Timer,
    verify::Setup,
};

mod accepting;
mod body;
mod completion;
mod dynamic;
mod metrics;
mod once;
mod report;
mod serving;
mod source;
mod telling;
mod tenants;
mod trace;

pub use body::ResponseBody;
pub use completion::Task;
pub use report::{HeaderSeen, Outcome, Report, Verdict};
pub use source::ClientAddress;

/// A handler with its secrets, as a service.
///
/// It is a [`tower_service::Service`] for requests with any body, and cannot fail: it mounts in
/// axum and hyper, in tonic through its axum router, and in whatever else speaks `http` and tower.
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
    deadline: body::BodyDeadline,
    sources: Option<source::Check>,
    client: ClientAddress,
    idempotency: Idempotency,
    /// Whose deliveries these are, beside others in one store.
    scope: Arc<str>,
    /// Whose secret each is, where they are of several accounts.
    accounts: Arc<[Arc<str>]>,
    tenants: Option<Arc<tenants::Directory>>,
    /// The names that the catalogue lists.
    events: &'static [&'static str],
    observer: Option<Observer>,
    spawner: Option<completion::Spawner>,
    /// What takes deliveries in place of the handler.
    inbox: Option<Arc<accepting::Joined>>,
    gate: Arc<completion::Gate>,
}

type Observer = Arc<dyn Fn(&Report<'_>) + Send + Sync>;

/// How long a body may take to arrive unless it is said otherwise: half a minute.
///
/// Senders give up on a delivery after five to thirty seconds.
pub const DEFAULT_BODY_TIMEOUT: Duration = Duration::from_secs(30);

/// How deliveries are handled once.
#[derive(Debug, Clone)]
struct Idempotency {
    store: Store,
    lease: Duration,
    retention: Duration,
    /// What was said of the rest does not matter then.
    allows_duplicates: bool,
}

impl Idempotency {
    fn of(scheme: &Scheme) -> Self {
        let retention = scheme.retry_window().unwrap_or_default().max(DEFAULT_RETENTION);
        Self { store: Store::default(), lease: DEFAULT_LEASE, retention, allows_duplicates: false }
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
        let setup = Setup::new(scheme, scheme.way(), secrets, time_source::clock()?)?;
        let inner = Inner {
            handler: Arc::new(handler),
            state: Arc::new(()),
            setup,
            deadline: body::BodyDeadline {
                timeout: DEFAULT_BODY_TIMEOUT,
                timer: time_source::timer()?,
            },
            sources: None,
            client: ClientAddress::connection(),
            idempotency: Idempotency::of(scheme),
            scope: Arc::from(""),
            accounts: secrets.accounts().into(),
            tenants: secrets.tenants().cloned().map(tenants::Directory::new).map(Arc::new),
            events: H::Provider::EVENTS,
            observer: None,
            spawner: None,
            inbox: None,
            gate: Arc::default(),
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
            deadline: inner.deadline,
            sources: inner.sources,
            client: inner.client,
            idempotency: inner.idempotency,
            scope: inner.scope,
            accounts: inner.accounts,
            tenants: inner.tenants,
            events: inner.events,
            observer: inner.observer,
            spawner: inner.spawner,
            inbox: inner.inbox,
            gate: inner.gate,
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
        self.with(|inner| inner.deadline.timeout = timeout)
    }

    /// What bodies are waited for with, instead of the system's timer: that of the runtime, as in
    /// `.timer(tokio::time::sleep)`, or one for tests. A body that is there is not waited for.
    pub fn timer(self, timer: impl Timer) -> Self {
        self.with(|inner| inner.deadline.timer = Arc::new(timer))
    }

    /// How far a signed timestamp may be from now, in either direction, instead of what the
    /// provider's declaration says. Where deliveries are signed with
    /// tokens, how far the moment may be at which theirs was issued (`iat`).
    ///
    /// # Errors
    ///
    /// [`SetupError`] if deliveries carry no time that is signed: then nothing would be refused.
    pub fn tolerance(self, tolerance: Duration) -> Result<Self, SetupError> {
        let mut set = Ok(());
        let endpoint = self.with(|inner| set = inner.setup.set_tolerance(tolerance));
        set.map(|()| endpoint)
    }

    /// No longer takes signatures under algorithms that are known to be weak, MD5 and SHA-1, where the
    /// provider also signs under others: version 1 of Amazon SNS, for example.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if there is no other way.
    pub fn refuse_weak(self) -> Result<Self, SetupError> {
        let mut set = Ok(());
        let endpoint = self.with(|inner| set = inner.setup.refuse_weak());
        set.map(|()| endpoint)
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
    pub fn verify_token(self, token: Secret) -> Self {
        self.with(|inner| inner.setup.verify_token = Some(token))
    }

    /// Where it is kept which deliveries were handled, instead of this process's memory, and whose
    /// deliveries this endpoint's are among all that are kept there.
    ///
    /// Endpoints that run several times over need a store that they share, an
    /// [`IdempotencyStore`](crate::idempotency::IdempotencyStore), under the same scope. Endpoints that
    /// share a store and take deliveries of different accounts, tenants or applications need different
    /// scopes: senders count their ids for each account, and what has the id of another's delivery
    /// would be taken for its duplicate, acknowledged, and lost. So the scope has no default here.
    ///
    /// A scope is part of what is kept: under another one, everything is new. It does not change with
    /// secrets.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// # use webhook_kit::{Endpoint, Handler, idempotency::MemoryStore};
    /// # fn mount<H: Handler>(eu: Endpoint<H>, us: Endpoint<H>) {
    /// let store = MemoryStore::new(); // or one in your database
    /// let eu = eu.idempotency_store(store.clone(), "stripe, our account in the EU");
    /// let us = us.idempotency_store(store, "stripe, our account in the US");
    /// # }
    /// ```
    pub fn idempotency_store(self, store: impl Into<Store>, scope: impl Into<Arc<str>>) -> Self {
        self.with(|inner| {
            inner.idempotency.store = store.into();
            inner.scope = scope.into();
        })
    }

    /// Whose deliveries these are: see [`idempotency_store`](Self::idempotency_store).
    pub fn scope(self, scope: impl Into<Arc<str>>) -> Self {
        self.with(|inner| inner.scope = scope.into())
    }

    /// How long a handled delivery is remembered: [four days](DEFAULT_RETENTION) or as long as the
    /// provider is known to retry, whichever is longer, unless it is set.
    pub fn retention(self, retention: Duration) -> Self {
        self.with(|inner| inner.idempotency.retention = retention)
    }

    /// How long a delivery stays leased after its process died, before another attempt of the sender
    /// is handled. [Five minutes](DEFAULT_LEASE) unless it is set.
    ///
    /// The lease is renewed three times in its time while the handler runs, so that a handler may take
    /// longer. It has to be longer than a pause of the process or of the network.
    pub fn lease(self, lease: Duration) -> Self {
        self.with(|inner| inner.idempotency.lease = lease)
    }

    /// Handles every authenticated delivery, also those that were handled before: for handlers
    /// that recognise duplicates by themselves. Nothing that is called afterwards takes it back.
    pub fn allow_duplicates(self) -> Self {
        self.with(|inner| inner.idempotency.allows_duplicates = true)
    }

    /// Takes a header for the id of deliveries, though nobody signs it: that of providers which sign no id
    /// and name each delivery in a header, such as `x-github-delivery`.
    ///
    /// Without it, deliveries of such a provider are identified by what is signed, so that two events
    /// with equal bodies are one. With it, they are two, and a retry is recognised by the sender's own
    /// word for it. **What that gives up:** whoever has a genuine delivery can send it again under
    /// another id, and it is handled again. Choose it where the handler can bear that.
    ///
    /// A delivery without the header is identified by what is signed.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if it is no name of a header, or if the provider's ids are signed.
    pub fn trust_unsigned_id(self, header: &str) -> Result<Self, SetupError> {
        let scheme = self.inner.setup.scheme;
        let name = HeaderName::from_bytes(header.as_bytes())
            .map_err(|_| SetupError::new(format!("`{header}` is not a name of a header")))?;
        if !scheme.data.id.is_empty() {
            return Err(SetupError::new(format!(
                "the deliveries of `{}` have an id that is signed: remove `trust_unsigned_id`",
                scheme.data.name
            )));
        }
        Ok(self.with(|inner| inner.setup.trusted_id = Some(name)))
    }

    /// Runs handlers to their end though their sender has hung up, on the runtime that this function
    /// begins tasks on.
    ///
    /// Without it, a handler runs within its request: servers drop a request whose client is gone, and
    /// the handler stops where it waits. Its delivery is given back, and the sender's retry runs it
    /// from its beginning; a handler that takes longer than its sender waits never comes to its end.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// # fn mount<H: webhook_kit::Handler>(endpoint: webhook_kit::Endpoint<H>) {
    /// let endpoint = endpoint.run_to_completion(tokio::spawn);
    /// # }
    /// ```
    ///
    /// Let [`shutdown`](Self::shutdown) end before the runtime does: it waits for them.
    ///
    /// Do not spawn within a handler instead. A handler that has spawned its work and returned is
    /// done: its delivery is acknowledged and never comes again, whatever becomes of that work.
    pub fn run_to_completion<R>(self, spawn: impl Fn(Task) -> R + Send + Sync + 'static) -> Self {
        let spawner = completion::Spawner::new(move |task| drop(spawn(task)));
        self.with(|inner| inner.spawner = Some(spawner))
    }

    /// Lets no further delivery in, here and in all clones, and waits until those that are being
    /// handled have ended. What comes is answered 503, so that it comes again.
    ///
    /// ```no_run
    /// # use webhook_core as webhook_kit;
    /// # async fn serve<H: webhook_kit::Handler>(endpoint: webhook_kit::Endpoint<H>) {
    /// // The server has ended: nobody waits for these handlers any more.
    /// let all = tokio::time::timeout(std::time::Duration::from_secs(30), endpoint.shutdown()).await;
    /// # }
    /// ```
    pub async fn shutdown(&self) {
        self.inner.gate.close();
        self.inner.gate.empty().await;
    }

    /// Forgets that a delivery was handled, so that it is handled when its sender is asked to send it
    /// once more. Says whether it was.
    ///
    /// The key is that of a report's delivery: [`Delivery::idempotency_key`](crate::Delivery::idempotency_key).
    ///
    /// # Errors
    ///
    /// When the store cannot be asked.
    pub async fn forget(&self, key: IdempotencyKey) -> Result<bool, StoreError> {
        self.inner.idempotency.store.forget(key).await
    }

    /// Where a client's address is taken from, for [reports](Report::client). Unless it is said, it is
    /// that of the connection, where the server tells it.
    pub fn client_address(self, client: ClientAddress) -> Self {
        self.with(|inner| inner.client = client)
    }

    /// Takes deliveries only from the addresses that the provider publishes; others are refused
    /// with 403 before their headers and body are looked at.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the provider's declaration names no addresses.
    pub fn only_from_source_ips(self, client: ClientAddress) -> Result<Self, SetupError> {
        let check = source::Check::declared(self.inner.setup.scheme, client.clone())?;
        Ok(self.client_address(client).with(|inner| inner.sources = Some(check)))
    }

    /// Takes deliveries only from these addresses, or ranges of them; others are refused with 403
    /// before their headers and body are looked at.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// # use webhook_kit::{Endpoint, Handler};
    /// use webhook_kit::{ClientAddress, IpNet};
    ///
    /// # fn only<H: Handler>(endpoint: Endpoint<H>) -> Result<(), Box<dyn std::error::Error>> {
    /// let ranges: [IpNet; 2] = ["203.0.113.0/24".parse()?, "2001:db8::/32".parse()?];
    /// let endpoint = endpoint.only_from(ranges, ClientAddress::connection());
    /// # Ok(())
    /// # }
    /// ```
    pub fn only_from(
        self,
        addresses: impl IntoIterator<Item = impl Into<IpNet>>,
        client: ClientAddress,
    ) -> Self {
        let check = source::Check::new(addresses, client.clone());
        self.client_address(client).with(|inner| inner.sources = Some(check))
    }

    /// Has a function called with what became of each request, once: for logs and metrics. Also with
    /// what was rejected, and with what its sender did not wait for.
    ///
    /// It learns what the sender is not told. It is called before the answer is sent, so it should
    /// be quick. If it panics, the answer is sent all the same.
    pub fn observe(self, observer: impl Fn(&Report<'_>) + Send + Sync + 'static) -> Self {
        self.with(|inner| inner.observer = Some(Arc::new(observer)))
    }

    fn with(mut self, change: impl FnOnce(&mut Inner<H, S>)) -> Self {
        change(Arc::make_mut(&mut self.inner));
        self
    }
}

/// That an endpoint has the state that its handler asks for.
#[diagnostic::on_unimplemented(
    message = "the endpoint of `{Self}` is missing its state",
    label = "`.state(..)` is missing",
    note = "give the endpoint what the `State<..>` arguments of `{Self}` are taken from: `.state(..)`"
)]
pub trait HasState<S>: Handler<State = S> {}

#[diagnostic::do_not_recommend]
impl<S, H: Handler<State = S>> HasState<S> for H {}

impl<H, S> Endpoint<H, S>
where
    S: Send + Sync + 'static,
{
    /// Takes a request whose body has been read, and says what to answer: the door for programs
    /// without a framework.
    pub async fn handle(&self, request: Request<Bytes>) -> Response<Bytes>
    where
        H: HasState<S>,
    {
        Arc::clone(&self.inner).serve(request.map(ResponseBody::new)).await
    }
}

impl<H, S, B> tower_service::Service<Request<B>> for Endpoint<H, S>
where
    H: HasState<S>,
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

impl<H, S> Inner<H, S> {
    /// Whose secret it is, where secrets are of several accounts.
    fn account(&self, secret: usize) -> Option<Arc<str>> {
        self.accounts.get(secret).cloned()
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
            deadline: self.deadline.clone(),
            sources: self.sources.clone(),
            client: self.client.clone(),
            idempotency: self.idempotency.clone(),
            scope: Arc::clone(&self.scope),
            accounts: Arc::clone(&self.accounts),
            tenants: self.tenants.clone(),
            events: self.events,
            observer: self.observer.clone(),
            spawner: self.spawner.clone(),
            inbox: self.inbox.clone(),
            gate: Arc::clone(&self.gate),
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
