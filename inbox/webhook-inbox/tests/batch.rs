//! Group commit, with a store whose commits take as long as a test wants.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use tokio::sync::Semaphore;
use webhook_inbox::{
    AcceptError, Accepted, Batcher, BoxFuture, Change, Completion, Filter, Key, Lease, Limits,
    Memory, MemoryTx, NewDelivery, Pruned, Retention, Settled, Standing, Stats, StoreError,
    TaskRow, TaskStore, Turn, Turned,
};

/// Commits a batch for each permit, and remembers how large it was.
#[derive(Debug)]
struct Gated {
    memory: Memory,
    commits: Semaphore,
    batches: Mutex<Vec<usize>>,
    fails: Mutex<bool>,
}

type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

#[rustfmt::skip]
impl TaskStore for Gated {
    type Tx = MemoryTx;

    fn accept(&self, batch: Vec<NewDelivery>) -> Answer<'_, Vec<Accepted>> {
        Box::pin(async move {
            self.batches.lock().unwrap().push(batch.len());
            self.commits.acquire().await.unwrap().forget();
            assert!(batch.iter().all(|new| new.key() != key("panics")), "a store's own mistake");
            if *self.fails.lock().unwrap() {
                return Err(StoreError::unavailable("the database is away"));
            }
            self.memory.accept(batch).await
        })
    }
    fn turn(&self, turn: Turn) -> Answer<'_, Turned> { self.memory.turn(turn) }
    fn lend(&self, lease: Lease) -> MemoryTx { self.memory.lend(lease) }
    fn settle(&self, tx: MemoryTx, one: Completion) -> Answer<'_, Settled> { self.memory.settle(tx, one) }
    fn roll_back(&self, tx: MemoryTx) -> BoxFuture<'_, ()> { self.memory.roll_back(tx) }
    fn look(&self, lease: Lease) -> Answer<'_, Standing> { self.memory.look(lease) }
    fn change(&self, change: Change, filter: Filter, limit: u32) -> Answer<'_, u64> { self.memory.change(change, filter, limit) }
    fn count(&self, filter: Filter) -> Answer<'_, u64> { self.memory.count(filter) }
    fn list(&self, filter: Filter, limit: u32) -> Answer<'_, Vec<TaskRow>> { self.memory.list(filter, limit) }
    fn pause(&self, handler: String, paused: bool) -> Answer<'_, ()> { self.memory.pause(handler, paused) }
    fn forget(&self, key: Key) -> Answer<'_, bool> { self.memory.forget(key) }
    fn prune(&self, retention: Retention, limit: u32) -> Answer<'_, Pruned> { self.memory.prune(retention, limit) }
    fn stats(&self) -> Answer<'_, Stats> { self.memory.stats() }
    fn wake(&self) -> BoxFuture<'_, ()> { self.memory.wake() }
}

const LONG: Duration = Duration::from_secs(60);

fn key(name: &str) -> Key {
    Key::of(&[name.as_bytes()])
}

fn delivery(name: &str, size: usize) -> NewDelivery {
    NewDelivery::new(key(name), "endpoint", LONG, Bytes::from(vec![0; size]))
}

fn gated(change: impl FnOnce(&mut Limits)) -> (Arc<Gated>, Batcher<Gated>) {
    let store = Arc::new(Gated {
        memory: Memory::new(),
        commits: Semaphore::new(0),
        batches: Mutex::default(),
        fails: Mutex::new(false),
    });
    let mut limits = Limits::default();
    change(&mut limits);
    (Arc::clone(&store), Batcher::new(store, limits))
}

type Answers = BTreeMap<String, tokio::task::JoinHandle<Result<Accepted, AcceptError>>>;

/// Has deliveries accepted, each in a task of its own, in this order.
async fn accept(batcher: &Batcher<Gated>, deliveries: &[(&str, usize)]) -> Answers {
    let mut answers = BTreeMap::new();
    for (name, size) in deliveries {
        let (batcher, new) = (batcher.clone(), delivery(name, *size));
        let answer = tokio::spawn(async move { batcher.accept(new, LONG).await });
        answers.insert((*name).to_owned(), answer);
        settle().await;
    }
    answers
}

