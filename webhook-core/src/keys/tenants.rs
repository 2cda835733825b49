//! Secrets that depend on the request: one endpoint for many tenants.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use http::request;

use super::Secrets;
use crate::error::BoxError;

/// One endpoint for many tenants, each with secrets of its own, which the application looks up: by the path,
/// a header, the query. Given where secrets are.
///
/// ```
/// use std::{convert::Infallible, sync::Arc};
/// use webhook_core::{Secret, Secrets, Tenants};
///
/// // POST /webhooks/stripe/{tenant}
/// let tenants = Tenants::new(
///     |parts| Some(parts.uri.path().strip_prefix("/webhooks/stripe/")?.to_owned()),
///     |tenant: Arc<str>| async move {
///         // SELECT secret FROM tenants WHERE name = $1
///         let secret = (&*tenant == "ada").then(|| Secret::new("ada's secret"));
///         Ok::<_, Infallible>(secret.map(Secrets::from))
///     },
/// );
/// let secrets = Secrets::from(tenants);
/// ```
///
/// What is looked up is prepared and kept: for as long as [`ttl`](Self::ttl) says, for so many tenants as
/// [`capacity`](Self::capacity) says. A delivery that no secret of its tenant signed has them looked up
/// again, at most once in ten seconds for each tenant, so that a new secret is known at once. Clones are one:
/// [`refresh`](Self::refresh) on a clone of what was given to the endpoint is felt there.
///
/// Each tenant is a scope of its own: [`idempotency_key`](crate::Delivery::idempotency_key) contains it.
/// Handlers have it as the argument [`Account`](crate::Account).
///
/// # What strangers can do
///
/// An unknown tenant is answered as a wrong signature is, and takes the same way there. It costs a look-up;
/// that it is unknown is remembered, for as many names as there may be tenants, apart from those that are
/// known. Not more than [`look_ups`](Self::look_ups) run at once: whoever makes names up delays tenants that
/// have to be looked up, and no others. The name is not signed. It chooses the secret, and the signature
/// shows that the sender knows that one; conclude nothing else from it.
#[derive(Clone)]
pub struct Tenants(Arc<Inner>);

struct Inner {
    name: Box<Name>,
    look_up: Box<LookUp>,
    capacity: usize,
    ttl: Duration,
    look_ups: usize,
    refreshed: AtomicU64,
}

type Name = dyn Fn(&request::Parts) -> Option<String> + Send + Sync;
type LookUp = dyn Fn(Arc<str>) -> Found + Send + Sync;
type Found = Pin<Box<dyn Future<Output = Result<Option<Secrets>, BoxError>> + Send>>;

/// A longer name is not looked up.
const LONGEST_NAME: usize = 256;

impl Tenants {
    /// Tenants that are named by what `name` reads from a request's head, and whose secrets `look_up`
    /// finds; `None` for one that there is not. An error of it is 503: the sender tries again.
    pub fn new<F, R, E>(
        name: impl Fn(&request::Parts) -> Option<String> + Send + Sync + 'static,
        look_up: F,
    ) -> Self
    where
        F: Fn(Arc<str>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<Option<Secrets>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let look_up = move |tenant| -> Found {
            let found = look_up(tenant);
            Box::pin(async move { found.await.map_err(Into::into) })
        };
        Self(Arc::new(Inner {
            name: Box::new(name),
            look_up: Box::new(look_up),
            capacity: 10_000,
            ttl: Duration::from_secs(5 * 60),
            look_ups: 16,
            refreshed: AtomicU64::new(0),
        }))
    }

    /// How many tenants are kept: 10,000 unless it is set, some kilobytes each. Those that sent nothing for
    /// longest are forgotten first, and looked up when they send again.
    pub fn capacity(self, tenants: usize) -> Self {
        self.with(|inner| inner.capacity = tenants.max(1))
    }

    /// How long what was looked up holds: five minutes unless it is set.
    pub fn ttl(self, ttl: Duration) -> Self {
        self.with(|inner| inner.ttl = ttl)
    }

    /// How many look-ups run at once: 16 unless it is set. Others wait.
    pub fn look_ups(self, at_once: usize) -> Self {
        self.with(|inner| inner.look_ups = at_once.max(1))
    }

    /// Has everything looked up again: after a tenant's secrets were withdrawn.
    pub fn refresh(&self) {
        self.0.refreshed.fetch_add(1, Ordering::SeqCst);
    }

    fn with(self, change: impl FnOnce(&mut Inner)) -> Self {
        let mut inner = self.0;
        // Whoever has a clone has it as it was given to the endpoint.
        if let Some(inner) = Arc::get_mut(&mut inner) {
            change(inner);
        }
        Self(inner)
    }

    pub(crate) fn name(&self, parts: &request::Parts) -> Option<Arc<str>> {
        let name = (self.0.name)(parts)?;
        (!name.is_empty() && name.len() <= LONGEST_NAME).then(|| name.into())
    }

    pub(crate) fn look_up(&self, name: &Arc<str>) -> Found {
        (self.0.look_up)(Arc::clone(name))
    }

    pub(crate) fn limits(&self) -> (usize, Duration, usize) {
        (self.0.capacity, self.0.ttl, self.0.look_ups)
    }

    /// How often everything was to be looked up again.
    pub(crate) fn generation(&self) -> u64 {
        self.0.refreshed.load(Ordering::SeqCst)
    }
}

impl fmt::Debug for Tenants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tenants(..)")
    }
}

impl From<Tenants> for Secrets {
    fn from(tenants: Tenants) -> Self {
        let mut secrets = Self::default();
        secrets.tenants = Some(tenants);
        secrets
    }
}
