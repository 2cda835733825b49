//! One transaction on one of the pool's connections.

use std::time::{Duration, SystemTime};

use deadpool_postgres::{Object, Pool};
use tokio_postgres::{
    Row,
    error::{Severity, SqlState},
    types::{ToSql, Type},
};
use webhook_inbox::{Lease, StoreError, TaskId};

/// How long a connection of the pool is waited for.
const CONNECTING: Duration = Duration::from_secs(5);

/// Whatever a database's or a role's defaults are. What is answered for has to be on the disk.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED;
    SELECT set_config('synchronous_commit', 'on', true)
    WHERE current_setting('synchronous_commit') = 'off'";

/// A value and its type: statements without a name need no session, and no question first.
pub(crate) type Param<'a> = (&'a (dyn ToSql + Sync), Type);

/// An open transaction. Dropped, it is rolled back, by closing its connection: nobody can wait then.
pub(crate) struct Open {
    client: Option<Object>,
    /// The time that statements are given; the database's own if there is none.
    now: Option<SystemTime>,
}

impl Open {
    pub(crate) async fn begin(pool: &Pool, now: Option<SystemTime>) -> Result<Self, StoreError> {
        let client = match tokio::time::timeout(CONNECTING, pool.get()).await {
            Ok(client) => client.map_err(StoreError::unavailable)?,
            Err(_) => {
                return Err(StoreError::unavailable(
                    "no connection of the pool became free in time",
                ));
            }
        };
        let open = Self { client: Some(client), now };
        open.client()?.batch_execute(BEGIN).await.map_err(failed)?;
        Ok(open)
    }

    pub(crate) fn client(&self) -> Result<&Object, StoreError> {
        self.client.as_ref().ok_or_else(|| StoreError::unavailable("the transaction is over"))
    }

    /// Gives later statements another time.
    pub(crate) fn set_now(&mut self, now: Option<SystemTime>) {
        self.now = now;
    }

    /// Runs a statement. Its first parameter is the time, and `{now}` in its text is what it stands for.
    pub(crate) async fn query(
        &self,
        sql: &str,
        params: &[Param<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        let sql = sql.replace("{now}", "coalesce($1::timestamptz, statement_timestamp())");
        let mut all: Vec<Param<'_>> = vec![(&self.now, Type::TIMESTAMPTZ)];
        all.extend(params.iter().map(|(value, ty)| (*value, ty.clone())));
        self.client()?.query_typed(&sql, &all).await.map_err(failed)
    }

    /// Commits.
    ///
    /// # Errors
    ///
    /// `Unknown` if the connection was lost before the answer came.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        let result = self.client()?.batch_execute("COMMIT").await;
        match result {
            Ok(()) => {
                // Nothing is open any more: the connection goes back to the pool.
                drop(self.client.take());
                Ok(())
            }
            Err(error) => Err(
                match error.as_db_error().map(tokio_postgres::error::DbError::parsed_severity) {
                    // The server said that it did not commit. What ends the connection says nothing.
                    Some(Some(Severity::Error)) => failed(error),
                    _ => StoreError::unknown(error),
                },
            ),
        }
    }

    pub(crate) async fn roll_back(mut self) {
        if let Some(client) = self.client.take() {
            if client.batch_execute("ROLLBACK").await.is_err() {
                drop(Object::take(client));
            }
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // Out of the pool, and with that closed.
            drop(Object::take(client));
        }
    }
}

/// What the failure of a statement before the commit means.
pub(crate) fn failed(error: tokio_postgres::Error) -> StoreError {
    match error.code() {
        Some(&SqlState::UNDEFINED_TABLE | &SqlState::UNDEFINED_COLUMN) => {
            StoreError::refused(format!(
                "the inbox's tables are not there, or not of this version: migrate them ({error})"
            ))
        }
        Some(&SqlState::INSUFFICIENT_PRIVILEGE) => StoreError::refused(error),
        _ => StoreError::unavailable(error),
    }
}

/// A length as milliseconds, no longer than a time of the database can become by it.
pub(crate) fn millis(length: Duration) -> i64 {
    const EIGHT_THOUSAND_YEARS: i64 = 7_900 * 365 * 86_400_000;
    i64::try_from(length.as_millis()).unwrap_or(i64::MAX).min(EIGHT_THOUSAND_YEARS)
}

/// A lease, as it stands in a row.
pub(crate) fn lease(task: i64, number: i64) -> Lease {
    Lease { task: TaskId(task), number }
}
