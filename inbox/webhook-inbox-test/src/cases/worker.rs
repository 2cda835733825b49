//! A store and workers together, under the system's time.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, SystemTime},
};

use tokio::sync::Notify;
use webhook_inbox::{
    Backoff, BoxFuture, Filter, Job, NewTask, Run, State, TaskStore, Verdict, Worker,
};

use crate::{
    Harness, TestClock,
    world::{World, delivery},
};

/// A handler out of a closure.
struct Handler<F>(F);

impl<S, F> Run<S> for Handler<F>
where
    S: TaskStore,
    F: Fn(Job<S>) -> BoxFuture<'static, Verdict> + Send + Sync + 'static,
{
    fn run(&self, job: Job<S>) -> BoxFuture<'_, Verdict> {
        (self.0)(job)
    }
}

fn quick() -> Backoff {
    Backoff::default()
        .first(Duration::from_millis(10))
        .longest(Duration::from_millis(50))
        .attempts(5)
}

/// Moves the suite's clock with the system's, for what waits for both.
struct Ticking(tokio::task::JoinHandle<()>);

impl Ticking {
    fn new(clock: TestClock) -> Self {
        Self(tokio::spawn(async move {
            let mut last = SystemTime::now();
            loop {
                tokio::time::sleep(Duration::from_millis(2)).await;
                let now = SystemTime::now();
                let passed = now.duration_since(last).unwrap_or_default();
                let whole = Duration::from_millis(passed.as_millis() as u64);
                clock.advance(whole);
                last += whole;
            }
        }))
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn until<H: Harness>(world: &World<H>, filter: Filter, count: u64) {
    let found = async {
        while world.store.count(filter.clone()).await.unwrap() != count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    if tokio::time::timeout(Duration::from_secs(30), found).await.is_err() {
        panic!("{count} of {filter:?}, but there are {:#?}", world.store.stats().await.unwrap());
    }
}

/// Two workers, handlers that fail, panic and retry, fan-out, lanes: everything ends, once.
pub async fn every_delivery_is_handled_once_and_effects_are_made_once<H: Harness>(harness: H) {
    const DELIVERIES: u32 = 60;
    let world = World::new(harness).await;
    let _ticking = Ticking::new(world.clock.clone());
    for at in 0..DELIVERIES {
        let lane = format!("lane {}", at % 3);
        let new = delivery(&format!("{at:03}"))
            .task(NewTask::new("book"))
            .task(NewTask::new("plain").order_key(Some(&lane)));
        world.accept(new).await;
    }
    let order = Arc::new(Mutex::new(BTreeMap::<String, Vec<String>>::new()));
    let (stop, stopped) = (Arc::new(Notify::new()), Arc::new(AtomicBool::new(false)));
    let mut workers = Vec::new();
    for _ in 0..2 {
        // `book` only takes its transaction and fails on its first attempts; what `Tx` commits is counted
        // by the next case's like, here it is the completion.
        let book = Handler(|job: Job<H::Store>| {
            Box::pin(async move {
                let first = job.task().attempt == 1;
                match job.task().body.last() {
                    Some(b'1') if first => Verdict::Failed("not yet".into()),
                    Some(b'2') if first => panic!("a handler's panic is its own"),
                    Some(b'3') => Verdict::Failed(webhook_inbox::Retry::never("never").into()),
                    Some(b'4') => Verdict::Unreadable("what is this?".into()),
                    _ => {
                        let Some(tx) = job.tx() else { return Verdict::Failed("no tx".into()) };
                        drop(tx);
                        assert!(job.tx().is_none(), "there is one transaction a task");
                        Verdict::Done
                    }
                }
            }) as BoxFuture<'static, Verdict>
        });
        let seen = Arc::clone(&order);
        let plain = Handler(move |job: Job<H::Store>| {
            let seen = Arc::clone(&seen);
            Box::pin(async move {
                let lane = job.task().order_key.clone().unwrap_or_default();
                let name = String::from_utf8_lossy(&job.task().body).into_owned();
                seen.lock().unwrap().entry(lane).or_default().push(name);
                Verdict::Done
            }) as BoxFuture<'static, Verdict>
        });
        let worker = Worker::new(Arc::clone(&world.store))
            .handle("book", book, quick(), 8)
            .handle("plain", plain, quick(), 64)
            .poll(Duration::from_millis(20));
        let (stop, stopped) = (Arc::clone(&stop), Arc::clone(&stopped));
        workers.push(tokio::spawn(worker.run(async move {
            while !stopped.load(Ordering::SeqCst) {
                stop.notified().await;
            }
        })));
    }
    until(&world, Filter::all().state(State::Done), u64::from(2 * DELIVERIES - 12)).await;
    until(&world, Filter::all().state(State::Dead), 6).await;
    until(&world, Filter::all().state(State::Parked), 6).await;
    stopped.store(true, Ordering::SeqCst);
    stop.notify_waiters();
    stop.notify_one();
    for worker in workers {
        stop.notify_one();
        tokio::time::timeout(Duration::from_secs(10), worker).await.expect("it stops").unwrap();
    }
    let order = order.lock().unwrap();
    assert_eq!(order.values().map(Vec::len).sum::<usize>(), DELIVERIES as usize);
    for (lane, names) in order.iter() {
        assert!(names.is_sorted(), "{lane}: {names:?}");
    }
}

/// A worker that is gone in the middle of a handler: another one does the work, soon after the lease.
pub async fn a_worker_that_dies_is_replaced<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let _ticking = Ticking::new(world.clock.clone());
    world.task("one", "h").await;
    let attempts = Arc::new(AtomicU32::new(0));
    let worker = || {
        let attempts = Arc::clone(&attempts);
        let handler = Handler(move |_: Job<H::Store>| {
            let attempt = attempts.fetch_add(1, Ordering::SeqCst);
            Box::pin(async move {
                if attempt == 0 {
                    std::future::pending::<()>().await;
                }
                Verdict::Done
            }) as BoxFuture<'static, Verdict>
        });
        Worker::new(Arc::clone(&world.store))
            .handle("h", handler, quick(), 1)
            .lease(Duration::from_secs(1))
            .poll(Duration::from_millis(20))
            .run(std::future::pending())
    };
    let first = tokio::spawn(worker());
    while attempts.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // It keeps its lease as long as it lives.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(world.rows().await[0].lease_no, 1);
    first.abort();
    let second = tokio::spawn(worker());
    let begun = SystemTime::now();
    until(&world, Filter::all().state(State::Done), 1).await;
    let stuck = begun.elapsed().unwrap();
    assert!(stuck < Duration::from_secs(2), "a lease and a second at most: {stuck:?}");
    assert_eq!(world.rows().await[0].attempt, 2);
    second.abort();
}

/// A deploy: what finishes in time is done, the rest is ready at once, and no attempt is lost.
pub async fn a_worker_that_stops_gives_back_what_it_has<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let _ticking = Ticking::new(world.clock.clone());
    world.task("quick", "h").await;
    world.task("slow", "h").await;
    let begun = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&begun);
    let handler = Handler(move |job: Job<H::Store>| {
        counted.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            let slow = job.task().body == "slow";
            tokio::time::sleep(Duration::from_millis(if slow { 60_000 } else { 100 })).await;
            Verdict::Done
        }) as BoxFuture<'static, Verdict>
    });
    let stop = Arc::new(Notify::new());
    let stopped = Arc::clone(&stop);
    let worker = Worker::new(Arc::clone(&world.store))
        .handle("h", handler, quick(), 8)
        .grace(Duration::from_millis(500))
        .run(async move { stopped.notified().await });
    let worker = tokio::spawn(worker);
    while begun.load(Ordering::SeqCst) < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.notify_one();
    tokio::time::sleep(Duration::from_millis(50)).await;
    world.task("never begun", "h").await;
    tokio::time::timeout(Duration::from_secs(5), worker).await.expect("it stops").unwrap();
    let rows = world.rows().await;
    assert_eq!(rows[0].state, State::Done);
    assert_eq!((rows[1].state, rows[1].attempt), (State::Ready, 0));
    assert_eq!(rows[2].state, State::Ready);
}
