//! What the head of a request says: signatures, timestamp, id.

use std::borrow::Cow;

use http::{HeaderMap, HeaderValue, request};

use super::{candidates::Offered, setup::Setup};
use crate::{
    delivery::Captured,
    grammar::{FormatPart, Unit},
    rejection::Rejection,
    request::{Header, Moment, blank_to_plus, read_timestamp, text_of},
    scheme::{Source, Timestamp, TimestampPlace},
};

/// What the head of a request says.
pub(super) struct Head<'a> {
    pub(super) offered: Offered,
    pub(super) timestamp: Cow<'a, [u8]>,
    pub(super) moment: Option<Moment>,
    pub(super) id: Id<'a>,
}

/// A delivery's id as the head says it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Id<'a> {
    pub(super) text: &'a [u8],
    /// The header that is the id, where one is: it is kept without a copy.
    pub(super) value: Option<&'a HeaderValue>,
}

impl Id<'_> {
    /// What the id and the event's name need of the head. Nothing is kept for schemes whose ids and
    /// names stand in the body.
    #[inline]
    pub(super) fn captured(self, setup: &Setup, headers: &HeaderMap) -> Captured {
        let has_id = setup.signs_id || !setup.named_id.is_empty() || setup.trusted_id.is_some();
        if setup.event.is_empty() && !has_id {
            return Captured::default();
        }
        self.kept(setup, headers)
    }

    fn kept(self, setup: &Setup, headers: &HeaderMap) -> Captured {
        let mut captured = Captured::default();
        // A format can carry an id that the message does not contain.
        if !self.text.is_empty() && setup.signs_id {
            captured.keep_id(self.text, self.value);
        }
        let trusted = setup.trusted_id.as_ref().and_then(|name| headers.get(name));
        captured.keep_trusted_id(trusted);
        for header in setup.event.iter().chain(&setup.named_id) {
            if let Some(value) = header.first(headers) {
                captured.keep_named(header.name, value);
            }
        }
        captured
    }
}

impl<'a> Head<'a> {
    /// Nothing is read yet.
    pub(super) fn new(setup: &Setup) -> Self {
        Self {
            offered: Offered::new(setup.ways()),
            timestamp: Cow::default(),
            moment: None,
            id: Id::default(),
        }
    }

    /// Reads the head, in the order in which refusing is cheapest.
    pub(super) fn read(
        &mut self,
        setup: &Setup,
        parts: &'a request::Parts,
    ) -> Result<(), Rejection> {
        let Some(signature) = setup.signature.first() else {
            if let Some(source @ (Source::Header(_) | Source::Query(_) | Source::HeaderJson(..))) =
                setup.scheme.data.signature
            {
                read_from(setup, source, parts, &[], &mut self.offered)?;
            }
            self.timestamp = timestamp_text(setup, parts, None, &Once::default())?;
            self.id = id(setup, parts)?.unwrap_or_default();
            return self.read_moment(setup);
        };
        let mut present = None;
        let mut in_format = Once::default();
        let mut id_in_format = Once::default();
        for header in &setup.signature {
            let Some(value) = header.value(&parts.headers)? else { continue };
            present = present.or(Some(header));
            let mut take = |value| {
                self.offered.take(setup.ways(), value, |part, text| match part {
                    FormatPart::Signature => {}
                    FormatPart::Timestamp => in_format.set(text),
                    FormatPart::Id => id_in_format.set(text),
                });
            };
            take(value);
            for value in header.more(&parts.headers) {
                take(value?);
            }
        }
        let Some(signature) = present else { return Err(signature.missing()) };
        if self.offered.is_empty() {
            return Err(signature.malformed("a signature of the right length and encoding"));
        }
        if self.offered.overflowed() {
            return Err(signature.malformed("no more signatures than a rotation has"));
        }
        if setup.scheme.data.timestamp.is_some() {
            self.timestamp = timestamp_text(setup, parts, Some(signature), &in_format)?;
        }
        self.id = match id(setup, parts)? {
            Some(id) => id,
            None => Id { text: id_in_format.get(signature)?.unwrap_or_default(), value: None },
        };
        self.read_moment(setup)
    }

    /// Reads the timestamp of the head, which has to be fresh.
    fn read_moment(&mut self, setup: &Setup) -> Result<(), Rejection> {
        let Some(declared) = setup.scheme.data.timestamp else { return Ok(()) };
        if matches!(declared.place, TimestampPlace::Json(_) | TimestampPlace::Form(_)) {
            return Ok(());
        }
        let Some(moment) = read_timestamp(&self.timestamp, declared.unit) else {
            return Err(malformed_timestamp(setup, declared));
        };
        if let Some(tolerance) = setup.tolerance() {
            moment.check(setup.clock.now(), tolerance)?;
        }
        self.moment = Some(moment);
        Ok(())
    }
}

