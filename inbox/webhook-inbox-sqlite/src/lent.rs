//! The writer's transaction in the hands of a handler.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{self, RecvTimeoutError},
    time::{Duration, Instant},
};

use rusqlite::{Connection, Params};
use tokio::sync::oneshot;
use webhook_core::Clock;
use webhook_inbox::{Completion, Lease, Settled, StoreError};

use crate::{
    answer_of, failed, turn,
    writer::{Message, Writer, end_commit},
};

/// A transaction that is committed together with a task's completion.
///
/// It begins with its first statement. From then on the file is its own: no delivery is accepted before
/// the handler ends, so slow work belongs before it, and after
/// [a while](crate::File::longest_transaction) it is rolled back.
pub struct SqliteTx {
    writer: Writer,
    lease: Lease,
    commands: Option<mpsc::Sender<Command>>,
}

enum Command {
    Call(Box<dyn FnOnce(&Connection) + Send>),
    Settle(Completion, oneshot::Sender<Result<Settled, StoreError>>),
}

impl SqliteTx {
    pub(crate) fn new(writer: Writer, lease: Lease) -> Self {
        Self { writer, lease, commands: None }
    }

    /// Runs a statement, and says how many rows it changed.
    ///
    /// # Errors
    ///
    /// If the statement fails, or the transaction was rolled back because it was open for too long.
    pub async fn execute<P>(&mut self, sql: &str, params: P) -> Result<usize, StoreError>
    where
        P: Params + Send + 'static,
    {
        let sql = sql.to_owned();
        self.call(move |connection| connection.execute(&sql, params)).await
    }

    /// Calls a function with the connection, on the writer's thread: for queries, and for anything else. It
    /// must not end the transaction.
    ///
    /// # Errors
    ///
    /// If the function fails or panics, or the transaction was rolled back because it was open for too
    /// long.
    pub async fn call<T, F>(&mut self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let call = move |connection: &Connection| {
            let done = match catch_unwind(AssertUnwindSafe(|| work(connection))) {
                Ok(done) => done.map_err(failed),
                Err(_) => Err(StoreError::refused("the function panicked")),
            };
            let _ = answer.send(done);
        };
        // A command that is not taken holds its answer: it must be gone before that is waited for.
        if self.commands().send(Command::Call(Box::new(call))).is_err() {
            return Err(over());
        }
        answered.await.unwrap_or_else(|_| Err(over()))
    }

    fn commands(&mut self) -> &mpsc::Sender<Command> {
        self.commands.get_or_insert_with(|| {
            let (commands, received) = mpsc::channel();
            self.writer.send(Message::Lend(Box::new(move |connection, clock, longest| {
                serve(connection, clock, longest, &received);
            })));
            commands
        })
    }

    pub(crate) async fn settle(self, completion: Completion) -> Result<Settled, StoreError> {
        let Some(commands) = self.commands else {
            let complete =
                move |connection: &Connection, now| turn::complete(connection, &completion, now);
            return answer_of(self.writer.ask(complete)).await;
        };
        let (answer, answered) = oneshot::channel();
        if commands.send(Command::Settle(completion, answer)).is_err() {
            return Err(over());
        }
        answered.await.unwrap_or_else(|_| Err(over()))
    }
}

/// The writer does not listen any more. It answers whatever it commits, so nothing was.
fn over() -> StoreError {
    StoreError::unavailable("the transaction was open for too long and was rolled back")
}

impl fmt::Debug for SqliteTx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begun = self.commands.is_some();
        f.debug_struct("SqliteTx")
            .field("lease", &self.lease)
            .field("begun", &begun)
            .finish_non_exhaustive()
    }
}

/// Does what a handler says, until it settles, is gone, or takes too long.
fn serve(
    connection: &Connection,
    clock: &dyn Clock,
    longest: Duration,
    commands: &mpsc::Receiver<Command>,
) {
    let until = Instant::now().checked_add(longest);
    let mut begun = connection.execute_batch("BEGIN IMMEDIATE").map_err(failed);
    loop {
        let left =
            until.map_or(Duration::MAX, |until| until.saturating_duration_since(Instant::now()));
        match commands.recv_timeout(left) {
            // Without a transaction nothing is called: its answer is dropped, and the handler fails.
            Ok(Command::Call(_)) if begun.is_err() => break,
            Ok(Command::Call(call)) => {
                call(connection);
                if connection.is_autocommit() {
                    // It ended the transaction, or the disk is full. What follows would be committed alone.
                    begun =
                        Err(StoreError::unavailable("the transaction was ended by its handler"));
                }
            }
            Ok(Command::Settle(completion, answer)) => {
                let settled = begun.and_then(|()| settle(connection, clock, &completion));
                let _ = answer.send(settled);
                return;
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    roll_back(connection);
}

fn settle(
    connection: &Connection,
    clock: &dyn Clock,
    completion: &Completion,
) -> Result<Settled, StoreError> {
    match turn::complete(connection, completion, clock.now().into()) {
        Ok(Settled::Held) => end_commit(connection).map(|()| Settled::Held),
        Ok(lost) => {
            roll_back(connection);
            Ok(lost)
        }
        Err(error) => {
            roll_back(connection);
            Err(failed(error))
        }
    }
}

fn roll_back(connection: &Connection) {
    if !connection.is_autocommit() {
        // If even that fails, the next `BEGIN` does, and says so.
        let _ = connection.execute_batch("ROLLBACK");
    }
}
