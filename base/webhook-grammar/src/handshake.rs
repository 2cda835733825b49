//! Handshakes: what a sender asks before it sends deliveries, and how it is answered.

use std::ops::RangeInclusive;

use super::{
    ack::answer_header,
    check::{Check, unknown_word},
    codec,
    place::Source,
    problem::Spanned,
    store::{Owned, Store, model},
    table::HandshakeKeys,
    template::{Part, Use, parse_template},
    words::{Algorithm, AlgorithmKind, Digest, HandshakeMethod},
};

model! {
/// What a sender asks before it sends deliveries, and how it is answered.
pub struct Handshake {
    /// The method of the request.
    pub method: HandshakeMethod,
    /// What tells the request from a delivery: what stands where; without a value, that something
    /// does.
    pub when: O::List<(Source<O>, Option<O::Text>)>,
    /// Where the text stands that is to be answered.
    pub challenge: Option<Source<O>>,
    /// Where the token stands that the owner and the sender agreed on.
    pub verify_token: Option<Source<O>>,
    /// The body of the answer.
    pub answer: O::List<Part<O>>,
    /// The headers of the answer: their names in lower case, and what stands there.
    pub header: O::List<(O::Text, O::List<Part<O>>)>,
    /// What `{proof}` is the digest of; without it, it is the signature of the challenge.
    pub proof: Option<(Digest, O::List<Part<O>>)>,
    /// The status of the answer.
    pub status: u16,
    /// The status where the token is a wrong one, or the challenge is not answered.
    pub refusal: u16,
    /// Whether the request is signed as a delivery is.
    pub signed: bool,
}
}

impl<O: Store> Handshake<O> {
    /// Whether the answer is made under the signing key.
    pub fn proves(&self) -> bool {
        self.proof.is_none() && self.shows(&Part::Proof)
    }

    /// Whether the answer has such a part, in its body or in a header.
    fn shows(&self, part: &Part<O>) -> bool {
        self.answer.contains(part) || self.header.iter().any(|(_, value)| value.contains(part))
    }
}

