//! Source addresses: an opt-in check that a request comes from its provider's network.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use http::{HeaderName, request};

use crate::{error::SetupError, rejection::Rejection, scheme::Scheme};

/// Where the client's address is taken from.
///
/// There is no safe default: behind a proxy the connection is the proxy's, and a header is worth
/// something only if a proxy of one's own sets it on every request.
#[derive(Clone)]
pub struct ClientAddress(Arc<Find>);

type Find = dyn Fn(&request::Parts) -> Option<IpAddr> + Send + Sync;

impl ClientAddress {
    /// The connection's peer, as a [`SocketAddr`] or an [`IpAddr`] that the server put into the
    /// request's extensions.
    pub fn connection() -> Self {
        Self::from_fn(|parts| {
            let peer = parts.extensions.get::<SocketAddr>().map(SocketAddr::ip);
            peer.or_else(|| parts.extensions.get::<IpAddr>().copied())
        })
    }

    /// A header that a proxy of one's own sets: an address alone, or a list such as that of
    /// `X-Forwarded-For`, whose last address counts, since that is the one the proxy saw.
    ///
    /// The proxy must set the header on every request, or append to it: otherwise the sender names
    /// the address itself, and the check is worth nothing. If the header stands there more than
    /// once, the request is refused.
    pub fn trusted_header(name: HeaderName) -> Self {
        Self::from_fn(move |parts| {
            let mut values = parts.headers.get_all(&name).iter();
            let value = values.next()?;
            if values.next().is_some() {
                return None;
            }
            let last = value.to_str().ok()?.rsplit(',').next()?.trim();
            last.parse().ok()
        })
    }

    /// Any other way, such as a framework's own extension.
    pub fn from_fn(
        client: impl Fn(&request::Parts) -> Option<IpAddr> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(client))
    }
}

impl ClientAddress {
    pub(super) fn of(&self, parts: &request::Parts) -> Option<IpAddr> {
        // An IPv4 client of a dual-stack socket shows as `::ffff:a.b.c.d`.
        (self.0)(parts).map(|address| address.to_canonical())
    }
}

impl fmt::Debug for ClientAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientAddress(..)")
    }
}

/// The addresses that are let in.
#[derive(Debug, Clone)]
pub(super) struct Check {
    allowed: Arc<[IpAddr]>,
    client: ClientAddress,
}

impl Check {
    pub(super) fn new(allowed: impl IntoIterator<Item = IpAddr>, client: ClientAddress) -> Self {
        Self { allowed: allowed.into_iter().collect(), client }
    }

    pub(super) fn declared(scheme: &Scheme, client: ClientAddress) -> Result<Self, SetupError> {
        let allowed: Vec<IpAddr> =
            scheme.sources.iter().filter_map(|text| text.parse().ok()).collect();
        if allowed.is_empty() {
            return Err(SetupError::new(format!(
                "the addresses of `{}` are not known: name them with `only_from`",
                scheme.name
            )));
        }
        Ok(Self::new(allowed, client))
    }

    pub(super) fn check(&self, parts: &request::Parts) -> Result<(), Rejection> {
        match self.client.of(parts) {
            Some(address) if self.allowed.contains(&address) => Ok(()),
            address => Err(Rejection::Source { address }),
        }
    }
}
