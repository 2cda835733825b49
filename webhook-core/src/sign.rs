//! Signing as a provider would: for tests, and for tools that send genuine deliveries.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, header};

use crate::{
    Scheme, Secret,
    grammar::{Encoding, FormatPart, Unit},
    scheme::{Format, Part, TimestampPlace},
    verify::{State, Values, key_bytes},
};

/// A delivery that is being made, as the provider would send it.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use webhook_core::{Provider, Secret};
/// # use webhook_core::{Scheme, scheme::Algorithm};
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
    body: Bytes,
    at: SystemTime,
    id: String,
    method: Method,
    uri: Uri,
}

impl<'a> Signing<'a> {
    pub(crate) fn new(scheme: &'static Scheme, secret: &'a Secret, body: Bytes) -> Self {
        Self {
            scheme,
            secret,
            body,
            at: SystemTime::now(),
            id: "msg_0000000000".to_owned(),
            method: Method::POST,
            uri: Uri::from_static("/"),
        }
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

    /// The address that the request is sent to; `/` unless it is set.
    pub fn uri(mut self, uri: Uri) -> Self {
        self.uri = uri;
        self
    }

    /// The headers that make the body a genuine delivery.
    pub fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let timestamp = self.timestamp();
        if let Some(TimestampPlace::Header(name)) =
            self.scheme.timestamp.map(|timestamp| timestamp.place)
        {
            insert(&mut headers, name, &timestamp);
        }
        if let [[Part::Header(name)]] = self.scheme.id {
            insert(&mut headers, name, &self.id);
        }
        let signature = self.signature(&headers, &timestamp);
        if let Some(name) = self.scheme.headers.first() {
            insert(&mut headers, name, &self.value(&signature, &timestamp));
        }
        headers
    }

    /// The whole request.
    pub fn request(self) -> Request<Bytes> {
        let headers = self.headers();
        let mut request = Request::new(self.body);
        *request.method_mut() = self.method;
        *request.uri_mut() = self.uri;
        *request.headers_mut() = headers;
        request
    }

    fn timestamp(&self) -> String {
        let since = self.at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
        match self.scheme.timestamp.map(|timestamp| timestamp.unit) {
            None => String::new(),
            Some(Unit::Seconds | Unit::Auto) => since.as_secs().to_string(),
            Some(Unit::Milliseconds) => since.as_millis().to_string(),
            Some(Unit::Rfc3339) => humantime::format_rfc3339_millis(self.at).to_string(),
        }
    }

    /// The signature in its text form. A secret that is not of the declared form signs with its own
    /// bytes, so that tests can show that such a signature is refused.
    fn signature(&self, headers: &HeaderMap, timestamp: &str) -> String {
        let key = key_bytes(self.scheme, self.secret);
        let key = key.as_ref().map_or(self.secret.expose(), |key| key.as_slice());
        let (mut parts, ()) = Request::new(()).into_parts();
        parts.method.clone_from(&self.method);
        parts.uri.clone_from(&self.uri);
        parts.headers.clone_from(headers);
        let values =
            Values { parts: &parts, timestamp: timestamp.as_bytes(), id: self.id.as_bytes() };
        let mut signature = Vec::new();
        if let Some(mut state) = State::new(self.scheme.algorithm, key) {
            values.feed(self.scheme.message, &self.body, |data| state.update(data));
            state.finish().write(&mut signature);
        }
        match self.scheme.encoding {
            Encoding::Hex => hex::encode(signature),
            Encoding::Base64 => Base64::encode_string(&signature),
            Encoding::Base64Url => Base64UrlUnpadded::encode_string(&signature),
        }
    }

    /// The value of the signature's header, built as the format says.
    fn value(&self, signature: &str, timestamp: &str) -> String {
        match self.scheme.format {
            Format::Whole { prefix, suffix } => format!("{prefix}{signature}{suffix}"),
            Format::List { separator, items } => {
                let mut value = String::new();
                for (index, (prefix, part)) in items.iter().enumerate() {
                    if index > 0 {
                        value.push(char::from(separator));
                    }
                    value.push_str(prefix);
                    value.push_str(match part {
                        FormatPart::Signature => signature,
                        FormatPart::Timestamp => timestamp,
                        FormatPart::Id => &self.id,
                    });
                }
                value
            }
        }
    }
}

/// Names come from a checked declaration; a value that is no header value is left out, and the
/// delivery is refused as one that misses it.
fn insert(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let (Ok(name), Ok(value)) =
        (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value))
    {
        headers.insert(name, value);
    }
}

impl fmt::Debug for Signing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signing").field("provider", &self.scheme.name).finish_non_exhaustive()
    }
}
