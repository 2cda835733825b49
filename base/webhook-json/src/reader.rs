//! A strict reader of JSON text (RFC 8259), one token at a time.

use super::error::{JsonError, Kind};
use super::string::Quoted;

/// One bit for each open container, so that foreign nesting costs no memory.
const WORDS: usize = 16;

/// The most containers that any reader can hold open.
pub(super) const MOST_DEPTH: usize = WORDS * 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,
    /// A key together with its colon; [`Reader::quoted`] is what stands between its quotes.
    Key,
    /// [`Reader::quoted`] is what stands between its quotes.
    String,
    /// [`Reader::literal`] is in the grammar of RFC 8259.
    Number,
    True,
    False,
    Null,
    /// The document is complete and nothing but blanks follows it.
    End,
}

/// What the grammar allows next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Value,
    FirstElement,
    FirstKey,
    CommaOrClose,
    End,
}

#[derive(Debug)]
pub(super) struct Reader<'a> {
    body: &'a [u8],
    at: usize,
    start: usize,
    /// The last key or string. It stands here and not in the token: a token that is passed on within
    /// results is copied in pieces that do not fit together, and the processor waits for each.
    quoted: Quoted<'a>,
    expected: Expected,
    /// Whether the innermost open container is an object.
    in_object: bool,
    depth: usize,
    bound: usize,
    /// The `in_object` of the containers around the innermost one.
    around: [u64; WORDS],
}

/// Whether a piece of a body, which begins at this place, is UTF-8.
pub(super) fn check_utf8(piece: &[u8], at: usize) -> Result<(), JsonError> {
    match std::str::from_utf8(piece) {
        Ok(_) => Ok(()),
        Err(error) => Err(JsonError::new(Kind::Utf8, at.saturating_add(error.valid_up_to()))),
    }
}

impl<'a> Reader<'a> {
    /// Reads `body`, which is checked to be UTF-8 here so that no later step
    /// has to. At most `bound` containers may be open at once.
    pub(super) fn new(body: &'a [u8], bound: usize) -> Result<Self, JsonError> {
        check_utf8(body, 0)?;
        Ok(Self::of_bytes(body, bound))
    }

    /// The same, for a body that somebody else checks to be UTF-8.
    #[inline]
    pub(super) fn of_bytes(body: &'a [u8], bound: usize) -> Self {
        Self {
            body,
            at: 0,
            start: 0,
            quoted: Quoted::new(&[], false),
            expected: Expected::Value,
            in_object: false,
            depth: 0,
            bound: bound.min(MOST_DEPTH),
            around: [0; WORDS],
        }
    }

    /// Where the last token begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Where the last token ends; after a key this is behind its colon.
    pub(super) fn end(&self) -> usize {
        self.at
    }

