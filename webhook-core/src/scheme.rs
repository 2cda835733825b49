//! A declared scheme as data: what `#[derive(Provider)]` makes of its attribute.

use std::time::Duration;

pub use crate::grammar::{Algorithm, BodyForm, Digest, Encoding, FormatPart, KeyForm, Unit};

/// How a provider signs, and where things stand in its deliveries.
///
/// A scheme is plain data. It is made by [`#[derive(Provider)]`](crate::Provider), which checks at
/// compile time that it is coherent; the same data drives verifying, signing and the documentation.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    pub(crate) name: &'static str,
    pub(crate) docs: &'static str,
    pub(crate) algorithm: Algorithm,
    pub(crate) encoding: Encoding,
    pub(crate) headers: &'static [&'static str],
    pub(crate) format: Format,
    pub(crate) message: &'static [Part],
    pub(crate) body: BodyForm,
    pub(crate) key: KeyForm,
    pub(crate) key_prefix: &'static str,
    pub(crate) timestamp: Option<Timestamp>,
    pub(crate) id: &'static [&'static [Part]],
    pub(crate) event: &'static [&'static [Part]],
    pub(crate) payload: &'static [Pointer],
    pub(crate) ack: Option<u16>,
    pub(crate) retries: Option<Duration>,
    pub(crate) sources: &'static [&'static str],
    pub(crate) weak: Option<&'static str>,
    pub(crate) unsigned: Option<&'static str>,
    pub(crate) written: Written,
}

/// The templates as they were written, for messages and documentation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) format: &'static str,
    pub(crate) message: &'static str,
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
            docs: "",
            algorithm,
            encoding: Encoding::Hex,
            headers,
            format: Format::Whole { prefix: "", suffix: "" },
            message: &[Part::Body],
            body: BodyForm::Raw,
            key: KeyForm::Utf8,
            key_prefix: "",
            timestamp: None,
            id: &[],
            event: &[],
            payload: &[],
            ack: None,
            retries: None,
            sources: &[],
            weak: None,
            unsigned: None,
            written: Written { format: "{signature}", message: "{body}" },
        }
    }

    /// What the provider is called.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Where the provider documents its webhooks.
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// How deliveries are signed.
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
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

    /// Whether the delivery's id, where it stands in a header, is part of what is signed.
    pub(crate) const fn signs_id(&self) -> bool {
        let mut index = 0;
        while index < self.message.len() {
            if let Some(Part::Id) = at(self.message, index) {
                return true;
            }
            index += 1;
        }
        false
    }
}

/// `slice.get(index)`, which is not `const` yet at our minimal Rust.
const fn at(parts: &[Part], index: usize) -> Option<Part> {
    let Some((_, rest)) = parts.split_at_checked(index) else { return None };
    match rest {
        [first, ..] => Some(*first),
        [] => None,
    }
}

/// What the derive calls, one method a key.
#[doc(hidden)]
impl Scheme {
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

    pub const fn with_message(mut self, written: &'static str, message: &'static [Part]) -> Self {
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
