//! The procedural macros of webhook-kit.
