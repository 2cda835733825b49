//! Claiming.
//!
//! What was claimed and completed leaves dead entries at the beginning of the index of ready tasks, and
//! while any transaction on the server holds an old snapshot, no vacuum removes them: looking from the
//! beginning gets slower with each task. So a process remembers of each handler when the last task that it
//! took was due, and looks from a while before that. What is committed later than that, and what another
//! worker had locked and did not take, is found when everything is looked at, once a minute.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant, SystemTime},
};

use bytes::Bytes;
use tokio_postgres::{Row, types::Type};
use webhook_inbox::{DeliveryId, Key, Moment, StoreError, Task, Turn};

use crate::{
    Marks,
    open::{Open, lease, millis},
};

/// How far before the last task it looks, and how often at everything.
const SLACK: Duration = Duration::from_secs(30);
const FULL: Duration = Duration::from_secs(60);

/// What was abandoned first, then what is due, the longest due of all handlers before the others. What
/// another worker is taking at this moment is passed over.
const CLAIM: &str = "
    WITH room AS MATERIALIZED (
        SELECT * FROM unnest($2::text[], $3::bigint[], $4::timestamptz[]) AS r (handler, tasks, low)
        WHERE handler NOT IN (SELECT handler FROM webhook_paused)
    ), due AS MATERIALIZED (
        SELECT room.handler, room.tasks, x.* FROM room CROSS JOIN LATERAL (
            SELECT 0 AS rank, a.* FROM (
                SELECT lease_until AS at, id FROM webhook_task AS t
                WHERE t.state = 2 AND t.handler = room.handler AND t.lease_until <= {now}
                ORDER BY t.lease_until, t.id LIMIT room.tasks FOR UPDATE SKIP LOCKED
            ) AS a
            UNION ALL
            SELECT 1, b.* FROM (
                SELECT run_at AS at, id FROM webhook_task AS t
                WHERE t.state = 0 AND t.handler = room.handler AND t.run_at <= {now}
                    AND t.run_at >= CASE WHEN room.low IS NULL THEN '-infinity'
                        ELSE least(room.low, {now} - $7::bigint * interval '1 millisecond') END
                ORDER BY t.run_at, t.id LIMIT room.tasks FOR UPDATE SKIP LOCKED
            ) AS b
        ) AS x
    ), fair AS (
        SELECT *, row_number() OVER (PARTITION BY handler ORDER BY rank, at, id) AS nth FROM due
    ), picked AS MATERIALIZED (
        SELECT id, rank, at FROM fair WHERE nth <= tasks ORDER BY rank, at, id LIMIT $5
    )
    UPDATE webhook_task AS t SET
        state = 2, lease_no = t.lease_no + 1, attempt = t.attempt + 1,
        lease_until = {now} + $6::bigint * interval '1 millisecond'
    FROM picked, webhook_delivery AS d
    WHERE t.id = picked.id AND d.id = t.delivery
    RETURNING t.id, t.lease_no, t.handler, t.attempt, t.order_key, d.id, d.key, d.endpoint, d.scope,
        d.received_at, d.signed_at, d.head, d.body, picked.rank, picked.at";

/// How long until something of these handlers is due that is not yet, in whole milliseconds.
const NEXT: &str = "
    SELECT ceil(extract(epoch FROM min(x.at) - {now}) * 1000)::bigint
    FROM unnest($2::text[]) AS room (handler) CROSS JOIN LATERAL (
        SELECT min(run_at) AS at FROM webhook_task AS t
        WHERE t.state = 0 AND t.handler = room.handler AND t.run_at > {now}
        UNION ALL
        SELECT min(lease_until) FROM webhook_task AS t
        WHERE t.state = 2 AND t.handler = room.handler AND t.lease_until > {now}
    ) AS x
    WHERE room.handler NOT IN (SELECT handler FROM webhook_paused)";

