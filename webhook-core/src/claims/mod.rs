//! "Seen before", as a lease: a delivery is claimed, then handled, then done or given back.
//!
//! Senders deliver more than once: because an answer came too late, because a handler failed, because
//! somebody pressed "redeliver". Writing an id down before the handler runs loses the event when the
//! handler fails; writing it down afterwards lets two copies run side by side. So a delivery has three
//! states here, and every change of state is one atomic step of the [`ClaimStore`]:
//!
//! ```text
//!             claim                      done
//! (unknown) ----------> in progress ---------------> done
//!     ^                  |       |                    |
//!     |     release,     |       | lease runs out:    | `keep` runs out,
//!     +---- abandon -----+       | may be claimed     | or forgotten when
//!     |                          | by somebody else   | the store is full
//!     +--------------------------+--------------------+
//! ```
//!
//! An endpoint keeps a [`Store`], asks it for a [`Claim`], runs the handler while it holds the claim, and
//! then [completes](Claim::complete) or [releases](Claim::release) it. A claim that is dropped, because
//! the handler panicked or its future was cancelled, is given back, so that the sender's retry is handled.
//!
//! This is not exactly-once delivery, which nobody can promise: a process that dies between the handler's
//! last effect and `done` leaves a delivery that will be handled again. Handlers of money should make
//! their own effects idempotent, or write them in the transaction that records the delivery.
//!
//! # Security
//!
//! Only claim what was authenticated, under an id that the signature covers. An id which anybody may set
//! lets a stranger mark a delivery as seen that has not arrived yet.

mod guard;
mod key;
mod memory;
mod store;
mod table;

use std::time::Duration;

pub use self::guard::{Claim, Store};
pub use self::key::{ClaimKey, ClaimKeyBuilder};
pub use self::memory::MemoryStore;
pub use self::store::{BoxFuture, ClaimStore, Claimed, Owner, Settled, StoreError};

/// How long a claim is held without an answer before somebody else may claim it: five minutes.
///
/// A lease that is too short lets a slow handler run twice side by side; one that is too long only delays
/// the retry of a delivery whose process died. Senders wait for seconds, so five minutes errs on the
/// side that costs less. It must be longer than a handler may run.
pub const DEFAULT_LEASE: Duration = Duration::from_secs(5 * 60);

/// How long a handled delivery is remembered: four days.
///
/// Senders that document their schedule retry for up to about three days.
pub const DEFAULT_KEEP: Duration = Duration::from_secs(4 * 24 * 60 * 60);
