//! Completions, renewals and claims.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Mutex,
};

use tokio_postgres::types::Type;
use webhook_inbox::{Completion, Lease, Settled, Standing, State, Step, StoreError, Turn, Turned};

use crate::{
    Marks,
    claim::{self, NewMarks},
    open::{Open, lease, millis},
};

/// Waits for whoever is at work in the lanes of these tasks: a task that is accepted must not miss its
/// completion.
const LOCK: &str = "
    SELECT pg_advisory_xact_lock(lane) FROM (
        SELECT DISTINCT lane FROM webhook_task WHERE id = ANY ($2) AND lane IS NOT NULL ORDER BY lane
    ) AS lanes";

/// Rows are locked in the order of their numbers, so that two turns never wait for each other.
const COMPLETE: &str = "
    WITH c AS (
        SELECT * FROM unnest($2::bigint[], $3::bigint[], $4::smallint[], $5::text[], $6::bigint[], $7::boolean[])
            AS c (id, lease_no, state, reason, after, gives_back)
    ), held AS (
        SELECT t.id FROM webhook_task AS t JOIN c USING (id)
        WHERE t.lease_no = c.lease_no AND t.state = 2 ORDER BY t.id FOR UPDATE OF t
    )
    UPDATE webhook_task AS t SET
        state = c.state, lease_until = NULL, last_error = coalesce(c.reason, last_error),
        finished_at = CASE WHEN c.after IS NULL THEN {now} END,
        run_at = coalesce({now} + c.after * interval '1 millisecond', run_at),
        attempt = greatest(attempt - CASE WHEN c.gives_back THEN 1 ELSE 0 END, 0)
    FROM c JOIN held USING (id)
    WHERE t.id = c.id AND t.lease_no = c.lease_no AND t.state = 2
    RETURNING t.id, t.lease_no, t.handler, CASE WHEN c.after IS NULL THEN t.order_key END";

/// Lets the first that waits in each of these lanes go on, if nothing holds the lane any more.
const PROMOTE: &str = "
    UPDATE webhook_task AS t SET state = 0, run_at = greatest(run_at, {now})
    FROM (
        SELECT DISTINCT handler, order_key FROM unnest($2::text[], $3::text[]) AS l (handler, order_key)
    ) AS l
    WHERE t.id = (
        SELECT min(w.id) FROM webhook_task AS w
        WHERE w.handler = l.handler AND w.order_key = l.order_key AND w.state = 1
    ) AND NOT EXISTS (
        SELECT 1 FROM webhook_task AS h
        WHERE h.handler = l.handler AND h.order_key = l.order_key AND h.state IN (0, 2)
    )";

const RENEW: &str = "
    WITH r AS (SELECT * FROM unnest($2::bigint[], $3::bigint[]) AS r (id, lease_no)), held AS (
        SELECT t.id FROM webhook_task AS t JOIN r USING (id)
        WHERE t.lease_no = r.lease_no AND t.state = 2 ORDER BY t.id FOR UPDATE OF t
    )
    UPDATE webhook_task AS t SET lease_until = {now} + $4::bigint * interval '1 millisecond'
    FROM held WHERE t.id = held.id
    RETURNING t.id, t.lease_no";

const LOOK: &str = "
    SELECT t.id, t.lease_no, t.state FROM webhook_task AS t
    JOIN unnest($2::bigint[], $3::bigint[]) AS l (id, lease_no) USING (id, lease_no)";

pub(crate) async fn turn(
    open: &Open,
    turn: &Turn,
    marks: &Mutex<Marks>,
) -> Result<(Turned, NewMarks), StoreError> {
    let completed = complete(open, &turn.completions).await?;
    let renewed = renew(open, turn).await?;
    let (claimed, next_in, marks) = claim::claim(open, turn, marks).await?;
    Ok((Turned { completed, renewed, claimed, next_in }, marks))
}

