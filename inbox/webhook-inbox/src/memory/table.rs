//! The store in memory, without its lock and its clock: every step is a function of the table and a
//! moment, so that a test can walk through all histories.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;

use crate::{
    Accepted, Change, Completion, DeliveryId, Depth, Filter, Key, Lease, Moment, NewDelivery,
    Pruned, Retention, Settled, Standing, State, Stats, Step, Task, TaskId, TaskRow, Turn, Turned,
};

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Table {
    last_delivery: i64,
    last_task: i64,
    seen: BTreeMap<Key, (DeliveryId, Moment)>,
    deliveries: BTreeMap<DeliveryId, Delivery>,
    tasks: BTreeMap<TaskId, Row>,
    paused: BTreeSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Delivery {
    key: Key,
    endpoint: String,
    scope: String,
    event: Option<String>,
    sender_id: Option<String>,
    received_at: Moment,
    signed_at: Option<Moment>,
    head: Bytes,
    body: Bytes,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Row {
    delivery: DeliveryId,
    handler: String,
    order_key: Option<String>,
    state: State,
    attempt: u32,
    lease_no: i64,
    run_at: Moment,
    lease_until: Option<Moment>,
    last_error: Option<String>,
    finished_at: Option<Moment>,
}

/// Tasks that are run one after the other: a handler and an order key.
type Lane = (String, String);

impl Row {
    fn lane(&self) -> Option<Lane> {
        Some((self.handler.clone(), self.order_key.clone()?))
    }

    fn is_in(&self, lane: &Lane) -> bool {
        self.handler == lane.0 && self.order_key.as_ref() == Some(&lane.1)
    }
}

impl Table {
    pub(crate) fn accept(&mut self, batch: Vec<NewDelivery>, now: Moment) -> Vec<Accepted> {
        batch.into_iter().map(|new| self.accept_one(new, now)).collect()
    }

    fn accept_one(&mut self, new: NewDelivery, now: Moment) -> Accepted {
        if let Some((id, until)) = self.seen.get(&new.key) {
            if *until > now {
                return Accepted::Duplicate(*id);
            }
        }
        self.last_delivery += 1;
        let id = DeliveryId(self.last_delivery);
        self.seen.insert(new.key, (id, now.saturating_add(new.keep)));
        for task in new.tasks {
            self.last_task += 1;
            let mut row = Row {
                delivery: id,
                handler: task.handler,
                order_key: task.order_key,
                state: State::Ready,
                attempt: 0,
                lease_no: 0,
                run_at: now.saturating_add(task.delay),
                lease_until: None,
                last_error: None,
                finished_at: None,
            };
            if row.lane().is_some_and(|lane| self.is_held(&lane)) {
                row.state = State::Waiting;
            }
            self.tasks.insert(TaskId(self.last_task), row);
        }
        let delivery = Delivery {
            key: new.key,
            endpoint: new.endpoint,
            scope: new.scope,
            event: new.event,
            sender_id: new.sender_id,
            received_at: now,
            signed_at: new.signed_at,
            head: new.head,
            body: new.body,
        };
        self.deliveries.insert(id, delivery);
        Accepted::New(id)
    }

    fn is_held(&self, lane: &Lane) -> bool {
        self.tasks.values().any(|row| row.is_in(lane) && row.state.holds_lane())
    }

    /// Lets the first that waits go on, if nothing holds the lane any more.
    fn promote(&mut self, lane: &Lane, now: Moment) {
        if self.is_held(lane) {
            return;
        }
        let next =
            self.tasks.values_mut().find(|row| row.is_in(lane) && row.state == State::Waiting);
        if let Some(row) = next {
            row.state = State::Ready;
            row.run_at = row.run_at.max(now);
        }
    }

    pub(crate) fn turn(&mut self, turn: &Turn, now: Moment) -> Turned {
        let completed = turn.completions.iter().map(|one| self.complete(one, now)).collect();
        let renewed = turn.renewals.iter().map(|lease| self.renew(*lease, turn, now)).collect();
        let claimed = self.claim(turn, now);
        Turned { completed, renewed, claimed, next_in: self.next_in(turn, now) }
    }

    pub(crate) fn complete(&mut self, completion: &Completion, now: Moment) -> Settled {
        let Completion { lease, result } = completion;
        let Some(row) = self.tasks.get_mut(&lease.task) else { return Settled::Lost };
        if row.lease_no != lease.number {
            return Settled::Lost;
        }
        let Some(to) = result.step().from_state(row.state) else { return Settled::Already };
        row.state = to;
        row.lease_until = None;
        row.last_error = result.reason().or(row.last_error.take());
        if to.is_finished() {
            row.finished_at = Some(now);
        } else {
            row.run_at = now.saturating_add(result.after());
        }
        if result.step() == Step::GiveBack {
            row.attempt = row.attempt.saturating_sub(1);
        }
        if let Some(lane) = row.lane() {
            self.promote(&lane, now);
        }
        Settled::Held
    }

    fn renew(&mut self, lease: Lease, turn: &Turn, now: Moment) -> Settled {
        match self.tasks.get_mut(&lease.task) {
            Some(row) if row.lease_no == lease.number => {
                if Step::Renew.from_state(row.state).is_none() {
                    return Settled::Already;
                }
                row.lease_until = Some(now.saturating_add(turn.lease));
                Settled::Held
            }
            _ => Settled::Lost,
        }
    }

    fn claim(&mut self, turn: &Turn, now: Moment) -> Vec<Task> {
        let mut due: Vec<_> = self
            .tasks
            .iter()
            .filter(|(_, row)| !self.paused.contains(&row.handler))
            .filter_map(|(id, row)| match (row.state, row.lease_until) {
                // What was abandoned comes first.
                (State::Running, Some(until)) if until <= now => Some((false, until, *id)),
                (State::Ready, _) if row.run_at <= now => Some((true, row.run_at, *id)),
                _ => None,
            })
            .collect();
        due.sort_unstable();
        let mut rooms: BTreeMap<&str, u32> =
            turn.rooms.iter().map(|room| (room.handler.as_str(), room.tasks)).collect();
        let mut claimed = Vec::new();
        for (_, _, id) in due {
            if claimed.len() >= turn.limit as usize {
                break;
            }
            let Some(row) = self.tasks.get_mut(&id) else { continue };
            let Some(room @ 1..) = rooms.get_mut(row.handler.as_str()) else { continue };
            *room -= 1;
            row.state = State::Running;
            row.attempt = row.attempt.saturating_add(1);
            row.lease_no += 1;
            row.lease_until = Some(now.saturating_add(turn.lease));
            let Some(delivery) = self.deliveries.get(&row.delivery) else { continue };
            claimed.push(Task {
                lease: Lease { task: id, number: row.lease_no },
                handler: row.handler.clone(),
                attempt: row.attempt,
                order_key: row.order_key.clone(),
                delivery: row.delivery,
                key: delivery.key,
                endpoint: delivery.endpoint.clone(),
                scope: delivery.scope.clone(),
                received_at: delivery.received_at,
                signed_at: delivery.signed_at,
                head: delivery.head.clone(),
                body: delivery.body.clone(),
            });
        }
        claimed
    }

    fn next_in(&self, turn: &Turn, now: Moment) -> Option<std::time::Duration> {
        let named = |row: &&Row| {
            turn.rooms.iter().any(|room| room.handler == row.handler)
                && !self.paused.contains(&row.handler)
        };
        let due = |row: &Row| match row.state {
            State::Ready => Some(row.run_at),
            State::Running => row.lease_until,
            _ => None,
        };
        let due = self.tasks.values().filter(named).filter_map(due);
        due.filter(|at| *at > now).min().map(|at| at.since(now))
    }

    pub(crate) fn look(&self, lease: Lease) -> Standing {
        match self.tasks.get(&lease.task) {
            Some(row) if row.lease_no == lease.number => match row.state {
                State::Running => Standing::Held,
                _ => Standing::Completed,
            },
            _ => Standing::Lost,
        }
    }

    pub(crate) fn change(
        &mut self,
        change: &Change,
        filter: &Filter,
        limit: u32,
        now: Moment,
    ) -> u64 {
        let step = match change {
            Change::Replay => Step::Replay,
            Change::Discard(_) => Step::Discard,
        };
        let meant: Vec<TaskId> = self
            .rows()
            .filter(|row| step.from_state(row.state).is_some() && filter.matches(row))
            .map(|row| row.id)
            .take(limit as usize)
            .collect();
        for id in &meant {
            let Some(lane) = self.tasks.get(id).map(Row::lane) else { continue };
            let held = lane.as_ref().is_some_and(|lane| self.is_held(lane));
            let Some(row) = self.tasks.get_mut(id) else { continue };
            match change {
                Change::Replay => {
                    row.state = if held { State::Waiting } else { State::Ready };
                    row.attempt = 0;
                    row.run_at = now;
                    row.finished_at = None;
                }
                Change::Discard(reason) => {
                    row.state = State::Skipped;
                    row.last_error =
                        Some(crate::record::clean(reason, crate::record::LONGEST_ERROR));
                    row.finished_at = Some(now);
                }
            }
            if let Some(lane) = lane {
                self.promote(&lane, now);
            }
        }
        meant.len() as u64
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = TaskRow> + '_ {
        self.tasks.iter().filter_map(|(id, row)| {
            let delivery = self.deliveries.get(&row.delivery)?;
            Some(TaskRow {
                id: *id,
                delivery: row.delivery,
                handler: row.handler.clone(),
                state: row.state,
                attempt: row.attempt,
                lease_no: row.lease_no,
                run_at: row.run_at,
                lease_until: row.lease_until,
                order_key: row.order_key.clone(),
                last_error: row.last_error.clone(),
                finished_at: row.finished_at,
                endpoint: delivery.endpoint.clone(),
                scope: delivery.scope.clone(),
                event: delivery.event.clone(),
                sender_id: delivery.sender_id.clone(),
                received_at: delivery.received_at,
            })
        })
    }

    pub(crate) fn pause(&mut self, handler: String, paused: bool) {
        if paused {
            self.paused.insert(handler);
        } else {
            self.paused.remove(&handler);
        }
    }

    pub(crate) fn forget(&mut self, key: Key) -> bool {
        self.seen.remove(&key).is_some()
    }

    pub(crate) fn prune(&mut self, retention: Retention, limit: u32, now: Moment) -> Pruned {
        let mut unneeded: BTreeMap<DeliveryId, bool> = self
            .deliveries
            .iter()
            .map(|(id, one)| (*id, one.received_at.saturating_add(retention.done) <= now))
            .collect();
        for row in self.tasks.values() {
            let keep = match row.state {
                State::Done | State::Skipped => retention.done,
                _ => retention.failed,
            };
            let old = row.finished_at.is_some_and(|at| at.saturating_add(keep) <= now);
            if !old {
                unneeded.insert(row.delivery, false);
            }
        }
        let gone: BTreeSet<DeliveryId> = unneeded
            .into_iter()
            .filter(|(_, old)| *old)
            .map(|(id, _)| id)
            .take(limit as usize)
            .collect();
        self.deliveries.retain(|id, _| !gone.contains(id));
        self.tasks.retain(|_, row| !gone.contains(&row.delivery));
        let keys: BTreeSet<Key> = self
            .seen
            .iter()
            .filter(|(_, (_, until))| *until <= now)
            .map(|(key, _)| *key)
            .take(limit as usize)
            .collect();
        self.seen.retain(|key, _| !keys.contains(key));
        Pruned { deliveries: gone.len() as u64, keys: keys.len() as u64 }
    }

    pub(crate) fn stats(&self, now: Moment) -> Stats {
        let mut tasks: BTreeMap<(&str, State), u64> = BTreeMap::new();
        for row in self.tasks.values() {
            *tasks.entry((&row.handler, row.state)).or_default() += 1;
        }
        let ready =
            self.tasks.values().filter(|row| row.state == State::Ready && row.run_at <= now);
        Stats {
            oldest_ready: ready.map(|row| now.since(row.run_at)).max(),
            paused: self.paused.iter().cloned().collect(),
            tasks: tasks
                .into_iter()
                .map(|((handler, state), tasks)| Depth {
                    handler: handler.to_owned(),
                    state,
                    tasks,
                })
                .collect(),
        }
    }
}
