//! The senders that foreign bytes are read as, and the one genuine delivery of each.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use webhook_kit::{Provider, Secret};

/// Signs the body alone.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    header = "X-Plain-Signature",
    format = "sha256={signature}"
)]
pub struct Plain;

/// Signs a timestamp, and writes both into a list.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    header = "X-Listed-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type"
)]
pub struct Listed;

/// Signs id and timestamp of headers, in base64 and in a list without other parts.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id"
)]
pub struct Standard;

/// When every clock here stands: 1,700,000,000.
pub fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(NOON)
}

/// `noon` in seconds.
pub const NOON: u64 = 1_700_000_000;

/// What everything here is signed with.
pub fn secret() -> Secret {
    Secret::new("a secret that no fuzzer guesses")
}

/// The signature's text of a delivery of `Listed` with this body at `noon`.
pub fn digits(body: &[u8]) -> String {
    let request = Listed::sign(&secret(), body.to_vec()).at(noon()).request();
    let value = request.headers()["x-listed-signature"].to_str().expect("text").to_owned();
    value.rsplit_once('=').map(|(_, digits)| digits.to_owned()).expect("its shape")
}

/// Adds a header if its value can be one.
pub fn add(request: &mut Request<Bytes>, name: &str, value: &[u8]) {
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_bytes(value)) {
        request.headers_mut().append(name, value);
    }
}

/// `value` with every `GOOD` replaced: a fuzzer cannot guess a signature, but place one.
pub fn with_good(value: &[u8], good: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(b"GOOD") {
            out.extend_from_slice(good.as_bytes());
            rest = after;
        } else {
            out.push(rest[0]);
            rest = &rest[1..];
        }
    }
    out
}
