use super::material::Family;
use crate::grammar::Algorithm;

/// How a delivery is signed under a public key. A declaration fixes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// Ed25519 ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)): 64 bytes.
    Ed25519,
    /// ECDSA over P-256 with SHA-256, the signature in DER.
    EcdsaP256,
    /// ECDSA over P-256 with SHA-256, the signature as 64 bytes `r || s`.
    EcdsaP256Fixed,
    /// ECDSA over P-256 with SHA-1, the signature in DER. Weak: a declaration must say why.
    EcdsaP256Sha1,
    /// RSA PKCS#1 v1.5 with SHA-1. Weak: a declaration must say why.
    RsaSha1,
    /// RSA PKCS#1 v1.5 with SHA-256.
    RsaSha256,
    /// RSA PKCS#1 v1.5 with SHA-384.
    RsaSha384,
    /// RSA PKCS#1 v1.5 with SHA-512.
    RsaSha512,
}

/// The hash that a message goes through before it is signed; Ed25519 signs the message itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl SignatureAlgorithm {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Ed25519,
        Self::EcdsaP256,
        Self::EcdsaP256Fixed,
        Self::EcdsaP256Sha1,
        Self::RsaSha1,
        Self::RsaSha256,
        Self::RsaSha384,
        Self::RsaSha512,
    ];

    /// The algorithm that a declaration names, if that is one under a public key.
    pub(crate) const fn of(algorithm: Algorithm) -> Option<Self> {
        Some(match algorithm {
            Algorithm::Ed25519 => Self::Ed25519,
            Algorithm::EcdsaP256 => Self::EcdsaP256,
            Algorithm::EcdsaP256Fixed => Self::EcdsaP256Fixed,
            Algorithm::EcdsaP256Sha1 => Self::EcdsaP256Sha1,
            Algorithm::RsaSha1 => Self::RsaSha1,
            Algorithm::RsaSha256 => Self::RsaSha256,
            Algorithm::RsaSha384 => Self::RsaSha384,
            Algorithm::RsaSha512 => Self::RsaSha512,
            _ => return None,
        })
    }

    /// The algorithm as a declaration writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::EcdsaP256 => "ecdsa-p256",
            Self::EcdsaP256Fixed => "ecdsa-p256-fixed",
            Self::EcdsaP256Sha1 => "ecdsa-p256-sha1",
            Self::RsaSha1 => "rsa-sha1",
            Self::RsaSha256 => "rsa-sha256",
            Self::RsaSha384 => "rsa-sha384",
            Self::RsaSha512 => "rsa-sha512",
        }
    }

    /// The algorithm that a declaration's word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|algorithm| algorithm.as_str() == word)
    }

    /// Whether a declaration must give a reason for choosing it.
    pub const fn is_weak(self) -> bool {
        matches!(self, Self::EcdsaP256Sha1 | Self::RsaSha1)
    }

    /// The most bytes that a signature can have; more need not be decoded.
    pub const fn max_signature_len(self) -> usize {
        match self.family() {
            Family::Ed25519 => 64,
            // Two integers of 33 bytes, each with its head, and the head of both.
            Family::EcdsaP256 => 72,
            Family::Rsa => 512,
        }
    }

    pub(super) const fn family(self) -> Family {
        match self {
            Self::Ed25519 => Family::Ed25519,
            Self::EcdsaP256 | Self::EcdsaP256Fixed | Self::EcdsaP256Sha1 => Family::EcdsaP256,
            Self::RsaSha1 | Self::RsaSha256 | Self::RsaSha384 | Self::RsaSha512 => Family::Rsa,
        }
    }

    pub(super) const fn hash(self) -> Option<Hash> {
        match self {
            Self::Ed25519 => None,
            Self::EcdsaP256Sha1 | Self::RsaSha1 => Some(Hash::Sha1),
            Self::EcdsaP256 | Self::EcdsaP256Fixed | Self::RsaSha256 => Some(Hash::Sha256),
            Self::RsaSha384 => Some(Hash::Sha384),
            Self::RsaSha512 => Some(Hash::Sha512),
        }
    }

    /// Whether a message that was prepared for `other` is prepared for this one.
    pub(super) fn hashes_as(self, other: Self) -> bool {
        self.hash() == other.hash()
    }

    #[cfg(feature = "ecdsa-p256")]
    pub(super) const fn has_der_signatures(self) -> bool {
        matches!(self, Self::EcdsaP256 | Self::EcdsaP256Sha1)
    }
}
