//! The durable inbox of webhook-kit in a Postgres database, over a pool that the application has.
//!
//! ```no_run
//! # async fn example(pool: deadpool_postgres::Pool) -> Result<(), webhook_inbox::StoreError> {
//! let inbox = webhook_inbox_postgres::pool(pool);
//! inbox.migrate().await?;
//! let store = inbox.open().await?;
//! # drop(store); Ok(()) }
//! ```
//!
//! The tables are called `webhook_..` and are found by the connections' search path. Time is the
//! database's, so that processes whose clocks differ agree. Nothing needs a session or a named statement, so
//! `PgBouncer`'s transaction mode is fine. A handler's [transaction](PostgresTx) is one of the pool's
//! connections: what it writes is committed with its task's completion.

#![forbid(unsafe_code)]

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
    time::{Instant, SystemTime},
};

use deadpool_postgres::Pool;
use tokio::sync::Notify;
use webhook_core::Clock;
use webhook_inbox::{
    Accepted, BoxFuture, Change, Completion, Filter, Key, Lease, NewDelivery, Pruned, Retention,
    Settled, Standing, Stats, StoreError, TaskRow, TaskStore, Turn, Turned,
};

mod accept;
mod claim;
mod lent;
mod open;
mod owner;
mod query;
mod schema;
mod turn;

pub use deadpool_postgres;
pub use lent::PostgresTx;
pub use schema::SCHEMA;
pub use tokio_postgres;

use open::Open;

/// An inbox in the database of this pool.
pub fn pool(pool: Pool) -> Options {
    Options { pool, clock: None }
}

/// How an inbox in Postgres is opened.
#[derive(Clone)]
#[must_use = "nothing is opened before `open`"]
pub struct Options {
    pool: Pool,
    clock: Option<Arc<dyn Clock>>,
}

impl Options {
    /// Where the time is taken from, instead of the database: for tests. Processes that share a database
    /// must not differ in it.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Creates the tables, or brings them up to date. Does nothing if they are; any number of processes may
    /// do it at once. [`SCHEMA`] is the same for owners who have a tool of their own.
    ///
    /// # Errors
    ///
    /// If the database cannot be asked, or a newer version of this crate made the tables.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        schema::migrate(&self.pool).await
    }

    /// Opens the inbox.
    ///
    /// # Errors
    ///
    /// If the database cannot be asked, or its tables are not those that this version knows.
    pub async fn open(self) -> Result<Postgres, StoreError> {
        schema::check(&self.pool).await?;
        let shared = Shared {
            pool: self.pool,
            clock: self.clock,
            wake: Notify::new(),
            marks: Mutex::new(Marks { full_at: Instant::now(), low: BTreeMap::new() }),
        };
        Ok(Postgres { shared: Arc::new(shared) })
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options").finish_non_exhaustive()
    }
}

/// The store in a Postgres database. Clones are one store.
#[derive(Clone)]
pub struct Postgres {
    shared: Arc<Shared>,
}

struct Shared {
    pool: Pool,
    clock: Option<Arc<dyn Clock>>,
    wake: Notify,
    marks: Mutex<Marks>,
}

/// Up to where, of each handler, there is nothing to claim any more: see `claim.rs`.
struct Marks {
    full_at: Instant,
    low: BTreeMap<String, SystemTime>,
}

type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

impl Shared {
    /// A transaction.
    async fn begin(&self) -> Result<Open, StoreError> {
        Open::begin(&self.pool, self.now()).await
    }

    /// The time that statements are given instead of the database's own.
    fn now(&self) -> Option<SystemTime> {
        self.clock.as_ref().map(|clock| clock.now())
    }
}

impl Postgres {
    fn wake_up(&self) {
        self.shared.wake.notify_one();
    }
}

impl TaskStore for Postgres {
    type Tx = PostgresTx;

    fn commits_at_once(&self) -> usize {
        2
    }

    fn accept(&self, batch: Vec<NewDelivery>) -> Answer<'_, Vec<Accepted>> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let accepted = accept::accept(&open, &batch).await?;
            open.commit().await?;
            self.wake_up();
            Ok(accepted)
        })
    }

    fn turn(&self, turn: Turn) -> Answer<'_, Turned> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let (turned, marks) = turn::turn(&open, &turn, &self.shared.marks).await?;
            open.commit().await?;
            // What was claimed and not committed is to be claimed again.
            marks.keep(&self.shared.marks);
            Ok(turned)
        })
    }

    fn lend(&self, lease: Lease) -> PostgresTx {
        PostgresTx::new(Arc::clone(&self.shared), lease)
    }

    fn settle(&self, tx: PostgresTx, completion: Completion) -> Answer<'_, Settled> {
        Box::pin(async move {
            let settled = tx.settle(completion).await?;
            self.wake_up();
            Ok(settled)
        })
    }

    fn roll_back(&self, tx: PostgresTx) -> BoxFuture<'_, ()> {
        Box::pin(tx.roll_back())
    }

    fn look(&self, lease: Lease) -> Answer<'_, Standing> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let standing = turn::look(&open, &[lease]).await?;
            open.commit().await?;
            Ok(standing.get(&lease).copied().unwrap_or(Standing::Lost))
        })
    }

    fn change(&self, change: Change, filter: Filter, limit: u32) -> Answer<'_, u64> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let changed = owner::change(&open, &change, &filter, limit).await?;
            open.commit().await?;
            self.wake_up();
            Ok(changed)
        })
    }

    fn count(&self, filter: Filter) -> Answer<'_, u64> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let count = query::count(&open, &filter).await?;
            open.commit().await?;
            Ok(count)
        })
    }

    fn list(&self, filter: Filter, limit: u32) -> Answer<'_, Vec<TaskRow>> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let rows = query::list(&open, &filter, limit).await?;
            open.commit().await?;
            Ok(rows)
        })
    }

    fn pause(&self, handler: String, paused: bool) -> Answer<'_, ()> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            owner::pause(&open, &handler, paused).await?;
            open.commit().await?;
            self.wake_up();
            Ok(())
        })
    }

    fn forget(&self, key: Key) -> Answer<'_, bool> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let forgotten = owner::forget(&open, key).await?;
            open.commit().await?;
            Ok(forgotten)
        })
    }

    fn prune(&self, retention: Retention, limit: u32) -> Answer<'_, Pruned> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let pruned = owner::prune(&open, retention, limit).await?;
            open.commit().await?;
            Ok(pruned)
        })
    }

    fn stats(&self) -> Answer<'_, Stats> {
        Box::pin(async move {
            let open = self.shared.begin().await?;
            let stats = query::stats(&open).await?;
            open.commit().await?;
            Ok(stats)
        })
    }

    fn wake(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.shared.wake.notified())
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").finish_non_exhaustive()
    }
}
