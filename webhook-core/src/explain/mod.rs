//! Explanation: why a delivery was refused, shown by the verification itself.
//!
//! An [`Explainer`] is made of what a verifier is made of. Given a request that was refused, it
//! puts one thing right after the other (the secret without the line end that a file gave it, the
//! body without the blanks that a JSON parser put there, ..) and asks the real verification each
//! time. What makes it accept is the [cause](Cause); where nothing does, no cause is guessed.
//!
//! ```
//! # use webhook_core as webhook_kit;
//! use webhook_kit::{
//!     Provider, Secret,
//!     explain::{BodyChange, Cause, Explainer, SecretSlip},
//! };
//! # use webhook_kit::{Scheme, scheme::Algorithm};
//! # struct Example;
//! # impl Provider for Example {
//! #     const SCHEME: &'static Scheme = &Scheme::new("example", Algorithm::HmacSha256, &["x-signature"]);
//! # }
//!
//! let (parts, body) = Example::sign(&Secret::new("a secret"), r#"{"paid":true}"#).request().into_parts();
//!
//! // A secret from a file, with the line end that the editor put there.
//! let diagnosis = Explainer::of::<Example>(Secret::new("a secret\n")).explain(&parts, body.clone());
//! assert_eq!(diagnosis.causes, [Cause::Secret { secret: 0, slip: SecretSlip::Blanks }]);
//! assert_eq!(
//!     diagnosis.to_string(),
//!     "refused: no signature matches under any secret\n\
//!      cause: secret 0 has blanks, line ends or invisible characters around it: take them off \
//!      where it is kept",
//! );
//!
//! // A body that was read as text and gained a line end.
//! let explainer = Explainer::of::<Example>(Secret::new("a secret"));
//! let diagnosis = explainer.explain(&parts, format!("{}\n", r#"{"paid":true}"#));
//! assert_eq!(diagnosis.causes, [Cause::Body { change: BodyChange::LineEndAdded }]);
//!
//! // What is genuine has no cause, and what nobody can explain has none either.
//! assert!(explainer.explain(&parts, body.clone()).is_genuine());
//! let diagnosis = Explainer::of::<Example>(Secret::new("of the test mode")).explain(&parts, body);
//! assert!(diagnosis.causes.is_empty());
//! assert!(diagnosis.to_string().contains("no cause is shown: the secret is another one"));
//! ```
//!
//! # Security
//!
//! This is for the owner, who has the secret anyway: at the command line, in a test, on a request
//! that was recorded. Nothing here calls it, and it has no place in an answer: whoever sends a
//! request must not learn how near it came.
//!
//! What is shown never holds a secret, a signature, or what would be needed to make one.
//!
//! # Cost
//!
//! At most [`MAX_ATTEMPTS`] verifications a request, of bodies up to the explainer's limit (1 MiB
//! unless it is set), with a few copies of the body in memory. A verification of a small body takes
//! microseconds. Explaining each refused request of a public endpoint would let anybody multiply
//! its work by that number: don't.

mod body;
mod cause;
mod clock;
mod diagnosis;
mod facts;
mod json_form;
mod order;
mod secret;
mod signature;
mod trial;
mod url;

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::request;

pub use cause::{BodyChange, Cause, JsonLayout, JsonTexts, SecretSlip, UrlPart};
pub use clock::{ClockOff, clock_off};
pub use diagnosis::{Diagnosis, Fact, Verdict};

use crate::{
    error::SetupError,
    keys::Secrets,
    provider::Provider,
    rejection::Rejection,
    request::Address,
    scheme::Scheme,
    time_source,
    verify::{DEFAULT_LIMIT, check_signs_time},
};
use trial::{Attempt, Trials};

/// How many verifications an explanation makes at most.
pub const MAX_ATTEMPTS: usize = 2000;

/// Explains why deliveries of one provider were refused: see [the module](self).
#[derive(Clone)]
pub struct Explainer {
    scheme: &'static Scheme,
    secrets: Secrets,
    limit: usize,
    tolerance: Option<Duration>,
    at: Option<SystemTime>,
    url: Option<String>,
    candidates: Vec<&'static Scheme>,
}

impl Explainer {
    /// Explains deliveries of the provider of a type.
    pub fn of<P: Provider>(secrets: impl Into<Secrets>) -> Self {
        Self::new(P::SCHEME, secrets)
    }

    /// Explains deliveries of the provider of a scheme.
    ///
    /// The secrets may be ones that no verifier takes: that is a verdict, too.
    pub fn new(scheme: &'static Scheme, secrets: impl Into<Secrets>) -> Self {
        Self {
            scheme,
            secrets: secrets.into(),
            limit: DEFAULT_LIMIT,
            tolerance: None,
            at: None,
            url: None,
            candidates: Vec::new(),
        }
    }

    /// When the request arrived; now, unless it is set.
    pub fn at(mut self, at: SystemTime) -> Self {
        self.at = Some(at);
        self
    }

    /// How large a body may be: as [`Verifier::limit`](crate::Verifier::limit). Larger ones are not
    /// explained.
    pub fn limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// How far a signed timestamp may be from now: as
    /// [`Verifier::tolerance`](crate::Verifier::tolerance).
    ///
    /// # Errors
    ///
    /// As there.
    pub fn tolerance(mut self, tolerance: Duration) -> Result<Self, SetupError> {
        check_signs_time(self.scheme)?;
        self.tolerance = Some(tolerance);
        Ok(self)
    }

    /// The public address of the server: as [`Verifier::url`](crate::Verifier::url).
    ///
    /// # Errors
    ///
    /// [`SetupError`] if it is no address of `http` or `https`.
    pub fn url(mut self, url: &str) -> Result<Self, SetupError> {
        Address::new(url)?;
        self.url = Some(url.to_owned());
        Ok(self)
    }

    /// Other schemes that the delivery may be of, such as those of the whole catalogue.
    pub fn candidates(mut self, schemes: impl IntoIterator<Item = &'static Scheme>) -> Self {
        self.candidates.extend(schemes);
        self
    }

    /// Explains a request.
    pub fn explain(&self, parts: &request::Parts, body: impl Into<Bytes>) -> Diagnosis {
        let body = body.into();
        let received_at = self.at.unwrap_or_else(time_source::now);
        let mut diagnosis = Diagnosis {
            verdict: Verdict::Accepted,
            causes: Vec::new(),
            facts: Vec::new(),
            signed_at: None,
            received_at,
        };
        let as_it_is = Attempt::new(self, parts, &body);
        diagnosis.verdict = match as_it_is.verdict(self, received_at) {
            Ok(delivery) => {
                diagnosis.signed_at = delivery.signed_at();
                return diagnosis;
            }
            Err(verdict) => verdict,
        };
        if let Verdict::Refused(Rejection::BodyTooLarge { limit }) = diagnosis.verdict {
            diagnosis.facts.push(Fact::TooLarge { limit });
            return diagnosis;
        }
        let mut trials = Trials::new(received_at);
        order::run(&mut trials, &self.candidates, &as_it_is);
        trials.into_diagnosis(self, &mut diagnosis);
        if diagnosis.causes.is_empty() {
            diagnosis.facts.extend(facts::of(&diagnosis.verdict, &as_it_is));
        }
        diagnosis
    }
}

impl fmt::Debug for Explainer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Explainer")
            .field("provider", &self.scheme.data.name)
            .finish_non_exhaustive()
    }
}
