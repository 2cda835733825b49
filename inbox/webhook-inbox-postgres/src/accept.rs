//! Accepting deliveries: one statement for all of a batch.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    time::SystemTime,
};

use tokio_postgres::types::Type;
use webhook_inbox::{Accepted, DeliveryId, Key, NewDelivery, StoreError};

use crate::open::{Open, millis};

/// Stores a batch. Keys are inserted in their order, and lanes locked in theirs before: two batches wait for
/// each other, never both at once.
const ACCEPT: &str = "
    WITH new AS (
        SELECT * FROM unnest(
            $2::bytea[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],
            $8::timestamptz[], $9::bytea[], $10::bytea[]
        ) AS n (key, keep, endpoint, scope, event, sender_id, signed_at, head, body)
    ), seen AS (
        INSERT INTO webhook_seen AS s (key, delivery, until)
        SELECT key, nextval(pg_get_serial_sequence('webhook_delivery', 'id')),
            {now} + keep * interval '1 millisecond'
        FROM (SELECT key, keep FROM new ORDER BY key) AS sorted
        ON CONFLICT (key) DO UPDATE SET delivery = excluded.delivery, until = excluded.until
            WHERE s.until <= {now}
        RETURNING key, delivery
    ), delivery AS (
        INSERT INTO webhook_delivery
            (id, key, endpoint, scope, event, sender_id, received_at, signed_at, head, body)
        SELECT seen.delivery, key, endpoint, scope, event, sender_id, {now}, signed_at, head, body
        FROM new JOIN seen USING (key)
    ), task AS (
        INSERT INTO webhook_task (delivery, handler, order_key, lane, run_at, state)
        SELECT seen.delivery, t.handler, t.order_key, t.lane, {now} + t.delay * interval '1 millisecond',
            CASE WHEN t.order_key IS NOT NULL AND (
                row_number() OVER (PARTITION BY t.handler, t.order_key ORDER BY t.at) > 1
                OR EXISTS (
                    SELECT 1 FROM webhook_task AS o
                    WHERE o.handler = t.handler AND o.order_key = t.order_key AND o.state IN (0, 2)
                )
            ) THEN 1 ELSE 0 END
        FROM unnest($11::bytea[], $12::text[], $13::text[], $14::bigint[], $15::bigint[])
            WITH ORDINALITY AS t (key, handler, order_key, lane, delay, at)
        JOIN seen USING (key)
        ORDER BY t.at
    )
    SELECT key, delivery FROM seen";

/// Waits for what is at work in these lanes. Given in order, so that two never wait for each other.
pub(crate) const LOCK_LANES: &str =
    "SELECT pg_advisory_xact_lock(lane) FROM unnest($2::bigint[]) AS lane";

/// How many locks all lanes share: the server has a place for some thousands, in all transactions.
const LANES: i64 = 256;
/// What keeps them apart from the application's own locks.
const LANES_FROM: i64 = 0x7765_6268_6f6f_6b00;

/// The lock of a lane.
pub(crate) fn lane(handler: &str, order_key: &str) -> i64 {
    let [first, ..] = *Key::of(&[handler.as_bytes(), order_key.as_bytes()]).as_bytes();
    LANES_FROM + i64::from(first) % LANES
}

/// The first and the last of them.
pub(crate) fn all_lanes() -> (i64, i64) {
    (LANES_FROM, LANES_FROM + (LANES - 1))
}

pub(crate) async fn lock(open: &Open, lanes: BTreeSet<i64>) -> Result<(), StoreError> {
    if lanes.is_empty() {
        return Ok(());
    }
    let lanes: Vec<i64> = lanes.into_iter().collect();
    open.query(LOCK_LANES, &[(&lanes, Type::INT8_ARRAY)]).await?;
    Ok(())
}

