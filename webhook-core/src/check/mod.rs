//! What generated code asks the compiler: whether what is written in one place agrees with what a
//! provider declares in another.
//!
//! The macros see one item at a time; only the compiler sees both. So an expansion holds constants
//! such as `const _: () = PROVIDER.algo("sha512");`, and one that is false does not evaluate: its
//! panic is the error that users read, at the token that the constant is spanned to.

// Nothing here runs in a program: an index out of bounds would be an error of the compiler's.
#![allow(clippy::indexing_slicing, clippy::panic, reason = "evaluated while compiling, only")]
#![allow(clippy::large_stack_arrays, reason = "evaluated while compiling, only")]

mod action;
mod agreement;
mod events;
mod features;
mod lookup;
mod payload;
mod several;
mod shape;
mod text;

pub use action::{only_action, with_action};
pub use events::events_are_of;
pub use features::algorithm;
pub use payload::{
    Carries, Nth, Payload, Place, Sender, SenderOf, SenderTo, Sends, Sent, Unlisted, take,
};
pub(crate) use several::{several, together};
pub use shape::{Of, Part, Reads, Shape, Shaped, Unshaped};

use crate::{
    delivery::{Delivery, RawEvent, Undecoded},
    error::DecodeError,
    event::WebhookEvent,
    handler::{Handler, HandlerError},
    provider::Provider,
    scheme::{Algorithm, Scheme},
};

/// What a provider declares, for the constants of an expansion.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    scheme: &'static Scheme,
    events: &'static [&'static str],
}

/// What the provider of an enum of events declares.
///
/// Named by the enum and not by the provider: what is no provider is blamed once, where it stands.
pub const fn of_events<E: WebhookEvent<'static>>() -> Declared {
    of_provider::<E::Provider>()
}

/// What the provider of a handler declares.
pub const fn of_handler<H: Handler>() -> Declared {
    of_provider::<H::Provider>()
}

/// What a provider declares, where nothing but the provider can be named.
pub const fn of_provider<P: Provider>() -> Declared {
    Declared { scheme: P::SCHEME, events: P::EVENTS }
}

/// The name of an event that methods are to be told apart by.
///
/// # Errors
///
/// [`HandlerError::Undecodable`] if the body cannot be read: it must not pass for an event nobody takes.
pub fn event(delivery: &Delivery) -> Result<Option<&str>, HandlerError> {
    delivery.check_readable()?;
    Ok(delivery.event())
}

/// What an event comes to whose payload nobody decodes.
///
/// # Errors
///
/// If it is not JSON where the provider's declaration needs it to be.
pub fn whole<T>(from: Undecoded<'_, '_>, event: T) -> Result<T, DecodeError> {
    from.delivery()?.check_whole().map(|()| event)
}

/// What the variant or the method for all the rest holds.
#[diagnostic::on_unimplemented(
    message = "other events come as a `RawEvent` or as nothing, not as `{Self}`",
    label = "not a `RawEvent`"
)]
pub trait Rest: Sized {
    /// Takes the event as it is.
    ///
    /// # Errors
    ///
    /// If the delivery has no payload where the provider declares one.
    fn take(from: Undecoded<'_, '_>) -> Result<Self, DecodeError>;

    /// The event's name.
    fn name(&self) -> &str;
}

impl Rest for RawEvent {
    fn take(from: Undecoded<'_, '_>) -> Result<Self, DecodeError> {
        from.raw_event()
    }

    fn name(&self) -> &str {
        self.name()
    }
}

/// The payload of the one event that a handler takes.
///
/// # Errors
///
/// [`HandlerError::Unhandled`] if the delivery tells of another event, [`HandlerError::Undecodable`] if the payload
/// is not of this type.
pub fn only<'de, T: Payload<'de>>(delivery: &'de Delivery, name: &str) -> Result<T, HandlerError> {
    let payload =
        delivery.decode_event(
            |event, from| {
                if event == Some(name) { take(from).map(Some) } else { Ok(None) }
            },
        )?;
    payload.ok_or(HandlerError::Unhandled)
}

/// Stands for a provider that could not be read, so that one mistake is one error.
#[derive(Debug)]
pub enum Unknown {}

impl Provider for Unknown {
    const SCHEME: &'static Scheme = &Scheme::new("", Algorithm::HmacSha256, &[]);
}
