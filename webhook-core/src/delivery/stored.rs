//! Deliveries as they are kept: self-contained, so that they can be decoded by another program.

use std::{
    borrow::Cow,
    ops::Range,
    sync::OnceLock,
    time::{Duration, SystemTime},
};

use base64ct::{Base64, Encoding as _};
use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{
    Delivery, Signed,
    located::{Captured, Located, Text},
};

/// The stored form. A body that is UTF-8 stays readable.
#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    provider: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Cow<'a, str>>,
    /// Milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signed_at: Option<u64>,
    secret: usize,
    /// What was signed, where that is not the body alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signed: Option<Signed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    payload: Option<Range<usize>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body_base64: Option<Cow<'a, str>>,
}

/// Everything but what the signature does not cover.
impl Serialize for Delivery {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = std::str::from_utf8(&self.body).ok();
        // What is kept can be told later only if the body can be read as a whole.
        let located = self.check_whole().and_then(|()| self.located()).ok();
        let millis = |at: SystemTime| {
            let since = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
            u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
        };
        Stored {
            provider: Cow::Borrowed(&self.provider),
            event: located.and_then(|_| self.event()).map(Cow::Borrowed),
            id: located.and_then(|_| self.id()).map(Cow::Borrowed),
            signed_at: self.signed_at.map(millis),
            secret: self.secret,
            signed: self.signed,
            payload: located.and_then(|located| located.payload.clone()),
            body: text.map(Cow::Borrowed),
            body_base64: match text {
                Some(_) => None,
                None => Some(Base64::encode_string(&self.body).into()),
            },
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Delivery {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Stored::deserialize(deserializer)?;
        let body: Bytes = match (stored.body, stored.body_base64) {
            (Some(text), None) => text.into_owned().into(),
            (None, Some(base64)) => Base64::decode_vec(&base64)
                .map_err(|_| D::Error::custom("`body_base64` is not base64"))?
                .into(),
            _ => return Err(D::Error::custom("expected `body` or `body_base64`")),
        };
        let text = |text: Cow<'_, str>| Text::Owned(text.into());
        let located = Located {
            event: stored.event.map(text),
            id: stored.id.map(text),
            payload: stored.payload.filter(|range| body.get(range.clone()).is_some()),
            unread: false,
        };
        Ok(Self {
            provider: Cow::Owned(stored.provider.into_owned()),
            scheme: None,
            secret: stored.secret,
            signed_at: stored.signed_at.and_then(|millis| {
                SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))
            }),
            body,
            captured: Captured::default(),
            signed: stored.signed,
            located: OnceLock::from(Ok(located)),
            unsigned: None,
            mismatches: OnceLock::new(),
        })
    }
}
