//! What an owner gives for the keys that a declaration says are fetched.

use std::{fmt, sync::Arc, time::Duration};

use super::{CachedKeys, Fetch, FetchFuture, KeySource, KeyStore, address::Place};
use crate::{
    error::SetupError,
    keys::public_key::SignatureAlgorithm,
    scheme::{Algorithm, Scheme},
};

/// How long a delivery waits for its key unless it is said otherwise: ten seconds.
pub const DEFAULT_KEY_TIMEOUT: Duration = Duration::from_secs(10);

/// Where the public keys of a provider come from, for an endpoint or a
/// [`FetchingVerifier`](crate::FetchingVerifier): given in place of a secret, or
/// [beside one](crate::Secret::with_keys).
///
/// The declaration says with `public_keys(..)` where a delivery names its key, and where keys stand. An
/// endpoint of such a provider that is given neither keys nor a source of them is not made.
///
/// ```
/// # use webhook_core as webhook_kit;
/// # #[cfg(feature = "rsa")] {
/// use webhook_kit::key_source::{FetchFuture, Keys};
/// # use webhook_kit::{Delivery, Scheme, scheme::{Algorithm, Encoding}};
/// # use webhook_kit::scheme::{Checked, DocumentForm, FetchedKeys, KeyId, Source};
/// # static SCHEME: Scheme = Scheme::of(Checked {
/// #     name: "example",
/// #     algorithm: Algorithm::RsaSha256,
/// #     headers: &["x-signature"],
/// #     encoding: Encoding::Base64,
/// #     public_keys: Some(&FetchedKeys {
/// #         id: Some(KeyId::At(Source::Header("x-key-id"))),
/// #         url: Some("https://keys.example.com/{id}.pem"),
/// #         hosts: &[],
/// #         form: DocumentForm::Key,
/// #     }),
/// #     ..Checked::EMPTY
/// # });
///
/// // Whatever client the application has already; `Keys::over_https()` is one that is there.
/// let fetch = |address: &str, limit: usize| -> FetchFuture {
///     # let _ = (address, limit);
///     Box::pin(async { Err("no network in examples".into()) })
/// };
/// let endpoint = SCHEME.endpoint(Keys::over(fetch), |_: Delivery| async {})?;
/// # let _ = endpoint;
/// # }
/// # Ok::<(), webhook_kit::SetupError>(())
/// ```
#[derive(Clone)]
pub struct Keys {
    from: From,
    address: Option<String>,
    hosts: Vec<String>,
    store: Option<Arc<dyn KeyStore>>,
    timeout: Duration,
}

#[derive(Clone)]
enum From {
    Source(Arc<dyn KeySource>),
    Fetched(Arc<dyn Fetch>),
    LookedUp(Arc<dyn Fetch>),
    #[cfg(feature = "key-source-http")]
    Https,
}

impl Keys {
    /// Keys from a source of your own, or from a [`CachedKeys`] that you have set up.
    ///
    /// Those that are not for an algorithm of the declaration do not count.
    pub fn of(source: impl KeySource) -> Self {
        Self::new(From::Source(Arc::new(source)))
    }

    /// Keys that are fetched from where the declaration says, over HTTPS, and
    /// [kept](CachedKeys). The endpoint needs to be used within tokio then.
    #[cfg(feature = "key-source-http")]
    pub fn over_https() -> Self {
        Self::new(From::Https)
    }

    /// The same over a client of your own: for one that is there already, and for providers that
    /// hand out keys to their customers only.
    pub fn over(fetch: impl Fetch) -> Self {
        Self::new(From::Fetched(Arc::new(fetch)))
    }

    /// Keys that are looked up by the id that a delivery names, and [kept](CachedKeys): the
    /// [`Fetch`] is called with the id in the place of an address, and answers with a document of
    /// the form that the declaration says. Ids consist of letters, digits, `-`, `_` and `.`.
    pub fn looked_up(fetch: impl Fetch) -> Self {
        Self::new(From::LookedUp(Arc::new(fetch)))
    }

    /// Where keys stand, in place of what the declaration says: for providers whose customers have
    /// addresses of their own. It may have an `{id}` in its path.
    pub fn at(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// Of the hosts on which deliveries may name the address of their key, only these: those of your
    /// regions, such as `sns.eu-west-1.amazonaws.com`.
    pub fn hosts(mut self, hosts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.hosts = hosts.into_iter().map(Into::into).collect();
        self
    }

    /// Where documents are [kept](KeyStore) over a restart.
    pub fn store(mut self, store: impl KeyStore) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// How long a delivery waits for its key: [ten seconds](DEFAULT_KEY_TIMEOUT) unless it is set.
    /// What takes longer is answered with 503, and the sender tries again.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    fn new(from: From) -> Self {
        Self { from, address: None, hosts: Vec::new(), store: None, timeout: DEFAULT_KEY_TIMEOUT }
    }

