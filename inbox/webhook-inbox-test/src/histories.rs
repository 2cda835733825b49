//! Random histories: the store under test beside the store in memory, which is the model. After each step
//! both answer the same and hold the same.

use std::time::Duration;

use webhook_inbox::{
    Accepted, Change, Completion, Filter, Lease, Memory, NewTask, Retention, Room, State,
    TaskResult, TaskRow, TaskStore, Turn,
};

use crate::{
    Harness, TestClock,
    world::{delivery, key},
};

const SEEDS: u64 = 6;
const STEPS: usize = 150;

/// A fixed sequence: the same histories each time, for every store.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Runs histories against the store and against the model.
pub async fn random_histories<H: Harness>(harness: H) {
    for seed in 0..SEEDS {
        let clock = TestClock::new();
        let store = harness.open(clock.clone()).await;
        let model = Memory::with_clock(clock.clone());
        history(seed, &clock, &store, &model).await;
    }
}

async fn history<S: TaskStore>(seed: u64, clock: &TestClock, store: &S, model: &Memory) {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9));
    // The n-th task of one is the n-th of the other; numbers may have gaps.
    let (mut ours, mut theirs): (Vec<Lease>, Vec<Lease>) = (Vec::new(), Vec::new());
    for step in 0..STEPS {
        let at = format!("seed {seed}, step {step}");
        match random.below(12) {
            0..=3 => {
                let batch: Vec<_> = (0..=random.below(3)).map(|_| arbitrary(&mut random)).collect();
                let new = |all: Vec<Accepted>| -> Vec<bool> {
                    all.iter().map(|one| matches!(one, Accepted::New(_))).collect()
                };
                let expected = new(model.accept(batch.clone()).await.unwrap());
                assert_eq!(new(store.accept(batch).await.unwrap()), expected, "{at}");
            }
            4..=7 => {
                let turns = arbitrary_turn(&mut random, &ours, &theirs);
                let expected = model.turn(turns.1).await.unwrap();
                let turned = store.turn(turns.0).await.unwrap();
                assert_eq!(turned.completed, expected.completed, "{at}");
                assert_eq!(turned.renewed, expected.renewed, "{at}");
                assert_eq!(turned.next_in, expected.next_in, "{at}");
                assert_eq!(turned.claimed.len(), expected.claimed.len(), "{at}");
                for (one, other) in turned.claimed.iter().zip(&expected.claimed) {
                    assert_eq!(one.body, other.body, "{at}");
                    assert_eq!(one.handler, other.handler, "{at}");
                    assert_eq!(one.attempt, other.attempt, "{at}");
                    assert_eq!(one.lease.number, other.lease.number, "{at}");
                    ours.push(one.lease);
                    theirs.push(other.lease);
                }
            }
            8 => clock.advance(Duration::from_secs(random.below(40))),
            9 => {
                let filter = arbitrary_filter(&mut random);
                let change = match random.below(2) {
                    0 => Change::Replay,
                    _ => Change::Discard("x".to_owned()),
                };
                let limit = random.below(5) as u32;
                let expected = model.change(change.clone(), filter.clone(), limit).await.unwrap();
                assert_eq!(store.change(change, filter, limit).await.unwrap(), expected, "{at}");
            }
            10 => {
                let retention = Retention {
                    done: Duration::from_secs(random.below(100)),
                    failed: Duration::from_secs(random.below(200)),
                };
                let expected = model.prune(retention, 100).await.unwrap();
                assert_eq!(store.prune(retention, 100).await.unwrap(), expected, "{at}");
            }
            _ => {
                let name = random.below(8).to_string();
                let paused = random.below(3) == 0;
                let expected = model.forget(key(&name)).await.unwrap();
                assert_eq!(store.forget(key(&name)).await.unwrap(), expected, "{at}");
                model.pause("a".to_owned(), paused).await.unwrap();
                store.pause("a".to_owned(), paused).await.unwrap();
            }
        }
        let rows = store.list(Filter::all(), 10_000).await.unwrap();
        let expected = model.list(Filter::all(), 10_000).await.unwrap();
        let plain = |rows: &[TaskRow]| rows.iter().map(without_numbers).collect::<Vec<_>>();
        assert_eq!(plain(&rows), plain(&expected), "{at}");
        assert_eq!(store.stats().await.unwrap(), model.stats().await.unwrap(), "{at}");
        check_lanes(&rows, &at);
    }
}

