//! What identifies a delivery that has no id, or whose id could be cut differently: a digest of what its
//! sender signed.

use sha2::{Digest as _, Sha256};

use super::{key::Fed, message::Values};
use crate::{
    delivery::Signed,
    grammar::{self, Unit},
    scheme::{Part, Scheme, TimestampPlace},
};

/// A digest of what was signed in this form of the message; `None` where that is the body alone, or where an
/// id identifies the delivery: then nothing is hashed a second time.
///
/// There is nothing between the parts: whoever moves their borders signs the same, and gets the same
/// digest. So does whoever writes a form differently that is signed field by field.
///
/// What a retry changes is no part of it: the timestamp. But where the body is not signed, the whole
/// signed text is.
pub(super) fn signed(
    scheme: &Scheme,
    message: &[Part],
    values: &Values<'_>,
    body: &[u8],
) -> Option<Signed> {
    // Who shows the secret itself vouches for all of the request.
    if message.is_empty() {
        return None;
    }
    let has_id = !scheme.data.id.is_empty();
    let fixes_id = fixes_id(scheme, message);
    if has_id && fixes_id {
        // The id identifies the delivery. Where a body has none after all, all of the body is signed.
        return None;
    }
    let covers_body = message.iter().any(Part::covers_body) || scheme.data.digest.is_some();
    let timestamp = scheme.data.timestamp.as_ref();
    let is_open = grammar::is_open(message, timestamp);
    // Where borders are open, another time that stands in the body could take the place of the first.
    let is_any_time = |at: usize, part: &Part| {
        is_open
            && matches!(part, Part::Timestamp | Part::Header(_) | Part::Parameter(_))
            && !grammar::is_fixed_time(message, at, timestamp)
    };
    let lasts = |(at, part): &(usize, &Part)| {
        !covers_body || is_lasting(scheme, part) || is_any_time(*at, part)
    };
    let lasting = || message.iter().enumerate().filter(lasts).map(|(_, part)| part);
    let mut said = lasting().filter(|part| !is_fixed_text(part));
    if let (Some(Part::Body), None) = (said.next(), said.next()) {
        return None;
    }
    let lasting: Vec<Part> = lasting().copied().collect();
    let mut hash = Sha256::new();
    // All of it was there when it was verified.
    let _ = values.feed(&lasting, body, &mut |fed| {
        // A secret is replaced; what it signed stays the same.
        if let Fed::Bytes(bytes) = fed {
            hash.update(bytes);
        }
    });
    Some(Signed { digest: hash.finalize().into(), before_id: !fixes_id })
}

/// Whether a part says the same in every delivery.
fn is_fixed_text(part: &Part) -> bool {
    matches!(part, Part::Text(_) | Part::Secret)
}

/// Whether a part is equal in each attempt of the sender.
fn is_lasting(scheme: &Scheme, part: &Part) -> bool {
    let time = scheme.data.timestamp.map(|timestamp| timestamp.place);
    match part {
        Part::Timestamp => false,
        Part::Header(name) => !matches!(time, Some(TimestampPlace::Header(at)) if at == *name),
        Part::Parameter(name) => !matches!(time, Some(TimestampPlace::Query(at)) if at == *name),
        Part::Query | Part::SortedQuery | Part::Url(_) => {
            !matches!(time, Some(TimestampPlace::Query(_)))
        }
        Part::Optional(part) => is_lasting(scheme, part),
        _ => true,
    }
}

/// Whether the message says where the id begins and ends. If it does not, whoever has a delivery can make
/// a part of the id out of what stands beside it, and nothing of what is signed changes.
fn fixes_id(scheme: &Scheme, message: &[Part]) -> bool {
    let reads_whole = |part: &Part| matches!(part, Part::Body | Part::Digest(_));
    let whole = message.iter().any(reads_whole) || scheme.data.digest.is_some();
    let fixes = |part: &Part| match part {
        Part::Header(name) => is_bordered(scheme, message, |part| {
            matches!(part, Part::Id) || matches!(part, Part::Header(other) if other == name)
        }),
        Part::Id => is_bordered(scheme, message, |part| matches!(part, Part::Id)),
        // A body that is signed as a whole is read in one way only.
        Part::Json(_) | Part::Field(_) => {
            whole || is_bordered(scheme, message, |other| other == part)
        }
        _ => true,
    };
    let named = scheme.data.id.iter().copied().flatten();
    let has_event = named.clone().any(|part| matches!(part, Part::EventType));
    let event = scheme.data.event_type.iter().copied().flatten().filter(|_| has_event);
    named.chain(event).all(fixes)
}

/// Whether this part has something fixed on either side.
fn is_bordered(scheme: &Scheme, message: &[Part], is_it: impl Fn(&Part) -> bool) -> bool {
    let is_border = |part: Option<&Part>| match part {
        None | Some(Part::Text(_) | Part::Secret | Part::Method) => true,
        // A time that lost a digit, or has one more, is none, or is far away.
        Some(Part::Timestamp) => scheme.data.timestamp.is_some_and(|time| {
            time.tolerance.is_some() || matches!(time.unit, Unit::Rfc3339 | Unit::HttpDate)
        }),
        Some(_) => false,
    };
    let Some(at) = message.iter().position(is_it) else { return false };
    let before = at.checked_sub(1).and_then(|before| message.get(before));
    is_border(before) && is_border(message.get(at.saturating_add(1)))
}

/// Whether the id has the borders that its sender gave it. Where a timestamp alone divides it from the
/// body, it is a word: else it could be the beginning of the body, up to a time that stands there.
pub(super) fn has_borders(scheme: &Scheme, message: &[Part], id: &[u8]) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !grammar::has_word_id(message, scheme.data.timestamp.as_ref()) || id.iter().all(is_word)
}
