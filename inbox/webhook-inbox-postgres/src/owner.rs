//! What owners change, and what is deleted in time.

use std::collections::BTreeSet;

use tokio_postgres::types::Type;
use webhook_inbox::{Change, Filter, Key, Pruned, Retention, State, Step, StoreError, TaskResult};

use crate::{
    accept,
    open::{Open, millis},
    query, turn,
};

/// Nothing that may be in a lane changes meanwhile: all lanes are locked, in their order.
const LOCK_ALL: &str =
    "SELECT pg_advisory_xact_lock(lane) FROM generate_series($2::bigint, $3::bigint) AS lane";

/// Ready, or waiting if its lane is held, or will be by one that is replayed with it.
const REPLAY: &str = "
    UPDATE webhook_task AS t SET attempt = 0, run_at = {now}, finished_at = NULL, state = m.state
    FROM (
        SELECT id, CASE WHEN order_key IS NOT NULL AND (
            row_number() OVER (PARTITION BY handler, order_key ORDER BY id) > 1 OR EXISTS (
                SELECT 1 FROM webhook_task AS h
                WHERE h.handler = o.handler AND h.order_key = o.order_key AND h.state IN (0, 2)
            )
        ) THEN 1 ELSE 0 END AS state
        FROM webhook_task AS o WHERE id = ANY ($2)
    ) AS m WHERE t.id = m.id";

const DISCARD: &str = "
    UPDATE webhook_task SET state = $3, last_error = $4, finished_at = {now} WHERE id = ANY ($2)";

pub(crate) async fn change(
    open: &Open,
    change: &Change,
    filter: &Filter,
    limit: u32,
) -> Result<u64, StoreError> {
    let step = match change {
        Change::Replay => Step::Replay,
        Change::Discard(_) => Step::Discard,
    };
    let (first, last) = accept::all_lanes();
    open.query(LOCK_ALL, &[(&first, Type::INT8), (&last, Type::INT8)]).await?;
    let meant = query::lock(open, filter, step.sources(), limit).await?;
    let ids: Vec<i64> = meant.iter().map(|row| row.0).collect();
    match change {
        Change::Replay => drop(open.query(REPLAY, &[(&ids, Type::INT8_ARRAY)]).await?),
        Change::Discard(reason) => {
            let reason = TaskResult::Skipped(reason.clone()).reason();
            let skipped = State::Skipped.code();
            let params = [
                (&ids as _, Type::INT8_ARRAY),
                (&skipped as _, Type::INT2),
                (&reason as _, Type::TEXT),
            ];
            open.query(DISCARD, &params).await?;
        }
    }
    let lanes: BTreeSet<(String, String)> = meant
        .into_iter()
        .filter_map(|(_, handler, order_key)| Some((handler, order_key?)))
        .collect();
    turn::promote(open, &lanes).await?;
    Ok(ids.len() as u64)
}

pub(crate) async fn pause(open: &Open, handler: &str, paused: bool) -> Result<(), StoreError> {
    let sql = if paused {
        "INSERT INTO webhook_paused (handler) VALUES ($2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM webhook_paused WHERE handler = $2"
    };
    open.query(sql, &[(&handler, Type::TEXT)]).await?;
    Ok(())
}

pub(crate) async fn forget(open: &Open, key: Key) -> Result<bool, StoreError> {
    let key = key.as_bytes().as_slice();
    let sql = "DELETE FROM webhook_seen WHERE key = $2 RETURNING 1";
    Ok(!open.query(sql, &[(&key, Type::BYTEA)]).await?.is_empty())
}

const PRUNE: &str = "
    WITH old AS (
        SELECT d.id FROM webhook_delivery AS d
        WHERE d.received_at <= {now} - $2::bigint * interval '1 millisecond' AND NOT EXISTS (
            SELECT 1 FROM webhook_task AS t WHERE t.delivery = d.id AND NOT (
                (t.state IN (3, 6) AND t.finished_at <= {now} - $2::bigint * interval '1 millisecond')
                OR (t.state IN (4, 5) AND t.finished_at <= {now} - $3::bigint * interval '1 millisecond')
            )
        )
        ORDER BY d.received_at LIMIT $4 FOR UPDATE OF d SKIP LOCKED
    ), tasks AS (
        DELETE FROM webhook_task WHERE delivery IN (SELECT id FROM old)
    )
    DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM old) RETURNING 1";

const PRUNE_KEYS: &str = "
    DELETE FROM webhook_seen WHERE key IN (
        SELECT key FROM webhook_seen WHERE until <= {now} ORDER BY until LIMIT $2 FOR UPDATE SKIP LOCKED
    ) RETURNING 1";

pub(crate) async fn prune(
    open: &Open,
    retention: Retention,
    limit: u32,
) -> Result<Pruned, StoreError> {
    let (done, failed, limit) =
        (millis(retention.done), millis(retention.failed), i64::from(limit));
    // A replay in between would lose its task.
    let (first, last) = accept::all_lanes();
    open.query(LOCK_ALL, &[(&first, Type::INT8), (&last, Type::INT8)]).await?;
    let params = [(&done as _, Type::INT8), (&failed as _, Type::INT8), (&limit as _, Type::INT8)];
    let deliveries = open.query(PRUNE, &params).await?;
    let keys = open.query(PRUNE_KEYS, &[(&limit, Type::INT8)]).await?;
    Ok(Pruned { deliveries: deliveries.len() as u64, keys: keys.len() as u64 })
}
