//! Digests and checksums of a body, in the forms that messages contain.

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::grammar::Digest;

/// A digest of the body or another text, in the form that its word says.
pub(crate) fn digest_of(digest: Digest, body: &[u8]) -> Vec<u8> {
    match digest {
        Digest::Md5 => hex::encode(Md5::digest(body)).into(),
        Digest::Sha1 => hex::encode(Sha1::digest(body)).into(),
        Digest::Sha256 => hex::encode(Sha256::digest(body)).into(),
        Digest::Sha384 => hex::encode(Sha384::digest(body)).into(),
        Digest::Sha512 => hex::encode(Sha512::digest(body)).into(),
        Digest::Md5Base64 => Base64::encode_string(&Md5::digest(body)).into(),
        Digest::Sha256Base64 => Base64::encode_string(&Sha256::digest(body)).into(),
        Digest::Sha256Base64Url => {
            Base64UrlUnpadded::encode_string(&Sha256::digest(body)).into()
        }
        Digest::Sha512Base64 => Base64::encode_string(&Sha512::digest(body)).into(),
        Digest::Sha256Raw => Sha256::digest(body).to_vec(),
    }
}

/// The checksum of zip files and Ethernet (ISO 3309), bit by bit: bodies are small, and whoever
/// wants it pays for an RSA signature.
pub(crate) fn crc32(body: &[u8]) -> u32 {
    let mut sum = !0_u32;
    for byte in body {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let low = sum & 1;
            sum = sum >> 1 ^ (0xedb8_8320 & low.wrapping_neg());
        }
    }
    !sum
}
