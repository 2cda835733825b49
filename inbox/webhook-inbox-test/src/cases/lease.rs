//! Leases: who may change a task, and until when.

use std::time::Duration;

use webhook_inbox::{Settled, Standing, State, TaskResult, TaskStore as _};

use crate::{
    Harness,
    world::{LEASE, World, retry, secs},
};

/// What a dead worker left is claimed by whoever asks, as soon as the lease is over, before anything else.
pub async fn a_lease_that_ran_out_is_claimed_again<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let first = world.claim_one("h").await;
    world.clock.advance(LEASE - Duration::from_millis(1));
    assert_eq!(world.claim(&["h"], 10).await, []);
    world.task("younger", "h").await;
    world.clock.advance(Duration::from_millis(1));
    let again = world.claim_one("h").await;
    assert_eq!(again.body, first.body);
    assert_eq!((again.lease.number, again.attempt), (2, 2));
    assert_eq!(world.row(again.lease).await.state, State::Running);
}

/// A renewal counts from now.
pub async fn a_renewed_lease_does_not_run_out<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    for _ in 0..5 {
        world.clock.advance(LEASE - secs(1));
        assert_eq!(world.claim(&["h"], 1).await, []);
        assert_eq!(world.renew(task.lease).await, Settled::Held);
    }
    assert_eq!(world.row(task.lease).await.attempt, 1);
    world.clock.advance(LEASE);
    assert_eq!(world.claim_one("h").await.lease.number, 2);
}

/// Somebody who slept through their lease changes nothing, whatever they try.
pub async fn an_old_lease_changes_nothing<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let old = world.claim_one("h").await;
    world.clock.advance(LEASE);
    let new = world.claim_one("h").await;
    let before = world.rows().await;
    for result in results() {
        assert_eq!(world.complete(old.lease, result).await, Settled::Lost);
    }
    assert_eq!(world.renew(old.lease).await, Settled::Lost);
    assert_eq!(world.rows().await, before);
    assert_eq!(world.complete(new.lease, TaskResult::Done).await, Settled::Held);
    assert_eq!(world.complete(old.lease, retry(Duration::ZERO)).await, Settled::Lost);
    assert_eq!(world.states().await, [State::Done]);
    let unknown = webhook_inbox::Lease { task: webhook_inbox::TaskId(i64::MAX), number: 1 };
    assert_eq!(world.complete(unknown, TaskResult::Done).await, Settled::Lost);
    assert_eq!(world.renew(unknown).await, Settled::Lost);
}

/// Late is not too late as long as nobody else began: the work is done.
pub async fn a_late_completion_counts_while_nobody_else_has_the_task<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    world.clock.advance(LEASE * 10);
    assert_eq!(world.renew(task.lease).await, Settled::Held);
    world.clock.advance(LEASE * 10);
    assert_eq!(world.complete(task.lease, TaskResult::Done).await, Settled::Held);
    assert_eq!(world.claim(&["h"], 1).await, []);
}

/// A turn whose answer was lost can be sent again: nothing happens a second time.
pub async fn completing_twice_is_completing_once<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for result in results() {
        world.task(&format!("{result:?}"), "h").await;
        let task = world.claim_one("h").await;
        assert_eq!(world.complete(task.lease, result.clone()).await, Settled::Held);
        let before = world.rows().await;
        for again in results() {
            assert_eq!(world.complete(task.lease, again).await, Settled::Already, "{result:?}");
        }
        assert_eq!(world.renew(task.lease).await, Settled::Already);
        assert_eq!(world.rows().await, before);
        world.discard(webhook_inbox::Filter::all()).await;
    }
}

/// After a lost answer, before anything else is done.
pub async fn a_look_tells_how_a_lease_stands<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let first = world.claim_one("h").await;
    let look = async |lease| world.store.look(lease).await.unwrap();
    assert_eq!(look(first.lease).await, Standing::Held);
    world.clock.advance(LEASE);
    let second = world.claim_one("h").await;
    assert_eq!(look(first.lease).await, Standing::Lost);
    world.complete(second.lease, retry(Duration::ZERO)).await;
    assert_eq!(look(second.lease).await, Standing::Completed);
    let third = world.claim_one("h").await;
    assert_eq!(look(second.lease).await, Standing::Lost);
    world.complete(third.lease, TaskResult::Done).await;
    assert_eq!(look(third.lease).await, Standing::Completed);
    let unknown = webhook_inbox::Lease { task: webhook_inbox::TaskId(i64::MAX), number: 1 };
    assert_eq!(look(unknown).await, Standing::Lost);
}

/// A clock that goes back makes things later, never double.
pub async fn a_clock_that_is_set_back_steals_nothing<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    world.clock.set_back(secs(3_600));
    assert_eq!(world.claim(&["h"], 1).await, []);
    assert_eq!(world.renew(task.lease).await, Settled::Held);
    world.task("two", "h").await;
    let two = world.claim_one("h").await;
    world.clock.advance(LEASE);
    assert_eq!(world.complete(two.lease, TaskResult::Done).await, Settled::Held);
    assert_eq!(world.claim_one("h").await.lease.number, 2, "renewed under the new time");
}

/// The table, row by row, with what else a result changes.
pub async fn each_result_leads_where_the_table_says<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for result in results() {
        world.task(&format!("{result:?}"), "h").await;
        let task = world.claim_one("h").await;
        let expected = result.step().from_state(State::Running).unwrap();
        assert_eq!(world.complete(task.lease, result.clone()).await, Settled::Held);
        let row = world.row(task.lease).await;
        assert_eq!(row.state, expected, "{result:?}");
        assert_eq!(row.lease_until, None, "{result:?}");
        assert_eq!(row.lease_no, 1, "{result:?}");
        assert_eq!(row.last_error, result.reason(), "{result:?}");
        let now = world.clock.moment();
        assert_eq!(row.finished_at, expected.is_finished().then_some(now), "{result:?}");
        match &result {
            TaskResult::GivenBack => assert_eq!((row.attempt, row.run_at), (0, now)),
            TaskResult::Retry { after, .. } => {
                assert_eq!((row.attempt, row.run_at), (1, now.saturating_add(*after)));
            }
            _ => assert_eq!(row.attempt, 1, "{result:?}"),
        }
        world.discard(webhook_inbox::Filter::all()).await;
    }
    // What an error says is foreign as well.
    world.task("hostile", "h").await;
    let task = world.claim_one("h").await;
    let error = format!("\0{}", "ä".repeat(10_000));
    world.complete(task.lease, TaskResult::Dead(error)).await;
    let kept = world.row(task.lease).await.last_error.unwrap();
    assert!(kept.starts_with("\u{fffd}ä") && kept.len() < 5_000, "{}", kept.len());
}

fn results() -> [TaskResult; 6] {
    [
        TaskResult::Done,
        retry(secs(60)),
        TaskResult::Dead("no".to_owned()),
        TaskResult::Parked("what is this?".to_owned()),
        TaskResult::Skipped("not mine".to_owned()),
        TaskResult::GivenBack,
    ]
}
