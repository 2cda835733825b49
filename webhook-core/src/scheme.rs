//! A declared scheme as data: what `#[derive(Provider)]` makes of its attribute.

mod compiled;
pub(crate) mod custom;

use std::time::Duration;

pub(crate) use self::compiled::{equal, is_compiled};
use self::custom::CustomScheme;
use crate::grammar::Declaration;
pub use crate::grammar::{
    Algorithm, AlgorithmKind, BodyForm, Checked, ClaimDigest, Derivation, Digest, DigestClaim,
    DigestText, Digested, DocumentForm, Encoding, Evidence, FetchedKeys, Format, FormatPart,
    Handshake, HandshakeMethod, JwtAlgorithm, JwtContent, JwtScheme, KeyForm, KeyId, MessageChoice,
    OnRetry, Part, Piece, Pointer, Source, Timestamp, TimestampPlace, Unit, UrlForm, Way,
};

/// How a provider signs, and where things stand in its deliveries.
///
/// A scheme is plain data. It is made by [`#[derive(Provider)]`](crate::Provider), which checks at
/// compile time that it is coherent; the same data drives verifying, signing and the documentation.
#[derive(Debug, Clone, Copy)]
pub struct Scheme {
    /// What the declaration says.
    pub(crate) data: Checked,
    /// The code that verifies and signs, where no declaration can say it.
    pub(crate) custom: Option<&'static dyn CustomScheme>,
}

impl Scheme {
    /// The scheme that a declaration says.
    #[doc(hidden)]
    pub const fn of(data: Checked) -> Self {
        Self { data, custom: None }
    }

    /// The same, verified and signed by code.
    #[doc(hidden)]
    pub const fn with_custom(mut self, custom: &'static dyn CustomScheme) -> Self {
        self.custom = Some(custom);
        self
    }

