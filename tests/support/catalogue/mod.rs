//! Every provider of the catalogue, and declarations of what no provider there has, as values with
//! what a delivery of theirs needs.

#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a panic fails the test"
)]

pub mod keys;
pub mod needs;
pub mod not_in_catalogue;

use std::{sync::OnceLock, time::SystemTime};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use webhook_kit::{Delivery, Rejection, Scheme, Secret, Verifier, providers};

/// A declared provider, and what a delivery of it needs.
pub struct Entry {
    pub slug: &'static str,
    pub scheme: &'static Scheme,
    /// A secret of the form that the declaration says.
    pub secret: &'static str,
    /// Another one.
    pub other: &'static str,
    /// A body that has all that the message needs, and says what deliveries say.
    pub body: String,
    /// Headers that a delivery has beside those that the scheme knows of.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

/// The providers of the catalogue, then what no provider of it has.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    static ALL: OnceLock<Vec<Entry>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let catalogue = providers::all().iter().map(|entry| entry.scheme);
        catalogue.chain(not_in_catalogue::ALL.iter().copied()).map(needs::entry).collect()
    });
    all.iter()
}

pub fn find(slug: &str) -> &'static Entry {
    all().find(|entry| entry.slug == slug).unwrap_or_else(|| panic!("{slug} is not declared"))
}

impl Entry {
    /// Whether code signs and verifies, which no declaration describes.
    pub fn is_by_code(&self) -> bool {
        self.scheme.declaration().algo.is_none()
    }

    /// Who receives it.
    pub fn verifier(&self, secrets: &[&str], now: SystemTime) -> Verifier {
        let secrets: Vec<Secret> = secrets.iter().map(|secret| Secret::new(*secret)).collect();
        let verifier = self.scheme.verifier(secrets).expect(self.slug);
        verifier.clock(move || now).url(URL).expect("an address")
    }
}

/// The public address of the server that receives.
pub const URL: &str = "https://hooks.example.com";

/// A request as the declaration's own `sign` makes it.
pub fn signed(entry: &Entry, secret: &str, body: &[u8], at: SystemTime) -> Request<Bytes> {
    // What an owner says stays before the key.
    let (said, key) = secret.split_at(secret.find("-----BEGIN").unwrap_or(0));
    let secret = Secret::new(format!("{said}{}", keys::private(key)));
    let mut signing = entry
        .scheme
        .sign(&secret, Bytes::copy_from_slice(body))
        .at(at)
        .id("msg_7")
        .uri("/hooks/in?tenant=4&data.id=9".parse().expect("an address"))
        .url(URL);
    for (name, value) in &entry.headers {
        signing = signing.header(name.clone(), value.clone());
    }
    signing.request()
}

/// The verdict over a request.
pub fn verdict(
    entry: &Entry,
    secrets: &[&str],
    request: &Request<Bytes>,
    now: SystemTime,
) -> Result<Delivery, Rejection> {
    let (parts, body) = request.clone().into_parts();
    entry.verifier(secrets, now).verify(&parts, body)
}
