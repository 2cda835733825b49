//! A verification that is under way while the body arrives.

use std::{borrow::Cow, fmt, time::SystemTime};

use bytes::Bytes;
use http::request;

use super::{
    custom::Asked,
    fetched::Source as KeysFrom,
    head::{Head, read_from},
    key::{self, Fed, States},
    message::Values,
    provable::{Provable, is_provable},
    setup::Setup,
    tokens::Early,
};
use crate::{
    delivery::Delivery,
    grammar::{BodyForm, MessageChoice},
    json,
    rejection::Rejection,
    request::{Body, Moment, digest_of, read_timestamp, text_of},
    scheme::{Part, Source, TimestampPlace, Way, custom::Unverified},
    timer::Timer,
};

/// A verification under way: the head was accepted, the body is arriving.
///
/// Each chunk of a body that comes in several is hashed when it comes. Nothing is known of the
/// delivery before [`finish`](Self::finish) says that it is genuine.
pub struct StreamingVerifier<'a> {
    setup: &'a Setup,
    parts: &'a request::Parts,
    head: Head<'a>,
    token: Option<Early>,
    /// What has been fed of the message, where the body comes in several chunks. One chunk is
    /// hashed as a whole, which needs no state that lasts.
    states: Option<Box<States<'a>>>,
    body: Body,
    body_was_read: bool,
    overflowed: bool,
}

