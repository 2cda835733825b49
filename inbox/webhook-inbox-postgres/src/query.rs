//! What owners look at: counting, listing, statistics.

use std::time::{Duration, SystemTime};

use tokio_postgres::{Row, types::Type};
use webhook_inbox::{DeliveryId, Depth, Filter, Moment, State, Stats, StoreError, TaskId, TaskRow};

use crate::open::{Open, Param};

/// The values of a filter, in the order of the condition's parameters.
struct Values {
    states: Option<Vec<i16>>,
    since: Option<SystemTime>,
    until: Option<SystemTime>,
    delivery: Option<i64>,
    task: Option<i64>,
    after: Option<i64>,
}

/// One condition for all filters: what is not set is not asked.
const CONDITION: &str = "
    ($2::smallint[] IS NULL OR t.state = ANY ($2)) AND ($3::text IS NULL OR t.handler = $3)
    AND ($4::text IS NULL OR d.endpoint = $4) AND ($5::text IS NULL OR d.scope = $5)
    AND ($6::text IS NULL OR d.event = $6) AND ($7::text IS NULL OR d.sender_id = $7)
    AND ($8::bigint IS NULL OR d.id = $8) AND ($9::bigint IS NULL OR t.id = $9)
    AND ($10::timestamptz IS NULL OR d.received_at >= $10)
    AND ($11::timestamptz IS NULL OR d.received_at < $11)
    AND ($12::bigint IS NULL OR t.id > $12)";

const FROM: &str = "FROM webhook_task AS t JOIN webhook_delivery AS d ON d.id = t.delivery WHERE";

impl Values {
    fn new(filter: &Filter) -> Self {
        let codes = filter.states.iter().map(|state| state.code()).collect();
        Self {
            states: (!filter.states.is_empty()).then_some(codes),
            since: filter.since.map(SystemTime::from),
            until: filter.until.map(SystemTime::from),
            delivery: filter.delivery.map(|id| id.0),
            task: filter.task.map(|id| id.0),
            after: filter.after.map(|id| id.0),
        }
    }

    fn params<'a>(&'a self, filter: &'a Filter) -> Vec<Param<'a>> {
        vec![
            (&self.states, Type::INT2_ARRAY),
            (&filter.handler, Type::TEXT),
            (&filter.endpoint, Type::TEXT),
            (&filter.scope, Type::TEXT),
            (&filter.event, Type::TEXT),
            (&filter.sender_id, Type::TEXT),
            (&self.delivery, Type::INT8),
            (&self.task, Type::INT8),
            (&self.since, Type::TIMESTAMPTZ),
            (&self.until, Type::TIMESTAMPTZ),
            (&self.after, Type::INT8),
        ]
    }
}

pub(crate) async fn count(open: &Open, filter: &Filter) -> Result<u64, StoreError> {
    let values = Values::new(filter);
    let sql = format!("SELECT count(*) {FROM} {CONDITION}");
    let rows = open.query(&sql, &values.params(filter)).await?;
    let count: i64 = rows.first().map(|row| row.get(0)).unwrap_or_default();
    Ok(count.unsigned_abs())
}

/// Locks the tasks of a filter that are in one of these states, and gives their numbers and lanes.
pub(crate) async fn lock(
    open: &Open,
    filter: &Filter,
    states: impl Iterator<Item = State>,
    limit: u32,
) -> Result<Vec<(i64, String, Option<String>)>, StoreError> {
    let values = Values::new(filter);
    let states: Vec<i16> = states.map(State::code).collect();
    let limit = i64::from(limit);
    let mut params = values.params(filter);
    params.push((&states, Type::INT2_ARRAY));
    params.push((&limit, Type::INT8));
    let sql = format!(
        "SELECT t.id, t.handler, t.order_key {FROM} {CONDITION} AND t.state = ANY ($13)
         ORDER BY t.id LIMIT $14 FOR UPDATE OF t"
    );
    let rows = open.query(&sql, &params).await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect())
}

pub(crate) async fn list(
    open: &Open,
    filter: &Filter,
    limit: u32,
) -> Result<Vec<TaskRow>, StoreError> {
    let values = Values::new(filter);
    let limit = i64::from(limit);
    let mut params = values.params(filter);
    params.push((&limit, Type::INT8));
    let sql = format!(
        "SELECT t.id, d.id, t.handler, t.state, t.attempt, t.lease_no, t.run_at, t.lease_until,
                t.order_key, t.last_error, t.finished_at, d.endpoint, d.scope, d.event, d.sender_id,
                d.received_at
         {FROM} {CONDITION} ORDER BY t.id LIMIT $13"
    );
    let rows = open.query(&sql, &params).await?;
    rows.iter().map(task_row).collect()
}

fn task_row(row: &Row) -> Result<TaskRow, StoreError> {
    let moment = |at: usize| row.get::<_, Option<SystemTime>>(at).map(Moment::from);
    Ok(TaskRow {
        id: TaskId(row.get(0)),
        delivery: DeliveryId(row.get(1)),
        handler: row.get(2),
        state: state(row.get(3))?,
        attempt: u32::try_from(row.get::<_, i32>(4)).unwrap_or_default(),
        lease_no: row.get(5),
        run_at: row.get::<_, SystemTime>(6).into(),
        lease_until: moment(7),
        order_key: row.get(8),
        last_error: row.get(9),
        finished_at: moment(10),
        endpoint: row.get(11),
        scope: row.get(12),
        event: row.get(13),
        sender_id: row.get(14),
        received_at: row.get::<_, SystemTime>(15).into(),
    })
}

fn state(code: i16) -> Result<State, StoreError> {
    State::from_code(code).ok_or_else(|| {
        StoreError::refused(format!("a task is in a state that a newer version knows: {code}"))
    })
}

pub(crate) async fn stats(open: &Open) -> Result<Stats, StoreError> {
    let tasks = "
        SELECT handler, state, count(*) FROM webhook_task GROUP BY handler, state
        ORDER BY handler COLLATE \"C\", state";
    let oldest = "
        SELECT floor(extract(epoch FROM {now} - min(run_at)) * 1000)::bigint FROM webhook_task
        WHERE state = 0 AND run_at <= {now}";
    let paused = "SELECT handler FROM webhook_paused ORDER BY handler COLLATE \"C\"";
    let depth = |row: &Row| {
        let tasks: i64 = row.get(2);
        Ok(Depth { handler: row.get(0), state: state(row.get(1))?, tasks: tasks.unsigned_abs() })
    };
    let tasks =
        open.query(tasks, &[]).await?.iter().map(depth).collect::<Result<_, StoreError>>()?;
    let oldest =
        open.query(oldest, &[]).await?.first().and_then(|row| row.get::<_, Option<i64>>(0));
    let millis = |millis| Duration::from_millis(u64::try_from(millis).unwrap_or_default());
    let paused = open.query(paused, &[]).await?.iter().map(|row| row.get(0)).collect();
    Ok(Stats { tasks, oldest_ready: oldest.map(millis), paused })
}
