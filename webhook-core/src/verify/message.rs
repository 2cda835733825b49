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
        feed: &mut dyn FnMut(Fed<'_>),
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
        let mut fields = Fields::find(message, body).map_err(unclear)?;
        for part in message {
            let optional = matches!(part, Part::Optional(_));
            let part = if let Part::Optional(part) = part { part } else { part };
            // Most parts are there.
            let there = match part {
                Part::Text(text) => Some(text.as_bytes()),
                Part::Timestamp => Some(self.timestamp),
                Part::Id => Some(self.id),
                Part::Body => Some(body),
                _ => None,
            };
            if let Some(there) = there {
                feed(Fed::Bytes(there));
                continue;
            }
            let value: Option<Cow<'_, [u8]>> = match part {
                Part::Digest(digest) => Some(digest_of(*digest, body).into()),
                Part::Crc32 => Some(crc32(body).to_string().into_bytes().into()),
                Part::Method => Some(self.parts.method.as_str().as_bytes().into()),
                Part::Path => Some(self.parts.uri.path().as_bytes().into()),
                Part::Query => Some(self.query().into()),
                Part::Header(name) => {
                    deciding(&self.parts.headers, *name, name)?.map(Cow::Borrowed)
                }
                Part::Parameter(name) => form::field(self.query(), name).map_err(unclear)?,
                Part::Field(_) => fields.next().transpose().map_err(unclear)?,
                Part::Json(_) => match pointers.as_mut().and_then(Pointers::next) {
                    Some(range) => text_at(body, range)?,
                    None => None,
                },
                Part::Secret => {
                    feed(Fed::Secret);
                    continue;
                }
                Part::SortedForm => {
                    sorted(body, feed)?;
                    continue;
                }
                Part::SortedQuery => {
                    sorted(self.query(), feed)?;
                    continue;
                }
                Part::Url(form) => {
                    let address = self.address.ok_or(Rejection::UnknownAddress)?;
                    address.feed(*form, &self.parts.uri, |piece| feed(Fed::Bytes(piece)));
                    continue;
                }
                // The first have been fed; the grammar allows none of the others in a message.
                Part::Text(_)
                | Part::Timestamp
                | Part::Id
                | Part::Body
                | Part::Event
                | Part::Challenge
                | Part::Proof
                | Part::Token
                | Part::Optional(_) => continue,
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

/// The checksum of zip files and Ethernet (ISO 3309), eight bytes at a time, so that it costs less
/// than a hash of the body.
pub(crate) fn crc32(body: &[u8]) -> u32 {
    let mut sum = !0_u32;
    let mut blocks = body.chunks_exact(8);
    for block in &mut blocks {
        let block: [u8; 8] = block.try_into().unwrap_or_default();
        let bytes = (u64::from_le_bytes(block) ^ u64::from(sum)).to_le_bytes();
        sum = CRC32.iter().rev().zip(bytes).fold(0, |sum, (table, byte)| sum ^ at(table, byte));
    }
    for byte in blocks.remainder() {
        let [low, ..] = sum.to_le_bytes();
        sum = sum >> 8 ^ CRC32.first().map_or(0, |table| at(table, low ^ byte));
    }
    !sum
}

#[inline]
fn at(table: &[u32; 256], byte: u8) -> u32 {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}

/// What each byte does to the checksum, with none to seven bytes behind it.
static CRC32: [[u32; 256]; 8] = crc32_tables();

#[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built")]
const fn crc32_tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = sum >> 1 ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
            bit += 1;
        }
        tables[0][byte] = sum;
        byte += 1;
    }
    let mut table = 1;
    while table < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[table - 1][byte];
            tables[table][byte] = before >> 8 ^ tables[0][(before & 0xff) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

fn sorted(form: &[u8], feed: &mut dyn FnMut(Fed<'_>)) -> Result<(), Rejection> {
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

/// The values of a message's form fields, in the order of its parts.
struct Fields<'b>(std::vec::IntoIter<form::Found<'b>>);

impl<'b> Fields<'b> {
    /// Finds all in one pass.
    fn find(message: &[Part], body: &'b [u8]) -> Result<Self, Unclear> {
        let named = |part: &Part| match part {
            Part::Field(name) | Part::Optional(Part::Field(name)) => Some(*name),
            _ => None,
        };
        let names: Vec<&str> = message.iter().filter_map(named).collect();
        let mut found = Vec::new();
        if !names.is_empty() {
            found.resize_with(names.len(), || None);
            form::find(body, &names, &mut found)?;
        }
        Ok(Self(found.into_iter()))
    }

    fn next(&mut self) -> form::Found<'b> {
        self.0.next().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::crc32;

    /// Of all lengths around a block, with what Python's `zlib.crc32` says of them.
    #[test]
    fn checksums() {
        let bytes: Vec<u8> = (0_u16..1000).map(|number| (number * 7 % 251) as u8).collect();
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for (length, sum) in [
            (0, 0),
            (1, 0xd202ef8d),
            (7, 0x28b012a9),
            (8, 0x2cfe44e9),
            (9, 0x23faf38b),
            (15, 0xc356fbb9),
            (16, 0x54126ba2),
            (17, 0xba8b4e1e),
            (1000, 0x4da8651),
        ] {
            assert_eq!(crc32(&bytes[..length]), sum, "{length}");
        }
    }
}
