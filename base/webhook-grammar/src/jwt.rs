//! Tokens: what they must say, and what they cover.

use std::time::Duration;

use super::{
    check::{Check, unknown_word},
    duration::parse_duration,
    keys::Text,
    place::{Source, TimestampPlace},
    store::{Owned, Static, Store, model},
    table::{Checked, JwtKeys},
    template::Part,
    words::{Algorithm, AlgorithmKind, Digest, Expiry, JwtContent, words},
};

words! {
    /// How a token is signed. A declaration fixes it; there is no `none`.
    pub enum JwtAlgorithm {
        /// HMAC with SHA-256.
        Hs256 = "HS256",
        /// HMAC with SHA-384.
        Hs384 = "HS384",
        /// HMAC with SHA-512.
        Hs512 = "HS512",
        /// RSA PKCS#1 v1.5 with SHA-256.
        Rs256 = "RS256",
        /// RSA PKCS#1 v1.5 with SHA-384.
        Rs384 = "RS384",
        /// RSA PKCS#1 v1.5 with SHA-512.
        Rs512 = "RS512",
        /// ECDSA over P-256 with SHA-256.
        Es256 = "ES256",
        /// Ed25519.
        EdDsa = "EdDSA",
    }
}

impl JwtAlgorithm {
    /// Whether its key is a secret, and not a public key.
    pub const fn is_hmac(self) -> bool {
        matches!(self, Self::Hs256 | Self::Hs384 | Self::Hs512)
    }

