//! Signing as a provider would: for tests, and for tools that send genuine deliveries.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use base64ct::{Base64, Encoding as _};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header, request};
use serde_json::Value;

use crate::{
    grammar::{Algorithm, AlgorithmKind, Encoding, FormatPart, JwtContent, Unit},
    keys::Secret,
    request::{Address, decoded, digest_of, encode, encoded, http_date, text_of},
    scheme::{
        Format, KeyId, Part, Piece, Pointer, Scheme, Source, TimestampPlace, Way,
        custom::{Draft, FeedUnder},
    },
    time_source,
    verify::{Fed, Values, is_private_key, key_bytes, sign_token, signature, split_owner, ways_of},
};

/// A delivery that is being made, as the provider would send it.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::{Provider, Secret};
/// # use webhook_kit::{Scheme, scheme::Algorithm};
/// # struct Example;
/// # impl Provider for Example {
/// #     const SCHEME: &'static Scheme = &Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
/// # }
///
/// let request = Example::sign(&Secret::new("a secret"), "{}")
///     .at(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))
///     .request();
/// // `printf '{}' | openssl dgst -sha256 -hmac 'a secret'` says the same.
/// assert_eq!(
///     request.headers()["x-signature"],
///     "c424c6f590d0d71e73c149cf3babaacf68709276ebdf98c4426975d5e07f9397",
/// );
/// ```
#[must_use = "a signing does nothing until `request` or `headers` is called"]
pub struct Signing<'a> {
    scheme: &'static Scheme,
    secret: &'a Secret,
    algorithm: Option<Algorithm>,
    body: Bytes,
    at: SystemTime,
    id: String,
    key_id: Option<String>,
    method: Method,
    uri: Uri,
    url: Option<String>,
    headers: HeaderMap,
}

impl Scheme {
    /// Signs a body as this scheme's sender would: see [`Signing`].
    pub fn sign<'a>(&'static self, secret: &'a Secret, body: impl Into<Bytes>) -> Signing<'a> {
        Signing {
            scheme: self,
            secret,
            algorithm: None,
            body: body.into(),
            at: time_source::now(),
            id: "msg_0000000000".to_owned(),
            key_id: None,
            method: Method::POST,
            uri: Uri::from_static("/"),
            url: None,
            headers: HeaderMap::new(),
        }
    }
}