pub(crate) async fn accept(
    open: &Open,
    batch: &[NewDelivery],
) -> Result<Vec<Accepted>, StoreError> {
    let mut columns = Columns::default();
    let mut keys = HashSet::new();
    for new in batch {
        // Of two with one key the second is a duplicate of the first.
        if keys.insert(new.key()) {
            columns.add(new);
        }
    }
    lock(open, columns.lanes()).await?;
    let mut new = columns.insert(open).await?;
    let mut seen = seen(open, &columns.key, &new).await?;
    batch
        .iter()
        .map(|delivery| match new.remove(delivery.key().as_bytes().as_slice()) {
            Some(id) => {
                seen.insert(delivery.key().as_bytes().to_vec(), id);
                Ok(Accepted::New(DeliveryId(id)))
            }
            None => match seen.get(delivery.key().as_bytes().as_slice()) {
                Some(id) => Ok(Accepted::Duplicate(DeliveryId(*id))),
                // It was pruned or forgotten between the two statements.
                None => Err(StoreError::unavailable("a key went while it was looked at")),
            },
        })
        .collect()
}

/// The deliveries of keys that were remembered. A statement of its own, which sees what others committed since.
async fn seen(
    open: &Open,
    keys: &[&[u8]],
    new: &HashMap<Vec<u8>, i64>,
) -> Result<HashMap<Vec<u8>, i64>, StoreError> {
    let old: Vec<&[u8]> = keys.iter().copied().filter(|key| !new.contains_key(*key)).collect();
    if old.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = "SELECT key, delivery FROM webhook_seen WHERE key = ANY ($2)";
    let rows = open.query(sql, &[(&old, Type::BYTEA_ARRAY)]).await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// A batch, column by column.
#[derive(Default)]
struct Columns<'a> {
    key: Vec<&'a [u8]>,
    keep: Vec<i64>,
    endpoint: Vec<&'a str>,
    scope: Vec<&'a str>,
    event: Vec<Option<&'a str>>,
    sender_id: Vec<Option<&'a str>>,
    signed_at: Vec<Option<SystemTime>>,
    head: Vec<&'a [u8]>,
    body: Vec<&'a [u8]>,
    task_key: Vec<&'a [u8]>,
    handler: Vec<&'a str>,
    order_key: Vec<Option<&'a str>>,
    lane: Vec<Option<i64>>,
    delay: Vec<i64>,
}

impl<'a> Columns<'a> {
    fn add(&mut self, new: &'a NewDelivery) {
        let new = new.parts();
        let key = new.key.as_bytes().as_slice();
        self.key.push(key);
        self.keep.push(millis(new.keep));
        self.endpoint.push(new.endpoint);
        self.scope.push(new.scope);
        self.event.push(new.event);
        self.sender_id.push(new.sender_id);
        self.signed_at.push(new.signed_at.map(SystemTime::from));
        self.head.push(new.head);
        self.body.push(new.body);
        for task in new.tasks {
            self.task_key.push(key);
            self.handler.push(task.handler());
            self.order_key.push(task.lane());
            self.lane.push(task.lane().map(|order_key| lane(task.handler(), order_key)));
            self.delay.push(millis(task.run_in()));
        }
    }

    fn lanes(&self) -> BTreeSet<i64> {
        self.lane.iter().copied().flatten().collect()
    }

    /// The deliveries that are new, by their keys.
    async fn insert(&self, open: &Open) -> Result<HashMap<Vec<u8>, i64>, StoreError> {
        let rows = open
            .query(
                ACCEPT,
                &[
                    (&self.key, Type::BYTEA_ARRAY),
                    (&self.keep, Type::INT8_ARRAY),
                    (&self.endpoint, Type::TEXT_ARRAY),
                    (&self.scope, Type::TEXT_ARRAY),
                    (&self.event, Type::TEXT_ARRAY),
                    (&self.sender_id, Type::TEXT_ARRAY),
                    (&self.signed_at, Type::TIMESTAMPTZ_ARRAY),
                    (&self.head, Type::BYTEA_ARRAY),
                    (&self.body, Type::BYTEA_ARRAY),
                    (&self.task_key, Type::BYTEA_ARRAY),
                    (&self.handler, Type::TEXT_ARRAY),
                    (&self.order_key, Type::TEXT_ARRAY),
                    (&self.lane, Type::INT8_ARRAY),
                    (&self.delay, Type::INT8_ARRAY),
                ],
            )
            .await?;
        Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
    }
}