    /// A scheme that signs the raw body and nothing else, as hexadecimal in one header.
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        algorithm: Algorithm,
        headers: &'static [&'static str],
    ) -> Self {
        Self::of(Checked { name, algorithm, headers, ..Checked::EMPTY })
    }

    /// What the declaration says.
    #[doc(hidden)]
    pub const fn data(&self) -> &Checked {
        &self.data
    }

    /// The keys that declare this scheme; those that say nothing new are left out.
    ///
    /// Two things are not in a scheme, and so not in its keys: the case of header names, and why a
    /// handshake is not signed.
    pub fn declaration(&self) -> Declaration<()> {
        let mut keys = self.data.declaration();
        if self.custom.is_some() {
            keys.algo = None;
            keys.custom = Some(());
        }
        keys
    }

    /// What the provider is called.
    pub const fn name(&self) -> &'static str {
        self.data.name
    }

    /// What the provider calls itself: its name, unless the declaration says it.
    pub const fn display_name(&self) -> &'static str {
        match self.data.display_name {
            Some(name) => name,
            None => self.data.name,
        }
    }

    /// Where it is known from how the provider signs, if the declaration says it.
    pub const fn evidence(&self) -> Option<Evidence> {
        self.data.evidence
    }

    /// Where the provider documents its webhooks; empty if the declaration does not say it.
    pub const fn docs(&self) -> &'static str {
        match self.data.docs {
            Some(docs) => docs,
            None => "",
        }
    }

    /// How deliveries are signed.
    pub const fn algorithm(&self) -> Algorithm {
        self.data.algorithm
    }

    /// The ways in which a delivery may be signed beside [the first](Self::algorithm).
    pub const fn alternatives(&self) -> &'static [Way] {
        self.data.alternatives
    }

    /// The scheme's own way to sign.
    pub(crate) fn way(&self) -> Way {
        Way {
            algorithm: self.data.algorithm,
            encoding: self.data.encoding,
            format: self.data.format,
            secret_encoding: self.data.secret_encoding,
            secret_prefix: self.data.secret_prefix,
            key_derivation: self.data.key_derivation,
            when: None,
        }
    }

    /// All ways in which a delivery may be signed, the scheme's own first.
    pub(crate) fn ways(&self) -> impl Iterator<Item = Way> + use<> {
        std::iter::once(self.way()).chain(self.data.alternatives.iter().copied())
    }

    /// What tokens must say, where deliveries are signed with tokens.
    #[cfg(feature = "jwt")]
    pub const fn jwt(&self) -> Option<&'static JwtScheme> {
        self.data.jwt
    }

    /// Where the public keys come from that verify deliveries, where the declaration says it.
    pub const fn public_keys(&self) -> Option<&'static FetchedKeys> {
        self.data.public_keys
    }

    /// Where the payload of an event stands in a body: the first of these places that there is. None
    /// if it is the whole body.
    pub const fn payload(&self) -> &'static [Pointer] {
        self.data.payload
    }

    /// The headers that may carry the signature, in lower case.
    pub const fn headers(&self) -> &'static [&'static str] {
        self.data.headers
    }

    /// The timestamp that deliveries carry, if they carry one.
    pub const fn timestamp(&self) -> Option<Timestamp> {
        self.data.timestamp
    }

    /// The one status that acknowledges a delivery; any 2xx does if absent.
    pub const fn ack(&self) -> Option<u16> {
        self.data.ack
    }

    /// How long the sender waits for an acknowledgement, if that is known.
    pub const fn ack_within(&self) -> Option<Duration> {
        self.data.ack_within
    }

    /// How long the sender repeats a delivery that is not acknowledged, if that is known.
    pub const fn retry_window(&self) -> Option<Duration> {
        self.data.retry_window
    }

    /// The addresses that deliveries come from, if the provider publishes them.
    pub const fn source_ips(&self) -> &'static [&'static str] {
        self.data.source_ips
    }

    /// Whether a response with this status tells the sender that it may forget the delivery.
    pub const fn acknowledges(&self, status: u16) -> bool {
        match self.data.ack {
            Some(ack) => status == ack,
            None => status >= 200 && status <= 299,
        }
    }

    /// Whether a weak algorithm is used, and why.
    pub const fn weak(&self) -> Option<&'static str> {
        self.data.weak
    }

    /// Whether the body is not covered by the signature, and why that is accepted.
    pub const fn unsigned(&self) -> Option<&'static str> {
        self.data.unsigned
    }

    /// What the sender asks before it sends deliveries.
    pub const fn handshake(&self) -> &'static [Handshake] {
        self.data.handshake
    }

    /// Whether the delivery's id, where it stands in a header, is part of what is signed.
    pub(crate) fn signs_id(&self) -> bool {
        !self.data.message.is_empty()
            && self.data.message.iter().all(|message| message.contains(&Part::Id))
    }

    /// Whether nobody can change this header of a genuine delivery: each form of the message contains it,
    /// or whoever sends anything shows the secret itself.
    pub(crate) fn authenticates(&self, header: &str) -> bool {
        let contains = |message: &&[Part]| {
            message.iter().any(|part| matches!(part, Part::Header(name) if *name == header))
        };
        let shows_secret =
            self.ways().all(|way| matches!(way.algorithm, Algorithm::Token | Algorithm::Basic));
        let is_signed = !self.data.message.is_empty() && self.data.message.iter().all(contains);
        is_signed || (shows_secret && self.custom.is_none())
    }

    /// The header of this name, if the declaration finds the event or the id there.
    pub(crate) fn header_named(&self, wanted: &str) -> Option<&'static str> {
        let mut named = self.data.event_type.iter().chain(self.data.id).copied().flatten();
        named.find_map(|part| match part {
            Part::Header(name) if *name == wanted => Some(*name),
            _ => None,
        })
    }

    /// Whether nobody can change, or take away, what names the event of a genuine delivery.
    pub(crate) fn signs_event(&self) -> bool {
        self.data.event_type.iter().copied().flatten().all(|part| match part {
            Part::Header(name) => self.authenticates(name),
            Part::Json(_) | Part::Field(_) if self.data.unsigned.is_some() => {
                let mut messages = self.data.message.iter();
                messages.len() > 0 && messages.all(|message| message.contains(part))
            }
            _ => true,
        })
    }

    /// How many lines of a secret's text are what only its owner says, before the key: what a
    /// message contains beside what a public key verifies, or claims that a token must have.
    pub fn owner_lines(&self) -> usize {
        match self.data.jwt {
            Some(token) => token.owner.len(),
            None => usize::from(
                self.data.algorithm.has_public_key()
                    && self.data.message.iter().any(|message| message.contains(&Part::Secret)),
            ),
        }
    }

    /// Whether a handshake is answered under the signing key.
    pub(crate) fn proves(&self) -> bool {
        self.data.handshake.iter().any(Handshake::proves)
    }
}
