//! What axum knows of a request beyond `http`.
//!
//! Mounting needs nothing of this: an [`Endpoint`](crate::Endpoint) is a service, for
//! `Router::route_service`.

use std::net::SocketAddr;

use ::axum::extract::ConnectInfo;

use crate::ClientAddress;

/// The connection's peer, for servers that are made with
/// `into_make_service_with_connect_info::<SocketAddr>()`; without that no address is known, and every
/// delivery is refused.
///
/// Behind a proxy the peer is the proxy: see [`ClientAddress::trusted_header`].
///
/// ```
/// use webhook_kit::{Secret, providers::goodstack, webhook};
///
/// #[webhook(provider = "goodstack")]
/// async fn on_goodstack(_event: goodstack::Event) {}
///
/// let endpoint = on_goodstack::endpoint(Secret::new("a secret"))?
///     .only_from_source_ips(webhook_kit::axum::connect_info())?;
/// # Ok::<(), webhook_kit::SetupError>(())
/// ```
pub fn connect_info() -> ClientAddress {
    ClientAddress::from_fn(|parts| {
        parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip())
    })
}
