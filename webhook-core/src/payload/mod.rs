//! Payloads as types of one's own, with the fields that a handler needs.
//!
//! `#[payload(..)]` checks such a type against what the sender publishes, while it is compiled. What
//! arrives may still be another thing: an older version of the sender's, or a newer one. So nothing
//! but the fields that are asked for can break a delivery, and of those only the ones that are no
//! `Option`. A value of another kind than published is `None` in an `Option`, and is told as a
//! [`Mismatch`]: by [`Delivery::mismatches`](crate::Delivery::mismatches), and by an event of the
//! `tracing` feature.

mod mismatch;
#[doc(hidden)]
pub mod read;

pub(crate) use mismatch::watched;
pub use mismatch::{Found, Mismatch};
