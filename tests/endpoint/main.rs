//! Endpoints over HTTP: what the sender is answered, and providers that a program learns when it runs.

#[path = "../support/mod.rs"]
mod support;

mod runtime_providers;
mod status_codes;
