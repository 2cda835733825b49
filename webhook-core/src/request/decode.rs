//! Hexadecimal and base64, decoded into arrays.
//!
//! Not in constant time: what is decoded here is what the sender claims, which whoever sent it
//! knows already. Only the comparison with the signature that should be there is.

/// Digits that are decoded together: as many as the compiler turns into one vector operation.
const BLOCK: usize = 16;

/// Hexadecimal of either case, of exactly the array's length.
pub(crate) fn from_hex(text: &[u8], into: &mut [u8]) -> bool {
    if text.len() != into.len().saturating_mul(2) {
        return false;
    }
    let mut wrong = 0;
    let mut nibbles = [0; 2 * BLOCK];
    let mut blocks = into.chunks_exact_mut(BLOCK);
    let mut digits = text.chunks_exact(2 * BLOCK);
    for (block, digits) in (&mut blocks).zip(&mut digits) {
        wrong |= nibbles_of(digits, &mut nibbles);
        join(&nibbles, block);
    }
    let rest = blocks.into_remainder();
    if !rest.is_empty() {
        wrong |= nibbles_of(digits.remainder(), &mut nibbles);
        join(&nibbles, rest);
    }
    wrong & WRONG == 0
}

/// Decodes digits, and tells whether one of them is none.
#[inline]
fn nibbles_of(digits: &[u8], nibbles: &mut [u8; 2 * BLOCK]) -> u8 {
    let mut wrong = 0;
    for (nibble, digit) in nibbles.iter_mut().zip(digits) {
        *nibble = self::nibble(*digit);
        wrong |= *nibble;
    }
    wrong
}

/// The bits that no nibble has.
const WRONG: u8 = 0xf0;

/// A digit's value, or [`WRONG`]. Without a branch, so that many are decoded at a time.
#[inline]
fn nibble(digit: u8) -> u8 {
    let decimal = digit.wrapping_sub(b'0');
    let letter = (digit | 0x20).wrapping_sub(b'a');
    if decimal < 10 {
        decimal
    } else if letter < 6 {
        letter + 10
    } else {
        WRONG
    }
}

#[inline]
fn join(nibbles: &[u8], bytes: &mut [u8]) {
    for (byte, pair) in bytes.iter_mut().zip(nibbles.chunks_exact(2)) {
        if let [high, low] = pair {
            *byte = high << 4 | low & 0x0f;
        }
    }
}

/// Base64 without padding, of exactly the array's length, in the one way that it can be written:
/// the bits that a last character has to spare are zero.
pub(crate) fn from_base64(text: &[u8], alphabet: &Alphabet, into: &mut [u8]) -> bool {
    let mut wrong = 0;
    let mut triples = into.chunks_exact_mut(3);
    let mut quads = text.chunks_exact(4);
    if triples.len() != quads.len() {
        return false;
    }
    for (triple, quad) in (&mut triples).zip(&mut quads) {
        let &[first, second, third, fourth] = quad else { return false };
        let bits = alphabet.bits([first, second, third, fourth]);
        wrong |= bits;
        let [.., high, middle, low] = bits.to_be_bytes();
        triple.copy_from_slice(&[high, middle, low]);
    }
    // What is missing of the last four is zero: then so are the bits to spare.
    let (last, to_spare) = match *quads.remainder() {
        [] => ([0; 4], 0),
        [first, second] => ([first, second, b'A', b'A'], 0x00_ffff),
        [first, second, third] => ([first, second, third, b'A'], 0x00_00ff),
        _ => return false,
    };
    let into = triples.into_remainder();
    if into.len() != quads.remainder().len().saturating_sub(1) {
        return false;
    }
    if !into.is_empty() {
        let bits = alphabet.bits(last);
        wrong |= bits;
        if bits & to_spare != 0 {
            return false;
        }
        let [.., high, middle, low] = bits.to_be_bytes();
        for (byte, decoded) in into.iter_mut().zip([high, middle, low]) {
            *byte = decoded;
        }
    }
    wrong <= CHARACTERS
}

/// All the bits that four characters have.
const CHARACTERS: u64 = (1 << 24) - 1;

/// What the table has for a byte that is no character: a bit above those of four characters, and
/// so it stays wherever the byte stands among them.
const OUTSIDE: u32 = 1 << 31;

/// What each character stands for.
pub(crate) struct Alphabet([u32; 256]);

pub(crate) const BASE64: &Alphabet = &Alphabet::new(b'+', b'/');
pub(crate) const BASE64_URL: &Alphabet = &Alphabet::new(b'-', b'_');

