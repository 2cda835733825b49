//! Signatures under public keys: Ed25519, ECDSA over P-256, RSA PKCS#1 v1.5.
//!
//! A [`PublicKey`] is prepared once from the text that a provider publishes. It is bound to one
//! [`SignatureAlgorithm`], which the declaration names: nothing that a request says chooses it.
//!
//! ```
//! # use webhook_core as webhook_kit;
//! # #[cfg(feature = "ed25519")] {
//! use webhook_kit::public_key::{Message, PublicKey, SignatureAlgorithm};
//!
//! // As Discord publishes it; other forms are told apart by their looks.
//! let key = PublicKey::new(
//!     SignatureAlgorithm::Ed25519,
//!     "79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664",
//! )?;
//! let signature = hex::decode(
//!     "50db4086e890c41c26b539f0dd95af18b4d8b03d2f4203964d238b4946943ee2\
//!      cc6fd52c47ddb355d267086a8c4e299d1054d3d655dba6e0f237a779f634800d",
//! )
//! .unwrap();
//!
//! let mut message = Message::new(SignatureAlgorithm::Ed25519);
//! message.update(b"1610000000");
//! message.update(br#"{"type":1}"#);
//! let message = message.finish();
//! assert!(key.verifies(&message, &signature));
//! assert!(!key.verifies(&message, &[0; 64]));
//! # }
//! # Ok::<(), webhook_kit::public_key::PublicKeyError>(())
//! ```

#![cfg_attr(
    not(all(feature = "ed25519", feature = "ecdsa-p256", feature = "rsa")),
    allow(
        dead_code,
        unreachable_code,
        unused_imports,
        unused_variables,
        reason = "what the kinds of keys that are not compiled would use"
    )
)]

mod algorithm;
mod der;
#[cfg(feature = "ecdsa-p256")]
mod ecdsa;
#[cfg(feature = "ed25519")]
mod ed25519;
mod error;
mod jwk;
mod material;
mod message;
mod private;
#[cfg(feature = "rsa")]
mod rsa;
mod text;

use std::fmt;

pub(crate) use self::private::PrivateKey;
pub use self::{
    algorithm::SignatureAlgorithm,
    error::PublicKeyError,
    message::{FinishedMessage, Message},
};
use self::{
    material::{Components, Family},
    message::Content,
};

/// A provider's public key, ready to verify, and the one algorithm that it verifies.
///
/// It is no secret: anybody may know it. What matters is where it was read, because whoever can
/// replace it can sign.
#[derive(Clone)]
pub struct PublicKey {
    algorithm: SignatureAlgorithm,
    prepared: Prepared,
}

#[derive(Clone)]
enum Prepared {
    #[cfg(feature = "ed25519")]
    Ed25519(ed25519::Key),
    #[cfg(feature = "ecdsa-p256")]
    EcdsaP256(ecdsa::Key),
    #[cfg(feature = "rsa")]
    Rsa(rsa::Key),
}

impl PublicKey {
    /// Reads a key as providers publish it:
    ///
    /// - PEM: `PUBLIC KEY` (SPKI), `RSA PUBLIC KEY` (PKCS#1), or `CERTIFICATE`, of which the first
    ///   counts and only its key is read: **neither its validity nor its issuer is checked**;
    /// - base64 of the same three in DER;
    /// - hexadecimal or base64 of a bare key: the 32 bytes of Ed25519, a SEC1 point of P-256;
    /// - `whpk_` and base64, as Standard Webhooks writes Ed25519 keys.
    ///
    /// # Errors
    ///
    /// [`PublicKeyError`] if the text is none of these, holds a private key, a key of another kind
    /// than the algorithm needs, or a key that protects nothing: an Ed25519 point of small order,
    /// an RSA modulus of less than 2048 bits.
    pub fn new(
        algorithm: SignatureAlgorithm,
        text: impl AsRef<[u8]>,
    ) -> Result<Self, PublicKeyError> {
        let der = text::read(text.as_ref(), algorithm.family())?;
        let components = material::of_document(&der, algorithm.family())?;
        Self::of_components(algorithm, &components)
    }

