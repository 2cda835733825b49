//! Private keys, of which only tests and tools have one: those that send genuine deliveries.

use base64ct::{Base64Unpadded, Encoding as _};
use zeroize::Zeroizing;

use super::{
    FinishedMessage, SignatureAlgorithm,
    der::{Der, INTEGER, OBJECT_ID, OCTET_STRING, SEQUENCE},
    material::{EC, ED25519, Family, P256, RSA},
    message::Content,
};

/// A private key and the one algorithm that it signs under.
pub(crate) struct PrivateKey {
    algorithm: SignatureAlgorithm,
    prepared: Prepared,
}

enum Prepared {
    #[cfg(feature = "ed25519")]
    Ed25519(super::ed25519::Private),
    #[cfg(feature = "ecdsa-p256")]
    EcdsaP256(super::ecdsa::Private),
    #[cfg(feature = "rsa")]
    Rsa(Box<super::rsa::Private>),
}

/// The numbers of a key, not yet checked.
enum Numbers<'a> {
    /// The 32 bytes of a seed.
    Ed25519(&'a [u8]),
    /// The 32 bytes of a scalar.
    EcdsaP256(&'a [u8]),
    Rsa([&'a [u8]; 5]),
}

impl PrivateKey {
    /// Reads a key: PEM (`PRIVATE KEY`, `RSA PRIVATE KEY`, `EC PRIVATE KEY`), base64 of the same in
    /// DER, hexadecimal or base64 of the 32 bytes of Ed25519 or P-256, or `whsk_` and base64.
    pub(crate) fn new(algorithm: SignatureAlgorithm, text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?.trim();
        let bytes = Zeroizing::new(bytes(text)?);
        let family = algorithm.family();
        let numbers = match (family, bytes.as_slice()) {
            // As Standard Webhooks writes it, the public key follows.
            (Family::Ed25519, bytes) if matches!(bytes.len(), 32 | 64) => {
                Numbers::Ed25519(bytes.get(..32)?)
            }
            (Family::EcdsaP256, bytes) if bytes.len() == 32 => Numbers::EcdsaP256(bytes),
            (_, bytes) => of_document(bytes, family)?,
        };
        let prepared = match (family, numbers) {
            #[cfg(feature = "ed25519")]
            (Family::Ed25519, Numbers::Ed25519(seed)) => {
                Prepared::Ed25519(super::ed25519::Private::new(seed)?)
            }
            #[cfg(feature = "ecdsa-p256")]
            (Family::EcdsaP256, Numbers::EcdsaP256(scalar)) => {
                Prepared::EcdsaP256(super::ecdsa::Private::new(scalar)?)
            }
            #[cfg(feature = "rsa")]
            (Family::Rsa, Numbers::Rsa(numbers)) => {
                Prepared::Rsa(Box::new(super::rsa::Private::new(numbers)?))
            }
            _ => return None,
        };
        Some(Self { algorithm, prepared })
    }

    /// The signature of a message; `None` if it was made for an algorithm with another hash.
    pub(crate) fn sign(&self, message: &FinishedMessage) -> Option<Vec<u8>> {
        if !self.algorithm.hashes_as(message.algorithm) {
            return None;
        }
        match (&self.prepared, &message.content) {
            #[cfg(feature = "ed25519")]
            (Prepared::Ed25519(key), Content::Whole(message)) => Some(key.sign(message)),
            #[cfg(feature = "ecdsa-p256")]
            (Prepared::EcdsaP256(key), Content::Hash(hash)) => {
                key.sign(hash, self.algorithm.has_der_signatures())
            }
            #[cfg(feature = "rsa")]
            (Prepared::Rsa(key), Content::Hash(hash)) => key.sign(self.algorithm, hash),
            #[allow(unreachable_patterns, reason = "with one kind of keys, or none")]
            _ => None,
        }
    }
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    if let Some((_, rest)) = text.split_once("PRIVATE KEY-----") {
        return base64(rest.split_once("-----END ")?.0);
    }
    if let Some(key) = text.strip_prefix("whsk_") {
        return base64(key);
    }
    hex::decode(text).ok().filter(|bytes| bytes.len() == 32).or_else(|| base64(text))
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let text: Zeroizing<String> =
        Zeroizing::new(text.chars().filter(|char| !char.is_ascii_whitespace()).collect());
    Base64Unpadded::decode_vec(text.trim_end_matches('=')).ok()
}

/// Tells PKCS#8 from the older forms by what stands second: an algorithm.
fn of_document(der: &[u8], family: Family) -> Option<Numbers<'_>> {
    let mut content = Der::new(der).sequence()?;
    content.read(INTEGER)?;
    if content.tag()? != SEQUENCE {
        return match family {
            Family::Ed25519 => None,
            Family::EcdsaP256 => sec1(der),
            Family::Rsa => pkcs1(der),
        };
    }
    let mut algorithm = content.sequence()?;
    let key = content.read(OCTET_STRING)?;
    match (family, algorithm.read(OBJECT_ID)?) {
        (Family::Ed25519, ED25519) => Some(Numbers::Ed25519(
            Der::new(key).read(OCTET_STRING).filter(|seed| seed.len() == 32)?,
        )),
        (Family::EcdsaP256, EC) if algorithm.read(OBJECT_ID)? == P256 => sec1(key),
        (Family::Rsa, RSA) => pkcs1(key),
        _ => None,
    }
}

fn sec1(der: &[u8]) -> Option<Numbers<'_>> {
    let mut content = Der::new(der).sequence()?;
    content.read(INTEGER)?;
    content.read(OCTET_STRING).map(Numbers::EcdsaP256)
}

fn pkcs1(der: &[u8]) -> Option<Numbers<'_>> {
    let mut content = Der::new(der).sequence()?;
    content.read(INTEGER)?;
    let mut numbers = [&[][..]; 5];
    for number in &mut numbers {
        *number = content.positive()?;
    }
    Some(Numbers::Rsa(numbers))
}
