//! Accepting: what is stored when the sender is told that it is.

use std::sync::Arc;

use bytes::Bytes;
use webhook_inbox::{Accepted, NewDelivery, NewTask, State, TaskStore as _};

use crate::{
    Harness,
    world::{KEEP, World, delivery, key, names, secs},
};

/// Answers are in the order of the batch, and a key that is in it twice is a duplicate of the first.
pub async fn a_batch_is_accepted_in_its_order<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    // Not in the order of their keys.
    let order = ["c", "a", "b", "a", "d"];
    let batch = order.map(|name| delivery(name).task(NewTask::new("h"))).to_vec();
    let accepted = world.store.accept(batch).await.unwrap();
    assert_eq!(accepted.len(), 5);
    let Accepted::New(first) = accepted[1] else { panic!("{accepted:?}") };
    assert_eq!(accepted[3], Accepted::Duplicate(first));
    let new = accepted.iter().filter(|one| matches!(one, Accepted::New(_))).count();
    assert_eq!(new, 4);
    let claimed = world.claim(&["h"], 10).await;
    assert_eq!(names(&claimed), ["c", "a", "b", "d"]);
    assert_eq!(world.store.accept(Vec::new()).await.unwrap(), []);
}

/// A repetition changes nothing, whatever it brings.
pub async fn a_repetition_is_a_duplicate_and_adds_nothing<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let first = world.accept(delivery("one").task(NewTask::new("h"))).await;
    let Accepted::New(id) = first else { panic!("{first:?}") };
    let tasks = || delivery("one").task(NewTask::new("h")).task(NewTask::new("other"));
    assert_eq!(world.accept(tasks()).await, Accepted::Duplicate(id));
    let task = world.claim_one("h").await;
    world.complete(task.lease, webhook_inbox::TaskResult::Done).await;
    assert_eq!(world.accept(tasks()).await, Accepted::Duplicate(id));
    assert_eq!(world.states().await, [State::Done]);
}

/// Copies that come at once, through two processes, are stored once, and all are told so.
pub async fn copies_at_once_are_one_delivery<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let other = Arc::new(world.harness.open_again(&world.store, world.clock.clone()).await);
    for round in 0..20 {
        let mut tasks = Vec::new();
        for copy in 0..8 {
            let store = if copy % 2 == 0 { Arc::clone(&world.store) } else { Arc::clone(&other) };
            tasks.push(tokio::spawn(async move {
                // Batches that have two keys in opposite order must not stop each other.
                let mut names = [format!("{round} a"), format!("{round} b")];
                if copy % 4 < 2 {
                    names.reverse();
                }
                let batch = names.map(|name| delivery(&name).task(NewTask::new("h"))).to_vec();
                store.accept(batch).await.unwrap()
            }));
        }
        let mut new = 0;
        for task in tasks {
            let accepted = task.await.unwrap();
            new += accepted.iter().filter(|one| matches!(one, Accepted::New(_))).count();
        }
        assert_eq!(new, 2, "round {round}");
        assert_eq!(world.rows().await.len(), (round + 1) * 2, "round {round}");
    }
}

/// A key counts until its time is over, and not longer.
pub async fn a_key_is_remembered_as_long_as_it_says<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let one = || delivery("one").task(NewTask::new("h"));
    assert!(matches!(world.accept(one()).await, Accepted::New(_)));
    world.clock.advance(KEEP - secs(1));
    assert!(matches!(world.accept(one()).await, Accepted::Duplicate(_)));
    world.clock.advance(secs(1));
    let again = world.accept(one()).await;
    let Accepted::New(id) = again else { panic!("{again:?}") };
    assert_eq!(world.accept(one()).await, Accepted::Duplicate(id), "the new one is remembered");
    // Whatever `keep` is, it does not overflow.
    let ever = NewDelivery::new(key("ever"), "endpoint", std::time::Duration::MAX, Bytes::new());
    assert!(matches!(world.accept(ever.clone()).await, Accepted::New(_)));
    world.clock.advance(secs(100 * 365 * 86_400));
    assert!(matches!(world.accept(ever).await, Accepted::Duplicate(_)));
}

/// What is forgotten can be sent once more, and is a delivery of its own.
pub async fn a_forgotten_delivery_is_new<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    assert!(!world.store.forget(key("one")).await.unwrap());
    world.task("one", "h").await;
    assert!(world.store.forget(key("one")).await.unwrap());
    world.task("one", "h").await;
    assert_eq!(world.rows().await.len(), 2);
}

/// A delivery without tasks is stored and known again.
pub async fn a_delivery_that_nobody_takes_is_recorded<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    assert!(matches!(world.accept(delivery("one")).await, Accepted::New(_)));
    assert!(matches!(world.accept(delivery("one")).await, Accepted::Duplicate(_)));
    assert_eq!(world.rows().await, []);
}

/// Bodies and heads are bytes; texts are what senders make of them, and spoil no batch.
pub async fn what_was_sent_comes_back_byte_for_byte<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    let every: Vec<u8> = (0..=255).collect();
    let large = vec![b'x'; 1 << 20];
    let signed_at = Some(world.clock.moment().saturating_sub(secs(7)));
    let hostile = |name: &str, body: &[u8]| {
        NewDelivery::new(key(name), "end\0point'\"", KEEP, Bytes::copy_from_slice(body))
            .scope("account \u{1F600}")
            .event(Some("it's\0an event; DROP TABLE task --"))
            .sender_id(Some(&"i".repeat(100_000)))
            .signed_at(signed_at)
            .head(Bytes::copy_from_slice(&every))
            .task(NewTask::new("h").order_key(Some(&format!("{name}\0{}", "k".repeat(100_000)))))
    };
    let bodies = [("every", &every[..]), ("large", &large), ("empty", &[])];
    let batch = bodies.map(|(name, body)| hostile(name, body)).to_vec();
    world.store.accept(batch).await.unwrap();
    let claimed = world.claim(&["h"], 10).await;
    assert_eq!(claimed.len(), 3, "three lanes, though their keys are cut");
    for (task, (name, body)) in claimed.iter().zip(bodies) {
        assert_eq!(task.body, body, "{name}");
        assert_eq!(task.head, every);
        assert_eq!(task.key, key(name));
        assert_eq!(task.scope, "account \u{1F600}");
        assert_eq!(task.endpoint, "end\u{fffd}point'\"");
        assert_eq!((task.attempt, task.lease.number), (1, 1));
        assert_eq!((task.received_at, task.signed_at), (world.clock.moment(), signed_at));
    }
    let row = world.row(claimed[0].lease).await;
    assert_eq!(row.event.as_deref(), Some("it's\u{fffd}an event; DROP TABLE task --"));
    assert_eq!(row.sender_id.map(|id| id.len()), Some(255));
}

/// What one process accepted, another runs.
pub async fn another_process_sees_what_was_accepted<H: Harness>(harness: H) {
    let world = World::new(harness).await;
    world.task("one", "h").await;
    let store = Arc::new(world.harness.open_again(&world.store, world.clock.clone()).await);
    let clock = world.clock.clone();
    let other = World { harness: world.harness, clock, store };
    assert!(matches!(other.accept(delivery("one")).await, Accepted::Duplicate(_)));
    assert_eq!(names(&other.claim(&["h"], 1).await), ["one"]);
}
