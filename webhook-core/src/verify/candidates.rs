//! The signatures that a request offers, decoded on the stack.

use base64ct::{Base64Unpadded, Encoding as _};
use sha2::{Digest as _, Sha256};

use super::{
    form,
    key::MAX_SIGNATURE,
    text_form::{BASE64, BASE64_URL, from_base64, from_hex},
};
use crate::{
    grammar::{Algorithm, Encoding, FormatPart},
    scheme::{Format, Piece},
};

/// How many signatures are kept without an allocation: what a rotation sends.
const INLINE: usize = 2;

/// Decoded signatures of one algorithm's length.
#[derive(Debug)]
pub(crate) struct Candidates {
    algorithm: Algorithm,
    encoding: Encoding,
    len: usize,
    inline: [[u8; MAX_SIGNATURE]; INLINE],
    more: Vec<[u8; MAX_SIGNATURE]>,
}

impl Candidates {
    pub(crate) fn new(algorithm: Algorithm, encoding: Encoding) -> Self {
        Self { algorithm, encoding, len: 0, inline: [[0; MAX_SIGNATURE]; INLINE], more: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Decodes a signature's text and keeps it. A text that is no signature of this length is
    /// passed over: it must not spoil a good one beside it.
    pub(crate) fn offer(&mut self, text: &[u8]) {
        let (algorithm, encoding) = (self.algorithm, self.encoding);
        if let Some(place) = self.inline.get_mut(self.len) {
            self.len += usize::from(decoded(algorithm, encoding, text, place));
        } else {
            let mut place = [0; MAX_SIGNATURE];
            if decoded(algorithm, encoding, text, &mut place) {
                self.more.push(place);
                self.len += 1;
            }
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        self.inline
            .iter()
            .take(self.len)
            .chain(&self.more)
            .filter_map(|signature| signature.get(..self.algorithm.signature_len()))
    }
}

/// Whether a text is a signature of this algorithm; then it is decoded.
fn decoded(
    algorithm: Algorithm,
    encoding: Encoding,
    text: &[u8],
    into: &mut [u8; MAX_SIGNATURE],
) -> bool {
    let Some(into) = into.get_mut(..algorithm.signature_len()) else { return false };
    match algorithm {
        Algorithm::Token => credential(text, into),
        Algorithm::Basic => basic(text).is_some_and(|decoded| credential(&decoded, into)),
        _ => decode(text, encoding, into),
    }
}

/// What is only compared is compared by its hash, which has one length.
fn credential(text: &[u8], into: &mut [u8]) -> bool {
    let hash = Sha256::digest(text);
    if text.is_empty() || into.len() != hash.len() {
        return false;
    }
    into.copy_from_slice(&hash);
    true
}

fn basic(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(unpadded(text)).ok()?;
    Base64Unpadded::decode_vec(text).ok()
}

/// Decodes exactly as many bytes as `into` has.
fn decode(text: &[u8], encoding: Encoding, into: &mut [u8]) -> bool {
    match encoding {
        Encoding::Hex | Encoding::HexUpper => from_hex(text, into),
        Encoding::Base64 => from_base64(unpadded(text), BASE64, into),
        Encoding::Base64Url => from_base64(unpadded(text), BASE64_URL, into),
        Encoding::Base64Escaped => {
            // A `+` that was not escaped is no blank here.
            let text: Vec<u8> = form::decoded(text).iter().copied().map(blank_to_plus).collect();
            decode(&text, Encoding::Base64, into)
        }
        Encoding::Base64OfHex => {
            let mut hex = [0; 2 * MAX_SIGNATURE];
            let Some(hex) = hex.get_mut(..2 * into.len()) else { return false };
            decode(text, Encoding::Base64, hex) && decode(hex, Encoding::Hex, into)
        }
    }
}

/// In a query, a `+` that the sender forgot to escape reads as a blank.
pub(crate) fn blank_to_plus(byte: u8) -> u8 {
    if byte == b' ' { b'+' } else { byte }
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
            if let Some(signature) = after(value, prefix).and_then(|rest| before(rest, suffix)) {
                found(FormatPart::Signature, signature);
            }
        }
        Format::List { separator, items } => {
            for element in value.split(|byte| *byte == separator) {
                let element = element.trim_ascii();
                for (prefix, part) in items {
                    if let Some(rest) = after(element, prefix) {
                        found(*part, rest);
                        break;
                    }
                }
            }
        }
        Format::Sequence { separator: None, pieces } => sequence(pieces, value, &mut found),
        Format::Sequence { separator: Some(separator), pieces } => {
            for element in value.split(|byte| *byte == separator) {
                sequence(pieces, element.trim_ascii(), &mut found);
            }
        }
    }
}

/// Takes an element apart. One that is not of this form is passed over.
fn sequence<'h>(pieces: &[Piece], element: &'h [u8], found: &mut impl FnMut(FormatPart, &'h [u8])) {
    let mut parts: [Option<(FormatPart, &[u8])>; 3] = [None; 3];
    let mut count = 0;
    let mut rest = element;
    let mut before = "";
    let mut following = pieces.iter().skip(1);
    for piece in pieces {
        let next = following.next();
        let part = match piece {
            Piece::Text(text) => {
                let Some(behind) = after(rest, text) else { return };
                (rest, before) = (behind, text);
                continue;
            }
            Piece::Any => None,
            Piece::Part(part) => Some(*part),
        };
        let text = match next {
            Some(Piece::Text(end)) => {
                let Some(at) = position(rest, end.as_bytes()) else { return };
                let (text, after) = rest.split_at(at);
                rest = after;
                text
            }
            _ => std::mem::take(&mut rest),
        };
        if let (Some(part), Some(slot)) = (part, parts.get_mut(count)) {
            *slot = Some((part, text));
            count += 1;
        }
    }
    if !rest.is_empty() {
        return;
    }
    let ends_in_signature = pieces.last() == Some(&Piece::Part(FormatPart::Signature));
    for (part, text) in parts.into_iter().flatten() {
        match before.as_bytes() {
            // More signatures may follow the last part.
            [separator] if part == FormatPart::Signature && ends_in_signature => text
                .split(|byte| byte == separator)
                .for_each(|signature| found(part, signature.trim_ascii())),
            _ => found(part, text),
        }
    }
}

/// What stands after a prefix. Byte by byte: prefixes and suffixes are a few bytes long or empty,
/// and `memcmp` of a recent C library takes 80 ns for an empty one, whose address is none.
#[inline]
fn after<'t>(text: &'t [u8], prefix: &str) -> Option<&'t [u8]> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    is(start, prefix).then_some(rest)
}

