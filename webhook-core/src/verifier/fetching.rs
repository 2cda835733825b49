//! Verification that waits for keys, without an endpoint.

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Response, request};

use super::Verifier;
use crate::{
    clock::Clock,
    delivery::Delivery,
    error::SetupError,
    handshake,
    keys::{Secret, Secrets},
    provider::Provider,
    rejection::Rejection,
    scheme::Scheme,
    time_source,
    timer::Timer,
    verify::StreamingVerifier,
};

/// Verifies the deliveries of one provider without a framework, and waits for the keys that it
/// publishes: what [`Verifier`] is for keys at hand. `P` is the provider; where it is known only
/// when the program runs, [`Scheme::fetching_verifier`] makes one.
///
/// ```
/// # use webhook_core as webhook_kit;
/// # #[cfg(feature = "rsa")] {
/// use webhook_kit::{FetchingVerifier, Provider, Rejection, key_source::{FetchFuture, Keys}};
/// # use webhook_kit::{Scheme, scheme::{Algorithm, Encoding}};
/// # use webhook_kit::scheme::{Checked, DocumentForm, FetchedKeys, KeyId, Source};
/// # struct Example;
/// # impl Provider for Example {
/// #     const SCHEME: &'static Scheme = &Scheme::of(Checked {
/// #         name: "example",
/// #         algorithm: Algorithm::RsaSha256,
/// #         headers: &["x-signature"],
/// #         encoding: Encoding::Base64,
/// #         public_keys: Some(&FetchedKeys {
/// #             id: Some(KeyId::At(Source::Header("x-key-id"))),
/// #             url: Some("https://keys.example.com/{id}.pem"),
/// #             hosts: &[],
/// #             form: DocumentForm::Key,
/// #         }),
/// #         ..Checked::EMPTY
/// #     });
/// # }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// // The provider does not answer: the sender is told to try again.
/// let fetch = |_: &str, _: usize| -> FetchFuture {
///     Box::pin(async { Err("no network in examples".into()) })
/// };
/// let verifier = FetchingVerifier::<Example>::new(Keys::over(fetch))?;
/// # let request = http::Request::post("/").header("x-key-id", "k-1").header("x-signature", "AAAA");
/// # let (parts, ()) = request.body(()).unwrap().into_parts();
/// let refused = verifier.verify(&parts, "{}").await;
/// assert!(matches!(refused, Err(Rejection::Keys(_))));
/// # Ok::<(), webhook_kit::SetupError>(())
/// # }).unwrap();
/// # }
/// ```
pub struct FetchingVerifier<P = Scheme> {
    verifier: Verifier<P>,
    timer: Arc<dyn Timer>,
}

impl<P: Provider> FetchingVerifier<P> {
    /// Prepares what can be prepared: of [`Keys`](crate::key_source::Keys), or of keys at hand as
    /// [`Verifier::new`] does.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if there is neither a key nor a source of keys, or if the declaration does
    /// not say what the source needs to know.
    pub fn new(secrets: impl Into<Secrets>) -> Result<Self, SetupError> {
        Self::over(P::SCHEME, &secrets.into())
    }
}

impl Scheme {
    /// A verifier that waits for keys, of the deliveries that are signed by this scheme: the door
    /// for programs that are told at run time which provider it is.
    ///
    /// # Errors
    ///
    /// As [`FetchingVerifier::new`].
    pub fn fetching_verifier(
        &'static self,
        secrets: impl Into<Secrets>,
    ) -> Result<FetchingVerifier, SetupError> {
        FetchingVerifier::over(self, &secrets.into())
    }
}

impl<P> FetchingVerifier<P> {
    fn over(scheme: &'static Scheme, secrets: &Secrets) -> Result<Self, SetupError> {
        let verifier = Verifier::prepared(scheme, scheme.way(), secrets)?;
        Ok(Self { verifier, timer: time_source::timer()? })
    }

    /// As [`Verifier::limit`].
    pub fn limit(mut self, bytes: usize) -> Self {
        self.verifier = self.verifier.limit(bytes);
        self
    }

    /// As [`Verifier::tolerance`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn tolerance(mut self, tolerance: Duration) -> Result<Self, SetupError> {
        self.verifier = self.verifier.tolerance(tolerance)?;
        Ok(self)
    }

    /// As [`Verifier::refuse_weak`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn refuse_weak(mut self) -> Result<Self, SetupError> {
        self.verifier = self.verifier.refuse_weak()?;
        Ok(self)
    }

    /// As [`Verifier::clock`]. A source of keys has a clock of its own.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.verifier = self.verifier.clock(clock);
        self
    }

    /// As [`Verifier::url`].
    ///
    /// # Errors
    ///
    /// [`SetupError`] if it is no address of `http` or `https`.
    pub fn url(mut self, url: &str) -> Result<Self, SetupError> {
        self.verifier = self.verifier.url(url)?;
        Ok(self)
    }

    /// As [`Verifier::verify_token`].
    pub fn verify_token(mut self, token: Secret) -> Self {
        self.verifier = self.verifier.verify_token(token);
        self
    }

    /// What keys are waited for with, instead of the system's timer.
    pub fn timer(mut self, timer: impl Timer) -> Self {
        self.timer = Arc::new(timer);
        self
    }

    /// Verifies a delivery whose body has been read.
    ///
    /// # Errors
    ///
    /// [`Rejection`] says which check failed; [`Rejection::Keys`] that the sender should try again.
    pub async fn verify(
        &self,
        parts: &request::Parts,
        body: impl Into<Bytes>,
    ) -> Result<Delivery, Rejection> {
        let setup = &*self.verifier.setup;
        match &setup.source {
            None => StreamingVerifier::verify(setup, parts, body.into()),
            Some(source) => {
                StreamingVerifier::verify_fetching(setup, parts, body.into(), source, &*self.timer)
                    .await
            }
        }
    }

    /// The answer to a handshake, if the request is one: as [`Verifier::handshake`].
    ///
    /// # Errors
    ///
    /// [`Rejection`] if it is one and must not be answered.
    pub async fn handshake(
        &self,
        parts: &request::Parts,
        body: impl Into<Bytes>,
    ) -> Result<Option<Response<Bytes>>, Rejection> {
        let (setup, body) = (&*self.verifier.setup, body.into());
        if let Some(answer) = handshake::answer(setup, parts, &body, false)? {
            return Ok(Some(answer.response));
        }
        match handshake::answer(setup, parts, &body, true)? {
            None => Ok(None),
            Some(answer) => self.verify(parts, body).await.map(|_| Some(answer.response)),
        }
    }

    /// The scheme that deliveries are verified by.
    pub fn scheme(&self) -> &'static Scheme {
        self.verifier.scheme()
    }
}

impl<P> Clone for FetchingVerifier<P> {
    fn clone(&self) -> Self {
        Self { verifier: self.verifier.clone(), timer: Arc::clone(&self.timer) }
    }
}

impl<P> fmt::Debug for FetchingVerifier<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FetchingVerifier")
            .field("provider", &self.scheme().name())
            .finish_non_exhaustive()
    }
}
