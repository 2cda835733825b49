//! What stands between the quotes of a JSON string.
//!
//! ECMAScript strings are sequences of 16-bit units and may hold half of a
//! surrogate pair, which no Rust string can. They are therefore read as pieces.

/// The inside of a string that the reader has accepted: valid UTF-8, escapes
/// of the grammar, no bare control characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted<'a> {
    inner: &'a [u8],
    escaped: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text without escapes, which also needs none when it is written.
    Plain(&'a [u8]),
    /// One character that was written as an escape.
    Char(char),
    /// An escaped surrogate without its other half.
    Lone(u16),
}

impl<'a> Quoted<'a> {
    pub(super) fn new(inner: &'a [u8], escaped: bool) -> Self {
        Self { inner, escaped }
    }

    /// The string itself, where it contains no escape.
    pub(super) fn plain(self) -> Option<&'a [u8]> {
        if self.escaped { None } else { Some(self.inner) }
    }

    pub(super) fn pieces(self) -> Pieces<'a> {
        Pieces { rest: self.inner }
    }

    /// Whether the decoded string is `text`.
    pub(super) fn is(self, text: &str) -> bool {
        let mut rest = text.as_bytes();
        if let Some(plain) = self.plain() {
            return plain == rest;
        }
        for piece in self.pieces() {
            let mut buffer = [0; 4];
            let expected = match piece {
                Piece::Plain(plain) => plain,
                Piece::Char(char) => char.encode_utf8(&mut buffer).as_bytes(),
                Piece::Lone(_) => return false,
            };
            let Some(behind) = rest.strip_prefix(expected) else {
                return false;
            };
            rest = behind;
        }
        rest.is_empty()
    }

    /// The decoded string; none where it holds a lone surrogate.
    pub(super) fn decode(self) -> Option<String> {
        let mut text = String::with_capacity(self.inner.len());
        for piece in self.pieces() {
            match piece {
                Piece::Plain(plain) => text.push_str(std::str::from_utf8(plain).ok()?),
                Piece::Char(char) => text.push(char),
                Piece::Lone(_) => return None,
            }
        }
        Some(text)
    }

    /// Writes the string, with its quotes, as `JSON.stringify` does.
    pub(super) fn stringify(self, out: &mut Vec<u8>) {
        out.push(b'"');
        if let Some(plain) = self.plain() {
            out.extend_from_slice(plain);
        } else {
            for piece in self.pieces() {
                match piece {
                    Piece::Plain(plain) => out.extend_from_slice(plain),
                    Piece::Char(char) => stringify_char(char, out),
                    Piece::Lone(unit) => escape_unit(unit, out),
                }
            }
        }
        out.push(b'"');
    }
}

fn stringify_char(char: char, out: &mut Vec<u8>) {
    match char {
        '"' | '\\' => out.extend([b'\\', char as u8]),
        '\u{8}' => out.extend(b"\\b"),
        '\t' => out.extend(b"\\t"),
        '\n' => out.extend(b"\\n"),
        '\u{c}' => out.extend(b"\\f"),
        '\r' => out.extend(b"\\r"),
        '\0'..='\u{1f}' => escape_unit(char as u16, out),
        _ => out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

fn escape_unit(unit: u16, out: &mut Vec<u8>) {
    out.extend(b"\\u");
    for shift in [12, 8, 4, 0] {
        let digit = char::from_digit(u32::from(unit >> shift & 0xf), 16).unwrap_or('0');
        out.extend(digit.encode_utf8(&mut [0; 4]).bytes());
    }
}

#[derive(Debug)]
pub(super) struct Pieces<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let plain = self.rest.iter().take_while(|&&byte| byte != b'\\').count();
        if plain > 0 {
            let (plain, behind) = self.rest.split_at_checked(plain)?;
            self.rest = behind;
            return Some(Piece::Plain(plain));
        }
        let (&[_, letter], behind) = self.rest.split_first_chunk::<2>()?;
        self.rest = behind;
        let char = match letter {
            b'u' => return self.unit().map(|unit| self.pair(unit)),
            b'b' => '\u{8}',
            b't' => '\t',
            b'n' => '\n',
            b'f' => '\u{c}',
            b'r' => '\r',
            other => char::from(other),
        };
        Some(Piece::Char(char))
    }
}

impl<'a> Pieces<'a> {
    /// The four digits behind `\u`.
    fn unit(&mut self) -> Option<u16> {
        let (digits, behind) = self.rest.split_first_chunk::<4>()?;
        self.rest = behind;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    }

    /// Joins `unit` with the escape behind it where the two are a pair.
    fn pair(&mut self, unit: u16) -> Piece<'a> {
        let mut ahead = Pieces { rest: self.rest };
        let second = match self.rest.strip_prefix(b"\\u") {
            Some(digits) if (0xd800..0xdc00).contains(&unit) => {
                ahead.rest = digits;
                ahead.unit()
            }
            _ => None,
        };
        let joined = [unit, second.unwrap_or_default()];
        match char::decode_utf16(joined).next() {
            Some(Ok(char)) => {
                if char.len_utf16() == 2 {
                    self.rest = ahead.rest;
                }
                Piece::Char(char)
            }
            _ => Piece::Lone(unit),
        }
    }
}
