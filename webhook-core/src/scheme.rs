//! A declared scheme as data: what `#[derive(Provider)]` makes of its attribute.

mod compiled;
pub(crate) mod custom;
mod handshake;
pub(crate) mod keys;
pub(crate) mod token;

use std::time::Duration;

use self::{custom::CustomScheme, token::TokenScheme};

pub(crate) use self::compiled::{equal, is_compiled};
pub use self::{
    handshake::Handshake,
    keys::{DocumentForm, FetchedKeys, KeyId},
};
pub use crate::grammar::{
    Algorithm, AlgorithmKind, Alternatives, BodyForm, Derivation, Digest, Encoding, Evidence,
    FormatPart, HandshakeMethod, KeyForm, Unit, UrlForm,
};

/// How a provider signs, and where things stand in its deliveries.
///
/// A scheme is plain data. It is made by [`#[derive(Provider)]`](crate::Provider), which checks at
/// compile time that it is coherent; the same data drives verifying, signing and the documentation.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) docs: &'static str,
    pub(crate) evidence: Option<Evidence>,
    pub(crate) algorithm: Algorithm,
    pub(crate) encoding: Encoding,
    pub(crate) headers: &'static [&'static str],
    pub(crate) signature: Option<Source>,
    pub(crate) format: Format,
    pub(crate) message: &'static [&'static [Part]],
    pub(crate) alternatives: Alternatives,
    pub(crate) digest: Option<(Digest, Source)>,
    pub(crate) body: BodyForm,
    pub(crate) key: KeyForm,
    pub(crate) key_prefix: &'static str,
    pub(crate) derive: Option<Derivation>,
    pub(crate) or: &'static [Way],
    pub(crate) token: Option<&'static TokenScheme>,
    pub(crate) keys: Option<&'static FetchedKeys>,
    pub(crate) timestamp: Option<Timestamp>,
    pub(crate) id: &'static [&'static [Part]],
    pub(crate) event: &'static [&'static [Part]],
    pub(crate) payload: &'static [Pointer],
    pub(crate) ack: Option<u16>,
    pub(crate) ack_body: &'static [Part],
    pub(crate) ack_header: &'static [(&'static str, &'static [Part])],
    pub(crate) retries: Option<Duration>,
    pub(crate) sources: &'static [&'static str],
    pub(crate) weak: Option<&'static str>,
    pub(crate) unsigned: Option<&'static str>,
    pub(crate) handshake: &'static [Handshake],
    pub(crate) custom: Option<&'static dyn CustomScheme>,
    pub(crate) written: Written,
}

/// A way in which deliveries may be signed: the scheme's own, or one beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// How it signs.
    pub algorithm: Algorithm,
    /// The text form of its signatures.
    pub encoding: Encoding,
    /// How its signatures are told from others.
    pub format: Format,
    /// How the secret becomes a key.
    pub key: KeyForm,
    /// What its secrets begin with.
    pub key_prefix: &'static str,
    /// What is made of the key's bytes.
    pub derive: Option<Derivation>,
    /// What stands where in deliveries that are signed in this way and in no other; without a
    /// value, that something does.
    pub when: Option<(Source, Option<&'static str>)>,
}

