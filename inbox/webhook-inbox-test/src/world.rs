//! A store with a clock, and short words for what the cases do with it.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use webhook_inbox::{
    Accepted, Change, Completion, Filter, Key, Lease, NewDelivery, NewTask, Room, Settled, State,
    Task, TaskResult, TaskRow, TaskStore, Turn, Turned,
};

use crate::{Harness, TestClock};

pub(crate) const LEASE: Duration = Duration::from_secs(30);
pub(crate) const KEEP: Duration = Duration::from_secs(3_600);

pub(crate) struct World<H: Harness> {
    pub(crate) harness: H,
    pub(crate) clock: TestClock,
    pub(crate) store: Arc<H::Store>,
}

pub(crate) fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub(crate) fn key(name: &str) -> Key {
    Key::of(&[name.as_bytes()])
}

/// A delivery whose body is its name, without tasks.
pub(crate) fn delivery(name: &str) -> NewDelivery {
    NewDelivery::new(key(name), "endpoint", KEEP, Bytes::copy_from_slice(name.as_bytes()))
}

impl<H: Harness> World<H> {
    pub(crate) async fn new(harness: H) -> Self {
        let clock = TestClock::new();
        let store = Arc::new(harness.open(clock.clone()).await);
        Self { harness, clock, store }
    }

    pub(crate) async fn accept(&self, delivery: NewDelivery) -> Accepted {
        self.store.accept(vec![delivery]).await.unwrap()[0]
    }

    /// Accepts a delivery of this name with one task for `handler`.
    pub(crate) async fn task(&self, name: &str, handler: &str) {
        let accepted = self.accept(delivery(name).task(NewTask::new(handler))).await;
        assert!(matches!(accepted, Accepted::New(_)), "{name}: {accepted:?}");
    }

    /// The same in a lane.
    pub(crate) async fn lane_task(&self, name: &str, handler: &str, lane: &str) {
        let task = NewTask::new(handler).order_key(Some(lane));
        let accepted = self.accept(delivery(name).task(task)).await;
        assert!(matches!(accepted, Accepted::New(_)), "{name}: {accepted:?}");
    }

    pub(crate) async fn claim(&self, handlers: &[&str], limit: u32) -> Vec<Task> {
        self.turn(handlers, limit, Vec::new(), Vec::new()).await.claimed
    }

    pub(crate) async fn claim_one(&self, handler: &str) -> Task {
        let mut claimed = self.claim(&[handler], 1).await;
        assert_eq!(claimed.len(), 1, "a task of {handler} is to be had");
        claimed.remove(0)
    }

    pub(crate) async fn complete(&self, lease: Lease, result: TaskResult) -> Settled {
        let completions = vec![Completion { lease, result }];
        self.turn(&[], 0, completions, Vec::new()).await.completed[0]
    }

    pub(crate) async fn renew(&self, lease: Lease) -> Settled {
        self.turn(&[], 0, Vec::new(), vec![lease]).await.renewed[0]
    }

    pub(crate) async fn turn(
        &self,
        handlers: &[&str],
        limit: u32,
        completions: Vec<Completion>,
        renewals: Vec<Lease>,
    ) -> Turned {
        self.store.turn(turn(handlers, limit, completions, renewals)).await.unwrap()
    }

    pub(crate) async fn rows(&self) -> Vec<TaskRow> {
        self.store.list(Filter::all(), 10_000).await.unwrap()
    }

    pub(crate) async fn row(&self, lease: Lease) -> TaskRow {
        let rows = self.store.list(Filter::all().task(lease.task), 2).await.unwrap();
        assert_eq!(rows.len(), 1);
        rows.into_iter().next().unwrap()
    }

    pub(crate) async fn states(&self) -> Vec<State> {
        self.rows().await.into_iter().map(|row| row.state).collect()
    }

    pub(crate) async fn replay(&self, filter: Filter) -> u64 {
        self.store.change(Change::Replay, filter, 10_000).await.unwrap()
    }

    pub(crate) async fn discard(&self, filter: Filter) -> u64 {
        self.store.change(Change::Discard("by hand".to_owned()), filter, 10_000).await.unwrap()
    }
}

pub(crate) fn turn(
    handlers: &[&str],
    limit: u32,
    completions: Vec<Completion>,
    renewals: Vec<Lease>,
) -> Turn {
    let room = |name: &&str| Room { handler: (*name).to_owned(), tasks: limit };
    Turn { completions, renewals, rooms: handlers.iter().map(room).collect(), limit, lease: LEASE }
}

/// The bodies of tasks, which are the names of their deliveries.
pub(crate) fn names(tasks: &[Task]) -> Vec<&str> {
    tasks.iter().map(|task| std::str::from_utf8(&task.body).unwrap()).collect()
}

pub(crate) fn retry(after: Duration) -> TaskResult {
    TaskResult::Retry { after, error: "not yet".to_owned() }
}
