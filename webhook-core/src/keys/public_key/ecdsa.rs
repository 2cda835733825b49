use p256::ecdsa::{
    Signature, SigningKey, VerifyingKey,
    signature::hazmat::{PrehashSigner as _, PrehashVerifier as _},
};

use super::{PublicKeyError, message::HashValue};

#[derive(Clone)]
pub(super) struct Key(VerifyingKey);

impl Key {
    pub(super) fn new(point: &[u8]) -> Result<Self, PublicKeyError> {
        VerifyingKey::from_sec1_bytes(point).map(Self).map_err(|_| PublicKeyError::Point)
    }

    /// Either form has one spelling of its numbers. Both `s` and `-s` are taken: senders do not
    /// normalise, and a signature is no key for "seen before".
    pub(super) fn verifies(&self, hash: &HashValue, signature: &[u8], der: bool) -> bool {
        let signature =
            if der { Signature::from_der(signature) } else { Signature::from_slice(signature) };
        signature.is_ok_and(|signature| self.0.verify_prehash(hash.as_slice(), &signature).is_ok())
    }
}

pub(super) struct Private(SigningKey);

impl Private {
    pub(super) fn new(scalar: &[u8]) -> Option<Self> {
        SigningKey::from_slice(scalar).ok().map(Self)
    }

    pub(super) fn sign(&self, hash: &HashValue, der: bool) -> Option<Vec<u8>> {
        let signature: Signature = self.0.sign_prehash(hash.as_slice()).ok()?;
        Some(if der {
            signature.to_der().as_bytes().to_vec()
        } else {
            signature.to_bytes().to_vec()
        })
    }
}
