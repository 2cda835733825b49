//! A provider's declaration: its keys as they were written, and what they say once they are checked.

use std::{net::IpAddr, time::Duration};

use super::{
    check::Check,
    fetch::{CheckedFetch, FetchKeys},
    format::Format,
    handshake::{CheckedHandshake, HandshakeKeys},
    problem::{Problem, Spanned},
    template::Part,
    token::{CheckedToken, TokenKeys},
    way::{CheckedWay, WayKeys},
    words::{
        Algorithm, Alternatives, BodyForm, Derivation, Digest, Encoding, Evidence, KeyForm, Source,
        TimestampPlace, Unit,
    },
};

pub(super) type Text<S> = Spanned<S, String>;

/// The keys of a declaration as they were written; `S` says where.
#[derive(Debug, Clone)]
pub struct Declaration<S> {
    /// `name`: what the provider is called.
    pub name: Option<Text<S>>,
    /// `title`: what the provider calls itself.
    pub title: Option<Text<S>>,
    /// `docs`: where its webhooks are documented.
    pub docs: Option<Text<S>>,
    /// `evidence`: where it is known from how it signs.
    pub evidence: Option<Text<S>>,
    /// `algo`: how it signs.
    pub algo: Option<Text<S>>,
    /// `encoding`: the text form of its signatures.
    pub encoding: Option<Text<S>>,
    /// `header`: where the signature stands; several are alternatives.
    pub header: Vec<Text<S>>,
    /// `signature`: where the signature stands, if not in a header.
    pub signature: Option<Text<S>>,
    /// `format`: how the header's value is built.
    pub format: Option<Text<S>>,
    /// `separator`: what stands between the elements of a value that is a list.
    pub separator: Option<Text<S>>,
    /// `message`: what is signed; several are alternatives.
    pub message: Vec<Text<S>>,
    /// `alternatives`: which of several messages counts.
    pub alternatives: Option<Text<S>>,
    /// `digest`: where a digest of the body stands that the message covers.
    pub digest: Option<Text<S>>,
    /// `body`: which form of the body is signed.
    pub body: Option<Text<S>>,
    /// `key`: how the secret becomes a key.
    pub key: Option<Text<S>>,
    /// `key_prefix`: what is taken off the secret's text first.
    pub key_prefix: Option<Text<S>>,
    /// `derive`: what is made of the key's bytes.
    pub derive: Option<Text<S>>,
    /// `or(..)`, or `or((..), (..))`: other ways in which deliveries may be signed.
    pub or: Vec<WayKeys<S>>,
    /// `token(..)`: what tokens must say.
    pub token: Option<TokenKeys<S>>,
    /// `keys(..)`: where public keys come from that the provider publishes.
    pub keys: Option<FetchKeys<S>>,
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
    /// `ack_body`: the text of an acknowledgement.
    pub ack_body: Option<Text<S>>,
    /// `ack_header`: the headers of an acknowledgement, as in `X-Client={header:X-Client}`.
    pub ack_header: Vec<Text<S>>,
    /// `retries`: how long the sender tries again.
    pub retries: Option<Text<S>>,
    /// `sources(..)`: the addresses that deliveries come from.
    pub sources: Vec<Text<S>>,
    /// `weak`: why a weak algorithm is accepted.
    pub weak: Option<Text<S>>,
    /// `unsigned`: why a body that the signature does not cover is accepted.
    pub unsigned: Option<Text<S>>,
    /// `handshake(..)`, or `handshake((..), (..))`.
    pub handshake: Vec<HandshakeKeys<S>>,
    /// `custom`: that code verifies and signs, and where it is named.
    pub custom: Option<S>,
}

impl<S> Default for Declaration<S> {
    fn default() -> Self {
        Self {
            name: None,
            title: None,
            docs: None,
            evidence: None,
            algo: None,
            encoding: None,
            header: Vec::new(),
            signature: None,
            format: None,
            separator: None,
            message: Vec::new(),
            alternatives: None,
            digest: None,
            body: None,
            key: None,
            key_prefix: None,
            derive: None,
            or: Vec::new(),
            token: None,
            keys: None,
            timestamp: None,
            id: Vec::new(),
            event: Vec::new(),
            payload: Vec::new(),
            ack: None,
            ack_body: None,
            ack_header: Vec::new(),
            retries: None,
            sources: Vec::new(),
            weak: None,
            unsigned: None,
            handshake: Vec::new(),
            custom: None,
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
    /// `query`: the parameter of the query that carries it.
    pub query: Option<Text<S>>,
    /// `form`: the field of a form that carries it.
    pub form: Option<Text<S>>,
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
    /// What the provider calls itself; may be empty.
    pub title: String,
    /// Where its webhooks are documented; may be empty.
    pub docs: String,
    /// Where it is known from how it signs.
    pub evidence: Option<Evidence>,
    /// How it signs.
    pub algorithm: Algorithm,
    /// The text form of its signatures.
    pub encoding: Encoding,
    /// The headers that may carry the signature, in lower case.
    pub headers: Vec<String>,
    /// Where the signature stands, if not in a header.
    pub signature: Option<Source>,
    /// How the signature's value is built.
    pub format: Format,
    /// What is signed; several are alternatives. Empty where nothing is.
    pub message: Vec<Vec<Part>>,
    /// Which of several messages counts.
    pub alternatives: Alternatives,
    /// Where a digest of the body stands that the message covers.
    pub digest: Option<(Digest, Source)>,
    /// Which form of the body is signed.
    pub body: BodyForm,
    /// How the secret becomes a key.
    pub key: KeyForm,
    /// What is taken off the secret's text first.
    pub key_prefix: Option<String>,
    /// What is made of the key's bytes.
    pub derive: Option<Derivation>,
    /// The other ways in which deliveries may be signed.
    pub or: Vec<CheckedWay>,
    /// What tokens must say, where deliveries are signed with tokens.
    pub token: Option<CheckedToken>,
    /// Where public keys come from, if they are fetched.
    pub keys: Option<CheckedFetch>,
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
    /// The text of an acknowledgement.
    pub ack_body: Vec<Part>,
    /// The headers of an acknowledgement: their names, and what stands there.
    pub ack_header: Vec<(String, Vec<Part>)>,
    /// How long the sender tries again.
    pub retries: Option<Duration>,
    /// The addresses that deliveries come from.
    pub sources: Vec<IpAddr>,
    /// Why a weak algorithm is accepted.
    pub weak: Option<String>,
    /// Why a body that the signature does not cover is accepted.
    pub unsigned: Option<String>,
    /// What the sender asks before it sends deliveries, and how it is answered.
    pub handshake: Vec<CheckedHandshake>,
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
        let checked = Check::new(self, whole, &mut problems).run();
        match checked {
            Some(checked) if problems.is_empty() => Ok(checked),
            _ => Err(problems),
        }
    }

    /// Checks each key for itself, not what has to hold between them: for keys that are no whole
    /// declaration.
    pub fn check_each(&self, whole: S) -> Vec<Problem<S>> {
        let mut problems = Vec::new();
        Check::new(self, whole, &mut problems).each();
        problems
    }
}
