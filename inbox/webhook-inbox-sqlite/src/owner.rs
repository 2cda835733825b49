//! What owners change, and what is deleted in time.

use rusqlite::{Connection, params, params_from_iter};
use webhook_inbox::{Change, Filter, Key, Moment, Pruned, Retention, State, Step, TaskResult};

use crate::{query, turn};

pub(crate) fn change(
    connection: &Connection,
    change: &Change,
    filter: &Filter,
    limit: u32,
    now: Moment,
) -> rusqlite::Result<u64> {
    let step = match change {
        Change::Replay => Step::Replay,
        Change::Discard(_) => Step::Discard,
    };
    let (condition, values) = query::condition(filter);
    let states: Vec<String> = step.sources().map(|state| state.code().to_string()).collect();
    let meant = format!(
        "SELECT t.id, t.handler, t.order_key FROM webhook_task t
         JOIN webhook_delivery d ON d.id = t.delivery
         WHERE t.state IN ({}) AND {condition} ORDER BY t.id LIMIT {limit}",
        states.join(", ")
    );
    let mut meant = connection.prepare(&meant)?;
    let meant = meant.query_map(params_from_iter(values), |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
    })?;
    let meant: Vec<_> = meant.collect::<rusqlite::Result<_>>()?;
    for (id, handler, order_key) in &meant {
        match change {
            Change::Replay => replay(connection, *id, handler, order_key.as_deref(), now)?,
            Change::Discard(reason) => {
                discard(connection, *id, &TaskResult::Skipped(reason.clone()), now)?;
            }
        }
        if let Some(order_key) = order_key {
            turn::promote(connection, handler, order_key, now)?;
        }
    }
    Ok(meant.len() as u64)
}

/// Ready, or waiting if something holds its lane.
fn replay(
    connection: &Connection,
    id: i64,
    handler: &str,
    order_key: Option<&str>,
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE webhook_task SET attempt = 0, run_at = ?4, finished_at = NULL, state = EXISTS (
                 SELECT 1 FROM webhook_task WHERE handler = ?2 AND order_key = ?3 AND state IN (0, 2)
             ) WHERE id = ?1",
        )?
        .execute(params![id, handler, order_key, now.as_millis()])?;
    Ok(())
}

fn discard(
    connection: &Connection,
    id: i64,
    skipped: &TaskResult,
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE webhook_task SET state = ?2, last_error = ?3, finished_at = ?4 WHERE id = ?1",
        )?
        .execute(params![id, State::Skipped.code(), skipped.reason(), now.as_millis()])?;
    Ok(())
}

pub(crate) fn pause(connection: &Connection, handler: &str, paused: bool) -> rusqlite::Result<()> {
    let sql = if paused {
        "INSERT OR IGNORE INTO webhook_paused (handler) VALUES (?1)"
    } else {
        "DELETE FROM webhook_paused WHERE handler = ?1"
    };
    connection.execute(sql, [handler])?;
    Ok(())
}

pub(crate) fn forget(connection: &Connection, key: Key) -> rusqlite::Result<bool> {
    Ok(connection.execute("DELETE FROM webhook_seen WHERE key = ?1", [key.as_bytes()])? > 0)
}

pub(crate) fn prune(
    connection: &Connection,
    retention: Retention,
    limit: u32,
    now: Moment,
) -> rusqlite::Result<Pruned> {
    let done = now.saturating_sub(retention.done).as_millis();
    let failed = now.saturating_sub(retention.failed).as_millis();
    // The oldest first, so that a long backlog of what must stay is looked at once a call at most.
    let mut old = connection.prepare_cached(
        "SELECT d.id FROM webhook_delivery d WHERE d.received_at <= ?1 AND NOT EXISTS (
             SELECT 1 FROM webhook_task t WHERE t.delivery = d.id AND NOT (
                 (t.state IN (3, 6) AND t.finished_at <= ?1) OR (t.state IN (4, 5) AND t.finished_at <= ?2)
             )
         ) ORDER BY d.received_at LIMIT ?3",
    )?;
    let old = old.query_map(params![done, failed, limit], |row| row.get(0))?;
    let old: Vec<i64> = old.collect::<rusqlite::Result<_>>()?;
    let mut tasks = connection.prepare_cached("DELETE FROM webhook_task WHERE delivery = ?1")?;
    let mut delivery = connection.prepare_cached("DELETE FROM webhook_delivery WHERE id = ?1")?;
    for id in &old {
        tasks.execute([id])?;
        delivery.execute([id])?;
    }
    let keys = connection
        .prepare_cached(
            "DELETE FROM webhook_seen WHERE key IN (
                 SELECT key FROM webhook_seen WHERE until <= ?1 ORDER BY until LIMIT ?2
             )",
        )?
        .execute(params![now.as_millis(), limit])?;
    Ok(Pruned { deliveries: old.len() as u64, keys: keys as u64 })
}
