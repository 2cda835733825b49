//! The states of [`MemoryStore`](super::MemoryStore), without its lock.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use super::{Acquired, Completion, FencingToken, IdempotencyKey};

/// A point in time, as its distance from the epoch.
///
/// Unlike `SystemTime` it has a greatest value, which lies after every time that a clock can show:
/// what is added to a far future saturates there and thus never ends.
pub(super) type Moment = Duration;

/// Every entry is running.
#[derive(Debug)]
pub(super) struct Full;

#[derive(Debug, Clone, Copy)]
struct Slot {
    state: State,
    /// Drawn anew at each change of state: the token of what is running, the age of what is done.
    serial: u64,
    /// When it was acquired, for what is running.
    since: Moment,
    /// When the lease, or the memory of what is done, runs out.
    end: Moment,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Running,
    Done,
}

/// All entries, with an order for each question that a full table asks, so that none of them scans.
///
/// Invariant: a `Running` slot is in `leases` and nowhere else, a `Done` slot in `by_age` and `by_end`.
#[derive(Debug)]
pub(super) struct Table {
    capacity: usize,
    last_serial: u64,
    slots: HashMap<IdempotencyKey, Slot>,
    leases: BTreeMap<(Moment, u64), IdempotencyKey>,
    by_age: BTreeMap<u64, IdempotencyKey>,
    by_end: BTreeSet<(Moment, u64)>,
}

impl Table {
    pub(super) fn new(capacity: usize) -> Self {
        // A table without room would refuse every delivery for ever.
        Self {
            capacity: capacity.max(1),
            last_serial: 0,
            slots: HashMap::new(),
            leases: BTreeMap::new(),
            by_age: BTreeMap::new(),
            by_end: BTreeSet::new(),
        }
    }

    pub(super) fn capacity(&self) -> usize {
        self.capacity
    }

    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    pub(super) fn acquire(
        &mut self,
        key: IdempotencyKey,
        lease: Duration,
        now: Moment,
    ) -> Result<Acquired, Full> {
        match self.slots.get(&key).copied() {
            Some(Slot { state: State::Done, end, .. }) if now < end => return Ok(Acquired::Done),
            Some(Slot { state: State::Running, end, since, .. }) if now < end => {
                return Ok(Acquired::InProgress { held_for: now.saturating_sub(since) });
            }
            Some(ended) => self.unlink(&ended),
            None if self.slots.len() >= self.capacity => self.make_room(now)?,
            None => {}
        }
        let slot = Slot {
            state: State::Running,
            serial: self.next_serial(),
            since: now,
            end: now.saturating_add(lease),
        };
        self.slots.insert(key, slot);
        self.leases.insert((slot.end, slot.serial), key);
        Ok(Acquired::New(FencingToken::new(slot.serial)))
    }

    pub(super) fn complete(
        &mut self,
        key: IdempotencyKey,
        token: FencingToken,
        retention: Duration,
        now: Moment,
    ) -> Completion {
        let serial = self.next_serial();
        let Some(slot) = self.slots.get_mut(&key).filter(|slot| slot.is_held_by(token)) else {
            return Completion::Lost;
        };
        self.leases.remove(&(slot.end, slot.serial));
        *slot = Slot { state: State::Done, serial, since: now, end: now.saturating_add(retention) };
        self.by_end.insert((slot.end, serial));
        self.by_age.insert(serial, key);
        Completion::Held
    }

    pub(super) fn release(&mut self, key: IdempotencyKey, token: FencingToken) -> Completion {
        match self.slots.entry(key) {
            Entry::Occupied(entry) if entry.get().is_held_by(token) => {
                let slot = entry.remove();
                self.unlink(&slot);
                Completion::Held
            }
            _ => Completion::Lost,
        }
    }

    pub(super) fn renew(
        &mut self,
        key: IdempotencyKey,
        token: FencingToken,
        lease: Duration,
        now: Moment,
    ) -> Completion {
        let Some(slot) = self.slots.get_mut(&key).filter(|slot| slot.is_held_by(token)) else {
            return Completion::Lost;
        };
        self.leases.remove(&(slot.end, slot.serial));
        slot.end = now.saturating_add(lease);
        self.leases.insert((slot.end, slot.serial), key);
        Completion::Held
    }