    /// The algorithm that a declaration names, if that is one of tokens.
    pub const fn of(algorithm: Algorithm) -> Option<Self> {
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

words! {
    /// What a claim is a digest of.
    pub enum Digested {
        /// The body.
        Body = "body",
        /// The whole address that the request was sent to, as the sender wrote it.
        Url = "url",
    }
}

words! {
    /// Which digest a claim holds.
    pub enum ClaimDigest {
        /// SHA-256.
        Sha256 = "sha256",
        /// SHA-512.
        Sha512 = "sha512",
    }
}

words! {
    /// How a claim writes a digest.
    pub enum DigestText {
        /// Hexadecimal; either case is read.
        Hex = "hex",
        /// Base64 with the standard alphabet; padding is optional.
        Base64 = "base64",
        /// Base64 with the URL-safe alphabet; padding is optional.
        Base64Url = "base64url",
    }
}

model! {
/// A claim that holds a digest of a part of the request.
pub struct DigestClaim {
    /// Its name.
    pub name: O::Text,
    /// What it is a digest of.
    pub of: Digested,
    /// Which digest it holds.
    pub digest: ClaimDigest,
    /// How it writes the digest.
    pub text: DigestText,
    /// Whether it may be missing where what it is a digest of is empty.
    pub optional_if_empty: bool,
}
}

model! {
/// A token's declaration: plain data, const.
pub struct JwtScheme {
    /// How tokens are signed.
    pub algorithms: O::List<JwtAlgorithm>,
    /// What the signature covers.
    pub content: JwtContent,
    /// What `iss` must be.
    pub issuer: Option<O::Text>,
    /// What `aud` must be or contain.
    pub audience: Option<O::Text>,
    /// The claims whose values the owner of an endpoint says.
    pub owner: O::List<O::Text>,
    /// The claims that hold digests.
    pub digests: O::List<DigestClaim<O>>,
    /// How far clocks may differ.
    pub leeway: Duration,
    /// How long ago a token may have been issued.
    pub max_age: Option<Duration>,
    /// Whether every token must have an end.
    pub requires_expiry: bool,
    /// Why tokens are taken though nothing in them binds the body.
    pub unsigned: Option<O::Text>,
}
}

impl DigestClaim<Static> {
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

impl<O: Store> JwtScheme<O> {
    /// How far clocks may differ unless it is said otherwise.
    pub const DEFAULT_LEEWAY: Duration = Duration::from_secs(60);
}

impl JwtScheme<Static> {
    /// Tokens that are signed in one of these ways and hold claims.
    ///
    /// Several are meant for senders that let their users choose. Those under secrets and those
    /// under public keys do not mix.
    pub const fn new(algorithms: &'static [JwtAlgorithm]) -> Self {
        Self {
            algorithms,
            content: JwtContent::Claims,
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
    pub const fn with_content(mut self, content: JwtContent) -> Self {
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
            JwtContent::Claims => any_of_body(self.digests),
            JwtContent::Whole | JwtContent::Detached | JwtContent::DetachedRaw => true,
        };
        match (binds_body, self.unsigned) {
            (false, None) => Some("no claim binds the body: declare one, or say why in `unsigned`"),
            (true, Some(_)) => Some("the body is bound: `unsigned` does not hold"),
            (_, Some(why)) if why.is_empty() => Some("`unsigned` needs a reason"),
            _ => match self.content {
                JwtContent::Detached | JwtContent::DetachedRaw if self.has_claims() => {
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

const fn any_of_other_keys(mut algorithms: &[JwtAlgorithm], hmac: bool) -> bool {
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

impl<S: Copy> Check<'_, S> {
    /// Reads what is said of tokens; `None` for declarations of anything else.
    pub(super) fn jwt(
        &mut self,
        algorithm: Option<Algorithm>,
        so_far: &Checked<Owned>,
    ) -> Option<JwtScheme<Owned>> {
        let keys = self.keys;
        let is_token =
            algorithm.is_some_and(|algorithm| algorithm.kind() == AlgorithmKind::WebToken);
        let written = keys.jwt.as_ref();
        if let (Some(written), Some(algo), false) = (written, &keys.algo, is_token) {
            if algorithm.is_some() {
                self.problem(
                    written.span,
                    format!("`{}` is not a JWT algorithm: remove `jwt`", algo.value),
                );
            }
            return None;
        }
        let ways = algorithm.into_iter().chain(so_far.alternatives.iter().map(|way| way.algorithm));
        if !is_token {
            return None;
        }
        let mut jwt = match written {
            Some(written) => self.jwt_keys(written),
            None => self.jwt_keys(&JwtKeys::new(self.whole)),
        };
        let says_content = written.is_some_and(|written| written.content.is_some());
        let is_body = keys.signature.as_ref().is_some_and(|place| place.value == "body");
        if is_body && !says_content {
            jwt.content = JwtContent::Whole;
        }
        jwt.algorithms = ways.filter_map(JwtAlgorithm::of).collect();
        jwt.unsigned.clone_from(&so_far.unsigned);
        Some(jwt)
    }

    /// Reads the keys of `jwt(..)`.
    pub(super) fn jwt_keys(&mut self, keys: &JwtKeys<S>) -> JwtScheme<Owned> {
        let content = self.word(
            keys.content.as_ref(),
            JwtContent::from_word,
            "content of a token",
            JwtContent::WORDS,
        );
        let expiry =
            self.word(keys.expiry.as_ref(), Expiry::from_word, "expiry of a token", Expiry::WORDS);
        let mut duration =
            |text: &Option<Text<S>>| text.as_ref().and_then(|text| self.read(text, parse_duration));
        let (leeway, max_age) = (duration(&keys.leeway), duration(&keys.max_age));
        JwtScheme {
            // Said by `algo` and `unsigned`, which are read elsewhere.
            algorithms: Vec::new(),
            unsigned: None,
            content: content.unwrap_or(JwtContent::Claims),
            issuer: keys.issuer.as_ref().map(|text| text.value.clone()),
            audience: keys.audience.as_ref().map(|text| text.value.clone()),
            owner: keys.owner.iter().filter_map(|text| self.read(text, claim_name)).collect(),
            digests: keys.digest.iter().filter_map(|text| self.read(text, claim)).collect(),
            leeway: leeway.unwrap_or(JwtScheme::<Owned>::DEFAULT_LEEWAY),
            max_age,
            requires_expiry: expiry == Some(Expiry::Required),
        }
    }

    /// What has to hold between a token and the other keys.
    pub(super) fn check_token(
        &mut self,
        algorithm: Algorithm,
        token: &JwtScheme<Owned>,
        timestamp: Option<&TimestampPlace<Owned>>,
        id: &[Vec<Part<Owned>>],
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
            let (key, derive) = (keys.secret_encoding.as_ref(), keys.key_derivation.as_ref());
            self.check_key_kind(algorithm, algo, key, derive, &[]);
        }
        let is_delivery = token.content == JwtContent::Whole;
        let in_claims = is_delivery && matches!(timestamp, Some(TimestampPlace::Json(_)));
        if let (Some(timestamp), false) = (&keys.timestamp, in_claims) {
            self.problem(
                timestamp.span,
                "a token has times of its own: remove `timestamp`, and say `max_age` in `jwt(..)`",
            );
        }
        if let Some(written) = &keys.jwt {
            self.check_detached(written, token.content);
        }
        self.check_token_binds_body(algo.span, token, id);
    }

    /// A detached token has nothing to say.
    fn check_detached(&mut self, keys: &JwtKeys<S>, content: JwtContent) {
        if !matches!(content, JwtContent::Detached | JwtContent::DetachedRaw) {
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
    fn check_token_binds_body(
        &mut self,
        algo: S,
        token: &JwtScheme<Owned>,
        id: &[Vec<Part<Owned>>],
    ) {
        let keys = self.keys;
        let binds = token.content != JwtContent::Claims
            || token.digests.iter().any(|claim| claim.of == Digested::Body);
        // A claim that could not be read may be the one.
        let is_read = keys.jwt.as_ref().is_none_or(|t| t.digest.len() == token.digests.len());
        match &keys.unsigned {
            Some(unsigned) if binds => {
                self.problem(unsigned.span, "the token binds the body: remove `unsigned`");
            }
            None if !binds && is_read => self.problem(
                algo,
                "nothing in the token binds the body: add `jwt(digest = \"claim=sha256:body\")`, or say `unsigned = \"why\"`",
            ),
            _ => {}
        }
        let in_body = |part: &Part<Owned>| matches!(part, Part::Json(_) | Part::Field(_));
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
    pub(super) fn check_signature_place(
        &mut self,
        algorithm: Algorithm,
        place: Option<&Source<Owned>>,
    ) {
        let is_token = algorithm.kind() == AlgorithmKind::WebToken;
        if let (Some(signature), Some(Source::Body), false) =
            (&self.keys.signature, place, is_token)
        {
            self.problem(
                signature.span,
                "only a token is the whole body: say an `algo` such as `jwt-rs256`, or where the signature is",
            );
        }
    }
}

/// The name of a claim that is a text.
fn claim_name(text: &str) -> Result<String, String> {
    if text.is_empty() || matches!(text, "exp" | "nbf" | "iat") {
        return Err(format!(
            "`{text}` is not a claim that the owner of an endpoint can set: write one that is a text, such as `aud` or `email`"
        ));
    }
    Ok(text.to_owned())
}

/// `payload_hash=sha256:body`, with a question mark where it may be missing.
fn claim(text: &str) -> Result<DigestClaim<Owned>, String> {
    let wrong = || {
        format!(
            "`{text}` is not a digest: write a claim and what it holds, as in `sha256=sha256:body` or `url_hash=sha256:url`"
        )
    };
    let (name, digest) = text.split_once('=').ok_or_else(wrong)?;
    let (word, of) = digest.split_once(':').ok_or_else(wrong)?;
    let (of, optional) = match of.strip_suffix('?') {
        Some(of) => (of, true),
        None => (of, false),
    };
    let of = Digested::from_word(of).ok_or_else(wrong)?;
    if name.is_empty() {
        return Err(wrong());
    }
    let digest = Digest::from_word(word).filter(|digest| CLAIMED.contains(digest));
    let words: Vec<&str> = CLAIMED.iter().map(|digest| digest.as_str()).collect();
    let digest = digest.ok_or_else(|| unknown_word("digest of a claim", word, &words))?;
    let (digest, text) = match digest {
        Digest::Sha512 => (ClaimDigest::Sha512, DigestText::Hex),
        Digest::Sha512Base64 => (ClaimDigest::Sha512, DigestText::Base64),
        Digest::Sha256Base64 => (ClaimDigest::Sha256, DigestText::Base64),
        Digest::Sha256Base64Url => (ClaimDigest::Sha256, DigestText::Base64Url),
        _ => (ClaimDigest::Sha256, DigestText::Hex),
    };
    Ok(DigestClaim { name: name.to_owned(), of, digest, text, optional_if_empty: optional })
}

/// The text that [`claim`] reads as this one.
pub(super) fn write_claim<O: Store>(claim: &DigestClaim<O>) -> String {
    let digest = match (claim.digest, claim.text) {
        (ClaimDigest::Sha256, DigestText::Hex) => Digest::Sha256,
        (ClaimDigest::Sha256, DigestText::Base64Url) => Digest::Sha256Base64Url,
        (ClaimDigest::Sha256, _) => Digest::Sha256Base64,
        (ClaimDigest::Sha512, DigestText::Hex) => Digest::Sha512,
        (ClaimDigest::Sha512, _) => Digest::Sha512Base64,
    };
    let optional = if claim.optional_if_empty { "?" } else { "" };
    format!("{}={}:{}{optional}", &*claim.name, digest.as_str(), claim.of.as_str())
}

/// The digests that claims hold.
const CLAIMED: &[Digest] = &[
    Digest::Sha256,
    Digest::Sha256Base64,
    Digest::Sha256Base64Url,
    Digest::Sha512,
    Digest::Sha512Base64,
];

#[cfg(test)]
mod tests {
    use super::{Algorithm, JwtAlgorithm};

    #[test]
    fn every_word_of_a_token_s_algorithm_is_its_name() {
        for algorithm in JwtAlgorithm::ALL {
            let word = format!("jwt-{}", algorithm.as_str().to_ascii_lowercase());
            let declared = Algorithm::from_word(&word).expect(&word);
            assert_eq!(JwtAlgorithm::of(declared), Some(*algorithm));
        }
        let tokens = Algorithm::WORDS.iter().filter(|word| word.starts_with("jwt-"));
        assert_eq!(tokens.count(), JwtAlgorithm::ALL.len());
        assert_eq!(JwtAlgorithm::of(Algorithm::HmacSha256), None);
    }
}
