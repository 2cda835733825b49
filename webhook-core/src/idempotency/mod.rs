//! Handling a delivery once: it is leased, then handled, then done or given back.
//!
//! Senders deliver more than once: because an answer came too late, because a handler failed, because
//! somebody pressed "redeliver". Writing an id down before the handler runs loses the event when the
//! handler fails; writing it down afterwards lets two copies run side by side. So a delivery has three
//! states here, and every change of state is one atomic step of the [`IdempotencyStore`]:
//!
//! ```text
//!            acquire                   complete
//! (unknown) ----------> in progress ---------------> done
//!     ^                  |  |    |  ^                 |
//!     |     release,     |  |    +--+ renew           | retention runs out,
//!     +---- abandon -----+  |                         | `forget`, or forgotten
//!     |                     | lease runs out:         | when the store is full
//!     |                     | may be acquired again   |
//!     +---------------------+-------------------------+
//! ```
//!
//! An endpoint keeps a [`Store`], asks it for a [`Lease`], runs the handler while it holds the lease, and
//! then [completes](Lease::complete) or [releases](Lease::release) it. A lease that is dropped, because
//! the handler panicked or its future was cancelled, is given back, so that the sender's retry is handled.
//!
//! This is not exactly-once delivery, which nobody can promise: a process that dies between the handler's
//! last effect and `complete` leaves a delivery that will be handled again. Handlers of money should make
//! their own effects idempotent, or write them in the transaction that records the delivery: a handler
//! has the key and the token of its lease as an argument, [`HeldLease`].
//!
//! # Whose delivery it is
//!
//! An [`IdempotencyKey`] is made of the provider, a scope, and what identifies the delivery. The scope says
//! whose delivery it is: senders count their ids for each account, so that two accounts have equal ids.
//! Where one store serves several endpoints, each has a scope of its own.
//!
//! # Security
//!
//! Only acquire what was authenticated, under an id that the signature covers. An id which anybody may set
//! lets a stranger mark a delivery as seen that has not arrived yet.

mod key;
mod lease;
mod memory;
mod store;
mod table;

use std::time::Duration;

pub use self::key::{IdempotencyKey, IdempotencyKeyBuilder};
pub use self::lease::{HeldLease, Lease, Store};
pub use self::memory::MemoryStore;
pub use self::store::{
    Acquired, BoxFuture, Completion, FencingToken, IdempotencyStore, StoreError,
};

/// How long a lease is held without being renewed before somebody else may acquire it: five minutes.
///
/// Endpoints renew the lease while a handler runs. So it has to be longer than a pause of the process or
/// of its network, not longer than a handler; it delays the retry of a delivery whose process died.
pub const DEFAULT_LEASE: Duration = Duration::from_secs(5 * 60);

/// How long a handled delivery is remembered: four days.
///
/// Senders that document their schedule retry for up to about three days.
pub const DEFAULT_RETENTION: Duration = Duration::from_secs(4 * 24 * 60 * 60);
