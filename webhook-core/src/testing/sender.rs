//! A provider in a test, and the genuine deliveries that it sends.

use std::{fmt, time::SystemTime};

use base64ct::{Base64, Encoding as _};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::clock::TestClock;
use crate::{
    clock::Clock,
    grammar::{Algorithm, KeyForm},
    keys::Secret,
    place::Draft,
    provider::Provider,
    scheme::{Part, Pointer, Scheme, Source, TimestampPlace},
};

/// A body that a provider sends, for [`Sender::samples`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleBody {
    /// What it is called.
    pub name: &'static str,
    /// The name of its event; empty where the body names none.
    pub event: &'static str,
    /// The body.
    pub body: &'static str,
}

/// A payload that was made up, for [`Sender::with_maker`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadePayload {
    /// The event's name, as the provider sends it.
    pub event: String,
    /// The payload, as JSON.
    pub payload: String,
}

/// Makes up the payload of an event: of a provider, by the event's name and a seed.
pub type Maker = fn(&str, &str, u64) -> Option<MadePayload>;

/// A provider in a test: it shares a secret and a clock with the endpoint that is tested, and sends
/// it genuine deliveries, and others.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::{Provider, testing::{Sender, Tamper}};
/// # use webhook_kit::{Scheme, scheme::Algorithm};
/// # struct Example;
/// # impl Provider for Example {
/// #     const SCHEME: &'static Scheme = &Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
/// # }
///
/// let sender = Sender::of::<Example>();
/// let verifier = Example::SCHEME.verifier(sender.secret())?.clock(sender.clock());
///
/// let genuine = sender.body(r#"{"paid":true}"#);
/// let (parts, body) = genuine.request().into_parts();
/// assert!(verifier.verify(&parts, body).is_ok());
///
/// let tampered = genuine.tampered(Tamper::BodyByte).expect("there is a body");
/// let (parts, body) = tampered.request.into_parts();
/// assert!(verifier.verify(&parts, body).is_err());
/// # Ok::<(), webhook_kit::SetupError>(())
/// ```
#[derive(Clone)]
pub struct Sender {
    scheme: &'static Scheme,
    secret: Secret,
    clock: TestClock,
    url: Option<String>,
    samples: Vec<SampleBody>,
    maker: Option<Maker>,
    seed: u64,
}

impl Sender {
    /// The provider of a type, with a secret of the form that it needs.
    pub fn of<P: Provider>() -> Self {
        Self::new(P::SCHEME)
    }

    /// The provider of a scheme, with a secret of the form that it needs.
    pub fn new(scheme: &'static Scheme) -> Self {
        Self {
            scheme,
            secret: secret_for(scheme, "a secret for tests alone"),
            clock: TestClock::default(),
            url: None,
            samples: Vec::new(),
            maker: None,
            seed: 0,
        }
    }

    /// Signs with this secret.
    pub fn with_secret(mut self, secret: Secret) -> Self {
        self.secret = secret;
        self
    }

    /// Signs at the time of this clock.
    pub fn with_clock(mut self, clock: TestClock) -> Self {
        self.clock = clock;
        self
    }

    /// Sends to this public address, for providers that sign it: what
    /// [`Verifier::url`](crate::Verifier::url) is told. `https://localhost` unless it is set.
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Bodies that are sent for events.
    pub fn with_samples(mut self, samples: impl IntoIterator<Item = SampleBody>) -> Self {
        self.samples.extend(samples);
        self
    }

    /// Makes up the payloads of events that it has no body for.
    pub fn with_maker(mut self, maker: Maker) -> Self {
        self.maker = Some(maker);
        self
    }

