//! The cases, by what they are about. Each takes a harness and panics if the store does not keep a promise.

pub mod accept;
pub mod claim;
pub mod lease;
pub mod order;
pub mod owner;
pub mod tx;
pub mod worker;
