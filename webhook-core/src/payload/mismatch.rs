//! Values of another kind than published.

use std::{cell::RefCell, fmt};

/// How many are remembered of one delivery.
const MOST: usize = 32;

/// A value that a payload's field could not take, so that the field is `None`.
///
/// It says what kind of value came, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// The name of the payload's type.
    pub payload: &'static str,
    /// Where the value stands, seen from the payload's type: a JSON pointer.
    pub place: &'static str,
    /// The type of the field.
    pub wanted: &'static str,
    /// What came.
    pub found: Found,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { payload, place, wanted, found } = self;
        write!(f, "`{place}` of `{payload}` is {found}, which `{wanted}` does not take")
    }
}

/// What kind of JSON came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
    /// `null`.
    Null,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Found {
    /// What JSON text holds, as its first byte tells.
    pub(crate) fn of(json: &str) -> Self {
        match json.as_bytes().first() {
            Some(b'"') => Self::Text,
            Some(b't' | b'f') => Self::Bool,
            Some(b'n') => Self::Null,
            Some(b'[') => Self::List,
            Some(b'{') => Self::Object,
            _ => Self::Number,
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Bool => "true or false",
            Self::Null => "null",
            Self::List => "a list",
            Self::Object => "an object",
        })
    }
}

thread_local! {
    /// Where mismatches go, while somebody watches: serde hands nothing else through.
    static WATCHER: RefCell<Option<Vec<Mismatch>>> = const { RefCell::new(None) };
}

/// Does something, and tells which mismatches there were. Decoding never waits, so that they are this
/// thread's.
pub(crate) fn watched<T>(work: impl FnOnce() -> T) -> (T, Vec<Mismatch>) {
    let before = Watching(WATCHER.replace(Some(Vec::new())));
    let result = work();
    let seen = WATCHER.take().unwrap_or_default();
    drop(before);
    (result, seen)
}

/// What was watched before; it goes on when this is dropped, also by a panic.
struct Watching(Option<Vec<Mismatch>>);

impl Drop for Watching {
    fn drop(&mut self) {
        WATCHER.set(self.0.take());
    }
}

#[cold]
pub(super) fn report(mismatch: Mismatch) {
    #[cfg(feature = "tracing")]
    tracing::warn!(
        payload = mismatch.payload,
        place = mismatch.place,
        "{mismatch}; the field is `None`"
    );
    WATCHER.with_borrow_mut(|watcher| {
        if let Some(seen) = watcher {
            if seen.len() < MOST {
                seen.push(mismatch);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Found, Mismatch, WATCHER, report, watched};

    const MISMATCH: Mismatch =
        Mismatch { payload: "Paid", place: "/a", wanted: "i64", found: Found::Text };

    #[test]
    fn what_is_within_is_told_within_and_what_is_around_goes_on() {
        report(MISMATCH);
        let (inner, outer) = watched(|| {
            report(MISMATCH);
            let ((), inner) = watched(|| report(Mismatch { place: "/b", ..MISMATCH }));
            report(MISMATCH);
            inner
        });
        assert_eq!(inner, [Mismatch { place: "/b", ..MISMATCH }]);
        assert_eq!(outer, [MISMATCH, MISMATCH]);
        assert!(WATCHER.take().is_none());
    }

    #[test]
    fn a_panic_ends_the_watching() {
        let panicked = std::panic::catch_unwind(|| watched(|| panic!("in a decoder")));
        assert!(panicked.is_err());
        assert!(WATCHER.take().is_none());
    }

    #[test]
    fn nobody_fills_the_memory() {
        let ((), seen) = watched(|| (0..1000).for_each(|_| report(MISMATCH)));
        assert_eq!(seen.len(), super::MOST);
    }

    #[test]
    fn it_says_the_kind_and_not_the_value() {
        let sentence = "`/a` of `Paid` is a text, which `i64` does not take";
        assert_eq!(MISMATCH.to_string(), sentence);
        let kinds =
            ["\"x\"", "-1", "true", "null", "[]", "{}"].map(|json| Found::of(json).to_string());
        assert_eq!(kinds, ["a text", "a number", "true or false", "null", "a list", "an object"]);
    }
}
