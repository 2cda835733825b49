//! A verification that is under way while the body arrives.

use std::fmt;

use bytes::Bytes;
use http::request;

use super::{
    body::Body,
    candidates::{Candidates, take_apart},
    headers::Header,
    key::States,
    message::Values,
    setup::Setup,
    timestamp::{self, Moment},
};
use crate::{
    Delivery, Rejection,
    grammar::{BodyForm, FormatPart, Unit},
    json,
    scheme::{Part, TimestampPlace},
};

/// A verification under way: the head was accepted, the body is arriving.
///
/// Each chunk is hashed when it comes. Nothing is known of the delivery before
/// [`finish`](Self::finish) says that it is genuine.
pub struct Running<'a> {
    setup: &'a Setup,
    candidates: Candidates,
    values: Values<'a>,
    moment: Option<Moment>,
    states: Option<States>,
    /// Whether the body is hashed as it comes.
    streams: bool,
    /// The parts of the message that are still to be fed when the body has ended.
    rest: &'static [Part],
    body: Body,
    overflowed: bool,
}

impl<'a> Running<'a> {
    /// Reads the head: signatures, timestamp, id, in the order in which refusing is cheapest.
    pub(crate) fn begin(setup: &'a Setup, parts: &'a request::Parts) -> Result<Self, Rejection> {
        let head = Head::read(setup, parts)?;
        let moment = head.moment(setup)?;
        let values = Values { parts, timestamp: head.timestamp, id: head.id };
        let mut states = setup.states();
        let (before, streams, rest) = around_body(setup.scheme.message);
        if let Some(states) = &mut states {
            values.feed(before, &[], |data| states.update(data));
        }
        Ok(Self {
            setup,
            candidates: head.candidates,
            values,
            moment,
            states,
            streams,
            rest,
            body: Body::default(),
            overflowed: false,
        })
    }

    /// Takes a chunk of the body. A body that outgrows the limit is not kept any further;
    /// [`finish`](Self::finish) refuses it.
    pub fn update(&mut self, chunk: &[u8]) {
        self.push(Bytes::copy_from_slice(chunk));
    }

    /// Takes a chunk of the body without copying it, if it is the only one.
    pub fn push(&mut self, chunk: Bytes) {
        if !self.takes(chunk.len()) {
            return;
        }
        if self.streams {
            if let Some(states) = &mut self.states {
                states.update(&chunk);
            }
        }
        self.body.push(chunk);
    }

    /// Whether a chunk of this length still fits. One that does not ends the body.
    pub(crate) fn takes(&mut self, len: usize) -> bool {
        let fits = self.body.len().checked_add(len).is_some_and(|len| len <= self.setup.limit);
        if self.overflowed || !fits {
            self.overflowed = true;
            self.body = Body::default();
        }
        !self.overflowed
    }

    /// Whether the body has outgrown the limit, so that reading on is useless.
    pub fn is_over_limit(&self) -> bool {
        self.overflowed
    }

    /// Ends the body and compares every signature with that of every secret.
    ///
    /// # Errors
    ///
    /// [`Rejection`] says which check failed.
    pub fn finish(mut self) -> Result<Delivery, Rejection> {
        if self.overflowed {
            return Err(Rejection::BodyTooLarge { limit: self.setup.limit });
        }
        let scheme = self.setup.scheme;
        let mut body = std::mem::take(&mut self.body).into_bytes();
        let mut secret = self.compare_as_sent(&body);
        if secret.is_none() && scheme.body == BodyForm::Json {
            // Most bodies are in this form already, and have just been compared.
            if let Some(form) = json::ecmascript(&body).filter(|form| body != *form) {
                secret = self.compare(&form);
                body = form.into();
            }
        }
        let Some(secret) = secret else { return Err(Rejection::Signature) };
        let signed_at = match self.moment {
            Some(moment) => Some(moment.at),
            None => self.moment_in_body(&body)?.map(|moment| moment.at),
        };
        Ok(Delivery::authenticated(scheme, self.values, secret, signed_at, body))
    }

    /// The message as it came: the states have seen all of it but its end.
    fn compare_as_sent(&mut self, body: &[u8]) -> Option<usize> {
        let mut states = self.states.take()?;
        self.values.feed(self.rest, body, |data| states.update(data));
        self.matching_secret(states)
    }

    /// The message with another form of the body.
    fn compare(&self, body: &[u8]) -> Option<usize> {
        let mut states = self.setup.states()?;
        self.values.feed(self.setup.scheme.message, body, |data| states.update(data));
        self.matching_secret(states)
    }

    fn matching_secret(&self, states: States) -> Option<usize> {
        states.finish(|tag| {
            // Every candidate is compared, whether one has matched or not.
            self.candidates.iter().fold(false, |found, signature| tag.matches(signature) | found)
        })
    }

