use rsa::{BigUint, Pkcs1v15Sign, RsaPrivateKey, RsaPublicKey, traits::PublicKeyParts as _};

use super::{PublicKeyError, SignatureAlgorithm, algorithm::Hash, message::HashValue};

const MIN_BITS: usize = 2048;

#[derive(Clone)]
pub(super) struct Key(RsaPublicKey);

impl Key {
    pub(super) fn new(modulus: &[u8], exponent: &[u8]) -> Result<Self, PublicKeyError> {
        if modulus.len() > RsaPublicKey::MAX_SIZE / 8 || !is_odd(modulus) {
            return Err(PublicKeyError::Modulus);
        }
        if exponent.len() > 5 || exponent == [1] || !is_odd(exponent) {
            return Err(PublicKeyError::Exponent);
        }
        let modulus = BigUint::from_bytes_be(modulus);
        if modulus.bits() < MIN_BITS {
            return Err(PublicKeyError::Modulus);
        }
        RsaPublicKey::new(modulus, BigUint::from_bytes_be(exponent))
            .map(Self)
            .map_err(|_| PublicKeyError::Exponent)
    }

    /// The library builds the whole padded hash that the signature should hold and compares all of
    /// it: nothing in it is parsed, so nothing can hide in it.
    pub(super) fn verifies(
        &self,
        algorithm: SignatureAlgorithm,
        hash: &HashValue,
        signature: &[u8],
    ) -> bool {
        let Some(scheme) = padding(algorithm, hash) else { return false };
        signature.len() == self.0.size()
            && self.0.verify(scheme, hash.as_slice(), signature).is_ok()
    }
}

pub(super) struct Private(RsaPrivateKey);

impl Private {
    /// Modulus, public and private exponent, and the two primes.
    pub(super) fn new(numbers: [&[u8]; 5]) -> Option<Self> {
        let [modulus, public, private, p, q] = numbers.map(BigUint::from_bytes_be);
        RsaPrivateKey::from_components(modulus, public, private, vec![p, q]).ok().map(Self)
    }

    pub(super) fn sign(&self, algorithm: SignatureAlgorithm, hash: &HashValue) -> Option<Vec<u8>> {
        self.0.sign(padding(algorithm, hash)?, hash.as_slice()).ok()
    }
}

fn padding(algorithm: SignatureAlgorithm, hash: &HashValue) -> Option<Pkcs1v15Sign> {
    let prefix = algorithm.hash().map(digest_info)?;
    Some(Pkcs1v15Sign { hash_len: Some(hash.as_slice().len()), prefix: prefix.into() })
}

fn is_odd(number: &[u8]) -> bool {
    number.last().is_some_and(|last| last % 2 == 1)
}

/// The head of a `DigestInfo` ([RFC 8017](https://www.rfc-editor.org/rfc/rfc8017#page-47), notes to
/// 9.2), which says what hash follows.
fn digest_info(hash: Hash) -> &'static [u8] {
    match hash {
        Hash::Sha1 => b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
        Hash::Sha256 => {
            b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20"
        }
        Hash::Sha384 => {
            b"\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30"
        }
        Hash::Sha512 => {
            b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40"
        }
    }
}
