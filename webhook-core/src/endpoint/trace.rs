//! One span a delivery: provider, event, id, outcome. Without the feature `tracing`, nothing.

use std::future::Future;

#[cfg(feature = "tracing")]
use super::Outcome;
use super::Report;
use crate::{delivery::Delivery, idempotency::StoreError, scheme::Scheme};

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
            provider = scheme.data.name,
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

    /// Notes which delivery it is, so that what the handler logs can be told apart.
    pub(super) fn authenticated(&self, delivery: &Delivery) {
        // To look for them takes time, which is spent only where somebody listens.
        if self.span.is_disabled() {
            return;
        }
        if let Some(event) = delivery.event() {
            self.span.record("event", event);
        }
        if let Some(id) = delivery.id() {
            self.span.record("id", id);
        }
    }

    /// Notes what became of the request, and what its owner should know as an event.
    pub(super) fn record(&self, report: &Report<'_>) {
        self.span.record("outcome", report.outcome.as_str());
        let status = report.status.as_u16();
        match report.outcome {
            Outcome::Failed(failure) => {
                tracing::error!(parent: &self.span, status, "{failure}");
            }
            Outcome::Rejected(rejection) => {
                tracing::warn!(parent: &self.span, status, path = report.path(), "{rejection}");
            }
            Outcome::LeaseLost(_) => tracing::warn!(
                parent: &self.span,
                "the delivery may have been handled twice: its handler outlived the lease"
            ),
            Outcome::Unrecorded(_, error) => tracing::error!(
                parent: &self.span,
                "the delivery was handled, but the store could not note it: {error}"
            ),
            Outcome::Abandoned => tracing::warn!(
                parent: &self.span,
                "the sender hung up before it was answered"
            ),
            _ => {}
        }
    }

    /// An observer's panic is its own.
    pub(super) fn observer_panicked(&self) {
        tracing::error!(parent: &self.span, "the observer panicked");
    }

    /// A store could not note what became of a lease: it will run out by itself.
    pub(super) fn store_failed(error: &StoreError) {
        let cause = std::error::Error::source(error);
        tracing::error!(cause, "the idempotency store failed");
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
    pub(super) fn authenticated(&self, _: &Delivery) {}

    #[allow(clippy::unused_self, reason = "the feature uses it")]
    pub(super) fn record(&self, _: &Report<'_>) {}

    #[allow(clippy::unused_self, reason = "the feature uses it")]
    pub(super) fn observer_panicked(&self) {}

    pub(super) fn store_failed(_: &StoreError) {}
}
