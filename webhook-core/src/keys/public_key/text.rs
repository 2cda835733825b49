//! The text forms that public keys are published in.

use base64ct::{Base64Unpadded, Encoding as _};

use super::{
    PublicKeyError,
    material::{Document, Family},
};

/// More text than any key or chain of certificates needs.
const MAX_TEXT: usize = 64 * 1024;

/// Tells the forms apart, and undoes their text.
pub(super) fn read(text: &[u8], family: Family) -> Result<Document, PublicKeyError> {
    let text = text.trim_ascii();
    if text.is_empty() {
        return Err(PublicKeyError::Blank);
    }
    let text = std::str::from_utf8(text).map_err(|_| PublicKeyError::Form)?;
    if text.len() > MAX_TEXT {
        return Err(PublicKeyError::Form);
    }
    if text.starts_with("whsec_") || text.starts_with("whsk_") {
        return Err(PublicKeyError::Private);
    }
    if text.contains("-----BEGIN ") {
        return pem(text);
    }
    if let Some(key) = text.strip_prefix("whpk_") {
        if family != Family::Ed25519 {
            return Err(PublicKeyError::OtherKind {
                expected: family.as_str(),
                found: Family::Ed25519.as_str(),
            });
        }
        return match base64(key) {
            Some(bytes) if bytes.len() == 32 => Ok(Document::Bare(bytes)),
            _ => Err(PublicKeyError::Form),
        };
    }
    bare(text, family)
}

fn bare(text: &str, family: Family) -> Result<Document, PublicKeyError> {
    let is_bare = |bytes: &[u8]| match family {
        Family::Ed25519 => bytes.len() == 32,
        Family::EcdsaP256 => {
            matches!((bytes.len(), bytes.first()), (33, Some(2 | 3)) | (65, Some(4)))
        }
        Family::Rsa => false,
    };
    // A text of hexadecimal digits could be base64 too, of a length that no bare key has.
    if let Some(bytes) = hex::decode(text).ok().filter(|bytes| is_bare(bytes)) {
        return Ok(Document::Bare(bytes));
    }
    let bytes = base64(text).ok_or(PublicKeyError::Form)?;
    if is_bare(&bytes) {
        return Ok(Document::Bare(bytes));
    }
    if bytes.first() == Some(&super::der::SEQUENCE) {
        return Ok(Document::Der(bytes));
    }
    Err(PublicKeyError::Form)
}

/// The first document of a PEM text ([RFC 7468](https://www.rfc-editor.org/rfc/rfc7468)). Lines may
/// be of any length, and may be missing: keys lose them on their way through forms and variables.
fn pem(text: &str) -> Result<Document, PublicKeyError> {
    let (_, rest) = text.split_once("-----BEGIN ").ok_or(PublicKeyError::Pem)?;
    let (label, rest) = rest.split_once("-----").ok_or(PublicKeyError::Pem)?;
    if text.contains("PRIVATE KEY-----") {
        return Err(PublicKeyError::Private);
    }
    let (content, rest) = rest.split_once("-----END ").ok_or(PublicKeyError::Pem)?;
    let ends = rest.strip_prefix(label).is_some_and(|rest| rest.starts_with("-----"));
    if !ends {
        return Err(PublicKeyError::Pem);
    }
    let form = match label {
        "PUBLIC KEY" => Document::Spki,
        "RSA PUBLIC KEY" => Document::Pkcs1,
        "CERTIFICATE" => Document::Certificate,
        _ => return Err(PublicKeyError::Pem),
    };
    base64(content).map(form).ok_or(PublicKeyError::Pem)
}

/// Base64 with or without padding; blanks and line ends are passed over.
fn base64(text: &str) -> Option<Vec<u8>> {
    let text: String = text.chars().filter(|char| !char.is_ascii_whitespace()).collect();
    let unpadded = text.strip_suffix("==").or(text.strip_suffix('=')).unwrap_or(&text);
    Base64Unpadded::decode_vec(unpadded).ok()
}
