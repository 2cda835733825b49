//! What is kept and acknowledged.

use std::sync::{Arc, Mutex};

use webhook_kit::{
    Endpoint, Provider as _, RawEvent, Secrets, State,
    inbox::{Inbox, Memory, State as Stands, TaskStore},
    providers::fincra::Fincra,
    webhook,
};

use crate::world::{
    Notes, PAYOUT, book, open, over_both, payout, push, rows, secret, status, watch, with_inbox,
    worked,
};

/// Fincra's and GitHub's are acknowledged before anything ran, and handled once.
async fn a_delivery_is_acknowledged_and_then_handled_once<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::default());
    let fincra = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let github = with_inbox(watch::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&fincra.handle(payout()).await), 200);
    assert_eq!(status(&github.handle(push()).await), 200);
    assert_eq!(notes.all(), [""; 0], "a handler ran within its request");
    let rows = worked(&inbox).await;
    assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [Stands::Done; 2]);
    assert_eq!(rows.iter().map(|row| &*row.handler).collect::<Vec<_>>(), ["book", "watch"]);
    assert_eq!(rows[0].event.as_deref(), Some("payout.successful"));
    let mut all = notes.all();
    all.sort();
    assert_eq!(all, ["33aef44be6f7441a at attempt 1", "push d-1"]);
}

async fn a_duplicate_is_acknowledged_and_not_handled_again<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::default());
    let outcomes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&outcomes);
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox)
        .observe(move |report| seen.lock().expect("no panic").push(report.outcome.as_str()));
    for _ in 0..2 {
        assert_eq!(status(&endpoint.handle(payout()).await), 200);
    }
    worked(&inbox).await;
    assert_eq!(status(&endpoint.handle(payout()).await), 200, "also when it was handled");
    assert_eq!(worked(&inbox).await.len(), 1);
    assert_eq!(notes.all().len(), 1);
    assert_eq!(*outcomes.lock().expect("no panic"), ["accepted", "duplicate", "duplicate"]);
}

async fn what_is_forged_is_not_kept<S: TaskStore>(store: S) {
    let (inbox, notes) = (open(store), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let forged = payout().map(|body| [&*body, b" "].concat().into());
    assert_eq!(status(&endpoint.handle(forged).await), 401);
    assert_eq!(rows(&inbox).await.len(), 0);
}

over_both!(
    a_delivery_is_acknowledged_and_then_handled_once,
    a_duplicate_is_acknowledged_and_not_handled_again,
    what_is_forged_is_not_kept,
);

#[webhook(provider = "fincra", event = "payout.failed")]
async fn refund(_: webhook_kit::providers::fincra::Payout, State(notes): State<Notes>) {
    let _ = notes.note("refunded");
}

/// Each handler of a tuple has tasks under its own name.
#[tokio::test]
async fn of_several_handlers_the_one_that_takes_the_event_has_the_task() {
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    let handlers = (refund {}, book {}, webhook_kit::ignore_others());
    let endpoint = with_inbox(Endpoint::new(handlers, secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows.len(), &*rows[0].handler, rows[0].state), (1, "book", Stands::Done));
}

/// Two endpoints of one handler: their scopes tell their deliveries and their tasks apart.
#[tokio::test]
async fn endpoints_of_one_handler_need_scopes() {
    fn made(scope: &str, notes: &Notes, inbox: &Inbox<Memory>) -> Result<(), String> {
        let endpoint = book::endpoint(secret()).expect("a secret").state(notes.clone());
        endpoint.scope(scope).inbox(inbox).map(drop).map_err(|error| error.to_string())
    }
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    made("eu", &notes, &inbox).expect("the first");
    made("us", &notes, &inbox).expect("another scope");
    let error = made("us", &notes, &inbox).expect_err("the same scope");
    assert!(error.contains("`book (us)`"), "{error}");
    let error = made(&"x".repeat(10_000), &notes, &inbox).expect_err("a name that would be cut");
    assert!(error.contains("shorten"), "{error}");
}

#[tokio::test]
async fn the_scope_does_not_change_behind_the_inbox() {
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&endpoint.clone().scope("eu").handle(payout()).await), 503);
    assert_eq!(status(&endpoint.clone().allow_duplicates().handle(payout()).await), 503);
    assert_eq!(rows(&inbox).await.len(), 0);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
}

#[webhook(provider = "fincra")]
async fn whose(_: RawEvent, account: webhook_kit::Account, State(notes): State<Notes>) {
    let _ = notes.note(&*account.0);
}

/// The account whose secret matched is kept, and is part of what tells deliveries apart.
#[tokio::test]
async fn each_account_has_deliveries_of_its_own() {
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    let other = webhook_kit::Secret::new("another");
    let secrets = Secrets::of_accounts([("a", [secret()]), ("b", [other.clone()])]);
    let endpoint = with_inbox(whose::endpoint(secrets).expect("secrets"), &notes, &inbox);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let of_b = Fincra::sign(&other, PAYOUT).request();
    assert_eq!(status(&endpoint.handle(of_b).await), 200);
    let rows = worked(&inbox).await;
    let mut all = notes.all();
    all.sort();
    assert_eq!(all, ["a", "b"]);
    assert_eq!(rows.iter().map(|row| &*row.scope).collect::<Vec<_>>(), ["a", "b"]);
}
