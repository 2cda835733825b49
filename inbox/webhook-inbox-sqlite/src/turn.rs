//! Completions, renewals and claims.

use std::time::Duration;

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use webhook_inbox::{
    Completion, DeliveryId, Key, Lease, Moment, Settled, Standing, State, Step, Task, TaskId, Turn,
    Turned,
};

pub(crate) fn turn(connection: &Connection, turn: &Turn, now: Moment) -> rusqlite::Result<Turned> {
    let mut turned = Turned::default();
    for completion in &turn.completions {
        turned.completed.push(complete(connection, completion, now)?);
    }
    for lease in &turn.renewals {
        turned.renewed.push(renew(connection, *lease, now.saturating_add(turn.lease))?);
    }
    if !turn.rooms.is_empty() {
        turned.claimed = claim(connection, turn, now)?;
        turned.next_in = next_in(connection, turn, now)?;
    }
    Ok(turned)
}

/// Stores what became of a task, if the lease is still its own, and promotes the next of its lane.
pub(crate) fn complete(
    connection: &Connection,
    completion: &Completion,
    now: Moment,
) -> rusqlite::Result<Settled> {
    let Completion { lease, result } = completion;
    let step = result.step();
    let Some(to) = step.from_state(State::Running) else { return Ok(Settled::Lost) };
    let finished = to.is_finished();
    let lane = connection
        .prepare_cached(
            "UPDATE webhook_task SET
                 state = ?3, lease_until = NULL, last_error = coalesce(?4, last_error),
                 finished_at = ?5, run_at = coalesce(?6, run_at),
                 attempt = max(attempt - ?7, 0)
             WHERE id = ?1 AND lease_no = ?2 AND state = 2
             RETURNING handler, order_key",
        )?
        .query_row(
            params![
                lease.task.0,
                lease.number,
                to.code(),
                result.reason(),
                finished.then_some(now.as_millis()),
                (!finished).then(|| now.saturating_add(result.after()).as_millis()),
                i64::from(step == Step::GiveBack),
            ],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?)),
        )
        .optional()?;
    let Some((handler, order_key)) = lane else { return missed(connection, *lease) };
    if let (true, Some(order_key)) = (finished, order_key) {
        promote(connection, &handler, &order_key, now)?;
    }
    Ok(Settled::Held)
}

/// Lets the first that waits in a lane go on, if nothing holds it any more.
pub(crate) fn promote(
    connection: &Connection,
    handler: &str,
    order_key: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE webhook_task SET state = 0, run_at = max(run_at, ?3)
             WHERE id = (
                 SELECT min(id) FROM webhook_task WHERE handler = ?1 AND order_key = ?2 AND state = 1
             ) AND NOT EXISTS (
                 SELECT 1 FROM webhook_task WHERE handler = ?1 AND order_key = ?2 AND state IN (0, 2)
             )",
        )?
        .execute(params![handler, order_key, now.as_millis()])?;
    Ok(())
}

fn renew(connection: &Connection, lease: Lease, until: Moment) -> rusqlite::Result<Settled> {
    let renewed = connection
        .prepare_cached(
            "UPDATE webhook_task SET lease_until = ?3 WHERE id = ?1 AND lease_no = ?2 AND state = 2",
        )?
        .execute(params![lease.task.0, lease.number, until.as_millis()])?;
    if renewed == 1 { Ok(Settled::Held) } else { missed(connection, lease) }
}

/// Why nothing was changed under a lease.
fn missed(connection: &Connection, lease: Lease) -> rusqlite::Result<Settled> {
    Ok(match look(connection, lease)? {
        Standing::Completed => Settled::Already,
        Standing::Held | Standing::Lost => Settled::Lost,
    })
}

pub(crate) fn look(connection: &Connection, lease: Lease) -> rusqlite::Result<Standing> {
    let state: Option<i16> = connection
        .prepare_cached("SELECT state FROM webhook_task WHERE id = ?1 AND lease_no = ?2")?
        .query_row(params![lease.task.0, lease.number], |row| row.get(0))
        .optional()?;
    Ok(match state.map(State::from_code) {
        None => Standing::Lost,
        Some(Some(State::Running)) => Standing::Held,
        Some(_) => Standing::Completed,
    })
}

