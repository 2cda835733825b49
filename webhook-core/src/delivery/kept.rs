//! Deliveries as an inbox keeps them: the body as it is, and beside it what the head said.
//!
//! Where event, id and payload stand is not kept: the declaration of the program that reads it says so
//! anew, so that a mended declaration mends what was kept before.

use std::{
    borrow::Cow,
    error::Error,
    fmt,
    sync::{Arc, OnceLock},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Request,
    header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION},
};
use serde::{Deserialize, Serialize};

use super::{Captured, Delivery, Signed};
use crate::{error::BoxError, scheme::Scheme};

/// The form that is written. What has a higher number is of a later version of this crate.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Head<'a> {
    version: u32,
    provider: Cow<'a, str>,
    secret: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    account: Option<Cow<'a, str>>,
    /// Since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signed_at: Option<Duration>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signed: Option<Signed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trusted_id: Option<Cow<'a, str>>,
    /// The headers that name the event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    named: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// What nobody signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

/// That what was kept cannot be read.
#[derive(Debug)]
pub(crate) struct Unreadable(Cow<'static, str>);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "what was kept of the delivery cannot be read: {}", self.0)
    }
}

impl Error for Unreadable {}

impl Delivery {
    /// What an inbox keeps beside the body. Signatures, credentials and the address are no part of it.
    pub(crate) fn kept_head(&self, account: Option<&str>) -> Result<Bytes, BoxError> {
        let head = Head {
            version: VERSION,
            provider: Cow::Borrowed(&self.provider),
            secret: self.secret,
            account: account.map(Cow::Borrowed),
            signed_at: self.signed_at.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok()),
            signed: self.signed,
            id: self.captured.id().map(Cow::Borrowed),
            trusted_id: self.captured.trusted().map(Cow::Borrowed),
            named: self.captured.named().map(|(name, text)| (name.into(), text.into())).collect(),
            headers: self.unsigned_headers(),
        };
        Ok(serde_json::to_vec(&head)?.into())
    }

    fn unsigned_headers(&self) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
        let signature = self.scheme.map_or(&[][..], |scheme| scheme.data.headers);
        let hidden = |name: &HeaderName| {
            [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name)
                || signature.iter().any(|hidden| name.as_str().eq_ignore_ascii_case(hidden))
        };
        let headers = self.head().into_iter().flat_map(|head| &head.headers);
        headers
            .filter(|(name, _)| !hidden(name))
            .filter_map(|(name, value)| Some((name.as_str().into(), value.to_str().ok()?.into())))
            .collect()
    }

    /// The delivery that was kept, and whose account it belongs to.
    pub(crate) fn restore(
        scheme: &'static Scheme,
        head: &[u8],
        body: Bytes,
    ) -> Result<(Self, Option<Arc<str>>), Unreadable> {
        let head: Head<'_> =
            serde_json::from_slice(head).map_err(|error| Unreadable(error.to_string().into()))?;
        if head.version > VERSION {
            return Err(Unreadable("a newer version of webhook-kit wrote it".into()));
        }
        if head.provider != scheme.name() {
            let text = format!("it is of `{}`, not of `{}`", head.provider, scheme.name());
            return Err(Unreadable(text.into()));
        }
        let mut captured = Captured::default();
        if let Some(id) = &head.id {
            captured.keep_id(id.as_bytes(), None);
        }
        captured.keep_trusted_id(head.trusted_id.as_deref().and_then(value).as_ref());
        for (name, text) in &head.named {
            // A header that the declaration names no more says nothing.
            if let (Some(name), Some(value)) = (scheme.header_named(name), value(text)) {
                captured.keep_named(name, &value);
            }
        }
        let mut headers = HeaderMap::new();
        for (name, text) in &head.headers {
            if let (Ok(name), Some(value)) = (HeaderName::try_from(&**name), value(text)) {
                headers.append(name, value);
            }
        }
        let (mut parts, ()) = Request::new(()).into_parts();
        parts.headers = headers;
        let delivery = Self {
            provider: Cow::Borrowed(scheme.data.name),
            scheme: Some(scheme),
            secret: head.secret,
            signed_at: head.signed_at.and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since)),
            body,
            captured,
            signed: head.signed,
            located: OnceLock::new(),
            unsigned: Some(Arc::new(parts)),
            mismatches: OnceLock::new(),
        };
        Ok((delivery, head.account.map(|account| Arc::from(&*account))))
    }
}

fn value(text: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(text).ok()
}
