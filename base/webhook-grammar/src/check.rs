//! What makes a coherent scheme of a declaration: every key is read, then every rule is asked.

use super::{
    format::Format,
    keys::Text,
    nearest::alternatives,
    place::{Source, is_header_name},
    problem::{Problem, one_of},
    store::Owned,
    table::{Checked, Declaration},
    template::{Part, Use, parse_template},
    way::First,
    words::{Algorithm, AlgorithmKind, BodyForm, Encoding, KeyForm, MessageChoice},
};

/// The check of a declaration, under way.
pub(super) struct Check<'a, S> {
    pub(super) keys: &'a Declaration<S>,
    pub(super) whole: S,
    pub(super) problems: &'a mut Vec<Problem<S>>,
}

impl<'a, S: Copy> Check<'a, S> {
    pub(super) fn new(
        keys: &'a Declaration<S>,
        whole: S,
        problems: &'a mut Vec<Problem<S>>,
    ) -> Self {
        Self { keys, whole, problems }
    }

    /// Reads the keys that can be read alone.
    pub(super) fn each(mut self) {
        let keys = self.keys;
        self.read_regular(&mut Checked::start());
        if let Some(name) = &keys.name {
            self.name(name);
        }
        self.algorithm();
        self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        self.headers();
        self.signature();
        self.format();
        self.messages();
        self.message_choice();
        self.body();
        self.secret_encoding();
        for way in &keys.alternative {
            self.way_each(way);
        }
        if let Some(jwt) = &keys.jwt {
            self.jwt_keys(jwt);
        }
        self.fetch();
        if let Some(timestamp) = &keys.timestamp {
            self.timestamp_each(timestamp);
        }
        self.ack();
        for handshake in &keys.handshake {
            self.handshake(handshake, None);
        }
    }

    /// What cannot be left out.
    fn check_missing(&mut self) {
        if self.keys.custom.is_some() {
            return;
        }
        if self.keys.algo.is_none() {
            self.problem(
                self.whole,
                format!(
                    "`algo` is missing: say how deliveries are signed, with {}",
                    one_of(Algorithm::WORDS)
                ),
            );
        }
        let basic = self.keys.algo.as_ref().is_some_and(|algo| algo.value == "basic");
        match &self.keys.signature {
            None if self.keys.header.is_empty() && !basic => self.problem(
                self.whole,
                "`header` is missing: say which header carries the signature, as in `header = \"x-signature\"`",
            ),
            Some(signature) if !self.keys.header.is_empty() => self.problem(
                signature.span,
                "the signature has one location: keep `header` or `signature`",
            ),
            _ => {}
        }
    }

    /// Reads every key, then asks what has to hold between them.
    pub(super) fn run(mut self) -> Option<Checked<Owned>> {
        let keys = self.keys;
        let mut checked = Checked::start();
        self.check_missing();
        if let Some(name) = &keys.name {
            self.name(name);
            checked.name.clone_from(&name.value);
        }
        self.read_regular(&mut checked);
        let algorithm = self.algorithm().or(keys.custom.map(|_| Algorithm::HmacSha256));
        let basic = algorithm == Some(Algorithm::Basic);
        let encoding =
            self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        checked.encoding = encoding.unwrap_or(if basic { Encoding::Base64 } else { Encoding::Hex });
        checked.headers = self.headers();
        match self.signature() {
            Some(Source::Header(name)) => checked.headers.push(name),
            other => checked.signature = other,
        }
        if checked.headers.is_empty() && basic {
            checked.headers.push("authorization".to_owned());
        }
        let format = self.format();
        checked.format_text = match &keys.format {
            Some(format) => format.value.clone(),
            None if basic => "Basic {signature}".to_owned(),
            None => "{signature}".to_owned(),
        };
        checked.separator = keys.separator.as_ref().and_then(|text| separator(&text.value).ok());
        let message = self.messages();
        checked.message_texts = match (keys.message.as_slice(), message.as_deref()) {
            ([], Some([_, ..])) => vec!["{body}".to_owned()],
            (texts, _) => texts.iter().map(|text| text.value.clone()).collect(),
        };
        checked.message_choice = self.message_choice().unwrap_or(MessageChoice::Any);
        self.check_message_choice();
        checked.body = self.body().unwrap_or(BodyForm::Raw);
        let secret_encoding = self.secret_encoding();
        checked.secret_encoding = secret_encoding.unwrap_or(KeyForm::Utf8);
        if let Some(prefix) = &keys.secret_prefix {
            checked.secret_prefix.clone_from(&prefix.value);
        }
        checked.alternatives = self.ways(&First {
            algorithm,
            encoding,
            format: format.as_ref(),
            key: secret_encoding,
            derive: checked.key_derivation,
        });
        checked.jwt = self.jwt(algorithm, &checked).map(Box::new);
        checked.public_keys = self.fetch().map(Box::new);
        checked.timestamp = self.timestamp(format.as_ref());
        (checked.ack, checked.ack_body) = self.ack();
        self.check_ack(checked.ack);
        let handshakes = keys.handshake.iter();
        checked.handshake =
            handshakes.filter_map(|handshake| self.handshake(handshake, algorithm)).collect();
        self.check_weak(algorithm, &checked.alternatives);
        checked.algorithm = algorithm?;
        checked.format = format?;
        checked.message = message?;
        self.check_between(&checked);
        Some(checked)
    }

