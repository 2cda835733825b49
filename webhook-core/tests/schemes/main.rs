//! Schemes as values, of which no provider of the catalogue is one: what they say, verifying and signing.

#[cfg(feature = "jwt")]
mod accessors;
mod signing;
mod verifying;
mod with;
