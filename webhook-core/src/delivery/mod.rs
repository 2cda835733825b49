//! A delivery that was authenticated.

use std::{
    borrow::Cow,
    fmt,
    sync::{Arc, OnceLock},
    time::SystemTime,
};

use bytes::Bytes;
use http::request;
use serde::{Deserialize, Serialize};

use crate::{
    error::DecodeError,
    idempotency::IdempotencyKey,
    json::{self, JsonError},
    payload::{Mismatch, watched},
    scheme::{Part, Scheme},
};

mod decode;
mod from_json;
mod kept;
mod located;
mod raw_event;
mod stored;
mod unsigned;

pub use self::{decode::Undecoded, raw_event::RawEvent, unsigned::Unsigned};

pub(crate) use self::located::Captured;
use self::{
    from_json::from_json,
    located::{Located, Take},
};

/// What is signed, where that is not the body alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Signed {
    pub(crate) digest: [u8; 32],
    /// Whether it identifies the delivery even if that has an id: nothing in the message says where the
    /// id begins or ends.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) before_id: bool,
}

/// What was authenticated: one request of a provider, whose signature matched.
///
/// Only verification makes a delivery, so whoever holds one need not verify again. It can be
/// serialised, kept, and decoded later; whoever reads one back trusts the place where it was kept.
#[derive(Clone)]
pub struct Delivery {
    provider: Cow<'static, str>,
    /// Where things stand in the body; known as long as the delivery was not stored.
    scheme: Option<&'static Scheme>,
    secret: usize,
    signed_at: Option<SystemTime>,
    body: Bytes,
    captured: Captured,
    /// What was signed, where that is not the body alone.
    signed: Option<Signed>,
    /// Found when it is asked for, once.
    located: OnceLock<Result<Located, JsonError>>,
    unsigned: Option<Arc<request::Parts>>,
    mismatches: OnceLock<Vec<Mismatch>>,
}

impl Delivery {
    /// The delivery whose signature matched.
    pub(crate) fn authenticated(
        scheme: &'static Scheme,
        captured: Captured,
        secret: usize,
        signed_at: Option<SystemTime>,
        body: Bytes,
    ) -> Self {
        Self {
            provider: Cow::Borrowed(scheme.data.name),
            scheme: Some(scheme),
            secret,
            signed_at,
            body,
            captured,
            signed: None,
            located: OnceLock::new(),
            unsigned: None,
            mismatches: OnceLock::new(),
        }
    }

    /// Says what was signed.
    pub(crate) fn set_signed(&mut self, signed: Option<Signed>) {
        self.signed = signed;
    }

    /// Keeps the head of the request without a copy.
    pub(crate) fn with_head(mut self, parts: Arc<request::Parts>) -> Self {
        self.unsigned = Some(parts);
        self
    }

    /// The head of the request, where it was kept.
    pub(crate) fn head(&self) -> Option<&request::Parts> {
        self.unsigned.as_deref()
    }

    /// Keeps the head of the request, for [`unsigned`](Self::unsigned).
    pub fn with_unsigned(mut self, parts: request::Parts) -> Self {
        self.unsigned = Some(Arc::new(parts));
        self
    }

    /// The name of the provider.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// The name of the event, if the delivery names one.
    pub fn event(&self) -> Option<&str> {
        self.located().ok()?.event.as_ref()?.in_body(&self.body)
    }

    /// What identifies the delivery: equal for every attempt of the sender to deliver it, and
    /// covered by the signature, unless the endpoint's owner [trusts another](crate::Endpoint::trust_unsigned_id).
    /// `None` if the provider sends nothing of the kind: then a digest of what was signed identifies it,
    /// [`idempotency_key`](Self::idempotency_key).
    pub fn id(&self) -> Option<&str> {
        self.signed_id().or_else(|| self.captured.trusted())
    }

    fn signed_id(&self) -> Option<&str> {
        // What the head says, or nobody, is known without going through the body.
        match (self.scheme.map(|scheme| scheme.data.id), self.captured.id()) {
            (Some([]), _) => None,
            (Some([[Part::Header(_)]]), Some(id)) => Some(id),
            _ => self.located().ok()?.id.as_ref()?.in_body(&self.body),
        }
    }

    /// Under which name the delivery is handled once: made of its provider, the scope of the endpoint, the
    /// account whose secret matched if there are several, and its id.
    ///
    /// A delivery without an id is identified by what its sender signed: the body in the form that was
    /// authenticated, and whatever of the head is signed. So is one whose id the message does not set apart
    /// (`{id}{header:X-Time}{body}`): whoever has it could cut another id out of the same text. The timestamp is no part of it, because
    /// senders write a new one for each attempt. So two events are one if they are signed alike to the
    /// last byte; a handler that has to see both [allows duplicates](crate::Endpoint::allow_duplicates).
    pub fn idempotency_key(&self, scope: &str, account: Option<&str>) -> IdempotencyKey {
        let key = IdempotencyKey::builder(&self.provider, scope);
        let key = key.part(account.unwrap_or_default().as_bytes());
        let signed = self.signed.as_ref();
        let id = self.id().filter(|_| !signed.is_some_and(|signed| signed.before_id));
        match (id, signed) {
            (Some(id), _) => key.part(b"id").part(id.as_bytes()),
            (None, None) => key.part(b"signed").part(&self.body),
            (None, Some(signed)) => key.part(b"signed").part(&signed.digest),
        }
        .finish()
    }

    /// Whether the signature covers the event's name. Where it does not (GitHub, Shopify: the name
    /// stands in a header; Mailgun: in a body that is not signed), whoever has a genuine delivery can send it once more under another name.
    /// `false` too for a delivery that names no event, or that comes from a store.
    pub fn event_is_signed(&self) -> bool {
        let scheme = self.scheme.filter(|_| self.event().is_some());
        scheme.is_some_and(Scheme::signs_event)
    }

