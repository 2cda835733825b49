//! The catalogue of webhook-kit.
