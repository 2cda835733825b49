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
/// only where its own borders are fixed.
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
        let mut piece = Sha256::new();
        for (at, part) in message.iter().enumerate() {
            if grammar::is_fixed_time(message, at, timestamp) {
                hash.update(piece.finalize_reset());
            } else {
                let _ = values.feed(&[*part], body, &mut |fed| add(&mut piece, fed));
            }
        }
        hash.update(piece.finalize());
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

/// Whether the id has the borders that its sender gave it. Where a timestamp alone divides it from the
/// body, it is a word: else it could be the beginning of the body, up to a time that stands there.
pub(super) fn has_borders(scheme: &Scheme, message: &[Part], id: &[u8]) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !grammar::has_word_id(message, scheme.data.timestamp.as_ref()) || id.iter().all(is_word)
}
