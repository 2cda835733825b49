//! A provider's declaration: its keys as they were written, and the check that makes a scheme of
//! them.

use std::{net::IpAddr, time::Duration};

use super::{
    format::{Format, FormatPart},
    nearest::nearest,
    place::{Place, is_header_name, pointer_segments},
    problem::{Problem, Spanned, one_of},
    template::{Part, Use, parse_template},
    words::{Algorithm, BodyForm, Encoding, KeyForm, TimestampPlace, Unit},
};

type Text<S> = Spanned<S, String>;

/// The keys of a declaration as they were written; `S` says where.
#[derive(Debug, Clone)]
pub struct Declaration<S> {
    /// `name`: what the provider is called.
    pub name: Option<Text<S>>,
    /// `docs`: where its webhooks are documented.
    pub docs: Option<Text<S>>,
    /// `algo`: how it signs.
    pub algo: Option<Text<S>>,
    /// `encoding`: the text form of its signatures.
    pub encoding: Option<Text<S>>,
    /// `header`: where the signature stands; several are alternatives.
    pub header: Vec<Text<S>>,
    /// `format`: how the header's value is built.
    pub format: Option<Text<S>>,
    /// `separator`: what stands between the elements of a value that is a list.
    pub separator: Option<Text<S>>,
    /// `message`: what is signed.
    pub message: Option<Text<S>>,
    /// `body`: which form of the body is signed.
    pub body: Option<Text<S>>,
    /// `key`: how the secret becomes a key.
    pub key: Option<Text<S>>,
    /// `key_prefix`: what is taken off the secret's text first.
    pub key_prefix: Option<Text<S>>,
    /// `timestamp(..)`.
    pub timestamp: Option<TimestampKeys<S>>,
    /// `id`: where the delivery's id stands; several are alternatives.
    pub id: Vec<Text<S>>,
    /// `event`: where the event's name stands; several are alternatives.
    pub event: Vec<Text<S>>,
    /// `payload`: where the payload stands; several are alternatives.
    pub payload: Vec<Text<S>>,
    /// `ack`: the one status that acknowledges a delivery.
    pub ack: Option<Spanned<S, u64>>,
    /// `retries`: how long the sender tries again.
    pub retries: Option<Text<S>>,
    /// `sources(..)`: the addresses that deliveries come from.
    pub sources: Vec<Text<S>>,
    /// `weak`: why a weak algorithm is accepted.
    pub weak: Option<Text<S>>,
    /// `unsigned`: why a body that the signature does not cover is accepted.
    pub unsigned: Option<Text<S>>,
}

impl<S> Default for Declaration<S> {
    fn default() -> Self {
        Self {
            name: None,
            docs: None,
            algo: None,
            encoding: None,
            header: Vec::new(),
            format: None,
            separator: None,
            message: None,
            body: None,
            key: None,
            key_prefix: None,
            timestamp: None,
            id: Vec::new(),
            event: Vec::new(),
            payload: Vec::new(),
            ack: None,
            retries: None,
            sources: Vec::new(),
            weak: None,
            unsigned: None,
        }
    }
}

/// The keys of `timestamp(..)`.
#[derive(Debug, Clone)]
pub struct TimestampKeys<S> {
    /// Where `timestamp` stands.
    pub span: S,
    /// `header`: the header that carries it.
    pub header: Option<Text<S>>,
    /// `json`: the JSON pointer to it.
    pub json: Option<Text<S>>,
    /// `unit`.
    pub unit: Option<Text<S>>,
    /// `tolerance`: how far it may be from now.
    pub tolerance: Option<Text<S>>,
}

