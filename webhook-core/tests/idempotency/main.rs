//! What keeps a delivery from being handled twice: the lease on it, the store in memory at its limits, and
//! the store beside a model of it.

#[cfg(feature = "testing")]
mod contract;
mod lease;
mod memory_store;
mod model;
