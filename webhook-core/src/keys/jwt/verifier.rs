//! From a token to claims that can be believed.

use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use super::{
    JwtAlgorithm, JwtContent, JwtError, JwtKey, JwtScheme,
    claims::{self, Lifetime, string},
    compact::{Compact, MAX_TOKEN, decode, feed_encoded},
    input::JwtInput,
    key::Prepared,
};
use crate::{error::SetupError, json, keys::public_key::PublicKey};

/// How long the id of a key may be.
const MAX_KEY_ID: usize = 256;

/// Verifies the tokens of one declaration. Made once; keys are prepared then.
#[derive(Debug, Clone)]
pub struct JwtVerifier {
    scheme: &'static JwtScheme,
    keys: Vec<(usize, Prepared)>,
    issuer: Option<Cow<'static, str>>,
    audience: Option<Cow<'static, str>>,
    max_age: Option<Duration>,
}

/// A token of which all holds but what it says of the rest of the request.
#[derive(Debug, Clone)]
pub(crate) struct Opened(VerifiedToken);

/// A token that is genuine and whose claims hold.
#[derive(Debug, Clone)]
pub struct VerifiedToken {
    payload: Vec<u8>,
    key: usize,
    /// Further keys under which the signature holds, where claims tell which of them is meant.
    other_keys: Vec<usize>,
    algorithm: JwtAlgorithm,
    issued_at: Option<SystemTime>,
    expires_at: Option<SystemTime>,
}

impl VerifiedToken {
    /// What the token holds: claims as JSON, or the delivery. Empty for a detached signature.
    pub fn payload(&self) -> &[u8] {
        &self.payload
    }

    /// The same, owned.
    pub fn into_payload(self) -> Vec<u8> {
        self.payload
    }

    /// Which of the verifier's keys it was signed with.
    pub fn key(&self) -> usize {
        self.key
    }

    /// All of the keys that it was signed with, where its claims tell which of them is meant: one key
    /// of a sender may stand beside several things that only owners know.
    pub(crate) fn keys(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.key).chain(self.other_keys.iter().copied())
    }

    /// How it was signed.
    pub fn algorithm(&self) -> JwtAlgorithm {
        self.algorithm
    }

    /// When it was issued (`iat`).
    pub fn issued_at(&self) -> Option<SystemTime> {
        self.issued_at
    }

    /// Until when it is valid (`exp`).
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }

    /// Whether a claim that is a text is this one; of several audiences, one of them.
    pub(crate) fn says(&self, claim: &str, text: &str) -> bool {
        let mut found = [None];
        if json::locate(&self.payload, &[&[claim]], &mut found).is_err() {
            return false;
        }
        let [range] = found;
        let said = range.and_then(|range| self.payload.get(range));
        match said {
            Some(said) if claim == "aud" => claims::is_audience(said, text),
            said => string(said).is_some_and(|said| said == text),
        }
    }

    /// The text of a claim that is a string, a number or a Boolean, and is there once.
    pub fn claim(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut found = [None];
        json::locate(&self.payload, &[&[name]], &mut found).ok()?;
        let [range] = found;
        json::text(self.payload.get(range?)?)
    }
}

impl JwtVerifier {
    /// A verifier with these keys; with several, each token is tried under all.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the declaration is not coherent, there is no key, a secret is blank or is
    /// a public key in PEM, or a key is not one for the declared algorithm.
    pub fn new(
        scheme: &'static JwtScheme,
        keys: impl IntoIterator<Item = JwtKey>,
    ) -> Result<Self, SetupError> {
        let verifier = Self::without_keys(scheme)?;
        let mut prepared = Vec::new();
        for (index, key) in keys.into_iter().enumerate() {
            prepared.extend(key.prepare(scheme.algorithms)?.into_iter().map(|key| (index, key)));
        }
        if prepared.is_empty() {
            return Err(SetupError::new("a token needs a key to be verified: none was given"));
        }
        Ok(Self { keys: prepared, ..verifier })
    }

    /// A verifier whose keys come with each token, from a source of keys:
    /// see [`verify_under`](Self::verify_under).
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the declaration is not coherent.
    pub fn without_keys(scheme: &'static JwtScheme) -> Result<Self, SetupError> {
        if let Some(problem) = scheme.problem() {
            return Err(SetupError::new(problem));
        }
        Ok(Self {
            scheme,
            keys: Vec::new(),
            issuer: scheme.issuer.map(Cow::Borrowed),
            audience: scheme.audience.map(Cow::Borrowed),
            max_age: scheme.max_age,
        })
    }

    /// A verifier with keys that were prepared, each with the place of its secret.
    pub(crate) fn with_keys(
        scheme: &'static JwtScheme,
        keys: Vec<(usize, Prepared)>,
    ) -> Result<Self, SetupError> {
        Ok(Self { keys, ..Self::without_keys(scheme)? })
    }

