//! Events whose payloads say what was done.

use super::{Payload, take};
use crate::{
    delivery::{Delivery, Undecoded},
    error::DecodeError,
    handler::HandlerError,
};

/// The name that an event is told apart by: that of its action, `pull_request.opened`, if it is one
/// of `taken`, else its own. The payload names the action, `at` a place.
///
/// # Errors
///
/// If the payload cannot be read, or names the action twice.
pub fn with_action<'a>(
    name: Option<&'a str>,
    from: &Undecoded<'_, '_>,
    at: &[&str],
    taken: &[&'static str],
) -> Result<Option<&'a str>, DecodeError> {
    let Some(event) = name else { return Ok(None) };
    // No sender's own name is that of an action: it is nobody's.
    if taken.contains(&event) {
        return Ok(Some(""));
    }
    let of_event = |full: &&'static str| -> Option<(&'static str, &'static str)> {
        Some((*full, full.strip_prefix(event)?.strip_prefix('.')?))
    };
    let mut actions = taken.iter().filter_map(of_event).peekable();
    if actions.peek().is_none() {
        return Ok(name);
    }
    let Some(action) = from.text_at(at)? else { return Ok(name) };
    Ok(actions.find(|(_, known)| *known == action).map_or(name, |(full, _)| Some(full)))
}

/// The payload of the one action that a handler takes.
///
/// # Errors
///
/// [`HandlerError::Unhandled`] if the delivery tells of another event or action, [`HandlerError::Undecodable`] if
/// the payload is not of this type.
pub fn only_action<'de, T: Payload<'de>>(
    delivery: &'de Delivery,
    at: &[&str],
    name: &'static str,
) -> Result<T, HandlerError> {
    let from = Undecoded::of(delivery);
    if with_action(super::event(delivery)?, &from, at, &[name])? != Some(name) {
        return Err(HandlerError::Unhandled);
    }
    Ok(take(from)?)
}