    /// The source for the deliveries of a scheme, and how long it is waited for.
    pub(crate) fn source(
        &self,
        scheme: &Scheme,
    ) -> Result<(Arc<dyn KeySource>, Duration), SetupError> {
        let place = |address| place(scheme, address);
        let source: Arc<dyn KeySource> = match &self.from {
            From::Source(_) | From::LookedUp(_) if self.address.is_some() => {
                return Err(SetupError::new(format!(
                    "the keys of `{}` are not fetched from an address: remove `at`",
                    scheme.data.name
                )));
            }
            From::Source(_) if self.store.is_some() || !self.hosts.is_empty() => {
                return Err(SetupError::new(format!(
                    "the keys of `{}` come from a source of your own: give `store` and `hosts` to \
                     it, or remove them",
                    scheme.data.name
                )));
            }
            From::Source(source) => Arc::clone(source),
            From::LookedUp(fetch) => {
                self.cached(scheme, Place::ByIdAlone, Shared(Arc::clone(fetch)))?
            }
            From::Fetched(fetch) => {
                self.cached(scheme, place(self.address.as_deref())?, Shared(Arc::clone(fetch)))?
            }
            #[cfg(feature = "key-source-http")]
            From::Https => {
                self.cached(scheme, place(self.address.as_deref())?, super::HttpsFetch::new()?)?
            }
        };
        Ok((source, self.timeout))
    }

    fn cached(
        &self,
        scheme: &Scheme,
        place: Place,
        fetch: impl Fetch,
    ) -> Result<Arc<dyn KeySource>, SetupError> {
        let mut keys = CachedKeys::of(scheme, place, fetch)?;
        if !self.hosts.is_empty() {
            let hosts: Vec<&str> = self.hosts.iter().map(String::as_str).collect();
            keys = keys.hosts(&hosts)?;
        }
        if let Some(store) = &self.store {
            keys = keys.store(Arc::clone(store));
        }
        Ok(Arc::new(keys))
    }
}

impl CachedKeys {
    /// The keys that a declaration says are fetched, with what else can be set of them:
    /// [`Keys::of`] takes it.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the declaration has no `public_keys(..)`, or does not say where they stand.
    pub fn declared(scheme: &Scheme, fetch: impl Fetch) -> Result<Self, SetupError> {
        Self::of(scheme, place(scheme, None)?, fetch)
    }

    fn of(scheme: &Scheme, place: Place, fetch: impl Fetch) -> Result<Self, SetupError> {
        let declared = scheme.data.public_keys.ok_or_else(|| undeclared(scheme))?;
        let algorithms: Vec<SignatureAlgorithm> =
            scheme.ways().filter_map(|way| public(way.algorithm)).collect();
        Self::new(&algorithms, declared.form, place, fetch)
    }
}

/// Where the keys of a scheme stand.
fn place(scheme: &Scheme, given: Option<&str>) -> Result<Place, SetupError> {
    let declared = scheme.data.public_keys.ok_or_else(|| undeclared(scheme))?;
    match given.or(declared.url) {
        Some("{id}") => Place::by_address(declared.hosts),
        Some(address) if address.contains("{id}") => Place::by_id(address),
        Some(address) => Place::one(address),
        None => Err(SetupError::new(format!(
            "the declaration of `{}` does not say where its keys stand: give `Keys::at`, \
             `Keys::looked_up` or a source of your own",
            scheme.data.name
        ))),
    }
}

pub(crate) fn undeclared(scheme: &Scheme) -> SetupError {
    SetupError::new(format!(
        "the declaration of `{}` does not say that keys are fetched: give the keys themselves",
        scheme.data.name
    ))
}

/// The algorithm under a public key.
fn public(algorithm: Algorithm) -> Option<SignatureAlgorithm> {
    #[cfg(feature = "jwt")]
    if let Some(token) = crate::keys::jwt::JwtAlgorithm::of(algorithm) {
        return crate::keys::jwt::public_key(token);
    }
    SignatureAlgorithm::of(algorithm)
}

struct Shared(Arc<dyn Fetch>);

impl Fetch for Shared {
    fn fetch(&self, address: &str, limit: usize) -> FetchFuture {
        self.0.fetch(address, limit)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("address", &self.address).finish_non_exhaustive()
    }
}
