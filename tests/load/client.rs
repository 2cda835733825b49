//! A connection that sends what it is given, and reads answers.

use std::{
    fmt::Write as _,
    io::{self, ErrorKind},
    net::SocketAddr,
};

use bytes::Bytes;
use http::Request;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A request as it goes over the wire.
pub(crate) fn written(request: &Request<Bytes>) -> Vec<u8> {
    let mut raw = format!("{} {} HTTP/1.1\r\nhost: test\r\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        let _ = write!(raw, "{name}: {}\r\n", value.to_str().expect("text"));
    }
    let _ = write!(raw, "content-length: {}\r\n\r\n", request.body().len());
    [raw.as_bytes(), request.body()].concat()
}

pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub(crate) async fn to(server: SocketAddr) -> Self {
        let stream = TcpStream::connect(server).await.expect("the server listens");
        stream.set_nodelay(true).expect("an option");
        Self { stream, buffer: Vec::new() }
    }

    pub(crate) async fn send(&mut self, raw: &[u8]) -> io::Result<u16> {
        self.write(raw).await?;
        self.answer().await
    }

    pub(crate) async fn write(&mut self, raw: &[u8]) -> io::Result<()> {
        self.stream.write_all(raw).await
    }

    /// The status of the next answer.
    pub(crate) async fn answer(&mut self) -> io::Result<u16> {
        loop {
            if let Some((status, length)) = head(&self.buffer) {
                if self.buffer.len() >= length {
                    self.buffer.drain(..length);
                    return Ok(status);
                }
            }
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
        }
    }
}

/// The status of an answer, and its length with its body.
fn head(buffer: &[u8]) -> Option<(u16, usize)> {
    let end = buffer.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&buffer[..end]).expect("text").to_ascii_lowercase();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.map_or(0, |length| length.parse().expect("a number"));
    Some((status, end + length))
}
