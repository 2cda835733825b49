//! What a worker makes of what was kept.

use webhook_kit::{
    Provider as _, RawEvent, State,
    inbox::{Filter, Memory, Retry, State as Stands, TaskStore},
    providers::fincra::{Fincra, Payout},
    webhook,
};

use crate::world::{
    Notes, PAYOUT, Place, Working, book, open, over_both, payout, rows, secret, status, with_inbox,
    worked,
};

async fn a_handler_that_failed_is_tried_again<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::failing(1));
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows[0].state, rows[0].attempt), (Stands::Done, 2));
    assert_eq!(notes.all(), ["33aef44be6f7441a at attempt 1", "33aef44be6f7441a at attempt 2"]);
}

async fn a_handler_that_fails_each_time_is_dead<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::failing(u32::MAX));
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows[0].state, rows[0].attempt), (Stands::Dead, 3));
    assert_eq!(rows[0].last_error.as_deref(), Some("the ledger is closed"));
    assert_eq!(notes.all().len(), 3);
}

/// Its sender got its acknowledgement: it can be handled after an upgrade.
async fn what_does_not_decode_is_parked<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let body = PAYOUT.replace("amountReceived", "amount");
    let request = Fincra::sign(&secret(), body).request();
    assert_eq!(status(&endpoint.handle(request).await), 200);
    assert_eq!(status(&endpoint.handle(Fincra::sign(&secret(), "no JSON").request()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [Stands::Parked; 2]);
    let error = rows[0].last_error.as_deref().unwrap_or_default();
    assert!(error.contains("amountReceived"), "{error}");
    assert_eq!(notes.all(), [""; 0]);
}

/// The next version can read it.
async fn what_was_parked_is_replayed<S: TaskStore + Clone>(store: S) {
    mod next {
        use super::*;

        #[webhook(provider = "fincra", event = "payout.successful", ignore_others)]
        pub(super) async fn book(_: RawEvent, State(notes): State<Notes>) {
            let _ = notes.note("read as it is");
        }
    }
    let (old, notes) = (open(store.clone()), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &old);
    let body = PAYOUT.replace("amountReceived", "amount");
    for reference in ["one", "two"] {
        let body = body.replace("33aef44be6f7441a", reference);
        assert_eq!(status(&endpoint.handle(Fincra::sign(&secret(), body).request()).await), 200);
    }
    let rows = worked(&old).await;
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [Stands::Parked; 2]);
    let new = open(store);
    let _endpoint = with_inbox(next::book::endpoint(secret()).expect("a secret"), &notes, &new);
    assert_eq!(new.replay(Filter::all().state(Stands::Parked)).await.expect("a store"), 2);
    let rows = worked(&new).await;
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [Stands::Done; 2]);
    assert_eq!(notes.all(), ["read as it is"; 2]);
}

async fn what_no_handler_takes_is_recorded<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let body = PAYOUT.replace("payout.successful", "payout.failed");
    assert_eq!(status(&endpoint.handle(Fincra::sign(&secret(), body).request()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!(rows[0].state, Stands::Skipped);
    assert_eq!(notes.all(), [""; 0]);
}

#[webhook(provider = "fincra", event = "payout.successful", ignore_others)]
async fn bad(payout: Payout, State(notes): State<Notes>) -> Result<(), Retry> {
    let _ = notes.note("tried");
    assert!(payout.reference.is_empty(), "it has a reference");
    Ok(())
}

async fn a_handler_that_panics_fails_and_stops_nobody<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::default());
    let endpoint = with_inbox(bad::endpoint(secret()).expect("a secret"), &notes, &inbox);
    for reference in ["33aef44be6f7441a", ""] {
        let body = PAYOUT.replace("33aef44be6f7441a", reference);
        assert_eq!(status(&endpoint.handle(Fincra::sign(&secret(), body).request()).await), 200);
    }
    let rows = worked(&inbox).await;
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [Stands::Dead, Stands::Done]);
    assert_eq!(notes.all().len(), 4, "three attempts and one");
}

over_both!(
    a_handler_that_failed_is_tried_again,
    a_handler_that_fails_each_time_is_dead,
    what_does_not_decode_is_parked,
    what_was_parked_is_replayed,
    what_no_handler_takes_is_recorded,
    a_handler_that_panics_fails_and_stops_nobody,
);

#[webhook(provider = "fincra", event = "payout.successful", ignore_others)]
async fn hopeless(_: Payout, State(notes): State<Notes>) -> Result<(), Retry> {
    let _ = notes.note("tried");
    Err(Retry::never("the account was closed"))
}

#[tokio::test]
async fn an_error_that_says_never_is_final() {
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    let endpoint = with_inbox(hopeless::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows[0].state, rows[0].attempt), (Stands::Dead, 1));
    assert_eq!(notes.all(), ["tried"]);
}

/// The process that took it is gone; another one opens the file.
#[tokio::test]
async fn a_file_that_is_opened_again_goes_on() {
    let place = Place::new("opened-again");
    {
        let (inbox, notes) = (open(place.store()), Notes::default());
        let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
        assert_eq!(status(&endpoint.handle(payout()).await), 200);
    }
    let (inbox, notes) = (open(place.store()), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let rows = worked(&inbox).await;
    assert_eq!((rows.len(), rows[0].state), (1, Stands::Done));
    assert_eq!(notes.all(), ["33aef44be6f7441a at attempt 1"]);
    assert_eq!(status(&endpoint.handle(payout()).await), 200, "its keys are remembered as well");
    assert_eq!(worked(&inbox).await.len(), 1);
}

/// A worker of a version without this handler leaves its tasks alone.
#[tokio::test]
async fn tasks_of_a_name_that_no_worker_has_wait() {
    let place = Place::new("no-worker");
    let (inbox, notes) = (open(place.store()), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    drop((endpoint, inbox));
    let other = open(place.store());
    let _endpoint = with_inbox(hopeless::endpoint(secret()).expect("a secret"), &notes, &other);
    let worker = Working::on(&other);
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    worker.stop().await;
    let rows = rows(&other).await;
    assert_eq!((&*rows[0].handler, rows[0].state, rows[0].attempt), ("book", Stands::Ready, 0));
}
