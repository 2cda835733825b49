//! A hostile world: what peers got wrong, as tests of this crate. `docs/peers.md` says whose defect
//! each of them is.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

#[path = "../support/mod.rs"]
mod support;

mod bodies;
mod borders;
mod headers;
mod memory;
mod once;
mod order;
mod retries;
mod secrets;
mod slow;
mod stored;
mod time;
mod unsigned;
mod world;
