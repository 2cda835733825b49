//! The borders between the parts of a signed text: which of them whoever has a delivery can move.

use super::{place::TimestampPlace, store::Store, table::Timestamp, template::Part, words::Unit};

/// Whether a border of the part at this place can be moved, because nothing fixes it.
pub(crate) fn is_open_at<O: Store>(
    message: &[Part<O>],
    at: usize,
    timestamp: Option<&Timestamp<O>>,
) -> bool {
    let is_variable = |at: usize| {
        message.get(at).is_some_and(|part| {
            !is_rigid(part)
                && !is_fixed_time(message, at, timestamp)
                && !is_beside_id(message, at, timestamp)
        })
    };
    is_variable(at) && (at.checked_sub(1).is_some_and(is_variable) || is_variable(at + 1))
}

/// Whether the signed text can be divided into its parts in more than one way: two of them touch whose
/// length nothing fixes, or a part has such borders within.
pub fn is_open<O: Store>(message: &[Part<O>], timestamp: Option<&Timestamp<O>>) -> bool {
    let is_variable = |at: usize| {
        message
            .get(at)
            .is_some_and(|part| !is_rigid(part) && !is_fixed_time(message, at, timestamp))
    };
    message.contains(&Part::SortedForm)
        || (0..message.len()).any(|at| is_variable(at) && is_variable(at + 1))
}

/// Whether the part at this place is a timestamp that begins and ends where it does: one character more
/// or less is far from now, and all on one side of it is fixed. In the middle, another time that stands
/// in a neighbour could take its place.
pub fn is_fixed_time<O: Store>(
    message: &[Part<O>],
    at: usize,
    timestamp: Option<&Timestamp<O>>,
) -> bool {
    let mut before = message.iter().take(at);
    let mut after = message.iter().skip(at + 1);
    is_bounded_time(message, at, timestamp) && (before.all(is_rigid) || after.all(is_rigid))
}

/// Whether `{id}` is divided from the rest by a timestamp alone. Then an id has to be a word: letters,
/// digits, `-` and `_`, so that it cannot take in the beginning of a body up to another time.
pub fn has_word_id<O: Store>(message: &[Part<O>], timestamp: Option<&Timestamp<O>>) -> bool {
    (0..message.len()).any(|at| is_beside_id(message, at, timestamp))
}

fn is_beside_id<O: Store>(
    message: &[Part<O>],
    at: usize,
    timestamp: Option<&Timestamp<O>>,
) -> bool {
    let is_id = |at: usize| message.get(at) == Some(&Part::Id);
    is_bounded_time(message, at, timestamp)
        && (at.checked_sub(1).is_some_and(is_id) || is_id(at + 1))
}

/// Whether a part is as long as it is, whoever sends it.
fn is_rigid<O: Store>(part: &Part<O>) -> bool {
    matches!(part, Part::Text(_) | Part::Secret | Part::Digest(_))
}

/// A timestamp that is compared. But `auto` reads three digits more as milliseconds.
fn is_bounded_time<O: Store>(
    message: &[Part<O>],
    at: usize,
    timestamp: Option<&Timestamp<O>>,
) -> bool {
    let (Some(part), Some(timestamp)) = (message.get(at), timestamp) else { return false };
    is_time(part, timestamp) && timestamp.tolerance.is_some() && timestamp.unit != Unit::Auto
}

fn is_time<O: Store>(part: &Part<O>, timestamp: &Timestamp<O>) -> bool {
    match (part, &timestamp.place) {
        (Part::Timestamp, _) => true,
        (Part::Header(name), TimestampPlace::Header(at))
        | (Part::Parameter(name), TimestampPlace::Query(at))
        | (Part::Field(name), TimestampPlace::Form(at)) => name == at,
        (Part::Json(place), TimestampPlace::Json(at)) => place == at,
        _ => false,
    }
}
