//! What a handler gets to do its work with.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};

use crate::{Task, TaskStore};

/// A task to be run, and the transaction that its handler may use.
pub struct Job<S: TaskStore> {
    task: Arc<Task>,
    lent: Lent<S>,
}

impl<S: TaskStore> Job<S> {
    pub(super) fn new(task: Arc<Task>, lent: Lent<S>) -> Self {
        Self { task, lent }
    }

    /// The task.
    pub fn task(&self) -> &Task {
        &self.task
    }

    /// The transaction that is committed together with the task's completion; `None` if it was taken
    /// before.
    ///
    /// It has to be given back, by dropping it, before the handler ends.
    pub fn tx(&self) -> Option<Tx<S>> {
        self.lent.lend(&self.task)
    }
}

impl<S: TaskStore> fmt::Debug for Job<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("task", &self.task.lease).finish_non_exhaustive()
    }
}

/// The delivery's transaction: what is done through it is committed together with the task's completion, or
/// not at all.
///
/// It is committed if the handler succeeds and still has its lease, and rolled back otherwise. Nothing is
/// begun before it is used.
pub struct Tx<S: TaskStore>(OwnedMutexGuard<S::Tx>);

impl<S: TaskStore> Deref for Tx<S> {
    type Target = S::Tx;

    fn deref(&self) -> &S::Tx {
        &self.0
    }
}

impl<S: TaskStore> DerefMut for Tx<S> {
    fn deref_mut(&mut self) -> &mut S::Tx {
        &mut self.0
    }
}

impl<S: TaskStore> fmt::Debug for Tx<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tx").finish_non_exhaustive()
    }
}

/// The place that a transaction is lent from and comes back to.
pub(super) struct Lent<S: TaskStore> {
    store: Arc<S>,
    slot: Slot<S>,
}

type Slot<S> = Arc<Mutex<Option<Arc<AsyncMutex<<S as TaskStore>::Tx>>>>>;

/// What is in the slot when the handler has ended.
pub(super) enum Returned<T> {
    /// No transaction was asked for.
    Nothing,
    /// It is back.
    Tx(T),
    /// The handler gave it to somebody who still has it.
    Kept,
}

impl<S: TaskStore> Lent<S> {
    pub(super) fn new(store: Arc<S>) -> Self {
        Self { store, slot: Arc::default() }
    }

    pub(super) fn share(&self) -> Self {
        Self { store: Arc::clone(&self.store), slot: Arc::clone(&self.slot) }
    }

    fn lend(&self, task: &Task) -> Option<Tx<S>> {
        let mut slot = self.slot.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.is_some() {
            return None;
        }
        let tx = Arc::new(AsyncMutex::new(self.store.lend(task.lease)));
        let lent = Arc::clone(&tx).try_lock_owned().ok()?;
        *slot = Some(tx);
        Some(Tx(lent))
    }

    pub(super) fn take_back(self) -> Returned<S::Tx> {
        let tx = self.slot.lock().unwrap_or_else(PoisonError::into_inner).take();
        match tx.map(Arc::try_unwrap) {
            None => Returned::Nothing,
            Some(Ok(tx)) => Returned::Tx(tx.into_inner()),
            Some(Err(_)) => Returned::Kept,
        }
    }
}
