//! The port between an endpoint and an inbox: a delivery is kept before it is acknowledged, and handled
//! later.
//!
//! `webhook-inbox` is behind it; this crate knows no store. An endpoint [joins](Inbox::join) an inbox with
//! what [resumes](Resume) its deliveries, and has them [accepted](Accept) from then on.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration, time::SystemTime};

use bytes::Bytes;
use http::Extensions;

use crate::{
    delivery::Delivery,
    dispatch::{Dispatched, dispatch},
    error::{BoxError, SetupError},
    extract::FromDelivery,
    handler::{Context, Handler, HandlerError},
    idempotency::IdempotencyKey,
    scheme::Scheme,
};

/// A boxed future, as object-safe traits return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What endpoints can be given to keep their deliveries.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an inbox",
    label = "not an inbox",
    note = "open one with `Inbox::open(store)`"
)]
pub trait Inbox {
    /// Takes an endpoint in: says where its deliveries go, and has them resumed by workers.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if another endpoint of this inbox has a task of the same name.
    fn join(&self, endpoint: Arc<dyn Resume>) -> Result<Arc<dyn Accept>, SetupError>;
}

/// Keeps deliveries.
pub trait Accept: Send + Sync + 'static {
    /// Keeps a delivery with its tasks, so that no crash can lose them, and says whether it was new.
    ///
    /// Its sender is told that it arrived as soon as this says so. If the future is dropped, because that
    /// took too long, the delivery may be kept or not.
    ///
    /// # Errors
    ///
    /// If it is not known to be kept.
    fn accept(&self, delivery: ToKeep) -> BoxFuture<'_, Result<Accepted, BoxError>>;
}

/// What became of a delivery that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Accepted {
    /// It was not there before.
    New,
    /// It was.
    Duplicate,
}

/// A delivery that was authenticated and is to be kept.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ToKeep {
    /// What tells it from all others.
    pub key: IdempotencyKey,
    /// How long that has to be remembered.
    pub retention: Duration,
    /// The provider's name.
    pub provider: &'static str,
    /// The account that it belongs to, or the endpoint's scope.
    pub scope: Arc<str>,
    /// The event's name, if the delivery names one.
    pub event: Option<Box<str>>,
    /// What the sender calls it.
    pub id: Option<Box<str>>,
    /// When it was signed.
    pub signed_at: Option<SystemTime>,
    /// What [`Resume::resume`] needs beside the body.
    pub head: Bytes,
    /// The authenticated body.
    pub body: Bytes,
    /// The names of what is to be done. If there is none, the delivery is kept all the same.
    pub tasks: Vec<Arc<str>>,
}

impl ToKeep {
    /// What is to be kept of an endpoint's delivery.
    pub(crate) fn new<H: Handler>(
        delivery: &Delivery,
        provider: &'static str,
        scope: &Arc<str>,
        account: Option<&Arc<str>>,
        retention: Duration,
    ) -> Result<Self, BoxError> {
        let account_name = account.map(|account| &**account);
        // What cannot be read has no event. Some handler must find that out: the first one parks it.
        let task = match delivery.check_readable() {
            Ok(()) => H::task(delivery.event()),
            Err(_) => H::TASKS.iter().copied().flatten().next(),
        };
        Ok(Self {
            key: delivery.idempotency_key(scope, account_name),
            retention,
            provider,
            scope: Arc::clone(account.unwrap_or(scope)),
            event: delivery.event().map(Box::from),
            id: delivery.id().map(Box::from),
            signed_at: delivery.signed_at(),
            head: delivery.kept_head(account_name)?,
            body: delivery.body().clone(),
            tasks: task.map(|task| scoped(task, scope)).into_iter().collect(),
        })
    }
}

/// The name of a handler's task. Two endpoints of one handler have different scopes, and thus tasks of
/// their own.
fn scoped(task: &str, scope: &str) -> Arc<str> {
    if scope.is_empty() { Arc::from(task) } else { format!("{task} ({scope})").into() }
}

/// Runs an endpoint's handler on deliveries that were kept.
pub trait Resume: Send + Sync + 'static {
    /// The names of its tasks.
    fn tasks(&self) -> Vec<Arc<str>>;

    /// Restores a delivery and runs the handler on it. `extensions` is what else extractors can take.
    ///
    /// # Errors
    ///
    /// If what was kept cannot be read.
    fn resume<'a>(
        &'a self,
        head: &'a [u8],
        body: Bytes,
        extensions: &'a Extensions,
    ) -> BoxFuture<'a, Result<Dispatched, BoxError>>;
}

/// Which attempt this is, from 1.
///
/// Take an `Option<Attempt>` where an endpoint may have no inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attempt(pub u32);

impl<S> FromDelivery<S> for Attempt {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Option::<Self>::from_delivery(context)?.ok_or_else(|| {
            HandlerError::Failed("attempts are counted by an inbox: give the endpoint one".into())
        })
    }
}

impl<S> FromDelivery<S> for Option<Attempt> {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Ok(context.extensions.and_then(|extensions| extensions.get()).copied())
    }
}

/// An endpoint's handler with its state.
pub(crate) struct Handling<H, S> {
    pub(crate) handler: Arc<H>,
    pub(crate) state: Arc<S>,
    pub(crate) scheme: &'static Scheme,
    pub(crate) scope: Arc<str>,
}

impl<H, S> Resume for Handling<H, S>
where
    H: Handler<State = S>,
    S: Send + Sync + 'static,
{
    fn tasks(&self) -> Vec<Arc<str>> {
        H::TASKS.iter().flatten().map(|task| scoped(task, &self.scope)).collect()
    }

    fn resume<'a>(
        &'a self,
        head: &'a [u8],
        body: Bytes,
        extensions: &'a Extensions,
    ) -> BoxFuture<'a, Result<Dispatched, BoxError>> {
        Box::pin(async move {
            let (delivery, account) = Delivery::restore(self.scheme, head, body)?;
            let context = Context::new(&delivery, &*self.state).with_extensions(extensions);
            let context = Context { account: account.as_ref(), ..context };
            Ok(dispatch(&*self.handler, context).await)
        })
    }
}
