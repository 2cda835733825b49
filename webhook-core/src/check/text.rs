//! Sentences that are put together while compiling.

pub(super) use crate::scheme::equal;
use crate::scheme::{Pointer, Source};

/// How long a sentence can be; what is longer ends in dots.
const CAPACITY: usize = 4096;

/// How many of several texts are shown; the others are counted.
const SEVERAL: usize = 8;

/// A sentence under construction.
pub(super) struct Text {
    bytes: [u8; CAPACITY],
    len: usize,
}

impl Text {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], len: 0 }
    }

    /// Adds text as it is.
    pub(super) const fn push(mut self, text: &str) -> Self {
        const DOTS: &[u8] = b"..";
        let text = text.as_bytes();
        if self.len + text.len() + DOTS.len() > CAPACITY {
            if self.len + DOTS.len() <= CAPACITY {
                self.bytes[self.len] = b'.';
                self.bytes[self.len + 1] = b'.';
                self.len = CAPACITY;
            }
            return self;
        }
        let mut index = 0;
        while index < text.len() {
            self.bytes[self.len] = text[index];
            self.len += 1;
            index += 1;
        }
        self
    }

    /// Adds text in back-ticks.
    pub(super) const fn code(self, text: &str) -> Self {
        self.push("`").push(text).push("`")
    }

    /// Adds a number.
    pub(super) const fn number(mut self, number: u64) -> Self {
        if number >= 10 {
            self = self.number(number / 10);
        }
        let digits = "0123456789".as_bytes();
        let (_, rest) = digits.split_at((number % 10) as usize);
        let (digit, _) = rest.split_at(1);
        match core::str::from_utf8(digit) {
            Ok(digit) => self.push(digit),
            Err(_) => self,
        }
    }

    /// Adds "`a`, `b` or `c`".
    pub(super) const fn list(mut self, words: &[&str], last: &str) -> Self {
        let mut index = 0;
        while index < words.len() {
            if index > 0 {
                self = if index + 1 == words.len() { self.push(last) } else { self.push(", ") };
            }
            self = self.code(words[index]);
            index += 1;
        }
        self
    }

    /// Adds one of several texts in back-ticks, of which `before` were found already; of many, the
    /// first ones alone, as [`several_end`](Self::several_end) then says.
    pub(super) const fn several(self, word: &str, before: usize) -> Self {
        match before {
            0 => self.code(word),
            SEVERAL.. => self,
            _ => self.push(", ").code(word),
        }
    }

    /// Says how many of the texts were left out.
    pub(super) const fn several_end(self, found: usize) -> Self {
        if found > SEVERAL {
            return self.push(" and ").number((found - SEVERAL) as u64).push(" more");
        }
        self
    }

    /// Adds where something stands, in words.
    pub(super) const fn source(self, source: Source) -> Self {
        match source {
            Source::Header(name) => self.push("the header ").code(name),
            Source::Query(name) => self.push("the query's ").code(name),
            Source::Form(name) => self.push("the form's ").code(name),
            Source::Json(pointer) => self.push("the body's `").pointer(pointer),
            Source::HeaderJson(name, pointer) => {
                self.push("the header ").code(name).push("'s `").pointer(pointer)
            }
            Source::Body => self.push("the whole body"),
        }
    }

    /// Adds a pointer, and the back-tick that ends it.
    const fn pointer(mut self, Pointer(segments): Pointer) -> Self {
        let mut index = 0;
        while index < segments.len() {
            self = self.push("/").push(segments[index]);
            index += 1;
        }
        self.push("`")
    }

    /// Stops the compiler with this sentence.
    #[track_caller]
    pub(super) const fn fail(&self) -> ! {
        let end = if self.len < CAPACITY { self.len } else { CAPACITY };
        let (bytes, _) = self.bytes.split_at(end);
        match core::str::from_utf8(bytes) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the declaration does not agree with its provider"),
        }
    }
}

/// `words.contains(word)`, which is not `const` yet.
pub(super) const fn contains(words: &[&str], word: &str) -> bool {
    position(words, word) < words.len()
}

/// Where a word stands; `words.len()` if it stands nowhere.
pub(super) const fn position(words: &[&str], word: &str) -> usize {
    let mut index = 0;
    while index < words.len() && !equal(words[index], word) {
        index += 1;
    }
    index
}
