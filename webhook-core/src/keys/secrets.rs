//! The secrets of one provider: given, of several accounts, looked up for each request; and where its
//! public keys come from.

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

#[cfg(feature = "public-key")]
use super::key_source::Keys;
use super::secret::Secret;
use crate::error::BoxError;

#[cfg(feature = "public-key")]
impl Secret {
    /// The secret, and where the public keys come from: see [`Secrets::with_keys`].
    pub fn with_keys(self, keys: Keys) -> Secrets {
        Secrets::from(self).with_keys(keys)
    }
}

/// The secrets that are valid at once, the newest first by custom.
///
/// During a rotation deliveries are signed with the old secret or with the new one; each delivery
/// is tried against all, and says [which one matched](crate::Delivery::secret).
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::{Secret, Secrets};
///
/// let one: Secrets = Secret::new("new").into();
/// let rotating: Secrets = [Secret::new("new"), Secret::new("old")].into();
/// assert_eq!(rotating.len(), 2);
/// # assert!(!one.is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    all: Vec<Secret>,
    /// Whose secret each is; none where all are of one account.
    accounts: Vec<Arc<str>>,
    tenants: Option<Tenants>,
    #[cfg(feature = "public-key")]
    keys: Option<Keys>,
}

impl Secrets {
    /// The secrets of several accounts that send to one endpoint: two bots, two shops.
    ///
    /// Senders count their ids for each account. So what identifies a delivery is looked for among those
    /// of the account whose secret matched; without this, all secrets are of one account, which rotates
    /// them. Each account may have several secrets, and keeps its name when they change.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use webhook_kit::{Secret, Secrets};
    ///
    /// let secrets = Secrets::of_accounts([
    ///     ("bot 7", vec![Secret::new("new"), Secret::new("old")]),
    ///     ("bot 8", vec![Secret::new("another")]),
    /// ]);
    /// assert_eq!(secrets.len(), 3);
    /// ```
    pub fn of_accounts<A, S>(accounts: impl IntoIterator<Item = (A, S)>) -> Self
    where
        A: Into<Arc<str>>,
        S: IntoIterator<Item = Secret>,
    {
        let mut collected = Self::default();
        for (account, secrets) in accounts {
            let account = account.into();
            for secret in secrets {
                collected.all.push(secret);
                collected.accounts.push(Arc::clone(&account));
            }
        }
        collected
    }

    /// Who says the secrets of each request, if somebody does.
    pub(crate) fn tenants(&self) -> Option<&Tenants> {
        self.tenants.as_ref()
    }

    pub(crate) fn accounts(&self) -> &[Arc<str>] {
        &self.accounts
    }

    /// How many there are; keys that are fetched are none of them.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none. No endpoint can be made of that, unless there are [`Keys`].
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Secret> {
        self.all.iter()
    }
}

#[cfg(feature = "public-key")]
impl Secrets {
    /// The same, and where the public keys come from: for providers that sign something beside it
    /// that only its owner knows, such as the id of a webhook.
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = Some(keys);
        self
    }

    pub(crate) fn keys(&self) -> Option<&Keys> {
        self.keys.as_ref()
    }
}

/// No secret, but public keys that are fetched.
#[cfg(feature = "public-key")]
impl From<Keys> for Secrets {
    fn from(keys: Keys) -> Self {
        Self::default().with_keys(keys)
    }
}

impl From<Secret> for Secrets {
    fn from(secret: Secret) -> Self {
        Self::from(vec![secret])
    }
}

impl<const N: usize> From<[Secret; N]> for Secrets {
    fn from(secrets: [Secret; N]) -> Self {
        Self::from(Vec::from(secrets))
    }
}

impl From<Vec<Secret>> for Secrets {
    fn from(secrets: Vec<Secret>) -> Self {
        Self {
            all: secrets,
            accounts: Vec::new(),
            tenants: None,
            #[cfg(feature = "public-key")]
            keys: None,
        }
    }
}

impl FromIterator<Secret> for Secrets {
    fn from_iter<I: IntoIterator<Item = Secret>>(secrets: I) -> Self {
        Self::from(secrets.into_iter().collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::{Secret, Secrets};

    #[test]
    fn secrets_are_never_shown() {
        let secrets = Secrets::from(Secret::new("hunter2"));
        assert!(!format!("{secrets:?}").contains("hunter2"));
    }
}

/// One endpoint for many tenants, each with secrets of its own, which the application looks up: by the path,
/// a header, the query. Given where secrets are.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::{convert::Infallible, sync::Arc};
/// use webhook_kit::{Secret, Secrets, Tenants};
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
        Self { tenants: Some(tenants), ..Self::default() }
    }
}