/// What a coherent declaration says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What the provider is called.
    pub name: String,
    /// Where its webhooks are documented; may be empty.
    pub docs: String,
    /// How it signs.
    pub algorithm: Algorithm,
    /// The text form of its signatures.
    pub encoding: Encoding,
    /// The headers that may carry the signature, in lower case.
    pub headers: Vec<String>,
    /// How the header's value is built.
    pub format: Format,
    /// What is signed.
    pub message: Vec<Part>,
    /// Which form of the body is signed.
    pub body: BodyForm,
    /// How the secret becomes a key.
    pub key: KeyForm,
    /// What is taken off the secret's text first.
    pub key_prefix: Option<String>,
    /// The timestamp, if there is one.
    pub timestamp: Option<CheckedTimestamp>,
    /// Where the delivery's id stands.
    pub id: Vec<Vec<Part>>,
    /// Where the event's name stands.
    pub event: Vec<Vec<Part>>,
    /// Where the payload stands: JSON pointers.
    pub payload: Vec<String>,
    /// The one status that acknowledges a delivery.
    pub ack: Option<u16>,
    /// How long the sender tries again.
    pub retries: Option<Duration>,
    /// The addresses that deliveries come from.
    pub sources: Vec<IpAddr>,
    /// Why a weak algorithm is accepted.
    pub weak: Option<String>,
    /// Why a body that the signature does not cover is accepted.
    pub unsigned: Option<String>,
}

/// The timestamp of a coherent declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedTimestamp {
    /// Where it stands.
    pub place: TimestampPlace,
    /// Its unit.
    pub unit: Unit,
    /// How far it may be from now; unlimited if absent.
    pub tolerance: Option<Duration>,
}

impl<S: Copy> Declaration<S> {
    /// Checks every rule. `whole` is the place of the declaration itself, for keys that are missing.
    ///
    /// # Errors
    ///
    /// Every problem found, in the order of the keys.
    pub fn check(&self, whole: S) -> Result<Checked, Vec<Problem<S>>> {
        let mut problems = Vec::new();
        let checked = Check { keys: self, whole, problems: &mut problems }.run();
        match checked {
            Some(checked) if problems.is_empty() => Ok(checked),
            _ => Err(problems),
        }
    }

    /// Checks each key for itself, not what has to hold between them: for keys that are no whole
    /// declaration.
    pub fn check_each(&self, whole: S) -> Vec<Problem<S>> {
        let mut problems = Vec::new();
        Check { keys: self, whole, problems: &mut problems }.each();
        problems
    }
}

struct Check<'a, S> {
    keys: &'a Declaration<S>,
    whole: S,
    problems: &'a mut Vec<Problem<S>>,
}

