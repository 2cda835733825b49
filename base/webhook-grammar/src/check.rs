//! What makes a coherent scheme of a declaration: every key is read, then every rule is asked.

use std::net::IpAddr;

use super::{
    declaration::{Checked, CheckedTimestamp, Declaration, Text, TimestampKeys},
    format::{Format, FormatPart},
    nearest::alternatives,
    place::{Place, is_header_name, pointer_segments},
    problem::{Problem, one_of},
    template::{Part, Use, field_name, parse_template},
    way::First,
    words::{
        Algorithm, AlgorithmKind, Alternatives, BodyForm, Derivation, Digest, Encoding, Evidence,
        KeyForm, Source, TimestampPlace, Unit,
    },
};

/// The check of a declaration, under way.
pub(super) struct Check<'a, S> {
    pub(super) keys: &'a Declaration<S>,
    whole: S,
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
        if let Some(name) = &keys.name {
            self.name(name);
        }
        self.title();
        self.evidence();
        self.algorithm();
        self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        self.headers();
        self.signature();
        self.format();
        self.messages();
        self.alternatives();
        self.digest();
        self.word(keys.derive.as_ref(), Derivation::from_word, "derivation", Derivation::WORDS);
        self.word(keys.body.as_ref(), BodyForm::from_word, "form of a body", BodyForm::WORDS);
        self.word(keys.key.as_ref(), KeyForm::from_word, "form of a key", KeyForm::WORDS);
        for way in &keys.or {
            self.way_each(way);
        }
        if let Some(token) = &keys.token {
            self.token_keys(token);
        }
        self.fetch();
        if let Some(timestamp) = &keys.timestamp {
            self.timestamp_each(timestamp);
        }
        self.places(&keys.id, Use::Id);
        self.places(&keys.event, Use::Event);
        self.pointers(&keys.payload);
        self.ack();
        if let Some(text) = &keys.retries {
            self.read(text, super::parse_duration);
        }
        for text in &keys.sources {
            self.read(text, address);
        }
        self.reason(keys.weak.as_ref(), "weak");
        self.reason(keys.unsigned.as_ref(), "unsigned");
        for handshake in &keys.handshake {
            self.handshake(handshake, None);
        }
    }

    fn timestamp_each(&mut self, keys: &TimestampKeys<S>) {
        if let Some(header) = &keys.header {
            self.read(header, header_name);
        }
        if let Some(json) = &keys.json {
            self.read(json, pointer_segments);
        }
        for name in [&keys.query, &keys.form].into_iter().flatten() {
            self.read(name, field_name);
        }
        self.word(keys.unit.as_ref(), Unit::from_word, "unit", Unit::WORDS);
        if let Some(tolerance) = &keys.tolerance {
            self.read(tolerance, super::parse_duration);
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
                "the signature stands in one place: keep `header` or `signature`",
            ),
            _ => {}
        }
    }

    /// Reads every key, then asks what has to hold between them.
    pub(super) fn run(mut self) -> Option<Checked> {
        let keys = self.keys;
        self.check_missing();
        if let Some(name) = &keys.name {
            self.name(name);
        }
        let title = self.title();
        let evidence = self.evidence();
        let algorithm = self.algorithm().or(keys.custom.map(|_| Algorithm::HmacSha256));
        let encoding =
            self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        let mut headers = self.headers();
        let signature = match self.signature() {
            Some(Source::Header(name)) => {
                headers.push(name);
                None
            }
            other => other,
        };
        if headers.is_empty() && algorithm == Some(Algorithm::Basic) {
            headers.push("authorization".to_owned());
        }
        let format = self.format();
        let message = self.messages();
        let alternatives = self.alternatives();
        self.check_alternatives();
        let digest = self.digest();
        let body =
            self.word(keys.body.as_ref(), BodyForm::from_word, "form of a body", BodyForm::WORDS);
        let key = self.word(keys.key.as_ref(), KeyForm::from_word, "form of a key", KeyForm::WORDS);
        let derive =
            self.word(keys.derive.as_ref(), Derivation::from_word, "derivation", Derivation::WORDS);
        let or = self.ways(&First { algorithm, encoding, format: format.as_ref(), key, derive });
        let token = self.token(algorithm);
        let fetch = self.fetch();
        let timestamp = self.timestamp(format.as_ref());
        let id = self.places(&keys.id, Use::Id);
        let event = self.places(&keys.event, Use::Event);
        let payload = self.pointers(&keys.payload);
        let (ack, ack_body, ack_header) = self.ack();
        self.check_ack(ack);
        let retries = keys.retries.as_ref().and_then(|text| self.read(text, super::parse_duration));
        let sources = keys.sources.iter().filter_map(|text| self.read(text, address)).collect();
        let weak = self.reason(keys.weak.as_ref(), "weak");
        let unsigned = self.reason(keys.unsigned.as_ref(), "unsigned");
        let handshake = keys
            .handshake
            .iter()
            .filter_map(|handshake| self.handshake(handshake, algorithm))
            .collect();
        self.check_weak(algorithm, &or);
        let checked = Checked {
            name: text(keys.name.as_ref()).unwrap_or_default(),
            title: title.unwrap_or_default(),
            docs: text(keys.docs.as_ref()).unwrap_or_default(),
            evidence,
            algorithm: algorithm?,
            encoding: encoding.unwrap_or(match algorithm {
                Some(Algorithm::Basic) => Encoding::Base64,
                _ => Encoding::Hex,
            }),
            headers,
            signature,
            format: format?,
            message: message?,
            alternatives,
            digest,
            body: body.unwrap_or(BodyForm::Raw),
            key: key.unwrap_or(KeyForm::Utf8),
            key_prefix: text(keys.key_prefix.as_ref()),
            derive,
            or,
            token,
            keys: fetch,
            timestamp,
            id,
            event,
            payload,
            ack,
            ack_body,
            ack_header,
            retries,
            sources,
            weak,
            unsigned,
            handshake,
        };
        self.check_between(&checked);
        Some(checked)
    }

    /// What has to hold between the keys.
    fn check_between(&mut self, checked: &Checked) {
        let keys = self.keys;
        let Checked { algorithm, format, message, or, timestamp, id, .. } = checked;
        self.check_kind(*algorithm, message);
        self.check_ways(*algorithm, message, or);
        self.check_custom();
        if let Some(fetch) = checked.keys.as_ref().filter(|_| keys.custom.is_none()) {
            self.check_fetch(*algorithm, or, fetch);
        }
        self.check_signature_place(*algorithm, checked.signature.as_ref());
        if let Some(token) = &checked.token {
            let place = timestamp.as_ref().map(|timestamp| &timestamp.place);
            self.check_token(*algorithm, token, place, id);
        } else if algorithm.kind() != AlgorithmKind::Equality && keys.custom.is_none() {
            // What code signs, only its author can say.
            self.check_body_is_signed(message);
            self.check_timestamp_is_signed(message, timestamp.as_ref());
        }
        self.check_parts_are_defined(message, format, id);
        if keys.custom.is_none() {
            self.check_id_is_signed(message, id);
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
                    "`{}` is no name of a provider: use lower-case letters, digits and `-`",
                    name.value
                ),
            );
        }
    }

    fn title(&mut self) -> Option<String> {
        let title = self.keys.title.as_ref()?;
        if title.value.trim().is_empty() {
            self.problem(
                title.span,
                "`title` is blank: write what the provider calls itself, or remove `title`",
            );
            return None;
        }
        Some(title.value.clone())
    }

    fn evidence(&mut self) -> Option<Evidence> {
        self.word(self.keys.evidence.as_ref(), Evidence::from_word, "evidence", Evidence::WORDS)
    }

    fn algorithm(&mut self) -> Option<Algorithm> {
        self.word(self.keys.algo.as_ref(), Algorithm::from_word, "algorithm", Algorithm::WORDS)
    }

    fn headers(&mut self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for header in &self.keys.header {
            let name = header.value.to_ascii_lowercase();
            if self.read(header, numbered_header_name).is_none() {
                continue;
            }
            if names.contains(&name) {
                self.problem(header.span, format!("the header `{}` is named twice", header.value));
            } else {
                names.push(name);
            }
        }
        names
    }

    fn format(&mut self) -> Option<Format> {
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

    fn signature(&mut self) -> Option<Source> {
        let text = self.keys.signature.as_ref()?;
        // signature = "body"
        if text.value == "body" {
            return Some(Source::Body);
        }
        self.read(text, Source::parse)
    }

    /// The alternatives; none where the algorithm signs nothing.
    fn messages(&mut self) -> Option<Vec<Vec<Part>>> {
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
                let read: Vec<Vec<Part>> = texts
                    .iter()
                    .filter_map(|text| self.read(text, |text| parse_template(text, Use::Message)))
                    .collect();
                (read.len() == texts.len()).then_some(read)
            }
        }
    }

    /// Which of several messages counts, where it is said.
    fn alternatives(&mut self) -> Alternatives {
        let text = self.keys.alternatives.as_ref();
        let kind = "way to choose a message";
        let read = self.word(text, Alternatives::from_word, kind, Alternatives::WORDS);
        read.unwrap_or(Alternatives::Any)
    }

    fn digest(&mut self) -> Option<(Digest, Source)> {
        let text = self.keys.digest.as_ref()?;
        self.read(text, |text| {
            let (digest, source) = text.split_once(':').unwrap_or((text, ""));
            let digest = Digest::from_word(digest)
                .ok_or_else(|| unknown_word("digest", digest, Digest::WORDS))?;
            match Source::parse(source)? {
                Source::Form(_) | Source::Json(_) => Err(format!(
                    "`{source}` is part of the body: its digest stands in a header or in the query"
                )),
                source => Ok((digest, source)),
            }
        })
    }

    fn timestamp(&mut self, format: Option<&Format>) -> Option<CheckedTimestamp> {
        let keys = self.keys.timestamp.as_ref()?;
        let in_format = format.is_some_and(|format| format.carries(FormatPart::Timestamp));
        let places = [&keys.header, &keys.json, &keys.query, &keys.form];
        let mut given = places.into_iter().flatten();
        let first = given.next();
        if let (Some(_), Some(second)) = (first, given.next()) {
            self.problem(
                second.span,
                "a timestamp stands in one place: keep one of `header`, `json`, `query` and `form`",
            );
        }
        let place = if let Some(header) = &keys.header {
            TimestampPlace::Header(self.read(header, header_name)?)
        } else if let Some(json) = &keys.json {
            self.read(json, |text| pointer_segments(text).map(|_| ()))?;
            TimestampPlace::Json(json.value.clone())
        } else if let Some(query) = &keys.query {
            TimestampPlace::Query(self.read(query, field_name)?)
        } else if let Some(form) = &keys.form {
            TimestampPlace::Form(self.read(form, field_name)?)
        } else if in_format {
            TimestampPlace::Format
        } else {
            if format.is_some() {
                self.problem(
                    keys.span,
                    "nothing says where the timestamp stands: add `header = \"..\"`, `json = \"/..\"`, or `{timestamp}` to `format`",
                );
            }
            return None;
        };
        if keys.unit.is_none() {
            self.problem(
                keys.span,
                format!("the timestamp's `unit` is missing: {}", one_of(Unit::WORDS)),
            );
        }
        let unit = self.word(keys.unit.as_ref(), Unit::from_word, "unit", Unit::WORDS)?;
        let tolerance = match &keys.tolerance {
            None => None,
            Some(text) => Some(self.read(text, super::parse_duration)?),
        };
        Some(CheckedTimestamp { place, unit, tolerance })
    }

    fn places(&mut self, from: &[Text<S>], usage: Use) -> Vec<Vec<Part>> {
        from.iter()
            .filter_map(|text| self.read(text, |text| Place::parse(text, usage)))
            .map(Place::into_parts)
            .collect()
    }

    fn pointers(&mut self, from: &[Text<S>]) -> Vec<String> {
        from.iter()
            .filter_map(|text| {
                self.read(text, |text| pointer_segments(text).map(|_| text.to_owned()))
            })
            .collect()
    }

    pub(super) fn reason(&mut self, from: Option<&Text<S>>, key: &str) -> Option<String> {
        let from = from?;
        if from.value.trim().is_empty() {
            self.problem(from.span, format!("`{key}` needs a reason: say why, in words"));
            return None;
        }
        Some(from.value.clone())
    }
}

fn text<S>(from: Option<&Text<S>>) -> Option<String> {
    from.map(|text| text.value.clone())
}

fn separator(text: &str) -> Result<char, String> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c.is_ascii() && !c.is_ascii_alphanumeric() && !c.is_ascii_control() => {
            Ok(c)
        }
        _ => Err(format!("`{text}` is no separator: it is one character, as in `,` or a blank")),
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
    if is_header_name(text) {
        return Ok(text.to_ascii_lowercase());
    }
    Err(format!("`{text}` is no name of a header: letters, digits and `-`, without a colon"))
}

fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| format!("`{text}` is no IP address, as in `203.0.113.7`"))
}

pub(super) fn unknown_word(kind: &str, word: &str, known: &[&str]) -> String {
    format!("`{word}` is no known {kind}: {}", alternatives(word, known, str::to_owned))
}
