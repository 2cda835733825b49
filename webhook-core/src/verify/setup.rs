//! What is prepared once: keys, header names, limits.

use std::{fmt, sync::Arc, time::Duration};

use base64ct::{Base64Unpadded, Encoding as _};
use zeroize::Zeroizing;

use super::{
    DEFAULT_LIMIT,
    headers::Header,
    key::{State, States},
};
use crate::{
    Clock, Scheme, Secret, Secrets, SetupError,
    grammar::KeyForm,
    scheme::{Part, TimestampPlace},
    secret::is_blank,
};

/// Everything that verification needs and that does not change from delivery to delivery.
#[derive(Clone)]
pub(crate) struct Setup {
    pub(crate) scheme: &'static Scheme,
    pub(crate) limit: usize,
    /// Set by the user; else the scheme's own holds.
    pub(crate) tolerance: Option<Duration>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(super) signature: Vec<Header>,
    pub(super) timestamp: Option<Header>,
    pub(super) id: Option<Header>,
    keys: Vec<State>,
}

impl Setup {
    pub(crate) fn new(
        scheme: &'static Scheme,
        secrets: &Secrets,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, SetupError> {
        if secrets.is_empty() {
            return Err(SetupError::new(format!(
                "`{}` needs a secret: none was given",
                scheme.name
            )));
        }
        let keys = secrets
            .iter()
            .enumerate()
            .map(|(index, secret)| prepare(scheme, secret, index))
            .collect::<Result<_, _>>()?;
        let signature =
            scheme.headers.iter().map(|name| Header::new(name)).collect::<Result<_, _>>()?;
        let timestamp = match scheme.timestamp.map(|timestamp| timestamp.place) {
            Some(TimestampPlace::Header(name)) => Some(Header::new(name)?),
            _ => None,
        };
        let id = match scheme.id {
            [[Part::Header(name)]] if scheme.signs_id() => Some(Header::new(name)?),
            _ => None,
        };
        Ok(Self {
            scheme,
            limit: DEFAULT_LIMIT,
            tolerance: None,
            clock,
            signature,
            timestamp,
            id,
            keys,
        })
    }

    /// How far a signed timestamp may be from now.
    pub(super) fn tolerance(&self) -> Option<Duration> {
        let timestamp = self.scheme.timestamp?;
        let declared = timestamp.tolerance?;
        Some(self.tolerance.unwrap_or(declared))
    }

    /// Fresh states of all keys, to be fed with a message.
    pub(super) fn states(&self) -> Option<States> {
        States::of(self.keys.iter().cloned())
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("scheme", &self.scheme.name).finish_non_exhaustive()
    }
}

fn prepare(scheme: &Scheme, secret: &Secret, index: usize) -> Result<State, SetupError> {
    let name = scheme.name;
    if is_blank(secret.expose()) {
        return Err(SetupError::new(format!(
            "secret {index} of `{name}` is blank: anybody could sign with it"
        )));
    }
    let key = key_bytes(scheme, secret).ok_or_else(|| {
        SetupError::new(format!("secret {index} of `{name}` is not {}", scheme.key.word()))
    })?;
    State::new(scheme.algorithm, &key)
        .ok_or_else(|| SetupError::new(format!("secret {index} of `{name}` cannot be a key")))
}

/// The bytes of the key that a secret's text stands for; `None` if it is not of that form.
pub(crate) fn key_bytes(scheme: &Scheme, secret: &Secret) -> Option<Zeroizing<Vec<u8>>> {
    let text = secret.expose();
    let text = text.strip_prefix(scheme.key_prefix.as_bytes()).unwrap_or(text);
    let key = match scheme.key {
        KeyForm::Utf8 => Some(text.to_vec()).filter(|text| !is_blank(text)),
        KeyForm::Hex => hex::decode(text).ok(),
        KeyForm::Base64 => {
            let unpadded = std::str::from_utf8(text).ok()?.trim_end_matches('=');
            Base64Unpadded::decode_vec(unpadded).ok()
        }
    };
    // A form that says nothing, such as a bare prefix, would be an empty key; and HMAC fills keys up
    // with zeros, so that one of zeros alone is the empty key too.
    key.map(Zeroizing::new).filter(|key| !key.iter().all(|byte| b"\0 \t\r\n".contains(byte)))
}