/// A row without what a store numbers as it likes.
fn without_numbers(row: &TaskRow) -> TaskRow {
    TaskRow { id: webhook_inbox::TaskId(0), delivery: webhook_inbox::DeliveryId(0), ..row.clone() }
}

/// At most one task of a lane is ready or running, and one is if any waits.
fn check_lanes(rows: &[TaskRow], at: &str) {
    for row in rows.iter().filter(|row| row.state == State::Waiting) {
        let lane =
            |other: &&TaskRow| (&other.handler, &other.order_key) == (&row.handler, &row.order_key);
        let holders = rows.iter().filter(lane).filter(|other| other.state.holds_lane()).count();
        assert_eq!(holders, 1, "{at}: {row:?}");
    }
    for row in rows.iter().filter(|row| row.state.holds_lane() && row.order_key.is_some()) {
        let lane =
            |other: &&TaskRow| (&other.handler, &other.order_key) == (&row.handler, &row.order_key);
        let holders = rows.iter().filter(lane).filter(|other| other.state.holds_lane()).count();
        assert_eq!(holders, 1, "{at}: {row:?}");
    }
}

fn arbitrary(random: &mut Random) -> webhook_inbox::NewDelivery {
    let mut new = delivery(&random.below(8).to_string());
    if random.below(2) == 0 {
        new = new.scope("scope").event(Some("event"));
    }
    for _ in 0..random.below(3) {
        let mut task = NewTask::new(["a", "b"][random.below(2) as usize]);
        if random.below(2) == 0 {
            task = task.order_key(Some(["x", "y"][random.below(2) as usize]));
        }
        if random.below(4) == 0 {
            task = task.delay(Duration::from_secs(random.below(30)));
        }
        new = new.task(task);
    }
    new
}

fn arbitrary_turn(random: &mut Random, ours: &[Lease], theirs: &[Lease]) -> (Turn, Turn) {
    let mut turn = Turn {
        limit: random.below(4) as u32,
        lease: Duration::from_secs(10 + random.below(20)),
        ..Turn::default()
    };
    for handler in ["a", "b"] {
        if random.below(3) > 0 {
            let tasks = random.below(3) as u32 + 1;
            turn.rooms.push(Room { handler: handler.to_owned(), tasks });
        }
    }
    let mut model = turn.clone();
    // Any lease there ever was, so that old ones are tried as well; each once, as workers do.
    let mut left: Vec<usize> = (0..ours.len()).rev().take(12).collect();
    for _ in 0..random.below(5) {
        if left.is_empty() {
            break;
        }
        let at = left.remove(random.below(left.len() as u64) as usize);
        if random.below(4) == 0 {
            turn.renewals.push(ours[at]);
            model.renewals.push(theirs[at]);
            continue;
        }
        let result = match random.below(6) {
            0 => {
                TaskResult::Retry { after: Duration::from_secs(random.below(9)), error: "r".into() }
            }
            1 => TaskResult::Dead("d".to_owned()),
            2 => TaskResult::Parked("p".to_owned()),
            3 => TaskResult::GivenBack,
            4 => TaskResult::Skipped("s".to_owned()),
            _ => TaskResult::Done,
        };
        turn.completions.push(Completion { lease: ours[at], result: result.clone() });
        model.completions.push(Completion { lease: theirs[at], result });
    }
    (turn, model)
}

fn arbitrary_filter(random: &mut Random) -> Filter {
    let mut filter = Filter::all();
    if random.below(2) == 0 {
        filter = filter.state(State::ALL[random.below(7) as usize]);
    }
    match random.below(4) {
        0 => filter.handler("a"),
        1 => filter.scope("scope"),
        2 => filter.event("event"),
        _ => filter,
    }
}
