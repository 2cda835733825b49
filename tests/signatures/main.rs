//! Every kind of signature: what others signed is accepted, and nothing else is.

#[path = "../support/catalogue/mod.rs"]
mod catalogue;

mod fetched_keys;
mod hmac;
mod jwt;
mod public_keys;
mod recorded;
