//! What a provider's declaration says of its tokens.

use std::time::Duration;

#[cfg(any(feature = "jwt", feature = "toml"))]
use crate::grammar::Algorithm;
pub use crate::grammar::TokenContent;

/// How a token is signed. A declaration fixes it; there is no `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenAlgorithm {
    /// HMAC with SHA-256.
    Hs256,
    /// HMAC with SHA-384.
    Hs384,
    /// HMAC with SHA-512.
    Hs512,
    /// RSA PKCS#1 v1.5 with SHA-256.
    Rs256,
    /// RSA PKCS#1 v1.5 with SHA-384.
    Rs384,
    /// RSA PKCS#1 v1.5 with SHA-512.
    Rs512,
    /// ECDSA over P-256 with SHA-256.
    Es256,
    /// Ed25519.
    EdDsa,
}

impl TokenAlgorithm {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Hs256,
        Self::Hs384,
        Self::Hs512,
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
        Self::Es256,
        Self::EdDsa,
    ];

    /// The algorithm's name in a token's header (RFC 7518, RFC 8037).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hs256 => "HS256",
            Self::Hs384 => "HS384",
            Self::Hs512 => "HS512",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// Whether its key is a secret, and not a public key.
    pub const fn is_hmac(self) -> bool {
        matches!(self, Self::Hs256 | Self::Hs384 | Self::Hs512)
    }

    /// The algorithm that a declaration names, if that is one of tokens.
    #[cfg(any(feature = "jwt", feature = "toml"))]
    pub(crate) const fn of(algorithm: Algorithm) -> Option<Self> {
        Some(match algorithm {
            Algorithm::JwtHs256 => Self::Hs256,
            Algorithm::JwtHs384 => Self::Hs384,
            Algorithm::JwtHs512 => Self::Hs512,
            Algorithm::JwtRs256 => Self::Rs256,
            Algorithm::JwtRs384 => Self::Rs384,
            Algorithm::JwtRs512 => Self::Rs512,
            Algorithm::JwtEs256 => Self::Es256,
            Algorithm::JwtEdDsa => Self::EdDsa,
            _ => return None,
        })
    }
}

/// A token's declaration: plain data, const.
#[derive(Debug, Clone, Copy)]
pub struct TokenScheme {
    pub(crate) algorithms: &'static [TokenAlgorithm],
    pub(crate) content: TokenContent,
    pub(crate) issuer: Option<&'static str>,
    pub(crate) audience: Option<&'static str>,
    pub(crate) owner: &'static [&'static str],
    pub(crate) digests: &'static [DigestClaim],
    pub(crate) leeway: Duration,
    pub(crate) max_age: Option<Duration>,
    pub(crate) requires_expiry: bool,
    pub(crate) unsigned: Option<&'static str>,
}

/// A claim that holds a digest of a part of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestClaim {
    pub(crate) name: &'static str,
    pub(crate) of: Digested,
    pub(crate) digest: ClaimDigest,
    pub(crate) text: DigestText,
    pub(crate) optional_if_empty: bool,
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

impl TokenScheme {
    /// Whether tokens say when they were issued. Claims beside a body do; claims that are the delivery
    /// are the sender's own words, of which only a declaration knows.
    pub(crate) const fn says_when(&self) -> bool {
        match self.content {
            TokenContent::Claims => true,
            TokenContent::Whole => self.max_age.is_some(),
            TokenContent::Detached | TokenContent::DetachedRaw => false,
        }
    }

    /// How far clocks may differ unless it is said otherwise.
    pub const DEFAULT_LEEWAY: Duration = Duration::from_secs(60);

    /// Tokens that are signed in one of these ways and hold claims.
    ///
    /// Several are meant for senders that let their users choose. Those under secrets and those
    /// under public keys do not mix.
    pub const fn new(algorithms: &'static [TokenAlgorithm]) -> Self {
        Self {
            algorithms,
            content: TokenContent::Claims,
            issuer: None,
            audience: None,
            owner: &[],
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

    /// The claims whose values the owner of an endpoint says, each on a line of the secret.
    pub const fn with_owner(mut self, claims: &'static [&'static str]) -> Self {
        self.owner = claims;
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
    /// checked when it is compiled; a `TokenVerifier` checks it in any case.
    pub const fn problem(&self) -> Option<&'static str> {
        let [first, others @ ..] = self.algorithms else {
            return Some("a token needs an algorithm");
        };
        if any_of_other_keys(others, first.is_hmac()) {
            return Some("secrets and public keys do not mix in tokens");
        }
        let binds_body = match self.content {
            TokenContent::Claims => any_of_body(self.digests),
            TokenContent::Whole | TokenContent::Detached | TokenContent::DetachedRaw => true,
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
            || !self.owner.is_empty()
            || self.max_age.is_some()
            || self.requires_expiry
            || !self.digests.is_empty()
    }
}

const fn any_of_other_keys(mut algorithms: &[TokenAlgorithm], hmac: bool) -> bool {
    while let [first, rest @ ..] = algorithms {
        if first.is_hmac() != hmac {
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

#[cfg(all(test, feature = "jwt"))]
mod tests {
    use super::{Algorithm, TokenAlgorithm};

    #[test]
    fn every_word_of_a_token_s_algorithm_is_its_name() {
        for algorithm in TokenAlgorithm::ALL {
            let word = format!("jwt-{}", algorithm.name().to_ascii_lowercase());
            let declared = Algorithm::from_word(&word).expect(&word);
            assert_eq!(TokenAlgorithm::of(declared), Some(*algorithm));
        }
        let tokens = Algorithm::WORDS.iter().filter(|word| word.starts_with("jwt-"));
        assert_eq!(tokens.count(), TokenAlgorithm::ALL.len());
        assert_eq!(TokenAlgorithm::of(Algorithm::HmacSha256), None);
    }
}
