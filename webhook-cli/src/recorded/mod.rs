//! Requests that were recorded: by `webhook listen`, by a browser, by whoever keeps raw HTTP.

use std::{path::Path, time::SystemTime};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};

use crate::failure::Failure;

mod har;
mod headers;
mod raw;

pub(crate) use headers::from_files;
pub(crate) use raw::write;

/// The line of a recording that says when the request came. It is ours: it is put into recordings,
/// taken out when they are read, and never sent.
const RECEIVED_AT: HeaderName = HeaderName::from_static("webhook-kit-received-at");

/// A request as it was recorded.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    /// Where it was read: a file, and its place there.
    pub(crate) origin: String,
    /// When it came, if the recording says so.
    pub(crate) received: Option<SystemTime>,
    pub(crate) request: Request<Bytes>,
}

impl Recorded {
    fn new(
        origin: String,
        method: Method,
        uri: Uri,
        mut headers: HeaderMap,
        body: impl Into<Bytes>,
    ) -> Self {
        let received = headers.remove(RECEIVED_AT);
        let received =
            received.and_then(|value| humantime::parse_rfc3339(value.to_str().ok()?).ok());
        let mut request = Request::new(body.into());
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Self { origin, received, request }
    }
}

/// Reads a file: raw HTTP, or HAR, which is JSON.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<Recorded>, Failure> {
    let bytes = crate::input::read(path, limit)?;
    let is_json = bytes.trim_ascii_start().first() == Some(&b'{');
    if is_json { har::parse(path, &bytes) } else { raw::parse(path, bytes).map(|one| vec![one]) }
}

fn malformed(path: &Path, why: impl Into<String>, remedy: &'static str) -> Failure {
    Failure::Malformed { path: path.to_owned(), why: why.into(), remedy }
}

/// Adds a header as it stands in a recording; `None` if it can be none.
fn add(headers: &mut HeaderMap, name: &[u8], value: &[u8]) -> Option<()> {
    let name = HeaderName::from_bytes(name).ok()?;
    let value = HeaderValue::from_bytes(value.trim_ascii()).ok()?;
    // Beyond what a map can hold there is nothing that verifies.
    headers.try_append(name, value).ok()?;
    Some(())
}
