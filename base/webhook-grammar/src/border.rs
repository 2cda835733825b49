//! The borders between the parts of a signed text: which of them whoever has a delivery can move.

use super::{place::TimestampPlace, store::Store, table::Timestamp, template::Part, words::Unit};

/// Whether a border of the part at this place can be moved, because nothing fixes it.
pub(crate) fn is_open_at<O: Store>(
    message: &[Part<O>],
    at: usize,
    timestamp: Option<&Timestamp<O>>,
) -> bool {
    let is_variable = |at: Option<usize>| {
        at.and_then(|at| message.get(at)).is_some_and(|part| !is_fixed(part, timestamp))
    };
    is_variable(Some(at)) && (is_variable(at.checked_sub(1)) || is_variable(at.checked_add(1)))
}

/// Whether the signed text can be divided into its parts in more than one way: two of them touch whose
/// length nothing fixes, or a part has such borders within.
pub fn is_open<O: Store>(message: &[Part<O>], timestamp: Option<&Timestamp<O>>) -> bool {
    message.iter().any(|part| matches!(part, Part::SortedForm))
        || message.windows(2).any(|two| two.iter().all(|part| !is_fixed(part, timestamp)))
}

/// Whether a part begins and ends where it does, whatever touches it.
fn is_fixed<O: Store>(part: &Part<O>, timestamp: Option<&Timestamp<O>>) -> bool {
    match part {
        Part::Text(_) | Part::Secret | Part::Digest(_) => true,
        part => {
            timestamp.is_some_and(|timestamp| is_time(part, timestamp) && is_bounded(timestamp))
        }
    }
}

/// Whether the part is the timestamp.
pub fn is_time<O: Store>(part: &Part<O>, timestamp: &Timestamp<O>) -> bool {
    match (part, &timestamp.place) {
        (Part::Timestamp, _) => true,
        (Part::Header(name), TimestampPlace::Header(at))
        | (Part::Parameter(name), TimestampPlace::Query(at))
        | (Part::Field(name), TimestampPlace::Form(at)) => name == at,
        (Part::Json(place), TimestampPlace::Json(at)) => place == at,
        _ => false,
    }
}

/// Whether a timestamp with one character more or less is far from now, or no timestamp: where it is
/// compared. But `auto` reads three digits more as milliseconds.
pub fn is_bounded<O: Store>(timestamp: &Timestamp<O>) -> bool {
    timestamp.tolerance.is_some() && timestamp.unit != Unit::Auto
}