    /// What `iss` must be, where each customer has another one.
    pub fn issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = Some(Cow::Owned(issuer.into()));
        self
    }

    /// What `aud` must be or contain, where each customer has another one.
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(Cow::Owned(audience.into()));
        self
    }

    /// How long ago a token may have been issued (`iat`), instead of what the declaration says. A
    /// token that does not say when it was issued is refused then.
    pub fn max_age(mut self, max_age: Duration) -> Self {
        self.max_age = Some(max_age);
        self
    }

    /// Verifies a token: first its signature, then its header, then its claims.
    ///
    /// # Errors
    ///
    /// [`JwtError`] says which check failed.
    pub fn verify(&self, input: &JwtInput<'_>) -> Result<VerifiedToken, JwtError> {
        self.verify_with(&self.keys, input)
    }

    /// Verifies a token under keys that were looked up for it. Those that are not for the declared
    /// algorithm do not count.
    ///
    /// # Errors
    ///
    /// [`JwtError`] says which check failed.
    pub fn verify_under(
        &self,
        keys: &[PublicKey],
        input: &JwtInput<'_>,
    ) -> Result<VerifiedToken, JwtError> {
        let opened = self.open_under(keys, input)?;
        self.bind(opened, input)
    }

    /// As [`open`](Self::open), under keys that were looked up.
    pub(crate) fn open_under(
        &self,
        keys: &[PublicKey],
        input: &JwtInput<'_>,
    ) -> Result<Opened, JwtError> {
        let keys: Vec<_> = keys.iter().cloned().map(Prepared::Public).enumerate().collect();
        self.open_with(&keys, input)
    }

    fn verify_with(
        &self,
        keys: &[(usize, Prepared)],
        input: &JwtInput<'_>,
    ) -> Result<VerifiedToken, JwtError> {
        let opened = self.open_with(keys, input)?;
        self.bind(opened, input)
    }

    /// Verifies all of a token but what it says of the rest of the request, which may be still to
    /// come: its signature, its header, its times, its issuer and audience.
    pub(crate) fn open(&self, input: &JwtInput<'_>) -> Result<Opened, JwtError> {
        self.open_with(&self.keys, input)
    }

    /// Verifies that an opened token is one for this request.
    pub(crate) fn bind(
        &self,
        opened: Opened,
        input: &JwtInput<'_>,
    ) -> Result<VerifiedToken, JwtError> {
        claims::check_digests(self.scheme, input, &opened.0.payload)?;
        Ok(opened.0)
    }

    /// What tokens are held to.
    pub(crate) fn scheme(&self) -> &'static JwtScheme {
        self.scheme
    }

    fn open_with(
        &self,
        keys: &[(usize, Prepared)],
        input: &JwtInput<'_>,
    ) -> Result<Opened, JwtError> {
        let content = self.scheme.content;
        // A token that is the body has been bounded as a body.
        if content != JwtContent::Whole && input.token.len() > MAX_TOKEN {
            return Err(JwtError::Malformed);
        }
        let compact = Compact::split(input.token)?;
        let is_detached = matches!(content, JwtContent::Detached | JwtContent::DetachedRaw);
        if is_detached != compact.payload.is_empty() {
            return Err(JwtError::Malformed);
        }
        let signature = compact.signature()?;
        let message = |feed: &mut dyn FnMut(&[u8])| {
            feed(compact.signed);
            match content {
                JwtContent::Claims | JwtContent::Whole => {}
                JwtContent::Detached => feed_encoded(input.body, feed),
                JwtContent::DetachedRaw => feed(input.body),
            }
        };
        let declared = self.scheme.algorithms;
        let mut under = keys.iter().filter_map(|(index, key)| {
            let algorithm = key.algorithm(declared)?;
            key.verifies(&message, &signature).then_some((*index, algorithm))
        });
        let (key, algorithm) = under.next().ok_or(JwtError::Signature)?;
        let other_keys = if self.scheme.owner.is_empty() {
            Vec::new()
        } else {
            under.map(|(index, _)| index).collect()
        };
        // From here on everything was said by the sender.
        self.check_header(compact.header, algorithm)?;
        let payload = decode(compact.payload)?;
        let (issuer, audience) = (self.issuer.as_deref(), self.audience.as_deref());
        let Lifetime { issued_at, expires_at } = if is_detached {
            Lifetime { issued_at: None, expires_at: None }
        } else {
            claims::check(self.scheme, self.max_age, issuer, audience, input, &payload)?
        };
        Ok(Opened(VerifiedToken { payload, key, other_keys, algorithm, issued_at, expires_at }))
    }

    fn check_header(&self, header: &[u8], algorithm: JwtAlgorithm) -> Result<(), JwtError> {
        let header = decode(header)?;
        let mut found = [None, None, None];
        json::locate(&header, &[&["alg"], &["crit"], &["b64"]], &mut found)
            .map_err(|_| JwtError::Json)?;
        let [name, critical, encoded] = found.map(|range| header.get(range?));
        if string(name).as_deref() != Some(algorithm.as_str()) {
            return Err(JwtError::Algorithm);
        }
        let is_declared = match (self.scheme.content, encoded, critical) {
            // RFC 7797 wants `b64` to be marked as critical; not all senders do.
            (JwtContent::DetachedRaw, Some(b"false"), Some(critical)) => {
                serde_json::from_slice::<Vec<&str>>(critical).is_ok_and(|names| names == ["b64"])
            }
            (JwtContent::DetachedRaw, Some(b"false"), None) => true,
            (JwtContent::DetachedRaw, _, _) => false,
            (_, None | Some(b"true"), None) => true,
            _ => false,
        };
        if is_declared { Ok(()) } else { Err(JwtError::Critical) }
    }
}

/// The id of the key that a token says it was signed with (`kid`).
///
/// This is the one thing that is read before a token is authenticated, bounded, and good for
/// nothing but choosing among keys that are trusted already.
///
/// # Errors
///
/// [`JwtError`] if this is no token, or its header is not JSON, has two ids, or one that is empty
/// or longer than 256 bytes.
pub fn key_id(token: &[u8]) -> Result<Option<String>, JwtError> {
    let header = decode(Compact::split(token)?.header)?;
    let mut found = [None];
    json::locate(&header, &[&["kid"]], &mut found).map_err(|_| JwtError::Json)?;
    let [range] = found;
    let Some(range) = range else { return Ok(None) };
    match string(header.get(range)) {
        Some(id) if !id.is_empty() && id.len() <= MAX_KEY_ID => Ok(Some(id.into_owned())),
        _ => Err(JwtError::Json),
    }
}
