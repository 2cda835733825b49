//! What code reads requests with, in the ways in which declared schemes are read.

use std::borrow::Cow;

use http::request;

use super::{
    form::{self, MAX_FIELDS},
    headers::deciding,
};
use crate::rejection::Rejection;

/// The names and values of a form or a query, decoded, in their order.
pub type Fields<'t> = Vec<(Cow<'t, [u8]>, Cow<'t, [u8]>)>;

/// The names and values of `name=value&..`, percent-decoded, in their order; `None` if there are
/// more than 1000: whoever sent them need not be the provider.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::custom::fields;
///
/// let fields = fields(b"to=%2B15550100&text=a+b&to").unwrap();
/// let texts = fields.iter().map(|(name, value)| [name.as_ref(), value.as_ref()]);
/// assert!(texts.eq([[&b"to"[..], b"+15550100"], [b"text", b"a b"], [b"to", b""]]));
/// ```
pub fn fields(text: &[u8]) -> Option<Fields<'_>> {
    let mut all = Vec::new();
    for (name, value) in form::fields(text) {
        if all.len() == MAX_FIELDS {
            return None;
        }
        all.push((form::decoded(name), form::decoded(value)));
    }
    Some(all)
}

/// The text of a field of a form.
///
/// # Errors
///
/// [`Rejection::MissingPart`] if it is missing or not UTF-8, [`Rejection::ConflictingPart`] if the
/// form has it with several values.
pub fn field(form: &[u8], name: &'static str) -> Result<String, Rejection> {
    let missing = Rejection::MissingPart { part: name };
    match form::field(form, name) {
        Ok(Some(value)) => String::from_utf8(value.into_owned()).map_err(|_| missing),
        Ok(None) => Err(missing),
        Err(_) => Err(Rejection::ConflictingPart { part: name }),
    }
}

/// The text of a parameter of the query.
///
/// # Errors
///
/// As [`field`].
pub fn parameter(parts: &request::Parts, name: &'static str) -> Result<String, Rejection> {
    field(parts.uri.query().unwrap_or_default().as_bytes(), name)
}

/// The text of a header that decides something; the name is in lower case. A header that stands
/// there several times has to say the same each time.
///
/// # Errors
///
/// [`Rejection::MissingHeader`] if it is missing, [`Rejection::ConflictingHeader`] if it has several
/// values, [`Rejection::MalformedHeader`] if it is not visible ASCII.
pub fn header<'p>(parts: &'p request::Parts, name: &'static str) -> Result<&'p str, Rejection> {
    let value = deciding(&parts.headers, name, name)?;
    let value = value.ok_or(Rejection::MissingHeader { header: name })?;
    let is_text = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t');
    let text = std::str::from_utf8(value).ok().filter(|text| text.as_bytes().iter().all(is_text));
    text.ok_or(Rejection::MalformedHeader { header: name, expected: "text" })
}

/// Decodes percent-encoding as forms have it: `%41+b` is `A b`. A `%` that no two hexadecimal digits
/// follow stands for itself.
pub fn percent_decode(text: &[u8]) -> Cow<'_, [u8]> {
    form::decoded(text)
}

/// Percent-encodes a text, but for ASCII letters and digits and the bytes in `plain`.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::custom::percent_encode;
///
/// assert_eq!(percent_encode("a b/c\u{e9}".as_bytes(), b"/"), "a%20b/c%C3%A9");
/// ```
pub fn percent_encode(text: &[u8], plain: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    form::encode_but(text, plain, &mut encoded);
    encoded
}

#[cfg(test)]
mod tests {
    use super::{Rejection, fields, header, parameter};
    use http::Request;

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
