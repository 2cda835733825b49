//! What identifies a delivery that has no id, or whose id could be cut differently: a digest of what its
//! sender signed.

use sha2::{Digest as _, Sha256};

use super::{key::Fed, message::Values};
use crate::{
    delivery::Signed,
    grammar::{self, Unit},
    scheme::{Part, Scheme, TimestampPlace},
};

/// What of a form of the message identifies a delivery beside its id. Found once, when keys are prepared.
#[derive(Clone)]
pub(super) struct Identity {
    /// The parts whose digest it is; none where that is the body alone, or where an id identifies the
    /// delivery: then nothing is hashed a second time.
    lasting: Option<Box<[Part]>>,
    before_id: bool,
    /// Whether a timestamp alone divides the id from the body. Then it is a word: else it could be the
    /// beginning of the body, up to a time that stands there.
    has_word_id: bool,
}

impl Identity {
    /// That of each form of the message.
    pub(super) fn all(scheme: &Scheme) -> Vec<Self> {
        scheme.data.message.iter().map(|message| Self::of(scheme, message)).collect()
    }

    /// What a retry changes is no part of it: the timestamp. But where the body is not signed, the whole
    /// signed text is.
    fn of(scheme: &Scheme, message: &[Part]) -> Self {
        let has_word_id = grammar::has_word_id(message, scheme.data.timestamp.as_ref());
        let has_id = !scheme.data.id.is_empty();
        let fixes_id = fixes_id(scheme, message);
        if has_id && fixes_id {
            // Where a body has no id after all, all of the body is signed.
            return Self { lasting: None, before_id: false, has_word_id };
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
        let lasting: Box<[Part]> =
            message.iter().enumerate().filter(lasts).map(|(_, part)| *part).collect();
        let mut said = lasting.iter().filter(|part| !is_fixed_text(part));
        let is_body = matches!((said.next(), said.next()), (Some(Part::Body), None));
        let before_id = !fixes_id && !is_body;
        Self { lasting: (!is_body).then_some(lasting), before_id, has_word_id }
    }

    /// Whether the id has the borders that its sender gave it.
    pub(super) fn has_borders(&self, id: &[u8]) -> bool {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        !self.has_word_id || id.iter().all(is_word)
    }

    /// The digest of a delivery.
    ///
    /// There is nothing between the parts: whoever moves their borders signs the same, and gets the same
    /// digest. So does whoever writes a form differently that is signed field by field.
    pub(super) fn signed(&self, values: &Values<'_>, body: &[u8]) -> Option<Signed> {
        let lasting = self.lasting.as_deref()?;
        let mut hash = Sha256::new();
        // All of it was there when it was verified.
        let _ = values.feed(lasting, body, &mut |fed| {
            // A secret is replaced; what it signed stays the same.
            if let Fed::Bytes(bytes) = fed {
                hash.update(bytes);
            }
        });
        Some(Signed { digest: hash.finalize().into(), before_id: self.before_id })
    }
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
