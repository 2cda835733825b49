//! Every history of a small inbox: two deliveries of one lane and one key that is sent twice, two workers,
//! and whatever may happen in between, in any order: accepting, claiming, renewing, completing in every way,
//! a lease that runs out, a worker that dies, replaying, discarding. After each step what must hold does.

use std::{
    collections::{BTreeSet, HashSet, VecDeque},
    time::Duration,
};

use bytes::Bytes;

use super::table::Table;
use crate::{
    Accepted, Change, Completion, Filter, Key, Lease, Moment, NewDelivery, NewTask, Room, Settled,
    State, TaskId, TaskResult, Turn,
};

const LEASE: Duration = Duration::from_secs(1);
/// How often tasks may be claimed, leases run out, and owners step in: what keeps the histories finite.
const CLAIMS: u8 = 3;
const EXPIRIES: u8 = 2;
const CHANGES: u8 = 1;

/// The inbox, and what the world outside knows and did.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct World {
    table: Table,
    now: Moment,
    /// The deliveries that were acknowledged, as new.
    acknowledged: BTreeSet<u8>,
    /// What each worker believes to hold.
    workers: [Option<Lease>; 2],
    /// Effects that were committed together with a completion, by task, since the task was replayed last.
    effects: Vec<TaskId>,
    claims: u8,
    expiries: u8,
    changes: u8,
}

impl World {
    fn new() -> Self {
        Self {
            table: Table::default(),
            now: Moment::from_millis(1_000),
            acknowledged: BTreeSet::new(),
            workers: [None, None],
            effects: Vec::new(),
            claims: 0,
            expiries: 0,
            changes: 0,
        }
    }

    /// All that can happen next.
    fn steps(&self) -> Vec<Self> {
        let mut next = Vec::new();
        for name in 0..2 {
            next.push(self.accepting(name));
        }
        for worker in 0..2 {
            match self.workers[worker] {
                None => next.extend(self.claiming(worker)),
                Some(lease) => next.extend(self.working(worker, lease)),
            }
        }
        if self.expiries < EXPIRIES {
            let mut later = self.clone();
            later.now = later.now.saturating_add(LEASE);
            later.expiries += 1;
            next.push(later);
        }
        if self.changes < CHANGES {
            next.extend(
                [Change::Replay, Change::Discard(String::new())].map(|one| self.changing(&one)),
            );
        }
        next
    }

    fn accepting(&self, name: u8) -> Self {
        let mut next = self.clone();
        let key = Key::of(&[&[name]]);
        let new = NewDelivery::new(key, "e", Duration::MAX, Bytes::new())
            .task(NewTask::new("h").order_key(Some("lane")));
        let accepted = next.table.accept(vec![new], next.now);
        let is_new = next.acknowledged.insert(name);
        assert_eq!(
            matches!(accepted.as_slice(), [Accepted::New(_)]),
            is_new,
            "the key of a delivery"
        );
        next
    }

    fn claiming(&self, worker: usize) -> Option<Self> {
        if self.claims == CLAIMS {
            return None;
        }
        let mut next = self.clone();
        next.claims += 1;
        let turned = next.table.turn(&turn(1, Vec::new(), Vec::new()), next.now);
        let task = turned.claimed.first()?;
        for other in self.workers.iter().flatten().filter(|other| other.task == task.lease.task) {
            assert!(other.number < task.lease.number, "a lease has a number of its own");
        }
        next.workers[worker] = Some(task.lease);
        Some(next)
    }

