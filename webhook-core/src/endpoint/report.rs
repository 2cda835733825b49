//! What became of a delivery, for its owner.

use http::StatusCode;

use crate::{Delivery, Rejection, Scheme, claims::StoreError, handler::Answer};

/// What became of a delivery.
#[derive(Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// The handler did its work.
    Handled(Answer),
    /// The delivery was handled before; it was acknowledged again.
    Repeated,
    /// Nobody takes this event; it was acknowledged.
    Unhandled,
    /// It was a handshake; it was answered, and no handler saw it.
    Answered,
    /// It was refused.
    Rejected(Rejection),
}

impl Outcome {
    /// One word for logs and metrics.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Handled(_) => "handled",
            Self::Repeated => "repeated",
            Self::Unhandled => "unhandled",
            Self::Answered => "answered",
            Self::Rejected(rejection) if rejection.is_authenticated() => "failed",
            Self::Rejected(_) => "refused",
        }
    }
}

/// What became of a delivery, with what is known of it.
#[derive(Debug)]
pub struct Report<'a> {
    /// The name of the provider.
    pub provider: &'static str,
    /// The delivery, if it was authenticated.
    pub delivery: Option<&'a Delivery>,
    /// What became of it.
    pub outcome: &'a Outcome,
    /// What the sender was answered.
    pub status: StatusCode,
}

impl<'a> Report<'a> {
    pub(super) fn new(
        scheme: &Scheme,
        delivery: Option<&'a Delivery>,
        outcome: &'a Outcome,
        status: StatusCode,
    ) -> Self {
        Self { provider: scheme.name, delivery, outcome, status }
    }

    /// Notes the delivery in the current span, and a refusal as an event.
    #[cfg(feature = "tracing")]
    pub(super) fn record(&self) {
        let span = tracing::Span::current();
        if let Some(event) = self.delivery.and_then(Delivery::event) {
            span.record("event", event);
        }
        if let Some(id) = self.delivery.and_then(Delivery::id) {
            span.record("id", id);
        }
        span.record("outcome", self.outcome.word());
        if let Outcome::Rejected(rejection) = self.outcome {
            if rejection.is_authenticated() {
                tracing::error!(status = self.status.as_u16(), "{rejection}");
            } else {
                tracing::warn!(status = self.status.as_u16(), "{rejection}");
            }
        }
    }
}

/// One span a delivery; what is not known yet is recorded when it is.
#[cfg(feature = "tracing")]
pub(super) fn span(scheme: &Scheme) -> tracing::Span {
    tracing::info_span!(
        "webhook",
        provider = scheme.name,
        event = tracing::field::Empty,
        id = tracing::field::Empty,
        outcome = tracing::field::Empty,
    )
}

/// A store that could not note what became of a claim: the lease will run out by itself.
pub(super) fn store_failed(error: &StoreError) {
    #[cfg(feature = "tracing")]
    tracing::error!("the store of seen deliveries failed: {error}");
    #[cfg(not(feature = "tracing"))]
    let _ = error;
}
