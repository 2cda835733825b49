//! Verifying by hand, as fast as the primitives allow: prepared keys, nothing allocated, nothing
//! copied, the fastest decoders there are, and the checks that a correct handler needs. The lower bound
//! of every comparison.

use std::time::SystemTime;

use base64ct::{Base64, Encoding as _};
pub use hmac::Mac;
use hmac::{Hmac, KeyInit, digest::Output};
use http::{HeaderMap, HeaderName};
use sha2::{Sha256, Sha512};

const TOLERANCE: u64 = 300;

pub type Key256 = Hmac<Sha256>;
pub type Key512 = Hmac<Sha512>;

pub fn key256(secret: &[u8]) -> Key256 {
    Hmac::new_from_slice(secret).expect("a key of any length")
}

pub fn key512(secret: &[u8]) -> Key512 {
    Hmac::new_from_slice(secret).expect("a key of any length")
}

/// The key that a secret of Standard Webhooks stands for.
pub fn standard_key(secret: &str) -> Vec<u8> {
    let text = secret.strip_prefix("whsec_").expect("its prefix");
    Base64::decode_vec(text).expect("base64")
}

/// The body's signature in hex, behind a prefix.
pub fn hex<M: Mac + Clone>(
    key: &M,
    headers: &HeaderMap,
    name: &HeaderName,
    prefix: &[u8],
    body: &[u8],
) -> Option<()> {
    let text = headers.get(name)?.as_bytes().strip_prefix(prefix)?;
    let mut signature = Output::<M>::default();
    const_hex::decode_to_slice(text, &mut signature).ok()?;
    let mut mac = key.clone();
    mac.update(body);
    mac.verify(&signature).ok()
}

/// The same in base64.
pub fn base64<M: Mac + Clone>(
    key: &M,
    headers: &HeaderMap,
    name: &HeaderName,
    body: &[u8],
) -> Option<()> {
    let mut signature = Output::<M>::default();
    from_base64(headers.get(name)?.as_bytes(), &mut signature)?;
    let mut mac = key.clone();
    mac.update(body);
    mac.verify(&signature).ok()
}

/// Stripe's: `t=..,v1=..`, where the timestamp is signed with the body.
pub fn stripe(key: &Key256, headers: &HeaderMap, name: &HeaderName, body: &[u8]) -> Option<()> {
    let mut timestamp = None;
    let mut signature = [0; 32];
    let mut decoded = false;
    for element in headers.get(name)?.as_bytes().split(|byte| *byte == b',') {
        if let Some(text) = element.strip_prefix(b"t=") {
            timestamp = Some(text);
        } else if let Some(text) = element.strip_prefix(b"v1=") {
            decoded = const_hex::decode_to_slice(text, &mut signature).is_ok();
        }
    }
    let timestamp = timestamp.filter(|_| decoded)?;
    check_fresh(seconds(timestamp)?)?;
    let mut mac = key.clone();
    mac.update(timestamp);
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(&signature).ok()
}

/// The headers of Standard Webhooks.
#[derive(Debug)]
pub struct StandardHeaders {
    pub id: HeaderName,
    pub timestamp: HeaderName,
    pub signature: HeaderName,
}

impl StandardHeaders {
    pub const fn new() -> Self {
        Self {
            id: HeaderName::from_static("webhook-id"),
            timestamp: HeaderName::from_static("webhook-timestamp"),
            signature: HeaderName::from_static("webhook-signature"),
        }
    }
}

impl Default for StandardHeaders {
    fn default() -> Self {
        Self::new()
    }
}

pub fn standard(
    key: &Key256,
    headers: &HeaderMap,
    names: &StandardHeaders,
    body: &[u8],
) -> Option<()> {
    let id = headers.get(&names.id)?.as_bytes();
    let timestamp = headers.get(&names.timestamp)?.as_bytes();
    let text = headers.get(&names.signature)?.as_bytes().strip_prefix(b"v1,")?;
    let mut signature = [0; 32];
    from_base64(text, &mut signature)?;
    check_fresh(seconds(timestamp)?)?;
    let mut mac = key.clone();
    mac.update(id);
    mac.update(b".");
    mac.update(timestamp);
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(&signature).ok()
}

/// Ratio's: a timestamp in a header of its own, hex, SHA-512.
pub fn ratio(
    key: &Key512,
    headers: &HeaderMap,
    [signature, timestamp]: &[HeaderName; 2],
    body: &[u8],
) -> Option<()> {
    let mut decoded = [0; 64];
    const_hex::decode_to_slice(headers.get(signature)?.as_bytes(), &mut decoded).ok()?;
    let timestamp = headers.get(timestamp)?.as_bytes();
    check_fresh(seconds(timestamp)?)?;
    let mut mac = key.clone();
    mac.update(timestamp);
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(&decoded).ok()
}

/// Ascend's: the timestamp stands in a header of its own and in the signature's, and must be one.
pub fn ascend(
    key: &Key256,
    headers: &HeaderMap,
    [signature, timestamp]: &[HeaderName; 2],
    body: &[u8],
) -> Option<()> {
    let (t, v1) = headers.get(signature)?.to_str().ok()?.split_once(',')?;
    let mut decoded = [0; 32];
    const_hex::decode_to_slice(v1.strip_prefix("v1=")?, &mut decoded).ok()?;
    let timestamp = headers.get(timestamp)?.as_bytes();
    if t.strip_prefix("t=")?.as_bytes() != timestamp {
        return None;
    }
    check_fresh(seconds(timestamp)?)?;
    let mut mac = key.clone();
    mac.update(timestamp);
    mac.update(b":");
    mac.update(body);
    mac.verify_slice(&decoded).ok()
}

fn from_base64(text: &[u8], into: &mut [u8]) -> Option<()> {
    let length = into.len();
    let decoded = base64_simd::STANDARD.decode(text, base64_simd::Out::from_slice(into)).ok()?;
    (decoded.len() == length).then_some(())
}

fn seconds(text: &[u8]) -> Option<u64> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

fn check_fresh(timestamp: u64) -> Option<()> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    (now.abs_diff(timestamp) <= TOLERANCE).then_some(())
}
