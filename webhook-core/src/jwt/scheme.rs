//! What a provider's declaration says of its tokens.

use std::time::Duration;

use sha2::{Digest as _, Sha256, Sha512};

use super::TokenAlgorithm;

/// A token's declaration: plain data, const.
#[derive(Debug, Clone, Copy)]
pub struct TokenScheme {
    pub(super) algorithms: &'static [TokenAlgorithm],
    pub(super) content: TokenContent,
    pub(super) issuer: Option<&'static str>,
    pub(super) audience: Option<&'static str>,
    pub(super) digests: &'static [DigestClaim],
    pub(super) leeway: Duration,
    pub(super) max_age: Option<Duration>,
    pub(super) requires_expiry: bool,
    pub(super) unsigned: Option<&'static str>,
}

/// What a token's signature covers beside its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenContent {
    /// Claims, in the token's middle. A [`DigestClaim`] binds the body.
    Claims,
    /// The token is the whole body (or a text in it), and its claims are the delivery.
    Delivery,
    /// The body, which is left out of the token: `header..signature` (RFC 7515, appendix F).
    Detached,
    /// The same, and the body is signed as it is, not in base64url (RFC 7797, `b64: false`).
    DetachedRaw,
}

/// A claim that holds a digest of a part of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestClaim {
    pub(super) name: &'static str,
    pub(super) of: Digested,
    pub(super) digest: ClaimDigest,
    pub(super) text: DigestText,
    pub(super) optional_if_empty: bool,
}

/// What a claim is a digest of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Digested {
    /// The body.
    Body,
    /// The whole address that the request was sent to, as the sender wrote it.
    Url,
}

/// Which digest a claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClaimDigest {
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

/// How a claim writes a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DigestText {
    /// Hexadecimal; either case is read.
    Hex,
    /// Base64 with the standard alphabet; padding is optional.
    Base64,
    /// Base64 with the URL-safe alphabet; padding is optional.
    Base64Url,
}

impl DigestClaim {
    /// A claim that holds a digest of the body.
    pub const fn of_body(name: &'static str, digest: ClaimDigest, text: DigestText) -> Self {
        Self { name, of: Digested::Body, digest, text, optional_if_empty: false }
    }

    /// A claim that holds a digest of the request's address.
    pub const fn of_url(name: &'static str, digest: ClaimDigest, text: DigestText) -> Self {
        Self { name, of: Digested::Url, digest, text, optional_if_empty: false }
    }

    /// The claim may be missing where what it is a digest of is empty.
    pub const fn optional_if_empty(mut self) -> Self {
        self.optional_if_empty = true;
        self
    }
}

impl ClaimDigest {
    pub(super) fn of(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }
}

impl TokenScheme {
    /// How far clocks may differ unless it is said otherwise.
    pub const DEFAULT_LEEWAY: Duration = Duration::from_secs(60);

    /// Tokens that are signed in one of these ways and hold claims.
    ///
    /// Several are meant for senders that let their users choose among HMACs; an algorithm under a
    /// public key stands alone.
    pub const fn new(algorithms: &'static [TokenAlgorithm]) -> Self {
        Self {
            algorithms,
            content: TokenContent::Claims,
            issuer: None,
            audience: None,
            digests: &[],
            leeway: Self::DEFAULT_LEEWAY,
            max_age: None,
            requires_expiry: false,
            unsigned: None,
        }
    }

    /// What the signature covers.
    pub const fn with_content(mut self, content: TokenContent) -> Self {
        self.content = content;
        self
    }

    /// What `iss` must be.
    pub const fn with_issuer(mut self, issuer: &'static str) -> Self {
        self.issuer = Some(issuer);
        self
    }

    /// What `aud` must be or contain.
    pub const fn with_audience(mut self, audience: &'static str) -> Self {
        self.audience = Some(audience);
        self
    }

    /// The claims that bind parts of the request.
    pub const fn with_digests(mut self, digests: &'static [DigestClaim]) -> Self {
        self.digests = digests;
        self
    }

    /// How far the sender's clock may differ from ours, for `exp`, `nbf` and `iat`.
    pub const fn with_leeway(mut self, leeway: Duration) -> Self {
        self.leeway = leeway;
        self
    }

    /// How long ago a token may have been issued: `iat` must be there then.
    pub const fn with_max_age(mut self, max_age: Duration) -> Self {
        self.max_age = Some(max_age);
        self
    }

    /// Every token must have an `exp`. Where there is one it counts in any case.
    pub const fn requiring_expiry(mut self) -> Self {
        self.requires_expiry = true;
        self
    }

    /// Why tokens are taken though nothing in them binds the body.
    pub const fn with_unsigned(mut self, why: &'static str) -> Self {
        self.unsigned = Some(why);
        self
    }

    /// How tokens are signed.
    pub const fn algorithms(&self) -> &'static [TokenAlgorithm] {
        self.algorithms
    }

    /// What the signature covers.
    pub const fn content(&self) -> TokenContent {
        self.content
    }

    /// Why the body is not covered, if it is not.
    pub const fn unsigned(&self) -> Option<&'static str> {
        self.unsigned
    }

    /// What is wrong with the declaration, if something is. Const, so that a declaration can be
    /// checked when it is compiled; a [verifier](super::TokenVerifier) checks it in any case.
    pub const fn problem(&self) -> Option<&'static str> {
        let [_, others @ ..] = self.algorithms else {
            return Some("a token needs an algorithm");
        };
        if !others.is_empty() && any_public_key(self.algorithms) {
            return Some("an algorithm under a public key must be the only one");
        }
        let binds_body = match self.content {
            TokenContent::Claims => any_of_body(self.digests),
            TokenContent::Delivery | TokenContent::Detached | TokenContent::DetachedRaw => true,
        };
        match (binds_body, self.unsigned) {
            (false, None) => Some("no claim binds the body: declare one, or say why in `unsigned`"),
            (true, Some(_)) => Some("the body is bound: `unsigned` does not hold"),
            (_, Some(why)) if why.is_empty() => Some("`unsigned` needs a reason"),
            _ => match self.content {
                TokenContent::Detached | TokenContent::DetachedRaw if self.has_claims() => {
                    Some("a detached signature has no claims to check")
                }
                _ => None,
            },
        }
    }

    /// Whether any claim is looked at.
    const fn has_claims(&self) -> bool {
        self.issuer.is_some()
            || self.audience.is_some()
            || self.max_age.is_some()
            || self.requires_expiry
            || !self.digests.is_empty()
    }
}

const fn any_public_key(mut algorithms: &[TokenAlgorithm]) -> bool {
    while let [first, rest @ ..] = algorithms {
        if first.public_key().is_some() {
            return true;
        }
        algorithms = rest;
    }
    false
}

const fn any_of_body(mut digests: &[DigestClaim]) -> bool {
    while let [first, rest @ ..] = digests {
        if matches!(first.of, Digested::Body) {
            return true;
        }
        digests = rest;
    }
    false
}
