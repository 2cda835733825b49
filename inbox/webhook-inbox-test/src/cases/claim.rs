//! Claiming: which tasks a worker gets.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use webhook_inbox::{NewTask, Room, State, TaskStore as _};

use crate::{
    Harness,
    world::{LEASE, World, delivery, names, secs, turn},
};

/// By when they are due, and among equals by when they were accepted.
pub async fn the_longest_due_comes_first<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for (name, delay) in [("late", 5), ("soon", 1), ("now 1", 0), ("now 2", 0)] {
        world.accept(delivery(name).task(NewTask::new("h").delay(secs(delay)))).await;
    }
    world.clock.advance(secs(10));
    assert_eq!(names(&world.claim(&["h"], 10).await), ["now 1", "now 2", "soon", "late"]);
}

/// Not a millisecond too early, and the worker is told how long to wait.
pub async fn nothing_is_claimed_before_its_time<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.accept(delivery("one").task(NewTask::new("h").delay(secs(5)))).await;
    world.accept(delivery("two").task(NewTask::new("other").delay(secs(1)))).await;
    let turned = world.turn(&["h"], 10, Vec::new(), Vec::new()).await;
    assert_eq!((turned.claimed, turned.next_in), (Vec::new(), Some(secs(5))));
    world.clock.advance(secs(5) - Duration::from_millis(1));
    let turned = world.turn(&["h"], 10, Vec::new(), Vec::new()).await;
    assert_eq!((turned.claimed, turned.next_in), (Vec::new(), Some(Duration::from_millis(1))));
    world.clock.advance(Duration::from_millis(1));
    let turned = world.turn(&["h"], 10, Vec::new(), Vec::new()).await;
    assert_eq!(names(&turned.claimed), ["one"]);
    // What is due next is the end of this lease.
    assert_eq!(turned.next_in, Some(LEASE));
}

/// Rooms and the limit are both kept.
pub async fn no_more_is_claimed_than_there_is_room_for<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for at in 0..6 {
        let name = at.to_string();
        let task = delivery(&name).task(NewTask::new("a")).task(NewTask::new("b"));
        world.accept(task).await;
    }
    let mut wanted = turn(&[], 3, Vec::new(), Vec::new());
    wanted.rooms = vec![
        Room { handler: "a".to_owned(), tasks: 1 },
        Room { handler: "b".to_owned(), tasks: 5 },
    ];
    let claimed = world.store.turn(wanted.clone()).await.unwrap().claimed;
    let of = |handler: &str| claimed.iter().filter(|task| task.handler == handler).count();
    assert_eq!((of("a"), of("b")), (1, 2));
    wanted.limit = 0;
    assert_eq!(world.store.turn(wanted).await.unwrap().claimed, []);
    assert_eq!(world.claim(&["a"], 10).await.len(), 5);
    assert_eq!(world.claim(&["b"], 10).await.len(), 4);
}

/// A handler that is not deployed yet finds its tasks when it is.
pub async fn tasks_of_unknown_handlers_wait<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "renamed").await;
    assert_eq!(world.claim(&["h"], 10).await, []);
    assert_eq!(world.claim(&[], 10).await, []);
    assert_eq!(world.states().await, [State::Ready]);
    assert_eq!(names(&world.claim(&["h", "renamed"], 10).await), ["one"]);
}

/// However many ask at once, through two processes: each task is claimed by one, and none is left.
pub async fn a_task_is_claimed_by_one<H: Harness>(harness: H) {
    const TASKS: usize = 200;
    let world = World::new(harness).await;
    let batch = (0..TASKS).map(|at| delivery(&at.to_string()).task(NewTask::new("h"))).collect();
    world.store.accept(batch).await.unwrap();
    let other = Arc::new(world.harness.open_again(&world.store, world.clock.clone()).await);
    let mut workers = Vec::new();
    for worker in 0..6 {
        let store = if worker % 2 == 0 { Arc::clone(&world.store) } else { Arc::clone(&other) };
        workers.push(tokio::spawn(async move {
            let mut mine = Vec::new();
            for _ in 0..TASKS {
                let claimed =
                    store.turn(turn(&["h"], 7, Vec::new(), Vec::new())).await.unwrap().claimed;
                mine.extend(claimed.into_iter().map(|task| task.lease.task));
            }
            mine
        }));
    }
    let mut all = Vec::new();
    for worker in workers {
        all.extend(worker.await.unwrap());
    }
    assert_eq!(all.len(), TASKS);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), TASKS);
    assert!(world.rows().await.iter().all(|row| row.lease_no == 1));
}

/// Pausing holds claims back, also of what was abandoned, and nothing else.
pub async fn a_paused_handler_gets_nothing<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("abandoned", "h").await;
    world.claim_one("h").await;
    world.task("one", "h").await;
    world.task("two", "other").await;
    world.store.pause("h".to_owned(), true).await.unwrap();
    world.store.pause("h".to_owned(), true).await.unwrap();
    world.clock.advance(LEASE);
    assert_eq!(names(&world.claim(&["h", "other"], 10).await), ["two"]);
    assert_eq!(world.store.stats().await.unwrap().paused, ["h"]);
    world.task("three", "h").await;
    world.store.pause("h".to_owned(), false).await.unwrap();
    assert_eq!(names(&world.claim(&["h", "other"], 10).await), ["abandoned", "one", "three"]);
}

/// Old and new rows that cannot be claimed hide none that can: what was accepted long ago, what was
/// replayed, what was promoted, what was tried again, after much else was claimed.
pub async fn what_is_due_is_claimed_though_much_else_waits<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("replayed", "h").await;
    world.task("retried", "h").await;
    world.lane_task("first", "h", "lane").await;
    world.lane_task("promoted", "h", "lane").await;
    world.task("unknown", "nobody").await;
    let claimed = world.claim(&["h"], 10).await;
    assert_eq!(names(&claimed), ["replayed", "retried", "first"]);
    // A worker that goes on and on, far beyond any memory of where to look.
    for round in 0..5 {
        world.clock.advance(secs(7));
        for lease in claimed.iter().map(|task| task.lease) {
            world.renew(lease).await;
        }
        world.task(&format!("{round}"), "h").await;
        let claimed = world.claim_one("h").await;
        world.complete(claimed.lease, webhook_inbox::TaskResult::Done).await;
    }
    world.complete(claimed[0].lease, webhook_inbox::TaskResult::Dead("x".to_owned())).await;
    world.complete(claimed[1].lease, crate::world::retry(Duration::ZERO)).await;
    world.complete(claimed[2].lease, webhook_inbox::TaskResult::Done).await;
    world.replay(webhook_inbox::Filter::all().state(State::Dead)).await;
    let claimed = world.claim(&["h", "nobody"], 10).await;
    let mut found = names(&claimed);
    found.sort_unstable();
    assert_eq!(found, ["promoted", "replayed", "retried", "unknown"]);
}

/// A store that tells of new tasks tells in time; one that does not waits without an end, not at once.
pub async fn a_worker_is_woken_or_looks_by_itself<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    // Whatever was told of before is over.
    let short = Duration::from_millis(100);
    while tokio::time::timeout(short, world.store.wake()).await.is_ok() {}
    let store = Arc::clone(&world.store);
    let woken = tokio::spawn(async move {
        tokio::time::timeout(Duration::from_secs(2), store.wake()).await.is_ok()
    });
    tokio::time::sleep(short).await;
    world.task("one", "h").await;
    let woken = woken.await.unwrap();
    println!("woken by what was accepted: {woken}");
    assert_eq!(names(&world.claim(&["h"], 1).await), ["one"]);
}
