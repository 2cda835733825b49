//! The tables, and how they came about.

use deadpool_postgres::Pool;
use webhook_inbox::StoreError;

use crate::open::{Open, failed};

/// What each version adds to the one before. Steps are added, never changed.
const STEPS: &[&str] = &[SCHEMA];

/// The tables as SQL, for owners who apply it with a tool of their own: to be run once, in one transaction.
pub const SCHEMA: &str = include_str!("sql/1.sql");

/// Only one process at a time.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7307199648330344555)";

pub(crate) async fn migrate(pool: &Pool) -> Result<(), StoreError> {
    let open = Open::begin(pool, None).await?;
    open.client()?.batch_execute(LOCK).await.map_err(failed)?;
    let version = version(&open).await?;
    let Some(missing) = STEPS.get(version..) else { return Err(newer(version)) };
    for step in missing {
        open.client()?.batch_execute(step).await.map_err(failed)?;
    }
    open.commit().await
}

pub(crate) async fn check(pool: &Pool) -> Result<(), StoreError> {
    let open = Open::begin(pool, None).await?;
    let version = version(&open).await?;
    open.commit().await?;
    match version {
        _ if version == STEPS.len() => Ok(()),
        _ if version > STEPS.len() => Err(newer(version)),
        _ => Err(StoreError::refused(format!(
            "the inbox's tables are of version {version}, and this program needs {}: call `migrate`, or \
             apply `SCHEMA`",
            STEPS.len()
        ))),
    }
}

/// The version of the tables; 0 if there are none.
async fn version(open: &Open) -> Result<usize, StoreError> {
    // Not `to_regclass`: what a session knows of names can be older than the lock that it waited for.
    let there = "SELECT EXISTS (
        SELECT 1 FROM pg_catalog.pg_class
        WHERE relname = 'webhook_schema' AND pg_catalog.pg_table_is_visible(oid)
    )";
    let there = open.client()?.query_typed(there, &[]).await.map_err(failed)?;
    if !there.first().is_some_and(|row| row.get(0)) {
        return Ok(0);
    }
    let version = "SELECT coalesce(max(version), 0) FROM webhook_schema";
    let version = open.client()?.query_typed(version, &[]).await.map_err(failed)?;
    let version: i32 = version.first().map(|row| row.get(0)).unwrap_or_default();
    Ok(usize::try_from(version).unwrap_or_default())
}

fn newer(version: usize) -> StoreError {
    StoreError::refused(format!(
        "the inbox's tables are of version {version}, and this program knows {}: upgrade it",
        STEPS.len()
    ))
}
