//! Typed decoding of authenticated JSON.

use std::borrow::Cow;

use serde::de::{Deserialize, IgnoredAny};

use super::{Delivery, RawEvent};
use crate::error::DecodeError;

/// What an event's payload is taken from.
#[derive(Debug)]
pub struct Undecoded<'s, 'de>(Form<'s, 'de>);

#[derive(Debug)]
enum Form<'s, 'de> {
    /// A delivery of which is known what stands where.
    Delivery(&'de Delivery),
    /// A text that begins with the payload, while the body is gone through.
    Text {
        text: &'de str,
        /// How many bytes the payload has, once it has been read.
        length: &'s mut Option<usize>,
    },
}

impl<'s, 'de> Undecoded<'s, 'de> {
    /// A delivery.
    pub fn of(delivery: &'de Delivery) -> Self {
        Self(Form::Delivery(delivery))
    }

    pub(crate) fn text(text: &'de str, length: &'s mut Option<usize>) -> Self {
        Self(Form::Text { text, length })
    }

    /// The delivery.
    ///
    /// # Errors
    ///
    /// If there is none yet: nobody sees this error, and the payload is taken again from the delivery.
    pub(crate) fn delivery(self) -> Result<&'de Delivery, DecodeError> {
        match self.0 {
            Form::Delivery(delivery) => Ok(delivery),
            Form::Text { .. } => Err(DecodeError::no_payload()),
        }
    }

    /// A text at a place of the payload.
    ///
    /// # Errors
    ///
    /// If there is no delivery yet, as [`delivery`](Self::delivery) says; if the payload cannot be read,
    /// or the place is there twice.
    pub(crate) fn text_at(&self, place: &[&str]) -> Result<Option<Cow<'de, str>>, DecodeError> {
        match &self.0 {
            Form::Delivery(delivery) => delivery.text_at(place),
            Form::Text { .. } => Err(DecodeError::no_payload()),
        }
    }

    /// Decodes the payload.
    ///
    /// # Errors
    ///
    /// If there is none, or if it is not of this type.
    #[inline]
    pub(crate) fn payload<T: Deserialize<'de>>(self) -> Result<T, DecodeError> {
        match self.0 {
            Form::Delivery(delivery) => delivery.payload(),
            Form::Text { text, length } => {
                let mut json = serde_json::Deserializer::from_str(text);
                let payload = T::deserialize(&mut json).map_err(DecodeError::of_type);
                // A type that reads nothing has not found out where the payload ends.
                *length = match json.into_iter::<IgnoredAny>().byte_offset() {
                    0 => None,
                    read => Some(read),
                };
                payload
            }
        }
    }

    /// The event as it is.
    ///
    /// # Errors
    ///
    /// If the body cannot be read.
    pub(crate) fn raw_event(self) -> Result<RawEvent, DecodeError> {
        self.delivery()?.raw_event()
    }
}
