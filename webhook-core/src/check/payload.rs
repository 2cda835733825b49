//! Whether the types of payloads are the provider's.
//!
//! Types cannot be compared while constants are evaluated, only while traits are selected; and a
//! trait cannot be selected by a name. So an enum of events lists the types of its payloads in a
//! type, [`WebhookEvent::Payloads`], in the order of its names; a constant finds where a name stands
//! ([`Declared::place`]), and [`Nth`] takes the type that stands there.

use std::marker::PhantomData;

use serde::Deserialize;

use super::{Declared, text::position};
use crate::{
    delivery::{RawEvent, Undecoded},
    error::DecodeError,
    event::WebhookEvent,
    handler::Handler,
    provider::Provider,
};

/// How many types a row of [`WebhookEvent::Payloads`] has, and how many rows there are at most. The
/// macros know it as well. What stands beyond is not compared.
const ROW: usize = 24;

/// The row and the column of an event's payload in [`WebhookEvent::Payloads`].
pub type Place = (usize, usize);

impl Declared {
    /// The row and the column of an event's payload; where nothing stands if the provider sends
    /// none of this name, which [`Declared::event`] says.
    pub const fn place(self, name: &str) -> Place {
        let index = position(self.events, name);
        if index < self.events.len() && index < ROW * ROW {
            return (index / ROW, index % ROW);
        }
        (ROW, 0)
    }
}

/// A provider whose events are listed by `events = ..`.
pub trait Sends: Provider {
    /// The enum of its events, if it is one.
    type Events;
}

/// The provider of an enum of events, as [`Sender`].
pub type SenderOf<E> = Sender<<E as WebhookEvent<'static>>::Provider>;

/// The provider of a handler, as [`Sender`].
pub type SenderTo<H> = Sender<<H as Handler>::Provider>;

/// A type that should be a provider.
///
/// `Sender::<P>::payload` is the inherent function if the provider lists its events, and that of
/// [`Unlisted`] if not, also if it is no provider at all: that was said where it is named.
#[derive(Debug)]
pub struct Sender<P>(PhantomData<fn() -> P>);

impl<P: Sends<Events: WebhookEvent<'static>>> Sender<P> {
    /// Compiles if the event that stands at this place comes as a `T`.
    pub fn payload<T, const ROW: usize, const COLUMN: usize>()
    where
        Listed<P>: Nth<ROW, Item: Nth<COLUMN, Item: Sent<T>>>,
        T: Carries<SentAt<P, T, ROW, COLUMN>, P>,
    {
    }
}

/// Stands in for a provider that does not list its events.
pub trait Unlisted {
    /// Compiles: nothing is known about the payload.
    fn payload<T, const ROW: usize, const COLUMN: usize>() {}
}

impl<P> Unlisted for Sender<P> {}

/// The types of a provider's payloads.
type Listed<P> = <<P as Sends>::Events as WebhookEvent<'static>>::Payloads;

/// The type of the payload at a place.
type SentAt<P, T, const ROW: usize, const COLUMN: usize> =
    <<<Listed<P> as Nth<ROW>>::Item as Nth<COLUMN>>::Item as Sent<T>>::Payload;

/// A tuple's element.
pub trait Nth<const INDEX: usize> {
    /// Its type.
    type Item;
}

/// Nothing is listed.
impl<const INDEX: usize> Nth<INDEX> for () {
    type Item = ();
}

macro_rules! tuples {
    ([$($before:tt)*]) => {};
    ([$($before:tt)*] $element:ident $index:literal $($rest:tt)*) => {
        elements!($($before)* $element $index);
        tuples!([$($before)* $element $index] $($rest)*);
    };
}

macro_rules! elements {
    ($($element:ident $index:literal)+) => {
        elements!(($($element)+) $($element $index)+);
        /// What stands in no row.
        impl<$($element),+> Nth<ROW> for ($($element,)+) {
            type Item = ();
        }
    };
    ($all:tt $($element:ident $index:literal)+) => { $(element!($all $element $index);)+ };
}

macro_rules! element {
    (($($all:ident)+) $element:ident $index:literal) => {
        impl<$($all),+> Nth<$index> for ($($all,)+) {
            type Item = $element;
        }
    };
}

tuples! {
    [] A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14 P 15 Q 16 R 17 S 18 T 19
    U 20 V 21 W 22 X 23
}

/// What is listed for one event: `(T,)` if it comes as a `T`, `()` if that is not known.
pub trait Sent<Given> {
    /// What has to be given.
    type Payload;
}

impl<T, Given> Sent<Given> for (T,) {
    type Payload = T;
}

impl<Given> Sent<Given> for () {
    type Payload = Given;
}

/// A type that is the provider's for an event, but for a box around one of them.
#[diagnostic::on_unimplemented(
    message = "`{Provider}` sends `{Payload}` with this event, not `{Self}`",
    label = "not `{Payload}`",
    note = "take `{Payload}`, or a `RawEvent`; if `{Self}` is your own type for it, say so beside the event's name: `own_payload`"
)]
pub trait Carries<Payload, Provider> {}

#[diagnostic::do_not_recommend]
impl<T, P> Carries<T, P> for T {}

#[diagnostic::do_not_recommend]
impl<T, P> Carries<T, P> for Box<T> {}

#[diagnostic::do_not_recommend]
impl<T, P> Carries<Box<T>, P> for T {}

/// A type that the payload of an event can be taken as.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a payload: it does not say how it is read from JSON",
    label = "not `serde::Deserialize`",
    note = "add `#[derive(serde::Deserialize)]` to it, turn on the `serde` feature of the crate that it is from, or take a `RawEvent`"
)]
pub trait Payload<'de>: Sized {
    /// Takes the payload.
    ///
    /// # Errors
    ///
    /// If it is not of this type.
    fn take(from: Undecoded<'_, 'de>) -> Result<Self, DecodeError>;
}

#[diagnostic::do_not_recommend]
impl<'de, T: Deserialize<'de>> Payload<'de> for T {
    fn take(from: Undecoded<'_, 'de>) -> Result<Self, DecodeError> {
        from.payload()
    }
}

impl Payload<'_> for RawEvent {
    fn take(from: Undecoded<'_, '_>) -> Result<Self, DecodeError> {
        from.raw_event()
    }
}

/// The payload of an event.
///
/// # Errors
///
/// If it is not of this type.
pub fn take<'de, T: Payload<'de>>(from: Undecoded<'_, 'de>) -> Result<T, DecodeError> {
    T::take(from)
}
