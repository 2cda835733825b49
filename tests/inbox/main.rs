//! Endpoints with an inbox, over the store in memory and over `SQLite`: what is kept before it is
//! acknowledged, and what workers make of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what fails here fails the test"
)]

mod accepted;
mod away;
mod restored;
mod transaction;
mod worked;
mod world;
