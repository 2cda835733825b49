//! What has to hold for any bytes: one module a target, each with a `check`.
//!
//! `tests/fuzz_corpus` of webhook-kit compiles these files too, and replays the corpora that are
//! committed beside them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a property that does not hold panics"
)]

pub mod chunks;
pub mod declared;
pub mod decode;
pub mod ecmascript;
pub mod endpoint;
pub mod forms;
pub mod headers;
pub mod keys;
pub mod locate;
pub mod reading;
pub mod senders;
pub mod templates;
pub mod timestamps;
pub mod tokens;
