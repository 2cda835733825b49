//! The prepared keys of tenants: looked up once, kept, bounded.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    future::{Future, poll_fn},
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::{Method, request};
use http_body::Body;

use super::{Inner, body, serving::Received};
use crate::{
    error::BoxError, handler::Handler, handshake, keys::Tenants, rejection::Rejection,
    verify::Setup,
};

impl<H, S> Inner<H, S>
where
    H: Handler<State = S>,
    S: Send + Sync + 'static,
{
    /// What a request is under the secrets of its tenant. One of an unknown tenant is verified as well,
    /// so that its sender learns nothing by how it is refused.
    pub(super) async fn receive_of<B>(
        &self,
        directory: &Directory,
        parts: &Arc<request::Parts>,
        body: B,
        account: &mut Option<Arc<str>>,
    ) -> Result<Received, Rejection>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let name = directory.name(parts);
        let tenant = match &name {
            Some(name) => self.find(directory, name, None).await?,
            None => None,
        };
        let is_known = matches!(tenant, Some(Tenant::Known(_)));
        let mut setup = match tenant {
            Some(Tenant::Known(setup)) => setup,
            _ => directory.decoy().unwrap_or_else(|| Arc::new(self.setup.clone())),
        };
        let is_post = parts.method == Method::POST;
        let body = if is_post {
            body::collect(body, setup.limit, &self.deadline).await?
        } else {
            Bytes::new()
        };
        // One that needs no key is answered for everybody: it would tell who is known.
        if is_known || !setup.scheme.proves() {
            if let Some(answer) = handshake::answer(&setup, parts, &body, false)? {
                return Ok(Received::Handshake(answer));
            }
        }
        if !is_post {
            let allowed = handshake::allowed(setup.scheme);
            return Err(Rejection::Method { allowed });
        }
        let mut verified = self.verify(&setup, parts, body.clone()).await;
        if let (Err(Rejection::Signature), true, Some(name)) = (&verified, is_known, &name) {
            // They may have been changed meanwhile.
            if let Some(Tenant::Known(newer)) = self.find(directory, name, Some(&setup)).await? {
                verified = self.verify(&newer, parts, body).await;
                setup = newer;
            }
        }
        if !is_known {
            return Err(match verified {
                Ok(_) | Err(Rejection::Signature) => Rejection::UnknownTenant,
                Err(other) => other,
            });
        }
        let delivery = verified?;
        *account = name;
        if let Some(answer) = handshake::answer(&setup, parts, delivery.body(), true)? {
            return Ok(Received::Handshake(answer));
        }
        Ok(Received::Delivery(delivery.with_head(Arc::clone(parts))))
    }

    /// Finds a tenant, within the time that a body has.
    async fn find(
        &self,
        directory: &Directory,
        name: &Arc<str>,
        unless: Option<&Arc<Setup>>,
    ) -> Result<Option<Tenant>, Rejection> {
        let mut found = pin!(directory.find(name, &self.setup, unless));
        let mut end = None;
        poll_fn(|cx| {
            if let Poll::Ready(found) = found.as_mut().poll(cx) {
                return Poll::Ready(found.map_err(Rejection::Tenants));
            }
            let deadline = &self.deadline;
            let end = end.get_or_insert_with(|| deadline.timer.sleep(deadline.timeout));
            end.as_mut().poll(cx).map(|()| Err(Rejection::Tenants("it takes too long".into())))
        })
        .await
    }
}

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
    queue: Queue,
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
            queue: Queue::default(),
            generation: 0,
            decoy: None,
        };
        Self { tenants, state: Mutex::new(state) }
    }

    pub(super) fn name(&self, parts: &request::Parts) -> Option<Arc<str>> {
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
        let (.., look_ups) = self.tenants.limits();
        let mut waiting = Waiting { directory: self, name, ticket: None };
        let turn = poll_fn(|cx| {
            let mut state = self.lock();
            state.renew(self.tenants.generation());
            match state.kept(name, now, unless) {
                Some(tenant) => return Poll::Ready(Ok(Some(tenant))),
                None if unless.is_some() && state.known.is_recent(name, now) => {
                    return Poll::Ready(Ok(None));
                }
                None => {}
            }
            if state.asked.len() < look_ups && !state.asked.contains(name) {
                state.asked.insert(Arc::clone(name));
                return Poll::Ready(Err(Asking { directory: self, name }));
            }
            let ticket = *waiting.ticket.get_or_insert_with(|| state.queue.ticket());
            let is_asked = state.asked.contains(name);
            state.queue.wait(name, ticket, cx.waker(), is_asked);
            // Who waits for somebody else takes no turn.
            let next = if is_asked { state.next(look_ups) } else { None };
            drop(state);
            next.into_iter().for_each(Waker::wake);
            Poll::Pending
        })
        .await;
        drop(waiting);
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
        let tenant = if let Some(setup) = setup {
            state.unknown.remove(name);
            state.known.keep(name, Arc::clone(&setup), now, ttl);
            state.decoy = Some(Arc::clone(&setup));
            Tenant::Known(setup)
        } else {
            state.known.remove(name);
            state.unknown.keep(name, (), now, UNKNOWN.min(ttl));
            Tenant::Unknown
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
        let (.., look_ups) = self.directory.tenants.limits();
        let mut state = self.directory.lock();
        state.asked.remove(self.name);
        let same = state.queue.of(self.name);
        let next = state.next(look_ups);
        drop(state);
        same.into_iter().chain(next).for_each(Waker::wake);
    }
}

