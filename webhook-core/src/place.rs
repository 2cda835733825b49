//! What stands where in a request: read, written, taken out.

use std::ops::Range;

use bytes::Bytes;
#[cfg(feature = "testing")]
use http::Request;
use http::{HeaderName, HeaderValue, Uri, request};
use serde_json::Value;

use crate::{
    json,
    request::{decoded, encode, text_of},
    scheme::{Pointer, Source},
    sign::put_header_json,
};

/// A request in two parts, to be changed.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) parts: request::Parts,
    pub(crate) body: Bytes,
}

impl Draft {
    /// The text that stands at a source.
    pub(crate) fn read(&self, source: Source) -> Option<String> {
        if let Source::Header(name) = source {
            let value = self.parts.headers.get(header(name)?)?;
            return Some(String::from_utf8_lossy(value.as_bytes()).into_owned());
        }
        let text = text_of(source, &self.parts, &self.body).ok()??;
        String::from_utf8(text.into_owned()).ok()
    }

    /// Puts a text there, whether something stands there or not; `None` if that is not possible.
    pub(crate) fn write(&mut self, source: Source, text: &str) -> Option<()> {
        match source {
            Source::Header(name) => {
                self.parts.headers.insert(header(name)?, HeaderValue::from_str(text).ok()?);
            }
            Source::Query(name) => {
                let query = self.parts.uri.query().unwrap_or_default();
                let query = with_field(query, name, Some(text));
                self.set_query(&query)?;
            }
            Source::Form(name) => {
                let form = std::str::from_utf8(&self.body).ok()?;
                self.body = with_field(form, name, Some(text)).into();
            }
            Source::Json(pointer) => self.body = with_value(&self.body, pointer, text)?,
            Source::HeaderJson(name, pointer) => {
                put_header_json(&mut self.parts.headers, name, pointer, text);
            }
            Source::Body => self.body = text.to_owned().into(),
        }
        Some(())
    }

    pub(crate) fn set_query(&mut self, query: &str) -> Option<()> {
        let path = self.parts.uri.path().to_owned();
        let separator = if query.is_empty() { "" } else { "?" };
        self.set_path_and_query(&format!("{path}{separator}{query}"))
    }

    pub(crate) fn set_path_and_query(&mut self, path: &str) -> Option<()> {
        let mut uri = self.parts.uri.clone().into_parts();
        uri.path_and_query = Some(path.parse().ok()?);
        self.parts.uri = Uri::from_parts(uri).ok()?;
        Some(())
    }
}

/// What only tests do with a request.
#[cfg(feature = "testing")]
impl Draft {
    pub(crate) fn of(request: Request<Bytes>) -> Self {
        let (parts, body) = request.into_parts();
        Self { parts, body }
    }

    pub(crate) fn into_request(self) -> Request<Bytes> {
        Request::from_parts(self.parts, self.body)
    }

    /// Takes out what stands there; `None` if nothing does.
    pub(crate) fn remove(&mut self, source: Source) -> Option<()> {
        self.read(source)?;
        match source {
            Source::Header(name) | Source::HeaderJson(name, _) => {
                self.parts.headers.remove(header(name)?);
            }
            Source::Query(name) => {
                let query = with_field(self.parts.uri.query().unwrap_or_default(), name, None);
                self.set_query(&query)?;
            }
            Source::Form(name) => {
                self.body = with_field(std::str::from_utf8(&self.body).ok()?, name, None).into();
            }
            Source::Json(pointer) => {
                let range = value_at(&self.body, pointer)?;
                self.body = spliced(&self.body, range, b"null");
            }
            Source::Body => self.body = Bytes::new(),
        }
        Some(())
    }
}

/// The header of a name; the first of those with a number.
pub(crate) fn header(name: &str) -> Option<HeaderName> {
    HeaderName::from_bytes(name.replace("{n}", "1").as_bytes()).ok()
}

/// A form with a field set to a value, or without it.
fn with_field(form: &str, name: &str, value: Option<&str>) -> String {
    let mut written = value.map(|value| {
        let mut field = String::new();
        encode(name, &mut field);
        field.push('=');
        encode(value, &mut field);
        field
    });
    let mut fields: Vec<String> = Vec::new();
    for field in form.split('&').filter(|field| !field.is_empty()) {
        let key = field.split('=').next().unwrap_or_default();
        if *decoded(key.as_bytes()) != *name.as_bytes() {
            fields.push(field.to_owned());
        } else if let Some(written) = written.take() {
            fields.push(written);
        }
    }
    fields.extend(written);
    fields.join("&")
}

fn value_at(body: &[u8], pointer: Pointer) -> Option<Range<usize>> {
    let mut found = [None];
    json::locate(body, &[pointer.0], &mut found).ok()?;
    let [found] = found;
    found
}

/// A document with a text at a pointer: where something stands there, nothing else of it changes.
fn with_value(body: &[u8], pointer: Pointer, text: &str) -> Option<Bytes> {
    if let Some(range) = value_at(body, pointer) {
        let was_number = body.get(range.clone())?.first().is_some_and(u8::is_ascii_digit);
        let written = match text.parse::<u64>() {
            Ok(_) if was_number => text.to_owned(),
            _ => Value::from(text).to_string(),
        };
        return Some(spliced(body, range, written.as_bytes()));
    }
    let mut document: Value = serde_json::from_slice(body).ok()?;
    let mut at = &mut document;
    for segment in pointer.0 {
        at = match at {
            Value::Object(members) => {
                members.entry(*segment).or_insert_with(|| Value::Object(serde_json::Map::new()))
            }
            Value::Array(items) => items.get_mut(segment.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    *at = Value::from(text);
    Some(document.to_string().into())
}

fn spliced(body: &[u8], range: Range<usize>, written: &[u8]) -> Bytes {
    let before = body.get(..range.start).unwrap_or_default();
    let after = body.get(range.end..).unwrap_or_default();
    [before, written, after].concat().into()
}
