//! `#[payload]`: structs of one's own, checked against what providers publish.

mod delivered;
mod mutated;
mod reading;
