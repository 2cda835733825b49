//! Deliveries that are signed with tokens.

use std::fmt;

use crate::{
    clock::Clock,
    request::{Address, Header},
    scheme::{Scheme, Way},
};

/// What the token of a request is found and read by.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "without the feature `jwt` nobody reads tokens")]
pub(crate) struct JwtPlace<'s> {
    pub(super) scheme: &'static Scheme,
    pub(super) own: &'s Way,
    pub(super) headers: &'s [Header],
    pub(super) address: Option<&'s Address>,
    pub(super) clock: &'s dyn Clock,
}

impl fmt::Debug for JwtPlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwtPlace").field("scheme", &self.scheme.data.name).finish_non_exhaustive()
    }
}

#[cfg(feature = "jwt")]
mod with {
    use std::{
        borrow::Cow,
        time::{Duration, SystemTime},
    };

    use bytes::Bytes;
    use http::request;

    use super::{
        super::{
            candidates::take_apart,
            keys::{key_bytes, split_owner, ways_of},
            public::Fetched,
        },
        JwtPlace,
    };
    use crate::{
        error::SetupError,
        grammar::FormatPart,
        keys::{
            Secret, Secrets,
            jwt::{
                self, Digested, JwtAlgorithm, JwtContent, JwtError, JwtInput, JwtSigning,
                JwtVerifier, Opened, Prepared, VerifiedToken,
            },
            public_key::{Message, PrivateKey, PublicKey},
        },
        rejection::Rejection,
        request::text_of,
        scheme::{Scheme, Source, Way},
    };

    /// What verifies the tokens of a scheme.
    #[derive(Debug, Clone)]
    pub(crate) struct Tokens {
        verifier: JwtVerifier,
        /// The values of the claims that owners say, with the places of their secrets.
        owners: Vec<Vec<String>>,
        is_fetched: bool,
    }

    /// A token that was opened before the body came.
    pub(crate) struct Early(Opened);

    /// What a token showed.
    pub(crate) struct Shown {
        pub(crate) secret: usize,
        pub(crate) signed_at: Option<SystemTime>,
        /// The claims, where they are the delivery.
        pub(crate) delivery: Option<Bytes>,
    }

    impl Tokens {
        /// Prepares the keys of a scheme of tokens; `None` for others.
        pub(crate) fn new(
            scheme: &Scheme,
            own: Way,
            secrets: &Secrets,
            is_fetched: bool,
        ) -> Result<Option<Self>, SetupError> {
            let Some(token) = scheme.data.jwt else { return Ok(None) };
            let owners = owners(scheme, secrets);
            if is_fetched {
                let verifier = JwtVerifier::without_keys(token)?;
                return Ok(Some(Self { verifier, owners, is_fetched }));
            }
            let ways: Vec<Way> =
                std::iter::once(own).chain(scheme.data.alternatives.iter().copied()).collect();
            let mut keys = Vec::new();
            for (index, secret) in secrets.iter().enumerate() {
                let of_this = |why: &dyn std::fmt::Display| {
                    SetupError::new(format!("secret {index} of `{}`: {why}", scheme.data.name))
                };
                let mut refused = None;
                let before = keys.len();
                let (_, text) = split_owner(scheme, secret.expose());
                let secret = Secret::new(text);
                for (_, way) in ways_of(&ways, text).unwrap_or_default() {
                    match key(way, &secret) {
                        Ok(key) => keys.push((index, key)),
                        Err(why) => refused = refused.or(Some(why)),
                    }
                }
                if keys.len() == before {
                    return Err(of_this(&refused.unwrap_or_else(|| "it is no key".to_owned())));
                }
            }
            JwtVerifier::with_keys(token, keys)
                .map(|verifier| Some(Self { verifier, owners, is_fetched }))
        }

        /// Opens a token that stands in the head and vouches for the body by a claim: nothing of
        /// the body has to be read to refuse it.
        pub(crate) fn begin(
            &self,
            place: JwtPlace<'_>,
            parts: &request::Parts,
            fetched: &Fetched,
        ) -> Result<Option<Early>, Rejection> {
            let in_head = !matches!(
                place.scheme.data.signature,
                Some(Source::Body | Source::Json(_) | Source::Form(_))
            );
            if !in_head {
                return Ok(None);
            }
            let token = read(place, parts, &[])?;
            if self.verifier.scheme().content != JwtContent::Claims {
                return Ok(None);
            }
            let input = JwtInput::new(&token, &[], place.clock.now());
            self.open(&input, fetched).map(Early).map(Some).map_err(|error| refused(place, error))
        }

