//! Endpoints without a server.

use std::{
    future::Future,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};

use bytes::Bytes;
use http::{Request, Response, StatusCode};

use super::sender::Sender;
use crate::{
    endpoint::{Endpoint, Outcome, Report},
    handler::Handler,
};

/// What became of a delivery in a test: what the sender is answered, and what the owner learns.
#[derive(Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The answer.
    pub response: Response<Bytes>,
    /// What became of it, in one word, as [`Outcome::as_str`] says it.
    pub outcome: &'static str,
    /// Why it was refused, or failed.
    pub rejection: Option<String>,
    /// The event's name, if the delivery was authenticated and names one.
    pub event: Option<String>,
    /// The delivery's id, if it was authenticated and has one.
    pub id: Option<String>,
}

impl Answer {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }
}

impl Sender {
    /// Sends a request to an endpoint, which goes by this sender's clock, and says what became of
    /// it. The endpoint's own [observer](Endpoint::observe) is not called.
    pub async fn send<H, S>(&self, request: Request<Bytes>, to: &Endpoint<H, S>) -> Answer
    where
        H: Handler<State = S>,
        S: Send + Sync + 'static,
    {
        let seen: Arc<Mutex<Option<Answer>>> = Arc::default();
        let sink = Arc::clone(&seen);
        let endpoint = to.clone().clock(self.clock()).observe(move |report| {
            *sink.lock().unwrap_or_else(PoisonError::into_inner) = Some(Answer::of(report));
        });
        let response = endpoint.handle(request).await;
        let seen = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Every request is reported once.
        let answer = seen.unwrap_or_else(|| Answer::of_word("rejected"));
        Answer { response, ..answer }
    }
}

impl Answer {
    fn of_word(outcome: &'static str) -> Self {
        Self { response: Response::default(), outcome, rejection: None, event: None, id: None }
    }

    fn of(report: &Report<'_>) -> Self {
        let delivery = report.delivery;
        Self {
            rejection: match report.outcome {
                Outcome::Rejected(rejection) => Some(rejection.to_string()),
                Outcome::Failed(failure) => Some(failure.to_string()),
                _ => None,
            },
            event: delivery.and_then(|delivery| delivery.event()).map(str::to_owned),
            id: delivery.and_then(|delivery| delivery.id()).map(str::to_owned),
            ..Self::of_word(report.outcome.as_str())
        }
    }
}

/// Runs a future to its end on this thread: for tests whose handlers need no runtime.
///
/// ```
/// # use webhook_core as webhook_kit;
/// assert_eq!(webhook_kit::testing::block_on(async { 1 + 1 }), 2);
/// ```
pub fn block_on<F: Future>(future: F) -> F::Output {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
        thread::park();
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
