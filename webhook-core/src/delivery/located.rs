//! Where event, id and payload stand in an authenticated body.

use std::ops::Range;

use http::HeaderValue;

use crate::{
    json::{self, JsonError, MAX_POINTERS, Unread},
    request::{digest_of, field},
    scheme::{Part, Pointer, Scheme},
};

/// What stands where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Located {
    pub(super) event: Option<Text>,
    pub(super) id: Option<Text>,
    pub(super) payload: Option<Range<usize>>,
    /// Whether the payload was passed over and may be no JSON.
    pub(super) unread: bool,
}

/// A text of a delivery: a piece of its body, or made of several pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    InBody(Range<usize>),
    Owned(Box<str>),
}

impl Text {
    pub(super) fn in_body<'b>(&'b self, body: &'b [u8]) -> Option<&'b str> {
        match self {
            Self::InBody(range) => std::str::from_utf8(body.get(range.clone())?).ok(),
            Self::Owned(text) => Some(text),
        }
    }
}

/// The values of the head that an id or an event name needs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Captured {
    /// The signed id of the head.
    id: Option<Kept>,
    /// The values of the headers that name the event: of the one that usually does, and of others.
    event: Option<(&'static str, HeaderValue)>,
    more: Vec<(&'static str, HeaderValue)>,
    /// What the owner of the endpoint takes for the id, though nobody signs it.
    trusted: Option<HeaderValue>,
}

/// A text of the head. A header's value shares the memory that it was received in.
#[derive(Debug, Clone)]
enum Kept {
    Value(HeaderValue),
    Text(Box<str>),
}

impl Kept {
    fn as_str(&self) -> Option<&str> {
        match self {
            Self::Value(value) => std::str::from_utf8(value.as_bytes()).ok(),
            Self::Text(text) => Some(text),
        }
    }
}

impl Captured {
    /// Keeps the signed id of the head: a header's value, or a text.
    pub(crate) fn keep_id(&mut self, text: &[u8], value: Option<&HeaderValue>) {
        self.id = match value {
            // That it is text is asked when it is read.
            Some(value) => Some(Kept::Value(value.clone())),
            None => std::str::from_utf8(text).ok().map(|text| Kept::Text(text.into())),
        };
    }

    /// Keeps the value of a header that names the event or the delivery, if it is text.
    pub(crate) fn keep_named(&mut self, name: &'static str, value: &HeaderValue) {
        if value.to_str().is_err() {
            return;
        }
        let named = (name, value.clone());
        if self.event.is_none() {
            self.event = Some(named);
        } else {
            self.more.push(named);
        }
    }

    /// Keeps what the owner of the endpoint takes for the id.
    pub(crate) fn keep_trusted_id(&mut self, value: Option<&HeaderValue>) {
        self.trusted = value.cloned();
    }

    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_ref()?.as_str()
    }

    pub(super) fn trusted(&self) -> Option<&str> {
        self.trusted.as_ref()?.to_str().ok().filter(|id| !id.is_empty())
    }

    /// The headers that name the event or the delivery.
    pub(super) fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = self.event.iter().chain(&self.more);
        all.filter_map(|(name, value)| Some((*name, value.to_str().ok()?)))
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.event.iter().chain(&self.more);
        all.find(|(known, _)| *known == name)?.1.to_str().ok()
    }
}

/// Reads the payload of an event of this name from a text that begins with it, and says how many
/// bytes it has; none if it has not read it.
pub(super) type Take<'t, 'de> = dyn FnMut(Option<&str>, &'de str) -> Option<usize> + 't;

/// How many pointers a declaration has: two, or one more for each alternative.
const FEW_POINTERS: usize = 8;

impl Located {
    /// Looks for everything in one pass. The payload is shown to `take` if the event's name is known
    /// by then; if not, or if it is not taken, it is passed over where it can be: decoding it
    /// reads it, and whatever does not decode it calls [`Delivery::check_whole`](super::Delivery).
    pub(super) fn find<'de>(
        scheme: &Scheme,
        captured: &Captured,
        body: &'de [u8],
        take: Option<&mut Take<'_, 'de>>,
    ) -> Result<Self, JsonError> {
        let count = pointers(scheme).count();
        // Clearing room for all that there could be takes longer than reading a small body.
        if count <= FEW_POINTERS {
            Self::find_within::<FEW_POINTERS>(scheme, captured, body, take)
        } else {
            // One more than is looked for, so that too many are refused and not passed over.
            Self::find_within::<{ MAX_POINTERS + 1 }>(scheme, captured, body, take)
        }
    }

    fn find_within<'de, const POINTERS: usize>(
        scheme: &Scheme,
        captured: &Captured,
        body: &'de [u8],
        take: Option<&mut Take<'_, 'de>>,
    ) -> Result<Self, JsonError> {
        let mut wanted: [&[&str]; POINTERS] = [&[]; POINTERS];
        let mut count = 0;
        for (slot, Pointer(segments)) in wanted.iter_mut().zip(pointers(scheme)) {
            *slot = segments;
            count += 1;
        }
        let mut found = [const { None }; POINTERS];
        let unread = match scheme.data.payload {
            _ if count == 0 => Unread::Nothing,
            [] => Unread::All,
            [_] => Unread::At(count - 1),
            // Only one of several is decoded.
            _ => Unread::Nothing,
        };
        let mut search =
            Search { scheme, captured, body, event: None, is_id: false, reads_body: true };
        let mut event = None;
        if let (1.., Some(wanted)) = (count, wanted.get(..count)) {
            let text = take.as_ref().and_then(|_| std::str::from_utf8(body).ok());
            match text.zip(take) {
                Some((text, take)) => {
                    let mut take = |found: &[_], start| {
                        event = search.known(found);
                        if event.is_none() && !scheme.data.event_type.is_empty() {
                            return None;
                        }
                        let name = event.as_ref().and_then(|event| event.in_body(body));
                        take(name, text.get(start..)?)
                    };
                    json::locate_around(body, wanted, &mut found, unread, &mut take)?;
                }
                None => json::locate_around(body, wanted, &mut found, unread, &mut |_, _| None)?,
            }
        }
        let mut found = found.get(..count).unwrap_or_default();
        let event = search.first(scheme.data.event_type, &mut found, event);
        // An event that anybody can name is no part of what identifies, and neither is its absence.
        let is_event_signed = scheme.signs_event();
        // A body that names no event is not of the declared envelope. What stands in it where ids
        // stand identifies something else, perhaps the same thing in several deliveries.
        search.reads_body =
            event.is_some() || scheme.data.event_type.is_empty() || !is_event_signed;
        search.event = event.clone().filter(|_| is_event_signed);
        search.is_id = true;
        let id = search.first(scheme.data.id, &mut found, None);
        let payload = if scheme.data.payload.is_empty() {
            Some(0..body.len())
        } else {
            found.iter().flatten().next().cloned()
        };
        Ok(Self { event, id, payload, unread: unread != Unread::Nothing })
    }
}

