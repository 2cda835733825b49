//! What an inbox keeps.

use std::{fmt, time::Duration};

use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use crate::{Moment, State};

/// What tells one delivery from all others: a digest of scope, provider and identity.
///
/// Two deliveries with one key are the same delivery, and the second is not run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key with these bytes: those of the endpoint's own digest.
    pub const fn new(digest: [u8; 32]) -> Self {
        Self(digest)
    }

    /// The digest of parts, each preceded by its length.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self(digest.finalize().into())
    }

    /// Its bytes, for a store to keep.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its bytes as text.
    pub fn to_hex(&self) -> String {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
        self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.to_hex())
    }
}

/// The number of a delivery in its store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryId(pub i64);

/// The number of a task in its store. Of two tasks of one order key, the one that was accepted first has
/// the smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub i64);

/// A claim of a task: which one, and by the how-manieth lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lease {
    /// The task.
    pub task: TaskId,
    /// The number of the claim, which only grows. A change that names an older one changes nothing.
    pub number: i64,
}

/// A delivery that was authenticated and is to be accepted, with its tasks.
///
/// Its texts are cut and rid of zero characters: what a sender calls its event can make no store refuse a whole batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDelivery {
    pub(crate) key: Key,
    pub(crate) keep: Duration,
    pub(crate) endpoint: String,
    pub(crate) scope: String,
    pub(crate) event: Option<String>,
    pub(crate) sender_id: Option<String>,
    pub(crate) signed_at: Option<Moment>,
    pub(crate) head: Bytes,
    pub(crate) body: Bytes,
    pub(crate) tasks: Vec<NewTask>,
}

impl NewDelivery {
    /// A delivery of an endpoint, remembered for `keep` so that a repetition is known for one.
    pub fn new(key: Key, endpoint: &str, keep: Duration, body: Bytes) -> Self {
        Self {
            key,
            keep,
            endpoint: clean(endpoint, LONGEST_NAME),
            scope: String::new(),
            event: None,
            sender_id: None,
            signed_at: None,
            head: Bytes::new(),
            body,
            tasks: Vec::new(),
        }
    }

    /// Whose account it belongs to, for filters. It has to be part of the key as well.
    pub fn scope(mut self, scope: &str) -> Self {
        self.scope = clean(scope, LONGEST_NAME);
        self
    }

    /// The event's name, for filters.
    pub fn event(mut self, event: Option<&str>) -> Self {
        self.event = event.map(|event| clean(event, LONGEST_NAME));
        self
    }

    /// What the sender calls the delivery, for people who look for it.
    pub fn sender_id(mut self, id: Option<&str>) -> Self {
        self.sender_id = id.map(|id| clean(id, LONGEST_NAME));
        self
    }

    /// When the sender signed it.
    pub fn signed_at(mut self, at: Option<Moment>) -> Self {
        self.signed_at = at;
        self
    }

    /// What else the worker needs to make the delivery of it again.
    pub fn head(mut self, head: Bytes) -> Self {
        self.head = head;
        self
    }

    /// One task more. Without any the delivery is recorded all the same.
    pub fn task(mut self, task: NewTask) -> Self {
        self.tasks.push(task);
        self
    }

    /// Its key.
    pub fn key(&self) -> Key {
        self.key
    }

    /// How many bytes it holds, about.
    pub(crate) fn size(&self) -> usize {
        // What a row costs beside its bytes, so that the empty ones count too.
        const ROW: usize = 256;
        self.body.len().saturating_add(self.head.len()).saturating_add(ROW)
    }

    /// All of it, for stores.
    pub fn parts(&self) -> NewParts<'_> {
        NewParts {
            key: &self.key,
            keep: self.keep,
            endpoint: &self.endpoint,
            scope: &self.scope,
            event: self.event.as_deref(),
            sender_id: self.sender_id.as_deref(),
            signed_at: self.signed_at,
            head: &self.head,
            body: &self.body,
            tasks: &self.tasks,
        }
    }
}

/// What a [`NewDelivery`] consists of.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct NewParts<'a> {
    /// What tells it from others.
    pub key: &'a Key,
    /// How long its key is remembered.
    pub keep: Duration,
    /// The endpoint that took it.
    pub endpoint: &'a str,
    /// Whose account it belongs to; empty if there is one.
    pub scope: &'a str,
    /// The event's name.
    pub event: Option<&'a str>,
    /// What the sender calls it.
    pub sender_id: Option<&'a str>,
    /// When it was signed.
    pub signed_at: Option<Moment>,
    /// What else the worker needs.
    pub head: &'a Bytes,
    /// The authenticated bytes.
    pub body: &'a Bytes,
    /// What is to be done.
    pub tasks: &'a [NewTask],
}