impl Signing<'_> {
    /// Which of the declared algorithms signs the delivery, where a provider has several; the first
    /// that the secret is for unless it is set.
    pub fn algorithm(mut self, algorithm: Algorithm) -> Self {
        self.algorithm = Some(algorithm);
        self
    }

    /// When the delivery is signed; now, unless it is set.
    pub fn at(mut self, at: SystemTime) -> Self {
        self.at = at;
        self
    }

    /// The delivery's id, for providers that send it in a header.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// The id of the key, or its address, where deliveries name the key that they are signed with.
    /// Without it, one that stands in the request already stays, else one is made up.
    pub fn key_id(mut self, id: impl Into<String>) -> Self {
        self.key_id = Some(id.into());
        self
    }

    /// The address that the request is sent to; `/` unless it is set.
    pub fn uri(mut self, uri: Uri) -> Self {
        self.uri = uri;
        self
    }

    /// The public address of the receiving server, as [`Verifier::url`](crate::Verifier::url)
    /// takes it; that of the request's address unless it is set, else `https://localhost`.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The request's method; `POST` unless it is set.
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// A header of the request, for providers that sign headers of theirs.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// The headers that make the body a genuine delivery, where the scheme needs nothing but
    /// headers: see [`request`](Self::request).
    pub fn headers(&self) -> HeaderMap {
        self.make().0.headers
    }

    /// The whole request: what the scheme puts into the query or into the body stands there.
    pub fn request(self) -> Request<Bytes> {
        let (parts, body) = self.make();
        Request::from_parts(parts, body)
    }

    fn make(&self) -> (request::Parts, Bytes) {
        let (mut parts, ()) = Request::new(()).into_parts();
        parts.method.clone_from(&self.method);
        parts.uri.clone_from(&self.uri);
        let is_form = self.body.first().is_some_and(|byte| !b"{[".contains(byte));
        let content_type = if is_form && self.uses_form() {
            "application/x-www-form-urlencoded"
        } else {
            "application/json"
        };
        parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        parts.headers.extend(self.headers.clone());
        let way = self.way();
        let (said, own) = split_owner(self.scheme, self.secret.expose());
        let own = Secret::new(own);
        let key = key_bytes(&way, &own);
        // A secret that is not of the declared form signs with its own bytes, so that tests can
        // show that such a signature is refused.
        let key = key.as_ref().map_or(own.expose(), |key| key.as_slice());
        if let Some(custom) = self.scheme.custom {
            let mut request = Request::from_parts(parts, self.body.to_vec());
            let url =
                format!("{}{}", self.base(), self.uri.path_and_query().map_or("/", |p| p.as_str()));
            let sign = |algorithm, encoding, message: &FeedUnder<'_>| {
                encoded(&signature(algorithm, key, |feed| message(key, feed)), encoding)
            };
            custom.sign(&mut Draft {
                request: &mut request,
                at: self.at,
                id: &self.id,
                url,
                sign: &sign,
            });
            let (parts, body) = request.into_parts();
            return (parts, body.into());
        }
        let mut draft = Parts { parts, body: self.body.clone() };
        if let Some((source, value)) = way.when {
            draft.make_stand(source, value.unwrap_or("1"));
        }
        if let Some(KeyId::At(source)) = self.scheme.data.public_keys.and_then(|keys| keys.id) {
            match &self.key_id {
                Some(id) => draft.put(source, id),
                None => draft.make_something_stand(source, &self.made_up_key_id()),
            }
        }
        let timestamp = self.timestamp();
        match self.scheme.data.timestamp.map(|timestamp| timestamp.place) {
            Some(TimestampPlace::Header(name)) => draft.put(Source::Header(name), &timestamp),
            Some(TimestampPlace::Query(name)) => draft.put(Source::Query(name), &timestamp),
            Some(TimestampPlace::Form(name)) => draft.put(Source::Form(name), &timestamp),
            Some(TimestampPlace::Json(pointer)) if self.signs_timestamp(pointer) => {
                draft.put(Source::Json(pointer), &timestamp);
            }
            _ => {}
        }
        if let [[Part::Header(name)]] = self.scheme.data.id {
            draft.put(Source::Header(*name), &self.id);
        }
        if let Some((digest, source)) = self.scheme.data.digest {
            let covered =
                self.scheme.data.message.first().is_some_and(|m| m.iter().any(Part::covers_body));
            if !covered || self.uses_form() && !is_form {
                let digest = digest_of(digest, &draft.body);
                draft.put(source, &String::from_utf8_lossy(&digest));
            }
        }
        if way.algorithm.kind() == AlgorithmKind::WebToken {
            return self.with_token(draft, &way);
        }
        let value =
            self.value(&way, &self.signature(&way, &draft, key, said, &timestamp), &timestamp);
        draft.put_signature(self.scheme, &value);
        (draft.parts, draft.body)
    }

    /// The way to sign that was asked for, or the first that the secret is for.
    fn way(&self) -> Way {
        let ways: Vec<Way> = self.scheme.ways().collect();
        let (_, text) = split_owner(self.scheme, self.secret.expose());
        let asked = ways.iter().find(|way| self.algorithm == Some(way.algorithm));
        let own = || match ways_of(&ways, text) {
            Some(served) => served.first().map(|(_, way)| *way),
            None => ways.iter().find(|way| is_private_key(way.algorithm, text)),
        };
        asked.or_else(own).copied().unwrap_or_else(|| self.scheme.way())
    }

    /// Puts a token beside the body, or in its place where the token is the delivery.
    fn with_token(&self, mut draft: Parts, way: &Way) -> (request::Parts, Bytes) {
        let url = Address::new(&self.base()).map(|address| address.url(&draft.parts.uri));
        let url = url.unwrap_or_default();
        let key_id = match self.scheme.data.public_keys.and_then(|keys| keys.id) {
            Some(KeyId::Token) => self.key_id.clone().or_else(|| Some(self.made_up_key_id())),
            _ => None,
        };
        let key_id = key_id.as_deref();
        let token = sign_token(self.scheme, way, self.secret, &draft.body, &url, key_id, self.at);
        let value = self.value(way, &token, "");
        if self.scheme.data.jwt.is_some_and(|token| token.content == JwtContent::Whole) {
            draft.body = match self.scheme.data.signature {
                Some(Source::Json(_)) => Bytes::from_static(b"{}"),
                _ => Bytes::new(),
            };
        }
        draft.put_signature(self.scheme, &value);
        (draft.parts, draft.body)
    }

    /// An id that a key may have; an address on the first host where deliveries name addresses.
    fn made_up_key_id(&self) -> String {
        match self.scheme.data.public_keys.and_then(|keys| keys.hosts.first()) {
            Some(host) if host.contains('/') => format!("https://{}", host.replace('*', "test")),
            Some(host) => format!("https://{}/key.pem", host.replace('*', "test")),
            None => "key-1".to_owned(),
        }
    }

    fn uses_form(&self) -> bool {
        let part = |part: &Part| matches!(part, Part::Field(_) | Part::SortedForm);
        self.scheme.data.message.iter().any(|message| message.iter().any(part))
            || matches!(self.scheme.data.signature, Some(Source::Form(_)))
    }

    /// A timestamp in the body belongs to the body, unless it is a part of the message by itself.
    fn signs_timestamp(&self, pointer: Pointer) -> bool {
        let signed = [Part::Timestamp, Part::Json(pointer)];
        let part = |part: &Part| signed.contains(part);
        self.scheme.data.message.iter().any(|message| message.iter().any(part))
    }

    fn base(&self) -> String {
        match (&self.url, self.uri.scheme_str(), self.uri.authority()) {
            (Some(url), _, _) => url.clone(),
            (None, Some(scheme), Some(authority)) => format!("{scheme}://{authority}"),
            _ => "https://localhost".to_owned(),
        }
    }

    fn timestamp(&self) -> String {
        let unit = self.scheme.data.timestamp.map(|timestamp| timestamp.unit);
        unit.map_or_else(String::new, |unit| timestamp(unit, self.at))
    }

    /// The signature in its text form: that of the first alternative whose parts are all there.
    fn signature(
        &self,
        way: &Way,
        draft: &Parts,
        key: &[u8],
        said: &[u8],
        timestamp: &str,
    ) -> String {
        let scheme = self.scheme;
        match way.algorithm {
            Algorithm::Token => return String::from_utf8_lossy(key).into_owned(),
            Algorithm::Basic => return encoded(key, Encoding::Base64),
            _ => {}
        }
        let address = Address::new(&self.base()).ok();
        let values = Values {
            parts: &draft.parts,
            timestamp: timestamp.as_bytes(),
            id: self.id.as_bytes(),
            address: address.as_ref(),
        };
        let is_object = draft.body.first().is_some_and(|byte| b"{[".contains(byte));
        // A form is signed as a form, and JSON not as one.
        let fits = |message: &&&[Part]| !(is_object && message.contains(&Part::SortedForm));
        let fitting = scheme.data.message.iter().filter(fits);
        for message in fitting.chain(scheme.data.message) {
            let mut fed = Ok(());
            let signature = signature(way.algorithm, key, |feed| {
                fed = values.feed(message, &draft.body, &mut |fed| match fed {
                    Fed::Bytes(data) => feed(data),
                    // Beside a private key it is what the owner says.
                    Fed::Secret if said.is_empty() => feed(key),
                    Fed::Secret => feed(said),
                });
            });
            if fed.is_ok() {
                return encoded(&signature, way.encoding);
            }
        }
        // What cannot be signed is sent with a signature of nothing, and refused.
        String::new()
    }

    /// The signature's value, built as the format says.
    fn value(&self, way: &Way, signature: &str, timestamp: &str) -> String {
        let text = |part: FormatPart| match part {
            FormatPart::Signature => signature,
            FormatPart::Timestamp => timestamp,
            FormatPart::Id => &self.id,
        };
        match way.format {
            Format::Whole { prefix, suffix } => format!("{prefix}{signature}{suffix}"),
            Format::List { separator, items } => {
                let mut elements: Vec<String> = Vec::new();
                if let (Format::List { items: first, .. }, false) =
                    (self.scheme.data.format, way.format == self.scheme.data.format)
                {
                    // What another way leaves to the scheme's own.
                    let others = first.iter().filter(|(_, part)| *part != FormatPart::Signature);
                    elements
                        .extend(others.map(|(prefix, part)| format!("{prefix}{}", text(*part))));
                }
                elements
                    .extend(items.iter().map(|(prefix, part)| format!("{prefix}{}", text(*part))));
                elements.join(&String::from(char::from(separator)))
            }
            Format::Sequence { pieces, .. } => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => text,
                    Piece::Any => "any",
                    Piece::Part(part) => text(*part),
                })
                .collect(),
        }
    }
}

