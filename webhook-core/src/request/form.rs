//! Forms and queries: `name=value&..`, percent-encoded, as browsers write them.
//!
//! Where a message is made of fields, they are read before the body is authenticated. So reading
//! is bounded: nothing is decoded but what is asked for, all that is asked for is found in one pass,
//! and a form of more than [`MAX_FIELDS`] fields is not read.

use std::borrow::Cow;

/// How many fields a form may have.
pub(super) const MAX_FIELDS: usize = 1000;

/// Why a form cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unclear {
    /// A name stands there twice, with different values.
    Conflict,
    /// There are too many fields.
    TooMany,
}

/// The value of a field, if it has one.
pub(crate) fn field<'f>(form: &'f [u8], name: &str) -> Result<Option<Cow<'f, [u8]>>, Unclear> {
    let mut found = [None];
    find(form, &[name], &mut found)?;
    let [found] = found;
    found.transpose()
}

/// What a form has under a name: one value, or several that contradict each other.
pub(crate) type Found<'f> = Option<Result<Cow<'f, [u8]>, Unclear>>;

/// The values of several fields, each at the place of its name.
pub(crate) fn find<'f>(
    form: &'f [u8],
    names: &[&str],
    found: &mut [Found<'f>],
) -> Result<(), Unclear> {
    for (index, (key, value)) in fields(form).enumerate() {
        if index == MAX_FIELDS {
            return Err(Unclear::TooMany);
        }
        let key = decoded(key);
        for (name, found) in names.iter().zip(&mut *found) {
            if name.as_bytes() != &*key {
                continue;
            }
            let value = decoded(value);
            let differs = |before: &Result<_, _>| before.as_ref().is_ok_and(|one| *one != value);
            if found.as_ref().is_some_and(differs) {
                *found = Some(Err(Unclear::Conflict));
            } else if found.is_none() {
                *found = Some(Ok(value));
            }
        }
    }
    Ok(())
}

/// Shows every name and value, sorted by both, none twice.
pub(crate) fn sorted(form: &[u8], mut show: impl FnMut(&[u8], &[u8])) -> Result<(), Unclear> {
    let mut all: Vec<[Cow<'_, [u8]>; 2]> = Vec::new();
    for (name, value) in fields(form) {
        if all.len() == MAX_FIELDS {
            return Err(Unclear::TooMany);
        }
        all.push([decoded(name), decoded(value)]);
    }
    all.sort_unstable();
    all.dedup();
    for [name, value] in &all {
        show(name, value);
    }
    Ok(())
}

pub(super) fn fields(form: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    form.split(|byte| *byte == b'&').filter(|field| !field.is_empty()).map(|field| {
        let mut halves = field.splitn(2, |byte| *byte == b'=');
        (halves.next().unwrap_or_default(), halves.next().unwrap_or_default())
    })
}

/// `+` is a blank; a `%` that no two hexadecimal digits follow stands for itself.
pub(crate) fn decoded(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| matches!(byte, b'%' | b'+')) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'%', [high, low, beyond @ ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = beyond;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(first),
        }
    }
    Cow::Owned(bytes)
}

fn digit(hex: u8) -> u8 {
    match hex {
        b'0'..=b'9' => hex - b'0',
        b'a'..=b'f' => hex - b'a' + 10,
        _ => hex.saturating_sub(b'A').saturating_add(10),
    }
}

/// Writes a text as a value of a form.
pub(crate) fn encode(text: &str, to: &mut String) {
    encode_but(text.as_bytes(), b"-._*", to);
}

/// Percent-encodes a text, but for letters, digits and some other bytes.
pub(super) fn encode_but(text: &[u8], plain: &[u8], to: &mut String) {
    for byte in text {
        if byte.is_ascii_alphanumeric() || plain.contains(byte) {
            to.push(char::from(*byte));
        } else {
            to.push('%');
            to.push_str(&hex::encode_upper([*byte]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Unclear, decoded, encode, field, find, sorted};

    #[test]
    fn decoding() {
        assert_eq!(&*decoded(b"a+b%2Bc%2f%zz%4"), b"a b+c/%zz%4");
        assert_eq!(&*decoded(b"%4z%z4%"), b"%4z%z4%");
        assert_eq!(&*decoded(b"%4f%4F%cb%CB"), b"OO\xcb\xcb");
        let mut written = String::new();
        encode("a b+c/%\u{e9}", &mut written);
        assert_eq!(written, "a%20b%2Bc%2F%25%C3%A9");
        assert_eq!(&*decoded(written.as_bytes()), "a b+c/%\u{e9}".as_bytes());
    }

    #[test]
    fn fields_are_found_once() {
        let form = b"a=1&b=2&a=1&c&d==&%65=5";
        assert_eq!(field(form, "a").unwrap().as_deref(), Some(&b"1"[..]));
        assert_eq!(field(form, "c").unwrap().as_deref(), Some(&b""[..]));
        assert_eq!(field(form, "d").unwrap().as_deref(), Some(&b"="[..]));
        assert_eq!(field(form, "e").unwrap().as_deref(), Some(&b"5"[..]));
        assert_eq!(field(form, "f").unwrap(), None);
        assert_eq!(field(b"a=1&a=2", "a"), Err(Unclear::Conflict));
        assert_eq!(field(b"a=1&a=2&a=1", "a"), Err(Unclear::Conflict));
        // A contradiction spoils its own field alone.
        assert_eq!(field(b"a=1&a=2&b=3", "b").unwrap().as_deref(), Some(&b"3"[..]));
        let mut found = [const { None }; 3];
        find(b"a=1&b=2&%61=1", &["b", "x", "a"], &mut found).unwrap();
        let found = found.map(|found| found.map(|value| value.unwrap().into_owned()));
        assert_eq!(found, [Some(b"2".to_vec()), None, Some(b"1".to_vec())]);
    }

    #[test]
    fn fields_are_counted() {
        let form = |count| "a=1&".repeat(count);
        assert_eq!(field(form(1000).as_bytes(), "a").unwrap().as_deref(), Some(&b"1"[..]));
        assert_eq!(field(form(1001).as_bytes(), "a"), Err(Unclear::TooMany));
    }

    #[test]
    fn sorting() {
        let mut text = String::new();
        let mut show = |name: &[u8], value: &[u8]| {
            text.push_str(&String::from_utf8_lossy(name));
            text.push_str(&String::from_utf8_lossy(value));
        };
        sorted(b"b=2&a=9&b=1&b=2", &mut show).unwrap();
        assert_eq!(text, "a9b1b2");
        let many = "a=1&".repeat(1001);
        assert_eq!(sorted(many.as_bytes(), |_, _| ()), Err(Unclear::TooMany));
    }
}
