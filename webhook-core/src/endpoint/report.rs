//! What became of a request, for its owner.

use std::{fmt, net::IpAddr, time::Duration};

use http::{HeaderValue, Method, StatusCode, request};

use crate::{
    delivery::Delivery,
    error::BoxError,
    failure::Failure,
    grammar::Algorithm,
    handler::Answer,
    handshake::Challenge,
    rejection::Rejection,
    scheme::{Part, Scheme, TimestampPlace},
};

/// What became of a request.
#[derive(Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// The handler did its work.
    Handled(Answer),
    /// The handler did its work, but its lease had run out meanwhile and is somebody else's: the
    /// delivery may have been handled twice. It was acknowledged.
    LeaseLost(Answer),
    /// The handler did its work, but the store could not note that: the delivery was acknowledged,
    /// and is handled again if it comes again.
    Unrecorded(Answer, BoxError),
    /// The endpoint's [inbox](crate::Endpoint::inbox) has it; it was acknowledged, and a worker handles it.
    Accepted,
    /// The delivery was handled, or accepted, before; it was acknowledged again.
    Duplicate,
    /// Nobody takes this event; it was acknowledged.
    Unhandled,
    /// It was a handshake; it was answered, and no handler saw it.
    Handshake,
    /// It is genuine, but was not handled.
    Failed(Failure),
    /// It was not taken for genuine.
    Rejected(Rejection),
    /// Its sender hung up before it was answered. What ran of the handler was cut off, unless the
    /// endpoint [runs handlers to completion](crate::Endpoint::run_to_completion).
    Abandoned,
}

impl Outcome {
    /// One word for logs and metrics.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Handled(_) => "handled",
            Self::LeaseLost(_) => "lease_lost",
            Self::Unrecorded(..) => "unrecorded",
            Self::Accepted => "accepted",
            Self::Duplicate => "duplicate",
            Self::Unhandled => "unhandled",
            Self::Handshake => "handshake",
            Self::Failed(failure) => failure.as_str(),
            Self::Rejected(_) => "rejected",
            Self::Abandoned => "abandoned",
        }
    }
}

/// What became of a request, with what is known of it.
#[non_exhaustive]
pub struct Report<'a> {
    /// The name of the provider.
    pub provider: &'static str,
    /// The delivery, if it was authenticated. [`Delivery::secret`] says which secret matched.
    pub delivery: Option<&'a Delivery>,
    /// What a handshake asked with, if it was one.
    pub challenge: Option<&'a Challenge>,
    /// What became of it.
    pub outcome: &'a Outcome,
    /// What the sender was answered; 499 if it hung up before.
    pub status: StatusCode,
    /// How long it took, by the endpoint's clock.
    pub duration: Duration,
    /// The account whose secret matched, or the tenant, where the endpoint has several.
    pub account: Option<&'a str>,
    pub(super) scheme: &'static Scheme,
    pub(super) parts: &'a request::Parts,
    pub(super) client: Option<IpAddr>,
}

/// Shows no value of a header: one of them is the signature.
impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("provider", &self.provider)
            .field("delivery", &self.delivery)
            .field("challenge", &self.challenge)
            .field("outcome", &self.outcome)
            .field("status", &self.status)
            .field("duration", &self.duration)
            .field("account", &self.account)
            .field("path", &self.path())
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}

/// What a request has where its provider's declaration names a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderSeen<'a> {
    /// It is missing.
    Missing,
    /// It is there, and holds what is not shown: a token, a password.
    Hidden,
    /// It is there; of several, this is the first.
    Value(&'a HeaderValue),
}

impl<'a> Report<'a> {
    /// The request's method.
    pub fn method(&self) -> &'a Method {
        &self.parts.method
    }

    /// The request's path. The query is not shown: some senders carry secrets in it.
    pub fn path(&self) -> &'a str {
        self.parts.uri.path()
    }

    /// The client's address, as far as the endpoint knows it: from what it was
    /// [told](crate::Endpoint::client_address), or from the connection if the server says it.
    pub fn client(&self) -> Option<IpAddr> {
        self.client
    }

    /// The headers that the declaration names, by which a request that was rejected can be found:
    /// those of the signature, the timestamp, the id and the event.
    ///
    /// Nobody vouches for them where the request was rejected.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, HeaderSeen<'a>)> + use<'a> {
        let (scheme, parts) = (self.scheme, self.parts);
        let hides = scheme.data.jwt.is_some()
            || matches!(scheme.data.algorithm, Algorithm::Token | Algorithm::Basic);
        let signature = scheme.data.headers.iter().map(move |name| (*name, hides));
        let timestamp = match scheme.data.timestamp.map(|timestamp| timestamp.place) {
            Some(TimestampPlace::Header(name)) => Some((name, false)),
            _ => None,
        };
        let named = scheme.data.id.iter().chain(scheme.data.event_type).copied().flatten();
        let named = named.filter_map(|part| match part {
            Part::Header(name) => Some((*name, false)),
            _ => None,
        });
        signature.chain(timestamp).chain(named).map(move |(name, hides)| {
            let seen = match parts.headers.get(name) {
                None => HeaderSeen::Missing,
                Some(_) if hides => HeaderSeen::Hidden,
                Some(value) => HeaderSeen::Value(value),
            };
            (name, seen)
        })
    }
}

/// What became of a request, in the extensions of its response: for middleware.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::Verdict;
///
/// fn log<B>(response: &http::Response<B>) {
///     if let Some(verdict) = response.extensions().get::<Verdict>() {
///         println!("{} {}", verdict.provider(), verdict.outcome());
///     }
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Verdict {
    pub(super) provider: &'static str,
    pub(super) outcome: &'static str,
    pub(super) duration: Duration,
}

impl Verdict {
    /// The name of the provider.
    pub fn provider(&self) -> &'static str {
        self.provider
    }

    /// What became of it, as [`Outcome::as_str`] says it.
    pub fn outcome(&self) -> &'static str {
        self.outcome
    }

    /// How long it took.
    pub fn duration(&self) -> Duration {
        self.duration
    }
}
