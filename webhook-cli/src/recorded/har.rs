//! HAR, the recordings of browsers and proxies.

use std::path::Path;

use base64ct::{Base64, Encoding as _};
use http::{HeaderMap, Method, Uri};
use serde::Deserialize;

use super::{Recorded, add, malformed};
use crate::failure::Failure;

const REMEDY: &str =
    "a HAR file has requests at `log.entries[].request`, each with its `postData.text`";

#[derive(Deserialize)]
struct File {
    log: Log,
}

#[derive(Deserialize)]
struct Log {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "startedDateTime")]
    started: Option<String>,
    request: Request,
}

#[derive(Deserialize)]
struct Request {
    method: String,
    url: String,
    #[serde(default)]
    headers: Vec<Header>,
    #[serde(rename = "postData")]
    post_data: Option<PostData>,
}

#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

#[derive(Deserialize)]
struct PostData {
    text: Option<String>,
    /// Not of the format, and written by some: how `text` is encoded.
    #[serde(alias = "_encoding")]
    encoding: Option<String>,
}

/// Reads every request of a HAR file.
pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Vec<Recorded>, Failure> {
    let file: File = serde_json::from_slice(bytes)
        .map_err(|error| malformed(path, format!("no HAR file: {error}"), REMEDY))?;
    if file.log.entries.is_empty() {
        return Err(malformed(path, "no request is in it", REMEDY));
    }
    file.log.entries.into_iter().enumerate().map(|(index, one)| entry(path, index, one)).collect()
}

fn entry(path: &Path, index: usize, entry: Entry) -> Result<Recorded, Failure> {
    let origin = format!("{}, entry {index}", path.display());
    let wrong = |why: String| malformed(path, format!("entry {index}: {why}"), REMEDY);
    let Entry { started, request } = entry;
    let method = request.method.parse::<Method>();
    let method = method.map_err(|_| wrong(format!("`{}` is no method", request.method)))?;
    let uri = request.url.parse::<Uri>();
    let uri = uri.map_err(|_| wrong(format!("`{}` is no address", request.url)))?;
    let mut headers = HeaderMap::new();
    for Header { name, value } in request.headers {
        // Those of HTTP/2 that are no headers: `:method`, `:path`, ..
        if !name.starts_with(':') {
            add(&mut headers, name.as_bytes(), value.as_bytes())
                .ok_or_else(|| wrong(format!("`{name}` is no header")))?;
        }
    }
    let body = match request.post_data {
        None => Vec::new(),
        Some(PostData { text: None, .. }) => {
            return Err(wrong("the body's text was not recorded".to_owned()));
        }
        Some(PostData { text: Some(text), encoding: None }) => text.into_bytes(),
        Some(PostData { text: Some(text), encoding: Some(encoding) }) => {
            if encoding != "base64" {
                return Err(wrong(format!("`{encoding}` is no encoding that is known here")));
            }
            Base64::decode_vec(&text).map_err(|_| wrong("the body is no base64".to_owned()))?
        }
    };
    let mut recorded = Recorded::new(origin, method, uri, headers, body);
    recorded.received = started.and_then(|text| humantime::parse_rfc3339_weak(&text).ok());
    Ok(recorded)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::parse;

    fn read(text: &str) -> Result<Vec<super::Recorded>, String> {
        parse(Path::new("a.har"), text.as_bytes()).map_err(|failure| failure.to_string())
    }

    #[test]
    fn requests_are_read_with_their_bodies() {
        let file = r#"{"log":{"version":"1.2","entries":[
            {"startedDateTime":"2023-11-14T22:13:20.000Z","request":{"method":"POST","url":"https://example.com/hooks?a=b",
             "headers":[{"name":":method","value":"POST"},{"name":"X-Signature","value":"00"}],
             "postData":{"mimeType":"application/json","text":"{\"a\":1}"}},"response":{}},
            {"request":{"method":"POST","url":"/","postData":{"text":"AP8=","encoding":"base64"}}}
        ]}}"#;
        let all = read(file).expect("a HAR file");
        assert_eq!(all[0].request.headers()["x-signature"], "00");
        assert_eq!(all[0].request.headers().len(), 1);
        assert_eq!(all[0].request.uri().path(), "/hooks");
        assert_eq!(all[0].request.body(), r#"{"a":1}"#);
        assert!(all[0].received.is_some());
        assert_eq!(all[1].request.body(), &[0, 0xff][..]);
        assert!(all[1].received.is_none());
    }

    #[test]
    fn what_cannot_be_verified_is_refused() {
        let says = |request: &str, what: &str| {
            let file = format!(r#"{{"log":{{"entries":[{{"request":{request}}}]}}}}"#);
            let error = read(&file).expect_err(what);
            assert!(error.contains(what), "{error}");
        };
        says(r#"{"method":"POST","url":"/","postData":{"params":[]}}"#, "was not recorded");
        says(r#"{"method":"P T","url":"/"}"#, "no method");
        says(r#"{"method":"POST","url":"a b"}"#, "no address");
        says(
            r#"{"method":"POST","url":"/","headers":[{"name":"a","value":"b\nc"}]}"#,
            "`a` is no header",
        );
        says(
            r#"{"method":"POST","url":"/","postData":{"text":"*","encoding":"base64"}}"#,
            "base64",
        );
        assert!(read(r#"{"log":{"entries":[]}}"#).is_err());
        assert!(read("{}").is_err());
    }
}
