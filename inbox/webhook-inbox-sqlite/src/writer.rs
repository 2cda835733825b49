//! The one thread that writes, and the commits that it makes.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use rusqlite::{Connection, ErrorCode};
use tokio::sync::oneshot;
use webhook_core::Clock;
use webhook_inbox::{Moment, StoreError};

use crate::failed;

/// How many steps one commit has at most. Each of them may be a batch itself.
const GROUP: usize = 256;

/// The way to the thread. It ends when all of them are gone.
#[derive(Clone)]
pub(crate) struct Writer {
    steps: mpsc::Sender<Message>,
}

/// What serves a handler: with the connection, the clock, and how long it may take.
type Serve = Box<dyn FnOnce(&Connection, &dyn Clock, Duration) + Send>;

pub(crate) enum Message {
    Step(Box<dyn Step>),
    /// From now on the writer is a handler's, until it settles.
    Lend(Serve),
}

/// Something to be done within a commit, and to be answered after it.
pub(crate) trait Step: Send {
    /// Does it; whether it may be committed.
    fn run(&mut self, connection: &Connection, now: Moment) -> bool;

    /// Answers, with the commit's error if it failed.
    fn answer(self: Box<Self>, failed: Option<StoreError>);
}

struct Asked<T, F> {
    work: Option<F>,
    done: Option<Result<T, StoreError>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, F> Step for Asked<T, F>
where
    T: Send,
    F: FnOnce(&Connection, Moment) -> rusqlite::Result<T> + Send,
{
    fn run(&mut self, connection: &Connection, now: Moment) -> bool {
        let Some(work) = self.work.take() else { return false };
        // A panic must not end the thread that everybody waits for.
        self.done = Some(match catch_unwind(AssertUnwindSafe(|| work(connection, now))) {
            Ok(done) => done.map_err(failed),
            Err(_) => Err(StoreError::refused("the writer panicked")),
        });
        matches!(self.done, Some(Ok(_)))
    }

    fn answer(self: Box<Self>, failed: Option<StoreError>) {
        let answer = match (failed, self.done) {
            // What failed by itself is answered with its own error.
            (_, Some(Err(error))) | (Some(error), _) => Err(error),
            (None, Some(Ok(done))) => Ok(done),
            (None, None) => Err(StoreError::unavailable("it was not done")),
        };
        // Nobody may wait any more.
        let _ = self.answer.send(answer);
    }
}

impl Writer {
    pub(crate) fn start(
        connection: Connection,
        clock: Arc<dyn Clock>,
        longest_tx: Duration,
    ) -> Result<Self, StoreError> {
        let (steps, received) = mpsc::channel();
        thread::Builder::new()
            .name("webhook-inbox".to_owned())
            .spawn(move || write(&connection, &*clock, longest_tx, &received))
            .map_err(StoreError::unavailable)?;
        Ok(Self { steps })
    }

    pub(crate) fn ask<T, F>(&self, work: F) -> oneshot::Receiver<Result<T, StoreError>>
    where
        T: Send + 'static,
        F: FnOnce(&Connection, Moment) -> rusqlite::Result<T> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        self.send(Message::Step(Box::new(Asked { work: Some(work), done: None, answer })));
        answered
    }

    /// Sends a message. If the thread is gone, whoever waits finds its answer gone as well.
    pub(crate) fn send(&self, message: Message) {
        let _ = self.steps.send(message);
    }
}

fn write(
    connection: &Connection,
    clock: &dyn Clock,
    longest_tx: Duration,
    received: &mpsc::Receiver<Message>,
) {
    while let Ok(first) = received.recv() {
        let mut next = Some(first);
        let mut group = Vec::new();
        // What came while the last commit was under way is this one.
        while let Some(Message::Step(step)) = next {
            group.push(step);
            next = if group.len() < GROUP { received.try_recv().ok() } else { None };
        }
        if !group.is_empty() {
            commit(connection, clock, group);
        }
        if let Some(Message::Lend(serve)) = next {
            serve(connection, clock, longest_tx);
        }
    }
}

fn commit(connection: &Connection, clock: &dyn Clock, mut group: Vec<Box<dyn Step>>) {
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        let text = error.to_string();
        for step in group {
            step.answer(Some(StoreError::unavailable(text.clone())));
        }
        return;
    }
    for step in &mut group {
        // A step that fails takes back what it did, and nothing of the others.
        let begun = connection.execute_batch("SAVEPOINT step").is_ok();
        let fine = begun && step.run(connection, clock.now().into());
        let end = if fine { "RELEASE step" } else { "ROLLBACK TO step; RELEASE step" };
        if begun && connection.execute_batch(end).is_err() {
            // Such as a full disk, which ends the whole transaction: the commit below says so.
            break;
        }
    }
    let error = end_commit(connection).err().map(|error| (error.kind(), error.to_string()));
    for step in group {
        step.answer(error.clone().map(|(kind, text)| match kind {
            webhook_inbox::Kind::Unknown => StoreError::unknown(text),
            webhook_inbox::Kind::Unavailable => StoreError::unavailable(text),
            webhook_inbox::Kind::Refused => StoreError::refused(text),
        }));
    }
}

/// Commits, and says what a failure means.
pub(crate) fn end_commit(connection: &Connection) -> Result<(), StoreError> {
    if connection.is_autocommit() {
        return Err(StoreError::unavailable("the transaction was ended before its commit"));
    }
    let Err(error) = connection.execute_batch("COMMIT") else { return Ok(()) };
    // If a sync fails, what was written may be found after a crash, or not.
    let written = !matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::DiskFull)
    );
    let rolled_back = connection.execute_batch("ROLLBACK").is_ok() || connection.is_autocommit();
    if written || !rolled_back { Err(StoreError::unknown(error)) } else { Err(failed(error)) }
}
