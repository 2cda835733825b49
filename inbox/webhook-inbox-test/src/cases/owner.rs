//! What owners do: replay, discard, look, prune.

use std::time::Duration;

use webhook_inbox::{
    Accepted, Change, Filter, NewTask, Pruned, Retention, Settled, State, TaskResult,
    TaskStore as _,
};

use crate::{
    Harness,
    world::{KEEP, World, delivery, names, secs},
};

const RETENTION: Retention =
    Retention { done: Duration::from_secs(60), failed: Duration::from_secs(600) };

/// One task in each state, by the name of the state.
async fn one_of_each<H: Harness>(world: &World<H>) {
    let results = [
        TaskResult::Done,
        TaskResult::Parked("unreadable".to_owned()),
        TaskResult::Dead("failed".to_owned()),
        TaskResult::Skipped("not mine".to_owned()),
    ];
    for result in results {
        let name = result.step().from_state(State::Running).unwrap().as_str();
        world.task(name, "h").await;
        let task = world.claim_one("h").await;
        world.complete(task.lease, result).await;
    }
    world.lane_task("running", "h", "lane").await;
    world.claim_one("h").await;
    world.lane_task("waiting", "h", "lane").await;
    world.task("ready", "h").await;
}

/// All attempts before it, at once, under a new lease.
pub async fn replay_begins_anew<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    one_of_each(&world).await;
    let before = world.rows().await;
    world.clock.advance(secs(10));
    assert_eq!(world.replay(Filter::all()).await, 4);
    for (row, before) in world.rows().await.into_iter().zip(before) {
        if before.state.is_finished() {
            assert_eq!(row.state, State::Ready);
            assert_eq!((row.attempt, row.finished_at), (0, None));
            assert_eq!(row.run_at, world.clock.moment());
            assert_eq!(row.lease_no, before.lease_no);
            assert_eq!(row.last_error, before.last_error, "why it was parked stays to be seen");
        } else {
            assert_eq!(row, before);
        }
    }
    let claimed = world.claim(&["h"], 10).await;
    let mut found = names(&claimed);
    found.sort_unstable();
    assert_eq!(found, ["dead", "done", "parked", "ready", "skipped"]);
    assert!(claimed.iter().all(|task| task.attempt == 1));
    let again = claimed.iter().find(|task| task.body == "dead").unwrap();
    assert_eq!(again.lease.number, 2);
    assert_eq!(world.complete(again.lease, TaskResult::Done).await, Settled::Held);
}

/// What nobody works on and is not done.
pub async fn discard_ends_what_is_not_running<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    one_of_each(&world).await;
    assert_eq!(world.discard(Filter::all()).await, 4);
    let mut left = world.states().await;
    left.sort_unstable();
    let skipped = State::Skipped;
    assert_eq!(left, [State::Running, State::Done, skipped, skipped, skipped, skipped, skipped]);
    let discarded = world.rows().await.into_iter().filter(|row| row.state == State::Skipped);
    for row in discarded {
        assert!(row.finished_at.is_some());
        assert!(matches!(row.last_error.as_deref(), Some("by hand" | "not mine")), "{row:?}");
    }
    assert_eq!(world.claim(&["h"], 10).await, []);
}

/// Everything that a filter says applies, to counting, listing and changing alike.
pub async fn filters_say_which_are_meant<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let begin = world.clock.moment();
    for (at, (scope, event)) in
        [("a", "paid"), ("a", "failed"), ("b", "paid")].into_iter().enumerate()
    {
        let id = format!("evt_{at}");
        let new = delivery(&id).scope(scope).event(Some(event)).sender_id(Some(&id));
        world.accept(new.task(NewTask::new("book")).task(NewTask::new("mail"))).await;
        world.clock.advance(secs(10));
    }
    let rows = world.rows().await;
    let filters = [
        (Filter::all(), 6),
        (Filter::all().scope("a"), 4),
        (Filter::all().event("paid"), 4),
        (Filter::all().scope("a").event("paid"), 2),
        (Filter::all().sender_id("evt_1"), 2),
        (Filter::all().handler("mail"), 3),
        (Filter::all().handler("mail").scope("b"), 1),
        (Filter::all().endpoint("endpoint"), 6),
        (Filter::all().endpoint("other"), 0),
        (Filter::all().scope(""), 0),
        (Filter::all().scope("a' OR '1'='1"), 0),
        (Filter::all().since(begin.saturating_add(secs(10))), 4),
        (Filter::all().until(begin.saturating_add(secs(10))), 2),
        (Filter::all().delivery(rows[0].delivery), 2),
        (Filter::all().task(rows[0].id), 1),
        (Filter::all().after(rows[0].id), 5),
        (Filter::all().state(State::Ready), 6),
        (Filter::all().state(State::Dead), 0),
        (Filter::all().state(State::Dead).state(State::Ready), 6),
    ];
    for (filter, count) in filters {
        assert_eq!(world.store.count(filter.clone()).await.unwrap(), count, "{filter:?}");
        let listed = world.store.list(filter.clone(), 100).await.unwrap();
        let expected: Vec<_> = rows.iter().filter(|row| filter.matches(row)).cloned().collect();
        assert_eq!(listed, expected, "{filter:?}");
    }
    assert_eq!(world.discard(Filter::all().handler("mail").scope("a")).await, 2);
    assert_eq!(world.replay(Filter::all().event("failed")).await, 1);
    assert_eq!(world.store.count(Filter::all().state(State::Skipped)).await.unwrap(), 1);
}