/// What a claim learned of where to look next, once it is committed.
pub(crate) struct NewMarks {
    full: bool,
    asked: Vec<String>,
    last: BTreeMap<String, SystemTime>,
}

impl NewMarks {
    pub(crate) fn keep(self, marks: &Mutex<Marks>) {
        let mut marks = marks.lock().unwrap_or_else(PoisonError::into_inner);
        if self.full {
            marks.full_at = Instant::now();
            for handler in self.asked {
                marks.low.remove(&handler);
            }
        }
        marks.low.extend(self.last);
    }
}

pub(crate) async fn claim(
    open: &Open,
    turn: &Turn,
    marks: &Mutex<Marks>,
) -> Result<(Vec<Task>, Option<Duration>, NewMarks), StoreError> {
    let handlers: Vec<&str> = turn.rooms.iter().map(|room| room.handler.as_str()).collect();
    let mut new = NewMarks { full: false, asked: Vec::new(), last: BTreeMap::new() };
    if handlers.is_empty() {
        return Ok((Vec::new(), None, new));
    }
    let low: Vec<Option<SystemTime>> = {
        let marks = marks.lock().unwrap_or_else(PoisonError::into_inner);
        new.full = marks.full_at.elapsed() >= FULL;
        let low = |handler: &&str| marks.low.get(*handler).copied().filter(|_| !new.full);
        handlers.iter().map(low).collect()
    };
    new.asked = handlers.iter().map(|handler| (*handler).to_owned()).collect();
    let mut claimed = Vec::new();
    if turn.limit > 0 {
        let rooms = turn.rooms.iter().map(|room| i64::from(room.tasks.min(turn.limit)));
        let rooms: Vec<i64> = rooms.collect();
        let limit = i64::from(turn.limit);
        let (lease_for, slack) = (millis(turn.lease), millis(SLACK));
        let params = [
            (&handlers as _, Type::TEXT_ARRAY),
            (&rooms as _, Type::INT8_ARRAY),
            (&low as _, Type::TIMESTAMPTZ_ARRAY),
            (&limit as _, Type::INT8),
            (&lease_for as _, Type::INT8),
            (&slack as _, Type::INT8),
        ];
        let mut rows = open.query(CLAIM, &params).await?;
        // What an update returns has no order.
        rows.sort_by_key(|row| {
            (row.get::<_, i32>(13), row.get::<_, SystemTime>(14), row.get::<_, i64>(0))
        });
        for row in &rows {
            if row.get::<_, i32>(13) == 1 {
                let due: SystemTime = row.get(14);
                let low = due.checked_sub(SLACK).unwrap_or(SystemTime::UNIX_EPOCH);
                new.last.insert(row.get(2), low);
            }
            claimed.push(task(row)?);
        }
    }
    let next = open.query(NEXT, &[(&handlers, Type::TEXT_ARRAY)]).await?;
    let next: Option<i64> = next.first().and_then(|row| row.get(0));
    let next = next.map(|millis| Duration::from_millis(u64::try_from(millis).unwrap_or_default()));
    Ok((claimed, next, new))
}

fn task(row: &Row) -> Result<Task, StoreError> {
    let key: &[u8] = row.get(6);
    let key =
        key.try_into().map_err(|_| StoreError::refused("a delivery's key is not 32 bytes long"))?;
    Ok(Task {
        lease: lease(row.get(0), row.get(1)),
        handler: row.get(2),
        attempt: u32::try_from(row.get::<_, i32>(3)).unwrap_or_default(),
        order_key: row.get(4),
        delivery: DeliveryId(row.get(5)),
        key: Key::new(key),
        endpoint: row.get(7),
        scope: row.get(8),
        received_at: Moment::from(row.get::<_, SystemTime>(9)),
        signed_at: row.get::<_, Option<SystemTime>>(10).map(Moment::from),
        head: Bytes::from(row.get::<_, Vec<u8>>(11)),
        body: Bytes::from(row.get::<_, Vec<u8>>(12)),
    })
}