    /// Forgets what is done. What is in progress stays.
    pub(super) fn forget(&mut self, key: IdempotencyKey) -> bool {
        match self.slots.entry(key) {
            Entry::Occupied(entry) if entry.get().state == State::Done => {
                let slot = entry.remove();
                self.unlink(&slot);
                true
            }
            _ => false,
        }
    }

    /// Forgets what has run out, and says how much that was.
    pub(super) fn purge(&mut self, now: Moment) -> u64 {
        let mut purged = 0;
        while let Some((end, serial)) = self.by_end.first().copied() {
            let Some(key) = self.by_age.get(&serial).copied().filter(|_| end <= now) else { break };
            if let Some(slot) = self.slots.remove(&key) {
                self.unlink(&slot);
                purged += 1;
            }
        }
        purged
    }

    /// Forgets one entry: done and expired, else the one done longest ago, else one whose lease ran out.
    ///
    /// A lapsed lease goes last because its handler may still be running: while the entry stands, a late
    /// `done` counts.
    fn make_room(&mut self, now: Moment) -> Result<(), Full> {
        let expired = self.by_end.first().filter(|(end, _)| *end <= now).map(|(_, serial)| *serial);
        let done = match expired {
            Some(serial) => self.by_age.get(&serial).copied(),
            None => self.by_age.first_key_value().map(|(_, key)| *key),
        };
        let lapsed = || {
            let ((end, _), key) = self.leases.first_key_value()?;
            (*end <= now).then_some(*key)
        };
        let key = done.or_else(lapsed).ok_or(Full)?;
        if let Some(slot) = self.slots.remove(&key) {
            self.unlink(&slot);
        }
        Ok(())
    }

    /// Takes a slot out of the orders that it stands in.
    fn unlink(&mut self, slot: &Slot) {
        match slot.state {
            State::Running => {
                self.leases.remove(&(slot.end, slot.serial));
            }
            State::Done => {
                self.by_end.remove(&(slot.end, slot.serial));
                self.by_age.remove(&slot.serial);
            }
        }
    }

    fn next_serial(&mut self) -> u64 {
        // At a billion a second this wraps after 584 years.
        self.last_serial = self.last_serial.wrapping_add(1);
        self.last_serial
    }
}

impl Slot {
    fn is_held_by(&self, token: FencingToken) -> bool {
        self.state == State::Running && self.serial == token.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the orders hold is exactly what the slots say, whatever happened before.
    fn check(table: &Table) {
        let running = table.slots.values().filter(|slot| slot.state == State::Running).count();
        assert_eq!(table.leases.len(), running);
        assert_eq!(table.by_age.len(), table.slots.len() - running);
        assert_eq!(table.by_end.len(), table.by_age.len());
        assert!(table.slots.len() <= table.capacity);
        for (key, slot) in &table.slots {
            match slot.state {
                State::Running => {
                    assert_eq!(table.leases.get(&(slot.end, slot.serial)), Some(key));
                }
                State::Done => {
                    assert_eq!(table.by_age.get(&slot.serial), Some(key));
                    assert!(table.by_end.contains(&(slot.end, slot.serial)));
                }
            }
        }
    }

    #[test]
    fn the_orders_never_drift_from_the_slots() {
        let mut table = Table::new(16);
        let mut held = Vec::new();
        // A fixed linear congruential sequence: dense enough to meet every transition many times.
        let mut random: u64 = 7;
        for step in 0..20_000_u64 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let draw = random >> 33;
            let key = IdempotencyKey::new("p", "", &[(draw % 24) as u8]);
            let now = Duration::from_secs(step / 4);
            let length = Duration::from_secs(draw % 13);
            match (draw >> 8) % 7 {
                4 => drop(table.purge(now)),
                5 => drop(table.forget(key)),
                0 | 1 => {
                    if let Ok(Acquired::New(token)) = table.acquire(key, length, now) {
                        held.push((key, token));
                    }
                }
                _ if held.is_empty() => {}
                other => {
                    let (key, token) = held.swap_remove(draw as usize % held.len());
                    if other == 2 {
                        table.complete(key, token, length * 4, now);
                    } else if other == 6 {
                        table.renew(key, token, length * 2, now);
                    } else {
                        table.release(key, token);
                    }
                }
            }
            check(&table);
        }
    }
}