/// The templates as they were written, for messages and documentation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) format: &'static str,
    pub(crate) message: &'static [&'static str],
}

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// Text that stands for itself.
    Text(&'static str),
    /// The timestamp's text as it was sent.
    Timestamp,
    /// The delivery's id as it was sent.
    Id,
    /// The event's name.
    Event,
    /// The body.
    Body,
    /// A digest of the body in lower-case hexadecimal.
    Digest(Digest),
    /// The CRC-32 of the body as a decimal number.
    Crc32,
    /// The request's method.
    Method,
    /// The request's path.
    Path,
    /// The request's query.
    Query,
    /// The value of a header; the name is in lower case.
    Header(&'static str),
    /// A text, number or truth value of the body.
    Json(Pointer),
    /// A parameter of the query, decoded.
    Parameter(&'static str),
    /// A field of a form, decoded.
    Field(&'static str),
    /// Every field of a form, sorted, without repetitions.
    SortedForm,
    /// Every parameter of the query, sorted, without repetitions.
    SortedQuery,
    /// The public address that the request was sent to.
    Url(UrlForm),
    /// The secret.
    Secret,
    /// The text that a handshake asks with.
    Challenge,
    /// The signature of that text, or the digest that the handshake says.
    Proof,
    /// What the owner and the sender agreed on for handshakes.
    Token,
    /// A part that may be missing, and is nothing then.
    Optional(&'static Part),
}

impl Part {
    /// Whether it says everything that the body says.
    pub(crate) const fn covers_body(self) -> bool {
        matches!(self, Self::Body | Self::Digest(_) | Self::SortedForm)
    }
}

/// Where a signature, a challenge or a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// In a header; the name is in lower case.
    Header(&'static str),
    /// In the query, as this parameter.
    Query(&'static str),
    /// In a form, as this field.
    Form(&'static str),
    /// In the body, at this JSON pointer.
    Json(Pointer),
    /// In a JSON document that a header holds in base64, at this pointer; the name is in lower case.
    HeaderJson(&'static str, Pointer),
    /// It is the whole body.
    Body,
}

/// A JSON pointer, split into its unescaped segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer(pub &'static [&'static str]);

/// The shape of a signature header's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Text before, the signature, text after.
    Whole {
        /// The text before the signature.
        prefix: &'static str,
        /// The text after it.
        suffix: &'static str,
    },
    /// Elements with a separator between them, in any order.
    List {
        /// What stands between two elements: one ASCII character.
        separator: u8,
        /// The elements that mean something: what each begins with, and what its rest is.
        items: &'static [(&'static str, FormatPart)],
    },
    /// Pieces in their order; with a separator, a list of such elements.
    Sequence {
        /// What stands between two elements, if there are several: one ASCII character.
        separator: Option<u8>,
        /// The pieces of an element.
        pieces: &'static [Piece],
    },
}

/// A piece of a sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Piece {
    /// Text that must stand there.
    Text(&'static str),
    /// Text that means nothing, up to the next piece.
    Any,
    /// A part, up to the next piece.
    Part(FormatPart),
}

impl Format {
    /// Whether the value carries this part.
    pub(crate) fn carries(&self, wanted: FormatPart) -> bool {
        match self {
            Self::Whole { .. } => wanted == FormatPart::Signature,
            Self::List { items, .. } => items.iter().any(|(_, part)| *part == wanted),
            Self::Sequence { pieces, .. } => pieces.contains(&Piece::Part(wanted)),
        }
    }
}

/// Where a timestamp stands and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timestamp {
    /// Where it stands.
    pub place: TimestampPlace,
    /// Its unit.
    pub unit: Unit,
    /// How far it may be from now, in either direction; unlimited if absent.
    pub tolerance: Option<Duration>,
}

/// Where a timestamp stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimestampPlace {
    /// In a header of its own; the name is in lower case.
    Header(&'static str),
    /// In the signature's header.
    Format,
    /// In the body.
    Json(Pointer),
    /// In the query, as this parameter.
    Query(&'static str),
    /// In a form, as this field.
    Form(&'static str),
}

impl Scheme {
    /// A scheme that signs the raw body and nothing else, as hexadecimal in one header.
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        algorithm: Algorithm,
        headers: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            title: "",
            docs: "",
            evidence: None,
            algorithm,
            encoding: Encoding::Hex,
            headers,
            signature: None,
            format: Format::Whole { prefix: "", suffix: "" },
            message: &[&[Part::Body]],
            alternatives: Alternatives::Any,
            digest: None,
            body: BodyForm::Raw,
            key: KeyForm::Utf8,
            key_prefix: "",
            derive: None,
            or: &[],
            token: None,
            keys: None,
            timestamp: None,
            id: &[],
            event: &[],
            payload: &[],
            ack: None,
            ack_body: &[],
            ack_header: &[],
            retries: None,
            sources: &[],
            weak: None,
            unsigned: None,
            handshake: &[],
            custom: None,
            written: Written { format: "{signature}", message: &["{body}"] },
        }
    }

    /// What the provider is called.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the provider calls itself: its name, unless the declaration says it.
    pub const fn title(&self) -> &'static str {
        if self.title.is_empty() { self.name } else { self.title }
    }

    /// Where it is known from how the provider signs, if the declaration says it.
    pub const fn evidence(&self) -> Option<Evidence> {
        self.evidence
    }

    /// Where the provider documents its webhooks.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// How deliveries are signed.
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The ways in which a delivery may be signed beside [the first](Self::algorithm).
    pub const fn or(&self) -> &'static [Way] {
        self.or
    }

    /// The scheme's own way to sign.
    pub(crate) fn way(&self) -> Way {
        Way {
            algorithm: self.algorithm,
            encoding: self.encoding,
            format: self.format,
            key: self.key,
            key_prefix: self.key_prefix,
            derive: self.derive,
            when: None,
        }
    }

    /// All ways in which a delivery may be signed, the scheme's own first.
    pub(crate) fn ways(&self) -> impl Iterator<Item = Way> + use<> {
        std::iter::once(self.way()).chain(self.or.iter().copied())
    }

    /// What tokens must say, where deliveries are signed with tokens.
    #[cfg(feature = "jwt")]
    pub const fn token(&self) -> Option<&'static TokenScheme> {
        self.token
    }

    /// Where the public keys come from that verify deliveries, where the declaration says it.
    pub const fn keys(&self) -> Option<&'static FetchedKeys> {
        self.keys
    }

    /// The headers that may carry the signature, in lower case.
    pub const fn headers(&self) -> &'static [&'static str] {
        self.headers
    }

    /// The timestamp that deliveries carry, if they carry one.
    pub const fn timestamp(&self) -> Option<Timestamp> {
        self.timestamp
    }

    /// The one status that acknowledges a delivery; any 2xx does if absent.
    pub const fn ack(&self) -> Option<u16> {
        self.ack
    }

    /// How long the sender tries again, if that is known.
    pub const fn retries(&self) -> Option<Duration> {
        self.retries
    }

    /// The addresses that deliveries come from, if the provider publishes them.
    pub const fn sources(&self) -> &'static [&'static str] {
        self.sources
    }

    /// Whether a response with this status tells the sender that it may forget the delivery.
    pub const fn acknowledges(&self, status: u16) -> bool {
        match self.ack {
            Some(ack) => status == ack,
            None => status >= 200 && status <= 299,
        }
    }

    /// Whether a weak algorithm is used, and why.
    pub const fn weak(&self) -> Option<&'static str> {
        self.weak
    }

    /// Whether the body is not covered by the signature, and why that is accepted.
    pub const fn unsigned(&self) -> Option<&'static str> {
        self.unsigned
    }

    /// What the sender asks before it sends deliveries.
    pub const fn handshake(&self) -> &'static [Handshake] {
        self.handshake
    }

    /// Whether the delivery's id, where it stands in a header, is part of what is signed.
    pub(crate) fn signs_id(&self) -> bool {
        !self.message.is_empty() && self.message.iter().all(|message| message.contains(&Part::Id))
    }

    /// Whether nobody can change this header of a genuine delivery: each form of the message contains it,
    /// or whoever sends anything shows the secret itself.
    pub(crate) fn authenticates(&self, header: &str) -> bool {
        let contains = |message: &&[Part]| {
            message.iter().any(|part| matches!(part, Part::Header(name) if *name == header))
        };
        let shows_secret =
            self.ways().all(|way| matches!(way.algorithm, Algorithm::Token | Algorithm::Basic));
        let is_signed = !self.message.is_empty() && self.message.iter().all(contains);
        is_signed || (shows_secret && self.custom.is_none())
    }

    /// How many lines of a secret's text are what only its owner says, before the key: what a
    /// message contains beside what a public key verifies, or claims that a token must have.
    pub fn owner_lines(&self) -> usize {
        match self.token {
            Some(token) => token.owner.len(),
            None => usize::from(
                self.algorithm.has_public_key()
                    && self.message.iter().any(|message| message.contains(&Part::Secret)),
            ),
        }
    }

    /// Whether a handshake is answered under the signing key.
    pub(crate) fn proves(&self) -> bool {
        self.handshake.iter().any(Handshake::proves)
    }
}

