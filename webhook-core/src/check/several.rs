//! Whether several handlers on one endpoint share the provider's events among them.

use super::{lookup::Lookup, text::Text};
use crate::{handler::Handler, provider::Provider};

/// What several handlers take together: any event if the last one does, else the provider's, which
/// they have to share among them.
#[track_caller]
pub(crate) const fn together<H: Handler>() -> Option<&'static [&'static str]> {
    several::<H>();
    match H::PARTS {
        [.., Some(_)] if !H::Provider::EVENTS.is_empty() => Some(H::Provider::EVENTS),
        _ => None,
    }
}

/// Each event has one handler; one that takes every event stands last.
#[track_caller]
pub(crate) const fn several<H: Handler>() {
    let handlers = H::PARTS;
    if let [Some(names)] = handlers {
        return alone::<H::Provider>(names);
    }
    let mut index = 0;
    while index < handlers.len() {
        match handlers[index] {
            Some(names) => unshared(names, handlers, index),
            None if index + 1 < handlers.len() => {
                Text::new()
                    .push("handler ")
                    .number(index as u64 + 1)
                    .push(" of this endpoint takes every event, those behind it would never run: let it stand last")
                    .fail()
            }
            None => return,
        }
        index += 1;
    }
    all_taken::<H::Provider>(handlers);
}

/// A handler by itself takes every event that the provider sends, or says that it ignores the others.
#[track_caller]
const fn alone<P: Provider>(names: &[&str]) {
    let taken = Lookup::of(names);
    let mut others = 0;
    let mut first = "";
    let mut event = 0;
    while event < P::EVENTS.len() {
        if !taken.has(P::EVENTS[event]) {
            if others == 0 {
                first = P::EVENTS[event];
            }
            others += 1;
        }
        event += 1;
    }
    if others == 0 {
        return;
    }
    let text = Text::new().code(P::SCHEME.data.name).push(" sends ");
    let text = if others == 1 {
        text.push("one more event, ").code(first).push(", which this endpoint")
    } else {
        text.number(others).push(" more events, such as ").code(first).push(", which this endpoint")
    };
    text.push(" would acknowledge unhandled: add handlers, or `ignore_others` to the `#[webhook(..)]` of the handler").fail();
}

/// None of the names has a handler further on.
#[track_caller]
const fn unshared(names: &[&str], handlers: &[Option<&[&str]>], index: usize) {
    let names = Lookup::of(names);
    let mut other = index + 1;
    while other < handlers.len() {
        if let Some(taken) = handlers[other] {
            let mut name = 0;
            while name < taken.len() {
                if names.has(taken[name]) {
                    Text::new()
                        .code(taken[name])
                        .push(" has two handlers on this endpoint, the first would take it: remove one")
                        .fail();
                }
                name += 1;
            }
        }
        other += 1;
    }
}

/// Every event that the provider sends has a handler.
#[track_caller]
const fn all_taken<P: Provider>(handlers: &[Option<&[&str]>]) {
    let mut text = Text::new()
        .push("events of ")
        .code(P::SCHEME.data.name)
        .push(" have no handler on this endpoint: ");
    let mut missing = 0;
    // Handlers stand in tuples of eight at most.
    let mut taken = [const { Lookup::of(&[]) }; 8];
    let mut handler = 0;
    while handler < handlers.len() {
        if let Some(names) = handlers[handler] {
            taken[handler] = Lookup::of(names);
        }
        handler += 1;
    }
    let mut event = 0;
    while event < P::EVENTS.len() {
        let name = P::EVENTS[event];
        let mut handler = 0;
        while handler < handlers.len() && !taken[handler].has(name) {
            handler += 1;
        }
        if handler == handlers.len() {
            text = text.several(name, missing);
            missing += 1;
        }
        event += 1;
    }
    if missing > 0 {
        text.several_end(missing)
            .push("; add handlers, or `ignore_others()` as the last one")
            .fail();
    }
}
