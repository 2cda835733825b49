//! The durable inbox of webhook-kit: a delivery is verified, committed, acknowledged, and then handled by
//! workers, with retries, until it is done, parked or dead.
//!
//! This crate has what knows no database: the [records](NewDelivery), the [states](TRANSITIONS) of a task,
//! the [batcher](Batcher) that commits in groups, the [worker](Worker), and a store in [memory](Memory).
//! `webhook-inbox-sqlite` and `webhook-inbox-postgres` have the stores that last.

#![forbid(unsafe_code)]

mod batch;
mod error;
mod extract;
mod inbox;
mod memory;
mod moment;
mod owner;
mod query;
mod record;
mod retry;
mod state;
mod store;
mod worker;

pub use batch::{AcceptError, Batcher, Limits};
pub use error::{BoxError, Kind, StoreError};
pub use inbox::Inbox;
pub use memory::{Memory, MemoryTx};
pub use moment::Moment;
pub use query::{Depth, Filter, Pruned, Retention, Stats};
pub use record::{DeliveryId, Key, Lease, NewDelivery, NewParts, NewTask, Task, TaskId, TaskRow};
pub use retry::{Backoff, Retry};
pub use state::{State, Step, TRANSITIONS, Transition};
pub use store::{
    Accepted, BoxFuture, Change, Completion, Room, Settled, Standing, TaskResult, TaskStore, Turn,
    Turned,
};
pub use webhook_core::inbox::Attempt;
pub use worker::{Job, Report, Run, Tx, Verdict, Worker};
