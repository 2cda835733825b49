//! Endpoints over HTTP: every row of the table of answers, and providers that a program learns when it runs.
//! (408, a body that does not come, is in `tests/hostile/slow.rs`.)

#![allow(clippy::expect_used, clippy::panic, clippy::string_slice, reason = "a test may panic")]

#[path = "../support/mod.rs"]
mod support;

mod acknowledged;
mod addresses;
mod bodies;
mod connections;
mod failures;
mod headers;
mod runtime_providers;
mod secrets;
mod world;