    /// A timestamp in the body is read when the body is known to be genuine.
    fn moment_in_body(&self, body: &[u8]) -> Result<Option<Moment>, Rejection> {
        let Some(declared) = self.setup.scheme.timestamp else { return Ok(None) };
        let TimestampPlace::Json(pointer) = declared.place else { return Ok(None) };
        let mut found = [None];
        let text = json::locate(body, &[pointer.0], &mut found)
            .ok()
            .and_then(|()| body.get(found.first()?.clone()?))
            .and_then(json::text);
        let moment = text.and_then(|text| timestamp::read(text.as_bytes(), declared.unit));
        match (moment, self.setup.tolerance()) {
            (Some(moment), Some(tolerance)) => {
                moment.check(self.setup.clock.now(), tolerance)?;
                Ok(Some(moment))
            }
            (None, Some(_)) => Err(Rejection::MissingTimestamp),
            (moment, None) => Ok(moment),
        }
    }
}

impl fmt::Debug for Running<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running")
            .field("provider", &self.setup.scheme.name)
            .field("received", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// What the head of a request says.
struct Head<'a> {
    candidates: Candidates,
    timestamp: &'a [u8],
    id: &'a [u8],
}

impl<'a> Head<'a> {
    fn read(setup: &Setup, parts: &'a request::Parts) -> Result<Self, Rejection> {
        let scheme = setup.scheme;
        let mut candidates = Candidates::new(scheme.algorithm.signature_len());
        let mut present = None;
        let mut in_format = Once::default();
        let mut id_in_format = Once::default();
        for header in &setup.signature {
            let Some(value) = header.value(&parts.headers)? else { continue };
            present = present.or(Some(header));
            take_apart(&scheme.format, value, |part, text| match part {
                FormatPart::Signature => candidates.offer(text, scheme.encoding),
                FormatPart::Timestamp => in_format.set(text),
                FormatPart::Id => id_in_format.set(text),
            });
        }
        let Some(signature) = present.or(setup.signature.first()) else {
            return Err(Rejection::Signature);
        };
        if present.is_none() {
            return Err(signature.missing());
        }
        if candidates.is_empty() {
            return Err(signature.malformed("a signature of the right length and encoding"));
        }
        let timestamp = timestamp_text(setup, parts, signature, &in_format)?;
        let id = match &setup.id {
            Some(header) => header.value(&parts.headers)?.ok_or_else(|| header.missing())?,
            None => id_in_format.get(signature)?.unwrap_or_default(),
        };
        Ok(Self { candidates, timestamp, id })
    }

    /// The timestamp of the head, read and found fresh.
    fn moment(&self, setup: &Setup) -> Result<Option<Moment>, Rejection> {
        let Some(declared) = setup.scheme.timestamp else { return Ok(None) };
        let header = match declared.place {
            TimestampPlace::Header(name) => name,
            TimestampPlace::Format => setup.signature.first().map_or("", |header| header.name),
            TimestampPlace::Json(_) => return Ok(None),
        };
        let expected = match declared.unit {
            Unit::Seconds => "whole seconds since 1970",
            Unit::Milliseconds => "whole milliseconds since 1970",
            Unit::Rfc3339 => "an RFC 3339 timestamp",
            Unit::Auto => "whole seconds or milliseconds since 1970",
        };
        let moment = timestamp::read(self.timestamp, declared.unit)
            .ok_or(Rejection::MalformedHeader { header, expected })?;
        if let Some(tolerance) = setup.tolerance() {
            moment.check(setup.clock.now(), tolerance)?;
        }
        Ok(Some(moment))
    }
}

/// The timestamp's text. Where a header and the signature's format both carry it, they must agree:
/// one of them would otherwise be unsigned.
fn timestamp_text<'a>(
    setup: &Setup,
    parts: &'a request::Parts,
    signature: &Header,
    in_format: &Once<'a>,
) -> Result<&'a [u8], Rejection> {
    let in_format = in_format.get(signature)?;
    let Some(declared) = setup.scheme.timestamp else { return Ok(&[]) };
    match (declared.place, &setup.timestamp) {
        (TimestampPlace::Header(_), Some(header)) => {
            let text = header.value(&parts.headers)?.ok_or_else(|| header.missing())?;
            let expects_both = match setup.scheme.format {
                crate::scheme::Format::List { items, .. } => {
                    items.iter().any(|(_, part)| *part == FormatPart::Timestamp)
                }
                crate::scheme::Format::Whole { .. } => false,
            };
            match in_format {
                None if expects_both => {
                    Err(signature.malformed("a timestamp beside the signature"))
                }
                Some(other) if other != text => {
                    Err(Rejection::ConflictingHeader { header: header.name })
                }
                _ => Ok(text),
            }
        }
        (TimestampPlace::Format, _) => {
            in_format.ok_or_else(|| signature.malformed("a timestamp beside the signature"))
        }
        _ => Ok(&[]),
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

/// The parts of a message before its first `{body}`, whether that is fed as it comes, and the parts
/// after it. A message that needs a digest of the body first is fed when the body has ended.
fn around_body(message: &'static [Part]) -> (&'static [Part], bool, &'static [Part]) {
    let digest = message.iter().position(|part| matches!(part, Part::Digest(_)));
    let body = message.iter().position(|part| *part == Part::Body);
    match body {
        Some(body) if digest.is_none_or(|digest| digest > body) => {
            let (before, from) = message.split_at(body);
            (before, true, from.get(1..).unwrap_or_default())
        }
        _ => (&[], false, message),
    }
}