/// Whoever waits for a turn, or for somebody else who asks for the same tenant.
struct Waiting<'a> {
    directory: &'a Directory,
    name: &'a Arc<str>,
    ticket: Option<u64>,
}

/// A turn that is not taken is the next one's.
impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let Some(ticket) = self.ticket else { return };
        let (.., look_ups) = self.directory.tenants.limits();
        let mut state = self.directory.lock();
        state.queue.leave(self.name, ticket);
        let next = state.next(look_ups);
        drop(state);
        next.into_iter().for_each(Waker::wake);
    }
}

/// Who waits. When a look-up ends, those who wait for the same tenant are called, and one other: to call all
/// would cost each look-up as much as there are that wait.
#[derive(Default)]
struct Queue {
    tickets: u64,
    by_turn: BTreeMap<u64, Waker>,
    by_name: HashMap<Arc<str>, BTreeMap<u64, Waker>>,
}

impl Queue {
    fn ticket(&mut self) -> u64 {
        self.tickets = self.tickets.wrapping_add(1);
        self.tickets
    }

    fn wait(&mut self, name: &Arc<str>, ticket: u64, waker: &Waker, is_asked: bool) {
        if is_asked {
            self.by_turn.remove(&ticket);
        } else {
            self.by_turn.insert(ticket, waker.clone());
        }
        self.by_name.entry(Arc::clone(name)).or_default().insert(ticket, waker.clone());
    }

    fn leave(&mut self, name: &Arc<str>, ticket: u64) {
        self.by_turn.remove(&ticket);
        if let Some(same) = self.by_name.get_mut(name) {
            same.remove(&ticket);
            if same.is_empty() {
                self.by_name.remove(name);
            }
        }
    }

    /// Everybody who waits for this tenant.
    fn of(&mut self, name: &Arc<str>) -> Vec<Waker> {
        let same = self.by_name.remove(name).unwrap_or_default();
        same.into_iter()
            .map(|(ticket, waker)| {
                self.by_turn.remove(&ticket);
                waker
            })
            .collect()
    }
}

impl State {
    /// Who has waited longest, if there is a turn.
    fn next(&mut self, look_ups: usize) -> Option<Waker> {
        if self.asked.len() >= look_ups {
            return None;
        }
        self.queue.by_turn.pop_first().map(|(_, waker)| waker)
    }

    /// Nothing holds that was looked up before.
    fn renew(&mut self, generation: u64) {
        if self.generation != generation {
            self.generation = generation;
            self.known.clear();
            self.unknown.clear();
        }
    }

    /// What is kept, and is not what does not match.
    fn kept(
        &mut self,
        name: &Arc<str>,
        now: SystemTime,
        unless: Option<&Arc<Setup>>,
    ) -> Option<Tenant> {
        if self.unknown.get(name, now).is_some() {
            return Some(Tenant::Unknown);
        }
        let setup = self.known.get(name, now)?;
        let is_it = unless.is_some_and(|unless| Arc::ptr_eq(unless, &setup));
        (!is_it).then_some(Tenant::Known(setup))
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
