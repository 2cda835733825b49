//! The durable inbox of webhook-kit in one `SQLite` file.
//!
//! ```no_run
//! # async fn example() -> Result<(), webhook_inbox::StoreError> {
//! let store = webhook_inbox_sqlite::file("inbox.db").open()?;
//! # drop(store); Ok(()) }
//! ```
//!
//! One thread of the process writes. What is asked of it while it commits is the next commit, so that
//! many deliveries share one sync; nobody is answered before it. Other processes may open the same file.
//!
//! The tables are called `webhook_..`; the file may be the application's own. A handler's
//! [transaction](SqliteTx) is the writer's: what it writes is committed with its task's completion.

#![forbid(unsafe_code)]

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::Connection;
use tokio::sync::{Notify, oneshot};
use webhook_core::{Clock, SystemClock};
use webhook_inbox::{
    Accepted, BoxFuture, Change, Completion, Filter, Key, Lease, Moment, NewDelivery, Pruned,
    Retention, Settled, Standing, Stats, StoreError, TaskRow, TaskStore, Turn, Turned,
};

mod accept;
mod lent;
mod owner;
mod query;
mod schema;
mod turn;
mod writer;

pub use lent::SqliteTx;
pub use rusqlite;

use writer::Writer;

/// How long another process's transaction is waited for.
const BUSY: Duration = Duration::from_secs(5);

/// An inbox in this file, which is made if it is not there.
pub fn file(path: impl AsRef<Path>) -> File {
    File { path: path.as_ref().to_owned(), clock: Arc::new(SystemClock), longest_tx: BUSY }
}

/// How an inbox's file is opened.
#[derive(Clone)]
#[must_use = "nothing is opened before `open`"]
pub struct File {
    path: PathBuf,
    clock: Arc<dyn Clock>,
    longest_tx: Duration,
}

impl File {
    /// Where the time is taken from, instead of the system's clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// How long a handler's transaction may stay open, from its first statement on: five seconds unless it
    /// is set. Nothing else is written meanwhile, no delivery accepted; so do slow work before.
    pub fn longest_transaction(mut self, longest: Duration) -> Self {
        self.longest_tx = longest;
        self
    }

    /// Opens the file, and creates or upgrades its tables.
    ///
    /// # Errors
    ///
    /// If it cannot be opened, or a newer version of this crate wrote it.
    pub fn open(self) -> Result<Sqlite, StoreError> {
        let open = || -> rusqlite::Result<Connection> {
            let connection = Connection::open(&self.path)?;
            connection.busy_timeout(BUSY)?;
            connection.set_prepared_statement_cache_capacity(64);
            Ok(connection)
        };
        let mut connection = open().map_err(failed)?;
        schema::prepare(&mut connection)?;
        let reader = open().map_err(failed)?;
        reader.execute_batch("PRAGMA query_only = ON").map_err(failed)?;
        let writer = Writer::start(connection, Arc::clone(&self.clock), self.longest_tx)?;
        let shared = Shared {
            path: self.path,
            writer,
            reader: Mutex::new(reader),
            clock: self.clock,
            wake: Notify::new(),
        };
        Ok(Sqlite { shared: Arc::new(shared) })
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("path", &self.path).finish_non_exhaustive()
    }
}

/// The store in a `SQLite` file. Clones are one store.
#[derive(Clone)]
pub struct Sqlite {
    shared: Arc<Shared>,
}

struct Shared {
    path: PathBuf,
    writer: Writer,
    /// For what changes nothing: it neither waits for the writer nor holds it up.
    reader: Mutex<Connection>,
    clock: Arc<dyn Clock>,
    wake: Notify,
}

type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

impl Sqlite {
    /// Has the writer do something, and waits for its commit.
    fn write<T, F>(&self, wakes: bool, work: F) -> Answer<'_, T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection, Moment) -> rusqlite::Result<T> + Send + 'static,
    {
        let answered = self.shared.writer.ask(work);
        Box::pin(async move {
            let answer = answer_of(answered).await?;
            if wakes {
                self.shared.wake.notify_one();
            }
            Ok(answer)
        })
    }