fn malformed_timestamp(setup: &Setup, declared: Timestamp) -> Rejection {
    let header = match declared.place {
        TimestampPlace::Header(name) => Some(name),
        TimestampPlace::Format => setup.signature.first().map(|header| header.name),
        TimestampPlace::Query(_) | TimestampPlace::Json(_) | TimestampPlace::Form(_) => None,
    };
    let expected = match declared.unit {
        Unit::Seconds => "whole seconds since 1970",
        Unit::Milliseconds => "whole milliseconds since 1970",
        Unit::Rfc3339 => "an RFC 3339 timestamp",
        Unit::HttpDate => "a date as HTTP writes it",
        Unit::Auto => "whole seconds or milliseconds since 1970",
    };
    match header {
        Some(header) => Rejection::MalformedHeader { header, expected },
        None => Rejection::MissingTimestamp,
    }
}

/// Takes the signatures from where they stand if that is no header.
pub(super) fn read_from(
    setup: &Setup,
    source: Source,
    parts: &request::Parts,
    body: &[u8],
    offered: &mut Offered,
) -> Result<(), Rejection> {
    let text = text_of(source, parts, body)?.ok_or(Rejection::MissingSignature)?;
    let mut offer = |text: &[u8]| {
        offered.take(setup.ways(), text, |_, _| {});
    };
    offer(&text);
    if text.contains(&b' ') && matches!(source, Source::Query(_) | Source::Form(_)) {
        offer(&text.iter().copied().map(blank_to_plus).collect::<Vec<u8>>());
    }
    if offered.is_empty() || offered.overflowed() {
        return Err(Rejection::MalformedSignature);
    }
    Ok(())
}

fn id<'a>(setup: &Setup, parts: &'a request::Parts) -> Result<Option<Id<'a>>, Rejection> {
    let Some(header) = &setup.id else { return Ok(None) };
    let value = header.whole(&parts.headers)?.ok_or_else(|| header.missing())?;
    Ok(Some(Id { text: value.as_bytes(), value: Some(value) }))
}

/// The timestamp's text. Where a header and the signature's format both carry it, they must agree:
/// one of them would otherwise be unsigned.
fn timestamp_text<'a>(
    setup: &Setup,
    parts: &'a request::Parts,
    signature: Option<&Header>,
    in_format: &Once<'a>,
) -> Result<Cow<'a, [u8]>, Rejection> {
    let Some(declared) = setup.scheme.data.timestamp else { return Ok(Cow::default()) };
    match (declared.place, &setup.timestamp, signature) {
        (TimestampPlace::Header(_), Some(header), signature) => {
            let text = header.value(&parts.headers)?.ok_or_else(|| header.missing())?;
            let Some(signature) = signature else { return Ok(text.into()) };
            match in_format.get(signature)? {
                None if setup.own.format.carries(FormatPart::Timestamp) => {
                    Err(signature.malformed("a timestamp beside the signature"))
                }
                Some(other) if other != text => {
                    Err(Rejection::ConflictingHeader { header: header.name })
                }
                _ => Ok(text.into()),
            }
        }
        (TimestampPlace::Format, _, Some(signature)) => in_format
            .get(signature)?
            .map(Cow::Borrowed)
            .ok_or_else(|| signature.malformed("a timestamp beside the signature")),
        (TimestampPlace::Query(name), _, _) => {
            text_of(Source::Query(name), parts, &[])?.ok_or(Rejection::MissingTimestamp)
        }
        _ => Ok(Cow::default()),
    }
}

/// A part that may stand in a header several times, with one value.
#[derive(Default)]
enum Once<'a> {
    #[default]
    Nothing,
    One(&'a [u8]),
    Conflict,
}

impl<'a> Once<'a> {
    fn set(&mut self, text: &'a [u8]) {
        *self = match *self {
            Self::Nothing => Self::One(text),
            Self::One(before) if before == text => Self::One(text),
            _ => Self::Conflict,
        };
    }

    fn get(&self, header: &Header) -> Result<Option<&'a [u8]>, Rejection> {
        match *self {
            Self::Nothing => Ok(None),
            Self::One(text) => Ok(Some(text)),
            Self::Conflict => Err(Rejection::ConflictingHeader { header: header.name }),
        }
    }
}
