//! Order: tasks of one handler and one key, one after the other.

use std::{sync::Arc, time::Duration};

use webhook_inbox::{Completion, Filter, State, TaskResult, TaskStore as _};

use crate::{
    Harness,
    world::{World, delivery, names, retry, secs, turn},
};

/// One at a time, in the order in which they were accepted.
pub async fn a_lane_is_run_one_at_a_time_and_in_order<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for name in ["1", "2", "3"] {
        world.lane_task(name, "h", "lane").await;
    }
    assert_eq!(world.states().await, [State::Ready, State::Waiting, State::Waiting]);
    for name in ["1", "2", "3"] {
        let claimed = world.claim(&["h"], 10).await;
        assert_eq!(names(&claimed), [name]);
        world.complete(claimed[0].lease, TaskResult::Done).await;
    }
    world.lane_task("4", "h", "lane").await;
    assert_eq!(names(&world.claim(&["h"], 10).await), ["4"]);
    // In one batch, and in the turn that completes the one before.
    world.clock.advance(secs(60));
    let lane =
        |name: &str| delivery(name).task(webhook_inbox::NewTask::new("h").order_key(Some("other")));
    world.store.accept(vec![lane("5"), lane("6")]).await.unwrap();
    let five = world.claim(&["h"], 10).await;
    assert_eq!(names(&five), ["4", "5"], "the lease of 4 ran out");
    let done = Completion { lease: five[1].lease, result: TaskResult::Done };
    assert_eq!(names(&world.turn(&["h"], 10, vec![done], Vec::new()).await.claimed), ["6"]);
}

/// Whatever ends a task, its lane goes on: no task stops another for good.
pub async fn every_end_promotes_the_next<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let ends = [
        TaskResult::Done,
        TaskResult::Dead("x".to_owned()),
        TaskResult::Parked("x".to_owned()),
        TaskResult::Skipped("x".to_owned()),
    ];
    for at in 0..=ends.len() + 1 {
        world.lane_task(&at.to_string(), "h", "lane").await;
    }
    for (at, end) in ends.into_iter().enumerate() {
        let task = world.claim_one("h").await;
        assert_eq!(task.body, at.to_string(), "{end:?}");
        world.complete(task.lease, end).await;
    }
    let ready = world.rows().await.into_iter().find(|row| row.state == State::Ready).unwrap();
    assert_eq!(world.discard(Filter::all().task(ready.id)).await, 1);
    assert_eq!(names(&world.claim(&["h"], 10).await), ["5"]);
}

/// Order is kept over failures: nothing overtakes what is tried again.
pub async fn a_retry_keeps_its_lane<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.lane_task("1", "h", "lane").await;
    world.lane_task("2", "h", "lane").await;
    let task = world.claim_one("h").await;
    world.complete(task.lease, retry(secs(5))).await;
    assert_eq!(world.claim(&["h"], 10).await, []);
    world.clock.advance(secs(5));
    let task = world.claim_one("h").await;
    assert_eq!((&task.body[..], task.attempt), (&b"1"[..], 2));
    world.complete(task.lease, TaskResult::GivenBack).await;
    let claimed = world.claim(&["h"], 10).await;
    assert_eq!(names(&claimed), ["1"]);
    // Nor does anything overtake one whose worker died.
    world.clock.advance(crate::world::LEASE);
    assert_eq!(names(&world.claim(&["h"], 10).await), ["1"]);
}

/// Another key, another handler, and none at all are other lanes.
pub async fn lanes_do_not_wait_for_each_other<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.lane_task("1", "h", "lane").await;
    world.lane_task("2", "h", "other lane").await;
    world.lane_task("3", "other", "lane").await;
    world.lane_task("4", "h", "").await;
    world.task("5", "h").await;
    world.task("6", "h").await;
    assert_eq!(world.claim(&["h", "other"], 10).await.len(), 6);
}

/// A task that is replayed does not run beside its lane, and then it is the first.
pub async fn a_replayed_task_waits_for_its_lane_and_is_first<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for name in ["1", "2", "3", "4"] {
        world.lane_task(name, "h", "lane").await;
    }
    for _ in 0..2 {
        let task = world.claim_one("h").await;
        world.complete(task.lease, TaskResult::Dead("x".to_owned())).await;
    }
    assert_eq!(world.replay(Filter::all().state(State::Dead)).await, 2);
    let states = [State::Waiting, State::Waiting, State::Ready, State::Waiting];
    assert_eq!(world.states().await, states);
    for name in ["3", "1", "2", "4"] {
        let claimed = world.claim(&["h"], 10).await;
        assert_eq!(names(&claimed), [name]);
        world.complete(claimed[0].lease, TaskResult::Done).await;
    }
    assert_eq!(world.replay(Filter::all()).await, 4);
    let waiting = [State::Ready, State::Waiting, State::Waiting, State::Waiting];
    assert_eq!(world.states().await, waiting);
}

/// Accepting looks whether its lane is taken while completing looks whether anybody waits: if they miss each
/// other, a task waits for ever behind nobody.
pub async fn accepting_and_completing_do_not_miss_each_other<H: Harness>(harness: H) {
    const TASKS: usize = 150;
    let world = World::new(harness).await;
    let other = Arc::new(world.harness.open_again(&world.store, world.clock.clone()).await);
    let accepting = tokio::spawn(async move {
        for at in 0..TASKS {
            let lanes = ["x", "y"].map(|lane| {
                let task = webhook_inbox::NewTask::new("h").order_key(Some(lane));
                delivery(&format!("{lane} {at:03}")).task(task)
            });
            other.accept(lanes.to_vec()).await.unwrap();
            // Often there is nothing in the lane when the next one comes.
            tokio::time::sleep(Duration::from_micros(300 * (at as u64 % 5))).await;
        }
    });
    let mut order = Vec::new();
    let mut idle = 0;
    let mut completions = Vec::new();
    while idle < 20 {
        let turned =
            world.store.turn(turn(&["h"], 4, std::mem::take(&mut completions), Vec::new())).await;
        let claimed = turned.unwrap().claimed;
        assert!(claimed.len() <= 2, "two lanes: {:?}", names(&claimed));
        idle = if claimed.is_empty() && accepting.is_finished() { idle + 1 } else { 0 };
        let done = |lease| Completion { lease, result: TaskResult::Done };
        completions = claimed.iter().map(|task| done(task.lease)).collect();
        order.extend(names(&claimed).into_iter().map(str::to_owned));
    }
    accepting.await.unwrap();
    let waiting = world.store.count(Filter::all().state(State::Waiting)).await.unwrap();
    assert_eq!(waiting, 0, "tasks that wait behind nobody");
    assert_eq!(order.len(), 2 * TASKS);
    for lane in ["x", "y"] {
        let of_lane: Vec<_> = order.iter().filter(|name| name.starts_with(lane)).collect();
        assert!(of_lane.is_sorted(), "{of_lane:?}");
    }
}
