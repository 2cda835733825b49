//! Header values that decide: present once, or several times with one value.

use http::{HeaderMap, HeaderName, HeaderValue, header::AsHeaderName};

use crate::{error::SetupError, rejection::Rejection};

/// How many headers a name with a number stands for.
const MAX_NUMBERED: usize = 100;

/// The value of a header that decides: there once, or several times with one value. `known` is what
/// a rejection calls it.
pub(crate) fn deciding<'h>(
    headers: &'h HeaderMap,
    name: impl AsHeaderName,
    known: &'static str,
) -> Result<Option<&'h [u8]>, Rejection> {
    whole(headers, name, known).map(|value| value.map(HeaderValue::as_bytes))
}

fn whole<'h>(
    headers: &'h HeaderMap,
    name: impl AsHeaderName,
    known: &'static str,
) -> Result<Option<&'h HeaderValue>, Rejection> {
    // As many names as values: nothing stands there twice.
    if headers.keys_len() == headers.len() {
        return Ok(headers.get(name));
    }
    let mut values = headers.get_all(name).iter();
    let Some(first) = values.next() else { return Ok(None) };
    if values.any(|other| other != first) {
        return Err(Rejection::ConflictingHeader { header: known });
    }
    Ok(Some(first))
}

/// A header that a scheme names, with its name prepared for lookups.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) name: &'static str,
    prepared: HeaderName,
    /// The second and further of `X-Signature-{n}`.
    numbered: Vec<HeaderName>,
}

impl Header {
    pub(crate) fn new(name: &'static str) -> Result<Self, SetupError> {
        let prepare = |name: &str| {
            HeaderName::from_bytes(name.as_bytes())
                .map_err(|_| SetupError::new(format!("`{name}` is no name of a header")))
        };
        if !name.contains("{n}") {
            return Ok(Self { name, prepared: prepare(name)?, numbered: Vec::new() });
        }
        let numbered = |number: usize| prepare(&name.replace("{n}", &number.to_string()));
        let rest = (2..=MAX_NUMBERED).map(numbered).collect::<Result<_, _>>()?;
        Ok(Self { name, prepared: numbered(1)?, numbered: rest })
    }

    /// The header's value, if there is one.
    pub(crate) fn value<'h>(&self, headers: &'h HeaderMap) -> Result<Option<&'h [u8]>, Rejection> {
        self.value_of(&self.prepared, headers)
    }

    /// The same, to be kept.
    pub(crate) fn whole<'h>(
        &self,
        headers: &'h HeaderMap,
    ) -> Result<Option<&'h HeaderValue>, Rejection> {
        whole(headers, &self.prepared, self.name)
    }

    /// The first value of a header that decides nothing, if there is one.
    pub(crate) fn first<'h>(&self, headers: &'h HeaderMap) -> Option<&'h HeaderValue> {
        headers.get(&self.prepared)
    }

    /// The values of the further headers of a name with a number, up to the first that is missing.
    pub(crate) fn more<'s, 'h: 's>(
        &'s self,
        headers: &'h HeaderMap,
    ) -> impl Iterator<Item = Result<&'h [u8], Rejection>> + 's {
        self.numbered.iter().map_while(move |name| self.value_of(name, headers).transpose())
    }

    fn value_of<'h>(
        &self,
        name: &HeaderName,
        headers: &'h HeaderMap,
    ) -> Result<Option<&'h [u8]>, Rejection> {
        deciding(headers, name, self.name)
    }

    pub(crate) fn missing(&self) -> Rejection {
        Rejection::MissingHeader { header: self.name }
    }

    pub(crate) fn malformed(&self, expected: &'static str) -> Rejection {
        Rejection::MalformedHeader { header: self.name, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::{Header, HeaderMap, HeaderName, HeaderValue, MAX_NUMBERED, Rejection, deciding};

    fn map(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        let line = |(name, value): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        lines.iter().map(line).collect()
    }

    fn is_conflict<T>(read: &Result<T, Rejection>) -> bool {
        matches!(read, Err(Rejection::ConflictingHeader { header: "x-a" }))
    }

    #[test]
    fn a_value_that_decides_is_one() {
        let none = map(&[("x-b", "1")]);
        let same = map(&[("x-a", "1"), ("x-b", "2"), ("x-a", "1")]);
        let other = map(&[("x-a", "1"), ("x-a", "1"), ("x-a", "2")]);
        assert_eq!(deciding(&none, "x-a", "x-a").unwrap(), None);
        assert_eq!(deciding(&same, "x-a", "x-a").unwrap(), Some(&b"1"[..]));
        assert!(is_conflict(&deciding(&other, "x-a", "x-a")));

        let header = Header::new("x-a").unwrap();
        assert_eq!(header.value(&none).unwrap(), None);
        assert_eq!(header.value(&same).unwrap(), Some(&b"1"[..]));
        assert_eq!(header.whole(&same).unwrap().unwrap(), "1");
        assert!(is_conflict(&header.value(&other)) && is_conflict(&header.whole(&other)));
        // What decides nothing may stand there in as many ways as it likes.
        assert_eq!(header.first(&other).unwrap(), "1");
        assert!(header.first(&none).is_none());
        assert_eq!(header.more(&same).count(), 0);
    }

    #[test]
    fn numbered_headers_end_where_one_is_missing() {
        let header = Header::new("x-a-{n}").unwrap();
        let headers = map(&[("x-a-1", "1"), ("x-a-2", "2"), ("x-a-3", "3"), ("x-a-5", "5")]);
        assert_eq!(header.value(&headers).unwrap(), Some(&b"1"[..]));
        let more: Vec<&[u8]> = header.more(&headers).map(Result::unwrap).collect();
        assert_eq!(more, [b"2", b"3"]);
        let mut all = HeaderMap::new();
        for number in 1..=MAX_NUMBERED + 5 {
            let name = HeaderName::try_from(format!("x-a-{number}")).unwrap();
            all.insert(name, HeaderValue::from_static("x"));
        }
        assert_eq!(header.more(&all).count(), MAX_NUMBERED - 1);
        let doubled = map(&[("x-a-1", "1"), ("x-a-2", "2"), ("x-a-2", "3")]);
        let mut more = header.more(&doubled);
        assert!(matches!(more.next(), Some(Err(Rejection::ConflictingHeader { .. }))));
    }

    #[test]
    fn rejections_name_the_header() {
        let header = Header::new("x-a").unwrap();
        assert!(matches!(header.missing(), Rejection::MissingHeader { header: "x-a" }));
        assert!(matches!(
            header.malformed("digits"),
            Rejection::MalformedHeader { header: "x-a", expected: "digits" }
        ));
        assert!(Header::new("x a").unwrap_err().to_string().contains("`x a` is no name"));
        assert!(Header::new("x a {n}").is_err());
    }
}
