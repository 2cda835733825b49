//! What changes nothing: counting, listing, statistics.

use rusqlite::{Connection, Row, params_from_iter, types::Value};
use webhook_inbox::{DeliveryId, Depth, Filter, Moment, State, Stats, TaskId, TaskRow};

/// A filter as a condition on `t`, the task, and `d`, its delivery, with its values in their order.
pub(crate) fn condition(filter: &Filter) -> (String, Vec<Value>) {
    let mut parts = vec!["1".to_owned()];
    let mut values = Vec::new();
    let mut add = |column: &str, value: Option<Value>| {
        if let Some(value) = value {
            parts.push(format!("{column} ?"));
            values.push(value);
        }
    };
    let text = |text: &Option<String>| text.clone().map(Value::Text);
    let moment = |moment: Option<Moment>| moment.map(|moment| Value::Integer(moment.as_millis()));
    add("t.handler =", text(&filter.handler));
    add("d.endpoint =", text(&filter.endpoint));
    add("d.scope =", text(&filter.scope));
    add("d.event =", text(&filter.event));
    add("d.sender_id =", text(&filter.sender_id));
    add("d.id =", filter.delivery.map(|id| Value::Integer(id.0)));
    add("t.id =", filter.task.map(|id| Value::Integer(id.0)));
    add("d.received_at >=", moment(filter.since));
    add("d.received_at <", moment(filter.until));
    add("t.id >", filter.after.map(|id| Value::Integer(id.0)));
    if !filter.states.is_empty() {
        let codes: Vec<String> =
            filter.states.iter().map(|state| state.code().to_string()).collect();
        parts.push(format!("t.state IN ({})", codes.join(", ")));
    }
    (parts.join(" AND "), values)
}

const FROM: &str = "FROM webhook_task t JOIN webhook_delivery d ON d.id = t.delivery WHERE";

pub(crate) fn count(connection: &Connection, filter: &Filter) -> rusqlite::Result<u64> {
    let (condition, values) = condition(filter);
    let sql = format!("SELECT count(*) {FROM} {condition}");
    let count: i64 = connection.query_row(&sql, params_from_iter(values), |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

pub(crate) fn list(
    connection: &Connection,
    filter: &Filter,
    limit: u32,
) -> rusqlite::Result<Vec<TaskRow>> {
    let (condition, values) = condition(filter);
    let mut rows = connection.prepare(&format!(
        "SELECT t.id, d.id, t.handler, t.state, t.attempt, t.lease_no, t.run_at, t.lease_until,
                t.order_key, t.last_error, t.finished_at, d.endpoint, d.scope, d.event, d.sender_id,
                d.received_at
         {FROM} {condition} ORDER BY t.id LIMIT {limit}"
    ))?;
    let rows = rows.query_map(params_from_iter(values), task_row)?;
    rows.collect()
}

fn task_row(row: &Row<'_>) -> rusqlite::Result<TaskRow> {
    let moment = |at: usize| -> rusqlite::Result<Option<Moment>> {
        Ok(row.get::<_, Option<i64>>(at)?.map(Moment::from_millis))
    };
    Ok(TaskRow {
        id: TaskId(row.get(0)?),
        delivery: DeliveryId(row.get(1)?),
        handler: row.get(2)?,
        state: state(row, 3)?,
        attempt: row.get(4)?,
        lease_no: row.get(5)?,
        run_at: Moment::from_millis(row.get(6)?),
        lease_until: moment(7)?,
        order_key: row.get(8)?,
        last_error: row.get(9)?,
        finished_at: moment(10)?,
        endpoint: row.get(11)?,
        scope: row.get(12)?,
        event: row.get(13)?,
        sender_id: row.get(14)?,
        received_at: Moment::from_millis(row.get(15)?),
    })
}

fn state(row: &Row<'_>, at: usize) -> rusqlite::Result<State> {
    let code: i16 = row.get(at)?;
    State::from_code(code).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, code.into()))
}

pub(crate) fn stats(connection: &Connection, now: Moment) -> rusqlite::Result<Stats> {
    let mut tasks = connection.prepare_cached(
        "SELECT handler, state, count(*) FROM webhook_task GROUP BY handler, state ORDER BY handler, state",
    )?;
    let tasks = tasks.query_map([], |row| {
        let tasks: i64 = row.get(2)?;
        Ok(Depth { handler: row.get(0)?, state: state(row, 1)?, tasks: tasks.unsigned_abs() })
    })?;
    let oldest: Option<i64> = connection
        .prepare_cached("SELECT min(run_at) FROM webhook_task WHERE state = 0 AND run_at <= ?1")?
        .query_row([now.as_millis()], |row| row.get(0))?;
    let mut paused =
        connection.prepare_cached("SELECT handler FROM webhook_paused ORDER BY handler")?;
    let paused = paused.query_map([], |row| row.get(0))?;
    Ok(Stats {
        tasks: tasks.collect::<rusqlite::Result<_>>()?,
        oldest_ready: oldest.map(|at| now.since(Moment::from_millis(at))),
        paused: paused.collect::<rusqlite::Result<_>>()?,
    })
}
