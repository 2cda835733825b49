use super::JwtAlgorithm;
use crate::keys::public_key::SignatureAlgorithm;

/// The algorithm under a public key; `None` for HMAC.
pub(crate) const fn public_key(algorithm: JwtAlgorithm) -> Option<SignatureAlgorithm> {
    match algorithm {
        JwtAlgorithm::Hs256 | JwtAlgorithm::Hs384 | JwtAlgorithm::Hs512 => None,
        JwtAlgorithm::Rs256 => Some(SignatureAlgorithm::RsaSha256),
        JwtAlgorithm::Rs384 => Some(SignatureAlgorithm::RsaSha384),
        JwtAlgorithm::Rs512 => Some(SignatureAlgorithm::RsaSha512),
        JwtAlgorithm::Es256 => Some(SignatureAlgorithm::EcdsaP256Fixed),
        JwtAlgorithm::EdDsa => Some(SignatureAlgorithm::Ed25519),
    }
}
