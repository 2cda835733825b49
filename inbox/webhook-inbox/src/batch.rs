//! Group commit: whatever queued while the last commit was under way is the next batch.

use std::{
    collections::VecDeque,
    error::Error,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::oneshot;

use crate::{Accepted, NewDelivery, StoreError, TaskStore};

/// Accepts deliveries in groups: one commit for all that came while the last one was under way.
///
/// There is no timer: a delivery that comes alone is committed alone and at once. Clones share one queue.
pub struct Batcher<S> {
    shared: Arc<Shared<S>>,
}

struct Shared<S> {
    store: Arc<S>,
    limits: Limits,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    /// Of what waits, and of what is being committed.
    deliveries: usize,
    bytes: usize,
    committing: usize,
}

struct Waiting {
    delivery: NewDelivery,
    answer: oneshot::Sender<Result<Accepted, AcceptError>>,
}

/// How much waits for a commit at most, and how much is committed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How many deliveries wait at most, those that are being committed included. More are not accepted.
    pub waiting: usize,
    /// How many bytes they have together at most.
    pub waiting_bytes: usize,
    /// How many deliveries one commit has at most.
    pub batch: usize,
    /// How many bytes they have together at most; one that is larger is committed alone.
    pub batch_bytes: usize,
}

impl Default for Limits {
    /// 10,000 deliveries of 64 MiB wait; 500 of 8 MiB are committed at once.
    fn default() -> Self {
        Self { waiting: 10_000, waiting_bytes: 64 << 20, batch: 500, batch_bytes: 8 << 20 }
    }
}

/// Why a delivery was not accepted: its sender must not be told that it was.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum AcceptError {
    /// As much waits as may: nothing was stored.
    Full,
    /// It was not committed in time. It may be later; its retry is a duplicate then.
    Late,
    /// The store failed.
    Store(Arc<StoreError>),
}

impl fmt::Display for AcceptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("too many deliveries wait to be stored"),
            Self::Late => f.write_str("the delivery was not stored in time"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl Error for AcceptError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Full | Self::Late => None,
            Self::Store(error) => error.source(),
        }
    }
}

impl<S: TaskStore> Batcher<S> {
    /// A batcher before a store. Deliveries are grouped only within one: share it.
    pub fn new(store: Arc<S>, limits: Limits) -> Self {
        Self { shared: Arc::new(Shared { store, limits, queue: Mutex::default() }) }
    }

    /// Stores a delivery, and waits for its commit at most `within`.
    ///
    /// The commit goes on if this future is dropped: what is stored needlessly makes the sender's retry a
    /// duplicate, which is right.
    ///
    /// # Errors
    ///
    /// [`AcceptError`] if it is not known to be stored.
    ///
    /// # Panics
    ///
    /// Outside a Tokio runtime.
    pub async fn accept(
        &self,
        delivery: NewDelivery,
        within: Duration,
    ) -> Result<Accepted, AcceptError> {
        let (answer, answered) = oneshot::channel();
        self.enqueue(Waiting { delivery, answer })?;
        match tokio::time::timeout(within, answered).await {
            Ok(Ok(answer)) => answer,
            // The commit's task is gone without an answer: the store panicked, or the runtime ends.
            Ok(Err(_)) => Err(AcceptError::Store(Arc::new(StoreError::unknown("no answer")))),
            Err(_) => Err(AcceptError::Late),
        }
    }

    fn enqueue(&self, waiting: Waiting) -> Result<(), AcceptError> {
        let size = waiting.delivery.size();
        let mut queue = self.shared.lock();
        let limits = &self.shared.limits;
        // One delivery alone is always taken, however large it may be.
        let fits = queue.bytes.saturating_add(size) <= limits.waiting_bytes
            && queue.deliveries < limits.waiting;
        if !fits && queue.deliveries > 0 {
            return Err(AcceptError::Full);
        }
        queue.deliveries += 1;
        queue.bytes += size;
        queue.waiting.push_back(waiting);
        if queue.committing < self.shared.store.commits_at_once().max(1) {
            queue.committing += 1;
            let shared = Arc::clone(&self.shared);
            tokio::spawn(Committer { shared, counted: true }.run());
        }
        Ok(())
    }
}

/// A task that commits; counted as long as it looks at the queue, also if the store panics.
struct Committer<S> {
    shared: Arc<Shared<S>>,
    counted: bool,
}

impl<S: TaskStore> Committer<S> {
    /// Commits until nothing waits.
    async fn run(mut self) {
        while let Some(batch) = self.next() {
            let count = batch.deliveries.len();
            let result = match self.shared.store.accept(batch.deliveries).await {
                Ok(accepted) if accepted.len() == count => Ok(accepted),
                Ok(_) => Err(StoreError::unknown("the store did not answer for each delivery")),
                Err(error) => Err(error),
            };
            drop(batch.held);
            // Nobody may wait for the answer any more.
            match result {
                Ok(accepted) => {
                    for (answer, accepted) in batch.answers.into_iter().zip(accepted) {
                        let _ = answer.send(Ok(accepted));
                    }
                }
                Err(error) => {
                    let error = Arc::new(error);
                    for answer in batch.answers {
                        let _ = answer.send(Err(AcceptError::Store(Arc::clone(&error))));
                    }
                }
            }
        }
    }

    /// The next batch: from the oldest on, as many as one commit has. If nothing waits, this is no committer
    /// any more, in the same step: what comes next begins another.
    fn next(&mut self) -> Option<Batch<S>> {
        let mut queue = self.shared.lock();
        let limits = self.shared.limits;
        let (mut deliveries, mut answers, mut bytes) = (Vec::new(), Vec::new(), 0_usize);
        while let Some(next) = queue.waiting.front() {
            let size = next.delivery.size();
            let full =
                deliveries.len() >= limits.batch || bytes.saturating_add(size) > limits.batch_bytes;
            if full && !deliveries.is_empty() {
                break;
            }
            let Some(next) = queue.waiting.pop_front() else { break };
            bytes = bytes.saturating_add(size);
            deliveries.push(next.delivery);
            answers.push(next.answer);
        }
        if deliveries.is_empty() {
            queue.committing -= 1;
            self.counted = false;
            return None;
        }
        let shared = Arc::clone(&self.shared);
        let held = Held { shared, deliveries: deliveries.len(), bytes };
        Some(Batch { deliveries, answers, held })
    }
}

impl<S> Drop for Committer<S> {
    fn drop(&mut self) {
        if self.counted {
            self.shared.lock().committing -= 1;
        }
    }
}

struct Batch<S> {
    deliveries: Vec<NewDelivery>,
    answers: Vec<oneshot::Sender<Result<Accepted, AcceptError>>>,
    held: Held<S>,
}

/// What a batch takes of the limits, until it is committed.
struct Held<S> {
    shared: Arc<Shared<S>>,
    deliveries: usize,
    bytes: usize,
}

impl<S> Drop for Held<S> {
    fn drop(&mut self) {
        let mut queue = self.shared.lock();
        queue.deliveries = queue.deliveries.saturating_sub(self.deliveries);
        queue.bytes = queue.bytes.saturating_sub(self.bytes);
    }
}

impl<S> Shared<S> {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S> Clone for Batcher<S> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared) }
    }
}

impl<S> fmt::Debug for Batcher<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let queue = self.shared.lock();
        f.debug_struct("Batcher").field("waiting", &queue.deliveries).finish_non_exhaustive()
    }
}
