use std::error::Error;
use std::fmt;

/// Why a body is not a JSON document that can be trusted to mean one thing.
///
/// The predicates tell the reasons apart; [`offset`](Self::offset) tells where
/// the body went wrong. Neither holds any content of the body, so an error can
/// be logged.
///
/// ```
/// use webhook_json::locate;
///
/// let error = locate(br#"{"id": 1,}"#, &[&["id"]], &mut [None]).unwrap_err();
/// assert!(error.is_syntax());
/// assert_eq!(error.offset(), 9);
/// assert_eq!(error.to_string(), "unexpected character in JSON at byte 9");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    kind: Kind,
    offset: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Utf8,
    Syntax,
    Truncated,
    Depth,
    Duplicate,
    Pointers,
}

impl JsonError {
    pub(super) fn new(kind: Kind, offset: usize) -> Self {
        Self { kind, offset }
    }

    /// The byte of the body at which reading stopped, counted from zero.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Whether the body is not UTF-8.
    pub fn is_utf8(&self) -> bool {
        self.kind == Kind::Utf8
    }

    /// Whether a character stands where RFC 8259 does not allow it, including
    /// anything but blanks after the document.
    pub fn is_syntax(&self) -> bool {
        self.kind == Kind::Syntax
    }

    /// Whether the body ends before its document does; an empty body, too.
    pub fn is_truncated(&self) -> bool {
        self.kind == Kind::Truncated
    }

    /// Whether arrays and objects are nested deeper than the bound.
    pub fn is_too_deep(&self) -> bool {
        self.kind == Kind::Depth
    }

    /// Whether an object repeats a key that leads to a wanted value.
    pub fn is_duplicate(&self) -> bool {
        self.kind == Kind::Duplicate
    }

    /// Whether more pointers were wanted than one pass can look for. This is
    /// the caller's mistake, not the body's.
    pub fn is_too_many_pointers(&self) -> bool {
        self.kind == Kind::Pointers
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            Kind::Utf8 => "invalid UTF-8 in JSON",
            Kind::Syntax => "unexpected character in JSON",
            Kind::Truncated => "unexpected end of JSON",
            Kind::Depth => "JSON nested too deeply",
            Kind::Duplicate => "repeated key in JSON",
            Kind::Pointers => return f.write_str("too many JSON pointers for one pass"),
        };
        write!(f, "{what} at byte {}", self.offset)
    }
}

impl Error for JsonError {}