/// What is looked for: the places of the event, of the id, and of the payload.
fn pointers(scheme: &Scheme) -> impl Iterator<Item = &Pointer> {
    let templates = scheme.data.event_type.iter().chain(scheme.data.id).copied().flatten();
    let pointers = templates.filter_map(|part| match part {
        Part::Json(pointer) => Some(pointer),
        _ => None,
    });
    pointers.chain(scheme.data.payload)
}

struct Search<'a> {
    scheme: &'a Scheme,
    captured: &'a Captured,
    body: &'a [u8],
    event: Option<Text>,
    /// Whether an id is searched for, which only signed values make up.
    is_id: bool,
    reads_body: bool,
}

impl Search<'_> {
    /// The event's name, if nothing that is found later can change it.
    fn known(&self, found: &[Option<Range<usize>>]) -> Option<Text> {
        self.text(self.scheme.data.event_type.first()?, found.iter().cloned())
    }

    /// The first alternative all of whose parts are there, unless it is `known`. Takes as many ranges
    /// as the alternatives have pointers.
    fn first(
        &self,
        alternatives: &[&[Part]],
        found: &mut &[Option<Range<usize>>],
        known: Option<Text>,
    ) -> Option<Text> {
        let mut first = known;
        for parts in alternatives {
            let count = parts.iter().filter(|part| matches!(part, Part::Json(_))).count();
            let (ranges, rest) = found.split_at_checked(count).unwrap_or_default();
            *found = rest;
            if first.is_none() {
                first = self.text(parts, ranges.iter().cloned());
            }
        }
        first
    }

    fn text(
        &self,
        parts: &[Part],
        mut ranges: impl Iterator<Item = Option<Range<usize>>>,
    ) -> Option<Text> {
        if !self.reads_body
            && parts.iter().any(|part| matches!(part, Part::Json(_) | Part::Field(_)))
        {
            return None;
        }
        if let [Part::Json(_)] = parts {
            return self.in_body(ranges.next()??);
        }
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::EventType => text.push_str(self.event.as_ref()?.in_body(self.body)?),
                Part::Id => text.push_str(self.captured.id()?),
                Part::Header(name) => text.push_str(self.header(name)?),
                Part::Json(_) => text.push_str(self.in_body(ranges.next()??)?.in_body(self.body)?),
                Part::Digest(digest) => {
                    text.push_str(&String::from_utf8_lossy(&digest_of(*digest, self.body)));
                }
                Part::Field(name) => {
                    let value = field(self.body, name).ok().flatten()?;
                    let value = std::str::from_utf8(&value).ok()?;
                    if value.is_empty() {
                        return None;
                    }
                    text.push_str(value);
                }
                _ => return None,
            }
        }
        if text.is_empty() { None } else { Some(Text::Owned(text.into())) }
    }

    /// A header's value. The only one that identifies a delivery is one that is signed.
    fn header(&self, name: &str) -> Option<&str> {
        let named = self.captured.header(name);
        if !self.is_id {
            return named;
        }
        let named = named.filter(|text| !text.is_empty() && self.scheme.authenticates(name));
        // The header that `{id}` stands for is kept as the id.
        named.or(self.captured.id())
    }

    /// A scalar of the body as text; nothing for an empty one, which identifies nothing.
    fn in_body(&self, range: Range<usize>) -> Option<Text> {
        let raw = self.body.get(range.clone())?;
        match json::text(raw)? {
            text if text.is_empty() => None,
            std::borrow::Cow::Owned(text) => Some(Text::Owned(text.into())),
            std::borrow::Cow::Borrowed(text) => {
                // Without its quotes, if it has them.
                let quotes = usize::from(raw.len() != text.len());
                Some(Text::InBody(range.start + quotes..range.end - quotes))
            }
        }
    }
}