        /// Verifies the token of a request that is complete.
        pub(crate) fn finish(
            &self,
            early: Option<Early>,
            place: JwtPlace<'_>,
            parts: &request::Parts,
            body: &[u8],
            fetched: &Fetched,
        ) -> Result<Shown, Rejection> {
            let token = if early.is_none() { read(place, parts, body)? } else { Cow::default() };
            let mut input = JwtInput::new(&token, body, place.clock.now());
            let signs_url =
                self.verifier.scheme().digests.iter().any(|claim| claim.of == Digested::Url);
            let url = if signs_url { url(place, parts)? } else { String::new() };
            if signs_url {
                input = input.url(&url);
            }
            let opened = match early {
                Some(Early(opened)) => Ok(opened),
                None => self.open(&input, fetched),
            };
            let shown = opened.and_then(|opened| self.verifier.bind(opened, &input));
            let shown = shown.map_err(|error| refused(place, error))?;
            Ok(Shown {
                secret: self.secret(&shown)?,
                signed_at: shown.issued_at(),
                delivery: (self.verifier.scheme().content == JwtContent::Whole)
                    .then(|| shown.into_payload().into()),
            })
        }
    }

    impl Tokens {
        /// How long ago a token may have been issued, instead of what is declared.
        pub(crate) fn set_max_age(&mut self, max_age: Duration) {
            self.verifier = self.verifier.clone().max_age(max_age);
        }

        /// Under the keys that are known, or under those that were fetched.
        fn open(&self, input: &JwtInput<'_>, fetched: &Fetched) -> Result<Opened, JwtError> {
            if self.is_fetched {
                return self.verifier.open_under(fetched.keys(), input);
            }
            self.verifier.open(input)
        }

        /// Which secret a token is for: that whose key it was signed with, or whose owner says what
        /// the token does.
        fn secret(&self, shown: &VerifiedToken) -> Result<usize, Rejection> {
            let claims = self.verifier.scheme().owner;
            let is_said = |said: &Vec<String>| {
                said.len() == claims.len()
                    && claims.iter().zip(said).all(|(claim, said)| shown.says(claim, said))
            };
            let secret = match (self.is_fetched, claims.is_empty()) {
                // A key that was fetched is nobody's secret.
                (true, true) => Some(0),
                (true, false) => self.owners.iter().position(is_said),
                (false, true) => Some(shown.key()),
                (false, false) => {
                    shown.keys().find(|key| self.owners.get(*key).is_some_and(is_said))
                }
            };
            secret.ok_or(Rejection::Signature)
        }
    }

    /// What the owners say of claims, one text a line.
    fn owners(scheme: &Scheme, secrets: &Secrets) -> Vec<Vec<String>> {
        let lines = |secret: &Secret| -> Vec<String> {
            let (said, _) = split_owner(scheme, secret.expose());
            let lines = said.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
            lines.map(|line| String::from_utf8_lossy(line).trim().to_owned()).collect()
        };
        secrets.iter().map(lines).collect()
    }

    /// The id of the key that the token of a request names.
    pub(crate) fn key_id(
        place: JwtPlace<'_>,
        parts: &request::Parts,
        body: &[u8],
    ) -> Result<Option<String>, Rejection> {
        let token = read(place, parts, body)?;
        jwt::key_id(&token).map_err(|error| match error {
            // Nothing of it is authentic, so that nothing is worth telling apart.
            JwtError::Json => refused(place, JwtError::Malformed),
            error => refused(place, error),
        })
    }

    fn key(way: &Way, secret: &Secret) -> Result<Prepared, String> {
        let algorithm = JwtAlgorithm::of(way.algorithm).ok_or("it signs no tokens")?;
        let Some(public) = jwt::public_key(algorithm) else {
            let key = key_bytes(way, secret)
                .ok_or_else(|| format!("not {}", way.secret_encoding.as_str()))?;
            return Prepared::of_secret(algorithm, &key).map_err(|why| why.to_string());
        };
        let text = secret.expose();
        let text = text.strip_prefix(way.secret_prefix.as_bytes()).unwrap_or(text);
        PublicKey::new(public, text).map(Prepared::Public).map_err(|why| why.to_string())
    }

    fn url(place: JwtPlace<'_>, parts: &request::Parts) -> Result<String, Rejection> {
        let address = place.address.as_ref().ok_or(Rejection::UnknownAddress)?;
        Ok(address.url(&parts.uri))
    }

