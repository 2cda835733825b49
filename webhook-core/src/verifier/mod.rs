//! The face of verification, for programs without an endpoint.

#[cfg(feature = "public-key")]
mod fetching;

use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Response, request};

#[cfg(feature = "public-key")]
pub use self::fetching::FetchingVerifier;
use crate::{
    clock::Clock,
    delivery::Delivery,
    error::SetupError,
    handshake,
    keys::{Secret, Secrets},
    provider::Provider,
    rejection::Rejection,
    request::Address,
    scheme::{Scheme, Way},
    time_source,
    verify::{Setup, StreamingVerifier},
};

/// Verifies the deliveries of one provider, without a framework and without waiting.
///
/// A verifier prepares the keys once; make one when the program starts and share it. `P` is the
/// provider; where it is known only when the program runs, [`Scheme::verifier`] makes one.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::{Provider, Rejection, Secret, Verifier};
/// # use webhook_kit::{Scheme, scheme::Algorithm};
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
pub struct Verifier<P = Scheme> {
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
        Self::over(P::SCHEME, &secrets.into())
    }
}

impl Scheme {
    /// A verifier of the deliveries that are signed by this scheme: the door for programs that are
    /// told at run time which provider it is.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use webhook_kit::{Scheme, Secret};
    ///
    /// fn is_genuine(scheme: &'static Scheme, secret: Secret, request: http::Request<Vec<u8>>) -> bool {
    ///     let (parts, body) = request.into_parts();
    ///     scheme.verifier(secret).is_ok_and(|verifier| verifier.verify(&parts, body).is_ok())
    /// }
    /// # use webhook_kit::scheme::Algorithm;
    /// # static SCHEME: Scheme = Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
    /// # let secret = Secret::new("a secret");
    /// # let genuine = SCHEME.sign(&secret, "{}").request().map(|body| body.to_vec());
    /// # assert!(!is_genuine(&SCHEME, secret.clone(), genuine.clone().map(|_| b"[]".to_vec())));
    /// # assert!(is_genuine(&SCHEME, secret, genuine));
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Verifier::new`].
    pub fn verifier(&'static self, secrets: impl Into<Secrets>) -> Result<Verifier, SetupError> {
        Verifier::over(self, &secrets.into())
    }
}

impl<P> Verifier<P> {
    fn over(scheme: &'static Scheme, secrets: &Secrets) -> Result<Self, SetupError> {
        Self::signed_in(scheme, scheme.way(), secrets)
    }

    /// A verifier that takes deliveries as signed in this way, in place of the scheme's own.
    pub(crate) fn signed_in(
        scheme: &'static Scheme,
        own: Way,
        secrets: &Secrets,
    ) -> Result<Self, SetupError> {
        let verifier = Self::prepared(scheme, own, secrets)?;
        if verifier.setup.source.is_some() {
            return Err(SetupError::new(
                "a `Verifier` does not wait for keys: make a `FetchingVerifier`, or an endpoint",
            ));
        }
        Ok(verifier)
    }

    /// A verifier that may have a source of keys, which it does not wait for by itself.
    fn prepared(scheme: &'static Scheme, own: Way, secrets: &Secrets) -> Result<Self, SetupError> {
        if secrets.tenants().is_some() {
            return Err(SetupError::new(
                "a verifier does not look tenants up: make an endpoint, or a verifier for each tenant",
            ));
        }
        let setup = Setup::new(scheme, own, secrets, time_source::clock()?)?;
        Ok(Self { setup: Arc::new(setup), provider: PhantomData })
    }

    /// How large a body may be, in bytes. 1 MiB unless it is set.
    pub fn limit(mut self, bytes: usize) -> Self {
        Arc::make_mut(&mut self.setup).limit = bytes;
        self
    }

    /// How far a signed timestamp may be from now, in either direction, instead of what the
    /// provider's declaration says. Where deliveries are signed with
    /// tokens, how far the moment may be at which theirs was issued (`iat`).
    ///
    /// # Errors
    ///
    /// [`SetupError`] if deliveries carry no time that is signed: then nothing would be refused.
    pub fn tolerance(mut self, tolerance: Duration) -> Result<Self, SetupError> {
        Arc::make_mut(&mut self.setup).set_tolerance(tolerance)?;
        Ok(self)
    }

    /// No longer takes signatures under algorithms that are known to be weak, MD5 and SHA-1, where the
    /// provider also signs under others: version 1 of Amazon SNS, for example.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if there is no other way.
    pub fn refuse_weak(mut self) -> Result<Self, SetupError> {
        Arc::make_mut(&mut self.setup).refuse_weak()?;
        Ok(self)
    }

    /// Where the time is taken from, instead of the system's clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        Arc::make_mut(&mut self.setup).clock = Arc::new(clock);
        self
    }

    /// The public address of the server: scheme and host, and what a proxy takes off the path. For
    /// providers that sign the URL: the path and query of each request follow it.
    ///
    /// A server sees a path, not the address that its sender knows: proxies change the scheme, the
    /// port and the host, and a `Host` header says what the client wants it to say. So the address
    /// is never guessed; without it, such deliveries are refused with
    /// [`Rejection::UnknownAddress`].
    ///
    /// # Errors
    ///
    /// [`SetupError`] if it is no address of `http` or `https`.
    pub fn url(mut self, url: &str) -> Result<Self, SetupError> {
        Arc::make_mut(&mut self.setup).address = Some(Arc::new(Address::new(url)?));
        Ok(self)
    }

    /// What was agreed on with the provider for its handshake: the token that it asks with (Meta) or
    /// wants a hash of (eBay), or what the answer shows to whoever asks (Braintree's public key).
    pub fn verify_token(mut self, token: Secret) -> Self {
        Arc::make_mut(&mut self.setup).verify_token = Some(token);
        self
    }

    /// The answer to a handshake, if the request is one; a handshake that the provider signs is
    /// verified first. [`Endpoint`](crate::Endpoint) does this by itself.
    ///
    /// # Errors
    ///
    /// [`Rejection`] if it is one and must not be answered.
    pub fn handshake(
        &self,
        parts: &request::Parts,
        body: impl Into<Bytes>,
    ) -> Result<Option<Response<Bytes>>, Rejection> {
        let body = body.into();
        if let Some(answer) = handshake::answer(&self.setup, parts, &body, false)? {
            return Ok(Some(answer.response));
        }
        match handshake::answer(&self.setup, parts, &body, true)? {
            None => Ok(None),
            Some(answer) => self.verify(parts, body).map(|_| Some(answer.response)),
        }
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
        StreamingVerifier::verify(&self.setup, parts, body.into())
    }

    /// Begins to verify a delivery whose body is still to come: everything that can be refused
    /// before the body is, is refused here.
    ///
    /// # Errors
    ///
    /// [`Rejection`] if a header is missing, malformed or conflicting, or if the timestamp is not
    /// fresh.
    pub fn begin<'a>(
        &'a self,
        parts: &'a request::Parts,
    ) -> Result<StreamingVerifier<'a>, Rejection> {
        StreamingVerifier::begin(&self.setup, parts)
    }

    /// The scheme that deliveries are verified by.
    pub fn scheme(&self) -> &'static Scheme {
        self.setup.scheme
    }
}

impl<P> Clone for Verifier<P> {
    fn clone(&self) -> Self {
        Self { setup: Arc::clone(&self.setup), provider: PhantomData }
    }
}

impl<P> fmt::Debug for Verifier<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("provider", &self.scheme().name()).finish_non_exhaustive()
    }
}
