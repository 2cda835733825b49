//! What identifies a delivery that has no id: a digest of what its sender signed.

use sha2::{Digest as _, Sha256};

use super::{key::Fed, message::Values};
use crate::{
    delivery::Signed,
    scheme::{Part, Scheme, TimestampPlace},
};

/// A digest of what was signed in this form of the message beside the body; `None` where that is the
/// body alone.
///
/// What a retry changes is no part of it: the timestamp. But where the body is not signed, the whole
/// signed text is, with nothing between its parts: whoever moved their borders would sign the same, and
/// gets the same digest. So it is of a form whose fields are signed without what stands between them.
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
    let is_form = message.iter().any(|part| matches!(part, Part::SortedForm));
    let covers_body =
        !is_form && (message.iter().any(Part::covers_body) || scheme.data.digest.is_some());
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
