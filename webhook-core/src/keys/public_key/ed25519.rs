use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::PublicKeyError;

#[derive(Clone)]
pub(super) struct Key(VerifyingKey);

impl Key {
    pub(super) fn new(point: &[u8]) -> Result<Self, PublicKeyError> {
        let bytes = point.try_into().map_err(|_| PublicKeyError::Point)?;
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| PublicKeyError::Point)?;
        if key.is_weak() {
            return Err(PublicKeyError::SmallOrder);
        }
        Ok(Self(key))
    }

    /// Strict: a signature has one spelling, and no part of it is a point of small order.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

pub(super) struct Private(SigningKey);

impl Private {
    pub(super) fn new(seed: &[u8]) -> Option<Self> {
        Some(Self(SigningKey::from_bytes(seed.try_into().ok()?)))
    }

    pub(super) fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.0.sign(message).to_bytes().to_vec()
    }
}
