//! Endpoints with an inbox, over the store in memory and over SQLite: what is kept before it is
//! acknowledged, and what workers make of it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod accepted;
mod away;
mod restored;
mod transaction;
mod worked;
mod world;
