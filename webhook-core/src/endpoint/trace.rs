//! One span a delivery: provider, event, id, outcome. Without the feature `tracing`, nothing.

use std::future::Future;

use super::Report;
use crate::{claims::StoreError, scheme::Scheme};

/// The span of a delivery.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl Trace {
    /// What is not known yet is recorded when it is.
    pub(super) fn begin(scheme: &Scheme) -> Self {
        let span = tracing::info_span!(
            "webhook",
            provider = scheme.name,
            event = tracing::field::Empty,
            id = tracing::field::Empty,
            outcome = tracing::field::Empty,
        );
        Self { span }
    }

    /// Runs a future within the span.
    pub(super) fn follow<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    /// Notes what became of the delivery, and a refusal as an event.
    pub(super) fn record(&self, report: &Report<'_>) {
        if let Some(event) = report.delivery.and_then(crate::delivery::Delivery::event) {
            self.span.record("event", event);
        }
        if let Some(id) = report.delivery.and_then(crate::delivery::Delivery::id) {
            self.span.record("id", id);
        }
        self.span.record("outcome", report.outcome.word());
        if let super::Outcome::Rejected(rejection) = report.outcome {
            let status = report.status.as_u16();
            if let crate::rejection::Rejection::Undecodable(error) = rejection {
                // The cause may quote the payload.
                let what = error.without_values();
                tracing::error!(parent: &self.span, status, "the delivery cannot be decoded: {what}");
            } else if rejection.is_authenticated() {
                tracing::error!(parent: &self.span, status, "{rejection}");
            } else {
                tracing::warn!(parent: &self.span, status, "{rejection}");
            }
        }
    }

    /// The handler outlived its lease, and another attempt of the sender was claimed meanwhile.
    pub(super) fn claim_lost() {
        tracing::warn!("the delivery may have been handled twice: its handler outlived the lease");
    }

    /// A store could not note what became of a claim: the lease will run out by itself.
    pub(super) fn store_failed(error: &StoreError) {
        let cause = std::error::Error::source(error);
        tracing::error!(cause, "the store of seen deliveries failed");
    }
}

#[cfg(not(feature = "tracing"))]
impl Trace {
    pub(super) fn begin(_: &Scheme) -> Self {
        Self {}
    }

    #[allow(clippy::unused_self, reason = "the feature uses it")]
    pub(super) fn follow<F: Future>(&self, future: F) -> F {
        future
    }

    #[allow(clippy::unused_self, reason = "the feature uses it")]
    pub(super) fn record(&self, _: &Report<'_>) {}

    pub(super) fn claim_lost() {}

    pub(super) fn store_failed(_: &StoreError) {}
}
