//! Random sequences of operations: the store against a model that scans a list.

#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use webhook_core::idempotency::{Acquired, Completion, FencingToken, IdempotencyKey, MemoryStore};

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Running(FencingToken),
    /// How many had been done when it was.
    Done(u64),
}

#[derive(Debug, Clone, Copy)]
struct Row {
    key: u8,
    state: State,
    /// `None` where it lies beyond what the clock can show.
    end: Option<SystemTime>,
}

impl Row {
    fn has_ended(&self, now: SystemTime) -> bool {
        self.end.is_some_and(|end| end <= now)
    }

    fn is_done(&self) -> bool {
        matches!(self.state, State::Done(_))
    }
}

#[derive(Debug, PartialEq)]
enum Answer {
    New,
    InProgress,
    Done,
    Full,
}

/// The documented behaviour, as literally as possible.
#[derive(Debug)]
struct Model {
    capacity: usize,
    rows: Vec<Row>,
    done: u64,
}

impl Model {
    fn acquire(&mut self, key: u8, now: SystemTime) -> Answer {
        if let Some(place) = self.rows.iter().position(|row| row.key == key) {
            if !self.rows[place].has_ended(now) {
                return if self.rows[place].is_done() { Answer::Done } else { Answer::InProgress };
            }
            self.rows.remove(place);
        } else if self.rows.len() == self.capacity {
            let Some(key) = self.least(now) else { return Answer::Full };
            self.rows.retain(|row| row.key != key);
        }
        Answer::New
    }

    /// What is forgotten for another one.
    fn least(&self, now: SystemTime) -> Option<u8> {
        let age = |row: &&Row| match row.state {
            State::Done(count) => count,
            State::Running(owner) => owner.get(),
        };
        let end = |row: &&Row| (row.end, age(row));
        let done = || self.rows.iter().filter(|row| row.is_done());
        let running = || self.rows.iter().filter(|row| !row.is_done());
        done()
            .filter(|row| row.has_ended(now))
            .min_by_key(end)
            .or_else(|| done().min_by_key(age))
            .or_else(|| running().filter(|row| row.has_ended(now)).min_by_key(end))
            .map(|row| row.key)
    }

    fn held(&self, key: u8, owner: FencingToken) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key && row.state == State::Running(owner))
    }
}

#[derive(Debug, Clone)]
enum Step {
    Lease { key: u8, lease: Duration },
    Done { which: prop::sample::Index, keep: Duration },
    Release { which: prop::sample::Index },
    Set { now: SystemTime },
    Advance { by: u64 },
}

fn lengths() -> impl Strategy<Value = Duration> {
    prop_oneof![
        8 => (0_u64..20).prop_map(Duration::from_secs),
        1 => Just(Duration::MAX),
        1 => Just(Duration::from_secs(u64::MAX / 2)),
    ]
}

/// Forwards, back, and far ahead.
fn times() -> impl Strategy<Value = SystemTime> {
    prop_oneof![
        6 => (0_u64..60).prop_map(|seconds| UNIX_EPOCH + Duration::from_secs(seconds)),
        1 => Just(UNIX_EPOCH + Duration::from_secs(1 << 40)),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0_u8..8, lengths()).prop_map(|(key, lease)| Step::Lease { key, lease }),
        4 => (any::<prop::sample::Index>(), lengths())
            .prop_map(|(which, keep)| Step::Done { which, keep }),
        2 => any::<prop::sample::Index>().prop_map(|which| Step::Release { which }),
        1 => times().prop_map(|now| Step::Set { now }),
        4 => (0_u64..6).prop_map(|by| Step::Advance { by }),
    ]
}

fn name(key: u8) -> IdempotencyKey {
    IdempotencyKey::new("model", "", &[key])
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_store_does_what_the_model_does(
        capacity in 1_usize..7,
        steps in prop::collection::vec(steps(), 1..120),
    ) {
        let store = MemoryStore::with_capacity(capacity);
        let mut model = Model { capacity, rows: Vec::new(), done: 0 };
        let mut now = UNIX_EPOCH + Duration::from_secs(30);
        // Every owner ever granted, so that settled, lapsed and replaced ones are tried again.
        let mut owners: Vec<(u8, FencingToken)> = Vec::new();
        for step in steps {
            match step {
                Step::Set { now: to } => now = to,
                Step::Advance { by } => now += Duration::from_secs(by),
                Step::Lease { key, lease } => {
                    let expected = model.acquire(key, now);
                    let answer = match store.try_acquire(name(key), lease, now) {
                        Ok(Acquired::New(owner)) => {
                            prop_assert!(!owners.iter().any(|(_, other)| *other == owner));
                            owners.push((key, owner));
                            let state = State::Running(owner);
                            model.rows.push(Row { key, state, end: now.checked_add(lease) });
                            Answer::New
                        }
                        Ok(Acquired::InProgress { .. }) => Answer::InProgress,
                        Ok(_) => Answer::Done,
                        Err(_) => Answer::Full,
                    };
                    prop_assert_eq!(answer, expected);
                }
                Step::Done { which, keep } if !owners.is_empty() => {
                    let (key, owner) = *which.get(&owners);
                    let settled = store.mark_done(name(key), owner, keep, now);
                    let held = model.held(key, owner);
                    prop_assert_eq!(settled == Completion::Held, held.is_some());
                    if let Some(place) = held {
                        model.done += 1;
                        let state = State::Done(model.done);
                        model.rows[place] = Row { key, state, end: now.checked_add(keep) };
                    }
                }
                Step::Release { which } if !owners.is_empty() => {
                    let (key, owner) = *which.get(&owners);
                    let settled = store.give_back(name(key), owner);
                    let held = model.held(key, owner);
                    prop_assert_eq!(settled == Completion::Held, held.is_some());
                    if let Some(place) = held {
                        model.rows.remove(place);
                    }
                }
                Step::Done { .. } | Step::Release { .. } => {}
            }
            prop_assert_eq!(store.len(), model.rows.len());
        }
    }
}