    /// The token's text.
    fn read<'a>(
        place: JwtPlace<'_>,
        parts: &'a request::Parts,
        body: &'a [u8],
    ) -> Result<Cow<'a, [u8]>, Rejection> {
        let scheme = place.scheme;
        let in_format = |text: &[u8]| {
            let mut token = None;
            take_apart(&place.own.format, text, |part, text| {
                if part == FormatPart::Signature {
                    token = token.take().or(Some(text.to_vec()));
                }
            });
            token
        };
        if let Some(source) = scheme.data.signature {
            let text = text_of(source, parts, body)?.ok_or(Rejection::MissingSignature)?;
            return in_format(&text).map(Cow::Owned).ok_or(Rejection::MalformedSignature);
        }
        let mut missing = None;
        for header in place.headers {
            let Some(text) = header.value(&parts.headers)? else {
                missing = missing.or_else(|| Some(header.missing()));
                continue;
            };
            return in_format(text)
                .map(Cow::Owned)
                .ok_or_else(|| header.malformed("a token in its compact form"));
        }
        Err(missing.unwrap_or(Rejection::MissingSignature))
    }

    fn refused(place: JwtPlace<'_>, error: JwtError) -> Rejection {
        match (error, place.headers.first()) {
            (JwtError::Malformed, None) => Rejection::MalformedSignature,
            (error, header) => {
                error.into_rejection(header.map(|header| header.name).unwrap_or_default())
            }
        }
    }

    /// A token for a body, as the sender would make it; empty where the text is no key.
    pub(crate) fn sign(
        scheme: &Scheme,
        way: &Way,
        secret: &Secret,
        body: &[u8],
        url: &str,
        key_id: Option<&str>,
        at: SystemTime,
    ) -> String {
        let (Some(token), Some(algorithm)) = (scheme.data.jwt, JwtAlgorithm::of(way.algorithm))
        else {
            return String::new();
        };
        let mut signing = JwtSigning::new(token).algorithm(algorithm).at(at).body(body).url(url);
        if let Some(id) = key_id {
            signing = signing.key_id(id);
        }
        let (said, key) = split_owner(scheme, secret.expose());
        for (claim, line) in token.owner.iter().zip(said.split(|byte| *byte == b'\n')) {
            signing = signing.claim(*claim, String::from_utf8_lossy(line).trim());
        }
        let secret = &Secret::new(key);
        let Some(public) = jwt::public_key(algorithm) else {
            let key = key_bytes(way, secret);
            let key = key.as_ref().map_or(secret.expose(), |key| key.as_slice());
            return signing.under_secret(&Secret::new(key)).unwrap_or_default();
        };
        let Some(private) = PrivateKey::new(public, secret.expose()) else { return String::new() };
        signing.signed_by(|data| {
            let mut message = Message::new(public);
            message.update(data);
            private.sign(&message.finish()).unwrap_or_default()
        })
    }
}

/// Stands for all of it where no token can be read.
#[cfg(not(feature = "jwt"))]
#[allow(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "it looks like what it stands for"
)]
mod without {
    use std::time::{Duration, SystemTime};

    use bytes::Bytes;
    use http::request;

    use super::{super::public::Fetched, JwtPlace};
    use crate::{
        error::SetupError,
        keys::{Secret, Secrets},
        rejection::Rejection,
        scheme::{Scheme, Way},
    };

    #[derive(Debug, Clone)]
    pub(crate) enum Tokens {}

    pub(crate) struct Early;

    pub(crate) struct Shown {
        pub(crate) secret: usize,
        pub(crate) signed_at: Option<SystemTime>,
        pub(crate) delivery: Option<Bytes>,
    }

    impl Tokens {
        pub(crate) fn set_max_age(&mut self, _: Duration) {
            match *self {}
        }

        pub(crate) fn new(
            _: &Scheme,
            _: Way,
            _: &Secrets,
            _: bool,
        ) -> Result<Option<Self>, SetupError> {
            Ok(None)
        }

        pub(crate) fn begin(
            &self,
            _: JwtPlace<'_>,
            _: &request::Parts,
            _: &Fetched,
        ) -> Result<Option<Early>, Rejection> {
            match *self {}
        }

        pub(crate) fn finish(
            &self,
            _: Option<Early>,
            _: JwtPlace<'_>,
            _: &request::Parts,
            _: &[u8],
            _: &Fetched,
        ) -> Result<Shown, Rejection> {
            match *self {}
        }
    }

    #[cfg(feature = "public-key")]
    pub(crate) fn key_id(
        _: JwtPlace<'_>,
        _: &request::Parts,
        _: &[u8],
    ) -> Result<Option<String>, Rejection> {
        Ok(None)
    }

    pub(crate) fn sign(
        _: &Scheme,
        _: &Way,
        _: &Secret,
        _: &[u8],
        _: &str,
        _: Option<&str>,
        _: SystemTime,
    ) -> String {
        String::new()
    }
}

#[cfg(feature = "jwt")]
pub(crate) use with::{Early, Tokens, key_id, sign};
#[cfg(all(feature = "public-key", not(feature = "jwt")))]
pub(crate) use without::key_id;
#[cfg(not(feature = "jwt"))]
pub(crate) use without::{Early, Tokens, sign};
