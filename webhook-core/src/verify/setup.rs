//! What is prepared once: keys, header names, limits.

use std::{fmt, sync::Arc, time::Duration};

use http::HeaderName;

use super::{
    DEFAULT_LIMIT,
    candidates::Ways,
    fetched::Source,
    key::Key,
    keys,
    message::is_late,
    tokens::{TokenPlace, Tokens},
};
use crate::{
    clock::Clock,
    error::SetupError,
    grammar::Algorithm,
    keys::{Secret, Secrets},
    request::{Address, Header},
    scheme::{self, Part, Scheme, TimestampPlace, Way},
};

/// Everything that verification needs and that does not change from delivery to delivery.
#[derive(Clone)]
pub(crate) struct Setup {
    pub(crate) scheme: &'static Scheme,
    /// The scheme's own way to sign, or what an explanation tries in its place.
    pub(crate) own: Way,
    pub(crate) limit: usize,
    /// Set by the user; else the scheme's own holds.
    pub(crate) tolerance: Option<Duration>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(super) signature: Vec<Header>,
    pub(super) timestamp: Option<Header>,
    pub(super) id: Option<Header>,
    /// The headers that name the event.
    pub(crate) event: Vec<Header>,
    /// The headers that ids are made of.
    pub(crate) named_id: Vec<Header>,
    /// The header that the owner trusts to identify deliveries, though nobody signs it.
    pub(crate) trusted_id: Option<HeaderName>,
    /// Whether the id of the head is signed, and so identifies the delivery.
    pub(crate) signs_id: bool,
    pub(crate) address: Option<Arc<Address>>,
    /// What the owner and the sender agreed on for handshakes.
    pub(crate) handshake_token: Option<Secret>,
    pub(crate) plan: Plan,
    keys: Vec<Key>,
    /// What verifies instead of keys, where deliveries are signed with tokens.
    pub(super) tokens: Option<Tokens>,
    /// Where public keys come from, where they are fetched.
    pub(crate) source: Option<Source>,
}

/// How a message is fed: what can be fed before the body is, whether the body is fed as it comes,
/// and what is fed when it has ended.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(super) before: &'static [Part],
    /// Whether what is fed before the body may be missing from a request.
    pub(super) may_lack: bool,
    pub(super) streams: bool,
    pub(super) after: &'static [Part],
    /// Whether the signature, its timestamp or the way to sign is read from the body.
    pub(super) reads_body: bool,
}

impl Plan {
    /// A message with alternatives, or one that needs something of the body before the body
    /// itself, is fed when the body has ended.
    fn of(scheme: &Scheme) -> Self {
        let in_body = matches!(
            scheme.timestamp.map(|timestamp| timestamp.place),
            Some(TimestampPlace::Json(_) | TimestampPlace::Form(_))
        );
        let reads_body = in_body
            || matches!(scheme.signature, Some(scheme::Source::Json(_) | scheme::Source::Form(_)))
            || scheme.or.iter().any(|way| way.when.is_some());
        let waits = Self { before: &[], may_lack: false, streams: false, after: &[], reads_body };
        let [message] = *scheme.message else { return waits };
        // The whole message has to be seen to be no challenge; code and tokens see all of a request.
        if scheme.proves() || scheme.custom.is_some() || scheme.token.is_some() {
            return waits;
        }
        let late = message.iter().position(|part| is_late(part, in_body));
        let body = message.iter().position(|part| *part == Part::Body);
        match body {
            Some(body) if late.is_none_or(|late| late > body) => {
                let (before, from) = message.split_at(body);
                let is_there = |part: &Part| {
                    matches!(part, Part::Text(_) | Part::Timestamp | Part::Id | Part::Secret)
                };
                Self {
                    before,
                    may_lack: !before.iter().all(is_there),
                    // Ed25519 has no hash to feed: a message that is fed early is kept beside the body.
                    streams: scheme.ways().all(|way| way.algorithm != Algorithm::Ed25519),
                    after: from.get(1..).unwrap_or_default(),
                    reads_body,
                }
            }
            _ => waits,
        }
    }
}

impl Setup {
    pub(crate) fn new(
        scheme: &'static Scheme,
        own: Way,
        secrets: &Secrets,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, SetupError> {
        let source = Source::new(scheme, secrets)?;
        if secrets.is_empty() && source.is_none() {
            let name = scheme.name;
            return Err(SetupError::new(match scheme.keys {
                None => format!("`{name}` needs a secret: none was given"),
                Some(_) => {
                    format!("`{name}` needs its public keys, or a source of them: none was given")
                }
            }));
        }
        let keys = keys::prepare(scheme, own, secrets, source.is_some())?;
        let signature =
            scheme.headers.iter().map(|name| Header::new(name)).collect::<Result<_, _>>()?;
        let timestamp = match scheme.timestamp.map(|timestamp| timestamp.place) {
            Some(TimestampPlace::Header(name)) => Some(Header::new(name)?),
            _ => None,
        };
        let signs_id = scheme.signs_id();
        let id = match scheme.id {
            [[Part::Header(name)]] if signs_id => Some(Header::new(name)?),
            _ => None,
        };
        let named = scheme.event.iter().copied().flatten();
        let event = named
            .filter_map(|part| match part {
                Part::Header(name) => Some(Header::new(name)),
                _ => None,
            })
            .collect::<Result<_, _>>()?;
        let named = scheme.id.iter().copied().flatten();
        let named_id = named
            .filter_map(|part| match part {
                Part::Header(name) if id.is_none() && scheme.authenticates(name) => {
                    Some(Header::new(name))
                }
                _ => None,
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            scheme,
            own,
            limit: DEFAULT_LIMIT,
            tolerance: None,
            clock,
            signature,
            timestamp,
            id,
            event,
            named_id,
            trusted_id: None,
            signs_id,
            address: None,
            handshake_token: None,
            plan: Plan::of(scheme),
            keys,
            tokens: Tokens::new(scheme, own, secrets, source.is_some())?,
            source,
        })
    }

    /// How far a signed timestamp may be from now.
    pub(super) fn tolerance(&self) -> Option<Duration> {
        let timestamp = self.scheme.timestamp?;
        let declared = timestamp.tolerance?;
        Some(self.tolerance.unwrap_or(declared))
    }

    /// The ways in which deliveries may be signed.
    #[inline]
    pub(super) fn ways(&self) -> Ways<'_> {
        Ways { own: &self.own, others: self.scheme.or }
    }

    /// What the token of a request is found and read by.
    pub(super) fn token_place(&self) -> TokenPlace<'_> {
        TokenPlace {
            scheme: self.scheme,
            own: &self.own,
            headers: &self.signature,
            address: self.address.as_deref(),
            clock: &*self.clock,
        }
    }

    /// The prepared keys.
    pub(crate) fn keys(&self) -> &[Key] {
        &self.keys
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("scheme", &self.scheme.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, Scheme, Secret, Secrets, Setup};
    use crate::clock::SystemClock;
    use crate::grammar::Algorithm;

    #[test]
    fn no_debugging_shows_a_secret() {
        static SCHEME: Scheme = Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
        let secrets = Secrets::from(Secret::new("a secret"));
        let setup = Setup::new(&SCHEME, SCHEME.way(), &secrets, Arc::new(SystemClock)).unwrap();
        assert_eq!(format!("{setup:?}"), r#"Setup { scheme: "example", .. }"#);
    }
}
