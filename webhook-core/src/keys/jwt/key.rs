//! A key and what it may verify.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha384, Sha512};

use super::{JwtAlgorithm, algorithm::public_key};
use crate::{
    error::SetupError,
    keys::{
        Secret, is_blank,
        public_key::{Message, PublicKey},
    },
};

/// What verifies tokens: a shared secret, or a public key. Neither is ever taken for the other.
#[derive(Debug, Clone)]
pub struct JwtKey(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Secret(Secret),
    Public(PublicKey),
}

impl JwtKey {
    /// A secret, for algorithms with HMAC. Its text is the key, as nearly all senders have it.
    pub fn secret(secret: &Secret) -> Self {
        Self(Kind::Secret(secret.clone()))
    }

    /// A public key, for the algorithm that it was made for.
    pub fn public(key: PublicKey) -> Self {
        Self(Kind::Public(key))
    }

    /// The key for each of the algorithms that are declared and that it is for.
    pub(super) fn prepare(self, declared: &[JwtAlgorithm]) -> Result<Vec<Prepared>, SetupError> {
        let fitting: Vec<Prepared> = match self.0 {
            Kind::Secret(secret) => {
                let hmac = declared.iter().filter(|algorithm| algorithm.is_hmac());
                hmac.map(|algorithm| Prepared::of_secret(*algorithm, secret.expose()))
                    .collect::<Result<_, _>>()?
            }
            Kind::Public(key) => {
                let is_its =
                    |algorithm: &JwtAlgorithm| public_key(*algorithm) == Some(key.algorithm());
                let fits = declared.iter().any(is_its);
                fits.then_some(Prepared::Public(key)).into_iter().collect()
            }
        };
        if fitting.is_empty() { Err(wrong_kind(declared)) } else { Ok(fitting) }
    }
}

/// The sentence for a key of another kind than is declared.
fn wrong_kind(declared: &[JwtAlgorithm]) -> SetupError {
    let names: Vec<&str> = declared.iter().map(|algorithm| algorithm.as_str()).collect();
    let needed = match declared.iter().find_map(|algorithm| public_key(*algorithm)) {
        None => "a secret, not a public key: anybody could sign with that",
        Some(_) => "a public key of its own kind, not another and no secret",
    };
    SetupError::new(format!("`{}` needs {needed}", names.join("`, `")))
}

const BEGIN: &[u8] = b"-----BEGIN ";

/// A key, prepared once for one algorithm.
#[derive(Clone)]
pub(crate) enum Prepared {
    Hs256(Hmac<Sha256>),
    Hs384(Hmac<Sha384>),
    Hs512(Hmac<Sha512>),
    Public(PublicKey),
}

impl Prepared {
    /// A secret's bytes as a key of HMAC.
    pub(crate) fn of_secret(algorithm: JwtAlgorithm, key: &[u8]) -> Result<Self, SetupError> {
        if is_blank(key) {
            return Err(SetupError::new("a token's secret is blank: anybody could sign"));
        }
        if key.windows(BEGIN.len()).any(|window| window == BEGIN) {
            return Err(SetupError::new(format!(
                "the secret for `{}` is a PEM document: a public key is no secret, anybody could \
                 sign with it",
                algorithm.as_str()
            )));
        }
        let key = match algorithm {
            JwtAlgorithm::Hs256 => Hmac::new_from_slice(key).ok().map(Self::Hs256),
            JwtAlgorithm::Hs384 => Hmac::new_from_slice(key).ok().map(Self::Hs384),
            JwtAlgorithm::Hs512 => Hmac::new_from_slice(key).ok().map(Self::Hs512),
            _ => None,
        };
        key.ok_or_else(|| SetupError::new("a token's secret cannot be a key"))
    }

    /// What the token has to be signed with for this key to count.
    pub(super) fn algorithm(&self, declared: &[JwtAlgorithm]) -> Option<JwtAlgorithm> {
        match self {
            Self::Hs256(_) => Some(JwtAlgorithm::Hs256),
            Self::Hs384(_) => Some(JwtAlgorithm::Hs384),
            Self::Hs512(_) => Some(JwtAlgorithm::Hs512),
            Self::Public(key) => {
                let is_its =
                    |algorithm: &&JwtAlgorithm| public_key(**algorithm) == Some(key.algorithm());
                declared.iter().find(is_its).copied()
            }
        }
    }

    /// Whether the signature is this key's for the message whose parts `parts` feeds. HMACs are
    /// compared in constant time.
    pub(super) fn verifies(
        &self,
        parts: &impl Fn(&mut dyn FnMut(&[u8])),
        signature: &[u8],
    ) -> bool {
        match self {
            Self::Hs256(mac) => mac_verifies(mac, parts, signature),
            Self::Hs384(mac) => mac_verifies(mac, parts, signature),
            Self::Hs512(mac) => mac_verifies(mac, parts, signature),
            Self::Public(key) => {
                let mut message = Message::new(key.algorithm());
                parts(&mut |part| message.update(part));
                key.verifies(&message.finish(), signature)
            }
        }
    }

    /// The signature of a message; `None` for public keys.
    pub(super) fn sign(self, message: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Hs256(mac) => Some(mac.chain_update(message).finalize().into_bytes().to_vec()),
            Self::Hs384(mac) => Some(mac.chain_update(message).finalize().into_bytes().to_vec()),
            Self::Hs512(mac) => Some(mac.chain_update(message).finalize().into_bytes().to_vec()),
            Self::Public(_) => None,
        }
    }
}

fn mac_verifies<M: Mac + Clone>(
    mac: &M,
    parts: &impl Fn(&mut dyn FnMut(&[u8])),
    signature: &[u8],
) -> bool {
    let mut mac = mac.clone();
    parts(&mut |part| mac.update(part));
    mac.verify_slice(signature).is_ok()
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Prepared(redacted)")
    }
}
