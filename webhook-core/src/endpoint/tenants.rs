//! The prepared keys of tenants: looked up once, kept, bounded.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
    time::{Duration, SystemTime},
};

use crate::{error::BoxError, keys::Tenants, verify::Setup};

/// How soon the secrets of one tenant are looked up again because none of them matched.
const AGAIN: Duration = Duration::from_secs(10);

/// How long it is remembered that there is no such tenant.
const UNKNOWN: Duration = Duration::from_secs(60);

/// What is known of a tenant.
#[derive(Clone)]
pub(super) enum Tenant {
    Known(Arc<Setup>),
    Unknown,
}

/// The tenants of an endpoint.
pub(super) struct Directory {
    tenants: Tenants,
    state: Mutex<State>,
}

struct State {
    known: Kept<Arc<Setup>>,
    unknown: Kept<()>,
    /// Whose secrets are being looked up.
    asked: HashSet<Arc<str>>,
    waiting: Vec<Waker>,
    generation: u64,
    /// Some tenant's keys: what an unknown one is compared with, in vain.
    decoy: Option<Arc<Setup>>,
}

impl Directory {
    pub(super) fn new(tenants: Tenants) -> Self {
        let (capacity, ..) = tenants.limits();
        let state = State {
            known: Kept::new(capacity),
            unknown: Kept::new(capacity),
            asked: HashSet::new(),
            waiting: Vec::new(),
            generation: 0,
            decoy: None,
        };
        Self { tenants, state: Mutex::new(state) }
    }

    pub(super) fn name(&self, parts: &http::request::Parts) -> Option<Arc<str>> {
        self.tenants.name(parts)
    }

    /// What an unknown tenant is verified under, so that it takes the same way.
    pub(super) fn decoy(&self) -> Option<Arc<Setup>> {
        self.lock().decoy.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The keys of a tenant: what is kept, or what is looked up now. With `unless`, what is looked up
    /// because these do not match; `None` if it is too soon for that.
    pub(super) async fn find(
        &self,
        name: &Arc<str>,
        base: &Setup,
        unless: Option<&Arc<Setup>>,
    ) -> Result<Option<Tenant>, BoxError> {
        let now = base.clock.now();
        let turn = poll_fn(|cx| {
            let mut state = self.lock();
            state.renew(self.tenants.generation());
            match state.kept(name, now, unless) {
                Some(tenant) => return Poll::Ready(Ok(tenant)),
                None if unless.is_some() && state.known.is_recent(name, now) => {
                    return Poll::Ready(Ok(None));
                }
                None => {}
            }
            let (.., look_ups) = self.tenants.limits();
            if state.asked.len() < look_ups && !state.asked.contains(name) {
                state.asked.insert(Arc::clone(name));
                return Poll::Ready(Err(Asking { directory: self, name }));
            }
            if !state.waiting.iter().any(|waker| waker.will_wake(cx.waker())) {
                state.waiting.push(cx.waker().clone());
            }
            Poll::Pending
        })
        .await;
        let asking = match turn {
            Ok(tenant) => return Ok(tenant),
            Err(asking) => asking,
        };
        let found = self.tenants.look_up(name).await?;
        let setup = match found {
            Some(secrets) => Some(Arc::new(base.with_secrets(&secrets)?)),
            None => None,
        };
        let (_, ttl, _) = self.tenants.limits();
        let mut state = self.lock();
        let tenant = match setup {
            Some(setup) => {
                state.unknown.remove(name);
                state.known.keep(name, Arc::clone(&setup), now, ttl);
                state.decoy = Some(Arc::clone(&setup));
                Tenant::Known(setup)
            }
            None => {
                state.known.remove(name);
                state.unknown.keep(name, (), now, UNKNOWN.min(ttl));
                Tenant::Unknown
            }
        };
        drop(state);
        drop(asking);
        Ok(Some(tenant))
    }
}

/// Whoever looks a tenant up. When it is done, or gave up, others go on.
struct Asking<'a> {
    directory: &'a Directory,
    name: &'a Arc<str>,
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        let mut state = self.directory.lock();
        state.asked.remove(self.name);
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl State {
    /// Nothing holds that was looked up before.
    fn renew(&mut self, generation: u64) {
        if self.generation != generation {
            self.generation = generation;
            self.known.clear();
            self.unknown.clear();
        }
    }

    /// What is kept, and is not what does not match: then `Some(Some(..))`.
    fn kept(
        &mut self,
        name: &Arc<str>,
        now: SystemTime,
        unless: Option<&Arc<Setup>>,
    ) -> Option<Option<Tenant>> {
        if self.unknown.get(name, now).is_some() {
            return Some(Some(Tenant::Unknown));
        }
        let setup = self.known.get(name, now)?;
        let is_it = unless.is_some_and(|unless| Arc::ptr_eq(unless, &setup));
        (!is_it).then_some(Some(Tenant::Known(setup)))
    }
}

/// What was looked up, by the name; what was asked for longest ago goes first.
struct Kept<T> {
    capacity: usize,
    serial: u64,
    entries: HashMap<Arc<str>, Entry<T>>,
    order: BTreeMap<u64, Arc<str>>,
}

struct Entry<T> {
    value: T,
    since: SystemTime,
    ttl: Duration,
    serial: u64,
}

impl<T: Clone> Kept<T> {
    fn new(capacity: usize) -> Self {
        Self { capacity, serial: 0, entries: HashMap::new(), order: BTreeMap::new() }
    }

    fn get(&mut self, name: &Arc<str>, now: SystemTime) -> Option<T> {
        let entry = self.entries.get_mut(name)?;
        // A clock that was set back does not make it last.
        let age = now.duration_since(entry.since).ok()?;
        if age >= entry.ttl {
            return None;
        }
        self.serial = self.serial.saturating_add(1);
        self.order.remove(&entry.serial);
        entry.serial = self.serial;
        self.order.insert(self.serial, Arc::clone(name));
        Some(entry.value.clone())
    }

    /// Whether it was looked up so lately that it is not looked up again.
    fn is_recent(&self, name: &Arc<str>, now: SystemTime) -> bool {
        let entry = self.entries.get(name);
        entry.is_some_and(|entry| now.duration_since(entry.since).is_ok_and(|age| age < AGAIN))
    }

    fn keep(&mut self, name: &Arc<str>, value: T, now: SystemTime, ttl: Duration) {
        self.remove(name);
        while self.entries.len() >= self.capacity {
            let Some((_, oldest)) = self.order.pop_first() else { break };
            self.entries.remove(&oldest);
        }
        self.serial = self.serial.saturating_add(1);
        let entry = Entry { value, since: now, ttl, serial: self.serial };
        self.entries.insert(Arc::clone(name), entry);
        self.order.insert(self.serial, Arc::clone(name));
    }

    fn remove(&mut self, name: &Arc<str>) {
        if let Some(entry) = self.entries.remove(name) {
            self.order.remove(&entry.serial);
        }
    }

    fn clear(&mut self) {
        self.entries.clear();
        self.order.clear();
    }
}
