//! What holds of every provider of the catalogue.

#[path = "../support/catalogue/mod.rs"]
mod catalogue;

mod captured;
mod event_lists;
mod handshakes;
mod newer_headers;
mod properties;
mod published_vectors;
mod samples;
