//! The runtime of webhook-kit.

pub mod json;