/// A moment as senders write it.
pub(crate) fn timestamp(unit: Unit, at: SystemTime) -> String {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    match unit {
        Unit::Seconds | Unit::Auto => since.as_secs().to_string(),
        Unit::Milliseconds => since.as_millis().to_string(),
        Unit::HttpDate => http_date(at).unwrap_or_default(),
        Unit::Rfc3339 => humantime::format_rfc3339_millis(at).to_string(),
    }
}

/// A request into which a scheme puts what it sends along.
struct Parts {
    parts: request::Parts,
    body: Bytes,
}

impl Parts {
    fn put_numbered(&mut self, name: &'static str, value: &str) {
        if let Ok(name) = HeaderName::from_bytes(name.replace("{n}", "1").as_bytes()) {
            insert(&mut self.parts.headers, name, value);
        }
    }

    /// Puts the signature's value where the scheme has it.
    fn put_signature(&mut self, scheme: &Scheme, value: &str) {
        match (scheme.data.signature, scheme.data.headers.first()) {
            (Some(source), _) => self.put(source, value),
            (None, Some(name)) => self.put_numbered(name, value),
            (None, None) => {}
        }
    }

    /// Puts a value where it does not stand already.
    fn make_stand(&mut self, source: Source, value: &str) {
        let stands = text_of(source, &self.parts, &self.body).ok().flatten();
        if stands.is_none_or(|stands| *stands != *value.as_bytes()) {
            self.put(source, value);
        }
    }

