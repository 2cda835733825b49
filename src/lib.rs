//! webhook-kit.