/// One handler's work on a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// The handler's name.
    pub(crate) handler: String,
    pub(crate) order_key: Option<String>,
    pub(crate) delay: Duration,
}

impl NewTask {
    /// A task for the handler of this name, to be run at once.
    pub fn new(handler: &str) -> Self {
        Self { handler: clean(handler, LONGEST_NAME), order_key: None, delay: Duration::ZERO }
    }

    /// Runs it one at a time and in order with others of this handler and this key.
    pub fn order_key(mut self, key: Option<&str>) -> Self {
        self.order_key = key.map(order_key);
        self
    }

    /// Runs it so much later.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The handler's name.
    pub fn handler(&self) -> &str {
        &self.handler
    }

    /// The lane that it is in.
    pub fn lane(&self) -> Option<&str> {
        self.order_key.as_deref()
    }

    /// How much later it is to run.
    pub fn run_in(&self) -> Duration {
        self.delay
    }
}

/// A task that was claimed, with what its handler needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The claim.
    pub lease: Lease,
    /// The handler that it is for.
    pub handler: String,
    /// Which attempt this is, from 1.
    pub attempt: u32,
    /// The lane that it is in.
    pub order_key: Option<String>,
    /// The delivery's number.
    pub delivery: DeliveryId,
    /// The delivery's key.
    pub key: Key,
    /// The endpoint that took it.
    pub endpoint: String,
    /// Whose account it belongs to.
    pub scope: String,
    /// When it was accepted.
    pub received_at: Moment,
    /// When it was signed.
    pub signed_at: Option<Moment>,
    /// What else the worker needs.
    pub head: Bytes,
    /// The authenticated bytes.
    pub body: Bytes,
}

/// A task as tools show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// Its number.
    pub id: TaskId,
    /// Its delivery.
    pub delivery: DeliveryId,
    /// The handler that it is for.
    pub handler: String,
    /// Where it stands.
    pub state: State,
    /// How often it was begun.
    pub attempt: u32,
    /// How often it was claimed.
    pub lease_no: i64,
    /// From when on it may be claimed.
    pub run_at: Moment,
    /// Until when it is leased, while it is running.
    pub lease_until: Option<Moment>,
    /// The lane that it is in.
    pub order_key: Option<String>,
    /// Why it failed last, or why it is parked, dead or skipped.
    pub last_error: Option<String>,
    /// When it was finished.
    pub finished_at: Option<Moment>,
    /// The endpoint that took its delivery.
    pub endpoint: String,
    /// Whose account the delivery belongs to.
    pub scope: String,
    /// The event's name.
    pub event: Option<String>,
    /// What the sender calls the delivery.
    pub sender_id: Option<String>,
    /// When the delivery was accepted.
    pub received_at: Moment,
}

/// The longest name that is kept, in bytes.
pub(crate) const LONGEST_NAME: usize = 255;
/// The longest error that is kept, in bytes.
pub(crate) const LONGEST_ERROR: usize = 4_000;

/// A foreign text as every store takes it: without the character that databases refuse, and no longer
/// than `longest` bytes.
pub(crate) fn clean(text: &str, longest: usize) -> String {
    // `str::floor_char_boundary` needs a newer Rust.
    let end = (0..=longest.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let end = end.unwrap_or_default();
    text.get(..end).unwrap_or_default().replace('\0', "\u{fffd}")
}

/// An order key as it is kept. Cut, two keys could become one; so a long one is digested.
fn order_key(key: &str) -> String {
    if key.len() <= LONGEST_NAME && !key.contains('\0') {
        return key.to_owned();
    }
    format!("sha256:{}", Key::of(&[key.as_bytes()]).to_hex())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_characters_and_hold_no_zero() {
        assert_eq!(clean("a\0b", 10), "a\u{fffd}b");
        assert_eq!(clean("äää", 3), "ä");
        assert_eq!(clean("äää", 6), "äää");
        assert_eq!(clean("", 0), "");
    }

    #[test]
    fn order_keys_are_never_cut() {
        let long = "k".repeat(300);
        let longer = "k".repeat(301);
        let lane = |key: &str| NewTask::new("h").order_key(Some(key)).lane().map(str::to_owned);
        assert_ne!(lane(&long), lane(&longer));
        assert_ne!(lane("a\0"), lane("a"));
        assert_eq!(lane("cus_1").as_deref(), Some("cus_1"));
        assert_eq!(lane(&long).map(|lane| lane.len()), Some("sha256:".len() + 64));
    }

    #[test]
    fn where_a_part_ends_is_part_of_the_key() {
        assert_ne!(Key::of(&[b"ab", b"c"]), Key::of(&[b"a", b"bc"]));
        assert_ne!(Key::of(&[b"a"]), Key::of(&[b"a", b""]));
    }
}