    /// Makes up other payloads: each seed has its own, and the same ones each time. 0 unless it is
    /// set.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// How it signs.
    pub fn scheme(&self) -> &'static Scheme {
        self.scheme
    }

    /// The secret that it signs with: what the endpoint is made of.
    pub fn secret(&self) -> Secret {
        self.secret.clone()
    }

    /// The clock that it signs by: what the endpoint is to go by.
    pub fn clock(&self) -> TestClock {
        self.clock.clone()
    }

    /// The public address that it sends to.
    pub fn url(&self) -> &str {
        self.url.as_deref().unwrap_or("https://localhost")
    }

    /// The bodies that it has for events.
    pub fn samples(&self) -> &[SampleBody] {
        &self.samples
    }

    /// A delivery of this body.
    pub fn body(&self, body: impl Into<Bytes>) -> Genuine {
        Genuine {
            sender: self.clone(),
            body: body.into(),
            at: None,
            id: None,
            event: None,
            is_made_up: false,
            uri: Uri::from_static("/"),
            headers: HeaderMap::new(),
        }
    }

    /// A delivery of the sample of this name.
    pub fn sample(&self, name: &str) -> Option<Genuine> {
        let sample = self.samples.iter().find(|sample| sample.name == name)?;
        let genuine = self.body(sample.body);
        Some(if sample.event.is_empty() { genuine } else { genuine.event(sample.event) })
    }

    /// A delivery of this event: its sample, if there is one; else a payload that is made up of what the
    /// provider publishes, if something is known of it ([`Genuine::is_made_up`]); else a body that says
    /// no more than its name.
    pub fn event(&self, name: &str) -> Genuine {
        let exact = self.samples.iter().find(|sample| sample.name == name);
        let sample = exact.or_else(|| self.samples.iter().find(|sample| sample.event == name));
        if let Some(sample) = sample {
            return self.body(sample.body).event(sample.event);
        }
        let made = self.maker.and_then(|maker| maker(self.scheme.name(), name, self.seed));
        if let Some(MadePayload { event, payload }) = made {
            let mut genuine = self.body(enveloped(self.scheme, payload)).event(event);
            genuine.is_made_up = true;
            return genuine;
        }
        self.body(least_body(self.scheme)).event(name)
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").field("provider", &self.scheme.data.name).finish_non_exhaustive()
    }
}

/// A genuine delivery, as its provider would send it.
#[derive(Debug, Clone)]
pub struct Genuine {
    pub(super) sender: Sender,
    pub(super) body: Bytes,
    at: Option<SystemTime>,
    id: Option<String>,
    event: Option<String>,
    is_made_up: bool,
    uri: Uri,
    headers: HeaderMap,
}

impl Genuine {
    /// Whether its payload was made up, of what the provider publishes about it: it has the right form,
    /// and means nothing.
    pub fn is_made_up(&self) -> bool {
        self.is_made_up
    }

    /// With this value at a place of the payload, a JSON pointer; what is missing on the way to it is
    /// added as objects. The body is written anew.
    ///
    /// # Panics
    ///
    /// If the body is not JSON, if there is no payload in it, or if something else than an object or a
    /// list stands on the way.
    #[allow(clippy::panic, reason = "a test that cannot be as it was written fails")]
    pub fn with(mut self, pointer: &str, value: impl Serialize) -> Self {
        let payload = self.sender.scheme.payload().first().map_or(&[][..], |payload| payload.0);
        let written = overridden(&self.body, payload, pointer, value);
        match written {
            Some(body) => self.body = body,
            None => panic!("nothing can be put at `{pointer}` of this payload"),
        }
        self
    }

    /// Signed at this time instead of the clock's.
    pub fn at(mut self, at: SystemTime) -> Self {
        self.at = Some(at);
        self
    }

    /// With this id: in a header or in the body, as the provider sends it. Where what identifies a
    /// delivery is made of several things, it is the last of those that stand in the body.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// With this event's name where the provider names events: in the body, in a header, or as the
    /// template of both says.
    pub fn event(mut self, name: impl Into<String>) -> Self {
        self.event = Some(name.into());
        self
    }

    /// Sent to this path and query; to `/` unless it is set.
    pub fn uri(mut self, uri: Uri) -> Self {
        self.uri = uri;
        self
    }

    /// With this header, for providers that sign headers of theirs.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// When it is signed.
    pub(super) fn signed_at(&self) -> SystemTime {
        self.at.unwrap_or_else(|| self.sender.clock.now())
    }