/// What the derive calls, one method a key.
#[doc(hidden)]
impl Scheme {
    pub const fn with_title(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }

    pub const fn with_evidence(mut self, evidence: Evidence) -> Self {
        self.evidence = Some(evidence);
        self
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn with_encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    pub const fn with_format(mut self, written: &'static str, format: Format) -> Self {
        self.written.format = written;
        self.format = format;
        self
    }

    pub const fn with_custom(mut self, custom: &'static dyn CustomScheme) -> Self {
        self.custom = Some(custom);
        self
    }

    pub const fn with_signature(mut self, signature: Source) -> Self {
        self.signature = Some(signature);
        self
    }

    pub const fn with_digest(mut self, digest: Digest, source: Source) -> Self {
        self.digest = Some((digest, source));
        self
    }

    pub const fn with_derive(mut self, derive: Derivation) -> Self {
        self.derive = Some(derive);
        self
    }

    pub const fn with_or(mut self, or: &'static [Way]) -> Self {
        self.or = or;
        self
    }

    pub const fn with_token(mut self, token: &'static TokenScheme) -> Self {
        self.token = Some(token);
        self
    }

    pub const fn with_keys(mut self, keys: &'static FetchedKeys) -> Self {
        self.keys = Some(keys);
        self
    }

    pub const fn with_alternatives(mut self, alternatives: Alternatives) -> Self {
        self.alternatives = alternatives;
        self
    }

    pub const fn with_handshake(mut self, handshake: &'static [Handshake]) -> Self {
        self.handshake = handshake;
        self
    }

    pub const fn with_message(
        mut self,
        written: &'static [&'static str],
        message: &'static [&'static [Part]],
    ) -> Self {
        self.written.message = written;
        self.message = message;
        self
    }

    pub const fn with_body(mut self, body: BodyForm) -> Self {
        self.body = body;
        self
    }

    pub const fn with_key(mut self, key: KeyForm, prefix: &'static str) -> Self {
        self.key = key;
        self.key_prefix = prefix;
        self
    }

    /// A tolerance of no seconds stands for none.
    pub const fn with_timestamp(
        mut self,
        place: TimestampPlace,
        unit: Unit,
        tolerance: u64,
    ) -> Self {
        let tolerance = if tolerance == 0 { None } else { Some(Duration::from_secs(tolerance)) };
        self.timestamp = Some(Timestamp { place, unit, tolerance });
        self
    }

    pub const fn with_id(mut self, id: &'static [&'static [Part]]) -> Self {
        self.id = id;
        self
    }

    pub const fn with_event(mut self, event: &'static [&'static [Part]]) -> Self {
        self.event = event;
        self
    }

    pub const fn with_payload(mut self, payload: &'static [Pointer]) -> Self {
        self.payload = payload;
        self
    }

    pub const fn with_ack_body(mut self, body: &'static [Part]) -> Self {
        self.ack_body = body;
        self
    }

    pub const fn with_ack_header(
        mut self,
        header: &'static [(&'static str, &'static [Part])],
    ) -> Self {
        self.ack_header = header;
        self
    }

    pub const fn with_ack(mut self, status: u16) -> Self {
        self.ack = Some(status);
        self
    }

    pub const fn with_retries(mut self, seconds: u64) -> Self {
        self.retries = Some(Duration::from_secs(seconds));
        self
    }

    pub const fn with_sources(mut self, sources: &'static [&'static str]) -> Self {
        self.sources = sources;
        self
    }

    pub const fn with_weak(mut self, why: &'static str) -> Self {
        self.weak = Some(why);
        self
    }

    pub const fn with_unsigned(mut self, why: &'static str) -> Self {
        self.unsigned = Some(why);
        self
    }
}