/// Stores what became of tasks whose leases are still their own, and promotes the next of their lanes.
pub(crate) async fn complete(
    open: &Open,
    completions: &[Completion],
) -> Result<Vec<Settled>, StoreError> {
    if completions.is_empty() {
        return Ok(Vec::new());
    }
    let leases: Vec<Lease> = completions.iter().map(|one| one.lease).collect();
    let (ids, numbers) = columns(&leases);
    let states: Vec<i16> = completions
        .iter()
        .filter_map(|one| one.result.step().from_state(State::Running))
        .map(State::code)
        .collect();
    let reasons: Vec<Option<String>> = completions.iter().map(|one| one.result.reason()).collect();
    let step = |one: &Completion| one.result.step();
    let after: Vec<Option<i64>> = completions
        .iter()
        .map(|one| {
            let again = matches!(step(one), Step::Retry | Step::GiveBack);
            again.then(|| millis(one.result.after()))
        })
        .collect();
    let given_back: Vec<bool> = completions.iter().map(|one| step(one) == Step::GiveBack).collect();
    open.query(LOCK, &[(&ids, Type::INT8_ARRAY)]).await?;
    let rows = open
        .query(
            COMPLETE,
            &[
                (&ids, Type::INT8_ARRAY),
                (&numbers, Type::INT8_ARRAY),
                (&states, Type::INT2_ARRAY),
                (&reasons, Type::TEXT_ARRAY),
                (&after, Type::INT8_ARRAY),
                (&given_back, Type::BOOL_ARRAY),
            ],
        )
        .await?;
    let lanes: BTreeSet<(String, String)> = rows
        .iter()
        .filter_map(|row| Some((row.get(2), row.get::<_, Option<String>>(3)?)))
        .collect();
    promote(open, &lanes).await?;
    let held = rows.iter().map(|row| lease(row.get(0), row.get(1))).collect();
    settled(open, &leases, &held).await
}

pub(crate) async fn promote(
    open: &Open,
    lanes: &BTreeSet<(String, String)>,
) -> Result<(), StoreError> {
    if lanes.is_empty() {
        return Ok(());
    }
    let (handlers, order_keys): (Vec<&str>, Vec<&str>) =
        lanes.iter().map(|(handler, order_key)| (handler.as_str(), order_key.as_str())).unzip();
    let params = [(&handlers as _, Type::TEXT_ARRAY), (&order_keys as _, Type::TEXT_ARRAY)];
    open.query(PROMOTE, &params).await?;
    Ok(())
}

async fn renew(open: &Open, turn: &Turn) -> Result<Vec<Settled>, StoreError> {
    if turn.renewals.is_empty() {
        return Ok(Vec::new());
    }
    let (ids, numbers) = columns(&turn.renewals);
    let lease_for = millis(turn.lease);
    let params = [
        (&ids as _, Type::INT8_ARRAY),
        (&numbers as _, Type::INT8_ARRAY),
        (&lease_for as _, Type::INT8),
    ];
    let rows = open.query(RENEW, &params).await?;
    let held = rows.iter().map(|row| lease(row.get(0), row.get(1))).collect();
    settled(open, &turn.renewals, &held).await
}

/// What became of changes under leases, given those that were made.
async fn settled(
    open: &Open,
    leases: &[Lease],
    held: &std::collections::HashSet<Lease>,
) -> Result<Vec<Settled>, StoreError> {
    let missed: Vec<Lease> = leases.iter().copied().filter(|lease| !held.contains(lease)).collect();
    let missed = look(open, &missed).await?;
    Ok(leases
        .iter()
        .map(|lease| match missed.get(lease) {
            _ if held.contains(lease) => Settled::Held,
            Some(Standing::Completed) => Settled::Already,
            Some(Standing::Held | Standing::Lost) | None => Settled::Lost,
        })
        .collect())
}

/// How leases stand; what is not there is lost.
pub(crate) async fn look(
    open: &Open,
    leases: &[Lease],
) -> Result<HashMap<Lease, Standing>, StoreError> {
    if leases.is_empty() {
        return Ok(HashMap::new());
    }
    let (ids, numbers) = columns(leases);
    let params = [(&ids as _, Type::INT8_ARRAY), (&numbers as _, Type::INT8_ARRAY)];
    let rows = open.query(LOOK, &params).await?;
    let standing = |row: &tokio_postgres::Row| {
        let running = State::from_code(row.get(2)) == Some(State::Running);
        let standing = if running { Standing::Held } else { Standing::Completed };
        (lease(row.get(0), row.get(1)), standing)
    };
    Ok(rows.iter().map(standing).collect())
}

fn columns(leases: &[Lease]) -> (Vec<i64>, Vec<i64>) {
    leases.iter().map(|lease| (lease.task.0, lease.number)).unzip()
}
