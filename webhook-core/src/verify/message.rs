//! The signed message, fed to the hash part by part, never put together.
//!
//! Parts such as `{json:/id}` are read from bytes that nobody has vouched for yet. They are found
//! by [`json::locate`], which checks the whole body in one bounded pass and allocates nothing, or
//! by the form reader, which decodes only what is asked for. Nothing else looks at a body before
//! it is authenticated, and what was found is used for nothing but the message.

use std::{borrow::Cow, ops::Range};

use http::request;

use super::key::Fed;
use crate::{
    json,
    rejection::Rejection,
    request::{self as read, Address, crc32, deciding, digest_of, field, text_at, unclear},
    scheme::{Part, Pointer},
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
                Part::Parameter(name) => field(self.query(), name).map_err(unclear)?,
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
                    // A form that was emptied, be it to `&` or `=`: its fields may stand in the
                    // address, which takes any text.
                    if !sorted(body, feed)? {
                        return Err(Rejection::MissingPart { part: "a form" });
                    }
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
                | Part::EventType
                | Part::Challenge
                | Part::Proof
                | Part::VerifyToken
                | Part::Signature
                | Part::Any
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

/// Whether there is anything in it.
fn sorted(form: &[u8], feed: &mut dyn FnMut(Fed<'_>)) -> Result<bool, Rejection> {
    let mut is_filled = false;
    let show = |name: &[u8], value: &[u8]| {
        is_filled |= !name.is_empty() || !value.is_empty();
        feed(Fed::Bytes(name));
        feed(Fed::Bytes(value));
    };
    read::sorted(form, show).map_err(unclear)?;
    Ok(is_filled)
}

fn kind(part: &Part) -> &'static str {
    match part {
        Part::Header(_) => "a header",
        Part::Parameter(_) => "a parameter of the query",
        Part::Field(_) => "a field of the form",
        _ => "a value of the body",
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
struct Fields<'b>(std::vec::IntoIter<read::Found<'b>>);

impl<'b> Fields<'b> {
    /// Finds all in one pass.
    fn find(message: &[Part], body: &'b [u8]) -> Result<Self, read::Unclear> {
        let named = |part: &Part| match part {
            Part::Field(name) | Part::Optional(Part::Field(name)) => Some(*name),
            _ => None,
        };
        let wanted: Vec<&str> = message.iter().filter_map(named).collect();
        let mut found = Vec::new();
        if !wanted.is_empty() {
            found.resize_with(wanted.len(), || None);
            read::find(body, &wanted, &mut found)?;
        }
        Ok(Self(found.into_iter()))
    }

    fn next(&mut self) -> read::Found<'b> {
        self.0.next().flatten()
    }
}
