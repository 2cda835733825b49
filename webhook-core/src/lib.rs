//! The runtime of webhook-kit.
pub mod claims;