/// What stands before a suffix.
#[inline]
fn before<'t>(text: &'t [u8], suffix: &str) -> Option<&'t [u8]> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    is(end, suffix).then_some(rest)
}

fn is(text: &[u8], wanted: &str) -> bool {
    text.iter().zip(wanted.bytes()).all(|(byte, wanted)| *byte == wanted)
}

fn position(text: &[u8], end: &[u8]) -> Option<usize> {
    text.windows(end.len().max(1)).position(|window| window == end)
}

#[cfg(test)]
mod tests {
    use super::{Algorithm, Candidates, Encoding, Format, FormatPart, Piece, take_apart};

    fn decoded(text: &str, encoding: Encoding) -> usize {
        let mut candidates = Candidates::new(Algorithm::HmacSha256, encoding);
        candidates.offer(text.as_bytes());
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
        let mut candidates = Candidates::new(Algorithm::HmacSha256, Encoding::Hex);
        for byte in 0..10_u8 {
            candidates.offer(hex::encode([byte; 32]).as_bytes());
            candidates.offer(b"not one");
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

    #[test]
    fn sequences_are_read_in_their_order() {
        let read = |separator, pieces, value: &'static str| {
            let mut seen = Vec::new();
            take_apart(&Format::Sequence { separator, pieces }, value.as_bytes(), |part, text| {
                seen.push((part, String::from_utf8_lossy(text).into_owned()));
            });
            seen
        };
        let t = |text: &str| (FormatPart::Timestamp, text.to_owned());
        let s = |text: &str| (FormatPart::Signature, text.to_owned());
        let positional = &[
            Piece::Part(FormatPart::Timestamp),
            Piece::Text(","),
            Piece::Part(FormatPart::Signature),
        ];
        assert_eq!(read(None, positional, "5,ab, cd"), [t("5"), s("ab"), s("cd")]);
        assert_eq!(read(None, positional, "5"), []);
        let pairs = &[Piece::Any, Piece::Text("|"), Piece::Part(FormatPart::Signature)];
        assert_eq!(read(Some(b'&'), pairs, "key|ab&other|cd&e"), [s("ab"), s("cd")]);
        let salted = &[Piece::Part(FormatPart::Signature), Piece::Text("###"), Piece::Any];
        assert_eq!(read(None, salted, "ab###1"), [s("ab")]);
        assert_eq!(read(None, salted, "ab##1"), []);
        let ended =
            &[Piece::Any, Piece::Text(":"), Piece::Part(FormatPart::Signature), Piece::Text(";")];
        assert_eq!(read(None, ended, "x:ab;"), [s("ab")]);
        assert_eq!(read(None, ended, "x:ab;cd"), [], "text after the last piece");
    }
}
