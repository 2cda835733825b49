//! What a key consists of, and how the documents spell it.

use super::{
    PublicKeyError,
    der::{BIT_STRING, CONTEXT_0, Der, INTEGER, NULL, OBJECT_ID, SEQUENCE},
};

/// A kind of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Ed25519,
    EcdsaP256,
    Rsa,
}

impl Family {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::EcdsaP256 => "ECDSA over P-256",
            Self::Rsa => "RSA",
        }
    }

    pub(super) const fn feature(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::EcdsaP256 => "ecdsa-p256",
            Self::Rsa => "rsa",
        }
    }
}

/// The numbers of a key, not yet checked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Components<'a> {
    /// The 32 bytes of a point.
    Ed25519(&'a [u8]),
    /// A point in the form of SEC1.
    EcdsaP256(&'a [u8]),
    /// Both in big-endian order, without leading zeros.
    Rsa { modulus: &'a [u8], exponent: &'a [u8] },
}

impl Components<'_> {
    pub(super) fn family(&self) -> Family {
        match self {
            Self::Ed25519(_) => Family::Ed25519,
            Self::EcdsaP256(_) => Family::EcdsaP256,
            Self::Rsa { .. } => Family::Rsa,
        }
    }
}

/// A key's document, by its form.
#[derive(Debug)]
pub(super) enum Document {
    /// A `SubjectPublicKeyInfo`.
    Spki(Vec<u8>),
    /// An `RSAPublicKey` of PKCS#1.
    Pkcs1(Vec<u8>),
    /// An X.509 certificate.
    Certificate(Vec<u8>),
    /// One of these three: DER, of which no label says what it is.
    Der(Vec<u8>),
    /// The bytes of a bare key.
    Bare(Vec<u8>),
}

pub(super) const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
pub(super) const EC: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
pub(super) const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
pub(super) const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// Finds the key in a document.
pub(super) fn of_document(
    document: &Document,
    family: Family,
) -> Result<Components<'_>, PublicKeyError> {
    let found = match document {
        Document::Bare(bytes) => Ok(match family {
            Family::EcdsaP256 => Components::EcdsaP256(bytes),
            _ => Components::Ed25519(bytes),
        }),
        Document::Pkcs1(der) => pkcs1(der).ok_or(PublicKeyError::Der),
        Document::Certificate(der) => in_certificate(der).ok_or(PublicKeyError::Der).and_then(spki),
        Document::Spki(der) => spki(whole(der).ok_or(PublicKeyError::Der)?),
        Document::Der(der) => match second_tag(der) {
            Some(BIT_STRING) => spki(whole(der).ok_or(PublicKeyError::Der)?),
            Some(INTEGER) => pkcs1(der).ok_or(PublicKeyError::Der),
            Some(SEQUENCE) => in_certificate(der).ok_or(PublicKeyError::Der).and_then(spki),
            _ => Err(PublicKeyError::Der),
        },
    }?;
    Ok(found)
}

/// The content of a document that is one sequence.
fn whole(der: &[u8]) -> Option<Der<'_>> {
    let mut document = Der::new(der);
    let content = document.sequence()?;
    document.is_empty().then_some(content)
}

/// What stands second in a document tells the three forms apart: the key's bits of SPKI, the
/// exponent of PKCS#1, the signature's algorithm of a certificate.
fn second_tag(der: &[u8]) -> Option<u8> {
    let mut content = whole(der)?;
    let first = content.tag()?;
    content.read(first)?;
    content.tag()
}

fn pkcs1(der: &[u8]) -> Option<Components<'_>> {
    let mut content = whole(der)?;
    let modulus = content.positive()?;
    let exponent = content.positive()?;
    content.is_empty().then_some(Components::Rsa { modulus, exponent })
}

/// `SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, key BIT STRING }`
fn spki(mut content: Der<'_>) -> Result<Components<'_>, PublicKeyError> {
    let mut algorithm = content.sequence().ok_or(PublicKeyError::Der)?;
    let key = content.bits().ok_or(PublicKeyError::Der)?;
    let id = algorithm.read(OBJECT_ID).ok_or(PublicKeyError::Der)?;
    if !content.is_empty() {
        return Err(PublicKeyError::Der);
    }
    match id {
        ED25519 if algorithm.is_empty() => Ok(Components::Ed25519(key)),
        EC => match algorithm.read(OBJECT_ID) {
            Some(P256) if algorithm.is_empty() => Ok(Components::EcdsaP256(key)),
            Some(_) => Err(PublicKeyError::UnknownKind),
            None => Err(PublicKeyError::Der),
        },
        RSA => match algorithm.read(NULL) {
            Some([]) if algorithm.is_empty() => pkcs1(key).ok_or(PublicKeyError::Der),
            _ => Err(PublicKeyError::Der),
        },
        ED25519 => Err(PublicKeyError::Der),
        _ => Err(PublicKeyError::UnknownKind),
    }
}

/// The content of the SPKI in a certificate ([RFC 5280](https://www.rfc-editor.org/rfc/rfc5280)).
fn in_certificate(der: &[u8]) -> Option<Der<'_>> {
    let mut signed = whole(der)?.sequence()?;
    if signed.tag()? == CONTEXT_0 {
        signed.read(CONTEXT_0)?;
    }
    signed.read(INTEGER)?;
    // The signature's algorithm, issuer, validity, subject.
    for _ in 0..4 {
        signed.read(SEQUENCE)?;
    }
    signed.sequence()
}