    fn working(&self, worker: usize, lease: Lease) -> Vec<Self> {
        let mut next = Vec::new();
        // It dies, and somebody else begins in its place.
        let mut died = self.clone();
        died.workers[worker] = None;
        next.push(died);
        let mut renewed = self.clone();
        renewed.table.turn(&turn(0, Vec::new(), vec![lease]), renewed.now);
        next.push(renewed);
        let results = [
            TaskResult::Done,
            TaskResult::Retry { after: Duration::ZERO, error: String::new() },
            TaskResult::Dead(String::new()),
            TaskResult::GivenBack,
        ];
        for result in results {
            let mut ended = self.clone();
            let before = ended.table.clone();
            let current = before.rows().find(|row| row.id == lease.task).map(|row| row.lease_no);
            let completion = Completion { lease, result: result.clone() };
            let settled = ended.table.complete(&completion, ended.now);
            if settled == Settled::Held {
                assert_eq!(current, Some(lease.number), "an old lease changes nothing");
                if result == TaskResult::Done {
                    ended.effects.push(lease.task);
                }
            } else {
                assert_eq!(ended.table, before, "what is not held changes nothing");
            }
            // Sent again, as after a lost answer.
            let mut again = ended.table.clone();
            assert_ne!(again.complete(&completion, ended.now), Settled::Held, "once is enough");
            assert_eq!(again, ended.table);
            ended.workers[worker] = None;
            next.push(ended);
        }
        next
    }

    fn changing(&self, change: &Change) -> Self {
        let mut next = self.clone();
        next.changes += 1;
        next.table.change(change, &Filter::all(), u32::MAX, next.now);
        if *change == Change::Replay {
            // What is replayed is to be done once more.
            let done: Vec<TaskId> = next
                .table
                .rows()
                .filter(|row| row.state == State::Done)
                .map(|row| row.id)
                .collect();
            next.effects.retain(|task| done.contains(task));
        }
        next
    }

    fn check(&self) {
        let rows: Vec<_> = self.table.rows().collect();
        assert_eq!(rows.len(), self.acknowledged.len(), "what was acknowledged is there, once");
        let holders = rows.iter().filter(|row| row.state.holds_lane()).count();
        assert!(holders <= 1, "one task of a lane at a time: {rows:?}");
        let waits = rows.iter().any(|row| row.state == State::Waiting);
        assert!(!waits || holders == 1, "nobody waits behind nobody: {rows:?}");
        for row in &rows {
            let effects = self.effects.iter().filter(|task| **task == row.id).count();
            let expected = usize::from(row.state == State::Done);
            assert_eq!(effects, expected, "effects are made once: {row:?}");
            let leased = row.lease_until.is_some();
            assert_eq!(leased, row.state == State::Running, "{row:?}");
            assert_eq!(row.finished_at.is_some(), row.state.is_finished(), "{row:?}");
        }
    }

    /// Whatever happened: one worker that lives brings everything to an end.
    fn ends(mut self) {
        for _ in 0..8 {
            self.now = self.now.saturating_add(LEASE);
            let claimed = self.table.turn(&turn(1, Vec::new(), Vec::new()), self.now).claimed;
            for task in claimed {
                let completion = Completion { lease: task.lease, result: TaskResult::Done };
                assert_eq!(self.table.complete(&completion, self.now), Settled::Held);
            }
        }
        assert!(self.table.rows().all(|row| row.state.is_finished()), "stuck: {:?}", self.table);
    }
}

fn turn(tasks: u32, completions: Vec<Completion>, renewals: Vec<Lease>) -> Turn {
    let rooms = vec![Room { handler: "h".to_owned(), tasks }];
    Turn { completions, renewals, rooms, limit: tasks, lease: LEASE }
}

#[test]
fn every_history_keeps_the_promises() {
    let mut seen = HashSet::new();
    let mut queue = VecDeque::from([World::new()]);
    seen.insert(World::new());
    while let Some(world) = queue.pop_front() {
        world.check();
        for next in world.steps() {
            if !seen.contains(&next) {
                seen.insert(next.clone());
                queue.push_back(next);
            }
        }
        world.ends();
    }
    println!("{} states", seen.len());
    assert!(seen.len() > 10_000, "the exploration is not cut short: {} states", seen.len());
}
