//! The tables, and how they came about: one step a version, applied in order.

use rusqlite::{Connection, TransactionBehavior};
use webhook_inbox::StoreError;

use crate::failed;

/// What each version adds to the one before. Steps are added, never changed.
///
/// States are their codes: 0 ready, 1 waiting, 2 running. That they are numbers in the statements as well
/// lets `SQLite` use the partial indexes.
const STEPS: &[&str] = &["
    CREATE TABLE webhook_seen (
        key BLOB PRIMARY KEY, delivery INTEGER NOT NULL, until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX webhook_seen_until ON webhook_seen (until);

    CREATE TABLE webhook_delivery (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key BLOB NOT NULL,
        endpoint TEXT NOT NULL,
        scope TEXT NOT NULL,
        event TEXT,
        sender_id TEXT,
        received_at INTEGER NOT NULL,
        signed_at INTEGER,
        head BLOB NOT NULL,
        body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX webhook_delivery_received ON webhook_delivery (received_at);
    CREATE INDEX webhook_delivery_sender_id ON webhook_delivery (sender_id) WHERE sender_id IS NOT NULL;

    CREATE TABLE webhook_task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        delivery INTEGER NOT NULL,
        handler TEXT NOT NULL,
        order_key TEXT,
        state INTEGER NOT NULL,
        attempt INTEGER NOT NULL DEFAULT 0,
        lease_no INTEGER NOT NULL DEFAULT 0,
        run_at INTEGER NOT NULL,
        lease_until INTEGER,
        last_error TEXT,
        finished_at INTEGER
    ) STRICT;
    CREATE INDEX webhook_task_delivery ON webhook_task (delivery);
    CREATE INDEX webhook_task_ready ON webhook_task (handler, run_at, id) WHERE state = 0;
    CREATE INDEX webhook_task_running ON webhook_task (handler, lease_until) WHERE state = 2;
    CREATE INDEX webhook_task_waiting ON webhook_task (handler, order_key, id) WHERE state = 1;
    -- One task of a lane is ready or running: what breaks that is refused.
    CREATE UNIQUE INDEX webhook_task_lane ON webhook_task (handler, order_key)
        WHERE state IN (0, 2) AND order_key IS NOT NULL;

    CREATE TABLE webhook_paused (handler TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"];

/// Sets what makes commits last, and brings the tables up to date.
pub(crate) fn prepare(connection: &mut Connection) -> Result<(), StoreError> {
    let mode: String =
        connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(failed)?;
    connection.execute_batch("PRAGMA synchronous = FULL").map_err(failed)?;
    let synchronous: i64 =
        connection.query_row("PRAGMA synchronous", [], |row| row.get(0)).map_err(failed)?;
    if mode != "wal" || synchronous != 2 {
        return Err(StoreError::refused(format!(
            "the file is in journal mode {mode} with synchronous {synchronous}: nothing would be durable"
        )));
    }
    let tx =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    tx.execute_batch("CREATE TABLE IF NOT EXISTS webhook_schema (version INTEGER NOT NULL) STRICT")
        .map_err(failed)?;
    let version: Option<i64> = tx
        .query_row("SELECT max(version) FROM webhook_schema", [], |row| row.get(0))
        .map_err(failed)?;
    let version = usize::try_from(version.unwrap_or_default()).unwrap_or(usize::MAX);
    let Some(missing) = STEPS.get(version..) else {
        return Err(StoreError::refused(format!(
            "the file's tables are of version {version}, and this program knows {}: upgrade it",
            STEPS.len()
        )));
    };
    for (step, at) in missing.iter().zip(version + 1..) {
        tx.execute_batch(step).map_err(failed)?;
        tx.execute(
            "INSERT INTO webhook_schema (version) VALUES (?1)",
            [i64::try_from(at).unwrap_or(i64::MAX)],
        )
        .map_err(failed)?;
    }
    tx.commit().map_err(failed)
}
