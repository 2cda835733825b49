//! What owners ask of an inbox.

use std::time::Duration;

use crate::{DeliveryId, Moment, State, TaskId, TaskRow};

/// Which tasks are meant: those that everything applies to that is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filter {
    /// In one of these states; in any if there is none.
    pub states: Vec<State>,
    /// For this handler.
    pub handler: Option<String>,
    /// Of this endpoint.
    pub endpoint: Option<String>,
    /// Of this account.
    pub scope: Option<String>,
    /// Of an event of this name.
    pub event: Option<String>,
    /// Of a delivery that its sender calls so.
    pub sender_id: Option<String>,
    /// Of this delivery.
    pub delivery: Option<DeliveryId>,
    /// This one.
    pub task: Option<TaskId>,
    /// Accepted at this moment or later.
    pub since: Option<Moment>,
    /// Accepted before this moment.
    pub until: Option<Moment>,
    /// With a larger number than this one: for lists in pages.
    pub after: Option<TaskId>,
}

impl Filter {
    /// All tasks.
    pub fn all() -> Self {
        Self::default()
    }

    /// Those in this state, or in another that was named before.
    pub fn state(mut self, state: State) -> Self {
        self.states.push(state);
        self
    }

    /// Those for this handler.
    pub fn handler(mut self, handler: impl Into<String>) -> Self {
        self.handler = Some(handler.into());
        self
    }

    /// Those of this endpoint.
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Those of this account.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Those of an event of this name.
    pub fn event(mut self, event: impl Into<String>) -> Self {
        self.event = Some(event.into());
        self
    }

    /// Those of a delivery that its sender calls so.
    pub fn sender_id(mut self, id: impl Into<String>) -> Self {
        self.sender_id = Some(id.into());
        self
    }

    /// Those of this delivery.
    pub fn delivery(mut self, id: DeliveryId) -> Self {
        self.delivery = Some(id);
        self
    }

    /// This task.
    pub fn task(mut self, id: TaskId) -> Self {
        self.task = Some(id);
        self
    }

    /// Those that were accepted at this moment or later.
    pub fn since(mut self, moment: Moment) -> Self {
        self.since = Some(moment);
        self
    }

    /// Those that were accepted before this moment.
    pub fn until(mut self, moment: Moment) -> Self {
        self.until = Some(moment);
        self
    }

    /// Those behind this one.
    pub fn after(mut self, id: TaskId) -> Self {
        self.after = Some(id);
        self
    }

    /// Whether a task is meant: for stores without a language of queries, and for tests.
    pub fn matches(&self, row: &TaskRow) -> bool {
        let is = |wanted: &Option<String>, value: Option<&str>| {
            wanted.as_deref().is_none_or(|wanted| value == Some(wanted))
        };
        (self.states.is_empty() || self.states.contains(&row.state))
            && is(&self.handler, Some(&row.handler))
            && is(&self.endpoint, Some(&row.endpoint))
            && is(&self.scope, Some(&row.scope))
            && is(&self.event, row.event.as_deref())
            && is(&self.sender_id, row.sender_id.as_deref())
            && self.delivery.is_none_or(|id| id == row.delivery)
            && self.task.is_none_or(|id| id == row.id)
            && self.since.is_none_or(|since| row.received_at >= since)
            && self.until.is_none_or(|until| row.received_at < until)
            && self.after.is_none_or(|after| row.id > after)
    }
}

/// How long what is finished is kept.
///
/// A delivery goes when all its tasks may go. One with a task that is not finished stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// How long what is done or skipped is kept, and a delivery that nobody takes.
    pub done: Duration,
    /// How long what is parked or dead is kept, for its owner to replay.
    pub failed: Duration,
}

impl Default for Retention {
    /// A week for what is done, three months for what failed.
    fn default() -> Self {
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        Self { done: 7 * DAY, failed: 90 * DAY }
    }
}

/// What was deleted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Deliveries, each with its body and its tasks.
    pub deliveries: u64,
    /// Keys whose senders do not repeat them any more.
    pub keys: u64,
}

/// What there is in an inbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stats {
    /// By handler and state, in that order; what is not there is zero.
    pub tasks: Vec<Depth>,
    /// How long the task waits already that is ready for longest, if one is.
    pub oldest_ready: Option<Duration>,
    /// The handlers that are paused, in the order of their names.
    pub paused: Vec<String>,
}

/// How many tasks of a handler are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depth {
    /// The handler's name.
    pub handler: String,
    /// The state.
    pub state: State,
    /// How many.
    pub tasks: u64,
}

impl Stats {
    /// How many tasks are in a state, of all handlers.
    pub fn in_state(&self, state: State) -> u64 {
        self.tasks.iter().filter(|depth| depth.state == state).map(|depth| depth.tasks).sum()
    }
}
