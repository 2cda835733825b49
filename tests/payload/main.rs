//! `#[payload]`: structs of one's own, checked against what providers publish.

mod reading;
mod delivered;
