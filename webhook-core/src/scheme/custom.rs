//! Schemes that no template can say.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use http::{Request, request};

use crate::{
    grammar::{Algorithm, Encoding},
    rejection::Rejection,
};

/// Verification and signing by code, for what no template says.
///
/// A declaration names it with `custom = SomeType`; all else of the declaration (`name`, `secret_encoding`,
/// `id`, `event_type`, `handshake`, ..) stays as it is, and so do limits, rotation, typed events, the
/// endpoint and the test kit.
///
/// # Security
///
/// `verify` sees a request that nobody has vouched for. It makes the message that the sender
/// signed and leaves the comparison to [`Unverified::matching`], which tries every secret and
/// compares in constant time; that is the only way to [`Evidence`] but the one with a long name.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::{
///     Rejection,
///     custom::{CustomScheme, Draft, Evidence, Unverified},
///     scheme::{Algorithm, Encoding},
/// };
///
/// /// Signs the body backwards.
/// #[derive(Debug)]
/// struct Backwards;
///
/// fn message(body: &[u8]) -> Vec<u8> {
///     body.iter().rev().copied().collect()
/// }
///
/// impl CustomScheme for Backwards {
///     fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
///         let signature = request.parts().headers.get("x-signature");
///         let signature = signature.ok_or(Rejection::MissingHeader { header: "x-signature" })?;
///         let message = message(request.body());
///         request
///             .matching(Algorithm::HmacSha256, Encoding::Hex, &[signature.as_bytes()], |_, feed| {
///                 feed(&message);
///             })
///             .ok_or(Rejection::Signature)
///     }
///
///     fn sign(&self, draft: &mut Draft<'_>) {
///         let message = message(draft.request().body());
///         let signature = draft.signature(Algorithm::HmacSha256, Encoding::Hex, |_, feed| {
///             feed(&message);
///         });
///         draft.header("x-signature", &signature);
///     }
/// }
/// ```
pub trait CustomScheme: fmt::Debug + Send + Sync + 'static {
    /// Tells whether a request is genuine.
    ///
    /// # Errors
    ///
    /// The [`Rejection`] that says which check failed.
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection>;

    /// Makes a draft a genuine request, as the sender would.
    fn sign(&self, draft: &mut Draft<'_>);
}

/// What verification does for code: a port, so that schemes need not know how keys are prepared.
pub(crate) trait Verification: fmt::Debug {
    /// The public address that a request was sent to.
    fn url(&self) -> Result<String, Rejection>;

    /// Refuses a moment that is further from now than the tolerance, or than the user's own.
    fn check_fresh(&self, at: SystemTime, tolerance: Duration) -> Result<(), Rejection>;

    /// The secret under which one of the signatures is that of the message.
    fn matching(
        &self,
        algorithm: Algorithm,
        encoding: Encoding,
        signatures: &[&[u8]],
        message: &FeedUnder<'_>,
    ) -> Option<usize>;
}

/// Feeds a message, piece by piece; the first argument is the key, for messages that contain it.
pub(crate) type FeedUnder<'m> = dyn Fn(&[u8], &mut dyn FnMut(&[u8])) + 'm;

/// Writes the signature of a message in a text form.
pub(crate) type Sign<'s> = dyn Fn(Algorithm, Encoding, &FeedUnder<'_>) -> String + 's;

/// A request that nobody has vouched for, with the keys to find out.
#[derive(Debug)]
pub struct Unverified<'a> {
    parts: &'a request::Parts,
    body: &'a [u8],
    verification: &'a dyn Verification,
}

impl<'a> Unverified<'a> {
    pub(crate) fn new(
        parts: &'a request::Parts,
        body: &'a [u8],
        verification: &'a dyn Verification,
    ) -> Self {
        Self { parts, body, verification }
    }

    /// The head of the request.
    pub fn parts(&self) -> &'a request::Parts {
        self.parts
    }

    /// The whole body.
    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    /// The public address that the request was sent to.
    ///
    /// # Errors
    ///
    /// [`Rejection::UnknownAddress`] if the endpoint was not told its own.
    pub fn url(&self) -> Result<String, Rejection> {
        self.verification.url()
    }

    /// Refuses a signed moment that is further from now than the tolerance, in either direction.
    /// A tolerance that the user has set counts instead of this one.
    ///
    /// # Errors
    ///
    /// [`Rejection::Stale`] or [`Rejection::Future`].
    pub fn check_fresh(&self, at: SystemTime, tolerance: Duration) -> Result<(), Rejection> {
        self.verification.check_fresh(at, tolerance)
    }

    /// Looks for a secret under which one of the signatures is that of the message. `message`
    /// feeds the message, piece by piece; it is shown the key, for messages that contain it.
    ///
    /// Signatures that cannot be decoded are passed over. Nothing is told by how long it takes.
    pub fn matching(
        &self,
        algorithm: Algorithm,
        encoding: Encoding,
        signatures: &[&[u8]],
        message: impl Fn(&[u8], &mut dyn FnMut(&[u8])),
    ) -> Option<Evidence> {
        let secret = self.verification.matching(algorithm, encoding, signatures, &message)?;
        Some(Evidence { secret, signed_at: None })
    }
}

/// What shows that a request is genuine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct Evidence {
    secret: usize,
    signed_at: Option<SystemTime>,
}

impl Evidence {
    /// The same, with the moment at which the sender signed.
    pub fn signed_at(mut self, at: SystemTime) -> Self {
        self.signed_at = Some(at);
        self
    }

    /// Evidence that this crate has not seen: that of an algorithm it does not know.
    ///
    /// # Security
    ///
    /// Whoever calls this has verified the request, in constant time, with the secret of this
    /// place.
    pub fn dangerously_claimed(secret: usize) -> Self {
        Self { secret, signed_at: None }
    }

    /// Which secret matched.
    pub fn secret(&self) -> usize {
        self.secret
    }

    pub(crate) fn into_parts(self) -> (usize, Option<SystemTime>) {
        (self.secret, self.signed_at)
    }
}

/// A request that is being made, as the sender would.
pub struct Draft<'a> {
    pub(crate) request: &'a mut Request<Vec<u8>>,
    pub(crate) at: SystemTime,
    pub(crate) id: &'a str,
    pub(crate) url: String,
    pub(crate) sign: &'a Sign<'a>,
}

impl Draft<'_> {
    /// The request so far.
    pub fn request(&self) -> &Request<Vec<u8>> {
        self.request
    }

    /// The request so far, to be changed.
    pub fn request_mut(&mut self) -> &mut Request<Vec<u8>> {
        self.request
    }

    /// When it is signed.
    pub fn at(&self) -> SystemTime {
        self.at
    }

    /// The delivery's id.
    pub fn id(&self) -> &str {
        self.id
    }

    /// The public address that the request is sent to.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Sets a header; a value that is none is left out.
    pub fn header(&mut self, name: &'static str, value: &str) {
        if let Ok(value) = http::HeaderValue::from_str(value) {
            self.request.headers_mut().insert(name, value);
        }
    }

    /// The signature of a message, in its text form.
    pub fn signature(
        &self,
        algorithm: Algorithm,
        encoding: Encoding,
        message: impl Fn(&[u8], &mut dyn FnMut(&[u8])),
    ) -> String {
        (self.sign)(algorithm, encoding, &message)
    }
}

impl fmt::Debug for Draft<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("url", &self.url).finish_non_exhaustive()
    }
}
