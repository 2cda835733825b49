//! `#[payload]`: structs of one's own, checked against what providers publish.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod delivered;
mod mutated;
mod reading;