    /// The same, signed with another secret.
    pub(super) fn with_secret(mut self, secret: Secret) -> Self {
        self.sender.secret = secret;
        self
    }

    /// The request.
    pub fn request(&self) -> Request<Bytes> {
        let scheme = self.sender.scheme;
        let mut draft = self.unsigned();
        self.write_time(&mut draft);
        let mut signing = scheme
            .sign(&self.sender.secret, draft.body)
            .at(self.signed_at())
            .uri(draft.parts.uri)
            .url(self.sender.url());
        if let Some(id) = &self.id {
            signing = signing.id(id);
        }
        for (name, value) in draft.parts.headers {
            if let Some(name) = name {
                signing = signing.header(name, value);
            }
        }
        signing.request()
    }

    /// What is signed: the body with event and id, and the headers that are set.
    fn unsigned(&self) -> Draft {
        let scheme = self.sender.scheme;
        let mut request = Request::new(self.body.clone());
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = self.headers.clone();
        let mut draft = Draft::of(request);
        if let (Some(parts), Some(event)) = (scheme.data.event_type.first(), &self.event) {
            assign(&mut draft, parts, event);
        }
        let in_body = |part: &&Part| matches!(part, Part::Json(_) | Part::Field(_));
        let place = scheme.data.id.first().and_then(|parts| parts.iter().rfind(in_body));
        if let (Some(part), Some(id)) = (place, &self.id) {
            assign(&mut draft, &[*part], id);
        }
        self.write_head(&mut draft);
        draft
    }

    /// What else of the head is signed, the provider sends along.
    fn write_head(&self, draft: &mut Draft) {
        let scheme = self.sender.scheme;
        let Some(message) = scheme.data.message.first() else { return };
        let own = |name: &'static str| {
            name == "content-type"
                || scheme.data.id == [[Part::Header(name)]]
                || matches!(scheme.data.timestamp.map(|t| t.place), Some(TimestampPlace::Header(at)) if at == name)
                || matches!(scheme.data.digest, Some((_, Source::Header(at))) if at == name)
        };
        let own_parameter = |name: &str| {
            matches!(scheme.data.timestamp.map(|t| t.place), Some(TimestampPlace::Query(at)) if at == name)
                || matches!(scheme.data.digest, Some((_, Source::Query(at))) if at == name)
        };
        for part in *message {
            let source = match part {
                Part::Header(name) if !own(name) => Source::Header(*name),
                Part::Parameter(name) if !own_parameter(name) => Source::Query(*name),
                _ => continue,
            };
            if draft.read(source).is_none() {
                draft.write(source, "test");
            }
        }
    }

    /// A timestamp in the body belongs to it, and is the sender's to write.
    fn write_time(&self, draft: &mut Draft) {
        let Some(timestamp) = self.sender.scheme.data.timestamp else { return };
        let source = match timestamp.place {
            TimestampPlace::Json(pointer) => Source::Json(pointer),
            // Signing adds its own.
            TimestampPlace::Form(name) => {
                draft.remove(Source::Form(name));
                return;
            }
            _ => return,
        };
        if timestamp.tolerance.is_some() || self.at.is_some() {
            draft.write(source, &crate::sign::timestamp(timestamp.unit, self.signed_at()));
        }
    }
}

/// Writes a name into the places that a template says, each up to the text that follows it. What is
/// there already stays as it is written.
fn assign(draft: &mut Draft, template: &[Part], name: &str) {
    let mut rest = name;
    let mut parts = template.iter().peekable();
    while let Some(part) = parts.next() {
        let source = match part {
            Part::Text(text) => {
                rest = rest.strip_prefix(text).unwrap_or(rest);
                continue;
            }
            Part::Header(name) => Source::Header(*name),
            Part::Json(pointer) => Source::Json(*pointer),
            Part::Field(name) => Source::Form(*name),
            _ => continue,
        };
        let value = match parts.peek() {
            Some(Part::Text(end)) => rest.split_once(end).map_or(rest, |(value, _)| value),
            _ => rest,
        };
        rest = rest.strip_prefix(value).unwrap_or_default();
        if draft.read(source).as_deref() != Some(value) {
            draft.write(source, value);
        }
    }
}

