//! `Tx` as an argument: its effects are committed with the task's completion, or not at all.

use webhook_kit::{
    RawEvent, State,
    inbox::{Attempt, BoxError, Memory, State as Stands, Tx, sqlite::Sqlite},
    webhook,
};

use crate::world::{Notes, Place, open, payout, rows, secret, status, with_inbox, worked};

const LEDGER: &str = "CREATE TABLE ledger (attempt INTEGER)";

/// Books, and fails the first time, after it has booked.
#[webhook(provider = "fincra")]
async fn ledger(
    _: RawEvent,
    mut tx: Tx<Sqlite>,
    attempt: Attempt,
    State(notes): State<Notes>,
) -> Result<(), BoxError> {
    tx.execute("INSERT INTO ledger VALUES (?1)", (attempt.0,)).await?;
    let booked: i64 = tx
        .call(|connection| {
            connection.query_row("SELECT count(*) FROM ledger", (), |row| row.get(0))
        })
        .await?;
    Ok(notes.note(format!("{booked} at attempt {}", attempt.0))?)
}

/// What is in the ledger, as another connection sees it.
fn booked(place: &Place) -> Vec<i64> {
    let connection = place.connection();
    let mut statement = connection.prepare("SELECT attempt FROM ledger").expect("a table");
    let rows = statement.query_map((), |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a number")).collect()
}

#[tokio::test]
async fn effects_are_committed_with_the_completion() {
    let place = Place::new("effects");
    place.connection().execute_batch(LEDGER).expect("a table");
    let (inbox, notes) = (open(place.store()), Notes::default());
    let endpoint = with_inbox(ledger::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    assert_eq!(worked(&inbox).await[0].state, Stands::Done);
    assert_eq!(booked(&place), [1]);
}

#[tokio::test]
async fn a_handler_that_failed_leaves_no_effect() {
    let place = Place::new("no-effects");
    place.connection().execute_batch(LEDGER).expect("a table");
    let (inbox, notes) = (open(place.store()), Notes::failing(1));
    let endpoint = with_inbox(ledger::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows[0].state, rows[0].attempt), (Stands::Done, 2));
    assert_eq!(notes.all(), ["1 at attempt 1", "1 at attempt 2"], "the first was rolled back");
    assert_eq!(booked(&place), [2]);
}

#[tokio::test]
async fn a_transaction_of_another_store_is_an_error() {
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    let endpoint = with_inbox(ledger::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    worked(&inbox).await;
    let rows = rows(&inbox).await;
    assert_eq!(rows[0].state, Stands::Dead);
    let error = rows[0].last_error.as_deref().unwrap_or_default();
    assert!(error.contains("no inbox over this store"), "{error}");
}