impl<S: Copy> Check<'_, S> {
    /// Reads one handshake. Without an algorithm, only its keys are read.
    pub(super) fn handshake(
        &mut self,
        keys: &HandshakeKeys<S>,
        algorithm: Option<Algorithm>,
    ) -> Option<Handshake<Owned>> {
        let method = match &keys.method {
            None => HandshakeMethod::Post,
            Some(_) => self.word(
                keys.method.as_ref(),
                HandshakeMethod::from_word,
                "method",
                HandshakeMethod::WORDS,
            )?,
        };
        let when = keys.when.iter().filter_map(|text| self.read(text, condition)).collect();
        let challenge = keys.challenge.as_ref().and_then(|text| self.read(text, Source::parse));
        let verify_token =
            keys.verify_token.as_ref().and_then(|text| self.read(text, Source::parse));
        let answer = match &keys.answer {
            None => Vec::new(),
            Some(text) => self.read(text, |text| parse_template(text, Use::Reply))?,
        };
        let header = |text: &str| answer_header(text, Use::Reply, Some("{challenge}"));
        let header = keys.header.iter().filter_map(|text| self.read(text, header)).collect();
        let proof = keys.proof.as_ref().and_then(|text| self.read(text, digest_of));
        let unsigned = keys
            .unsigned
            .as_ref()
            .and_then(|text| self.read(text, |text| codec::reason::read("unsigned", text)));
        let checked = Handshake {
            method,
            when,
            challenge,
            verify_token,
            answer,
            header,
            proof,
            status: self.status(keys.status, "status", 200..=299, "accepts").unwrap_or(200),
            refusal: self.status(keys.refusal, "refusal", 400..=499, "refuses").unwrap_or(403),
            signed: method == HandshakeMethod::Post && unsigned.is_none(),
        };
        self.check_handshake(keys, &checked, algorithm);
        Some(checked)
    }

    fn status(
        &mut self,
        status: Option<Spanned<S, u64>>,
        key: &str,
        range: RangeInclusive<u16>,
        does: &str,
    ) -> Option<u16> {
        let status = status?;
        let read = u16::try_from(status.value).ok().filter(|status| range.contains(status));
        if read.is_none() {
            let (from, to) = range.into_inner();
            let sentence =
                format!("`{}` {does} nothing: `{key}` is one from {from} to {to}", status.value);
            self.problem(status.span, sentence);
        }
        read
    }

    fn check_handshake(
        &mut self,
        keys: &HandshakeKeys<S>,
        checked: &Handshake<Owned>,
        algorithm: Option<Algorithm>,
    ) {
        let echoes = checked.shows(&Part::Challenge) || checked.shows(&Part::Proof);
        if echoes && keys.challenge.is_none() {
            self.problem(
                keys.span,
                "the challenge has no location: add `challenge = \"query:..\"`, or `header:`, `json:` or `form:`",
            );
        }
        // Without `when` the challenge alone tells the request from a delivery, and may want no answer.
        if let (Some(challenge), false, false) = (&keys.challenge, echoes, keys.when.is_empty()) {
            self.problem(
                challenge.span,
                "the challenge is not answered: add `answer = \"{challenge}\"`",
            );
        }
        if let (Some(challenge), None, Some(Source::Query(_))) =
            (&keys.challenge, &keys.method, &checked.challenge)
        {
            self.problem(
                challenge.span,
                "a challenge in the query mostly comes with a `GET`: add `method = \"GET\"`, or `method = \"POST\"` where the sender posts it",
            );
        }
        let post = checked.method == HandshakeMethod::Post;
        if post && keys.when.is_empty() && keys.challenge.is_none() {
            self.problem(
                keys.span,
                "every delivery would be this handshake: say what tells it apart, as in `when = \"json:/type=ping\"`",
            );
        }
        if let (Some(unsigned), false) = (&keys.unsigned, post) {
            self.problem(
                unsigned.span,
                format!("a {} is never signed: remove `unsigned`", checked.method.as_str()),
            );
        }
        let in_body = |source: &Source<Owned>| !source.is_in_head();
        let sources = checked.when.iter().map(|(source, _)| source);
        if !post && sources.chain(&checked.challenge).chain(&checked.verify_token).any(in_body) {
            self.problem(
                keys.span,
                format!(
                    "a {} has no body: what it asks is in the query or in a header",
                    checked.method.as_str()
                ),
            );
        }
        self.check_proof(keys, checked, algorithm);
    }

    fn check_proof(
        &mut self,
        keys: &HandshakeKeys<S>,
        checked: &Handshake<Owned>,
        algorithm: Option<Algorithm>,
    ) {
        let shown = checked.shows(&Part::Proof);
        if let Some(written) = &keys.proof {
            let Some((_, parts)) = &checked.proof else { return };
            if !parts.contains(&Part::Challenge) {
                self.problem(
                    written.span,
                    "the same proof would answer every challenge: add `{challenge}`",
                );
            }
            if !shown {
                self.problem(
                    written.span,
                    "the answer does not show the proof: add `{proof}` to `answer` or `header`, or remove `proof`",
                );
            }
            return;
        }
        let keyed = algorithm.is_none_or(|algorithm| algorithm.kind() == AlgorithmKind::Hmac);
        let mut written = keys.answer.iter().chain(&keys.header);
        if let (true, false, Some(text)) =
            (shown, keyed, written.find(|text| text.value.contains("{proof}")))
        {
            self.problem(
                text.span,
                "`{proof}` is an HMAC: `algo` has to name one, or `proof` what it is a digest of",
            );
        }
    }
}

/// A digest and what it is of, as in `sha256:{challenge}{verify_token}`.
fn digest_of(text: &str) -> Result<(Digest, Vec<Part<Owned>>), String> {
    let Some((digest, of)) = text.split_once(':') else {
        return Err(format!(
            "`{text}` is not a proof: write a digest and what it is of, as in `sha256:{{challenge}}{{verify_token}}`"
        ));
    };
    let digest = Digest::from_word(digest)
        .filter(|digest| *digest != Digest::Sha256Raw)
        .ok_or_else(|| unknown_word("digest of a text", digest, Digest::TEXTS))?;
    Ok((digest, parse_template(of, Use::Proof)?))
}

/// What stands where, as in `json:/type=ping`.
pub(super) fn condition(text: &str) -> Result<(Source<Owned>, Option<String>), String> {
    match text.split_once('=') {
        Some((source, value)) => Ok((Source::parse(source)?, Some(value.to_owned()))),
        None => Ok((Source::parse(text)?, None)),
    }
}

/// The text that [`condition`] reads as this one.
pub(super) fn write_condition<O: Store>((at, value): &(Source<O>, Option<O::Text>)) -> String {
    match value {
        Some(value) => format!("{at}={}", &**value),
        None => at.to_string(),
    }
}
