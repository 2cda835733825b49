//! What is prepared once: keys, header names, limits.

use std::{fmt, sync::Arc, time::Duration};

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

use super::{
    DEFAULT_LIMIT,
    address::Address,
    headers::Header,
    key::{Key, State},
    message::is_late,
};
use crate::{
    Clock, Scheme, Secret, Secrets, SetupError,
    grammar::{Derivation, KeyForm},
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
    /// The headers that name the event.
    pub(crate) event: Vec<Header>,
    pub(crate) address: Option<Arc<Address>>,
    /// What the owner and the sender agreed on for handshakes.
    pub(crate) handshake_token: Option<Secret>,
    pub(crate) plan: Plan,
    keys: Vec<Key>,
}

/// How a message is fed: what can be fed before the body is, whether the body is fed as it comes,
/// and what is fed when it has ended.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(super) before: &'static [Part],
    pub(super) streams: bool,
    pub(super) after: &'static [Part],
}

impl Plan {
    /// A message with alternatives, or one that needs something of the body before the body
    /// itself, is fed when the body has ended.
    fn of(scheme: &Scheme) -> Self {
        let waits = Self { before: &[], streams: false, after: &[] };
        let [message] = *scheme.message else { return waits };
        // The whole message has to be seen to be no challenge.
        if scheme.proves() {
            return waits;
        }
        let in_body = matches!(
            scheme.timestamp.map(|timestamp| timestamp.place),
            Some(TimestampPlace::Json(_) | TimestampPlace::Form(_))
        );
        let late = message.iter().position(|part| is_late(part, in_body));
        let body = message.iter().position(|part| *part == Part::Body);
        match body {
            Some(body) if late.is_none_or(|late| late > body) => {
                let (before, from) = message.split_at(body);
                Self { before, streams: true, after: from.get(1..).unwrap_or_default() }
            }
            _ => waits,
        }
    }
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
        let named = scheme.event.iter().copied().flatten();
        let event = named
            .filter_map(|part| match part {
                Part::Header(name) => Some(Header::new(name)),
                _ => None,
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            scheme,
            limit: DEFAULT_LIMIT,
            tolerance: None,
            clock,
            signature,
            timestamp,
            id,
            event,
            address: None,
            handshake_token: None,
            plan: Plan::of(scheme),
            keys,
        })
    }

    /// How far a signed timestamp may be from now.
    pub(super) fn tolerance(&self) -> Option<Duration> {
        let timestamp = self.scheme.timestamp?;
        let declared = timestamp.tolerance?;
        Some(self.tolerance.unwrap_or(declared))
    }

    /// The prepared keys, one a secret.
    pub(crate) fn keys(&self) -> &[Key] {
        &self.keys
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("scheme", &self.scheme.name).finish_non_exhaustive()
    }
}

fn prepare(scheme: &Scheme, secret: &Secret, index: usize) -> Result<Key, SetupError> {
    let name = scheme.name;
    if is_blank(secret.expose()) {
        return Err(SetupError::new(format!(
            "secret {index} of `{name}` is blank: anybody could sign with it"
        )));
    }
    let key = key_bytes(scheme, secret).ok_or_else(|| {
        SetupError::new(format!("secret {index} of `{name}` is not {}", scheme.key.word()))
    })?;
    Key::new(scheme, &key)
        .ok_or_else(|| SetupError::new(format!("secret {index} of `{name}` cannot be a key")))
}

impl Key {
    /// Prepares the bytes of a key, and keeps them where messages contain them.
    pub(crate) fn new(scheme: &Scheme, bytes: &[u8]) -> Option<Self> {
        let state = State::new(scheme.algorithm, bytes)?;
        let kept = scheme.custom.is_some()
            || scheme.message.iter().any(|message| message.contains(&Part::Secret));
        Some(Self { state, bytes: Zeroizing::new(if kept { bytes.to_vec() } else { Vec::new() }) })
    }
}

/// The bytes of the key that a secret's text stands for; `None` if it is not of that form.
pub(crate) fn key_bytes(scheme: &Scheme, secret: &Secret) -> Option<Zeroizing<Vec<u8>>> {
    let text = secret.expose();
    let stripped = text.strip_prefix(scheme.key_prefix.as_bytes());
    let rest = stripped.unwrap_or(text);
    let key = match scheme.key {
        KeyForm::Utf8 => Some(rest.to_vec()).filter(|text| !is_blank(text)),
        KeyForm::Hex => hex::decode(rest).ok(),
        KeyForm::Base64IfPrefixed if stripped.is_none() => Some(text.to_vec()),
        KeyForm::Base64 | KeyForm::Base64IfPrefixed => from_base64(rest),
    };
    // A form that says nothing, such as a bare prefix, would be an empty key; and HMAC fills keys up
    // with zeros, so that one of zeros alone is the empty key too.
    let is_nothing = |key: &Zeroizing<Vec<u8>>| key.iter().all(|byte| b"\0 \t\r\n".contains(byte));
    let key = key.map(Zeroizing::new).filter(|key| !is_nothing(key))?;
    let Some(derive) = scheme.derive else { return Some(key) };
    let derived = match derive {
        Derivation::Md5 => Md5::digest(&*key).to_vec(),
        Derivation::Sha1 => Sha1::digest(&*key).to_vec(),
        Derivation::Sha256 => Sha256::digest(&*key).to_vec(),
        Derivation::Sha512 => Sha512::digest(&*key).to_vec(),
        Derivation::Sha256Hex => hex::encode(Sha256::digest(&*key)).into_bytes(),
    };
    Some(Zeroizing::new(derived))
}

/// Base64 of either alphabet, with or without padding. As senders' own readers do, it takes a key
/// whose last character has bits to spare: they are dropped.
fn from_base64(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.strip_suffix(b"=").unwrap_or(text);
    let text = text.strip_suffix(b"=").unwrap_or(text);
    let mut key = Vec::with_capacity(text.len());
    let (mut bits, mut held) = (0_u32, 0);
    for byte in text {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            key.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    // One character alone is no byte.
    if held == 6 { None } else { Some(key) }
}
