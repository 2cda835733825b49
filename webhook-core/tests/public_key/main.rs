//! Public keys, tokens and sources of keys, against published vectors and against attacks.
//!
//! `cargo test -p webhook-core --all-features --test public_key`

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed, in its helpers too"
)]

mod catalogue;
mod forms;
mod jwt;
mod key_source;
mod wycheproof;

use webhook_core::public_key::{FinishedMessage, Message, PublicKey, SignatureAlgorithm};

/// A message of several parts.
fn message(algorithm: SignatureAlgorithm, parts: &[&[u8]]) -> FinishedMessage {
    let mut message = Message::new(algorithm);
    for part in parts {
        message.update(part);
    }
    message.finish()
}

fn verifies(key: &PublicKey, parts: &[&[u8]], signature: &[u8]) -> bool {
    key.verifies(&message(key.algorithm(), parts), signature)
}
