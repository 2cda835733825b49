//! The signatures that a request offers, decoded on the stack.

use sha2::{Digest as _, Sha256};

use super::public::Fetched;
use crate::{
    grammar::{Algorithm, AlgorithmKind, Encoding, FormatPart},
    request::{MAX_SIGNATURE, decode_exactly, decode_up_to},
    scheme::{Format, Piece, Way},
};

/// How many signatures are kept without an allocation: what a rotation sends.
const INLINE: usize = 2;

/// How many signatures may be offered to public keys. Each costs a curve operation a key, so that
/// a header full of them would be work for nothing.
const MAX_PUBLIC: usize = 8;

/// Decoded signatures of one algorithm.
#[derive(Debug)]
pub(crate) struct Candidates {
    algorithm: Algorithm,
    encoding: Encoding,
    len: usize,
    inline: [[u8; MAX_SIGNATURE]; INLINE],
    /// Those of further lengths, and of public keys, whose lengths vary.
    more: Vec<Box<[u8]>>,
    overflowed: bool,
}

impl Candidates {
    pub(crate) fn new(algorithm: Algorithm, encoding: Encoding) -> Self {
        Self {
            algorithm,
            encoding,
            len: 0,
            inline: [[0; MAX_SIGNATURE]; INLINE],
            more: Vec::new(),
            overflowed: false,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0 && self.more.is_empty()
    }

    /// Whether there were more than are tried.
    pub(crate) fn overflowed(&self) -> bool {
        self.overflowed
    }

    fn clear(&mut self) {
        self.len = 0;
        self.more.clear();
    }

    /// Decodes a signature's text and keeps it. A text that is no signature of this length is
    /// passed over: it must not spoil a good one beside it.
    #[inline]
    pub(crate) fn offer(&mut self, text: &[u8]) {
        let (algorithm, encoding) = (self.algorithm, self.encoding);
        if algorithm.kind() == AlgorithmKind::PublicKey {
            return self.offer_public(text);
        }
        if let Some(place) = self.inline.get_mut(self.len) {
            self.len += usize::from(decoded(algorithm, encoding, text, place));
            return;
        }
        let mut place = [0; MAX_SIGNATURE];
        if decoded(algorithm, encoding, text, &mut place) {
            let signature = place.get(..algorithm.signature_len()).unwrap_or_default();
            self.more.push(signature.into());
        }
    }

    /// A signature whose length the key tells; that it is none of this key is found out there.
    fn offer_public(&mut self, text: &[u8]) {
        let longest = self.algorithm.signature_len();
        let decoded = decode_up_to(text, self.encoding, longest);
        let Some(decoded) = decoded.filter(|decoded| (1..=longest).contains(&decoded.len())) else {
            return;
        };
        if self.more.len() < MAX_PUBLIC {
            self.more.push(decoded.into());
        } else {
            self.overflowed = true;
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u8]> + Clone {
        self.inline().chain(self.more.iter().map(AsRef::as_ref))
    }

    fn inline(&self) -> impl Iterator<Item = &[u8]> + Clone {
        let length = self.algorithm.signature_len();
        self.inline.iter().take(self.len).filter_map(move |signature| signature.get(..length))
    }

    /// Shows each in turn.
    #[inline]
    pub(crate) fn each(&self, mut show: impl FnMut(&[u8])) {
        let mut inline = self.inline();
        let mut more = self.more.iter();
        // One call, so that it is compiled into its place.
        while let Some(signature) = inline.next().or_else(|| more.next().map(AsRef::as_ref)) {
            show(signature);
        }
    }
}

/// The signatures that a request offers, by the way in which they are said to be signed.
#[derive(Debug)]
pub(crate) struct Offered {
    first: Candidates,
    others: Vec<Candidates>,
    /// The keys that were fetched for this request.
    pub(super) fetched: Fetched,
}

/// The ways in which a delivery may be signed: the scheme's own, or what is tried in its place, and
/// those beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways<'w> {
    pub(super) own: &'w Way,
    pub(super) others: &'w [Way],
}

impl Offered {
    #[inline]
    pub(super) fn new(ways: Ways<'_>) -> Self {
        let of_way = |way: &Way| Candidates::new(way.algorithm, way.encoding);
        let others = match ways.others {
            [] => Vec::new(),
            others => others.iter().map(of_way).collect(),
        };
        Self { first: of_way(ways.own), others, fetched: Fetched::default() }
    }

