//! The runtime of webhook-kit.
