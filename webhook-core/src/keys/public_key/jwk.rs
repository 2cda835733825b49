//! JSON web keys ([RFC 7517](https://www.rfc-editor.org/rfc/rfc7517), 7518, 8037).

use std::borrow::Cow;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    PublicKey, PublicKeyError, SignatureAlgorithm,
    material::{Components, Family},
};

/// How many keys a set may have. The largest known has five.
const MAX_KEYS: usize = 64;

#[derive(Deserialize)]
struct Set<'a> {
    /// Read one by one: a key that cannot be read does not spoil the others.
    #[serde(borrow)]
    keys: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Jwk<'a> {
    #[serde(borrow)]
    kty: Cow<'a, str>,
    #[serde(borrow)]
    crv: Option<Cow<'a, str>>,
    #[serde(borrow)]
    kid: Option<Cow<'a, str>>,
    #[serde(borrow)]
    alg: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "use")]
    purpose: Option<Cow<'a, str>>,
    key_ops: Option<Vec<String>>,
    /// Not of the standard: since when the key must not be used any more, as Plaid says it.
    #[serde(borrow)]
    expired_at: Option<&'a RawValue>,
    #[serde(borrow)]
    n: Option<Cow<'a, str>>,
    #[serde(borrow)]
    e: Option<Cow<'a, str>>,
    #[serde(borrow)]
    x: Option<Cow<'a, str>>,
    #[serde(borrow)]
    y: Option<Cow<'a, str>>,
}

pub(super) fn read_set(
    algorithm: SignatureAlgorithm,
    document: &[u8],
) -> Result<Vec<(Option<String>, PublicKey)>, PublicKeyError> {
    // What is derived reads fields from a list as well, by their places.
    if document.trim_ascii_start().first() != Some(&b'{') {
        return Err(PublicKeyError::KeySet);
    }
    let set: Set<'_> = serde_json::from_slice(document).map_err(|_| PublicKeyError::KeySet)?;
    if set.keys.len() > MAX_KEYS {
        return Err(PublicKeyError::KeySet);
    }
    Ok(set.keys.iter().filter_map(|key| read(algorithm, key.get())).collect())
}

/// One key, which has to be for this algorithm.
pub(super) fn read_one(
    algorithm: SignatureAlgorithm,
    key: &[u8],
) -> Result<PublicKey, PublicKeyError> {
    let key = std::str::from_utf8(key).map_err(|_| PublicKeyError::KeySet)?;
    read(algorithm, key).map(|(_, key)| key).ok_or(PublicKeyError::KeySet)
}

fn read(algorithm: SignatureAlgorithm, key: &str) -> Option<(Option<String>, PublicKey)> {
    let jwk: Jwk<'_> = serde_json::from_str(key).ok().filter(|_| key.starts_with('{'))?;
    let signs = jwk.purpose.as_deref().is_none_or(|purpose| purpose == "sig");
    let verifies =
        jwk.key_ops.as_ref().is_none_or(|operations| operations.iter().any(|op| op == "verify"));
    let names_other = jwk.alg.as_deref().is_some_and(|alg| !names(algorithm).contains(&alg));
    if !signs || !verifies || names_other || jwk.expired_at.is_some() {
        return None;
    }
    let key = match (algorithm.family(), jwk.kty.as_ref(), jwk.crv.as_deref()) {
        (Family::Ed25519, "OKP", Some("Ed25519")) => {
            let x = decode(jwk.x)?;
            PublicKey::of_components(algorithm, &Components::Ed25519(&x))
        }
        (Family::EcdsaP256, "EC", Some("P-256")) => {
            let (x, y) = (decode(jwk.x)?, decode(jwk.y)?);
            if x.len() != 32 || y.len() != 32 {
                return None;
            }
            let point = [&[4], x.as_slice(), y.as_slice()].concat();
            PublicKey::of_components(algorithm, &Components::EcdsaP256(&point))
        }
        (Family::Rsa, "RSA", None) => {
            let (modulus, exponent) = (decode(jwk.n)?, decode(jwk.e)?);
            let numbers = Components::Rsa {
                modulus: without_zeros(&modulus),
                exponent: without_zeros(&exponent),
            };
            PublicKey::of_components(algorithm, &numbers)
        }
        _ => return None,
    };
    key.ok().map(|key| (jwk.kid.map(Cow::into_owned), key))
}

/// What a key's `alg` may call the algorithm.
fn names(algorithm: SignatureAlgorithm) -> &'static [&'static str] {
    match algorithm {
        SignatureAlgorithm::Ed25519 => &["EdDSA", "Ed25519"],
        SignatureAlgorithm::EcdsaP256 | SignatureAlgorithm::EcdsaP256Fixed => &["ES256"],
        SignatureAlgorithm::EcdsaP256Sha1 | SignatureAlgorithm::RsaSha1 => &[],
        SignatureAlgorithm::RsaSha256 => &["RS256"],
        SignatureAlgorithm::RsaSha384 => &["RS384"],
        SignatureAlgorithm::RsaSha512 => &["RS512"],
    }
}

fn decode(text: Option<Cow<'_, str>>) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(&text?).ok()
}

/// Some publishers write the sign's zero of DER, which the standard forbids.
fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}
