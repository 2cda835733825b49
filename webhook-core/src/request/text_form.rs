//! The text forms of signatures and keys: read, and written.

use base64ct::{Base64, Base64Unpadded, Base64UrlUnpadded, Encoding as _};

use super::{
    decode::{BASE64, BASE64_URL, from_base64, from_hex},
    form::{decoded, encode},
};
use crate::grammar::Encoding;

/// The longest signature of those that are computed and compared.
pub(crate) const MAX_SIGNATURE: usize = 64;

/// Decodes exactly as many bytes as `into` has.
#[inline]
pub(crate) fn decode_exactly(text: &[u8], encoding: Encoding, into: &mut [u8]) -> bool {
    match encoding {
        Encoding::Hex | Encoding::HexUpper => from_hex(text, into),
        Encoding::Base64 => from_base64(unpadded(text), BASE64, into),
        Encoding::Base64Url => from_base64(unpadded(text), BASE64_URL, into),
        Encoding::Base64Escaped => {
            // A `+` that was not escaped is no blank here.
            let text: Vec<u8> = decoded(text).iter().copied().map(blank_to_plus).collect();
            decode_exactly(&text, Encoding::Base64, into)
        }
        Encoding::Base64OfHex => {
            let mut hex = [0; 2 * MAX_SIGNATURE];
            let Some(hex) = hex.get_mut(..2 * into.len()) else { return false };
            decode_exactly(text, Encoding::Base64, hex) && decode_exactly(hex, Encoding::Hex, into)
        }
    }
}

/// Decodes as many bytes as the text has, up to about as many as a signature can have.
pub(crate) fn decode_up_to(text: &[u8], encoding: Encoding, longest: usize) -> Option<Vec<u8>> {
    // Hexadecimal in base64 is the longest form.
    if text.len() > longest.saturating_mul(3).saturating_add(4) {
        return None;
    }
    match encoding {
        Encoding::Hex | Encoding::HexUpper => hex::decode(text).ok(),
        Encoding::Base64 => {
            Base64Unpadded::decode_vec(std::str::from_utf8(unpadded(text)).ok()?).ok()
        }
        Encoding::Base64Url => {
            Base64UrlUnpadded::decode_vec(std::str::from_utf8(unpadded(text)).ok()?).ok()
        }
        Encoding::Base64Escaped => {
            let text: Vec<u8> = decoded(text).iter().copied().map(blank_to_plus).collect();
            decode_up_to(&text, Encoding::Base64, longest)
        }
        Encoding::Base64OfHex => {
            let hex = decode_up_to(text, Encoding::Base64, longest.saturating_mul(2))?;
            hex::decode(hex).ok()
        }
    }
}

/// In a query, a `+` that the sender forgot to escape reads as a blank.
pub(crate) fn blank_to_plus(byte: u8) -> u8 {
    if byte == b' ' { b'+' } else { byte }
}

/// Senders differ in padding; the length check tells what was meant.
#[inline]
fn unpadded(text: &[u8]) -> &[u8] {
    let text = text.strip_suffix(b"=").unwrap_or(text);
    text.strip_suffix(b"=").unwrap_or(text)
}

/// Base64 of either alphabet, with or without padding. As senders' own readers do, it takes a key
/// whose last character has bits to spare: they are dropped.
pub(crate) fn from_any_base64(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.strip_suffix(b"=").unwrap_or(text);
    let text = text.strip_suffix(b"=").unwrap_or(text);
    let mut key = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0);
    for byte in text {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            key.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    // One character alone is no byte.
    if held == 6 { None } else { Some(key) }
}

/// A signature in its text form.
pub(crate) fn encoded(signature: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Hex => hex::encode(signature),
        Encoding::HexUpper => hex::encode_upper(signature),
        Encoding::Base64 => Base64::encode_string(signature),
        Encoding::Base64Url => Base64UrlUnpadded::encode_string(signature),
        Encoding::Base64Escaped => {
            let mut text = String::new();
            encode(&Base64::encode_string(signature), &mut text);
            text
        }
        Encoding::Base64OfHex => Base64::encode_string(hex::encode(signature).as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Base64Unpadded, Base64Url, Base64UrlUnpadded, Encoding as _};

    use super::from_any_base64;

    #[test]
    fn keys_are_read_in_every_alphabet_and_padding() {
        // Every character in every place: 63 is `/` or `_`.
        for byte in 0..=u8::MAX {
            for bytes in [vec![byte], vec![byte, !byte], vec![byte, 0xff, !byte], vec![byte; 5]] {
                for text in [
                    Base64::encode_string(&bytes),
                    Base64Unpadded::encode_string(&bytes),
                    Base64Url::encode_string(&bytes),
                    Base64UrlUnpadded::encode_string(&bytes),
                ] {
                    assert_eq!(from_any_base64(text.as_bytes()), Some(bytes.clone()), "{text}");
                }
            }
        }
        // Bits to spare are dropped.
        assert_eq!(from_any_base64(b"AB=="), Some(vec![0]));
        for text in ["A", "AAAAA", "A A=", "AA===", "=AAA"] {
            assert_eq!(from_any_base64(text.as_bytes()), None, "{text}");
        }
    }
}
