//! Source addresses: an opt-in check that a request comes from its provider's network.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use http::{HeaderName, request};
use ipnet::IpNet;

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
    allowed: Arc<[IpNet]>,
    client: ClientAddress,
}

impl Check {
    pub(super) fn new(
        allowed: impl IntoIterator<Item = impl Into<IpNet>>,
        client: ClientAddress,
    ) -> Self {
        Self { allowed: allowed.into_iter().map(Into::into).collect(), client }
    }

    pub(super) fn declared(scheme: &Scheme, client: ClientAddress) -> Result<Self, SetupError> {
        let allowed: Vec<IpNet> =
            scheme.data.source_ips.iter().filter_map(|text| range(text)).collect();
        if allowed.is_empty() {
            return Err(SetupError::new(format!(
                "the addresses of `{}` are not known: name them with `only_from`",
                scheme.data.name
            )));
        }
        Ok(Self::new(allowed, client))
    }

    pub(super) fn check(&self, parts: &request::Parts) -> Result<(), Rejection> {
        match self.client.of(parts) {
            Some(address) if self.allowed.iter().any(|range| range.contains(&address)) => Ok(()),
            address => Err(Rejection::SourceIp { address }),
        }
    }
}

/// An address, or a range of them such as `203.0.113.0/24`.
fn range(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| Some(text.parse::<IpAddr>().ok()?.into()))
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::{Check, ClientAddress, IpAddr, Rejection, Scheme};
    use crate::grammar::{Algorithm, Checked};

    #[test]
    fn a_declared_range_lets_in_what_is_within_it() {
        static SCHEME: Scheme = Scheme::of(Checked {
            name: "example",
            algorithm: Algorithm::HmacSha256,
            headers: &["x-signature"],
            source_ips: &["203.0.113.0/30", "198.51.100.7", "2001:db8::/32"],
            ..Checked::EMPTY
        });
        let check = Check::declared(&SCHEME, ClientAddress::connection()).unwrap();
        let let_in = |address: &str| {
            let address: IpAddr = address.parse().unwrap();
            let (parts, ()) = Request::post("/").extension(address).body(()).unwrap().into_parts();
            match check.check(&parts) {
                Ok(()) => true,
                Err(Rejection::SourceIp { address: Some(refused) }) => {
                    assert_eq!(refused, address.to_canonical());
                    false
                }
                Err(other) => panic!("{other}"),
            }
        };
        for address in
            ["203.0.113.0", "203.0.113.3", "::ffff:203.0.113.1", "198.51.100.7", "2001:db8:1::1"]
        {
            assert!(let_in(address), "{address}");
        }
        for address in ["203.0.113.4", "203.0.112.255", "198.51.100.6", "2001:db9::", "::1"] {
            assert!(!let_in(address), "{address}");
        }
    }
}