impl Alphabet {
    #[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built")]
    const fn new(last_but_one: u8, last: u8) -> Self {
        let mut values = [OUTSIDE; 256];
        let mut value: u8 = 0;
        while value < 64 {
            let character = match value {
                0..26 => b'A' + value,
                26..52 => b'a' + value - 26,
                52..62 => b'0' + value - 52,
                62 => last_but_one,
                _ => last,
            };
            values[character as usize] = value as u32;
            value += 1;
        }
        Self(values)
    }

    /// The 24 bits of four characters, and others above them if one is none.
    #[inline]
    fn bits(&self, [first, second, third, fourth]: [u8; 4]) -> u64 {
        let six = |character: u8| {
            u64::from(self.0.get(usize::from(character)).copied().unwrap_or(OUTSIDE))
        };
        six(first) << 18 | six(second) << 12 | six(third) << 6 | six(fourth)
    }
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding as _};
    use proptest::prelude::*;

    use super::{Alphabet, BASE64, BASE64_URL, from_base64, from_hex};

    fn hex(text: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = vec![0; text.len() / 2];
        from_hex(text, &mut bytes).then_some(bytes)
    }

    fn base64(text: &[u8], alphabet: &Alphabet) -> Option<Vec<u8>> {
        let mut bytes = vec![0; text.len() * 3 / 4];
        from_base64(text, alphabet, &mut bytes).then_some(bytes)
    }

    proptest! {
        /// The crates that do the same say the same, of texts and of what is none.
        #[test]
        fn as_others_decode(
            bytes in proptest::collection::vec(any::<u8>(), 0..70),
            at in any::<proptest::sample::Index>(),
            other in any::<u8>(),
        ) {
            let upper = ::hex::encode_upper(&bytes).into_bytes();
            prop_assert_eq!(hex(&upper), Some(bytes.clone()));
            let mut spoilt = ::hex::encode(&bytes).into_bytes();
            prop_assert_eq!(hex(&spoilt), Some(bytes.clone()));
            let standard = Base64Unpadded::encode_string(&bytes).into_bytes();
            prop_assert_eq!(base64(&standard, BASE64), Some(bytes.clone()));
            let url = Base64UrlUnpadded::encode_string(&bytes).into_bytes();
            prop_assert_eq!(base64(&url, BASE64_URL), Some(bytes.clone()));
            if !bytes.is_empty() {
                *at.get_mut(&mut spoilt) = other;
                prop_assert_eq!(hex(&spoilt), ::hex::decode(&spoilt).ok());
                for (mut text, alphabet) in [(standard, BASE64), (url, BASE64_URL)] {
                    *at.get_mut(&mut text) = other;
                    let theirs = std::str::from_utf8(&text).ok().and_then(|text| {
                        if std::ptr::eq(alphabet, BASE64) {
                            Base64Unpadded::decode_vec(text).ok()
                        } else {
                            Base64UrlUnpadded::decode_vec(text).ok()
                        }
                    });
                    prop_assert_eq!(base64(&text, alphabet), theirs);
                }
            }
        }
    }

    #[test]
    fn every_character_alone() {
        for character in 0..=u8::MAX {
            let text = [character, b'0'];
            assert_eq!(hex(&text), ::hex::decode(text).ok(), "{character}");
            let text = [character, b'A'];
            let theirs = std::str::from_utf8(&text).ok();
            let theirs = theirs.and_then(|text| Base64Unpadded::decode_vec(text).ok());
            assert_eq!(base64(&text, BASE64), theirs, "{character}");
        }
    }

    #[test]
    fn bits_to_spare_are_zero() {
        for (text, bytes) in [("AA", 1), ("AQ", 1), ("AAA", 2), ("AAE", 2)] {
            assert!(from_base64(text.as_bytes(), BASE64, &mut vec![0; bytes]), "{text}");
        }
        for (text, bytes) in [("AB", 1), ("AC", 1), ("AE", 1), ("AI", 1), ("AAB", 2), ("AAC", 2)] {
            assert!(!from_base64(text.as_bytes(), BASE64, &mut vec![0; bytes]), "{text}");
        }
    }

    #[test]
    fn another_length_is_refused() {
        assert!(!from_hex(b"abab", &mut [0; 1]));
        assert!(!from_hex(b"aba", &mut [0; 1]));
        assert!(!from_hex(b"", &mut [0; 1]));
        for length in 0..12 {
            let text = vec![b'A'; length];
            for bytes in 0..12 {
                let fits = (bytes * 4_usize).div_ceil(3) == length;
                assert_eq!(
                    from_base64(&text, BASE64, &mut vec![0; bytes]),
                    fits,
                    "{length} {bytes}"
                );
            }
        }
    }
}
