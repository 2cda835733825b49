//! The way of one task that was claimed: its handler, and then its completion or its transaction.

use std::{
    any::Any,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};

use tokio::time::{Instant, sleep};

use super::{
    Handler, Job, Run, Verdict, Worker,
    job::{Lent, Returned},
};
use crate::{
    BoxError, Completion, Kind, Retry, Settled, Standing, Task, TaskResult, TaskStore, retry::When,
};

/// How a task ended in this worker.
pub(super) enum Ended {
    /// This is to be stored, in the next turn.
    ToStore(TaskResult),
    /// It was stored, together with the handler's effects.
    Stored(Settled),
    /// Nobody knows whether it was stored.
    Unknown,
}

/// Runs the handler of a task, and settles its transaction if it took one.
pub(super) async fn execute<S: TaskStore>(
    worker: &Worker<S>,
    handler: &Handler<S>,
    task: &Arc<Task>,
) -> Ended {
    if !handler.backoff.allows(task.attempt) {
        // No attempt ended with a failure: workers died of them.
        return Ended::ToStore(TaskResult::Dead(format!(
            "given up: {} attempts were begun and none was finished",
            task.attempt.saturating_sub(1)
        )));
    }
    let lent = Lent::new(Arc::clone(&worker.store));
    let job = Job::new(Arc::clone(task), lent.share());
    let mut verdict = guarded(&*handler.run, job).await;
    let tx = match lent.take_back() {
        Returned::Nothing => None,
        Returned::Tx(tx) => Some(tx),
        Returned::Kept => {
            verdict = Verdict::Failed(
                "the handler ended and something still holds its transaction: drop it before"
                    .into(),
            );
            None
        }
    };
    let result = result(worker, handler, task, verdict);
    match tx {
        Some(tx) if result == TaskResult::Done => settle(worker, handler, task, tx).await,
        Some(tx) => {
            worker.store.roll_back(tx).await;
            Ended::ToStore(result)
        }
        None => Ended::ToStore(result),
    }
}

/// Calls the handler. `run` itself is called within the first poll: it may panic as well.
async fn guarded<S: TaskStore>(run: &dyn Run<S>, job: Job<S>) -> Verdict {
    let mut future = pin!(async { run.run(job).await });
    poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(poll) => poll,
        Err(panic) => Poll::Ready(Verdict::Failed(said_by(&*panic))),
    })
    .await
}

fn said_by(panic: &(dyn Any + Send)) -> BoxError {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("the handler panicked: {}", text.unwrap_or("without a text")).into()
}

fn result<S: TaskStore>(
    worker: &Worker<S>,
    handler: &Handler<S>,
    task: &Task,
    verdict: Verdict,
) -> TaskResult {
    let error = match verdict {
        Verdict::Done => return TaskResult::Done,
        Verdict::Unreadable(error) => return TaskResult::Parked(said(&error)),
        Verdict::Skipped(reason) => return TaskResult::Skipped(reason.to_owned()),
        Verdict::Failed(error) => error,
    };
    let wait = handler.backoff.wait(task.attempt, (worker.random)());
    match (Retry::said_by(&error), wait) {
        (When::Never, _) | (_, None) => TaskResult::Dead(said(&error)),
        (When::After(after), Some(_)) | (When::Scheduled, Some(after)) => {
            TaskResult::Retry { after, error: said(&error) }
        }
    }
}

/// An error with its causes, for people.
fn said(error: &BoxError) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    // A chain that refers to itself must not fill the memory.
    for _ in 0..16 {
        let Some(cause) = source else { break };
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        source = cause.source();
    }
    text
}

/// Commits the handler's effects together with the task's completion.
async fn settle<S: TaskStore>(
    worker: &Worker<S>,
    handler: &Handler<S>,
    task: &Task,
    tx: S::Tx,
) -> Ended {
    let completion = Completion { lease: task.lease, result: TaskResult::Done };
    match worker.store.settle(tx, completion).await {
        Ok(settled) => Ended::Stored(settled),
        Err(error) => {
            worker.report(&super::Report::StoreFailed(&error));
            let failed = Verdict::Failed(error.to_string().into());
            match error.kind() {
                Kind::Unavailable | Kind::Refused => {
                    Ended::ToStore(result(worker, handler, task, failed))
                }
                Kind::Unknown => look(worker, handler, task, failed).await,
            }
        }
    }
}

/// Finds out what became of a commit whose answer was lost, before anything else is done.
///
/// If the lease is still held, the commit was not made, or is being made at this moment: then it holds the
/// task's row, so that the completion stored next comes after it and is fenced.
async fn look<S: TaskStore>(
    worker: &Worker<S>,
    handler: &Handler<S>,
    task: &Task,
    failed: Verdict,
) -> Ended {
    let until = Instant::now() + worker.lease;
    let mut wait = Duration::from_millis(20);
    loop {
        match worker.store.look(task.lease).await {
            Ok(Standing::Completed) => return Ended::Stored(Settled::Already),
            Ok(Standing::Lost) => return Ended::Stored(Settled::Lost),
            Ok(Standing::Held) => return Ended::ToStore(result(worker, handler, task, failed)),
            Err(error) => worker.report(&super::Report::StoreFailed(&error)),
        }
        if Instant::now() + wait > until {
            return Ended::Unknown;
        }
        sleep(wait).await;
        wait = (wait * 2).min(Duration::from_secs(1));
    }
}
