//! Transactions that are lent to handlers: effects happen with the completion, or not at all.

use std::time::Duration;

use webhook_inbox::{Completion, Settled, Standing, State, Task, TaskResult, TaskStore as _};

use crate::{
    Harness,
    world::{LEASE, World, delivery, names},
};

fn done(task: &Task) -> Completion {
    Completion { lease: task.lease, result: TaskResult::Done }
}

/// Both are there.
pub async fn effects_are_committed_with_the_completion<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    let mut tx = world.store.lend(task.lease);
    world.harness.effect(&mut tx, "first").await;
    world.harness.effect(&mut tx, "second").await;
    assert_eq!(world.store.settle(tx, done(&task)).await.unwrap(), Settled::Held);
    assert_eq!(world.harness.effects(&world.store).await, ["first", "second"]);
    assert_eq!(world.states().await, [State::Done]);
    assert_eq!(world.store.look(task.lease).await.unwrap(), Standing::Completed);
    // Once more, as after a lost answer.
    let mut tx = world.store.lend(task.lease);
    world.harness.effect(&mut tx, "first").await;
    assert_eq!(world.store.settle(tx, done(&task)).await.unwrap(), Settled::Already);
    assert_eq!(world.harness.effects(&world.store).await, ["first", "second"]);
}

/// Neither is there.
pub async fn a_failed_handler_leaves_no_effects<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    let mut tx = world.store.lend(task.lease);
    world.harness.effect(&mut tx, "first").await;
    world.store.roll_back(tx).await;
    assert_eq!(world.harness.effects(&world.store).await, [""; 0]);
    assert_eq!(world.store.look(task.lease).await.unwrap(), Standing::Held);
    let mut tx = world.store.lend(task.lease);
    world.harness.effect(&mut tx, "second").await;
    assert_eq!(world.store.settle(tx, done(&task)).await.unwrap(), Settled::Held);
    assert_eq!(world.harness.effects(&world.store).await, ["second"]);
}

/// A worker that slept beyond its lease commits nothing, whether the other one is done or not.
pub async fn a_lost_lease_leaves_no_effects<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let old = world.claim_one("h").await;
    world.clock.advance(LEASE);
    let new = world.claim_one("h").await;
    let mut tx = world.store.lend(old.lease);
    world.harness.effect(&mut tx, "by the old").await;
    assert_eq!(world.store.settle(tx, done(&old)).await.unwrap(), Settled::Lost);
    let mut tx = world.store.lend(new.lease);
    world.harness.effect(&mut tx, "by the new").await;
    assert_eq!(world.store.settle(tx, done(&new)).await.unwrap(), Settled::Held);
    let mut tx = world.store.lend(old.lease);
    world.harness.effect(&mut tx, "by the old").await;
    assert_eq!(world.store.settle(tx, done(&old)).await.unwrap(), Settled::Lost);
    assert_eq!(world.harness.effects(&world.store).await, ["by the new"]);
}

/// A handler that is cancelled drops its transaction: that rolls it back, and holds nobody up.
pub async fn a_dropped_transaction_leaves_no_effects<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    for round in 0..30 {
        world.task(&format!("{round}"), "h").await;
        let task = world.claim_one("h").await;
        let mut tx = world.store.lend(task.lease);
        world.harness.effect(&mut tx, "dropped").await;
        drop(tx);
        let completed = tokio::time::timeout(
            Duration::from_secs(10),
            world.complete(task.lease, TaskResult::GivenBack),
        );
        assert_eq!(completed.await.expect("it holds nobody up"), Settled::Held);
        world.discard(webhook_inbox::Filter::all()).await;
    }
    assert_eq!(world.harness.effects(&world.store).await, [""; 0]);
}

/// A handler may take a transaction and not need it.
pub async fn an_unused_transaction_completes_its_task<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    let tx = world.store.lend(task.lease);
    assert_eq!(world.store.settle(tx, done(&task)).await.unwrap(), Settled::Held);
    world.store.roll_back(world.store.lend(task.lease)).await;
    assert_eq!(world.states().await, [State::Done]);
}

/// A lane goes on after a transaction as after any completion.
pub async fn a_transaction_promotes_its_lane<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.lane_task("1", "h", "lane").await;
    world.lane_task("2", "h", "lane").await;
    let task = world.claim_one("h").await;
    let mut tx = world.store.lend(task.lease);
    world.harness.effect(&mut tx, "one").await;
    assert_eq!(world.store.settle(tx, done(&task)).await.unwrap(), Settled::Held);
    assert_eq!(names(&world.claim(&["h"], 10).await), ["2"]);
}

/// While a transaction is open, deliveries are accepted and tasks claimed as soon as the store can; none of it
/// stops the transaction.
pub async fn everything_goes_on_while_a_transaction_is_lent<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let task = world.claim_one("h").await;
    let mut tx = world.store.lend(task.lease);
    world.harness.effect(&mut tx, "one").await;
    let store = std::sync::Arc::clone(&world.store);
    let accepting = tokio::spawn(async move {
        store.accept(vec![delivery("two").task(webhook_inbox::NewTask::new("h"))]).await.unwrap()
    });
    let store = std::sync::Arc::clone(&world.store);
    let lease = task.lease;
    let renewing = tokio::spawn(async move {
        store.turn(crate::world::turn(&[], 0, Vec::new(), vec![lease])).await.unwrap()
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    world.harness.effect(&mut tx, "two").await;
    let settled =
        tokio::time::timeout(Duration::from_secs(10), world.store.settle(tx, done(&task)));
    assert_eq!(settled.await.expect("nothing stops it").unwrap(), Settled::Held);
    accepting.await.unwrap();
    renewing.await.unwrap();
    assert_eq!(world.harness.effects(&world.store).await, ["one", "two"]);
    assert_eq!(names(&world.claim(&["h"], 10).await), ["two"]);
}
