//! Accepting deliveries.

use rusqlite::{Connection, OptionalExtension as _, params};
use webhook_inbox::{Accepted, DeliveryId, Moment, NewDelivery, NewTask};

pub(crate) fn accept(
    connection: &Connection,
    batch: &[NewDelivery],
    now: Moment,
) -> rusqlite::Result<Vec<Accepted>> {
    batch.iter().map(|new| accept_one(connection, new, now)).collect()
}

fn accept_one(
    connection: &Connection,
    new: &NewDelivery,
    now: Moment,
) -> rusqlite::Result<Accepted> {
    let new = new.parts();
    let seen = connection
        .prepare_cached("SELECT delivery FROM webhook_seen WHERE key = ?1 AND until > ?2")?
        .query_row(params![new.key.as_bytes(), now.as_millis()], |row| row.get(0))
        .optional()?;
    if let Some(delivery) = seen {
        return Ok(Accepted::Duplicate(DeliveryId(delivery)));
    }
    let delivery = connection
        .prepare_cached(
            "INSERT INTO webhook_delivery
             (key, endpoint, scope, event, sender_id, received_at, signed_at, head, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .insert(params![
            new.key.as_bytes(),
            new.endpoint,
            new.scope,
            new.event,
            new.sender_id,
            now.as_millis(),
            new.signed_at.map(Moment::as_millis),
            &new.head[..],
            &new.body[..],
        ])?;
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO webhook_seen (key, delivery, until) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![new.key.as_bytes(), delivery, now.saturating_add(new.keep).as_millis()])?;
    for task in new.tasks {
        insert_task(connection, delivery, task, now)?;
    }
    Ok(Accepted::New(DeliveryId(delivery)))
}

/// Ready, or waiting if something holds its lane.
fn insert_task(
    connection: &Connection,
    delivery: i64,
    task: &NewTask,
    now: Moment,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO webhook_task (delivery, handler, order_key, run_at, state)
             VALUES (?1, ?2, ?3, ?4, EXISTS (
                 SELECT 1 FROM webhook_task WHERE handler = ?2 AND order_key = ?3 AND state IN (0, 2)
             ))",
        )?
        .execute(params![
            delivery,
            task.handler(),
            task.lane(),
            now.saturating_add(task.run_in()).as_millis()
        ])?;
    Ok(())
}