/// Lets all other tasks come as far as they can.
async fn settle() {
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_queues_during_a_commit_is_the_next_batch() {
    let (store, batcher) = gated(|_| ());
    let answers = accept(&batcher, &[("1", 1), ("2", 1), ("3", 1), ("4", 1)]).await;
    assert_eq!(*store.batches.lock().unwrap(), [1], "the first is committed alone and at once");
    store.commits.add_permits(1);
    settle().await;
    assert!(answers["1"].is_finished());
    assert!(!answers["2"].is_finished(), "nobody is told before the commit");
    store.commits.add_permits(1);
    for (name, answer) in answers {
        assert!(matches!(answer.await.unwrap(), Ok(Accepted::New(_))), "{name}");
    }
    assert_eq!(*store.batches.lock().unwrap(), [1, 3]);
    // Nobody commits any more; what comes next begins again.
    store.commits.add_permits(1);
    let again = batcher.accept(delivery("1", 1), LONG).await;
    assert!(matches!(again, Ok(Accepted::Duplicate(_))), "{again:?}");
}

#[tokio::test]
async fn a_commit_has_no_more_than_its_limits() {
    let (store, batcher) = gated(|limits| {
        limits.batch = 2;
        limits.batch_bytes = 10_000;
    });
    let sizes = [
        ("0", 1),
        ("1", 1),
        ("2", 1),
        ("3", 1),
        ("4", 9_000),
        ("5", 9_000),
        ("6", 50_000),
        ("7", 1),
    ];
    let answers = accept(&batcher, &sizes).await;
    store.commits.add_permits(100);
    for answer in answers.into_values() {
        answer.await.unwrap().unwrap();
    }
    assert_eq!(*store.batches.lock().unwrap(), [1, 2, 2, 1, 1, 1]);
}

#[tokio::test]
async fn what_does_not_fit_is_not_accepted() {
    let (store, batcher) = gated(|limits| limits.waiting = 2);
    let answers = accept(&batcher, &[("1", 1), ("2", 1), ("3", 1)]).await;
    assert!(answers["3"].is_finished(), "it is refused at once");
    store.commits.add_permits(100);
    for (name, answer) in answers {
        let answer = answer.await.unwrap();
        assert_eq!(matches!(answer, Err(AcceptError::Full)), name == "3", "{name}: {answer:?}");
    }
    assert!(batcher.accept(delivery("4", 1), LONG).await.is_ok(), "there is room again");

    let (store, batcher) = gated(|limits| limits.waiting_bytes = 10_000);
    let answers = accept(&batcher, &[("1", 50_000), ("2", 1)]).await;
    store.commits.add_permits(100);
    settle().await;
    assert!(answers["1"].is_finished(), "alone, anything is taken");
    assert!(matches!(batcher.accept(delivery("3", 1), LONG).await, Ok(Accepted::New(_))));
}

#[tokio::test]
async fn a_failed_commit_is_told_to_all_of_its_batch_and_to_nobody_else() {
    let (store, batcher) = gated(|_| ());
    *store.fails.lock().unwrap() = true;
    let answers = accept(&batcher, &[("1", 1), ("2", 1), ("3", 1)]).await;
    store.commits.add_permits(2);
    for (name, answer) in answers {
        let answer = answer.await.unwrap();
        assert!(matches!(answer, Err(AcceptError::Store(_))), "{name}: {answer:?}");
    }
    *store.fails.lock().unwrap() = false;
    store.commits.add_permits(1);
    assert!(matches!(batcher.accept(delivery("1", 1), LONG).await, Ok(Accepted::New(_))));
}

#[tokio::test(start_paused = true)]
async fn a_late_commit_acknowledges_nothing() {
    let (store, batcher) = gated(|_| ());
    let late = batcher.accept(delivery("1", 1), Duration::from_secs(2)).await;
    assert!(matches!(late, Err(AcceptError::Late)), "{late:?}");
    // It was made all the same; so its retry is a duplicate.
    store.commits.add_permits(2);
    let retry = batcher.accept(delivery("1", 1), LONG).await;
    assert!(matches!(retry, Ok(Accepted::Duplicate(_))), "{retry:?}");
}

#[tokio::test]
async fn a_sender_that_hangs_up_holds_nothing() {
    let (store, batcher) = gated(|limits| limits.waiting = 3);
    let answers = accept(&batcher, &[("1", 1), ("2", 1)]).await;
    for answer in answers.into_values() {
        answer.abort();
    }
    store.commits.add_permits(100);
    settle().await;
    let retry = batcher.accept(delivery("2", 1), LONG).await;
    assert!(matches!(retry, Ok(Accepted::Duplicate(_))), "{retry:?}");
}

#[tokio::test]
async fn a_store_that_panics_stops_nobody_else() {
    let (store, batcher) = gated(|_| ());
    store.commits.add_permits(100);
    let panicked = batcher.accept(delivery("panics", 1), LONG).await;
    assert!(matches!(panicked, Err(AcceptError::Store(_))), "{panicked:?}");
    assert!(matches!(batcher.accept(delivery("1", 1), LONG).await, Ok(Accepted::New(_))));
    assert!(format!("{batcher:?}").contains("waiting: 0"), "{batcher:?}");
}
