//! Header values that decide: present once, or several times with one value.

use http::{HeaderMap, HeaderName, HeaderValue, header::AsHeaderName};

use crate::{Rejection, SetupError};

/// How many headers a name with a number stands for.
const MAX_NUMBERED: usize = 100;

/// The value of a header that decides: there once, or several times with one value. `known` is what
/// a rejection calls it.
pub(super) fn deciding<'h>(
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
