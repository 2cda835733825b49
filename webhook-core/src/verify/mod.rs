//! Verification: from a request's head and body to an authenticated [`Delivery`].

use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

use bytes::Bytes;
use http::request;

use crate::{Clock, Delivery, Provider, Rejection, Scheme, Secrets, SetupError, SystemClock};

mod body;
mod candidates;
mod headers;
mod key;
mod message;
mod running;
mod setup;
mod timestamp;

pub(crate) use self::{
    key::State,
    message::{Values, digest_of},
    setup::{Setup, key_bytes},
};
pub use running::Running;

/// How large a body may be unless it is said otherwise: 1 MiB.
pub const DEFAULT_LIMIT: usize = 1024 * 1024;

/// Verifies the deliveries of one provider, without a framework and without waiting.
///
/// A verifier prepares the keys once; make one when the program starts and share it.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use webhook_core::{Provider, Rejection, Secret, Verifier};
/// # use webhook_core::{Scheme, scheme::Algorithm};
/// # struct Example;
/// # impl Provider for Example {
/// #     const SCHEME: &'static Scheme = &Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
/// # }
///
/// let secret = Secret::new("a secret");
/// let verifier = Verifier::<Example>::new(secret.clone())?;
///
/// let (parts, body) = Example::sign(&secret, r#"{"hello":"world"}"#).request().into_parts();
/// let delivery = verifier.verify(&parts, body)?;
/// assert_eq!(&delivery.body()[..], br#"{"hello":"world"}"#);
///
/// let refused = verifier.verify(&parts, "another body");
/// assert!(matches!(refused, Err(Rejection::Signature)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Verifier<P> {
    setup: Arc<Setup>,
    provider: PhantomData<fn() -> P>,
}

impl<P: Provider> Verifier<P> {
    /// Prepares the keys of the secrets that are valid now.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if there is no secret, if one is blank, or if one is not of the form that the
    /// provider's declaration says.
    pub fn new(secrets: impl Into<Secrets>) -> Result<Self, SetupError> {
        let setup = Setup::new(P::SCHEME, &secrets.into(), Arc::new(SystemClock))?;
        Ok(Self { setup: Arc::new(setup), provider: PhantomData })
    }

    /// How large a body may be, in bytes. 1 MiB unless it is set.
    pub fn limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.setup).limit = bytes;
        self
    }

    /// How far a signed timestamp may be from now, in either direction, instead of what the
    /// provider's declaration says. Without effect where deliveries carry no signed timestamp.
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        Arc::make_mut(&mut self.setup).tolerance = Some(tolerance);
        self
    }

    /// Where the time is taken from, instead of the system's clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        Arc::make_mut(&mut self.setup).clock = Arc::new(clock);
        self
    }

    /// Verifies a delivery whose body has been read.
    ///
    /// # Errors
    ///
    /// [`Rejection`] says which check failed.
    pub fn verify(
        &self,
        parts: &request::Parts,
        body: impl Into<Bytes>,
    ) -> Result<Delivery, Rejection> {
        let mut running = self.begin(parts)?;
        running.push(body.into());
        running.finish()
    }

    /// Begins to verify a delivery whose body is still to come: everything that can be refused
    /// before the body is, is refused here.
    ///
    /// # Errors
    ///
    /// [`Rejection`] if a header is missing, malformed or conflicting, or if the timestamp is not
    /// fresh.
    pub fn begin<'a>(&'a self, parts: &'a request::Parts) -> Result<Running<'a>, Rejection> {
        Running::begin(&self.setup, parts)
    }

    /// The scheme that deliveries are verified by.
    pub fn scheme(&self) -> &'static Scheme {
        P::SCHEME
    }
}

impl<P> Clone for Verifier<P> {
    fn clone(&self) -> Self {
        Self { setup: Arc::clone(&self.setup), provider: PhantomData }
    }
}

impl<P: Provider> fmt::Debug for Verifier<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("provider", &P::SCHEME.name()).finish_non_exhaustive()
    }
}
