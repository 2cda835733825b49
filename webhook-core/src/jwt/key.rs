//! A key and what it may verify.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha384, Sha512};

use super::TokenAlgorithm;
use crate::{
    Secret, SetupError,
    public_key::{Message, PublicKey},
    secret::is_blank,
};

/// What verifies tokens: a shared secret, or a public key. Neither is ever taken for the other.
#[derive(Debug, Clone)]
pub struct TokenKey(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Secret(Secret),
    Public(PublicKey),
}

impl TokenKey {
    /// A secret, for algorithms with HMAC. Its text is the key, as nearly all senders have it.
    pub fn secret(secret: &Secret) -> Self {
        Self(Kind::Secret(secret.clone()))
    }

    /// A public key, for the algorithm that it was made for.
    pub fn public(key: PublicKey) -> Self {
        Self(Kind::Public(key))
    }

    pub(super) fn prepare(self, algorithm: TokenAlgorithm) -> Result<Prepared, SetupError> {
        let name = algorithm.name();
        match (self.0, algorithm.public_key()) {
            (Kind::Secret(secret), None) => {
                if is_blank(secret.expose()) {
                    return Err(SetupError::new("a token's secret is blank: anybody could sign"));
                }
                let text = secret.expose();
                if text.windows(BEGIN.len()).any(|window| window == BEGIN) {
                    return Err(SetupError::new(format!(
                        "the secret for `{name}` is a PEM document: a public key is no secret, \
                         anybody could sign with it"
                    )));
                }
                Prepared::of_secret(algorithm, text)
                    .ok_or_else(|| SetupError::new("a token's secret cannot be a key"))
            }
            (Kind::Public(key), Some(needed)) if key.algorithm() == needed => {
                Ok(Prepared::Public(key))
            }
            (Kind::Public(key), Some(needed)) => Err(SetupError::new(format!(
                "`{name}` needs a key for `{}`: this one is for `{}`",
                needed.word(),
                key.algorithm().word(),
            ))),
            (Kind::Secret(_), Some(_)) => {
                Err(SetupError::new(format!("`{name}` needs a public key, not a secret")))
            }
            (Kind::Public(_), None) => Err(SetupError::new(format!(
                "`{name}` needs a secret, not a public key: anybody could sign with that"
            ))),
        }
    }
}

const BEGIN: &[u8] = b"-----BEGIN ";

/// A key, prepared once for one algorithm.
#[derive(Clone)]
pub(super) enum Prepared {
    Hs256(Hmac<Sha256>),
    Hs384(Hmac<Sha384>),
    Hs512(Hmac<Sha512>),
    Public(PublicKey),
}

impl Prepared {
    fn of_secret(algorithm: TokenAlgorithm, key: &[u8]) -> Option<Self> {
        match algorithm {
            TokenAlgorithm::Hs256 => Hmac::new_from_slice(key).ok().map(Self::Hs256),
            TokenAlgorithm::Hs384 => Hmac::new_from_slice(key).ok().map(Self::Hs384),
            TokenAlgorithm::Hs512 => Hmac::new_from_slice(key).ok().map(Self::Hs512),
            _ => None,
        }
    }

    /// What the token has to be signed with for this key to count.
    pub(super) fn algorithm(&self, declared: &[TokenAlgorithm]) -> Option<TokenAlgorithm> {
        match self {
            Self::Hs256(_) => Some(TokenAlgorithm::Hs256),
            Self::Hs384(_) => Some(TokenAlgorithm::Hs384),
            Self::Hs512(_) => Some(TokenAlgorithm::Hs512),
            Self::Public(key) => {
                let is_its =
                    |algorithm: &&TokenAlgorithm| algorithm.public_key() == Some(key.algorithm());
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