    /// Puts a value where nothing stands.
    fn make_something_stand(&mut self, source: Source, value: &str) {
        if !matches!(text_of(source, &self.parts, &self.body), Ok(Some(_))) {
            self.put(source, value);
        }
    }

    fn put(&mut self, source: Source, value: &str) {
        match source {
            Source::Header(name) => self.put_numbered(name, value),
            Source::Query(name) => {
                let mut uri = self.parts.uri.to_string();
                uri.push(if self.parts.uri.query().is_some() { '&' } else { '?' });
                append(&mut uri, name, value);
                if let Ok(uri) = uri.parse() {
                    self.parts.uri = uri;
                }
            }
            Source::Form(name) => {
                let before = String::from_utf8_lossy(&self.body);
                let mut form = String::new();
                for field in before.split('&').filter(|field| !field.is_empty()) {
                    // A name that stands there twice says nothing.
                    let key = field.split('=').next().unwrap_or_default();
                    if *decoded(key.as_bytes()) != *name.as_bytes() {
                        form.push_str(field);
                        form.push('&');
                    }
                }
                append(&mut form, name, value);
                self.body = form.into();
            }
            Source::Json(pointer) => {
                let Ok(mut document) = serde_json::from_slice(&self.body) else { return };
                put_json(&mut document, pointer.0, value);
                self.body = document.to_string().into();
            }
            Source::HeaderJson(name, pointer) => {
                put_header_json(&mut self.parts.headers, name, pointer, value);
            }
            Source::Body => self.body = value.to_owned().into(),
        }
    }
}

fn append(form: &mut String, name: &str, value: &str) {
    encode(name, form);
    form.push('=');
    encode(value, form);
}

/// Puts a text into the JSON document that a header holds in base64; one is made where none is.
pub(crate) fn put_header_json(
    headers: &mut HeaderMap,
    name: &'static str,
    pointer: Pointer,
    value: &str,
) {
    let before = headers.get(name).and_then(|value| Base64::decode_vec(value.to_str().ok()?).ok());
    let document = before.and_then(|document| serde_json::from_slice(&document).ok());
    let mut document = document.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    put_json(&mut document, pointer.0, value);
    let text = Base64::encode_string(document.to_string().as_bytes());
    insert(headers, HeaderName::from_static(name), &text);
}

/// Puts a text where a pointer leads; objects on the way are made.
fn put_json(document: &mut Value, path: &[&str], value: &str) {
    let mut at = document;
    for segment in path {
        let next = match at {
            Value::Array(items) => {
                segment.parse().ok().and_then(|index: usize| items.get_mut(index))
            }
            Value::Object(members) => Some(
                members.entry(*segment).or_insert_with(|| Value::Object(serde_json::Map::new())),
            ),
            _ => None,
        };
        let Some(next) = next else { return };
        at = next;
    }
    *at = Value::String(value.to_owned());
}

/// A value that is no header value is left out, and the delivery is refused as one that misses it.
fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

impl fmt::Debug for Signing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signing").field("provider", &self.scheme.data.name).finish_non_exhaustive()
    }
}