/// What was abandoned first, then what is due, the longest due of all handlers before the others.
fn claim(connection: &Connection, turn: &Turn, now: Moment) -> rusqlite::Result<Vec<Task>> {
    let mut due: Vec<(bool, i64, i64)> = Vec::new();
    let mut find = connection.prepare_cached(
        "SELECT * FROM (
             SELECT 0, lease_until, id FROM webhook_task
             WHERE state = 2 AND handler = ?1 AND lease_until <= ?2
             ORDER BY lease_until, id LIMIT ?3
         ) UNION ALL SELECT * FROM (
             SELECT 1, run_at, id FROM webhook_task
             WHERE state = 0 AND handler = ?1 AND run_at <= ?2
             ORDER BY run_at, id LIMIT ?3
         )",
    )?;
    let mut unpaused = connection
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM webhook_paused WHERE handler = ?1)")?;
    for room in &turn.rooms {
        if !unpaused.query_row([&room.handler], |row| row.get(0))? {
            continue;
        }
        let limit = room.tasks.min(turn.limit);
        let found = find.query_map(params![room.handler, now.as_millis(), limit], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        let mut found: Vec<_> = found.collect::<rusqlite::Result<_>>()?;
        found.sort_unstable();
        found.truncate(limit as usize);
        due.extend(found);
    }
    due.sort_unstable();
    due.truncate(turn.limit as usize);
    let until = now.saturating_add(turn.lease);
    due.into_iter().map(|(_, _, id)| claim_one(connection, id, until)).collect()
}

fn claim_one(connection: &Connection, id: i64, until: Moment) -> rusqlite::Result<Task> {
    connection
        .prepare_cached(
            "UPDATE webhook_task SET
                 state = 2, lease_no = lease_no + 1, attempt = attempt + 1, lease_until = ?2
             WHERE id = ?1",
        )?
        .execute(params![id, until.as_millis()])?;
    connection
        .prepare_cached(
            "SELECT t.lease_no, t.handler, t.attempt, t.order_key, d.id, d.key, d.endpoint, d.scope,
                    d.received_at, d.signed_at, d.head, d.body
             FROM webhook_task t JOIN webhook_delivery d ON d.id = t.delivery WHERE t.id = ?1",
        )?
        .query_row([id], |row| task(id, row))
}

fn task(id: i64, row: &Row<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        lease: Lease { task: TaskId(id), number: row.get(0)? },
        handler: row.get(1)?,
        attempt: row.get(2)?,
        order_key: row.get(3)?,
        delivery: DeliveryId(row.get(4)?),
        key: Key::new(row.get(5)?),
        endpoint: row.get(6)?,
        scope: row.get(7)?,
        received_at: Moment::from_millis(row.get(8)?),
        signed_at: row.get::<_, Option<i64>>(9)?.map(Moment::from_millis),
        head: Bytes::from(row.get::<_, Vec<u8>>(10)?),
        body: Bytes::from(row.get::<_, Vec<u8>>(11)?),
    })
}

/// How long until something of these handlers is due that is not yet.
fn next_in(
    connection: &Connection,
    turn: &Turn,
    now: Moment,
) -> rusqlite::Result<Option<Duration>> {
    let mut find = connection.prepare_cached(
        "SELECT min(at) FROM (
             SELECT min(run_at) AS at FROM webhook_task WHERE state = 0 AND handler = ?1 AND run_at > ?2
             UNION ALL
             SELECT min(lease_until) FROM webhook_task
             WHERE state = 2 AND handler = ?1 AND lease_until > ?2
         ) WHERE NOT EXISTS (SELECT 1 FROM webhook_paused WHERE handler = ?1)",
    )?;
    let mut next: Option<i64> = None;
    for room in &turn.rooms {
        let at: Option<i64> =
            find.query_row(params![room.handler, now.as_millis()], |row| row.get(0))?;
        next = next.into_iter().chain(at).min();
    }
    Ok(next.map(|at| Moment::from_millis(at).since(now)))
}
