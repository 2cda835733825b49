//! Workers: they claim tasks, run their handlers, and store what became of them.

use std::{
    collections::BTreeMap,
    fmt,
    hash::{BuildHasher as _, RandomState},
    sync::Arc,
    time::Duration,
};

use crate::{Backoff, BoxError, BoxFuture, Retention, StoreError, Task, TaskStore};

mod execute;
mod job;
mod turns;

pub use job::{Job, Tx};

/// What runs the tasks of one handler.
///
/// The kit implements it for `#[webhook]` handlers; anything else can.
pub trait Run<S: TaskStore>: Send + Sync + 'static {
    /// Does the work of a task. A panic is a failure like any other.
    fn run(&self, job: Job<S>) -> BoxFuture<'_, Verdict>;
}

/// What became of a task, as its handler says.
#[derive(Debug)]
pub enum Verdict {
    /// The work is done.
    Done,
    /// It failed. [`Retry`](crate::Retry) says when it is tried again; any other error, by the schedule.
    Failed(BoxError),
    /// The handler cannot read the delivery. It is parked, for a later version to try.
    Unreadable(BoxError),
    /// The handler does not take it.
    Skipped(&'static str),
}

/// Claims and runs the tasks of a store, until it is told to stop.
///
/// Any number of workers share a store, in one process or several. Each keeps what it claimed by renewing
/// its lease; what a worker leaves behind when it dies is claimed by another as soon as the lease ran out.
pub struct Worker<S> {
    store: Arc<S>,
    handlers: BTreeMap<String, Handler<S>>,
    concurrency: u32,
    lease: Duration,
    poll: Duration,
    grace: Duration,
    retention: Option<Retention>,
    observer: Option<Observer>,
    random: Arc<dyn Fn() -> u64 + Send + Sync>,
}

type Observer = Arc<dyn Fn(&Report<'_>) + Send + Sync>;

/// How the tasks of one handler are run.
struct Handler<S> {
    run: Arc<dyn Run<S>>,
    backoff: Backoff,
    limit: u32,
}

impl<S> Clone for Handler<S> {
    fn clone(&self) -> Self {
        Self { run: Arc::clone(&self.run), backoff: self.backoff, limit: self.limit }
    }
}

impl<S: TaskStore> Worker<S> {
    /// A worker without handlers: [`handle`](Self::handle) adds them.
    pub fn new(store: Arc<S>) -> Self {
        Self {
            store,
            handlers: BTreeMap::new(),
            concurrency: 64,
            lease: Duration::from_secs(30),
            poll: Duration::from_secs(1),
            grace: Duration::from_secs(20),
            retention: Some(Retention::default()),
            observer: None,
            random: Arc::new(random),
        }
    }

    /// Runs the tasks of this name, at most `limit` at once, with this schedule of attempts. Tasks of names
    /// that no worker has wait.
    pub fn handle(mut self, name: &str, run: impl Run<S>, backoff: Backoff, limit: u32) -> Self {
        let handler = Handler { run: Arc::new(run), backoff, limit: limit.max(1) };
        self.handlers.insert(name.to_owned(), handler);
        self
    }

    /// How many tasks run at once, at most. 64 unless it is set.
    pub fn concurrency(mut self, tasks: u32) -> Self {
        self.concurrency = tasks.max(1);
        self
    }

    /// How long a task stays with a worker that is not heard of any more. Half a minute unless it is set, and
    /// at least a second; it is renewed three times in that time, so a handler may take much longer.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease.max(Duration::from_secs(1));
        self
    }

    /// How often it looks for tasks that nobody told it of. A second unless it is set.
    pub fn poll(mut self, poll: Duration) -> Self {
        self.poll = poll.max(Duration::from_millis(1));
        self
    }

    /// How long handlers may go on after it was told to stop. Twenty seconds unless it is set; what is not
    /// finished then is given back.
    pub fn grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// How long what is finished is kept: [`Retention::default`] unless it is set. With `None` this worker
    /// deletes nothing.
    pub fn retention(mut self, retention: Option<Retention>) -> Self {
        self.retention = retention;
        self
    }

    /// Has a function called with what happens: for logs and metrics. It should be quick.
    pub fn observe(mut self, observer: impl Fn(&Report<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// What waits are drawn with, instead of the process's randomness: all numbers equally likely.
    pub fn random(mut self, random: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Works until `shutdown` is done; then claims nothing more, lets handlers finish for as long as the
    /// grace is, and gives back the rest.
    ///
    /// No error of the store ends it: it tries again, and reports.
    ///
    /// # Panics
    ///
    /// Outside a Tokio runtime.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        turns::Turns::new(Arc::new(self)).run(shutdown).await;
    }

    fn report(&self, report: &Report<'_>) {
        if let Some(observer) = &self.observer {
            observer(report);
        }
    }
}

impl<S> fmt::Debug for Worker<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker")
            .field("handlers", &self.handlers.keys())
            .field("concurrency", &self.concurrency)
            .field("lease", &self.lease)
            .finish_non_exhaustive()
    }
}

/// What happens in a worker.
#[derive(Debug)]
#[non_exhaustive]
pub enum Report<'a> {
    /// The work is done, and stored as done.
    Done(&'a Task),
    /// It failed and is tried again.
    Retried {
        /// The task.
        task: &'a Task,
        /// After how long.
        after: Duration,
        /// Why it failed.
        error: &'a str,
    },
    /// It failed for good.
    Dead {
        /// The task.
        task: &'a Task,
        /// Why.
        error: &'a str,
    },
    /// Its handler cannot read it.
    Parked {
        /// The task.
        task: &'a Task,
        /// Why.
        error: &'a str,
    },
    /// Its handler does not take it.
    Skipped {
        /// The task.
        task: &'a Task,
        /// Why.
        reason: &'a str,
    },
    /// It was not finished when the worker stopped, and is another's now.
    GivenBack(&'a Task),
    /// The lease ran out before this was stored, and somebody else has the task: a plain handler's work may
    /// be done twice. A transaction was rolled back.
    LeaseLost(&'a Task),
    /// Whether the transaction of a task was committed is not known, and the store could not be asked while
    /// the lease lasted. The task is run again if it was not.
    Unknown(&'a Task),
    /// The store failed; it is asked again.
    StoreFailed(&'a StoreError),
}

/// A number that nobody foresees, from what the standard library seeds its maps with.
fn random() -> u64 {
    RandomState::new().hash_one(())
}
