//! Tokens: what they must say, and what they cover.

use std::time::Duration;

use super::{
    check::{Check, unknown_word},
    declaration::Text,
    duration::parse_duration,
    template::Part,
    words::{Algorithm, AlgorithmKind, Digest, Expiry, Source, TimestampPlace, TokenContent},
};

/// The keys of `token(..)`.
#[derive(Debug, Clone)]
pub struct TokenKeys<S> {
    /// Where `token` stands.
    pub span: S,
    /// `content`: what the signature covers.
    pub content: Option<Text<S>>,
    /// `issuer`: what `iss` must be.
    pub issuer: Option<Text<S>>,
    /// `audience`: what `aud` must be or contain.
    pub audience: Option<Text<S>>,
    /// `owner`: the claims whose values the owner of an endpoint says.
    pub owner: Vec<Text<S>>,
    /// `digest`: the claims that hold digests, as in `sha256=sha256:body`.
    pub digest: Vec<Text<S>>,
    /// `leeway`: how far clocks may differ.
    pub leeway: Option<Text<S>>,
    /// `max_age`: how long ago a token may have been issued.
    pub max_age: Option<Text<S>>,
    /// `expiry`: whether every token must have an end.
    pub expiry: Option<Text<S>>,
}

impl<S> TokenKeys<S> {
    /// None of the keys, at a place.
    pub fn new(span: S) -> Self {
        Self {
            span,
            content: None,
            issuer: None,
            audience: None,
            owner: Vec::new(),
            digest: Vec::new(),
            leeway: None,
            max_age: None,
            expiry: None,
        }
    }
}

/// What a coherent declaration says of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedToken {
    /// What the signature covers.
    pub content: TokenContent,
    /// What `iss` must be.
    pub issuer: Option<String>,
    /// What `aud` must be or contain.
    pub audience: Option<String>,
    /// The claims whose values the owner of an endpoint says.
    pub owner: Vec<String>,
    /// The claims that hold digests.
    pub digests: Vec<CheckedClaim>,
    /// How far clocks may differ, where it is said.
    pub leeway: Option<Duration>,
    /// How long ago a token may have been issued.
    pub max_age: Option<Duration>,
    /// Whether every token must have an end.
    pub requires_expiry: bool,
}

/// A claim that holds a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedClaim {
    /// Its name.
    pub name: String,
    /// The digest and its text form.
    pub digest: Digest,
    /// Whether it is one of the address, and not of the body.
    pub of_url: bool,
    /// Whether it may be missing where what it is a digest of is empty.
    pub optional: bool,
}

impl CheckedClaim {
    /// Whether the digest is a SHA-512, and not a SHA-256.
    pub fn is_sha512(&self) -> bool {
        matches!(self.digest, Digest::Sha512 | Digest::Sha512Base64)
    }

    /// Whether its text is base64, and not hexadecimal.
    pub fn is_base64(&self) -> bool {
        matches!(self.digest, Digest::Sha256Base64 | Digest::Sha512Base64)
    }

    /// Whether its text is base64url.
    pub fn is_base64url(&self) -> bool {
        self.digest == Digest::Sha256Base64Url
    }
}

