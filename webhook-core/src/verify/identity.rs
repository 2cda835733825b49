//! What identifies a delivery that has no id: a digest of what its sender signed.

use sha2::{Digest as _, Sha256};

use super::{key::Fed, message::Values};
use crate::{
    delivery::Signed,
    grammar,
    scheme::{Part, Scheme, TimestampPlace},
};

/// A digest of what was signed in this form of the message beside the body; `None` where that is the
/// body alone.
///
/// What a retry changes is no part of it: the timestamp. But where the body is not signed, or where
/// borders between parts can be moved, the whole signed text is, with nothing between its parts: whoever
/// moves their borders has the same signed text, and gets the same digest. Of it a timestamp is left out
/// only where it cannot be lengthened or shortened.
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
    let timestamp = scheme.data.timestamp.as_ref();
    let is_open = grammar::is_open(message, timestamp);
    let covers_body =
        !is_open && (message.iter().any(Part::covers_body) || scheme.data.digest.is_some());
    let mut hash = Sha256::new();
    if covers_body {
        let mut beside = message.iter().filter(|part| is_beside(scheme, part)).peekable();
        beside.peek()?;
        for part in beside {
            // A part that cannot be read alone was not read for the message either.
            let mut piece = Sha256::new();
            let _ = values.feed(&[*part], body, &mut |fed| add(&mut piece, fed));
            hash.update(piece.finalize());
        }
    } else if is_open {
        let bounded = timestamp.filter(|timestamp| grammar::is_bounded(timestamp));
        let is_left_out = |part: &Part| bounded.is_some_and(|at| grammar::is_time(part, at));
        for stretch in message.split(is_left_out) {
            let mut piece = Sha256::new();
            let _ = values.feed(stretch, body, &mut |fed| add(&mut piece, fed));
            hash.update(piece.finalize());
        }
    } else {
        let _ = values.feed(message, body, &mut |fed| add(&mut hash, fed));
    }
    Some(Signed { digest: hash.finalize().into(), covers_body })
}

fn add(hash: &mut Sha256, fed: Fed<'_>) {
    // A secret is replaced; what it signed stays the same.
    if let Fed::Bytes(bytes) = fed {
        hash.update(bytes);
    }
}

/// Whether a part tells deliveries apart that have equal bodies.
fn is_beside(scheme: &Scheme, part: &Part) -> bool {
    let time = scheme.data.timestamp.map(|timestamp| timestamp.place);
    match part {
        Part::Header(name) => !matches!(time, Some(TimestampPlace::Header(at)) if at == *name),
        Part::Parameter(name) => !matches!(time, Some(TimestampPlace::Query(at)) if at == *name),
        Part::Query | Part::SortedQuery | Part::Url(_) => {
            !matches!(time, Some(TimestampPlace::Query(_)))
        }
        Part::Method | Part::Path | Part::Id => true,
        Part::Optional(part) => is_beside(scheme, part),
        // They stand in the body, are fixed, or are new with each attempt.
        _ => false,
    }
}
