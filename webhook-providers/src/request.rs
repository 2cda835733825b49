//! Reading requests that nobody has vouched for, for schemes by code.

use std::borrow::Cow;

use http::request::Parts;
use webhook_core::Rejection;

/// How many fields are read: what a sender puts into a form is far less.
const MAX_FIELDS: usize = 1000;

/// Names and values.
pub(crate) type Fields<'t> = Vec<(Cow<'t, [u8]>, Cow<'t, [u8]>)>;

/// The names and values of `name=value&..`, decoded; `None` if there are too many.
pub(crate) fn fields(text: &[u8]) -> Option<Fields<'_>> {
    let mut fields = Vec::new();
    for field in text.split(|byte| *byte == b'&').filter(|field| !field.is_empty()) {
        if fields.len() == MAX_FIELDS {
            return None;
        }
        let mut halves = field.splitn(2, |byte| *byte == b'=');
        let mut half = || decoded(halves.next().unwrap_or_default());
        fields.push((half(), half()));
    }
    Some(fields)
}

/// The text of a parameter of the query that decides.
///
/// # Errors
///
/// [`Rejection::MissingPart`] if it is not there, [`Rejection::ConflictingPart`] if it stands there
/// with several values.
pub(crate) fn parameter(parts: &Parts, name: &'static str) -> Result<String, Rejection> {
    let missing = Rejection::MissingPart { part: name };
    let query = parts.uri.query().unwrap_or_default().as_bytes();
    let Some(fields) = fields(query) else { return Err(missing) };
    let mut named = fields.into_iter().filter(|(found, _)| **found == *name.as_bytes());
    let Some((_, value)) = named.next() else { return Err(missing) };
    if named.any(|(_, other)| other != value) {
        return Err(Rejection::ConflictingPart { part: name });
    }
    String::from_utf8(value.into_owned()).map_err(|_| missing)
}

/// The text of a header that decides.
///
/// # Errors
///
/// [`Rejection::MissingHeader`] if it is not there, [`Rejection::ConflictingHeader`] if it stands
/// there with several values, [`Rejection::MalformedHeader`] if it is no text.
pub(crate) fn header<'p>(parts: &'p Parts, name: &'static str) -> Result<&'p str, Rejection> {
    let mut values = parts.headers.get_all(name).iter();
    let Some(first) = values.next() else {
        return Err(Rejection::MissingHeader { header: name });
    };
    if values.any(|other| other != first) {
        return Err(Rejection::ConflictingHeader { header: name });
    }
    first.to_str().map_err(|_| Rejection::MalformedHeader { header: name, expected: "text" })
}

/// `%41+b` is `A b`; what is no escape stands for itself.
fn decoded(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| b"%+".contains(byte)) {
        return Cow::Borrowed(text);
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => decoded.push(b' '),
            b'%' => match after.split_at_checked(2).and_then(|(hex, after)| {
                let digits = std::str::from_utf8(hex).ok()?;
                let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                Some((u8::from_str_radix(digits, 16).ok().filter(|_| plain)?, after))
            }) {
                Some((escaped, after)) => {
                    decoded.push(escaped);
                    rest = after;
                }
                None => decoded.push(byte),
            },
            byte => decoded.push(byte),
        }
    }
    Cow::Owned(decoded)
}

#[cfg(test)]
mod tests {
    use http::Request;
    use webhook_core::Rejection;

    use super::{fields, header, parameter};

    fn query(query: &str) -> http::request::Parts {
        Request::get(format!("/?{query}")).body(()).expect("a request").into_parts().0
    }

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("a=b", "b"),
            ("a=%41+b", "A b"),
            ("a=%", "%"),
            ("a=%4", "%4"),
            ("a=%zz", "%zz"),
            ("a=%+1", "% 1"),
            ("a=b=c", "b=c"),
            ("a", ""),
            ("&&a=1&a=1", "1"),
        ] {
            assert_eq!(parameter(&query(text), "a").expect(text), expected);
        }
        assert!(fields("a=1&".repeat(1001).as_bytes()).is_none());
    }

    #[test]
    fn what_decides_is_there_once() {
        let missing = parameter(&query("b=1"), "a");
        assert!(matches!(missing, Err(Rejection::MissingPart { part: "a" })));
        let conflict = parameter(&query("a=1&a=2"), "a");
        assert!(matches!(conflict, Err(Rejection::ConflictingPart { part: "a" })));

        let request = Request::get("/").header("x-a", "1").header("x-b", "1").header("x-b", "2");
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        assert_eq!(header(&parts, "x-a").expect("a header"), "1");
        assert!(matches!(header(&parts, "x-b"), Err(Rejection::ConflictingHeader { .. })));
        assert!(matches!(header(&parts, "x-c"), Err(Rejection::MissingHeader { .. })));
    }
}
