//! Verifying by hand as it is usually written: a key a request, the message put together with
//! `format!`, the expected signature as text, `==`.

use std::time::SystemTime;

use base64ct::{Base64, Encoding as _};
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::{Sha256, Sha512};

pub fn sign256(secret: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

pub fn sign512(secret: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha512>::new_from_slice(secret).expect("a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

pub fn github(secret: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let Some(sent) = text(headers, "x-hub-signature-256") else { return false };
    format!("sha256={}", hex::encode(sign256(secret.as_bytes(), body))) == sent
}

pub fn hex256(secret: &str, headers: &HeaderMap, name: &str, body: &[u8]) -> bool {
    text(headers, name).is_some_and(|sent| hex::encode(sign256(secret.as_bytes(), body)) == sent)
}

pub fn hex512(secret: &str, headers: &HeaderMap, name: &str, body: &[u8]) -> bool {
    text(headers, name).is_some_and(|sent| hex::encode(sign512(secret.as_bytes(), body)) == sent)
}

pub fn base64_256(secret: &str, headers: &HeaderMap, name: &str, body: &[u8]) -> bool {
    text(headers, name)
        .is_some_and(|sent| Base64::encode_string(&sign256(secret.as_bytes(), body)) == sent)
}

pub fn base64_512(secret: &str, headers: &HeaderMap, name: &str, body: &[u8]) -> bool {
    text(headers, name)
        .is_some_and(|sent| Base64::encode_string(&sign512(secret.as_bytes(), body)) == sent)
}

pub fn stripe(secret: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let Some(header) = text(headers, "stripe-signature") else { return false };
    let (mut timestamp, mut sent) = ("", "");
    for element in header.split(',') {
        match element.split_once('=') {
            Some(("t", text)) => timestamp = text,
            Some(("v1", text)) => sent = text,
            _ => {}
        }
    }
    let Ok(body) = std::str::from_utf8(body) else { return false };
    let message = format!("{timestamp}.{body}");
    is_fresh(timestamp) && hex::encode(sign256(secret.as_bytes(), message.as_bytes())) == sent
}

pub fn standard(secret: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let header = |name| text(headers, name).unwrap_or_default();
    let (id, timestamp) = (header("webhook-id"), header("webhook-timestamp"));
    let Ok(body) = std::str::from_utf8(body) else { return false };
    let message = format!("{id}.{timestamp}.{body}");
    let key = crate::floor::standard_key(secret);
    let expected = Base64::encode_string(&sign256(&key, message.as_bytes()));
    let mut sent = header("webhook-signature").split(' ');
    is_fresh(timestamp) && sent.any(|sent| sent == format!("v1,{expected}"))
}

/// A timestamp in a header of its own, and a separator between it and the body.
pub fn timestamped(
    sign: impl Fn(&[u8], &[u8]) -> Vec<u8>,
    headers: &HeaderMap,
    [signature, timestamp]: [&str; 2],
    separator: char,
    body: &[u8],
) -> bool {
    let header = |name| text(headers, name).unwrap_or_default();
    let (signature, timestamp) = (header(signature), header(timestamp));
    let Ok(body) = std::str::from_utf8(body) else { return false };
    let message = format!("{timestamp}{separator}{body}");
    let expected = hex::encode(sign(crate::SECRET.as_bytes(), message.as_bytes()));
    is_fresh(timestamp) && signature.rsplit('=').next() == Some(expected.as_str())
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

fn is_fresh(timestamp: &str) -> bool {
    let Ok(timestamp) = timestamp.parse::<u64>() else { return false };
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    now.as_secs().abs_diff(timestamp) <= 300
}
