//! Handling a delivery that was not handled before.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};

use super::{Idempotency, Inner, Outcome, trace::Trace};
use crate::{
    delivery::Delivery,
    dispatch::{Dispatched, dispatch},
    failure::Failure,
    handler::{Context, Handler},
    idempotency::{Acquired, Completion, IdempotencyKey, Lease},
};

/// How soon, and how late at most, a duplicate of what is in progress is told to come back.
const SOON: Duration = Duration::from_secs(1);
const LATE: Duration = Duration::from_secs(60);

impl<H, S> Inner<H, S>
where
    H: Handler<State = S>,
    S: Send + Sync + 'static,
{
    /// Handles a delivery, unless it was handled before.
    pub(super) async fn once(&self, delivery: &Delivery, account: Option<&Arc<str>>) -> Outcome {
        let idempotency = &self.idempotency;
        if idempotency.allows_duplicates {
            return outcome(dispatch(&*self.handler, self.context(delivery, account)).await);
        }
        let key = delivery.idempotency_key(&self.scope, account.map(|account| &**account));
        let lease = match self.acquire(idempotency, key).await {
            Ok(lease) => lease,
            Err(outcome) => return outcome,
        };
        // If this future is dropped here, so is the lease, and with that it is given back.
        let context = self.context(delivery, account).with_lease(lease.held());
        let done = dispatch(&*self.handler, context);
        let done = self.renewing(idempotency, &lease, done).await;
        let unfinished = match done {
            Dispatched::Handled(answer) => {
                // The work is done: a store that cannot note it must not make the sender repeat it.
                let now = self.setup.clock.now();
                return match lease.complete(idempotency.retention, now).await {
                    Ok(Completion::Held) => Outcome::Handled(answer),
                    Ok(Completion::Lost) => Outcome::LeaseLost(answer),
                    Err(error) => Outcome::Unrecorded(answer, error.into()),
                };
            }
            // Nothing was done that could be done twice. Where nobody signs the event's name, a
            // stranger may have sent the delivery under this one, and it is still to come.
            Dispatched::Unhandled => Outcome::Unhandled,
            Dispatched::Failed(failure) => Outcome::Failed(failure),
        };
        if let Err(error) = lease.release().await {
            Trace::store_failed(&error);
        }
        unfinished
    }

    fn context<'a>(
        &'a self,
        delivery: &'a Delivery,
        account: Option<&'a Arc<str>>,
    ) -> Context<'a, S> {
        Context { account, ..Context::new(delivery, &*self.state) }
    }

    async fn acquire(
        &self,
        idempotency: &Idempotency,
        key: IdempotencyKey,
    ) -> Result<Lease, Outcome> {
        let now = self.setup.clock.now();
        match idempotency.store.acquire(key, idempotency.lease, now).await {
            Ok(Acquired::New(lease)) => Ok(lease),
            Ok(Acquired::Done) => Err(Outcome::Duplicate),
            Ok(Acquired::InProgress { held_for }) => {
                // As long again as it has taken so far: longer each time, and never for the whole
                // of a lease, which is there for handlers that died.
                let retry_after = Duration::from_secs(held_for.as_secs()).clamp(SOON, LATE);
                Err(Outcome::Failed(Failure::InProgress { retry_after }))
            }
            Err(error) => Err(Outcome::Failed(Failure::Store(error.into()))),
        }
    }

    /// Runs the handler, and renews its lease for as long as it takes. A handler that is ready at once
    /// sets no timer.
    async fn renewing<F: Future>(
        &self,
        idempotency: &Idempotency,
        lease: &Lease,
        work: F,
    ) -> F::Output {
        let mut work = pin!(work);
        let mut renewal = None;
        poll_fn(|cx| {
            if let Poll::Ready(output) = work.as_mut().poll(cx) {
                return Poll::Ready(output);
            }
            let renewal = renewal.get_or_insert_with(|| Box::pin(self.renew(idempotency, lease)));
            let _: Poll<()> = renewal.as_mut().poll(cx);
            Poll::Pending
        })
        .await
    }

    /// Renews a lease three times in its time. It never ends, because the handler does.
    async fn renew(&self, idempotency: &Idempotency, lease: &Lease) {
        loop {
            self.deadline.timer.sleep(idempotency.lease / 3).await;
            match lease.renew(idempotency.lease, self.setup.clock.now()).await {
                Ok(Completion::Held) => {}
                // That it is lost is told when the handler has ended.
                Ok(Completion::Lost) => std::future::pending().await,
                Err(error) => Trace::store_failed(&error),
            }
        }
    }
}

fn outcome(done: Dispatched) -> Outcome {
    match done {
        Dispatched::Handled(answer) => Outcome::Handled(answer),
        Dispatched::Unhandled => Outcome::Unhandled,
        Dispatched::Failed(failure) => Outcome::Failed(failure),
    }
}
