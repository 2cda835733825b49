//! A delivery is handled once, by its identity and its scope; handlers run to their end; and everything is
//! told.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod borders;
mod captured;
mod completion;
mod identity;
mod scope;
mod tenants;
mod told;
mod world;
