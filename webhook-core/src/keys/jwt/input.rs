//! What a token is verified beside.

use std::time::SystemTime;

/// A token, and the request that it vouches for.
#[derive(Debug, Clone, Copy)]
pub struct JwtInput<'a> {
    pub(super) token: &'a [u8],
    pub(super) body: &'a [u8],
    pub(super) url: Option<&'a str>,
    pub(super) now: SystemTime,
}

impl<'a> JwtInput<'a> {
    /// A token, the body beside it, and the time. Where the body is the token, it is given twice.
    pub fn new(token: &'a [u8], body: &'a [u8], now: SystemTime) -> Self {
        Self { token, body, url: None, now }
    }

    /// The address that the request was sent to, for senders that sign it.
    pub fn url(mut self, url: &'a str) -> Self {
        self.url = Some(url);
        self
    }
}
