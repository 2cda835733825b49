use super::TokenAlgorithm;
use crate::keys::public_key::SignatureAlgorithm;

impl TokenAlgorithm {
    /// The algorithm under a public key; `None` for HMAC.
    pub const fn public_key(self) -> Option<SignatureAlgorithm> {
        match self {
            Self::Hs256 | Self::Hs384 | Self::Hs512 => None,
            Self::Rs256 => Some(SignatureAlgorithm::RsaSha256),
            Self::Rs384 => Some(SignatureAlgorithm::RsaSha384),
            Self::Rs512 => Some(SignatureAlgorithm::RsaSha512),
            Self::Es256 => Some(SignatureAlgorithm::EcdsaP256Fixed),
            Self::EdDsa => Some(SignatureAlgorithm::Ed25519),
        }
    }
}