    /// What has to hold between the keys.
    fn check_between(&mut self, checked: &Checked<Owned>) {
        let keys = self.keys;
        let Checked { algorithm, format, message, alternatives, timestamp, id, .. } = checked;
        self.check_kind(*algorithm, message);
        self.check_ways(&checked.first_way(), message, alternatives);
        self.check_custom();
        if let Some(fetch) = checked.public_keys.as_ref().filter(|_| keys.custom.is_none()) {
            self.check_fetch(*algorithm, alternatives, fetch);
        }
        self.check_signature_place(*algorithm, checked.signature.as_ref());
        if let Some(token) = &checked.jwt {
            let place = timestamp.as_ref().map(|timestamp| &timestamp.place);
            self.check_token(*algorithm, token, place, id);
        } else if algorithm.kind() != AlgorithmKind::Equality && keys.custom.is_none() {
            // What code signs, only its author can say.
            self.check_body_is_signed(message);
            self.check_timestamp_is_signed(message, timestamp.as_ref());
        }
        self.check_tolerance_lasts(timestamp.as_ref(), checked.retry_window);
        self.check_parts_are_defined(message, format, id);
        self.check_id_is_no_type(id, &checked.event_type);
        if keys.custom.is_none() {
            self.check_id_is_signed(checked, message, id);
            self.check_id_has_borders(message, timestamp.as_ref(), id);
        }
    }

    pub(super) fn problem(&mut self, span: S, sentence: impl Into<String>) {
        self.problems.push(Problem::new(span, sentence));
    }

    pub(super) fn read<T>(
        &mut self,
        from: &Text<S>,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        match parse(&from.value) {
            Ok(value) => Some(value),
            Err(sentence) => {
                self.problem(from.span, sentence);
                None
            }
        }
    }

    pub(super) fn word<T>(
        &mut self,
        from: Option<&Text<S>>,
        parse: impl FnOnce(&str) -> Option<T>,
        kind: &str,
        known: &[&str],
    ) -> Option<T> {
        let from = from?;
        self.read(from, |word| parse(word).ok_or_else(|| unknown_word(kind, word, known)))
    }

    fn name(&mut self, name: &Text<S>) {
        let fine = !name.value.is_empty()
            && name
                .value
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fine {
            self.problem(
                name.span,
                format!(
                    "invalid provider name `{}`: use lower-case letters, digits and `-`",
                    name.value
                ),
            );
        }
    }

    fn algorithm(&mut self) -> Option<Algorithm> {
        self.read_algorithm(self.keys.algo.as_ref())
    }

    /// An algorithm; of the field's names for one, the word is named that is meant.
    pub(super) fn read_algorithm(&mut self, text: Option<&Text<S>>) -> Option<Algorithm> {
        self.read(text?, |word| {
            Algorithm::from_word(word).ok_or_else(|| match algorithm_meant(word) {
                Some(meant) => format!("unknown algorithm `{word}`: write `{meant}`"),
                None => unknown_word("algorithm", word, Algorithm::WORDS),
            })
        })
    }

    fn headers(&mut self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for header in &self.keys.header {
            let name = header.value.to_ascii_lowercase();
            if self.read(header, numbered_header_name).is_none() {
                continue;
            }
            if names.contains(&name) {
                self.problem(header.span, format!("duplicate header `{}`", header.value));
            } else {
                names.push(name);
            }
        }
        names
    }