impl<S: Copy> Check<'_, S> {
    /// Reads the keys that can be read alone.
    fn each(mut self) {
        let keys = self.keys;
        if let Some(name) = &keys.name {
            self.name(name);
        }
        self.algorithm();
        self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        self.headers();
        self.format();
        self.message();
        self.word(keys.body.as_ref(), BodyForm::from_word, "form of a body", BodyForm::WORDS);
        self.word(keys.key.as_ref(), KeyForm::from_word, "form of a key", KeyForm::WORDS);
        if let Some(timestamp) = &keys.timestamp {
            self.timestamp_each(timestamp);
        }
        self.places(&keys.id, Use::Id);
        self.places(&keys.event, Use::Event);
        self.pointers(&keys.payload);
        if let Some(ack) = &keys.ack {
            self.ack(ack);
        }
        if let Some(text) = &keys.retries {
            self.read(text, super::parse_duration);
        }
        for text in &keys.sources {
            self.read(text, address);
        }
        self.reason(keys.weak.as_ref(), "weak");
        self.reason(keys.unsigned.as_ref(), "unsigned");
    }

    fn timestamp_each(&mut self, keys: &TimestampKeys<S>) {
        if let Some(header) = &keys.header {
            self.read(header, header_name);
        }
        if let Some(json) = &keys.json {
            self.read(json, pointer_segments);
        }
        self.word(keys.unit.as_ref(), Unit::from_word, "unit", Unit::WORDS);
        if let Some(tolerance) = &keys.tolerance {
            self.read(tolerance, super::parse_duration);
        }
    }

    /// What cannot be left out.
    fn check_missing(&mut self) {
        if self.keys.algo.is_none() {
            self.problem(
                self.whole,
                format!(
                    "`algo` is missing: say how deliveries are signed, with {}",
                    one_of(Algorithm::WORDS)
                ),
            );
        }
        if self.keys.header.is_empty() {
            self.problem(
                self.whole,
                "`header` is missing: say which header carries the signature, as in `header = \"x-signature\"`",
            );
        }
    }

    /// Reads every key, then asks what has to hold between them.
    fn run(mut self) -> Option<Checked> {
        let keys = self.keys;
        self.check_missing();
        if let Some(name) = &keys.name {
            self.name(name);
        }
        let algorithm = self.algorithm();
        let encoding =
            self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        let headers = self.headers();
        let format = self.format();
        let message = self.message();
        let body =
            self.word(keys.body.as_ref(), BodyForm::from_word, "form of a body", BodyForm::WORDS);
        let key = self.word(keys.key.as_ref(), KeyForm::from_word, "form of a key", KeyForm::WORDS);
        let timestamp = self.timestamp(format.as_ref());
        let id = self.places(&keys.id, Use::Id);
        let event = self.places(&keys.event, Use::Event);
        let payload = self.pointers(&keys.payload);
        let ack = keys.ack.as_ref().and_then(|ack| self.ack(ack));
        let retries = keys.retries.as_ref().and_then(|text| self.read(text, super::parse_duration));
        let sources = keys.sources.iter().filter_map(|text| self.read(text, address)).collect();
        let weak = self.reason(keys.weak.as_ref(), "weak");
        let unsigned = self.reason(keys.unsigned.as_ref(), "unsigned");
        self.check_weak(algorithm);
        if let (Some(message), Some(format)) = (&message, &format) {
            self.check_body_is_signed(message);
            self.check_parts_are_defined(message, format, &id);
            self.check_timestamp_is_signed(message, timestamp.as_ref());
        }
        Some(Checked {
            name: text(keys.name.as_ref()).unwrap_or_default(),
            docs: text(keys.docs.as_ref()).unwrap_or_default(),
            algorithm: algorithm?,
            encoding: encoding.unwrap_or(Encoding::Hex),
            headers,
            format: format?,
            message: message?,
            body: body.unwrap_or(BodyForm::Raw),
            key: key.unwrap_or(KeyForm::Utf8),
            key_prefix: text(keys.key_prefix.as_ref()),
            timestamp,
            id,
            event,
            payload,
            ack,
            retries,
            sources,
            weak,
            unsigned,
        })
    }

    fn problem(&mut self, span: S, sentence: impl Into<String>) {
        self.problems.push(Problem::new(span, sentence));
    }

    fn read<T>(
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

    fn word<T>(
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

    fn algorithm(&mut self) -> Option<Algorithm> {
        self.word(self.keys.algo.as_ref(), Algorithm::from_word, "algorithm", Algorithm::WORDS)
    }

    fn headers(&mut self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for header in &self.keys.header {
            let name = header.value.to_ascii_lowercase();
            if self.read(header, header_name).is_none() {
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
            None => Format::parse("{signature}", separator).ok(),
        }
    }

    fn message(&mut self) -> Option<Vec<Part>> {
        match &self.keys.message {
            Some(text) => self.read(text, |text| parse_template(text, Use::Message)),
            None => Some(vec![Part::Body]),
        }
    }

    fn timestamp(&mut self, format: Option<&Format>) -> Option<CheckedTimestamp> {
        let keys = self.keys.timestamp.as_ref()?;
        let in_format = format.is_some_and(|format| format.carries(FormatPart::Timestamp));
        if let (Some(_), Some(json)) = (&keys.header, &keys.json) {
            self.problem(json.span, "a timestamp stands in a header or in the body, not in both: keep `header` or `json`");
        }
        let place = match (&keys.header, &keys.json) {
            (Some(header), _) => TimestampPlace::Header(self.read(header, header_name)?),
            (None, Some(json)) => {
                self.read(json, |text| pointer_segments(text).map(|_| ()))?;
                TimestampPlace::Json(json.value.clone())
            }
            (None, None) if in_format => TimestampPlace::Format,
            (None, None) => {
                if format.is_some() {
                    self.problem(
                        keys.span,
                        "nothing says where the timestamp stands: add `header = \"..\"`, `json = \"/..\"`, or `{timestamp}` to `format`",
                    );
                }
                return None;
            }
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

    fn ack(&mut self, ack: &Spanned<S, u64>) -> Option<u16> {
        if let Ok(status @ 200..=299) = u16::try_from(ack.value) {
            return Some(status);
        }
        self.problem(
            ack.span,
            format!("`{}` acknowledges nothing: `ack` is a status from 200 to 299", ack.value),
        );
        None
    }

    fn reason(&mut self, from: Option<&Text<S>>, key: &str) -> Option<String> {
        let from = from?;
        if from.value.trim().is_empty() {
            self.problem(from.span, format!("`{key}` needs a reason: say why, in words"));
            return None;
        }
        Some(from.value.clone())
    }

    /// A weak algorithm is chosen with open eyes or not at all.
    fn check_weak(&mut self, algorithm: Option<Algorithm>) {
        let (Some(algorithm), Some(algo)) = (algorithm, &self.keys.algo) else { return };
        match &self.keys.weak {
            None if algorithm.is_weak() => self.problem(
                algo.span,
                format!(
                    "`{}` is weak: add `weak = \"why\"` if the sender offers nothing better",
                    algo.value
                ),
            ),
            Some(weak) if !algorithm.is_weak() => {
                self.problem(weak.span, format!("`{}` is not weak: remove `weak`", algo.value));
            }
            _ => {}
        }
    }

    /// A signature that does not cover the body proves nothing about it.
    fn check_body_is_signed(&mut self, message: &[Part]) {
        let covered = message.iter().any(|part| matches!(part, Part::Body | Part::Digest(_)));
        match (&self.keys.message, &self.keys.unsigned) {
            (Some(text), None) if !covered => self.problem(
                text.span,
                format!(
                    "`{}` does not contain `{{body}}`: add it, or say `unsigned = \"why\"`",
                    text.value
                ),
            ),
            (_, Some(unsigned)) if covered => {
                self.problem(unsigned.span, "the message contains the body: remove `unsigned`");
            }
            _ => {}
        }
    }

    /// Each part of the message and of the format has a source and a use.
    fn check_parts_are_defined(&mut self, message: &[Part], format: &Format, id: &[Vec<Part>]) {
        let keys = self.keys;
        let Some(text) = keys.message.as_ref().or(keys.format.as_ref()) else { return };
        let timestamp_used =
            message.contains(&Part::Timestamp) || format.carries(FormatPart::Timestamp);
        if timestamp_used && keys.timestamp.is_none() {
            self.problem(
                text.span,
                "`{timestamp}` is not defined: add `timestamp(header = \"..\", unit = \"seconds\", tolerance = \"5m\")`",
            );
        }
        let id_in_header = matches!(id, [only] if matches!(only.as_slice(), [Part::Header(_)]));
        if message.contains(&Part::Id) && !id_in_header && !format.carries(FormatPart::Id) {
            self.problem(text.span, "`{id}` is not defined: add `id = \"header:..\"`");
        }
    }

    /// A timestamp that anybody can change protects nothing.
    fn check_timestamp_is_signed(
        &mut self,
        message: &[Part],
        timestamp: Option<&CheckedTimestamp>,
    ) {
        let Some(timestamp) = timestamp else { return };
        let Some(tolerance) = self.keys.timestamp.as_ref().and_then(|keys| keys.tolerance.as_ref())
        else {
            return;
        };
        let signed = match timestamp.place {
            TimestampPlace::Json(_) => message.contains(&Part::Body),
            TimestampPlace::Header(_) | TimestampPlace::Format => {
                message.contains(&Part::Timestamp)
            }
        };
        if !signed {
            self.problem(
                tolerance.span,
                "the timestamp is not signed, so a tolerance protects nothing: add `{timestamp}` to `message`, or remove `tolerance`",
            );
        }
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

fn header_name(text: &str) -> Result<String, String> {
    if is_header_name(text) {
        return Ok(text.to_ascii_lowercase());
    }
    Err(format!("`{text}` is no name of a header: letters, digits and `-`, without a colon"))
}

fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| format!("`{text}` is no IP address, as in `203.0.113.7`"))
}

fn unknown_word(kind: &str, word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("`{word}` is no known {kind}: did you mean `{near}`?"),
        None => format!("`{word}` is no known {kind}: expected {}", one_of(known)),
    }
}