impl<S: Copy> Check<'_, S> {
    /// Reads what is said of tokens; `None` for declarations of anything else.
    pub(super) fn token(&mut self, algorithm: Option<Algorithm>) -> Option<CheckedToken> {
        let keys = self.keys;
        let is_token =
            algorithm.is_some_and(|algorithm| algorithm.kind() == AlgorithmKind::WebToken);
        let written = keys.token.as_ref();
        if let (Some(written), Some(algo), false) = (written, &keys.algo, is_token) {
            if algorithm.is_some() {
                self.problem(
                    written.span,
                    format!("`{}` makes no tokens: remove `token`", algo.value),
                );
            }
            return None;
        }
        let checked = written.map(|written| self.token_keys(written)).unwrap_or_default();
        is_token.then(|| CheckedToken {
            content: match (written.and_then(|written| written.content.as_ref()), &keys.signature) {
                (None, Some(place)) if place.value == "body" => TokenContent::Whole,
                _ => checked.content,
            },
            ..checked
        })
    }

    /// Reads the keys of `token(..)`.
    pub(super) fn token_keys(&mut self, keys: &TokenKeys<S>) -> CheckedToken {
        let content = self.word(
            keys.content.as_ref(),
            TokenContent::from_word,
            "content of a token",
            TokenContent::WORDS,
        );
        let expiry =
            self.word(keys.expiry.as_ref(), Expiry::from_word, "expiry of a token", Expiry::WORDS);
        let mut duration =
            |text: &Option<Text<S>>| text.as_ref().and_then(|text| self.read(text, parse_duration));
        let (leeway, max_age) = (duration(&keys.leeway), duration(&keys.max_age));
        CheckedToken {
            content: content.unwrap_or(TokenContent::Claims),
            issuer: keys.issuer.as_ref().map(|text| text.value.clone()),
            audience: keys.audience.as_ref().map(|text| text.value.clone()),
            owner: keys.owner.iter().filter_map(|text| self.read(text, claim_name)).collect(),
            digests: keys.digest.iter().filter_map(|text| self.read(text, claim)).collect(),
            leeway,
            max_age,
            requires_expiry: expiry == Some(Expiry::Required),
        }
    }

    /// What has to hold between a token and the other keys.
    pub(super) fn check_token(
        &mut self,
        algorithm: Algorithm,
        token: &CheckedToken,
        timestamp: Option<&TimestampPlace>,
        id: &[Vec<Part>],
    ) {
        let keys = self.keys;
        let Some(algo) = &keys.algo else { return };
        let given = [
            ("message", keys.message.first()),
            ("body", keys.body.as_ref()),
            ("digest", keys.digest.as_ref()),
            ("encoding", keys.encoding.as_ref()),
        ];
        for (name, key) in given {
            if let Some(key) = key {
                self.problem(
                    key.span,
                    format!("a token says itself what it signs, and how: remove `{name}`"),
                );
            }
        }
        if algorithm.has_public_key() {
            let (key, derive) = (keys.key.as_ref(), keys.derive.as_ref());
            self.check_key_kind(algorithm, algo, key, derive, &[]);
        }
        let is_delivery = token.content == TokenContent::Whole;
        let in_claims = is_delivery && matches!(timestamp, Some(TimestampPlace::Json(_)));
        if let (Some(timestamp), false) = (&keys.timestamp, in_claims) {
            self.problem(
                timestamp.span,
                "a token has times of its own: remove `timestamp`, and say `max_age` in `token(..)`",
            );
        }
        if let Some(written) = &keys.token {
            self.check_detached(written, token.content);
        }
        self.check_token_binds_body(algo.span, token, id);
    }

    /// A detached token has nothing to say.
    fn check_detached(&mut self, keys: &TokenKeys<S>, content: TokenContent) {
        if !matches!(content, TokenContent::Detached | TokenContent::DetachedRaw) {
            return;
        }
        let given = [
            ("issuer", keys.issuer.as_ref()),
            ("audience", keys.audience.as_ref()),
            ("owner", keys.owner.first()),
            ("digest", keys.digest.first()),
            ("max_age", keys.max_age.as_ref()),
            ("expiry", keys.expiry.as_ref()),
        ];
        for (name, key) in given {
            if let Some(key) = key {
                self.problem(key.span, format!("a detached token has no claims: remove `{name}`"));
            }
        }
    }

    /// A token that does not bind the body proves nothing about it.
    fn check_token_binds_body(&mut self, algo: S, token: &CheckedToken, id: &[Vec<Part>]) {
        let keys = self.keys;
        let binds = token.content != TokenContent::Claims
            || token.digests.iter().any(|claim| !claim.of_url);
        // A claim that could not be read may be the one.
        let is_read = keys.token.as_ref().is_none_or(|t| t.digest.len() == token.digests.len());
        match &keys.unsigned {
            Some(unsigned) if binds => {
                self.problem(unsigned.span, "the token binds the body: remove `unsigned`");
            }
            None if !binds && is_read => self.problem(
                algo,
                "nothing in the token binds the body: add `token(digest = \"claim=sha256:body\")`, or say `unsigned = \"why\"`",
            ),
            _ => {}
        }
        let in_body = |part: &Part| matches!(part, Part::Json(_) | Part::Field(_));
        let ids = keys.id.iter().zip(id);
        for (text, _) in ids.filter(|(_, id)| !binds && id.iter().any(in_body)) {
            self.problem(
                text.span,
                format!(
                    "`{}` is not signed, so it identifies nothing: use a part of `message`, or remove `id`",
                    text.value
                ),
            );
        }
    }

    /// A signature that is the whole body is a token.
    pub(super) fn check_signature_place(&mut self, algorithm: Algorithm, place: Option<&Source>) {
        let is_token = algorithm.kind() == AlgorithmKind::WebToken;
        if let (Some(signature), Some(Source::Body), false) =
            (&self.keys.signature, place, is_token)
        {
            self.problem(
                signature.span,
                "only a token is the whole body: say an `algo` such as `jwt-rs256`, or where the signature stands",
            );
        }
    }
}

impl Default for CheckedToken {
    fn default() -> Self {
        Self {
            content: TokenContent::Claims,
            issuer: None,
            audience: None,
            owner: Vec::new(),
            digests: Vec::new(),
            leeway: None,
            max_age: None,
            requires_expiry: false,
        }
    }
}

/// The name of a claim that is a text.
fn claim_name(text: &str) -> Result<String, String> {
    if text.is_empty() || matches!(text, "exp" | "nbf" | "iat") {
        return Err(format!(
            "`{text}` is no claim that an owner says: write one that is a text, such as `aud` or `email`"
        ));
    }
    Ok(text.to_owned())
}

/// `payload_hash=sha256:body`, with a question mark where it may be missing.
fn claim(text: &str) -> Result<CheckedClaim, String> {
    let wrong = || {
        format!(
            "`{text}` says no digest: write a claim and what it holds, as in `sha256=sha256:body` or `url_hash=sha256:url`"
        )
    };
    let (name, digest) = text.split_once('=').ok_or_else(wrong)?;
    let (word, of) = digest.split_once(':').ok_or_else(wrong)?;
    let (of, optional) = match of.strip_suffix('?') {
        Some(of) => (of, true),
        None => (of, false),
    };
    let of_url = match of {
        "body" => false,
        "url" => true,
        _ => return Err(wrong()),
    };
    if name.is_empty() {
        return Err(wrong());
    }
    let digest = Digest::from_word(word).filter(|digest| CLAIMED.contains(digest));
    let words: Vec<&str> = CLAIMED.iter().map(|digest| digest.word()).collect();
    let digest = digest.ok_or_else(|| unknown_word("digest of a claim", word, &words))?;
    Ok(CheckedClaim { name: name.to_owned(), digest, of_url, optional })
}

/// The digests that claims hold.
const CLAIMED: &[Digest] = &[
    Digest::Sha256,
    Digest::Sha256Base64,
    Digest::Sha256Base64Url,
    Digest::Sha512,
    Digest::Sha512Base64,
];
