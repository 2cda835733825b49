//! A delivery's way, from the request to the answer.

use std::{
    any::Any,
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
};

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, request};
use http_body::Body;

use super::{Claims, Inner, Outcome, Report, body, trace::Trace};
use crate::{
    claims::{Claim, ClaimKey, Claimed, Settled},
    delivery::Delivery,
    error::BoxError,
    handler::{Context, Handler, Stop},
    handshake::{self, Answered, ack},
    rejection::Rejection,
    verify::StreamingVerifier,
};

/// What a request turned out to be.
#[allow(clippy::large_enum_variant, reason = "a box would cost an allocation a delivery")]
enum Received {
    Delivery(Delivery),
    Handshake(Answered),
}

impl<H, S> Inner<H, S>
where
    H: Handler<State = S>,
    S: Send + Sync + 'static,
{
    pub(super) async fn serve<B>(&self, request: Request<B>) -> Response<Bytes>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let trace = Trace::begin(self.setup.scheme);
        trace.follow(self.answer(request, &trace)).await
    }

    async fn answer<B>(&self, request: Request<B>, trace: &Trace) -> Response<Bytes>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let (mut answer, mut challenge) = (None, None);
        let (delivery, outcome) = match self.receive(request).await {
            Ok(Received::Delivery(delivery)) => {
                let outcome = self.once(&delivery).await;
                (Some(delivery), outcome)
            }
            Ok(Received::Handshake(answered)) => {
                answer = Some(answered.response);
                challenge = answered.challenge;
                (None, Outcome::Answered)
            }
            Err(rejection) => (None, Outcome::Rejected(rejection)),
        };
        let response = match &outcome {
            Outcome::Handled(answer) => self.acknowledge(answer.status, delivery.as_ref()),
            Outcome::Repeated | Outcome::Unhandled => self.acknowledge(None, delivery.as_ref()),
            Outcome::Answered => answer.unwrap_or_default(),
            Outcome::Rejected(rejection) => rejection.response(),
        };
        let report = Report {
            provider: self.setup.scheme.name,
            delivery: delivery.as_ref(),
            challenge: challenge.as_ref(),
            outcome: &outcome,
            status: response.status(),
        };
        trace.record(&report);
        if let Some(observer) = &self.observer {
            observer(&report);
        }
        response
    }

    /// Everything up to the authenticated delivery, or the answer to a handshake.
    async fn receive<B>(&self, request: Request<B>) -> Result<Received, Rejection>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let setup = &self.setup;
        let (parts, body) = request.into_parts();
        if parts.method != Method::POST && !handshake::takes(setup, &parts.method) {
            return Err(Rejection::Method { allowed: handshake::allowed(setup.scheme) });
        }
        body::check_declared(&parts, &body, setup.limit)?;
        if let Some(sources) = &self.sources {
            sources.check(&parts)?;
        }
        if parts.method != Method::POST {
            let answer = handshake::answer(setup, &parts, &[], false)?;
            let allowed = handshake::allowed(setup.scheme);
            return answer.map(Received::Handshake).ok_or(Rejection::Method { allowed });
        }
        let delivery = if handshake::needs_body(setup) {
            let body = body::collect(body, setup.limit, &self.patience).await?;
            if let Some(answer) = handshake::answer(setup, &parts, &body, false)? {
                return Ok(Received::Handshake(answer));
            }
            match &setup.source {
                None => StreamingVerifier::verify(setup, &parts, body)?,
                Some(source) => {
                    let timer = &*self.patience.timer;
                    Box::pin(StreamingVerifier::verify_fetching(setup, &parts, body, source, timer))
                        .await?
                }
            }
        } else {
            if let Some(answer) = handshake::answer(setup, &parts, &[], false)? {
                return Ok(Received::Handshake(answer));
            }
            self.authenticate(&parts, body).await?
        };
        if let Some(answer) = handshake::answer(setup, &parts, delivery.body(), true)? {
            return Ok(Received::Handshake(answer));
        }
        Ok(Received::Delivery(delivery.with_unsigned(parts)))
    }

    async fn authenticate<B>(&self, parts: &request::Parts, body: B) -> Result<Delivery, Rejection>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let mut running = StreamingVerifier::new(&self.setup, parts);
        running.read_head()?;
        // Boxed: who has no source does not carry their futures about.
        if let Some(source) = &self.setup.source {
            Box::pin(running.fetch_by_head(source, &*self.patience.timer)).await?;
        }
        body::read(body, &mut running, &self.patience).await?;
        if let Some(source) = &self.setup.source {
            Box::pin(running.fetch_by_body(source, &*self.patience.timer)).await?;
        }
        running.conclude()
    }

    /// Handles a delivery that was not handled before.
    async fn once(&self, delivery: &Delivery) -> Outcome {
        let (Some(claims), Some(id)) = (&self.claims, delivery.id()) else {
            return self.run(delivery).await;
        };
        let key = ClaimKey::new(delivery.provider(), id.as_bytes());
        let claim = match self.claim(claims, key).await {
            Ok(claim) => claim,
            Err(outcome) => return outcome,
        };
        // If this future is dropped here, so is the claim, and with that it is given back.
        let outcome = self.run(delivery).await;
        let now = self.setup.clock.now();
        let settled = match &outcome {
            Outcome::Rejected(_) => claim.release().await,
            // The work is done: a store that cannot note it must not make the sender repeat it.
            _ => claim.complete(claims.keep, now).await,
        };
        match settled {
            Ok(Settled::Held) => {}
            Ok(Settled::Lost) => Trace::claim_lost(),
            Err(error) => Trace::store_failed(&error),
        }
        outcome
    }

    async fn claim(&self, claims: &Claims, key: ClaimKey) -> Result<Claim, Outcome> {
        let now = self.setup.clock.now();
        match claims.store.claim(key, claims.lease, now).await {
            Ok(Claimed::New(claim)) => Ok(claim),
            Ok(Claimed::Done) => Err(Outcome::Repeated),
            Ok(Claimed::InProgress { retry_after }) => {
                Err(Outcome::Rejected(Rejection::InProgress { retry_after }))
            }
            Err(error) => Err(Outcome::Rejected(Rejection::Store(error.into()))),
        }
    }

    /// Runs the handler. A panic is a failure like any other: the sender tries again.
    async fn run(&self, delivery: &Delivery) -> Outcome {
        let context = Context { delivery, state: &*self.state };
        // `call` itself runs within the first poll: it may panic as well.
        let mut future = pin!(async { self.handler.call(context).await });
        let result =
            poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
                Ok(poll) => poll.map(Ok),
                Err(panic) => std::task::Poll::Ready(Err(panic)),
            })
            .await;
        match result {
            Ok(Ok(answer)) => Outcome::Handled(answer),
            // Nobody has decoded it, and what cannot be read must not pass for an event nobody takes.
            Ok(Err(Stop::Unhandled)) => match delivery.check_whole() {
                Ok(()) => Outcome::Unhandled,
                Err(error) => Outcome::Rejected(Rejection::Undecodable(error)),
            },
            Ok(Err(Stop::Undecodable(error))) => Outcome::Rejected(Rejection::Undecodable(error)),
            Ok(Err(Stop::Failed(error))) => Outcome::Rejected(Rejection::Failed(error)),
            Err(panic) => {
                drop::<Box<dyn Any + Send>>(panic);
                Outcome::Rejected(Rejection::Panicked)
            }
        }
    }

    /// The provider's acknowledgement, or the handler's own, where the provider takes it for one.
    fn acknowledge(&self, status: Option<u16>, delivery: Option<&Delivery>) -> Response<Bytes> {
        let scheme = self.setup.scheme;
        let status = status
            .filter(|status| scheme.acknowledges(*status))
            .or(scheme.ack)
            .and_then(|status| StatusCode::from_u16(status).ok())
            .unwrap_or(StatusCode::OK);
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        if let Some(delivery) = delivery {
            ack::say(scheme, delivery, &mut response);
        }
        response
    }
}
