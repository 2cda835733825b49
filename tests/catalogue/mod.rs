//! Providers of the field, declared for the tests, by family.

#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a panic fails the test")]

pub mod body_digest;
pub mod by_code;
pub mod equality;
pub mod fields;
pub mod hash;
pub mod positional;
pub mod public_keys;
pub mod raw_body;
pub mod timestamped;
pub mod tokens;
pub mod url;

use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, Response, request::Parts};
use webhook_kit::{Delivery, Provider, Rejection, Scheme, Secret, Signing, Verifier};

/// A declared provider as a value.
pub struct Entry {
    pub slug: &'static str,
    pub scheme: &'static Scheme,
    /// A secret of the form that the declaration says.
    pub secret: &'static str,
    /// Another one.
    pub other: &'static str,
    /// A body that has all fields that the message needs.
    pub body: &'static str,
    /// Headers that a delivery has beside those that the scheme knows of.
    pub headers: &'static [(&'static str, &'static str)],
    pub verify: fn(&Case<'_>) -> Result<Delivery, Rejection>,
    pub handshake: fn(&Case<'_>) -> Result<Option<Response<Bytes>>, Rejection>,
    pub sign: for<'a> fn(&'a Secret, Bytes) -> Signing<'a>,
}

/// A request and who receives it.
pub struct Case<'a> {
    pub secrets: &'a [Secret],
    pub parts: &'a Parts,
    pub body: Bytes,
    pub now: SystemTime,
    pub url: &'a str,
    pub token: Option<&'a str>,
}

impl Case<'_> {
    fn verifier<P: Provider>(&self) -> Verifier<P> {
        let now = self.now;
        let verifier = Verifier::new(self.secrets.to_vec()).expect("secrets");
        let verifier = verifier.clock(move || now).url(self.url).expect("an address");
        match self.token {
            Some(token) => verifier.handshake_token(Secret::new(token)),
            None => verifier,
        }
    }
}

pub fn verify<P: Provider>(case: &Case<'_>) -> Result<Delivery, Rejection> {
    case.verifier::<P>().verify(case.parts, case.body.clone())
}

pub fn handshake<P: Provider>(case: &Case<'_>) -> Result<Option<Response<Bytes>>, Rejection> {
    case.verifier::<P>().handshake(case.parts, case.body.clone())
}

impl Entry {
    pub const fn of<P: Provider>(slug: &'static str) -> Self {
        Self {
            slug,
            scheme: P::SCHEME,
            secret: "a secret of some length",
            other: "another secret of some length",
            body: "{\"id\":\"1\",\"type\":\"paid\",\"data\":{\"amount\":5}}",
            headers: &[],
            verify: verify::<P>,
            handshake: handshake::<P>,
            sign: |secret, body| P::sign(secret, body),
        }
    }

    pub const fn secrets(mut self, secret: &'static str, other: &'static str) -> Self {
        self.secret = secret;
        self.other = other;
        self
    }

    pub const fn body(mut self, body: &'static str) -> Self {
        self.body = body;
        self
    }

    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }
}

/// Every provider that is declared here.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    [
        body_digest::ALL,
        by_code::ALL,
        equality::ALL,
        fields::ALL,
        hash::ALL,
        positional::ALL,
        public_keys::ALL,
        raw_body::ALL,
        timestamped::ALL,
        tokens::ALL,
        url::ALL,
    ]
    .into_iter()
    .flatten()
}

/// A request as the declaration's own `sign` makes it.
pub fn signed(entry: &Entry, secret: &str, body: &[u8], at: SystemTime) -> Request<Bytes> {
    let secret = Secret::new(public_keys::private(secret));
    let mut signing = (entry.sign)(&secret, Bytes::copy_from_slice(body))
        .at(at)
        .id("msg_7")
        .uri("/hooks/in?tenant=4&data.id=9".parse().expect("an address"))
        .url("https://hooks.example.com");
    for (name, value) in entry.headers {
        signing = signing
            .header(http::HeaderName::from_static(name), http::HeaderValue::from_static(value));
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
    let secrets: Vec<Secret> = secrets.iter().map(|secret| Secret::new(*secret)).collect();
    let (parts, body) = request.clone().into_parts();
    let url = "https://hooks.example.com";
    (entry.verify)(&Case { secrets: &secrets, parts: &parts, body, now, url, token: None })
}
