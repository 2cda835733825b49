use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use super::{
    DocumentForm, Fetch, KeptDocument, KeyFuture, KeySource, KeySourceError, KeyStore,
    address::Place,
    document::{Keys, keys_of},
    flight::{Flight, lock},
    state::{Known, State, Times, elapsed},
    static_keys::{matching, nameless},
};
use crate::{
    clock::Clock,
    error::SetupError,
    keys::public_key::{PublicKey, SignatureAlgorithm},
    time_source,
};

/// How large a document may be: sixteen times the largest that is known.
const DEFAULT_LIMIT: usize = 128 * 1024;

/// Keys that are fetched when they are needed, and kept.
///
/// The [module](super) says what a sender can cause, and what happens when a provider does not
/// answer.
pub struct CachedKeys {
    algorithms: Arc<[SignatureAlgorithm]>,
    form: DocumentForm,
    place: Place,
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    times: Times,
    limit: usize,
    store: Option<Arc<dyn KeyStore>>,
    /// The keys that the owner gave, by the address of their document.
    pinned: BTreeMap<String, Arc<Keys>>,
    state: Mutex<State>,
}

impl CachedKeys {
    /// The keys of one JSON web key set.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use webhook_kit::key_source::{CachedKeys, FetchFuture};
    /// use webhook_kit::public_key::SignatureAlgorithm;
    ///
    /// // Whatever client the application has already.
    /// let fetch = |address: &str, limit: usize| -> FetchFuture {
    ///     # let _ = (address, limit);
    ///     Box::pin(async { Err("no network in examples".into()) })
    /// };
    /// let address = "https://tenant.example/.well-known/jwks";
    /// let keys = CachedKeys::key_set(SignatureAlgorithm::RsaSha256, address, fetch)?;
    /// # let _ = keys;
    /// # Ok::<(), webhook_kit::SetupError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the address is not `https` (on a loopback address `http` is allowed).
    pub fn key_set(
        algorithm: SignatureAlgorithm,
        address: &str,
        fetch: impl Fetch,
    ) -> Result<Self, SetupError> {
        Self::new(&[algorithm], DocumentForm::KeySet, Place::one(address)?, fetch)
    }

    /// One document for each id: the address has `{id}` in its path. Ids may consist of letters,
    /// digits, `-`, `_` and `.`.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the address is not `https` or has no `{id}`.
    pub fn by_id(
        algorithm: SignatureAlgorithm,
        form: DocumentForm,
        address: &str,
        fetch: impl Fetch,
    ) -> Result<Self, SetupError> {
        Self::new(&[algorithm], form, Place::by_id(address)?, fetch)
    }

    /// Requests name the address of the key. It must be on one of these hosts, in which `*` stands
    /// for one label, and have no query: `sns.{region}.amazonaws.com`. After a host may stand the path, in
    /// which `*` stands for letters, digits, `-` and `_`: `api.example.com/certs/*.pem`. Name hosts and
    /// paths at which nobody but the provider can put documents: `*.amazonaws.com` would be open to all
    /// of its customers.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if there is no host, or one of them is none.
    pub fn by_address(
        algorithm: SignatureAlgorithm,
        form: DocumentForm,
        hosts: &[&str],
        fetch: impl Fetch,
    ) -> Result<Self, SetupError> {
        Self::new(&[algorithm], form, Place::by_address(hosts)?, fetch)
    }

    pub(super) fn new(
        algorithms: &[SignatureAlgorithm],
        form: DocumentForm,
        place: Place,
        fetch: impl Fetch,
    ) -> Result<Self, SetupError> {
        Ok(Self {
            algorithms: algorithms.into(),
            form,
            place,
            fetch: Arc::new(fetch),
            clock: time_source::clock()?,
            times: Times {
                refresh_after: Duration::from_secs(60 * 60),
                keep_stale: Duration::from_secs(24 * 60 * 60),
                minimum_interval: Duration::from_secs(10),
            },
            limit: DEFAULT_LIMIT,
            store: None,
            pinned: BTreeMap::new(),
            state: Mutex::default(),
        })
    }

    /// How long keys are used before they are fetched again; an hour unless it is set.
    pub fn refresh_after(mut self, age: Duration) -> Self {
        self.times.refresh_after = age;
        self
    }

    /// How much longer keys are used while fetching them fails; a day unless it is set.
    pub fn keep_stale(mut self, age: Duration) -> Self {
        self.times.keep_stale = age;
        self
    }

    /// The least time between two attempts to fetch a document; ten seconds unless it is set.
    pub fn minimum_interval(mut self, interval: Duration) -> Self {
        self.times.minimum_interval = interval;
        self
    }

    /// How many bytes a document may have; 128 KiB unless it is set.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Where the time comes from.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Where documents are kept over a restart.
    pub fn store(mut self, store: impl KeyStore) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// Gives the document of an id: its keys are never fetched and never forgotten. Other ids are
    /// looked for as before.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if a delivery may not name this id, or the document holds no key.
    pub fn pin(mut self, id: Option<&str>, document: &[u8]) -> Result<Self, SetupError> {
        let address = self.place.address(id).ok_or_else(|| {
            let id = id.unwrap_or_default();
            SetupError::new(format!("`{id}` is no id that a delivery may name"))
        })?;
        let keys = keys_of(self.form, &self.algorithms, document);
        let keys = keys.map_err(|why| SetupError::new(format!("the document to pin: {why}")))?;
        self.pinned.insert(address, Arc::new(keys));
        Ok(self)
    }

