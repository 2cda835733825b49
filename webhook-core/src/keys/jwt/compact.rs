//! The compact form: three texts in base64url, with dots between them.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use super::JwtError;

/// How long a token may be that stands in a header. Chains of certificates make the longest.
pub(super) const MAX_TOKEN: usize = 16 * 1024;

/// How long a header may be, in base64url.
const MAX_HEADER: usize = 12 * 1024;

/// RSA with 4096 bits, in base64url.
const MAX_SIGNATURE: usize = 683;

/// A token in its parts, which are still text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compact<'a> {
    pub(super) header: &'a [u8],
    pub(super) payload: &'a [u8],
    /// The header, a dot and the payload: what is signed.
    pub(super) signed: &'a [u8],
    signature: &'a [u8],
}

impl<'a> Compact<'a> {
    pub(super) fn split(token: &'a [u8]) -> Result<Self, JwtError> {
        let mut parts = token.split(|byte| *byte == b'.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(JwtError::Malformed);
        };
        if header.is_empty() || header.len() > MAX_HEADER || signature.len() > MAX_SIGNATURE {
            return Err(JwtError::Malformed);
        }
        let signed = token
            .get(..token.len().saturating_sub(signature.len() + 1))
            .ok_or(JwtError::Malformed)?;
        Ok(Self { header, payload, signed, signature })
    }

    pub(super) fn signature(&self) -> Result<Vec<u8>, JwtError> {
        decode(self.signature)
    }
}

/// Strict: without padding, blanks, other alphabets or bits that mean nothing.
pub(super) fn decode(text: &[u8]) -> Result<Vec<u8>, JwtError> {
    std::str::from_utf8(text)
        .ok()
        .and_then(|text| Base64UrlUnpadded::decode_vec(text).ok())
        .ok_or(JwtError::Malformed)
}

/// Feeds bytes in base64url, block by block.
pub(super) fn feed_encoded(bytes: &[u8], mut feed: impl FnMut(&[u8])) {
    let mut text = [0; 1024];
    for block in bytes.chunks(768) {
        if let Ok(text) = Base64UrlUnpadded::encode(block, &mut text) {
            feed(text.as_bytes());
        }
    }
}