/// The secret that matched, and the message that was signed.
type Matched = (usize, &'static [Part]);

impl<'a> StreamingVerifier<'a> {
    /// Begins with the head.
    pub(crate) fn begin(setup: &'a Setup, parts: &'a request::Parts) -> Result<Self, Rejection> {
        let mut running = Self::new(setup, parts);
        running.read_head()?;
        Ok(running)
    }

    /// Verifies a request that is there as a whole.
    pub(crate) fn verify(
        setup: &'a Setup,
        parts: &'a request::Parts,
        body: Bytes,
    ) -> Result<Delivery, Rejection> {
        let mut running = Self::new(setup, parts);
        running.read_head()?;
        if body.len() > setup.limit {
            return Err(Rejection::BodyTooLarge { limit: setup.limit });
        }
        running.authenticate(body)
    }

    /// The same where its keys come from a source.
    pub(crate) async fn verify_fetching(
        setup: &'a Setup,
        parts: &'a request::Parts,
        body: Bytes,
        source: &KeysFrom,
        timer: &dyn Timer,
    ) -> Result<Delivery, Rejection> {
        let mut running = Self::new(setup, parts);
        running.read_head()?;
        running.push(body);
        running.fetch_by_head(source, timer).await?;
        running.fetch_by_body(source, timer).await?;
        running.conclude()
    }

    /// Nothing is read yet. What is read is put in place: to move it costs as much as to read it.
    #[inline]
    pub(crate) fn new(setup: &'a Setup, parts: &'a request::Parts) -> Self {
        Self {
            setup,
            parts,
            head: Head::new(setup),
            token: None,
            states: None,
            body: Body::default(),
            body_was_read: false,
            overflowed: false,
        }
    }

    /// Reads the head: signatures, timestamp, id.
    #[inline]
    pub(crate) fn read_head(&mut self) -> Result<(), Rejection> {
        let setup = self.setup;
        if setup.scheme.custom.is_some() {
            return Ok(());
        }
        if let Some(tokens) = &setup.tokens {
            // Under no key at all there is nothing to open yet.
            if setup.source.is_none() {
                self.token =
                    tokens.begin(setup.token_place(), self.parts, &self.head.offered.fetched)?;
            }
            return Ok(());
        }
        self.head.read(setup, self.parts)?;
        if setup.plan.may_lack {
            // What the message needs and is not there is refused before the body is read.
            self.values().feed(setup.plan.before, &[], &mut |_| {})?;
        }
        Ok(())
    }

    /// Waits for the keys of the delivery, if its head says which, and they come from a source.
    pub(crate) async fn fetch_by_head(
        &mut self,
        source: &KeysFrom,
        timer: &dyn Timer,
    ) -> Result<(), Rejection> {
        let setup = self.setup;
        if !source.knows_from_head(setup.scheme) {
            return Ok(());
        }
        self.head.offered.fetched =
            source.keys(setup.token_place(), self.parts, &[], timer).await?;
        if let Some(tokens) = &setup.tokens {
            self.token =
                tokens.begin(setup.token_place(), self.parts, &self.head.offered.fetched)?;
        }
        Ok(())
    }

    /// The same where its body says which. What needs no key to be refused is refused first.
    pub(crate) async fn fetch_by_body(
        &mut self,
        source: &KeysFrom,
        timer: &dyn Timer,
    ) -> Result<(), Rejection> {
        let setup = self.setup;
        if self.overflowed || source.knows_from_head(setup.scheme) {
            return Ok(());
        }
        let body = std::mem::take(&mut self.body).into_bytes();
        self.body.push(body.clone());
        if setup.tokens.is_none() {
            self.read_body(&body)?;
            self.body_was_read = true;
        }
        self.head.offered.fetched =
            source.keys(setup.token_place(), self.parts, &body, timer).await?;
        Ok(())
    }

    /// Takes a chunk of the body. A body that outgrows the limit is not kept any further;
    /// [`finish`](Self::finish) refuses it.
    pub fn update(&mut self, chunk: &[u8]) {
        self.push(Bytes::copy_from_slice(chunk));
    }

    /// Takes a chunk of the body without copying it, if it is the only one.
    #[inline]
    pub fn push(&mut self, chunk: Bytes) {
        if !self.takes(chunk.len()) {
            return;
        }
        if self.setup.plan.streams && self.body.len() > 0 {
            self.stream(&chunk);
        }
        self.body.push(chunk);
    }

    /// Feeds a chunk behind others.
    #[cold]
    fn stream(&mut self, chunk: &[u8]) {
        if let Some(states) = &mut self.states {
            return states.update(chunk);
        }
        let mut states = Box::new(States::begin(self.setup.keys()));
        let fed = self.values().feed(self.setup.plan.before, &[], &mut |fed| states.feed(fed));
        // It was there when the head was read. If it were not, the end would say so.
        if fed.is_ok() {
            states.update(self.body.joined());
            states.update(chunk);
            self.states = Some(states);
        }
    }

    /// Whether a chunk of this length still fits. One that does not ends the body.
    #[inline]
    pub(crate) fn takes(&mut self, len: usize) -> bool {
        let fits = self.body.len().checked_add(len).is_some_and(|len| len <= self.setup.limit);
        if self.overflowed || !fits {
            self.overflowed = true;
            self.body = Body::default();
        }
        !self.overflowed
    }

    /// Whether the body has outgrown the limit, so that reading on is useless.
    pub fn is_over_limit(&self) -> bool {
        self.overflowed
    }

    /// Ends the body and compares every signature with that of every secret.
    ///
    /// # Errors
    ///
    /// [`Rejection`] says which check failed.
    pub fn finish(mut self) -> Result<Delivery, Rejection> {
        self.conclude()
    }

    /// Ends the body where it is: nothing of this verification can be used again.
    pub(crate) fn conclude(&mut self) -> Result<Delivery, Rejection> {
        if self.overflowed {
            return Err(Rejection::BodyTooLarge { limit: self.setup.limit });
        }
        let body = std::mem::take(&mut self.body).into_bytes();
        self.authenticate(body)
    }

    fn authenticate(&mut self, mut body: Bytes) -> Result<Delivery, Rejection> {
        let scheme = self.setup.scheme;
        let reads_body = self.setup.plan.reads_body;
        if let Some(custom) = scheme.custom {
            // Nobody knows what code makes of a body: so the body itself has to be no challenge.
            if scheme.proves() && is_provable(&body) {
                return Err(Rejection::Signature);
            }
            let asked = Asked { setup: self.setup, parts: self.parts };
            let evidence = custom.verify(&Unverified::new(self.parts, &body, &asked))?;
            let (secret, signed_at) = evidence.into_parts();
            return Ok(self.authenticated(secret, signed_at, body));
        }
        if let Some(tokens) = &self.setup.tokens {
            let shown = tokens.finish(
                self.token.take(),
                self.setup.token_place(),
                self.parts,
                &body,
                &self.head.offered.fetched,
            )?;
            let body = shown.delivery.unwrap_or(body);
            let moment = self.moment_in_body(&body)?.map(|moment| moment.at);
            let signed_at = moment.or(shown.signed_at);
            return Ok(self.authenticated(shown.secret, signed_at, body));
        }
        if reads_body && !self.body_was_read {
            self.read_body(&body)?;
        }
        if !self.setup.takes_weak {
            let is_strong = |way: Way| !way.algorithm.is_weak();
            self.head.offered.keep(|way| scheme.ways().nth(way).is_some_and(is_strong));
        }
        let mut matched = self.compare_as_sent(&body)?;
        if matched.is_none() && scheme.data.body == BodyForm::Json {
            // Most bodies are in this form already, and have just been compared.
            if let Some(form) = json::ecmascript(&body).filter(|form| body != *form) {
                matched = self.compare(&form)?;
                body = form.into();
            }
        }
        let Some((secret, message)) = matched else { return Err(Rejection::Signature) };
        let signed_at = match self.head.moment {
            Some(moment) => Some(moment.at),
            None if reads_body => self.moment_in_body(&body)?.map(|moment| moment.at),
            None => None,
        };
        let identity = self.setup.identity(message);
        if identity.is_some_and(|identity| !identity.has_borders(self.head.id.text)) {
            return Err(Rejection::Signature);
        }
        let signed = identity.and_then(|identity| identity.signed(&self.values(), &body));
        let mut delivery = self.authenticated(secret, signed_at, body);
        if signed.is_some() {
            delivery.set_signed(signed);
        }
        Ok(delivery)
    }

    fn authenticated(&self, secret: usize, signed_at: Option<SystemTime>, body: Bytes) -> Delivery {
        let captured = self.head.id.captured(self.setup, &self.parts.headers);
        Delivery::authenticated(self.setup.scheme, captured, secret, signed_at, body)
    }

    fn values(&self) -> Values<'_> {
        Values {
            parts: self.parts,
            timestamp: &self.head.timestamp,
            id: self.head.id.text,
            address: self.setup.address.as_deref(),
        }
    }

    /// Reads what verification needs of the body: the signature and the timestamp, where they
    /// stand there.
    fn read_body(&mut self, body: &Bytes) -> Result<(), Rejection> {
        let scheme = self.setup.scheme;
        if let Some(source @ (Source::Form(_) | Source::Json(_))) = scheme.data.signature {
            read_from(self.setup, source, self.parts, body, &mut self.head.offered)?;
        }
        if scheme.data.alternatives.iter().any(|way| way.when.is_some()) {
            self.choose_way(body)?;
        }
        let Some(source) = self.timestamp_in_body() else { return Ok(()) };
        if scheme.data.message.iter().any(|message| message.contains(&Part::Timestamp)) {
            let text = text_of(source, self.parts, body)?.ok_or(Rejection::MissingTimestamp)?;
            self.head.timestamp = Cow::Owned(text.into_owned());
        }
        Ok(())
    }

    /// Where a delivery says in which way it is signed, the others do not count.
    fn choose_way(&mut self, body: &[u8]) -> Result<(), Rejection> {
        let mut meant = Vec::new();
        for way in self.setup.scheme.ways() {
            meant.push(match way.when {
                None => None,
                Some((source, value)) => {
                    let text = text_of(source, self.parts, body)?;
                    let is_it = |text: &[u8]| value.is_none_or(|value| text == value.as_bytes());
                    Some(text.is_some_and(|text| is_it(&text)))
                }
            });
        }
        let wanted = if meant.contains(&Some(true)) { Some(true) } else { None };
        self.head.offered.keep(|way| meant.get(way) == Some(&wanted));
        Ok(())
    }

    /// The message as it came: where it streamed, the states have seen all of it but its end.
    fn compare_as_sent(&mut self, body: &[u8]) -> Result<Option<Matched>, Rejection> {
        let Some(mut states) = self.states.take() else { return self.compare(body) };
        self.values().feed(self.setup.plan.after, body, &mut |fed| states.feed(fed))?;
        // Only a single message streams.
        let message = self.setup.scheme.data.message.first().copied().unwrap_or_default();
        Ok(states.finish(&self.head.offered).map(|secret| (secret, message)))
    }

    /// Each alternative of the message, with this form of the body: the secret that matches, and the
    /// message that was signed under it.
    #[inline]
    fn compare(&self, body: &[u8]) -> Result<Option<Matched>, Rejection> {
        let (scheme, offered) = (self.setup.scheme, &self.head.offered);
        let keys = self.setup.keys();
        if scheme.data.message.is_empty() {
            let secret = key::secret(keys, offered, |_| Ok(()))?;
            return Ok(secret.map(|secret| (secret, &[][..])));
        }
        let mut refused = None;
        let mut compared = false;
        // Who says a digest of the body has not signed the body itself.
        let says_digest = match scheme.data.digest {
            Some((_, source)) => text_of(source, self.parts, body)?.is_some(),
            None => false,
        };
        for message in scheme.data.message {
            if says_digest && message.iter().any(Part::covers_body) {
                continue;
            }
            // The first whose parts are all there is the one that was signed.
            if compared && scheme.data.message_choice == MessageChoice::First {
                break;
            }
            let mut provable = scheme.proves().then(Provable::default);
            let secret = key::secret(keys, offered, |feed| {
                self.values().feed(message, body, &mut |fed| {
                    if let (Some(provable), Fed::Bytes(data)) = (&mut provable, fed) {
                        provable.push(data);
                    }
                    feed(fed);
                })
            });
            let secret = match secret {
                Ok(secret) => secret,
                Err(rejection) => {
                    refused = refused.or(Some(rejection));
                    continue;
                }
            };
            compared = true;
            // What is answered under the signing key is never taken for a delivery.
            if provable.is_some_and(|text| text.is_provable()) {
                continue;
            }
            if !message.iter().any(Part::covers_body) && !self.is_bound(body)? {
                continue;
            }
            if let Some(secret) = secret {
                return Ok(Some((secret, *message)));
            }
        }
        match refused {
            Some(refused) if !compared => Err(refused),
            _ => Ok(None),
        }
    }

    /// Whether a digest that the message covers is that of the body. True where none is declared:
    /// then the declaration says why.
    fn is_bound(&self, body: &[u8]) -> Result<bool, Rejection> {
        let Some((digest, source)) = self.setup.scheme.data.digest else { return Ok(true) };
        let Some(sent) = text_of(source, self.parts, body)? else { return Ok(false) };
        let digest = digest_of(digest, body);
        // Both are public: there is nothing to be learnt from how long this takes.
        Ok(sent.eq_ignore_ascii_case(&digest))
    }

    fn timestamp_in_body(&self) -> Option<Source> {
        match self.setup.scheme.data.timestamp?.place {
            TimestampPlace::Json(pointer) => Some(Source::Json(pointer)),
            TimestampPlace::Form(name) => Some(Source::Form(name)),
            TimestampPlace::Header(_) | TimestampPlace::Format | TimestampPlace::Query(_) => None,
        }
    }

    /// A timestamp in the body is read when the body is known to be genuine.
    fn moment_in_body(&self, body: &[u8]) -> Result<Option<Moment>, Rejection> {
        let Some(source) = self.timestamp_in_body() else { return Ok(None) };
        let Some(declared) = self.setup.scheme.data.timestamp else { return Ok(None) };
        let text = text_of(source, self.parts, body).ok().flatten();
        let moment = text.and_then(|text| read_timestamp(&text, declared.unit));
        match (moment, self.setup.tolerance()) {
            (Some(moment), Some(tolerance)) => {
                moment.check(self.setup.clock.now(), tolerance)?;
                Ok(Some(moment))
            }
            (None, Some(_)) => Err(Rejection::MissingTimestamp),
            (moment, None) => Ok(moment),
        }
    }
}

impl fmt::Debug for StreamingVerifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamingVerifier")
            .field("provider", &self.setup.scheme.data.name)
            .field("received", &self.body.len())
            .finish_non_exhaustive()
    }
}
