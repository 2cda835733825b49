//! A server on the loopback interface, and a client that sends exactly what it is told.

#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a panic fails the test")]

use std::{
    net::SocketAddr,
    time::{Duration, SystemTime},
};

use axum::Router;
use bytes::Bytes;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// The moment at which the tests' clocks stand.
pub fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

/// A server with one service at `/`.
pub struct Server {
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves until it is dropped.
    pub async fn start(router: Router) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let task = tokio::spawn(async move {
            axum::serve(listener, service).await.expect("the server runs");
        });
        Self { address, task }
    }

    /// Sends a request as it is, with a declared length.
    pub async fn send(&self, request: http::Request<Bytes>) -> Answer {
        let (parts, body) = request.into_parts();
        let mut raw = head(&parts);
        raw.extend_from_slice(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
        raw.extend_from_slice(&body);
        self.send_raw(&raw).await
    }

    /// Sends a request in chunks of a size, without a declared length.
    pub async fn send_chunked(&self, request: http::Request<Bytes>, size: usize) -> Answer {
        let (parts, body) = request.into_parts();
        let mut raw = head(&parts);
        raw.extend_from_slice(b"transfer-encoding: chunked\r\n\r\n");
        for chunk in body.chunks(size) {
            raw.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            raw.extend_from_slice(chunk);
            raw.extend_from_slice(b"\r\n");
        }
        raw.extend_from_slice(b"0\r\n\r\n");
        self.send_raw(&raw).await
    }

    /// Sends bytes, and reads the answer to its end.
    pub async fn send_raw(&self, raw: &[u8]) -> Answer {
        let stream = TcpStream::connect(self.address).await.expect("the server listens");
        let (mut from, mut to) = stream.into_split();
        let raw = raw.to_vec();
        // A server that refuses a body closes before it has read it: that is no failure.
        let writing = tokio::spawn(async move {
            let _ = to.write_all(&raw).await;
            to
        });
        let mut answer = Vec::new();
        let reading = from.read_to_end(&mut answer);
        // No test waits this long: an endpoint that does not answer fails instead of hanging.
        let read = tokio::time::timeout(Duration::from_secs(30), reading).await;
        let _ = read.expect("an answer within half a minute");
        writing.abort();
        Answer::parse(&answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn head(parts: &http::request::Parts) -> Vec<u8> {
    let mut raw =
        format!("{} {} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n", parts.method, parts.uri)
            .into_bytes();
    for (name, value) in &parts.headers {
        raw.extend_from_slice(name.as_str().as_bytes());
        raw.extend_from_slice(b": ");
        raw.extend_from_slice(value.as_bytes());
        raw.extend_from_slice(b"\r\n");
    }
    raw
}

/// What the server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    fn parse(raw: &[u8]) -> Self {
        let text = String::from_utf8_lossy(raw);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or("0");
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Self { status: status.parse().unwrap_or(0), headers, body: body.to_owned() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
