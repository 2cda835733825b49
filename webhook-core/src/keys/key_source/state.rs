//! What is known of each document, and when it may be fetched.

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, SystemTime},
};

use super::{
    document::Keys,
    flight::{Flight, Landed},
};

/// How many documents that have no key yet are fetched at once.
pub const MOST_AT_ONCE: usize = 8;

/// How many documents are kept.
pub(super) const MAX_DOCUMENTS: usize = 64;

/// The times that decide.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    pub(super) refresh_after: Duration,
    pub(super) keep_stale: Duration,
    pub(super) minimum_interval: Duration,
}

#[derive(Default)]
pub(super) struct State {
    documents: BTreeMap<String, Document>,
}

#[derive(Default)]
struct Document {
    fetched: Option<(SystemTime, Arc<Keys>)>,
    attempted: Option<SystemTime>,
    used: Option<SystemTime>,
    failure: Option<Arc<str>>,
    flight: Option<Arc<Flight>>,
}

/// What is known of a document's keys.
pub(super) enum Known {
    Fresh(Arc<Keys>),
    Stale(Arc<Keys>),
    Nothing(Arc<str>),
}

impl State {
    pub(super) fn known(&mut self, address: &str, times: Times, now: SystemTime) -> Known {
        let Some(document) = self.documents.get_mut(address) else {
            return Known::Nothing("too many other keys were asked for".into());
        };
        document.used = Some(now);
        match &document.fetched {
            Some((at, keys)) if elapsed(*at, now) < times.refresh_after => {
                Known::Fresh(Arc::clone(keys))
            }
            Some((at, keys))
                if elapsed(*at, now) < times.refresh_after.saturating_add(times.keep_stale) =>
            {
                Known::Stale(Arc::clone(keys))
            }
            _ => {
                Known::Nothing(document.failure.clone().unwrap_or_else(|| "not fetched yet".into()))
            }
        }
    }

    /// The fetch that is under way for a document, or a new one if one may begin now.
    pub(super) fn flight(
        &mut self,
        address: &str,
        is_only: bool,
        times: Times,
        now: SystemTime,
        begin: impl FnOnce(Option<SystemTime>) -> Arc<Flight>,
    ) -> Option<Arc<Flight>> {
        self.give_up_abandoned(times, now);
        let known = self.documents.get(address);
        if let Some(flight) = known.and_then(|document| document.flight.clone()) {
            return Some(flight);
        }
        let attempted = known.and_then(|document| document.attempted);
        if attempted.is_some_and(|at| elapsed(at, now) < times.minimum_interval) {
            return None;
        }
        let fetched = known.and_then(|document| document.fetched.as_ref()).map(|(at, _)| *at);
        if !is_only && fetched.is_none() && self.under_way() >= MOST_AT_ONCE {
            return None;
        }
        if known_is_absent(&self.documents, address) && !self.make_room() {
            return None;
        }
        let document = self.documents.entry(address.to_owned()).or_default();
        let flight = begin(fetched);
        document.attempted = Some(now);
        document.flight = Some(Arc::clone(&flight));
        Some(flight)
    }

    /// Keeps what a fetch came to; the first of those who waited for it does.
    pub(super) fn land(&mut self, address: &str, flight: &Arc<Flight>, landed: &Landed) {
        let Some(document) = self.documents.get_mut(address) else { return };
        if !document.flight.as_ref().is_some_and(|current| Arc::ptr_eq(current, flight)) {
            return;
        }
        document.flight = None;
        match landed {
            Ok((at, keys)) => {
                document.fetched = Some((*at, Arc::clone(keys)));
                document.failure = None;
            }
            Err(failure) => document.failure = Some(Arc::clone(failure)),
        }
    }

    /// How many documents without a key are being fetched for somebody who waits.
    fn under_way(&self) -> usize {
        let is_under_way = |document: &&Document| {
            document.fetched.is_none() && document.flight.as_ref().is_some_and(Flight::is_driven)
        };
        self.documents.values().filter(is_under_way).count()
    }

    /// Drops fetches that nobody has waited for since they could have been begun anew: what they
    /// wait for has gone.
    fn give_up_abandoned(&mut self, times: Times, now: SystemTime) {
        for document in self.documents.values_mut() {
            let is_old = |at| elapsed(at, now) >= times.minimum_interval;
            if document.flight.as_ref().is_some_and(|flight| !flight.is_driven())
                && document.attempted.is_none_or(is_old)
            {
                document.flight = None;
            }
        }
    }

    /// Forgets a document if there are as many as can be kept: one without a key, else the one that
    /// was not used for longest. None that somebody waits for.
    fn make_room(&mut self) -> bool {
        if self.documents.len() < MAX_DOCUMENTS {
            return true;
        }
        let least = self
            .documents
            .iter()
            .filter(|(_, document)| !document.flight.as_ref().is_some_and(Flight::is_driven))
            .min_by_key(|(_, document)| (document.fetched.is_some(), document.used))
            .map(|(address, _)| address.clone());
        least.is_some_and(|address| self.documents.remove(&address).is_some())
    }
}

fn known_is_absent(documents: &BTreeMap<String, Document>, address: &str) -> bool {
    !documents.contains_key(address)
}

/// How long ago something was. A clock that was set back says nothing of that; long ago, then, which
/// costs one fetch and sets the time anew.
pub(super) fn elapsed(then: SystemTime, now: SystemTime) -> Duration {
    now.duration_since(then).unwrap_or(Duration::MAX)
}