    /// Whether a text has the form of a key of this algorithm, or says that it is one.
    pub(crate) fn is_one(algorithm: SignatureAlgorithm, text: &[u8]) -> bool {
        match text::read(text, algorithm.family()) {
            Ok(document) => material::of_document(&document, algorithm.family()).is_ok(),
            Err(PublicKeyError::Blank | PublicKeyError::Form) => false,
            Err(_) => true,
        }
    }

    /// The keys of a JSON web key set ([RFC 7517](https://www.rfc-editor.org/rfc/rfc7517)) that
    /// this algorithm can use, each with its id. Keys of other kinds, for encryption or for other
    /// algorithms are passed over, as the standard asks; so is what cannot be read.
    ///
    /// # Errors
    ///
    /// [`PublicKeyError`] if the document is no key set, or holds more than 64 keys.
    pub fn of_key_set(
        algorithm: SignatureAlgorithm,
        document: &[u8],
    ) -> Result<Vec<(Option<String>, Self)>, PublicKeyError> {
        jwk::read_set(algorithm, document)
    }

    /// One JSON web key. A key that says with `expired_at` that its time is over is none.
    ///
    /// # Errors
    ///
    /// [`PublicKeyError`] if the document is no such key, or not one for this algorithm.
    pub fn of_json_web_key(
        algorithm: SignatureAlgorithm,
        document: &[u8],
    ) -> Result<Self, PublicKeyError> {
        jwk::read_one(algorithm, document)
    }

    /// What the key verifies.
    pub fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    /// Whether this key's owner signed the message.
    ///
    /// `false` also for a message that was made for an algorithm with another hash.
    pub fn verifies(&self, message: &FinishedMessage, signature: &[u8]) -> bool {
        if !self.algorithm.hashes_as(message.algorithm) {
            return false;
        }
        match self.prepared {
            #[cfg(feature = "ed25519")]
            Prepared::Ed25519(ref key) => match &message.content {
                Content::Whole(message) => key.verifies(message, signature),
                Content::Hash(_) => false,
            },
            #[cfg(feature = "ecdsa-p256")]
            Prepared::EcdsaP256(ref key) => match &message.content {
                Content::Hash(hash) => {
                    key.verifies(hash, signature, self.algorithm.has_der_signatures())
                }
                Content::Whole(_) => false,
            },
            #[cfg(feature = "rsa")]
            Prepared::Rsa(ref key) => match &message.content {
                Content::Hash(hash) => key.verifies(self.algorithm, hash, signature),
                Content::Whole(_) => false,
            },
        }
    }

    fn of_components(
        algorithm: SignatureAlgorithm,
        components: &Components<'_>,
    ) -> Result<Self, PublicKeyError> {
        let prepared = match (algorithm.family(), components) {
            #[cfg(feature = "ed25519")]
            (Family::Ed25519, Components::Ed25519(point)) => {
                Prepared::Ed25519(ed25519::Key::new(point)?)
            }
            #[cfg(feature = "ecdsa-p256")]
            (Family::EcdsaP256, Components::EcdsaP256(point)) => {
                Prepared::EcdsaP256(ecdsa::Key::new(point)?)
            }
            #[cfg(feature = "rsa")]
            (Family::Rsa, Components::Rsa { modulus, exponent }) => {
                Prepared::Rsa(rsa::Key::new(modulus, exponent)?)
            }
            (family, other) if family == other.family() => {
                return Err(PublicKeyError::Feature(family.feature()));
            }
            (family, other) => {
                return Err(PublicKeyError::OtherKind {
                    expected: family.as_str(),
                    found: other.family().as_str(),
                });
            }
        };
        Ok(Self { algorithm, prepared })
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicKey").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}
