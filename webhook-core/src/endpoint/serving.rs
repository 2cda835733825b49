//! HTTP in, HTTP out: a request is received, what it brings is handled, and its sender is answered.

use std::{pin::pin, sync::Arc};

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header::CONNECTION, request};
use http_body::Body;

use super::{
    Inner, Outcome,
    body::{self, Framing, Incoming},
    telling::Telling,
    trace::Trace,
};
use crate::{
    delivery::Delivery,
    error::BoxError,
    failure::Failure,
    handler::Handler,
    handshake::{self, Answered, ack},
    rejection::Rejection,
    verify::{Setup, StreamingVerifier},
};

/// What a request turned out to be.
#[allow(clippy::large_enum_variant, reason = "a box would cost an allocation a delivery")]
pub(super) enum Received {
    Delivery(Delivery),
    Handshake(Answered),
}

impl<H, S> Inner<H, S>
where
    H: Handler<State = S>,
    S: Send + Sync + 'static,
{
    pub(super) async fn serve<B>(self: Arc<Self>, request: Request<B>) -> Response<Bytes>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let trace = Trace::begin(self.setup.scheme);
        let (framing, deadline) = (Framing::of(&request), self.deadline.clone());
        let (parts, body) = request.into_parts();
        let mut body = pin!(body);
        let mut incoming = Incoming::new(body.as_mut());
        let request = Request::from_parts(parts, &mut incoming);
        let mut response = trace.follow(self.answer(request, &trace)).await;
        // Boxed: most bodies are over.
        if framing.has_rest(&incoming)
            && (response.status() == StatusCode::REQUEST_TIMEOUT
                || Box::pin(incoming.leaves_rest(&framing, &deadline)).await)
        {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }

    async fn answer<B>(self: Arc<Self>, request: Request<B>, trace: &Trace) -> Response<Bytes>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let (parts, body) = request.into_parts();
        let parts = Arc::new(parts);
        let mut telling = Telling::begin(&self, Arc::clone(&parts), trace);
        let (outcome, mut response) = match self.receive(&parts, body, &mut telling.account).await {
            Ok(Received::Delivery(delivery)) => {
                let delivery = telling.delivery.insert(delivery);
                if telling.account.is_none() {
                    telling.account = self.account(delivery.secret());
                }
                trace.authenticated(delivery);
                return self.handled(telling).await;
            }
            Ok(Received::Handshake(answered)) => {
                telling.challenge = answered.challenge;
                (Outcome::Handshake, answered.response)
            }
            Err(rejection) => {
                let response = rejection.response();
                (Outcome::Rejected(rejection), response)
            }
        };
        telling.end(&outcome, &mut response);
        response
    }

    /// Handles a delivery within this request, or, where a runtime was given, beside it.
    async fn handled(self: Arc<Self>, telling: Telling) -> Response<Bytes> {
        let Some(inside) = self.gate.enter() else {
            let failure = Failure::ShuttingDown;
            let mut response = failure.response();
            telling.end(&Outcome::Failed(failure), &mut response);
            return response;
        };
        let Some(spawner) = self.spawner.clone() else {
            let response = self.handle(telling).await;
            drop(inside);
            return response;
        };
        let trace = telling.trace.clone();
        let task = async move {
            let response = self.handle(telling).await;
            // Whatever the handler held is gone before a shutdown ends.
            drop(self);
            drop(inside);
            response
        };
        let response = spawner.run(async move { trace.follow(task).await }).await;
        response.unwrap_or_else(|| Failure::ShuttingDown.response())
    }

    async fn handle(&self, telling: Telling) -> Response<Bytes> {
        let Some(delivery) = &telling.delivery else { return Response::default() };
        let outcome = match &self.inbox {
            None => self.once(delivery, telling.account.as_ref()).await,
            // Boxed: who has no inbox does not carry its futures about.
            Some(inbox) => Box::pin(self.accept(inbox, delivery, telling.account.as_ref())).await,
        };
        let mut response = match &outcome {
            Outcome::Handled(answer)
            | Outcome::LeaseLost(answer)
            | Outcome::Unrecorded(answer, _) => self.acknowledge(answer.status, delivery),
            Outcome::Failed(failure) => failure.response(),
            _ => self.acknowledge(None, delivery),
        };
        telling.end(&outcome, &mut response);
        response
    }

    /// Everything up to the authenticated delivery, or the answer to a handshake.
    async fn receive<B>(
        &self,
        parts: &Arc<request::Parts>,
        body: B,
        account: &mut Option<Arc<str>>,
    ) -> Result<Received, Rejection>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let setup = &self.setup;
        if parts.method != Method::POST && !handshake::takes(setup, &parts.method) {
            return Err(Rejection::Method { allowed: handshake::allowed(setup.scheme) });
        }
        body::check_declared(parts, &body, setup.limit)?;
        if let Some(sources) = &self.sources {
            sources.check(parts)?;
        }
        if let Some(directory) = &self.tenants {
            // Boxed: who has no tenants does not carry their futures about.
            return Box::pin(self.receive_of(directory, parts, body, account)).await;
        }
        if parts.method != Method::POST {
            let answer = handshake::answer(setup, parts, &[], false)?;
            let allowed = handshake::allowed(setup.scheme);
            return answer.map(Received::Handshake).ok_or(Rejection::Method { allowed });
        }
        let delivery = if handshake::needs_body(setup) {
            let body = body::collect(body, setup.limit, &self.deadline).await?;
            if let Some(answer) = handshake::answer(setup, parts, &body, false)? {
                return Ok(Received::Handshake(answer));
            }
            self.verify(setup, parts, body).await?
        } else {
            if let Some(answer) = handshake::answer(setup, parts, &[], false)? {
                return Ok(Received::Handshake(answer));
            }
            self.authenticate(setup, parts, body).await?
        };
        if let Some(answer) = handshake::answer(setup, parts, delivery.body(), true)? {
            return Ok(Received::Handshake(answer));
        }
        Ok(Received::Delivery(delivery.with_head(Arc::clone(parts))))
    }

    /// Verifies a delivery whose body is there.
    pub(super) async fn verify(
        &self,
        setup: &Setup,
        parts: &request::Parts,
        body: Bytes,
    ) -> Result<Delivery, Rejection> {
        match &setup.source {
            None => StreamingVerifier::verify(setup, parts, body),
            Some(source) => {
                let timer = &*self.deadline.timer;
                Box::pin(StreamingVerifier::verify_fetching(setup, parts, body, source, timer))
                    .await
            }
        }
    }

    async fn authenticate<B>(
        &self,
        setup: &Setup,
        parts: &request::Parts,
        body: B,
    ) -> Result<Delivery, Rejection>
    where
        B: Body,
        B::Error: Into<BoxError>,
    {
        let mut running = StreamingVerifier::new(setup, parts);
        running.read_head()?;
        // Boxed: who has no source does not carry their futures about.
        if let Some(source) = &setup.source {
            Box::pin(running.fetch_by_head(source, &*self.deadline.timer)).await?;
        }
        body::read(body, &mut running, &self.deadline).await?;
        if let Some(source) = &setup.source {
            Box::pin(running.fetch_by_body(source, &*self.deadline.timer)).await?;
        }
        running.conclude()
    }

    /// The provider's acknowledgement, or the handler's own, where the provider takes it for one.
    fn acknowledge(&self, status: Option<u16>, delivery: &Delivery) -> Response<Bytes> {
        let scheme = self.setup.scheme;
        let status = status
            .filter(|status| scheme.acknowledges(*status))
            .or(scheme.data.ack)
            .and_then(|status| StatusCode::from_u16(status).ok())
            .unwrap_or(StatusCode::OK);
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        ack::say(scheme, delivery, &mut response);
        response
    }
}
