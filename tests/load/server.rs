//! What is under load: a provider that signs timestamps, and endpoints of it on a server.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicUsize, Ordering},
    time::SystemTime,
};

use axum::Router;
use bytes::Bytes;
use http::Request;
use tokio::net::{TcpListener, TcpSocket};
use webhook_kit::{Endpoint, Handler, Provider, Secret};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type"
)]
pub(crate) struct Sender;

pub(crate) fn secret() -> Secret {
    Secret::new("a secret")
}

/// A delivery with this id and about as many bytes.
pub(crate) fn delivery(secret: &Secret, id: &str, bytes: usize) -> Request<Bytes> {
    let body = format!(r#"{{"id":"{id}","type":"paid","note":"{}"}}"#, "x".repeat(bytes));
    Sender::sign(secret, body).at(SystemTime::now()).request()
}

/// Serves an endpoint at every path, until the program ends.
pub(crate) fn serve<H>(endpoint: Endpoint<H, H::State>) -> SocketAddr
where
    H: Handler,
{
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    // All connect at once.
    let listener: TcpListener = socket.listen(4096).expect("a listener");
    let address = listener.local_addr().expect("an address");
    let router = Router::new().fallback_service(endpoint);
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// Counts, shared by clones of a handler.
#[derive(Debug, Default)]
pub(crate) struct Count(AtomicUsize);

impl Count {
    pub(crate) fn one(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn get(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

/// The memory of this process, in MiB.
pub(crate) fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    let kilobytes = line.trim().trim_end_matches(" kB").trim().parse::<usize>();
    kilobytes.unwrap_or_default() / 1024
}