    /// Looks at what is committed.
    fn read<T, F>(&self, look: F) -> Answer<'_, T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection, Moment) -> rusqlite::Result<T> + Send + 'static,
    {
        let shared = Arc::clone(&self.shared);
        let reading = tokio::task::spawn_blocking(move || {
            let connection = shared.reader.lock().unwrap_or_else(PoisonError::into_inner);
            look(&connection, shared.clock.now().into())
        });
        Box::pin(async move {
            match reading.await {
                Ok(answer) => answer.map_err(failed),
                Err(error) => Err(StoreError::unavailable(error)),
            }
        })
    }
}

/// Waits for the writer's answer. One that never comes leaves open what happened.
async fn answer_of<T>(answered: oneshot::Receiver<Result<T, StoreError>>) -> Result<T, StoreError> {
    answered.await.unwrap_or_else(|_| Err(StoreError::unknown("the writer's thread has ended")))
}

/// What an error of a statement means: nothing was changed, because nothing was committed.
fn failed(error: rusqlite::Error) -> StoreError {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, ReadOnly};
    match error.sqlite_error_code() {
        // Without a code it is no error of the file: a value that is not of its type.
        Some(DatabaseCorrupt | NotADatabase | ReadOnly) | None => StoreError::refused(error),
        Some(_) => StoreError::unavailable(error),
    }
}

impl TaskStore for Sqlite {
    type Tx = SqliteTx;

    fn accept(&self, batch: Vec<NewDelivery>) -> Answer<'_, Vec<Accepted>> {
        self.write(true, move |connection, now| accept::accept(connection, &batch, now))
    }

    fn turn(&self, turn: Turn) -> Answer<'_, Turned> {
        self.write(false, move |connection, now| turn::turn(connection, &turn, now))
    }

    fn lend(&self, lease: Lease) -> SqliteTx {
        SqliteTx::new(self.shared.writer.clone(), lease)
    }

    fn settle(&self, tx: SqliteTx, completion: Completion) -> Answer<'_, Settled> {
        Box::pin(async move {
            let settled = tx.settle(completion).await?;
            self.shared.wake.notify_one();
            Ok(settled)
        })
    }

    fn roll_back(&self, tx: SqliteTx) -> BoxFuture<'_, ()> {
        // The writer rolls back what nobody speaks for any more.
        drop(tx);
        Box::pin(std::future::ready(()))
    }

    fn look(&self, lease: Lease) -> Answer<'_, Standing> {
        self.read(move |connection, _| turn::look(connection, lease))
    }

    fn change(&self, change: Change, filter: Filter, limit: u32) -> Answer<'_, u64> {
        self.write(true, move |connection, now| {
            owner::change(connection, &change, &filter, limit, now)
        })
    }

    fn count(&self, filter: Filter) -> Answer<'_, u64> {
        self.read(move |connection, _| query::count(connection, &filter))
    }

    fn list(&self, filter: Filter, limit: u32) -> Answer<'_, Vec<TaskRow>> {
        self.read(move |connection, _| query::list(connection, &filter, limit))
    }

    fn pause(&self, handler: String, paused: bool) -> Answer<'_, ()> {
        self.write(true, move |connection, _| owner::pause(connection, &handler, paused))
    }

    fn forget(&self, key: Key) -> Answer<'_, bool> {
        self.write(false, move |connection, _| owner::forget(connection, key))
    }

    fn prune(&self, retention: Retention, limit: u32) -> Answer<'_, Pruned> {
        self.write(false, move |connection, now| owner::prune(connection, retention, limit, now))
    }

    fn stats(&self) -> Answer<'_, Stats> {
        self.read(query::stats)
    }

    fn wake(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.shared.wake.notified())
    }
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sqlite").field("path", &self.shared.path).finish_non_exhaustive()
    }
}