/// A change is made in steps, the oldest first.
pub async fn changes_stop_at_their_limit<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for at in 0..5 {
        world.task(&at.to_string(), "h").await;
    }
    let discard = || Change::Discard("x".to_owned());
    for expected in [2, 2, 1, 0] {
        assert_eq!(world.store.change(discard(), Filter::all(), 2).await.unwrap(), expected);
    }
    assert_eq!(world.store.change(Change::Replay, Filter::all(), 2).await.unwrap(), 2);
    assert_eq!(names(&world.claim(&["h"], 10).await), ["0", "1"]);
}

/// By the last number of the page before.
pub async fn lists_come_in_pages<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for at in 0..5 {
        world.task(&at.to_string(), "h").await;
    }
    let all = world.rows().await;
    let mut paged = Vec::new();
    let mut filter = Filter::all();
    loop {
        let page = world.store.list(filter.clone(), 2).await.unwrap();
        let Some(last) = page.last() else { break };
        filter = filter.after(last.id);
        paged.extend(page);
    }
    assert_eq!(paged, all);
}

/// Each kind by its own time; what is not finished stays, and what shares its delivery with it.
pub async fn old_deliveries_are_pruned_and_unfinished_ones_are_not<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let prune = async || world.store.prune(RETENTION, 100).await.unwrap().deliveries;
    one_of_each(&world).await;
    assert!(matches!(world.accept(delivery("nobody's")).await, Accepted::New(_)));
    world.accept(delivery("both").task(NewTask::new("x")).task(NewTask::new("y"))).await;
    let task = world.claim_one("x").await;
    world.complete(task.lease, TaskResult::Done).await;
    world.clock.advance(RETENTION.done - Duration::from_millis(1));
    assert_eq!(prune().await, 0);
    world.clock.advance(Duration::from_millis(1));
    assert_eq!(world.store.prune(RETENTION, 1).await.unwrap().deliveries, 1, "its limit");
    assert_eq!(prune().await, 2, "done, skipped, nobody's");
    world.clock.advance(RETENTION.failed - RETENTION.done - Duration::from_millis(1));
    assert_eq!(prune().await, 0);
    world.clock.advance(Duration::from_millis(1));
    assert_eq!(prune().await, 2, "parked and dead");
    world.clock.advance(secs(1_000_000));
    assert_eq!(prune().await, 0);
    let mut left: Vec<_> = world.states().await;
    left.sort_unstable();
    let ready = State::Ready;
    assert_eq!(left, [ready, ready, State::Waiting, State::Running, State::Done]);
    let task = world.claim_one("y").await;
    world.complete(task.lease, TaskResult::Done).await;
    world.clock.advance(RETENTION.done);
    assert_eq!(prune().await, 1, "both");
    assert_eq!(world.complete(task.lease, TaskResult::Done).await, Settled::Lost, "it is gone");
}

/// A key outlives its delivery, and a delivery its key.
pub async fn keys_are_pruned_when_nobody_repeats_them<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    world.complete(task.lease, TaskResult::Done).await;
    world.clock.advance(RETENTION.done);
    let pruned = world.store.prune(RETENTION, 100).await.unwrap();
    assert_eq!(pruned, Pruned { deliveries: 1, keys: 0 });
    let again = world.accept(delivery("one").task(NewTask::new("h"))).await;
    assert!(matches!(again, Accepted::Duplicate(_)), "{again:?}");
    world.clock.advance(KEEP);
    let pruned = world.store.prune(RETENTION, 100).await.unwrap();
    assert_eq!(pruned, Pruned { deliveries: 0, keys: 1 });
    world.task("one", "h").await;
}

/// By handler and state, and how long the oldest waits.
pub async fn stats_count_what_there_is<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let empty = world.store.stats().await.unwrap();
    assert_eq!(empty, webhook_inbox::Stats::default());
    one_of_each(&world).await;
    world.accept(delivery("later").task(NewTask::new("other").delay(secs(100)))).await;
    world.clock.advance(secs(7));
    let stats = world.store.stats().await.unwrap();
    for state in State::ALL {
        let expected = if state == State::Ready { 2 } else { 1 };
        assert_eq!(stats.in_state(state), expected, "{state:?}");
    }
    assert_eq!(stats.oldest_ready, Some(secs(7)), "what is not due does not count");
    let of_other: Vec<_> = stats.tasks.iter().filter(|depth| depth.handler == "other").collect();
    assert_eq!((of_other.len(), of_other[0].tasks), (1, 1));
    assert!(stats.tasks.is_sorted_by_key(|depth| (depth.handler.clone(), depth.state)));
}
