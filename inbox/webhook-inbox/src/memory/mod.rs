//! The store in this process's memory: for tests, and for what may be lost.

use std::{
    fmt,
    future::ready,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;
use webhook_core::{Clock, SystemClock};

use crate::{
    Accepted, BoxFuture, Change, Completion, Filter, Key, Lease, Moment, NewDelivery, Pruned,
    Retention, Settled, Standing, Stats, StoreError, TaskRow, TaskStore, Turn, Turned,
};

#[cfg(test)]
mod explored;
mod table;

use table::Table;

/// A store in this process's memory. What it holds is gone when the process is: it is for tests.
///
/// It answers each question by going through all tasks, so it is for thousands of them, not for
/// millions. Clones are one store.
#[derive(Clone)]
pub struct Memory {
    shared: Arc<Shared>,
}

struct Shared {
    table: Mutex<Table>,
    clock: Arc<dyn Clock>,
    wake: Notify,
}

impl Memory {
    /// An empty store under the system's clock.
    pub fn new() -> Self {
        Self::with_clock(SystemClock)
    }

    /// An empty store under a clock of one's own.
    pub fn with_clock(clock: impl Clock) -> Self {
        let shared =
            Shared { table: Mutex::default(), clock: Arc::new(clock), wake: Notify::new() };
        Self { shared: Arc::new(shared) }
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // A panic within leaves no step half done that a later one would not see as it is.
        self.shared.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Moment {
        self.shared.clock.now().into()
    }

    /// Does one step, and wakes a worker if it may have made something ready.
    fn step<T>(&self, wakes: bool, step: impl FnOnce(&mut Table, Moment) -> T) -> Answer<'_, T>
    where
        T: Send + 'static,
    {
        let answer = step(&mut self.table(), self.now());
        if wakes {
            self.shared.wake.notify_one();
        }
        Box::pin(ready(Ok(answer)))
    }
}

type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory")
            .field("tasks", &self.table().rows().count())
            .finish_non_exhaustive()
    }
}

/// What is to happen together with a task's completion, or not at all.
pub struct MemoryTx {
    lease: Lease,
    effects: Vec<Box<dyn FnOnce() + Send>>,
}

impl MemoryTx {
    /// Has this happen when the task is completed. It must be quick and must not panic: nothing else of
    /// the store happens meanwhile.
    pub fn on_commit(&mut self, effect: impl FnOnce() + Send + 'static) {
        self.effects.push(Box::new(effect));
    }
}

impl fmt::Debug for MemoryTx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let effects = self.effects.len();
        f.debug_struct("MemoryTx").field("lease", &self.lease).field("effects", &effects).finish()
    }
}

impl TaskStore for Memory {
    type Tx = MemoryTx;

    fn accept(&self, batch: Vec<NewDelivery>) -> Answer<'_, Vec<Accepted>> {
        self.step(true, |table, now| table.accept(batch, now))
    }

    fn turn(&self, turn: Turn) -> Answer<'_, Turned> {
        self.step(false, |table, now| table.turn(&turn, now))
    }

    fn lend(&self, lease: Lease) -> MemoryTx {
        MemoryTx { lease, effects: Vec::new() }
    }

    fn settle(&self, tx: MemoryTx, completion: Completion) -> Answer<'_, Settled> {
        self.step(true, |table, now| {
            let settled = table.complete(&completion, now);
            if settled == Settled::Held {
                tx.effects.into_iter().for_each(|effect| effect());
            }
            settled
        })
    }

    fn roll_back(&self, tx: MemoryTx) -> BoxFuture<'_, ()> {
        drop(tx);
        Box::pin(ready(()))
    }

    fn look(&self, lease: Lease) -> Answer<'_, Standing> {
        self.step(false, |table, _| table.look(lease))
    }

    fn change(&self, change: Change, filter: Filter, limit: u32) -> Answer<'_, u64> {
        self.step(true, |table, now| table.change(&change, &filter, limit, now))
    }

    fn count(&self, filter: Filter) -> Answer<'_, u64> {
        self.step(false, |table, _| table.rows().filter(|row| filter.matches(row)).count() as u64)
    }

    fn list(&self, filter: Filter, limit: u32) -> Answer<'_, Vec<TaskRow>> {
        self.step(false, |table, _| {
            table.rows().filter(|row| filter.matches(row)).take(limit as usize).collect()
        })
    }

    fn pause(&self, handler: String, paused: bool) -> Answer<'_, ()> {
        self.step(true, |table, _| table.pause(handler, paused))
    }

    fn forget(&self, key: Key) -> Answer<'_, bool> {
        self.step(false, |table, _| table.forget(key))
    }

    fn prune(&self, retention: Retention, limit: u32) -> Answer<'_, Pruned> {
        self.step(false, |table, now| table.prune(retention, limit, now))
    }

    fn stats(&self) -> Answer<'_, Stats> {
        self.step(false, |table, now| table.stats(now))
    }

    fn wake(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.shared.wake.notified())
    }
}