    pub(crate) fn of(&self, way: usize) -> Option<&Candidates> {
        match way.checked_sub(1) {
            None => Some(&self.first),
            Some(other) => self.others.get(other),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.first.is_empty() && self.others.iter().all(Candidates::is_empty)
    }

    /// Whether there were more than are tried.
    pub(crate) fn overflowed(&self) -> bool {
        self.first.overflowed || self.others.iter().any(Candidates::overflowed)
    }

    /// Takes a value apart in every way; what is not its signature is shown.
    pub(super) fn take<'h>(
        &mut self,
        ways: Ways<'_>,
        value: &'h [u8],
        mut found: impl FnMut(FormatPart, &'h [u8]),
    ) {
        take_apart(&ways.own.format, value, |part, text| match part {
            FormatPart::Signature => self.first.offer(text),
            FormatPart::Timestamp | FormatPart::Id => found(part, text),
        });
        for (way, candidates) in ways.others.iter().zip(&mut self.others) {
            take_apart(&way.format, value, |part, text| {
                if part == FormatPart::Signature {
                    candidates.offer(text);
                }
            });
        }
    }

    /// Forgets what is not offered for this way.
    pub(crate) fn keep(&mut self, is_meant: impl Fn(usize) -> bool) {
        for (way, candidates) in
            std::iter::once(&mut self.first).chain(&mut self.others).enumerate()
        {
            if !is_meant(way) {
                candidates.clear();
            }
        }
    }
}

/// Whether a text is a signature of this algorithm; then it is decoded.
#[inline]
fn decoded(
    algorithm: Algorithm,
    encoding: Encoding,
    text: &[u8],
    into: &mut [u8; MAX_SIGNATURE],
) -> bool {
    let Some(into) = into.get_mut(..algorithm.signature_len()) else { return false };
    match algorithm {
        Algorithm::Token => credential(text, into),
        Algorithm::Basic => decode_up_to(text, Encoding::Base64, usize::MAX)
            .is_some_and(|decoded| credential(&decoded, into)),
        _ => decode_exactly(text, encoding, into),
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
            for element in split(value, separator) {
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
            for element in split(value, separator) {
                sequence(pieces, element, &mut found);
            }
        }
    }
}

/// The elements of a list, without the blanks around them.
#[inline]
fn split(list: &[u8], separator: u8) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest.take()?;
        let (element, behind) = list.split_at_checked(length_to(list, separator))?;
        rest = behind.get(1..);
        Some(element.trim_ascii())
    })
}