/// A body with this payload where the provider has it.
fn enveloped(scheme: &Scheme, payload: String) -> Bytes {
    let place = scheme.payload().first().map_or(&[][..], |payload| payload.0);
    let body = place
        .iter()
        .rev()
        .fold(payload, |inner, name| format!("{{{}:{inner}}}", Value::from(*name)));
    body.into()
}

/// A body with a value at a place of its payload.
fn overridden(
    body: &[u8],
    payload: &[&str],
    pointer: &str,
    value: impl Serialize,
) -> Option<Bytes> {
    let mut document: Value = serde_json::from_slice(body).ok()?;
    let mut at = &mut document;
    for name in payload {
        at = at.get_mut(name)?;
    }
    if !pointer.is_empty() {
        for name in pointer.strip_prefix('/')?.split('/') {
            let name = name.replace("~1", "/").replace("~0", "~");
            at = match at {
                Value::Array(items) => items.get_mut(name.parse::<usize>().ok()?)?,
                Value::Object(members) => {
                    members.entry(name).or_insert_with(|| Value::Object(serde_json::Map::new()))
                }
                Value::Null => {
                    *at = Value::Object(serde_json::Map::new());
                    at.as_object_mut()?.entry(name).or_insert(Value::Null)
                }
                _ => return None,
            };
        }
    }
    *at = serde_json::to_value(value).ok()?;
    Some(document.to_string().into())
}

/// A body that has what the message needs, and nothing else.
fn least_body(scheme: &Scheme) -> Bytes {
    let mut draft = Draft::of(Request::new(Bytes::from_static(b"{}")));
    let message = scheme.data.message.first().copied().unwrap_or_default();
    let is_form = message.iter().any(|part| matches!(part, Part::Field(_) | Part::SortedForm))
        || matches!(scheme.data.signature, Some(Source::Form(_)))
        || scheme.data.event_type.first().is_some_and(|parts| matches!(parts, [Part::Field(_)]));
    if is_form {
        draft.body = Bytes::from_static(b"for=tests");
    }
    // A text that a handshake may be answered with under the key is no delivery: this one is none.
    let value = if scheme.proves() { "a test" } else { "test" };
    for part in message {
        match part {
            Part::Json(pointer) => draft.write(Source::Json(*pointer), value),
            Part::Field(name) => draft.write(Source::Form(*name), value),
            _ => None,
        };
    }
    if !is_form {
        // A payload that holds the event's name becomes an object when that is written.
        let event = scheme.data.event_type.first().copied().unwrap_or_default();
        let is_within = |payload: &Pointer, part: &Part| match part {
            Part::Json(pointer) => pointer.0.starts_with(payload.0),
            _ => false,
        };
        let payload = scheme.data.payload.first().filter(|payload| {
            !payload.0.is_empty()
                && !event.iter().chain(message).any(|part| is_within(payload, part))
        });
        if let Some(payload) = payload {
            draft.write(Source::Json(*payload), "test");
        }
    }
    draft.body
}

/// A secret of the form that a scheme needs, made of a text.
pub fn secret_for(scheme: &Scheme, text: &str) -> Secret {
    let bytes = Sha256::digest(text);
    let prefix = scheme.data.secret_prefix;
    Secret::new(match scheme.data.secret_encoding {
        _ if scheme.data.algorithm == Algorithm::Basic => format!("user:{text}"),
        KeyForm::Utf8 | KeyForm::Nfkd => format!("{prefix}{text}"),
        KeyForm::Hex => format!("{prefix}{}", hex::encode(bytes)),
        KeyForm::Base64 | KeyForm::Base64IfPrefixed => {
            format!("{prefix}{}", Base64::encode_string(&bytes))
        }
    })
}