    /// Of the hosts on which deliveries may name the address of their key, only these: those of your
    /// regions, for example.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if deliveries name no addresses, or one of these is no host that they may name.
    pub fn hosts(mut self, hosts: &[&str]) -> Result<Self, SetupError> {
        self.place = self.place.narrowed(hosts)?;
        Ok(self)
    }

    /// Asks for the keys of an id before a delivery does, when a program starts.
    ///
    /// # Errors
    ///
    /// [`KeySourceError`] if they are not there.
    pub async fn preload(&self, id: Option<&str>) -> Result<(), KeySourceError> {
        self.find(id).await.map(drop)
    }

    async fn find(&self, id: Option<&str>) -> Result<Vec<PublicKey>, KeySourceError> {
        let address = self.place.address(id).ok_or(KeySourceError::UnknownId)?;
        // A document of one id's keys has all of them for that id.
        let id = id.filter(|_| self.place.is_one());
        if let Some(keys) = self.pinned.get(&address) {
            let found = matching(keys, id);
            if !found.is_empty() {
                return Ok(found);
            }
        }
        let now = self.clock.now();
        let flight = {
            let mut state = lock(&self.state);
            if let Known::Fresh(keys) = state.known(&address, self.times, now) {
                let found = matching(&keys, id);
                if !found.is_empty() {
                    return Ok(found);
                }
            }
            let begin = |known_since| self.begin(&address, known_since);
            state.flight(&address, self.place.is_one(), self.times, now, begin)
        };
        if let Some(flight) = flight {
            let landed = Arc::clone(&flight).landed().await;
            lock(&self.state).land(&address, &flight, &landed);
        }
        match lock(&self.state).known(&address, self.times, self.clock.now()) {
            Known::Fresh(keys) | Known::Stale(keys) => answer(&keys, id),
            Known::Nothing(why) => Err(KeySourceError::Unavailable(why)),
        }
    }

    /// Looks for a document that is newer than what is known: in the store, then where it stands.
    fn begin(&self, address: &str, known_since: Option<SystemTime>) -> Arc<Flight> {
        let address = address.to_owned();
        let (fetch, clock, store) =
            (Arc::clone(&self.fetch), Arc::clone(&self.clock), self.store.clone());
        let (algorithms, form, limit) = (Arc::clone(&self.algorithms), self.form, self.limit);
        let times = self.times;
        Flight::new(Box::pin(async move {
            let read = |document: &[u8]| {
                if document.len() > limit {
                    return Err("the document is too large".into());
                }
                keys_of(form, &algorithms, document).map(Arc::new).map_err(|error| shown(&error))
            };
            let mut kept = None;
            if let Some(store) = &store {
                let document = store.load(&address).await.ok().flatten();
                let document = document.filter(|document| known_since < Some(document.fetched_at));
                kept =
                    document.and_then(|kept| Some((kept.fetched_at, read(&kept.document).ok()?)));
            }
            let age = kept.as_ref().map(|(at, _)| elapsed(*at, clock.now()));
            match (kept, age) {
                (Some(kept), Some(age)) if age < times.refresh_after => return Ok(kept),
                (still, age) => {
                    let lasts = times.refresh_after.saturating_add(times.keep_stale);
                    kept = still.filter(|_| age.is_some_and(|age| age < lasts));
                }
            }
            let fetched = fetch.fetch(&address, limit).await.map_err(|error| shown(&error));
            let fetched = fetched.and_then(|document| Ok((read(&document)?, document)));
            match (fetched, kept) {
                (Ok((keys, document)), _) => {
                    let fetched_at = clock.now();
                    if let Some(store) = &store {
                        // What cannot be kept is fetched again after a restart.
                        let _ = store.save(&address, KeptDocument { fetched_at, document }).await;
                    }
                    Ok((fetched_at, keys))
                }
                (Err(_), Some(kept)) => Ok(kept),
                (Err(why), None) => Err(why),
            }
        }))
    }
}

fn shown(error: &impl fmt::Display) -> Arc<str> {
    error.to_string().into()
}

/// The keys for an id, else those without one: some sets give their keys none.
fn answer(keys: &Keys, id: Option<&str>) -> Result<Vec<PublicKey>, KeySourceError> {
    let mut found = matching(keys, id);
    if found.is_empty() {
        found = nameless(keys);
    }
    if found.is_empty() { Err(KeySourceError::UnknownId) } else { Ok(found) }
}

impl KeySource for CachedKeys {
    fn keys<'a>(&'a self, id: Option<&'a str>) -> KeyFuture<'a> {
        Box::pin(self.find(id))
    }
}

impl fmt::Debug for CachedKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CachedKeys")
            .field("algorithms", &self.algorithms)
            .field("form", &self.form)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}
