//! The program as its users run it.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]
#![allow(missing_docs, reason = "a test has no users")]

mod arguments;
mod listen;
mod program;
mod round_trips;
mod verify;
