//! The smallest client that fetches a document: one connection, one request, no redirections.

use std::{fmt, pin::pin, sync::Arc, task::Poll, time::Duration};

use bytes::Bytes;
use http::{Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::{
    client::conn::http1,
    rt::{Read, Write},
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use super::{Fetch, FetchFuture};
use crate::error::{BoxError, SetupError};

/// More than any head of an answer needs.
const MAX_HEAD: usize = 64 * 1024;

/// Fetches over HTTP/1.1 and TLS, trusting Mozilla's roots. It needs to be used within tokio.
///
/// A loopback address is fetched without TLS if it says `http`: for tests.
#[derive(Clone)]
pub struct HttpsFetch {
    config: Arc<ClientConfig>,
    timeout: Duration,
}

impl HttpsFetch {
    /// A client that gives up after five seconds.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if TLS cannot be set up.
    pub fn new() -> Result<Self, SetupError> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| SetupError::new(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { config: Arc::new(config), timeout: Duration::from_secs(5) })
    }

    /// How long a fetch may take, from the name's lookup to the last byte.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }
}

impl Fetch for HttpsFetch {
    fn fetch(&self, address: &str, limit: usize) -> FetchFuture {
        let (address, config, timeout) =
            (address.to_owned(), Arc::clone(&self.config), self.timeout);
        Box::pin(async move {
            tokio::time::timeout(timeout, get(&address, config, limit))
                .await
                .unwrap_or_else(|_| Err("it took too long".into()))
        })
    }
}

async fn get(address: &str, config: Arc<ClientConfig>, limit: usize) -> Result<Bytes, BoxError> {
    let uri: Uri = address.parse()?;
    let authority = uri.authority().ok_or("an address without a host")?;
    let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_owned();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = Request::get(path)
        .header(header::HOST, authority.as_str())
        .header(header::ACCEPT, "application/json, */*;q=0.5")
        .header(header::USER_AGENT, concat!("webhook-kit/", env!("CARGO_PKG_VERSION")))
        .body(Empty::new())?;
    match uri.scheme_str() {
        Some("https") => {
            let tcp = TcpStream::connect((host.as_str(), authority.port_u16().unwrap_or(443)));
            let tls = TlsConnector::from(config)
                .connect(ServerName::try_from(host.clone())?, tcp.await?)
                .await?;
            exchange(TokioIo::new(tls), request, limit).await
        }
        Some("http") if matches!(host.as_str(), "127.0.0.1" | "::1" | "localhost") => {
            let tcp = TcpStream::connect((host.as_str(), authority.port_u16().unwrap_or(80)));
            exchange(TokioIo::new(tcp.await?), request, limit).await
        }
        _ => Err("the address is not https".into()),
    }
}

/// Sends the request and reads the answer. The connection is driven here, and ends here.
async fn exchange<I>(io: I, request: Request<Empty<Bytes>>, limit: usize) -> Result<Bytes, BoxError>
where
    I: Read + Write + Send + Unpin + 'static,
{
    let (mut sender, connection) =
        http1::Builder::new().max_buf_size(MAX_HEAD).handshake(io).await?;
    let mut connection = pin!(connection);
    let mut is_open = true;
    let mut answer = pin!(async move {
        let response = sender.send_request(request).await?;
        if response.status() != StatusCode::OK {
            return Err(BoxError::from(format!("status {}", response.status().as_u16())));
        }
        Ok(Limited::new(response.into_body(), limit).collect().await?.to_bytes())
    });
    std::future::poll_fn(|context| {
        if is_open && connection.as_mut().poll(context).is_ready() {
            is_open = false;
        }
        match answer.as_mut().poll(context) {
            Poll::Ready(answer) => Poll::Ready(answer),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

impl fmt::Debug for HttpsFetch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpsFetch").field("timeout", &self.timeout).finish_non_exhaustive()
    }
}