/// How many bytes stand before the first of this one. Signatures are long: eight at a time.
#[inline]
fn length_to(text: &[u8], wanted: u8) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let mut count = 0;
    let mut rest = text;
    while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
        // The lowest of the marks is right; one above it may be the borrow of a subtraction.
        let different = u64::from_le_bytes(*eight) ^ (ONES * u64::from(wanted));
        let marks = different.wrapping_sub(ONES) & !different & (ONES << 7);
        if marks != 0 {
            return count + marks.trailing_zeros() as usize / 8;
        }
        count += 8;
        rest = behind;
    }
    count + rest.iter().take_while(|byte| **byte != wanted).count()
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
    use base64ct::{Base64, Encoding as _};

    use super::{Algorithm, Candidates, Encoding, Format, FormatPart, Piece, split, take_apart};

    /// What one text is decoded to, if it is a signature.
    fn offered(algorithm: Algorithm, encoding: Encoding, text: &str) -> Option<Vec<u8>> {
        let mut candidates = Candidates::new(algorithm, encoding);
        candidates.offer(text.as_bytes());
        candidates.iter().next().map(<[u8]>::to_vec)
    }

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
    fn escaped_signatures_are_read_as_they_were_meant() {
        for algorithm in [Algorithm::HmacSha256, Algorithm::Ed25519] {
            let signature = vec![0xfb; algorithm.signature_len()];
            // `+/v7` again and again, and two characters of padding or one.
            let base64 = Base64::encode_string(&signature);
            let escaped = base64.replace('+', "%2B").replace('/', "%2f").replace('=', "%3D");
            // A `+` that was not escaped would read as a blank.
            for text in [escaped, base64.clone(), base64.replace('=', "%3D")] {
                let read = offered(algorithm, Encoding::Base64Escaped, &text);
                assert_eq!(read.as_ref(), Some(&signature), "{text}");
            }
            let other = base64.replace('+', "-");
            assert_eq!(offered(algorithm, Encoding::Base64Escaped, &other), None);
        }
    }

    #[test]
    fn hexadecimal_in_base64_is_decoded_twice() {
        for algorithm in [Algorithm::HmacSha512, Algorithm::Ed25519] {
            let signature: Vec<u8> = (0..64).collect();
            let text = Base64::encode_string(hex::encode(&signature).as_bytes());
            let read = |text: &str| offered(algorithm, Encoding::Base64OfHex, text);
            assert_eq!(read(&text), Some(signature.clone()));
            assert_eq!(read(&hex::encode(&signature)), None);
            assert_eq!(read(&Base64::encode_string(&signature)), None);
        }
    }

    #[test]
    fn longer_texts_are_not_decoded_for_public_keys() {
        let signature = vec![7; 64];
        let base64 = Base64::encode_string(&signature);
        let escaped = |count: usize| -> String {
            let (letters, rest) = base64.split_at(count);
            let escape = |letter: u8| format!("%{letter:02X}");
            letters.bytes().map(escape).chain([rest.to_owned()]).collect()
        };
        let read =
            |count| offered(Algorithm::Ed25519, Encoding::Base64Escaped, &escaped(count)).is_some();
        assert_eq!(escaped(54).len(), 3 * 64 + 4);
        assert!(read(54));
        assert!(!read(55), "nobody escapes letters");
    }

    #[test]
    fn nothing_is_no_credential() {
        let read = |algorithm, text| offered(algorithm, Encoding::Base64, text);
        for algorithm in [Algorithm::Token, Algorithm::Basic] {
            assert_eq!(read(algorithm, ""), None);
            assert!(read(algorithm, "YTpi").is_some());
        }
        assert_eq!(read(Algorithm::Basic, "YTpi"), read(Algorithm::Token, "a:b"));
        assert_eq!(read(Algorithm::Basic, "a:b"), None, "no base64");
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
        let format: Format = Format::List {
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
    fn lists_are_split_as_the_standard_library_does() {
        // Bytes that differ from the separator in one bit, before it and behind it.
        let mut text = Vec::new();
        for number in 0..4000_u32 {
            text.push(b",,,-.+l\xac"[(number.wrapping_mul(2_654_435_761) >> 29) as usize]);
            if number % 23 == 0 {
                text.extend([b'x'; 17]);
            }
            for start in [0, text.len() / 2, text.len().saturating_sub(20)] {
                let list = &text[start..];
                let list = &list[list.len().saturating_sub(60)..];
                assert!(split(list, b',').eq(list.split(|byte| *byte == b',')), "{list:?}");
            }
        }
        assert!(split(b"", b',').eq([b""]));
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
        // Only signatures may follow one another, and only where the signature is last.
        let dated = &[
            Piece::Part(FormatPart::Signature),
            Piece::Text(";"),
            Piece::Part(FormatPart::Timestamp),
        ];
        assert_eq!(read(None, dated, "ab;5; 5"), [s("ab"), t("5; 5")]);
        assert_eq!(read(None, dated, "ab ;5"), [s("ab "), t("5")]);
        assert_eq!(read(None, positional, " 5,ab"), [t(" 5"), s("ab")]);
    }
}
