//! The signed message, fed to the hash part by part, never put together.
//!
//! Parts such as `{json:/id}` are read from bytes that nobody has vouched for yet. They are found
//! by [`json::locate`], which checks the whole body in one bounded pass and allocates nothing, or
//! by the form reader, which decodes only what is asked for. Nothing else looks at a body before
//! it is authenticated, and what was found is used for nothing but the message.

use std::{borrow::Cow, ops::Range};

use base64ct::{Base64, Encoding as _};
use http::request;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::{
    address::Address, form, form::Unclear, headers::deciding, key::Fed, keys::from_base64,
};
use crate::{
    Rejection,
    grammar::Digest,
    json,
    scheme::{Part, Pointer, Source},
};

/// What the parts of a message stand for in one delivery.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Values<'a> {
    pub(crate) parts: &'a request::Parts,
    pub(crate) timestamp: &'a [u8],
    pub(crate) id: &'a [u8],
    pub(crate) address: Option<&'a Address>,
}

impl<'a> Values<'a> {
    /// Feeds the parts of a message in their order.
    pub(crate) fn feed(
        &self,
        message: &[Part],
        body: &[u8],
        mut feed: impl FnMut(Fed<'_>),
    ) -> Result<(), Rejection> {
        if message.is_empty() {
            return Ok(());
        }
        // Most messages have no pointer, and pay nothing for those that have.
        let mut pointers = if message.iter().any(is_pointer) {
            Some(Pointers::find(message, body)?)
        } else {
            None
        };
        for part in message {
            let optional = matches!(part, Part::Optional(_));
            let part = if let Part::Optional(part) = part { part } else { part };
            let value: Option<Cow<'_, [u8]>> = match part {
                Part::Text(text) => Some(text.as_bytes().into()),
                Part::Timestamp => Some(self.timestamp.into()),
                Part::Id => Some(self.id.into()),
                Part::Body => Some(body.into()),
                Part::Digest(digest) => Some(digest_of(*digest, body).into()),
                Part::Crc32 => Some(crc32(body).to_string().into_bytes().into()),
                Part::Method => Some(self.parts.method.as_str().as_bytes().into()),
                Part::Path => Some(self.parts.uri.path().as_bytes().into()),
                Part::Query => Some(self.query().into()),
                Part::Header(name) => {
                    deciding(&self.parts.headers, *name, name)?.map(Cow::Borrowed)
                }
                Part::Parameter(name) => form::field(self.query(), name).map_err(unclear)?,
                Part::Field(name) => form::field(body, name).map_err(unclear)?,
                Part::Json(_) => match pointers.as_mut().and_then(Pointers::next) {
                    Some(range) => text_at(body, range)?,
                    None => None,
                },
                Part::Secret => {
                    feed(Fed::Secret);
                    continue;
                }
                Part::SortedForm => {
                    sorted(body, &mut feed)?;
                    continue;
                }
                Part::SortedQuery => {
                    sorted(self.query(), &mut feed)?;
                    continue;
                }
                Part::Url(form) => {
                    let address = self.address.ok_or(Rejection::UnknownAddress)?;
                    address.feed(*form, &self.parts.uri, |piece| feed(Fed::Bytes(piece)));
                    continue;
                }
                // The grammar allows none of them in a message.
                Part::Event | Part::Challenge | Part::Proof | Part::Token | Part::Optional(_) => {
                    continue;
                }
            };
            match value {
                Some(value) => feed(Fed::Bytes(&value)),
                None if optional => {}
                None => return Err(Rejection::MissingPart { part: kind(part) }),
            }
        }
        Ok(())
    }

    fn query(&self) -> &'a [u8] {
        self.parts.uri.query().unwrap_or_default().as_bytes()
    }
}

/// The parts that are not known before the body has ended.
pub(crate) fn is_late(part: &Part, timestamp_in_body: bool) -> bool {
    match part {
        Part::Digest(_) | Part::Crc32 | Part::Field(_) | Part::Json(_) | Part::SortedForm => true,
        Part::Timestamp => timestamp_in_body,
        Part::Optional(part) => is_late(part, timestamp_in_body),
        _ => false,
    }
}

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
            let document = from_base64(text).ok_or_else(malformed)?;
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

