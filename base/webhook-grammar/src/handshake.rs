//! Handshakes: what a sender asks before it sends deliveries, and how it is answered.

use std::ops::RangeInclusive;

use super::{
    ack::answer_header,
    check::{Check, unknown_word},
    declaration::Text,
    problem::Spanned,
    template::{Part, Use, parse_template},
    words::{Algorithm, AlgorithmKind, Digest, HandshakeMethod, Source},
};

/// The keys of `handshake(..)`.
#[derive(Debug, Clone)]
pub struct HandshakeKeys<S> {
    /// Where `handshake` stands.
    pub span: S,
    /// `method`: that of the request; `POST` unless it is given.
    pub method: Option<Text<S>>,
    /// `when`: what tells the request from a delivery, as in `json:/type=url_verification`.
    pub when: Vec<Text<S>>,
    /// `challenge`: where the text stands that is to be answered.
    pub challenge: Option<Text<S>>,
    /// `token`: where the token stands that the owner and the sender agreed on.
    pub token: Option<Text<S>>,
    /// `answer`: the body of the answer.
    pub answer: Option<Text<S>>,
    /// `header`: the headers of the answer: a name, or a name and what stands there, as in
    /// `X-Hook-Secret={proof}`; the challenge, unless it is said.
    pub header: Vec<Text<S>>,
    /// `proof`: a digest, and what it is of, as in `sha256:{challenge}{token}`.
    pub proof: Option<Text<S>>,
    /// `status`: the status of the answer.
    pub status: Option<Spanned<S, u64>>,
    /// `refusal`: the status where the token is a wrong one, or the challenge is not answered.
    pub refusal: Option<Spanned<S, u64>>,
    /// `unsigned`: why the sender does not sign it.
    pub unsigned: Option<Text<S>>,
}

impl<S> HandshakeKeys<S> {
    /// None of the keys, at a place.
    pub fn new(span: S) -> Self {
        Self {
            span,
            method: None,
            when: Vec::new(),
            challenge: None,
            token: None,
            answer: None,
            header: Vec::new(),
            proof: None,
            status: None,
            refusal: None,
            unsigned: None,
        }
    }
}

/// A coherent handshake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedHandshake {
    /// The method of the request.
    pub method: HandshakeMethod,
    /// What tells the request from a delivery: sources and the values that stand there. Without a
    /// value, that something stands there.
    pub when: Vec<(Source, Option<String>)>,
    /// Where the text stands that is to be answered.
    pub challenge: Option<Source>,
    /// Where the token stands that the owner and the sender agreed on.
    pub token: Option<Source>,
    /// The body of the answer.
    pub answer: Vec<Part>,
    /// The headers of the answer: their names, and what stands there.
    pub header: Vec<(String, Vec<Part>)>,
    /// What `{proof}` is a digest of; without it, it is the challenge's signature.
    pub proof: Option<(Digest, Vec<Part>)>,
    /// The status of the answer.
    pub status: u16,
    /// The status where the token is a wrong one, or the challenge is not answered.
    pub refusal: u16,
    /// Whether the request is signed as a delivery is.
    pub signed: bool,
}

impl CheckedHandshake {
    /// Whether the answer has such a part, in its body or in a header.
    fn shows(&self, part: &Part) -> bool {
        self.answer.contains(part) || self.header.iter().any(|(_, value)| value.contains(part))
    }
}

impl<S: Copy> Check<'_, S> {
    /// Reads one handshake. Without an algorithm, only its keys are read.
    pub(super) fn handshake(
        &mut self,
        keys: &HandshakeKeys<S>,
        algorithm: Option<Algorithm>,
    ) -> Option<CheckedHandshake> {
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
        let token = keys.token.as_ref().and_then(|text| self.read(text, Source::parse));
        let answer = match &keys.answer {
            None => Vec::new(),
            Some(text) => self.read(text, |text| parse_template(text, Use::Reply))?,
        };
        let header = |text: &str| answer_header(text, Use::Reply, Some("{challenge}"));
        let header = keys.header.iter().filter_map(|text| self.read(text, header)).collect();
        let proof = keys.proof.as_ref().and_then(|text| self.read(text, digest_of));
        let unsigned = self.reason(keys.unsigned.as_ref(), "unsigned");
        let checked = CheckedHandshake {
            method,
            when,
            challenge,
            token,
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
        checked: &CheckedHandshake,
        algorithm: Option<Algorithm>,
    ) {
        let echoes = checked.shows(&Part::Challenge) || checked.shows(&Part::Proof);
        if echoes && keys.challenge.is_none() {
            self.problem(
                keys.span,
                "nothing says where the challenge stands: add `challenge = \"query:..\"`, or `header:`, `json:` or `form:`",
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
                format!("a {} is never signed: remove `unsigned`", checked.method.word()),
            );
        }
        let in_body = |source: &Source| !source.is_in_head();
        let sources = checked.when.iter().map(|(source, _)| source);
        if !post && sources.chain(&checked.challenge).chain(&checked.token).any(in_body) {
            self.problem(
                keys.span,
                format!(
                    "a {} has no body: what it asks stands in the query or in a header",
                    checked.method.word()
                ),
            );
        }
        self.check_proof(keys, checked, algorithm);
    }

    fn check_proof(
        &mut self,
        keys: &HandshakeKeys<S>,
        checked: &CheckedHandshake,
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

/// A digest and what it is of, as in `sha256:{challenge}{token}`.
fn digest_of(text: &str) -> Result<(Digest, Vec<Part>), String> {
    let Some((digest, of)) = text.split_once(':') else {
        return Err(format!(
            "`{text}` is no proof: write a digest and what it is of, as in `sha256:{{challenge}}{{token}}`"
        ));
    };
    let digest = Digest::from_word(digest)
        .filter(|digest| *digest != Digest::Sha256Raw)
        .ok_or_else(|| unknown_word("digest of a text", digest, Digest::TEXTS))?;
    Ok((digest, parse_template(of, Use::Proof)?))
}

/// What stands where, as in `json:/type=ping`.
pub(super) fn condition(text: &str) -> Result<(Source, Option<String>), String> {
    match text.split_once('=') {
        Some((source, value)) => Ok((Source::parse(source)?, Some(value.to_owned()))),
        None => Ok((Source::parse(text)?, None)),
    }
}
