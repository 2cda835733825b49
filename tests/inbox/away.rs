//! A store that is away, or does not answer: nothing is acknowledged.

use std::{
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    time::{Duration, Instant},
};

use webhook_kit::inbox::{
    Accepted, BoxFuture, Change, Completion, Filter, Key, Lease, Memory, MemoryTx, NewDelivery,
    Pruned, Retention, Settled, Standing, State as Stands, Stats, StoreError, TaskRow, TaskStore,
    Turn, Turned,
};

use crate::world::{
    Notes, Place, book, open, payout, push, rows, secret, status, watch, with_inbox, worked,
};

/// How accepting fails.
const FINE: u8 = 0;
const UNAVAILABLE: u8 = 1;
const REFUSED: u8 = 2;
/// It is stored, and the answer is lost.
const UNKNOWN: u8 = 3;
const SILENT: u8 = 4;

#[derive(Debug, Clone)]
struct Fails(Memory, Arc<AtomicU8>);

type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

impl TaskStore for Fails {
    type Tx = MemoryTx;

    fn accept(&self, batch: Vec<NewDelivery>) -> Answer<'_, Vec<Accepted>> {
        Box::pin(async move {
            match self.1.load(Ordering::SeqCst) {
                UNAVAILABLE => Err(StoreError::unavailable("no connection")),
                REFUSED => Err(StoreError::refused("the disk is full")),
                UNKNOWN => {
                    self.0.accept(batch).await?;
                    Err(StoreError::unknown("the connection was cut"))
                }
                SILENT => pending().await,
                _ => self.0.accept(batch).await,
            }
        })
    }
    fn turn(&self, turn: Turn) -> Answer<'_, Turned> {
        self.0.turn(turn)
    }
    fn lend(&self, lease: Lease) -> MemoryTx {
        self.0.lend(lease)
    }
    fn settle(&self, tx: MemoryTx, completion: Completion) -> Answer<'_, Settled> {
        self.0.settle(tx, completion)
    }
    fn roll_back(&self, tx: MemoryTx) -> BoxFuture<'_, ()> {
        self.0.roll_back(tx)
    }
    fn look(&self, lease: Lease) -> Answer<'_, Standing> {
        self.0.look(lease)
    }
    fn change(&self, change: Change, filter: Filter, limit: u32) -> Answer<'_, u64> {
        self.0.change(change, filter, limit)
    }
    fn count(&self, filter: Filter) -> Answer<'_, u64> {
        self.0.count(filter)
    }
    fn list(&self, filter: Filter, limit: u32) -> Answer<'_, Vec<TaskRow>> {
        self.0.list(filter, limit)
    }
    fn pause(&self, handler: String, paused: bool) -> Answer<'_, ()> {
        self.0.pause(handler, paused)
    }
    fn forget(&self, key: Key) -> Answer<'_, bool> {
        self.0.forget(key)
    }
    fn prune(&self, retention: Retention, limit: u32) -> Answer<'_, Pruned> {
        self.0.prune(retention, limit)
    }
    fn stats(&self) -> Answer<'_, Stats> {
        self.0.stats()
    }
    fn wake(&self) -> BoxFuture<'_, ()> {
        self.0.wake()
    }
}

/// The sender is told to come back, and nothing runs; then the store is there, and its retry is taken.
async fn is_refused_and_recovers(way: u8, stored: usize) {
    let how = Arc::new(AtomicU8::new(way));
    let (inbox, notes) = (open(Fails(Memory::new(), Arc::clone(&how))), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let answer = endpoint.handle(payout()).await;
    assert_eq!(status(&answer), 503);
    assert_eq!(
        answer.headers().get("retry-after").map(http::HeaderValue::as_bytes),
        Some(&b"5"[..])
    );
    assert_eq!(rows(&inbox).await.len(), stored);
    assert_eq!(notes.all(), [""; 0]);
    how.store(FINE, Ordering::SeqCst);
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows.len(), rows[0].state), (1, Stands::Done));
    assert_eq!(notes.all().len(), 1);
}

#[tokio::test]
async fn a_store_that_is_away() {
    is_refused_and_recovers(UNAVAILABLE, 0).await;
}

#[tokio::test]
async fn a_store_that_refuses() {
    is_refused_and_recovers(REFUSED, 0).await;
}

/// It may be stored, and nobody knows: never acknowledged, and its retry is a duplicate.
#[tokio::test]
async fn a_commit_whose_answer_was_lost() {
    is_refused_and_recovers(UNKNOWN, 1).await;
}

/// Three seconds, or what the provider says, less a quarter.
#[tokio::test(start_paused = true)]
async fn a_store_that_does_not_answer_is_not_waited_for_too_long() {
    let how = Arc::new(AtomicU8::new(SILENT));
    let (inbox, notes) = (open(Fails(Memory::new(), how)), Notes::default());
    let fincra = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let fincra = fincra.timer(tokio::time::sleep);
    let github = with_inbox(watch::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let github = github.timer(tokio::time::sleep);
    for (endpoint, request, longest) in [(Ok(fincra), payout(), 2250), (Err(github), push(), 7500)]
    {
        let begun = tokio::time::Instant::now();
        let answer = match endpoint {
            Ok(endpoint) => endpoint.handle(request).await,
            Err(endpoint) => endpoint.handle(request).await,
        };
        assert_eq!(status(&answer), 503);
        let took = begun.elapsed();
        assert!(
            took.abs_diff(Duration::from_millis(longest)) < Duration::from_millis(5),
            "{took:?}"
        );
    }
    assert_eq!(notes.all(), [""; 0]);
}

/// Another process holds the file for longer than the sender waits.
#[tokio::test]
async fn a_file_that_is_locked() {
    let place = Place::new("locked");
    let (inbox, notes) = (open(place.store()), Notes::default());
    let endpoint = with_inbox(book::endpoint(secret()).expect("a secret"), &notes, &inbox);
    let other = place.connection();
    other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    let begun = Instant::now();
    assert_eq!(status(&endpoint.handle(payout()).await), 503);
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    other.execute_batch("ROLLBACK").expect("it is open");
    assert_eq!(status(&endpoint.handle(payout()).await), 200);
    let rows = worked(&inbox).await;
    assert_eq!((rows.len(), rows[0].state), (1, Stands::Done));
    assert_eq!(notes.all().len(), 1);
}
