//! The program as its users run it.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]
#![allow(missing_docs, reason = "a test has no users")]

mod arguments;
mod explain;
#[allow(unreachable_pub, reason = "users have it in a library")]
mod generated;
mod listen;
mod new_provider;
mod program;
mod readme;
mod round_trips;
mod types;
mod verify;
