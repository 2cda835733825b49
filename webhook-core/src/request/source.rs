//! The text that stands at a place of a request which a scheme names.

use std::{borrow::Cow, ops::Range};

use http::request;

use super::{form, form::Unclear, headers::deciding, text_form::from_any_base64};
use crate::{
    json,
    rejection::Rejection,
    scheme::{Pointer, Source},
};

/// The text that stands at a source, if something does.
pub(crate) fn text_of<'a>(
    source: Source,
    parts: &'a request::Parts,
    body: &'a [u8],
) -> Result<Option<Cow<'a, [u8]>>, Rejection> {
    match source {
        Source::Header(name) => Ok(deciding(&parts.headers, name, name)?.map(Cow::Borrowed)),
        Source::Query(name) => {
            form::field(parts.uri.query().unwrap_or_default().as_bytes(), name).map_err(unclear)
        }
        Source::Form(name) => form::field(body, name).map_err(unclear),
        Source::Json(pointer) => text_in(body, pointer, Rejection::MalformedBody),
        Source::HeaderJson(name, pointer) => {
            let Some(text) = deciding(&parts.headers, name, name)? else { return Ok(None) };
            let malformed = || Rejection::MalformedHeader {
                header: name,
                expected: "a JSON document in base64",
            };
            let document = from_any_base64(text).ok_or_else(malformed)?;
            let text = text_in(&document, pointer, |_| malformed())?;
            Ok(text.map(|text| Cow::Owned(text.into_owned())))
        }
        Source::Body => Ok(Some(body.trim_ascii().into())),
    }
}

/// The text at a pointer of a document; the error says of one that is none what the caller calls it.
fn text_in(
    document: &[u8],
    pointer: Pointer,
    malformed: impl FnOnce(json::JsonError) -> Rejection,
) -> Result<Option<Cow<'_, [u8]>>, Rejection> {
    let mut found = [None];
    json::locate(document, &[pointer.0], &mut found).map_err(malformed)?;
    let [found] = found;
    found.map_or(Ok(None), |range| text_at(document, range))
}

/// A text, number or truth value; nothing else has one way to be written.
pub(crate) fn text_at(
    body: &[u8],
    range: Range<usize>,
) -> Result<Option<Cow<'_, [u8]>>, Rejection> {
    let raw = body.get(range).unwrap_or_default();
    if raw == b"null" {
        return Ok(None);
    }
    match json::text(raw) {
        Some(Cow::Borrowed(text)) => Ok(Some(text.as_bytes().into())),
        Some(Cow::Owned(text)) => Ok(Some(text.into_bytes().into())),
        None => Err(Rejection::MissingPart { part: "a text or a number of the body" }),
    }
}

pub(crate) fn unclear(why: Unclear) -> Rejection {
    match why {
        Unclear::Conflict => Rejection::ConflictingPart { part: "a field or parameter" },
        Unclear::TooMany => Rejection::ConflictingPart { part: "a form of this many fields" },
    }
}
