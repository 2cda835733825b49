use std::fmt;

use sha1::{Digest as _, Sha1};
use sha2::{Sha256, Sha384, Sha512};

use super::{SignatureAlgorithm, algorithm::Hash};

/// A message on its way to verification, fed part by part.
///
/// ECDSA and RSA sign a hash: each part is hashed as it comes, once for all keys and signatures.
///
/// Ed25519 hashes the signature and the key before the message, and then the message itself, so
/// that there is no hash to share; its parts are collected. (The library's incremental verifier
/// would need one state for each pair of key and signature, and has no strict form: it takes points
/// of small order.) Memory is that of the message, which the limit of the body bounds.
#[derive(Clone)]
pub struct Message {
    algorithm: SignatureAlgorithm,
    state: State,
}

#[derive(Clone)]
enum State {
    Whole(Vec<u8>),
    Sha1(Sha1),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Message {
    /// An empty message that is to be verified under this algorithm.
    pub fn new(algorithm: SignatureAlgorithm) -> Self {
        let state = match algorithm.hash() {
            None => State::Whole(Vec::new()),
            Some(Hash::Sha1) => State::Sha1(Sha1::new()),
            Some(Hash::Sha256) => State::Sha256(Sha256::new()),
            Some(Hash::Sha384) => State::Sha384(Sha384::new()),
            Some(Hash::Sha512) => State::Sha512(Sha512::new()),
        };
        Self { algorithm, state }
    }

    pub(crate) fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    /// Feeds a part.
    pub fn update(&mut self, part: &[u8]) {
        match &mut self.state {
            State::Whole(message) => message.extend_from_slice(part),
            State::Sha1(hash) => hash.update(part),
            State::Sha256(hash) => hash.update(part),
            State::Sha384(hash) => hash.update(part),
            State::Sha512(hash) => hash.update(part),
        }
    }

    /// Ends the message.
    pub fn finish(self) -> FinishedMessage {
        let content = match self.state {
            State::Whole(message) => Content::Whole(message),
            State::Sha1(hash) => Content::hash(&hash.finalize()),
            State::Sha256(hash) => Content::hash(&hash.finalize()),
            State::Sha384(hash) => Content::hash(&hash.finalize()),
            State::Sha512(hash) => Content::hash(&hash.finalize()),
        };
        FinishedMessage { algorithm: self.algorithm, content }
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

/// A message that is complete, for as many keys and signatures as there are.
#[derive(Clone)]
pub struct FinishedMessage {
    pub(super) algorithm: SignatureAlgorithm,
    pub(super) content: Content,
}

impl FinishedMessage {
    /// How many bytes are hashed anew for each signature and each key.
    pub(crate) fn len_hashed_each_time(&self) -> usize {
        match &self.content {
            Content::Whole(message) => message.len(),
            Content::Hash(_) => 0,
        }
    }
}

#[derive(Clone)]
pub(super) enum Content {
    Whole(Vec<u8>),
    Hash(HashValue),
}

impl Content {
    fn hash(value: &[u8]) -> Self {
        let mut bytes = [0; MAX_HASH];
        let len = value.len().min(MAX_HASH);
        for (to, from) in bytes.iter_mut().zip(value) {
            *to = *from;
        }
        Self::Hash(HashValue { bytes, len })
    }
}

const MAX_HASH: usize = 64;

/// A hash on the stack.
#[derive(Clone)]
pub(super) struct HashValue {
    bytes: [u8; MAX_HASH],
    len: usize,
}

impl HashValue {
    #[cfg(any(feature = "ecdsa-p256", feature = "rsa"))]
    pub(super) fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

impl fmt::Debug for FinishedMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FinishedMessage")
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}
