//! Running a handler on a delivery: panics, verdicts, what became of it.
//!
//! It knows neither HTTP nor stores: an endpoint calls it within a request, an inbox's worker with a
//! delivery that was kept.

use std::{
    any::Any,
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    task::Poll,
};

use crate::{
    failure::Failure,
    handler::{Answer, Context, Handler, HandlerError},
};

/// What a handler made of a delivery.
#[derive(Debug)]
pub enum Dispatched {
    /// It did its work.
    Handled(Answer),
    /// No handler takes this event.
    Unhandled,
    /// It did not do its work.
    Failed(Failure),
}

/// Runs a handler on a delivery that was authenticated. A panic is a failure like any other.
pub async fn dispatch<H: Handler>(handler: &H, context: Context<'_, H::State>) -> Dispatched {
    let delivery = context.delivery;
    // `call` itself runs within the first poll: it may panic as well.
    let mut future = pin!(async { handler.call(context).await });
    let result = poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await;
    match result {
        Ok(Ok(answer)) => Dispatched::Handled(answer),
        // Nobody has decoded it, and what cannot be read must not pass for an event nobody takes.
        Ok(Err(HandlerError::Unhandled)) => match delivery.check_whole() {
            Ok(()) => Dispatched::Unhandled,
            Err(error) => Dispatched::Failed(Failure::Undecodable(error)),
        },
        Ok(Err(HandlerError::Undecodable(error))) => {
            Dispatched::Failed(Failure::Undecodable(error))
        }
        Ok(Err(HandlerError::Failed(error))) => Dispatched::Failed(Failure::Handler(error)),
        Err(panic) => {
            // What was panicked with may panic when it is dropped.
            let dropped = catch_unwind(AssertUnwindSafe(|| drop::<Box<dyn Any + Send>>(panic)));
            std::mem::forget(dropped);
            Dispatched::Failed(Failure::Panicked)
        }
    }
}