    fn format(&mut self) -> Option<Format<Owned>> {
        let separator = match &self.keys.separator {
            None => None,
            Some(text) => self.read(text, separator),
        };
        match &self.keys.format {
            Some(text) => self.read(text, |text| Format::parse(text, separator)),
            None if self.keys.algo.as_ref().is_some_and(|algo| algo.value == "basic") => {
                Format::parse("Basic {signature}", None).ok()
            }
            None => Format::parse("{signature}", separator).ok(),
        }
    }

    fn signature(&mut self) -> Option<Source<Owned>> {
        let text = self.keys.signature.as_ref()?;
        // signature = "body"
        if text.value == "body" {
            return Some(Source::Body);
        }
        self.read(text, Source::parse)
    }

    /// The alternatives; none where the algorithm signs nothing.
    fn messages(&mut self) -> Option<Vec<Vec<Part<Owned>>>> {
        let has_none =
            self.keys.algo.as_ref().and_then(|algo| Algorithm::from_word(&algo.value)).is_some_and(
                |algorithm| {
                    matches!(algorithm.kind(), AlgorithmKind::Equality | AlgorithmKind::WebToken)
                },
            );
        match self.keys.message.as_slice() {
            [] if has_none => Some(Vec::new()),
            [] => Some(vec![vec![Part::Body]]),
            texts => {
                let read: Vec<Vec<Part<Owned>>> = texts
                    .iter()
                    .filter_map(|text| self.read(text, |text| parse_template(text, Use::Message)))
                    .collect();
                (read.len() == texts.len()).then_some(read)
            }
        }
    }

    /// Which of several messages counts, where it is said.
    fn message_choice(&mut self) -> Option<MessageChoice> {
        let text = self.keys.message_choice.as_ref();
        let kind = "way to choose a message";
        self.word(text, MessageChoice::from_word, kind, MessageChoice::WORDS)
    }

    fn body(&mut self) -> Option<BodyForm> {
        let kind = "form of a body";
        self.word(self.keys.body.as_ref(), BodyForm::from_word, kind, BodyForm::WORDS)
    }

    fn secret_encoding(&mut self) -> Option<KeyForm> {
        let text = self.keys.secret_encoding.as_ref();
        self.word(text, KeyForm::from_word, "form of a key", KeyForm::WORDS)
    }
}

/// The word for an algorithm that has another name elsewhere: `HMAC-SHA256`, `hmac_sha256`, `RS256`.
fn algorithm_meant(name: &str) -> Option<&'static str> {
    let plain = name.to_ascii_lowercase().replace(['_', ' '], "-");
    let bare = plain.strip_prefix("hmac-").unwrap_or(&plain);
    let bare = bare.strip_suffix("-hmac").unwrap_or(bare);
    let (jwt, joined) = (format!("jwt-{bare}"), bare.replace("sha-", "sha"));
    let mut words = Algorithm::WORDS.iter().copied();
    words.find(|word| *word != name && (*word == bare || *word == joined || *word == jwt))
}

fn separator(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [c] if !c.is_ascii_alphanumeric() && !c.is_ascii_control() => Ok(*c),
        _ => Err(format!(
            "`{text}` is not a separator: it is one ASCII character, as in `,` or a space"
        )),
    }
}

/// A header, or several of them with a number from 1 in their names: `X-Signature-{n}`.
fn numbered_header_name(text: &str) -> Result<String, String> {
    match text.split_once("{n}") {
        Some((before, after)) => {
            header_name(before)?;
            if after.is_empty() { Ok(String::new()) } else { header_name(after) }
        }
        None => header_name(text),
    }
}

pub(super) fn header_name(text: &str) -> Result<String, String> {
    if let Some(sent) = text.strip_prefix("HTTP_") {
        return Err(format!(
            "`{text}` is how CGI writes a header: write it as it is sent, `{}`",
            sent.replace('_', "-")
        ));
    }
    if is_header_name(text) {
        return Ok(text.to_ascii_lowercase());
    }
    Err(format!("invalid header name `{text}`: letters, digits and `-`, without a colon"))
}

pub(super) fn unknown_word(kind: &str, word: &str, known: &[&str]) -> String {
    format!("unknown {kind} `{word}`: {}", alternatives(word, known, str::to_owned))
}
