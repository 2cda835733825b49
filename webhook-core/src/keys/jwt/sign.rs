//! Signing as a provider would: for tests, and for tools that send genuine deliveries.

use std::time::{Duration, SystemTime};

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use serde_json::{Map, Value};

use super::{
    DigestText, Digested, JwtAlgorithm, JwtContent, JwtKey, JwtScheme, compact::feed_encoded,
};
use crate::{error::SetupError, keys::Secret, time_source};

/// A token that is being made, as the declaration says.
#[derive(Debug, Clone)]
#[must_use = "a signing does nothing until it is given a key"]
pub struct JwtSigning<'a> {
    scheme: &'static JwtScheme,
    algorithm: Option<JwtAlgorithm>,
    at: SystemTime,
    body: &'a [u8],
    url: Option<&'a str>,
    key_id: Option<&'a str>,
    claims: Map<String, Value>,
}

/// How long a token that was signed here is valid. Where its age is limited, longer than that, so
/// that it is refused for its age.
const LIFETIME: Duration = Duration::from_secs(60);

impl<'a> JwtSigning<'a> {
    /// A token of this declaration, for an empty body, signed now in the first way that is declared.
    pub fn new(scheme: &'static JwtScheme) -> Self {
        Self {
            scheme,
            algorithm: scheme.algorithms.first().copied(),
            at: time_source::now(),
            body: &[],
            url: None,
            key_id: None,
            claims: Map::new(),
        }
    }

    /// Another algorithm than the first that is declared.
    pub fn algorithm(mut self, algorithm: JwtAlgorithm) -> Self {
        self.algorithm = Some(algorithm);
        self
    }

    /// When it is issued.
    pub fn at(mut self, at: SystemTime) -> Self {
        self.at = at;
        self
    }

    /// The body that it vouches for; where the token is the delivery, the claims as JSON.
    pub fn body(mut self, body: &'a [u8]) -> Self {
        self.body = body;
        self
    }

    /// The address that the request is sent to.
    pub fn url(mut self, url: &'a str) -> Self {
        self.url = Some(url);
        self
    }

    /// The id of the key, as the header names it.
    pub fn key_id(mut self, id: &'a str) -> Self {
        self.key_id = Some(id);
        self
    }

    /// A claim, also in place of one that the declaration gives.
    pub fn claim(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.claims.insert(name.into(), value.into());
        self
    }

    /// The token, signed with HMAC.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the algorithm is not HMAC or the secret is refused for verifying, too.
    pub fn under_secret(self, secret: &Secret) -> Result<String, SetupError> {
        let algorithm =
            self.algorithm.ok_or_else(|| SetupError::new("no algorithm is declared"))?;
        let mut keys = JwtKey::secret(secret).prepare(&[algorithm])?;
        let key = keys.pop().ok_or_else(|| SetupError::new("no algorithm is declared"))?;
        Ok(self.signed_by(|message| key.sign(message).unwrap_or_default()))
    }

    /// The token, signed by a function: for private keys, which are never seen here.
    pub fn signed_by(self, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
        let mut token = self.header();
        token.push('.');
        let mut message = token.clone().into_bytes();
        match self.scheme.content {
            JwtContent::Claims => {
                let payload = encode(Value::Object(self.claims()).to_string().as_bytes());
                message.extend_from_slice(payload.as_bytes());
                token.push_str(&payload);
            }
            JwtContent::Whole => {
                let payload = encode(self.body);
                message.extend_from_slice(payload.as_bytes());
                token.push_str(&payload);
            }
            JwtContent::Detached => {
                feed_encoded(self.body, |part| message.extend_from_slice(part));
            }
            JwtContent::DetachedRaw => message.extend_from_slice(self.body),
        }
        token.push('.');
        token.push_str(&encode(&sign(&message)));
        token
    }

    fn header(&self) -> String {
        let mut header = Map::new();
        header.insert("alg".into(), self.algorithm.map_or("none", JwtAlgorithm::as_str).into());
        if let Some(id) = self.key_id {
            header.insert("kid".into(), id.into());
        }
        if self.scheme.content == JwtContent::DetachedRaw {
            header.insert("b64".into(), false.into());
            header.insert("crit".into(), vec!["b64"].into());
        }
        encode(Value::Object(header).to_string().as_bytes())
    }

    /// What the declaration asks for, and what was given.
    fn claims(&self) -> Map<String, Value> {
        let mut claims = Map::new();
        let since = self.at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let lifetime = self.scheme.max_age.unwrap_or_default().saturating_mul(2).max(LIFETIME);
        claims.insert("iat".into(), since.as_secs().into());
        claims.insert("exp".into(), since.saturating_add(lifetime).as_secs().into());
        if let Some(issuer) = self.scheme.issuer {
            claims.insert("iss".into(), issuer.into());
        }
        if let Some(audience) = self.scheme.audience {
            claims.insert("aud".into(), audience.into());
        }
        for claim in self.scheme.digests {
            let of = match claim.of {
                Digested::Body => self.body,
                Digested::Url => self.url.unwrap_or_default().as_bytes(),
            };
            if claim.optional_if_empty && of.is_empty() {
                continue;
            }
            let digest = super::claims::digest_of(claim.digest, of);
            let text = match claim.text {
                DigestText::Hex => hex::encode(digest),
                DigestText::Base64 => Base64::encode_string(&digest),
                DigestText::Base64Url => encode(&digest),
            };
            claims.insert(claim.name.into(), text.into());
        }
        claims.extend(self.claims.clone());
        claims
    }
}

fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}
