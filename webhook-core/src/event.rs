//! Events: what a delivery tells, by its name.

use serde::de::DeserializeOwned;

use crate::{
    delivery::{Delivery, RawEvent, Undecoded},
    error::DecodeError,
    handler::HandlerError,
    provider::Provider,
};

/// An enum of a provider's events, one variant a name.
///
/// Implemented by `#[derive(WebhookEvent)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of events",
    label = "not an enum of events",
    note = "derive it with `#[derive(WebhookEvent)] #[event(provider = \"..\")]`"
)]
pub trait WebhookEvent<'de>: Sized {
    /// The sender of these events.
    type Provider: Provider;

    /// The names that have a variant of their own.
    const NAMES: &'static [&'static str];

    /// The types of the payloads of [`NAMES`](Self::NAMES), for the compiler to compare: a tuple of
    /// tuples of 24 each, of `(T,)` or, for an event without a payload, `()`.
    #[doc(hidden)]
    type Payloads;

    /// Decodes the event of a delivery, straight into the variant's type; `None` if the enum
    /// ignores events of this name.
    ///
    /// The body is gone through once if the event's name stands before the payload and nothing has
    /// been asked of the delivery yet; else the payload is read after it was found.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the body cannot be read where the provider's declaration needs it to be, or
    /// if the payload is not of the variant's type.
    fn decode(delivery: &'de Delivery) -> Result<Option<Self>, DecodeError> {
        delivery.decode_event(Self::take)
    }

    /// Takes the event of this name.
    #[doc(hidden)]
    fn take(name: Option<&str>, from: Undecoded<'_, 'de>) -> Result<Option<Self>, DecodeError>;
}

/// What the first argument of a handler can be.
///
/// `Via` keeps the kinds apart: an enum of events, a [`RawEvent`], or the whole body as any type
/// that serde can decode.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the event of a handler for `{P}`",
    label = "not an event of this provider",
    note = "the first argument is an enum with `#[derive(WebhookEvent)]` of the same provider, `RawEvent`, or any `serde::de::DeserializeOwned` body"
)]
pub trait FromEvent<'de, P, Via>: Sized {
    /// Decodes the event of an authenticated delivery.
    ///
    /// # Errors
    ///
    /// Stops the delivery's way: it cannot be decoded, or nobody takes it.
    fn from_event(delivery: &'de Delivery) -> Result<Self, HandlerError>;
}

/// Markers that tell the kinds of events apart.
#[allow(unreachable_pub, reason = "they occur in the bounds of public implementations")]
pub mod via {
    #[derive(Debug)]
    pub enum Event {}
    #[derive(Debug)]
    pub enum Raw {}
    #[derive(Debug)]
    pub enum Body {}
}

impl<'de, P, E> FromEvent<'de, P, via::Event> for E
where
    E: WebhookEvent<'de, Provider = P>,
{
    fn from_event(delivery: &'de Delivery) -> Result<Self, HandlerError> {
        E::decode(delivery)?.ok_or(HandlerError::Unhandled)
    }
}

impl<P> FromEvent<'_, P, via::Raw> for RawEvent {
    fn from_event(delivery: &Delivery) -> Result<Self, HandlerError> {
        Ok(delivery.raw_event()?)
    }
}

impl<P, T: DeserializeOwned> FromEvent<'_, P, via::Body> for T {
    fn from_event(delivery: &Delivery) -> Result<Self, HandlerError> {
        // Where the id cannot be looked for, a repetition could not be told.
        delivery.check_readable()?;
        Ok(delivery.decode()?)
    }
}
