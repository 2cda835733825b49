//! What is prepared once: keys, header names, limits.

use std::{fmt, sync::Arc, time::Duration};

use http::HeaderName;

use super::{
    DEFAULT_LIMIT,
    candidates::Ways,
    fetched::Source,
    identity::Identity,
    key::Key,
    keys,
    message::is_late,
    tokens::{JwtPlace, Tokens},
};
use crate::{
    clock::Clock,
    error::SetupError,
    grammar::Algorithm,
    keys::{Secret, Secrets},
    request::{Address, Header},
    scheme::{self, JwtContent, JwtScheme, Part, Scheme, TimestampPlace, Way},
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
    pub(crate) verify_token: Option<Secret>,
    pub(crate) plan: Plan,
    /// What identifies deliveries, for each form of the message.
    identities: Arc<[Identity]>,
    /// Whether signatures under algorithms that are known to be weak count.
    pub(super) takes_weak: bool,
    /// Set by the user, for tokens that are still to be prepared.
    token_max_age: Option<Duration>,
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
            scheme.data.timestamp.map(|timestamp| timestamp.place),
            Some(TimestampPlace::Json(_) | TimestampPlace::Form(_))
        );
        let reads_body = in_body
            || matches!(
                scheme.data.signature,
                Some(scheme::Source::Json(_) | scheme::Source::Form(_))
            )
            || scheme.data.alternatives.iter().any(|way| way.when.is_some());
        let waits = Self { before: &[], may_lack: false, streams: false, after: &[], reads_body };
        let [message] = *scheme.data.message else { return waits };
        // The whole message has to be seen to be no challenge; code and tokens see all of a request.
        if scheme.proves() || scheme.custom.is_some() || scheme.data.jwt.is_some() {
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
        if secrets.is_empty() && source.is_none() && secrets.tenants().is_none() {
            let name = scheme.data.name;
            return Err(SetupError::new(match scheme.data.public_keys {
                None => format!("`{name}` needs a secret: none was given"),
                Some(_) => {
                    format!("`{name}` needs its public keys, or a source of them: none was given")
                }
            }));
        }
        let keys = keys::prepare(scheme, own, secrets, source.is_some())?;
        let signature =
            scheme.data.headers.iter().map(|name| Header::new(name)).collect::<Result<_, _>>()?;
        let timestamp = match scheme.data.timestamp.map(|timestamp| timestamp.place) {
            Some(TimestampPlace::Header(name)) => Some(Header::new(name)?),
            _ => None,
        };
        let signs_id = scheme.signs_id();
        let id = match scheme.data.id {
            [[Part::Header(name)]] if signs_id => Some(Header::new(name)?),
            _ => None,
        };
        let named = scheme.data.event_type.iter().copied().flatten();
        let event = named
            .filter_map(|part| match part {
                Part::Header(name) => Some(Header::new(name)),
                _ => None,
            })
            .collect::<Result<_, _>>()?;
        let named = scheme.data.id.iter().copied().flatten();
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
            verify_token: None,
            plan: Plan::of(scheme),
            identities: Identity::all(scheme).into(),
            takes_weak: true,
            token_max_age: None,
            keys,
            tokens: Tokens::new(scheme, own, secrets, source.is_some())?,
            source,
        })
    }

    /// The same under other secrets.
    ///
    /// # Errors
    ///
    /// If there is none, or if one is not of the form that the declaration says.
    pub(crate) fn with_secrets(&self, secrets: &Secrets) -> Result<Self, SetupError> {
        let prepared = Self::new(self.scheme, self.own, secrets, Arc::clone(&self.clock))?;
        let mut setup = self.clone();
        setup.keys = prepared.keys;
        setup.source = prepared.source;
        setup.tokens = prepared.tokens;
        if let (Some(tokens), Some(max_age)) = (&mut setup.tokens, self.token_max_age) {
            tokens.set_max_age(max_age);
        }
        Ok(setup)
    }

    /// What identifies a delivery that was signed in this form of the message.
    pub(super) fn identity(&self, message: &'static [Part]) -> Option<&Identity> {
        let mut messages = self.scheme.data.message.iter().zip(self.identities.iter());
        let (_, identity) = messages.find(|(other, _)| std::ptr::eq(**other, message))?;
        Some(identity)
    }

    /// How far a signed timestamp may be from now.
    pub(super) fn tolerance(&self) -> Option<Duration> {
        self.tolerance.or(self.scheme.data.timestamp?.tolerance)
    }

    /// Sets how far the signed time of a delivery may be from now: that of its timestamp, or that at
    /// which its token was issued. An error where there is none that anybody vouches for.
    pub(crate) fn set_tolerance(&mut self, tolerance: Duration) -> Result<(), SetupError> {
        check_signs_time(self.scheme)?;
        match &mut self.tokens {
            Some(tokens) if self.scheme.data.timestamp.is_none() => {
                self.token_max_age = Some(tolerance);
                tokens.set_max_age(tolerance);
            }
            _ => self.tolerance = Some(tolerance),
        }
        Ok(())
    }

    /// No longer takes signatures under weak algorithms. An error where there are no others.
    pub(crate) fn refuse_weak(&mut self) -> Result<(), SetupError> {
        let is_strong = |way: Way| !way.algorithm.is_weak();
        let name = self.scheme.data.name;
        if self.scheme.custom.is_some() || !self.scheme.ways().any(is_strong) {
            return Err(SetupError::new(format!(
                "deliveries of `{name}` are signed in no other way than the weak one: remove `refuse_weak`"
            )));
        }
        self.takes_weak = false;
        Ok(())
    }

    /// The ways in which deliveries may be signed.
    #[inline]
    pub(super) fn ways(&self) -> Ways<'_> {
        Ways { own: &self.own, others: self.scheme.data.alternatives }
    }

    /// What the token of a request is found and read by.
    pub(super) fn token_place(&self) -> JwtPlace<'_> {
        JwtPlace {
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

/// Whether a tolerance has something to hold deliveries to. Code of a scheme's own may ask for it.
pub(crate) fn check_signs_time(scheme: &Scheme) -> Result<(), SetupError> {
    let is_token = scheme.data.jwt.is_some();
    let signs_time = match (scheme.data.timestamp, scheme.data.jwt) {
        (None, Some(token)) => says_when(token),
        (None, None) => scheme.custom.is_some(),
        (Some(timestamp), _) => is_token || is_signed(scheme, timestamp.place),
    };
    if signs_time {
        return Ok(());
    }
    Err(SetupError::new(format!(
        "deliveries of `{}` carry no time that is signed, so that a tolerance would refuse nothing: \
         remove `tolerance`",
        scheme.data.name
    )))
}

/// Whether tokens say when they were issued. Claims beside a body do; claims that are the delivery
/// are the sender's own words, of which only a declaration knows.
const fn says_when(token: &JwtScheme) -> bool {
    match token.content {
        JwtContent::Claims => true,
        JwtContent::Whole => token.max_age.is_some(),
        JwtContent::Detached | JwtContent::DetachedRaw => false,
    }
}

/// Whether each message covers what stands at this place.
fn is_signed(scheme: &Scheme, place: TimestampPlace) -> bool {
    let covers = |part: &Part| {
        let part = if let Part::Optional(part) = part { part } else { part };
        match (place, part) {
            (_, Part::Timestamp)
            | (TimestampPlace::Json(_), Part::Body | Part::Digest(_))
            | (TimestampPlace::Form(_), Part::Body | Part::Digest(_) | Part::SortedForm)
            | (TimestampPlace::Query(_), Part::Query | Part::SortedQuery | Part::Url(_)) => true,
            (TimestampPlace::Json(at), Part::Json(other)) => at == *other,
            (TimestampPlace::Form(at), Part::Field(other))
            | (TimestampPlace::Query(at), Part::Parameter(other))
            | (TimestampPlace::Header(at), Part::Header(other)) => at == *other,
            _ => false,
        }
    };
    let in_body = matches!(place, TimestampPlace::Json(_) | TimestampPlace::Form(_));
    let by_digest = scheme.data.digest.is_some() && in_body;
    !scheme.data.message.is_empty()
        && (by_digest || scheme.data.message.iter().all(|message| message.iter().any(covers)))
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup").field("scheme", &self.scheme.data.name).finish_non_exhaustive()
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
