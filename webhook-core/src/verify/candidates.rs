//! The signatures that a request offers, decoded on the stack.

use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding as _};

use super::key::MAX_SIGNATURE;
use crate::{
    grammar::{Encoding, FormatPart},
    scheme::Format,
};

/// How many signatures are kept without an allocation: what a rotation sends.
const INLINE: usize = 2;

/// Decoded signatures of one algorithm's length.
#[derive(Debug)]
pub(crate) struct Candidates {
    signature_len: usize,
    len: usize,
    inline: [[u8; MAX_SIGNATURE]; INLINE],
    more: Vec<[u8; MAX_SIGNATURE]>,
}

impl Candidates {
    pub(crate) fn new(signature_len: usize) -> Self {
        Self { signature_len, len: 0, inline: [[0; MAX_SIGNATURE]; INLINE], more: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Decodes a signature's text and keeps it. A text that is no signature of this length is
    /// passed over: it must not spoil a good one beside it.
    pub(crate) fn offer(&mut self, text: &[u8], encoding: Encoding) {
        let mut decoded = [0; MAX_SIGNATURE];
        let Some(into) = decoded.get_mut(..self.signature_len) else { return };
        if !decode(text, encoding, into) {
            return;
        }
        match self.inline.get_mut(self.len) {
            Some(place) => *place = decoded,
            None => self.more.push(decoded),
        }
        self.len += 1;
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.inline
            .iter()
            .take(self.len)
            .chain(&self.more)
            .filter_map(|signature| signature.get(..self.signature_len))
    }
}

/// Decodes exactly as many bytes as `into` has.
fn decode(text: &[u8], encoding: Encoding, into: &mut [u8]) -> bool {
    match encoding {
        Encoding::Hex => hex::decode_to_slice(text, into).is_ok(),
        Encoding::Base64 => {
            let expected = into.len();
            Base64Unpadded::decode(unpadded(text), into).is_ok_and(|got| got.len() == expected)
        }
        Encoding::Base64Url => {
            let expected = into.len();
            Base64UrlUnpadded::decode(unpadded(text), into).is_ok_and(|got| got.len() == expected)
        }
    }
}

/// Senders differ in padding; the length check tells what was meant.
fn unpadded(text: &[u8]) -> &[u8] {
    let text = text.strip_suffix(b"=").unwrap_or(text);
    text.strip_suffix(b"=").unwrap_or(text)
}

/// Takes a header's value apart as its format says, and shows each part that means something.
pub(crate) fn take_apart<'h>(
    format: &Format,
    value: &'h [u8],
    mut found: impl FnMut(FormatPart, &'h [u8]),
) {
    match *format {
        Format::Whole { prefix, suffix } => {
            let inner = value
                .strip_prefix(prefix.as_bytes())
                .and_then(|rest| rest.strip_suffix(suffix.as_bytes()));
            if let Some(signature) = inner {
                found(FormatPart::Signature, signature);
            }
        }
        Format::List { separator, items } => {
            for element in value.split(|byte| *byte == separator) {
                let element = element.trim_ascii();
                for (prefix, part) in items {
                    if let Some(rest) = element.strip_prefix(prefix.as_bytes()) {
                        found(*part, rest);
                        break;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidates, Encoding, Format, FormatPart, take_apart};

    fn decoded(text: &str, encoding: Encoding) -> usize {
        let mut candidates = Candidates::new(32);
        candidates.offer(text.as_bytes(), encoding);
        candidates.iter().count()
    }

    #[test]
    fn only_whole_signatures_are_candidates() {
        let hex = "ab".repeat(32);
        assert_eq!(decoded(&hex, Encoding::Hex), 1);
        assert_eq!(decoded(&hex.to_uppercase(), Encoding::Hex), 1);
        assert_eq!(decoded("", Encoding::Hex), 0);
        assert_eq!(decoded(&"ab".repeat(31), Encoding::Hex), 0);
        assert_eq!(decoded(&"ab".repeat(33), Encoding::Hex), 0);
        assert_eq!(decoded(&"xy".repeat(32), Encoding::Hex), 0);
        let base64 = "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s";
        assert_eq!(decoded(base64, Encoding::Base64), 1);
        assert_eq!(decoded(&format!("{base64}="), Encoding::Base64), 1);
        assert_eq!(decoded(&format!("{base64}=="), Encoding::Base64), 1);
        assert_eq!(decoded(base64.trim_start_matches('q'), Encoding::Base64), 0);
        assert_eq!(decoded(&base64.replace('6', "_"), Encoding::Base64), 0);
        assert_eq!(decoded(&base64.replace('6', "_"), Encoding::Base64Url), 1);
    }

    #[test]
    fn many_candidates_are_kept() {
        let mut candidates = Candidates::new(32);
        for byte in 0..10_u8 {
            candidates.offer(hex::encode([byte; 32]).as_bytes(), Encoding::Hex);
            candidates.offer(b"not one", Encoding::Hex);
        }
        let all: Vec<u8> = candidates.iter().map(|signature| signature[0]).collect();
        assert_eq!(all, (0..10).collect::<Vec<u8>>());
    }

    #[test]
    fn lists_are_read_in_any_order() {
        let format = Format::List {
            separator: b',',
            items: &[("t=", FormatPart::Timestamp), ("v1=", FormatPart::Signature)],
        };
        let mut seen = Vec::new();
        take_apart(&format, b"v1=a, v0=b,t=5,,v1=c,junk", |part, text| seen.push((part, text)));
        assert_eq!(
            seen,
            [
                (FormatPart::Signature, &b"a"[..]),
                (FormatPart::Timestamp, b"5"),
                (FormatPart::Signature, b"c"),
            ]
        );
    }
}
