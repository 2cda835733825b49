//! What a store owes.

use std::{fmt, pin::Pin, time::Duration};

use crate::{
    DeliveryId, Filter, Key, Lease, NewDelivery, Pruned, Retention, Stats, Step, StoreError, Task,
    TaskRow, record,
};

/// A boxed future, as object-safe traits return it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Where deliveries and tasks are kept: called once a batch.
///
/// `webhook-inbox-test` has the suite that shows whether a store keeps what it owes:
///
/// - Each method is one atomic step that is durable when it answers `Ok`, unless it says otherwise.
/// - An error of the kind [`Unavailable`](crate::Kind::Unavailable) or [`Refused`](crate::Kind::Refused)
///   says that nothing was changed. When in doubt it is [`Unknown`](crate::Kind::Unknown).
/// - States change as [`TRANSITIONS`](crate::TRANSITIONS) says and in no other way.
/// - Time is the store's own: what it is given is how long something is to last.
/// - Within a handler and an order key at most one task is ready or running, and one is if any waits.
pub trait TaskStore: fmt::Debug + Send + Sync + 'static {
    /// A transaction that is lent to a handler, and settled with its task's completion.
    type Tx: Send + 'static;

    /// How many batches it commits faster at once than one after the other: one where there is a single
    /// writer.
    fn commits_at_once(&self) -> usize {
        1
    }

    /// Stores deliveries with their tasks, all in one commit, and says of each, in their order, whether
    /// it is new. A delivery whose key is remembered changes nothing.
    ///
    /// Two deliveries of one batch may have one key: the second is a duplicate then.
    fn accept(&self, batch: Vec<NewDelivery>) -> BoxFuture<'_, Result<Vec<Accepted>, StoreError>>;

    /// Stores what became of tasks, keeps leases, and claims tasks, all in one commit.
    ///
    /// Completions come before claims, so that what they promote can be claimed. Claimed are tasks whose
    /// lease ran out, and then those whose time has come, the longest due first; none of a paused handler.
    fn turn(&self, turn: Turn) -> BoxFuture<'_, Result<Turned, StoreError>>;

    /// A transaction for the work of this lease. Nothing is begun before it is used.
    fn lend(&self, lease: Lease) -> Self::Tx;

    /// Commits the transaction together with this completion of its lease; rolls it back if the lease is
    /// lost.
    fn settle(
        &self,
        tx: Self::Tx,
        completion: Completion,
    ) -> BoxFuture<'_, Result<Settled, StoreError>>;

    /// Rolls the transaction back. What cannot be rolled back by asking is, by closing its connection.
    fn roll_back(&self, tx: Self::Tx) -> BoxFuture<'_, ()>;

    /// How a lease stands: after a commit whose answer was lost, before anything else is done.
    fn look(&self, lease: Lease) -> BoxFuture<'_, Result<Standing, StoreError>>;

    /// Replays or discards what matches, at most `limit` tasks, and says how many there were.
    fn change(
        &self,
        change: Change,
        filter: Filter,
        limit: u32,
    ) -> BoxFuture<'_, Result<u64, StoreError>>;

    /// How many tasks match. Changes nothing.
    fn count(&self, filter: Filter) -> BoxFuture<'_, Result<u64, StoreError>>;

    /// Tasks that match, the oldest first. Changes nothing.
    fn list(&self, filter: Filter, limit: u32) -> BoxFuture<'_, Result<Vec<TaskRow>, StoreError>>;

    /// Claims no task of this handler any more, or does again. What runs runs on.
    fn pause(&self, handler: String, paused: bool) -> BoxFuture<'_, Result<(), StoreError>>;

    /// Forgets that a delivery was accepted, so that its sender can send it once more. Whether it was
    /// remembered.
    fn forget(&self, key: Key) -> BoxFuture<'_, Result<bool, StoreError>>;

    /// Deletes what is older than the retention says, at most `limit` deliveries and as many keys.
    fn prune(&self, retention: Retention, limit: u32) -> BoxFuture<'_, Result<Pruned, StoreError>>;

    /// What there is, by handler and state. Changes nothing.
    fn stats(&self) -> BoxFuture<'_, Result<Stats, StoreError>>;

    /// Waits until there may be something to claim that was not there before. A store that is not told
    /// waits for ever: its workers look now and then by themselves.
    fn wake(&self) -> BoxFuture<'_, ()>;
}

/// What became of a delivery that was to be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Accepted {
    /// It is stored.
    New(DeliveryId),
    /// Its key is remembered: it was stored before, as this one.
    Duplicate(DeliveryId),
}

/// What a worker tells and asks in one commit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turn {
    /// What became of tasks.
    pub completions: Vec<Completion>,
    /// Leases that go on.
    pub renewals: Vec<Lease>,
    /// How many tasks it takes of each handler, at most.
    pub rooms: Vec<Room>,
    /// How many tasks it takes in all, at most.
    pub limit: u32,
    /// How long what is claimed or renewed is leased, from now on.
    pub lease: Duration,
}

/// How many tasks of one handler a worker takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The handler's name.
    pub handler: String,
    /// How many.
    pub tasks: u32,
}

/// What a [`Turn`] led to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turned {
    /// Of each completion, in their order.
    pub completed: Vec<Settled>,
    /// Of each renewal, in their order.
    pub renewed: Vec<Settled>,
    /// What was claimed.
    pub claimed: Vec<Task>,
    /// When the next task of these handlers is due, or the next lease of theirs runs out, if there is one.
    pub next_in: Option<Duration>,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The claim that it was done under.
    pub lease: Lease,
    /// What became of it.
    pub result: TaskResult,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskResult {
    /// Its handler did its work.
    Done,
    /// It failed, and is to be tried again after so long.
    Retry {
        /// How long.
        after: Duration,
        /// Why.
        error: String,
    },
    /// It failed for good.
    Dead(String),
    /// It cannot be read.
    Parked(String),
    /// Its handler does not take it.
    Skipped(String),
    /// Its worker stops before it is finished. The attempt does not count.
    GivenBack,
}

impl TaskResult {
    /// What that is in the table of states.
    pub const fn step(&self) -> Step {
        match self {
            Self::Done => Step::Finish,
            Self::Retry { .. } => Step::Retry,
            Self::Dead(_) => Step::Bury,
            Self::Parked(_) => Step::Park,
            Self::Skipped(_) => Step::Skip,
            Self::GivenBack => Step::GiveBack,
        }
    }

    /// Why, as it is kept: without zero characters, and no longer than 4,000 bytes.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Done | Self::GivenBack => None,
            Self::Retry { error, .. }
            | Self::Dead(error)
            | Self::Parked(error)
            | Self::Skipped(error) => Some(error),
        }
        .map(|error| record::clean(error, record::LONGEST_ERROR))
    }

    /// How long until it may be claimed again.
    pub const fn after(&self) -> Duration {
        match self {
            Self::Retry { after, .. } => *after,
            _ => Duration::ZERO,
        }
    }
}

/// Whether a change was made under a lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Settled {
    /// The lease was held, and the change was made.
    Held,
    /// This lease was completed before: the answer of an earlier commit was lost.
    Already,
    /// Somebody else claimed the task since, or it is gone. Nothing was changed.
    Lost,
}

/// How a lease stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It is held: nothing was completed under it.
    Held,
    /// It was completed.
    Completed,
    /// Somebody else claimed the task since, or it is gone.
    Lost,
}

/// What an owner does to tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Runs them once more, with all their attempts before them.
    Replay,
    /// Never runs them, for this reason.
    Discard(String),
}