    /// What stands between the quotes of the last key or string.
    pub(super) fn quoted(&self) -> Quoted<'a> {
        self.quoted
    }

    /// The last token, of those that are values, as it was written.
    pub(super) fn literal(&self) -> &'a [u8] {
        self.slice(self.start, self.at)
    }

    pub(super) fn next(&mut self) -> Result<Token, JsonError> {
        self.skip_blanks();
        match self.expected {
            Expected::FirstElement if self.peek() == Some(b']') => Ok(self.close()),
            Expected::FirstElement | Expected::Value => self.value(),
            Expected::FirstKey if self.peek() == Some(b'}') => Ok(self.close()),
            Expected::FirstKey => self.key(),
            Expected::CommaOrClose => self.comma_or_close(),
            Expected::End if self.at == self.body.len() => Ok(Token::End),
            Expected::End => Err(self.unexpected()),
        }
    }

    /// Reads on to the end of the container whose start was the last token.
    pub(super) fn skip_container(&mut self) -> Result<(), JsonError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// Goes on to the end of the container whose start was the last token, without reading what
    /// stands in it: whether that is JSON, and not nested too deeply, is left to whoever decodes it.
    /// Whether this container may stand here and where it ends is checked.
    pub(super) fn pass_container(&mut self) -> Result<(), JsonError> {
        match skip::to_end(self.rest()) {
            Some(length) => self.leave_container(length.saturating_add(1)),
            None => self.skip_container(),
        }
    }

    /// Goes on to the end of the container whose start was the last token, which has so many bytes.
    pub(super) fn leave_container(&mut self, length: usize) -> Result<(), JsonError> {
        self.at = self.start.saturating_add(length.saturating_sub(1));
        // Of the two brackets the right one.
        match (self.peek(), self.in_object) {
            (Some(b'}'), true) | (Some(b']'), false) => {
                self.close();
                Ok(())
            }
            _ => Err(self.unexpected()),
        }
    }

    fn comma_or_close(&mut self) -> Result<Token, JsonError> {
        match (self.peek(), self.in_object) {
            (Some(b','), true) => {
                self.at += 1;
                self.skip_blanks();
                self.key()
            }
            (Some(b','), false) => {
                self.at += 1;
                self.skip_blanks();
                self.value()
            }
            (Some(b'}'), true) | (Some(b']'), false) => Ok(self.close()),
            _ => Err(self.unexpected()),
        }
    }

    fn key(&mut self) -> Result<Token, JsonError> {
        self.start = self.at;
        self.string()?;
        self.skip_blanks();
        self.byte(b':')?;
        self.expected = Expected::Value;
        Ok(Token::Key)
    }

    fn value(&mut self) -> Result<Token, JsonError> {
        self.start = self.at;
        let token = match self.peek() {
            Some(b'"') => {
                self.string()?;
                Token::String
            }
            Some(b'-' | b'0'..=b'9') => {
                self.number()?;
                Token::Number
            }
            Some(b'{') => return self.open(true),
            Some(b'[') => return self.open(false),
            Some(b't') => self.word(b"true", Token::True)?,
            Some(b'f') => self.word(b"false", Token::False)?,
            Some(b'n') => self.word(b"null", Token::Null)?,
            _ => return Err(self.unexpected()),
        };
        self.after_value();
        Ok(token)
    }

    fn after_value(&mut self) {
        self.expected = if self.depth == 0 { Expected::End } else { Expected::CommaOrClose };
    }

    fn open(&mut self, object: bool) -> Result<Token, JsonError> {
        if self.depth >= self.bound {
            return Err(JsonError::new(Kind::Depth, self.at));
        }
        if let Some(word) = self.around.get_mut(self.depth / 64) {
            let bit = 1 << (self.depth % 64);
            *word = if self.in_object { *word | bit } else { *word & !bit };
        }
        self.at += 1;
        self.depth += 1;
        self.in_object = object;
        if object {
            self.expected = Expected::FirstKey;
            Ok(Token::ObjectStart)
        } else {
            self.expected = Expected::FirstElement;
            Ok(Token::ArrayStart)
        }
    }

    fn close(&mut self) -> Token {
        let token = if self.in_object { Token::ObjectEnd } else { Token::ArrayEnd };
        self.start = self.at;
        self.at += 1;
        self.depth = self.depth.saturating_sub(1);
        let word = self.around.get(self.depth / 64).copied().unwrap_or_default();
        self.in_object = word >> (self.depth % 64) & 1 == 1;
        self.after_value();
        token
    }

    fn word(&mut self, word: &[u8], token: Token) -> Result<Token, JsonError> {
        for &letter in word {
            self.byte(letter)?;
        }
        Ok(token)
    }

    fn number(&mut self) -> Result<(), JsonError> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// At least one digit, which is all the grammar asks for.
    fn digits(&mut self) -> Result<(), JsonError> {
        let count = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        if count == 0 { Err(self.unexpected()) } else { Ok(()) }
    }

    fn string(&mut self) -> Result<(), JsonError> {
        self.byte(b'"')?;
        let start = self.at;
        let mut escaped = false;
        loop {
            self.at += plain(self.rest());
            match self.peek() {
                Some(b'"') => {
                    self.quoted = Quoted::new(self.slice(start, self.at), escaped);
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                _ => return Err(self.unexpected()),
            }
        }
    }

    fn escape(&mut self) -> Result<(), JsonError> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 1;
                Ok(())
            }
            Some(b'u') => {
                self.at += 1;
                for _ in 0..4 {
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return Err(self.unexpected());
                    }
                    self.at += 1;
                }
                Ok(())
            }
            _ => Err(self.unexpected()),
        }
    }

    fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn byte(&mut self, wanted: u8) -> Result<(), JsonError> {
        if self.peek() != Some(wanted) {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(())
    }

    fn unexpected(&self) -> JsonError {
        let kind = if self.at < self.body.len() { Kind::Syntax } else { Kind::Truncated };
        JsonError::new(kind, self.at)
    }

    fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.body.get(self.at..).unwrap_or_default()
    }

    fn slice(&self, start: usize, end: usize) -> &'a [u8] {
        self.body.get(start..end).unwrap_or_default()
    }
}

/// What stands between the quotes of a string without escapes, which most names and ids are.
pub(super) fn plain_string(raw: &[u8]) -> Option<&str> {
    let inner = raw.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if plain(inner) == inner.len() { std::str::from_utf8(inner).ok() } else { None }
}

/// How many bytes come before the first quote, backslash or control character.
///
/// Strings are most of a body, so eight bytes are looked at together.
fn plain(bytes: &[u8]) -> usize {
    let mut count = 0;
    let mut rest = bytes;
    while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
        let special = special_bytes(u64::from_le_bytes(*eight));
        if special != 0 {
            return count + special.trailing_zeros() as usize / 8;
        }
        count += 8;
        rest = behind;
    }
    count + rest.iter().take_while(|&&byte| byte >= b' ' && byte != b'"' && byte != b'\\').count()
}

/// Sets the high bit of each byte that ends a run of plain ones. A byte above
/// the first such byte may be marked wrongly (the subtraction borrows), which
/// is why only the lowest mark counts.
fn special_bytes(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let quote = eight ^ (ONES * u64::from(b'"'));
    let backslash = eight ^ (ONES * u64::from(b'\\'));
    let below_space = eight.wrapping_sub(ONES * u64::from(b' ')) & !eight;
    let is_quote = quote.wrapping_sub(ONES) & !quote;
    let is_backslash = backslash.wrapping_sub(ONES) & !backslash;
    (below_space | is_quote | is_backslash) & HIGH
}

mod skip;

#[cfg(test)]
mod tests;
