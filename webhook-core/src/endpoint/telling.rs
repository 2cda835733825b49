//! One report for each request, whatever becomes of it.

use std::{
    net::IpAddr,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::SystemTime,
};

use bytes::Bytes;
use http::{Response, StatusCode, request};

use super::{Inner, Observer, Outcome, Report, Verdict, metrics, trace::Trace};
use crate::{clock::Clock, delivery::Delivery, handshake::Challenge, scheme::Scheme};

/// What nginx writes for a client that hung up: there is no number of a standard for it.
const CLIENT_CLOSED_REQUEST: u16 = 499;

/// What is known of a request so far. Told when it has been answered, or dropped because its sender
/// hung up.
pub(super) struct Telling {
    pub(super) delivery: Option<Delivery>,
    pub(super) challenge: Option<Challenge>,
    pub(super) account: Option<Arc<str>>,
    pub(super) parts: Arc<request::Parts>,
    pub(super) trace: Trace,
    scheme: &'static Scheme,
    events: &'static [&'static str],
    client: Option<IpAddr>,
    observer: Option<Observer>,
    clock: Arc<dyn Clock>,
    begun: SystemTime,
    is_told: bool,
}

impl Telling {
    pub(super) fn begin<H, S>(
        inner: &Inner<H, S>,
        parts: Arc<request::Parts>,
        trace: &Trace,
    ) -> Self {
        let clock = Arc::clone(&inner.setup.clock);
        Self {
            delivery: None,
            challenge: None,
            account: None,
            trace: trace.clone(),
            scheme: inner.setup.scheme,
            events: inner.events,
            // Asked for only where somebody is told.
            client: inner.observer.as_ref().and_then(|_| inner.client.of(&parts)),
            observer: inner.observer.clone(),
            begun: clock.now(),
            clock,
            parts,
            is_told: false,
        }
    }

    /// Tells what became of the request, and writes it into the answer.
    pub(super) fn end(mut self, outcome: &Outcome, response: &mut Response<Bytes>) {
        let verdict = self.tell(outcome, response.status());
        response.extensions_mut().insert(verdict);
    }

    fn tell(&mut self, outcome: &Outcome, status: StatusCode) -> Verdict {
        self.is_told = true;
        let duration = self.clock.now().duration_since(self.begun).unwrap_or_default();
        let report = Report {
            provider: self.scheme.data.name,
            delivery: self.delivery.as_ref(),
            challenge: self.challenge.as_ref(),
            outcome,
            status,
            duration,
            account: self.account.as_deref(),
            scheme: self.scheme,
            parts: &self.parts,
            client: self.client,
        };
        self.trace.record(&report);
        metrics::count(&report, self.events);
        if let Some(observer) = &self.observer {
            // An observer that panics must not take the answer with it: the delivery was handled.
            if catch_unwind(AssertUnwindSafe(|| observer(&report))).is_err() {
                self.trace.observer_panicked();
            }
        }
        Verdict { provider: self.scheme.data.name, outcome: outcome.as_str(), duration }
    }
}

/// The sender hung up, or the runtime is ending.
impl Drop for Telling {
    fn drop(&mut self) {
        if !self.is_told {
            let status = StatusCode::from_u16(CLIENT_CLOSED_REQUEST);
            self.tell(&Outcome::Abandoned, status.unwrap_or(StatusCode::BAD_REQUEST));
        }
    }
}