    /// When the sender signed it, if it says so.
    pub fn signed_at(&self) -> Option<SystemTime> {
        self.signed_at
    }

    /// The body: exactly the bytes that the signature covers.
    ///
    /// They are the bytes that were sent, unless the provider's declaration says `body = "json"`
    /// and only their ECMAScript form matched; then they are that form.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Which secret matched: its place among those that the endpoint was made with, from 0.
    pub fn secret(&self) -> usize {
        self.secret
    }

    /// The payload as it was sent, usually JSON text.
    ///
    /// A body that names no event is not of the declared envelope: its payload is the whole body.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the body is not JSON, or if it names an event and the payload is not where
    /// the provider's declaration says.
    pub fn raw_payload(&self) -> Result<&[u8], DecodeError> {
        self.check_whole()?;
        self.unread_payload()
    }

    fn unread_payload(&self) -> Result<&[u8], DecodeError> {
        let located = self.located()?;
        let range = match &located.payload {
            Some(range) => range.clone(),
            None if located.event.is_none() => 0..self.body.len(),
            None => return Err(DecodeError::no_payload().of_event(self.event())),
        };
        Ok(self.body.get(range).unwrap_or_default())
    }

    /// A text at a place of the payload.
    fn text_at(&self, place: &[&str]) -> Result<Option<Cow<'_, str>>, DecodeError> {
        let payload = self.unread_payload()?;
        let mut found = [None];
        json::locate(payload, &[place], &mut found).map_err(DecodeError::json)?;
        let [found] = found;
        Ok(found.and_then(|range| json::text(payload.get(range)?)))
    }

    /// Decodes the payload.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if there is none, or if it is not of this type.
    pub fn payload<'de, T: Deserialize<'de>>(&'de self) -> Result<T, DecodeError> {
        let payload = self.unread_payload()?;
        self.watched(|| from_json(payload)).map_err(|error| error.of_event(self.event()))
    }

    /// Decodes the whole body.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if it is not JSON of this type.
    pub fn decode<'de, T: Deserialize<'de>>(&'de self) -> Result<T, DecodeError> {
        self.watched(|| from_json(&self.body)).map_err(|error| error.of_event(self.event()))
    }

    /// The event without decoding its payload. An event without a payload has the whole body for
    /// one: an unknown event never breaks a delivery.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the body is not JSON where the provider's declaration needs it to be.
    pub fn raw_event(&self) -> Result<RawEvent, DecodeError> {
        self.check_whole()?;
        let payload = self.located()?.payload.clone().unwrap_or(0..self.body.len());
        Ok(RawEvent::new(self.event(), self.body.clone(), payload))
    }

    /// The values of another kind than published that the fields of a `#[payload]` type could not take,
    /// so that these are `None`: of the first decoding that had some, at most 32.
    pub fn mismatches(&self) -> &[Mismatch] {
        self.mismatches.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Decodes something, and keeps its mismatches.
    fn watched<T>(&self, decode: impl FnOnce() -> T) -> T {
        let (decoded, seen) = watched(decode);
        if !seen.is_empty() {
            let _ = self.mismatches.set(seen);
        }
        decoded
    }

    /// What the request carried that the signature does not cover.
    ///
    /// Anybody who can replay a delivery can change it; decide nothing by it.
    pub fn unsigned(&self) -> Unsigned<'_> {
        Unsigned::new(self.unsigned.as_deref())
    }

    /// Whether event, id and payload can be looked for at all.
    pub(crate) fn check_readable(&self) -> Result<(), DecodeError> {
        self.located().map(drop)
    }

    /// Whether the payload can be read as well, which decoding it says otherwise.
    pub(crate) fn check_whole(&self) -> Result<(), DecodeError> {
        if self.located()?.unread {
            json::locate(&self.body, &[], &mut []).map_err(DecodeError::json)?;
        }
        Ok(())
    }

    /// Decodes an event by its name. Where nothing has been looked for yet and the name stands before
    /// the payload, that is done in one pass.
    ///
    /// # Errors
    ///
    /// If the body cannot be read, or what `decode` says.
    pub(crate) fn decode_event<'de, E>(
        &'de self,
        mut decode: impl FnMut(Option<&str>, Undecoded<'_, 'de>) -> Result<Option<E>, DecodeError>,
    ) -> Result<Option<E>, DecodeError> {
        let mut event = None;
        self.look(Some(&mut |name, text| {
            let mut length = None;
            match self.watched(|| decode(name, Undecoded::text(text, &mut length))) {
                Ok(Some(decoded)) if length.is_some() => event = Some(decoded),
                _ => return None,
            }
            length
        }))?;
        // What is wrong with a payload is said by reading it alone.
        if event.is_some() { Ok(event) } else { decode(self.event(), Undecoded::of(self)) }
    }

    fn located(&self) -> Result<&Located, DecodeError> {
        self.look(None)
    }

    fn look<'de>(&'de self, take: Option<&mut Take<'_, 'de>>) -> Result<&'de Located, DecodeError> {
        let located = match (self.located.get(), self.scheme) {
            (Some(located), _) => located,
            (None, Some(scheme)) => {
                let located = Located::find(scheme, &self.captured, &self.body, take);
                self.located.get_or_init(|| located)
            }
            // Deliveries from a store bring what was found with them.
            (None, None) => self.located.get_or_init(|| Ok(Located::default())),
        };
        located.as_ref().map_err(|error| DecodeError::json(error.clone()))
    }
}

impl fmt::Debug for Delivery {
    /// Shows what identifies the delivery, not what it holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery")
            .field("provider", &self.provider)
            .field("event", &self.event())
            .field("id", &self.id())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
