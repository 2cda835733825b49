//! Handshakes: what a sender asks before it sends deliveries, and how it is answered.

use super::{
    check::{Check, header_name},
    declaration::Text,
    problem::Spanned,
    template::{Part, Use, parse_template},
    words::{Algorithm, AlgorithmKind, HandshakeMethod, Source},
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
    /// `header`: the header of the answer that carries the challenge.
    pub header: Option<Text<S>>,
    /// `status`: the status of the answer.
    pub status: Option<Spanned<S, u64>>,
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
            header: None,
            status: None,
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
    /// The header of the answer that carries the challenge.
    pub header: Option<String>,
    /// The status of the answer.
    pub status: u16,
    /// Whether the request is signed as a delivery is.
    pub signed: bool,
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
        let header = keys.header.as_ref().and_then(|text| self.read(text, header_name));
        let unsigned = self.reason(keys.unsigned.as_ref(), "unsigned");
        let checked = CheckedHandshake {
            method,
            when,
            challenge,
            token,
            answer,
            header,
            status: self.status(keys),
            signed: method == HandshakeMethod::Post && unsigned.is_none(),
        };
        self.check_handshake(keys, &checked, algorithm);
        Some(checked)
    }

    fn status(&mut self, keys: &HandshakeKeys<S>) -> u16 {
        let Some(status) = &keys.status else { return 200 };
        if let Ok(status @ 200..=299) = u16::try_from(status.value) {
            return status;
        }
        self.problem(
            status.span,
            format!("`{}` accepts nothing: `status` is one from 200 to 299", status.value),
        );
        200
    }

    fn check_handshake(
        &mut self,
        keys: &HandshakeKeys<S>,
        checked: &CheckedHandshake,
        algorithm: Option<Algorithm>,
    ) {
        let echoes = checked.answer.iter().any(|part| !matches!(part, Part::Text(_)));
        if (echoes || checked.header.is_some()) && keys.challenge.is_none() {
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
        let keyed = algorithm.is_none_or(|algorithm| algorithm.kind() == AlgorithmKind::Hmac);
        if let (Some(answer), true, false) =
            (&keys.answer, checked.answer.contains(&Part::Proof), keyed)
        {
            self.problem(answer.span, "`{proof}` is an HMAC: `algo` has to name one");
        }
    }
}

/// What stands where, as in `json:/type=ping`.
pub(super) fn condition(text: &str) -> Result<(Source, Option<String>), String> {
    match text.split_once('=') {
        Some((source, value)) => Ok((Source::parse(source)?, Some(value.to_owned()))),
        None => Ok((Source::parse(text)?, None)),
    }
}
