//! The smallest client that sends deliveries: one connection, requests one after another.

use std::{error::Error, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};

use crate::failure::Failure;

/// More than any head of an answer needs.
const MAX_HEAD: usize = 64 * 1024;

/// How much of an answer's body is read.
const MAX_ANSWER: usize = 256 * 1024;

/// How long an answer may take unless it is said otherwise: longer than any sender waits.
pub(crate) const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);

/// An address that deliveries can be sent to.
#[derive(Clone)]
pub(crate) struct Target {
    uri: Uri,
    host: String,
    port: u16,
    authority: HeaderValue,
    timeout: Duration,
    #[cfg(feature = "https")]
    tls: Option<tokio_rustls::TlsConnector>,
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// Empty where it was too large to be read.
    pub(crate) body: Bytes,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) struct NoAnswer(Box<dyn Error + Send + Sync>);

impl fmt::Display for NoAnswer {
    /// The causes as well: that of hyper's errors says what happened.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        let mut source = self.0.source();
        while let Some(error) = source {
            write!(f, ": {error}")?;
            source = error.source();
        }
        Ok(())
    }
}

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for NoAnswer {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl Target {
    /// Reads an address of `http` or `https`.
    pub(crate) fn parse(address: &str, timeout: Duration) -> Result<Self, Failure> {
        let wrong = |why| Failure::Address { address: address.to_owned(), why };
        let uri: Uri = address.parse().map_err(|_| wrong("is no address"))?;
        let is_https = match uri.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return Err(wrong("is neither `http://..` nor `https://..`")),
        };
        #[cfg(not(feature = "https"))]
        if is_https {
            return Err(wrong("needs the feature `https`, which this program was built without"));
        }
        let authority = uri.authority().ok_or_else(|| wrong("names no host"))?;
        if authority.as_str().contains('@') {
            return Err(wrong("holds credentials, which are not sent"));
        }
        Ok(Self {
            host: authority.host().trim_start_matches('[').trim_end_matches(']').to_owned(),
            port: authority.port_u16().unwrap_or(if is_https { 443 } else { 80 }),
            authority: HeaderValue::from_str(authority.as_str())
                .map_err(|_| wrong("names no host"))?,
            timeout,
            #[cfg(feature = "https")]
            tls: if is_https { Some(tls::connector()?) } else { None },
            uri,
        })
    }

    /// The whole address.
    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// Opens a connection.
    pub(crate) async fn connect(&self) -> Result<Connection, Failure> {
        let opened = async {
            let tcp = TcpStream::connect((self.host.as_str(), self.port)).await?;
            // Requests are written whole: waiting for more would only spoil what is measured.
            tcp.set_nodelay(true)?;
            #[cfg(feature = "https")]
            if let Some(tls) = &self.tls {
                let name =
                    tokio_rustls::rustls::pki_types::ServerName::try_from(self.host.clone())?;
                return handshake(TokioIo::new(tls.connect(name, tcp).await?)).await;
            }
            handshake(TokioIo::new(tcp)).await
        };
        let connected = match timeout(self.timeout, opened).await {
            Ok(connected) => connected,
            Err(_) => Err("it took too long to connect".into()),
        };
        let sender = connected.map_err(|why| self.unreachable(&why))?;
        Ok(Connection { sender, authority: self.authority.clone(), timeout: self.timeout })
    }

    /// Sends one request on a connection of its own.
    pub(crate) async fn send(&self, request: Request<Bytes>) -> Result<Answer, Failure> {
        let mut connection = self.connect().await?;
        connection.send(request).await.map_err(|why| self.unreachable(&why))
    }

    fn unreachable(&self, why: &NoAnswer) -> Failure {
        Failure::Unreachable { address: self.uri.to_string(), why: why.to_string() }
    }
}

async fn handshake<I>(io: I) -> Result<SendRequest<Full<Bytes>>, NoAnswer>
where
    I: hyper::rt::Read + hyper::rt::Write + Send + Unpin + 'static,
{
    let (sender, connection) = http1::Builder::new().max_buf_size(MAX_HEAD).handshake(io).await?;
    // Its end is told to whoever waits for an answer.
    tokio::spawn(async { connection.await.unwrap_or_default() });
    Ok(sender)
}

/// A connection that is open.
pub(crate) struct Connection {
    sender: SendRequest<Full<Bytes>>,
    authority: HeaderValue,
    timeout: Duration,
}

impl Connection {
    /// Whether another request can be sent.
    pub(crate) fn is_open(&self) -> bool {
        !self.sender.is_closed()
    }

    /// Sends a request, and reads the answer.
    pub(crate) async fn send(&mut self, request: Request<Bytes>) -> Result<Answer, NoAnswer> {
        let (mut parts, body) = request.into_parts();
        parts.uri = origin_form(&parts.uri)?;
        parts.headers.insert(header::HOST, self.authority.clone());
        parts.headers.remove(header::TRANSFER_ENCODING);
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        if !parts.headers.contains_key(header::USER_AGENT) {
            let agent =
                HeaderValue::from_static(concat!("webhook-cli/", env!("CARGO_PKG_VERSION")));
            parts.headers.insert(header::USER_AGENT, agent);
        }
        let request = Request::from_parts(parts, Full::new(body));
        let answered = async {
            self.sender.ready().await?;
            let (parts, body) = self.sender.send_request(request).await?.into_parts();
            let body = match Limited::new(body, MAX_ANSWER).collect().await {
                Ok(body) => body.to_bytes(),
                // The status is what counts.
                Err(error) if error.is::<LengthLimitError>() => Bytes::new(),
                Err(error) => return Err(NoAnswer(error)),
            };
            Ok(Answer { status: parts.status, headers: parts.headers, body })
        };
        match timeout(self.timeout, answered).await {
            Ok(answer) => answer,
            Err(_) => Err(format!("no answer after {} s", self.timeout.as_secs()).into()),
        }
    }
}

/// The address as it stands in a request to its own server.
fn origin_form(uri: &Uri) -> Result<Uri, NoAnswer> {
    Ok(uri.path_and_query().map_or("/", |path| path.as_str()).parse()?)
}

#[cfg(feature = "https")]
mod tls {
    use std::sync::Arc;

    use tokio_rustls::{
        TlsConnector,
        rustls::{ClientConfig, RootCertStore, crypto::ring},
    };

    use crate::failure::Failure;

    /// Trusts Mozilla's roots.
    pub(super) fn connector() -> Result<TlsConnector, Failure> {
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| Failure::Unreachable {
                address: "https".to_owned(),
                why: error.to_string(),
            })?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(TlsConnector::from(Arc::new(config)))
    }
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT_TIMEOUT, Target};

    #[test]
    fn addresses_are_read() {
        let target = Target::parse("http://localhost/hooks?a=b", DEFAULT_TIMEOUT).expect("http");
        assert_eq!((target.host.as_str(), target.port), ("localhost", 80));
        let target = Target::parse("http://[::1]:8080", DEFAULT_TIMEOUT).expect("IPv6");
        assert_eq!((target.host.as_str(), target.port), ("::1", 8080));
        for wrong in ["", "localhost", "/hooks", "ftp://a", "http://", "http://u:p@a", "http://a b"]
        {
            assert!(Target::parse(wrong, DEFAULT_TIMEOUT).is_err(), "{wrong:?}");
        }
    }
}