/// A digest of the body or another text, in the form that its word says.
pub(crate) fn digest_of(digest: Digest, body: &[u8]) -> Vec<u8> {
    match digest {
        Digest::Md5 => hex::encode(Md5::digest(body)).into(),
        Digest::Sha1 => hex::encode(Sha1::digest(body)).into(),
        Digest::Sha256 => hex::encode(Sha256::digest(body)).into(),
        Digest::Sha384 => hex::encode(Sha384::digest(body)).into(),
        Digest::Sha512 => hex::encode(Sha512::digest(body)).into(),
        Digest::Md5Base64 => Base64::encode_string(&Md5::digest(body)).into(),
        Digest::Sha256Base64 => Base64::encode_string(&Sha256::digest(body)).into(),
        Digest::Sha512Base64 => Base64::encode_string(&Sha512::digest(body)).into(),
        Digest::Sha256Raw => Sha256::digest(body).to_vec(),
    }
}

/// The checksum of zip files and Ethernet (ISO 3309), bit by bit: bodies are small, and whoever
/// wants it pays for an RSA signature.
pub(crate) fn crc32(body: &[u8]) -> u32 {
    let mut sum = !0_u32;
    for byte in body {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let low = sum & 1;
            sum = sum >> 1 ^ (0xedb8_8320 & low.wrapping_neg());
        }
    }
    !sum
}

fn sorted(form: &[u8], feed: &mut impl FnMut(Fed<'_>)) -> Result<(), Rejection> {
    let show = |name: &[u8], value: &[u8]| {
        feed(Fed::Bytes(name));
        feed(Fed::Bytes(value));
    };
    form::sorted(form, show).map_err(unclear)
}

fn unclear(why: Unclear) -> Rejection {
    match why {
        Unclear::Conflict => Rejection::ConflictingPart { part: "a field or parameter" },
        Unclear::TooMany => Rejection::ConflictingPart { part: "a form of this many fields" },
    }
}

fn kind(part: &Part) -> &'static str {
    match part {
        Part::Header(_) => "a header",
        Part::Parameter(_) => "a parameter of the query",
        Part::Field(_) => "a field of the form",
        _ => "a value of the body",
    }
}

/// A text, number or truth value; nothing else has one way to be written.
fn text_at(body: &[u8], range: Range<usize>) -> Result<Option<Cow<'_, [u8]>>, Rejection> {
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

fn is_pointer(part: &Part) -> bool {
    matches!(part, Part::Json(_) | Part::Optional(Part::Json(_)))
}

/// Where the values of a message's JSON pointers stand, in the order of its parts.
struct Pointers {
    found: [Option<Range<usize>>; json::MAX_POINTERS],
    next: usize,
}

impl Pointers {
    /// Finds all in one pass.
    fn find(message: &[Part], body: &[u8]) -> Result<Self, Rejection> {
        let mut wanted: [&[&str]; json::MAX_POINTERS] = [&[]; json::MAX_POINTERS];
        let mut pointers = Self { found: [const { None }; json::MAX_POINTERS], next: 0 };
        let mut count = 0;
        for part in message {
            let (Part::Json(Pointer(segments)) | Part::Optional(Part::Json(Pointer(segments)))) =
                part
            else {
                continue;
            };
            if let Some(slot) = wanted.get_mut(count) {
                *slot = segments;
                count += 1;
            }
        }
        if let (1.., Some(wanted)) = (count, wanted.get(..count)) {
            json::locate(body, wanted, &mut pointers.found).map_err(Rejection::MalformedBody)?;
        }
        Ok(pointers)
    }

    fn next(&mut self) -> Option<Range<usize>> {
        let found = self.found.get_mut(self.next)?.take();
        self.next += 1;
        found
    }
}
