//! A request as it goes over the wire in HTTP/1.1: what `webhook listen --record` writes.

use std::{
    io::{self, Write},
    path::Path,
    time::SystemTime,
};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Uri, header};

use super::{RECEIVED_AT, Recorded, add, malformed};
use crate::failure::Failure;

const REMEDY: &str = "a recorded request begins as in `POST /webhooks HTTP/1.1`, then one header a line, \
     an empty line, and the body";

/// More headers than any delivery has.
const MAX_HEADERS: usize = 256;

/// Reads a request. Lines of the head may end as in files or as on the wire.
pub(super) fn parse(path: &Path, bytes: Vec<u8>) -> Result<Recorded, Failure> {
    let mut storage = [httparse::EMPTY_HEADER; MAX_HEADERS];
    let mut head = httparse::Request::new(&mut storage);
    let wrong = |why: &str| malformed(path, why, REMEDY);
    let length = match head.parse(&bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Err(wrong("no empty line ends the headers")),
        Err(error) => return Err(wrong(&format!("no HTTP request: {error}"))),
    };
    let method = head.method.and_then(|method| method.parse::<Method>().ok());
    let uri = head.path.and_then(|path| path.parse::<Uri>().ok());
    let (Some(method), Some(uri)) = (method, uri) else {
        return Err(wrong("no method and address that HTTP knows"));
    };
    let mut headers = HeaderMap::new();
    for one in head.headers {
        add(&mut headers, one.name.as_bytes(), one.value)
            .ok_or_else(|| wrong(&format!("`{}` is no header", one.name)))?;
    }
    let body = Bytes::from(bytes).split_off(length);
    let body = framed(path, &mut headers, body)?;
    Ok(Recorded::new(path.display().to_string(), method, uri, headers, body))
}

/// The body by what the head says of its length. Without a word of it, all that follows.
fn framed(path: &Path, headers: &mut HeaderMap, body: Bytes) -> Result<Bytes, Failure> {
    if headers.get(header::TRANSFER_ENCODING).is_some_and(|value| value == "chunked") {
        // The body of a recording is not sent as it stands: it gets a length of its own.
        headers.remove(header::TRANSFER_ENCODING);
        return unchunked(&body).ok_or_else(|| {
            malformed(path, "the chunks of the body are cut off or malformed", REMEDY)
        });
    }
    let Some(length) = headers.get(header::CONTENT_LENGTH) else { return Ok(body) };
    let length = length.to_str().ok().and_then(|text| text.parse::<usize>().ok());
    let Some(length) = length else {
        return Err(malformed(path, "`content-length` is no number", REMEDY));
    };
    if body.len() < length {
        return Err(malformed(
            path,
            format!("the body has {} bytes, and `content-length` says {length}", body.len()),
            "record it again: a body that was cut off or edited verifies nowhere",
        ));
    }
    // What editors put at the end of a file is no part of the body.
    let rest = body.get(length..).unwrap_or_default();
    if !rest.trim_ascii().is_empty() {
        return Err(malformed(
            path,
            format!("the body has {} bytes, and `content-length` says {length}", body.len()),
            "one request a file; record it again if it was edited",
        ));
    }
    Ok(body.slice(..length))
}

/// The body that was sent in chunks.
fn unchunked(mut rest: &[u8]) -> Option<Bytes> {
    let mut body = Vec::new();
    loop {
        let httparse::Status::Complete((line, size)) = httparse::parse_chunk_size(rest).ok()?
        else {
            return None;
        };
        if size == 0 {
            return Some(body.into());
        }
        let size = usize::try_from(size).ok()?;
        let chunk = rest.get(line..line.checked_add(size)?)?;
        body.extend_from_slice(chunk);
        rest = rest.get(line + size..)?.strip_prefix(b"\r\n")?;
    }
}

/// Writes a request so that it can be read back, byte for byte.
pub(crate) fn write(
    to: &mut dyn Write,
    request: &Request<Bytes>,
    received: Option<SystemTime>,
) -> io::Result<()> {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    write!(to, "{} {target} HTTP/1.1\r\n", request.method())?;
    for (name, value) in request.headers() {
        let framing = [&header::CONTENT_LENGTH, &header::TRANSFER_ENCODING, &RECEIVED_AT];
        if framing.contains(&name) {
            continue;
        }
        write!(to, "{name}: ")?;
        to.write_all(value.as_bytes())?;
        to.write_all(b"\r\n")?;
    }
    if let Some(at) = received {
        write!(to, "{RECEIVED_AT}: {}\r\n", humantime::format_rfc3339_millis(at))?;
    }
    write!(to, "content-length: {}\r\n\r\n", request.body().len())?;
    to.write_all(request.body())
}

#[cfg(test)]
mod tests {
    use std::{
        path::Path,
        time::{Duration, SystemTime},
    };

    use http::{HeaderValue, Request};

    use super::{parse, write};

    fn read(text: &[u8]) -> Result<super::Recorded, String> {
        parse(Path::new("a.http"), text.to_vec()).map_err(|failure| failure.to_string())
    }

    #[test]
    fn what_is_written_is_read_back() {
        let body: Vec<u8> = (0..=255).collect();
        let request = Request::post("/hooks/a?b=c%20d")
            .header("x-signature", HeaderValue::from_bytes(&[b'a', 0xff, b'b']).expect("a value"))
            .header("x-twice", "1")
            .header("x-twice", "2")
            .header("transfer-encoding", "chunked")
            .header("webhook-kit-received-at", "1999-01-01T00:00:00Z")
            .body(body.into())
            .expect("a request");
        let at = SystemTime::UNIX_EPOCH + Duration::from_millis(1_700_000_000_123);
        let mut file = Vec::new();
        write(&mut file, &request, Some(at)).expect("memory");
        let read = read(&file).expect("what was written");
        assert_eq!(read.received, Some(at));
        assert_eq!(read.request.body(), request.body());
        assert_eq!(read.request.uri(), request.uri());
        let headers = read.request.headers();
        assert_eq!(headers["x-signature"].as_bytes(), [b'a', 0xff, b'b']);
        assert_eq!(headers.get_all("x-twice").iter().collect::<Vec<_>>(), ["1", "2"]);
        assert!(!headers.contains_key("webhook-kit-received-at"));
        assert!(!headers.contains_key("transfer-encoding"));
    }

    #[test]
    fn files_of_editors_and_of_the_wire_are_read() {
        let edited = read(b"POST / HTTP/1.1\nA: b\ncontent-length: 2\n\n{}\n").expect("LF");
        assert_eq!(edited.request.body(), "{}");
        let bare = read(b"POST / HTTP/1.1\r\nA: b\r\n\r\n{}\n").expect("no length");
        assert_eq!(bare.request.body(), "{}\n");
        let chunked = read(
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x\r\n}\r\n0\r\n\r\n",
        );
        assert_eq!(chunked.expect("chunks").request.body(), "{}");
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        let says = |text: &[u8], what: &str| {
            let error = read(text).expect_err(what);
            assert!(error.contains(what), "{error}");
        };
        says(b"", "no empty line");
        says(b"{", "no HTTP request");
        says(b"POST / HTTP/1.1\r\nA: b\r\n", "no empty line");
        says(b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}", "has 2 bytes");
        says(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}x", "has 3 bytes");
        says(b"POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n{}", "no number");
        for chunks in ["", "2\r\n{}", "ffffffffffffffff\r\n{}\r\n0\r\n\r\n", "2\r\n{}0\r\n\r\n"] {
            let text = format!("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
            says(text.as_bytes(), "chunks");
        }
    }
}
