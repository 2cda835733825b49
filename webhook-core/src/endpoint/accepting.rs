//! Endpoints with an inbox: a delivery is kept in place of being handled.

use std::{
    fmt,
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};

use super::{Endpoint, HasState, Inner, Outcome};
use crate::{
    delivery::Delivery,
    error::{BoxError, SetupError},
    failure::Failure,
    handler::Handler,
    inbox::{Accept, Accepted, Handling, Inbox, ToKeep},
    scheme::Scheme,
};

/// How long senders wait that do not say it.
const DEFAULT_ACK_WITHIN: Duration = Duration::from_secs(3);

/// The inbox of an endpoint.
pub(super) struct Joined {
    accept: Arc<dyn Accept>,
    /// The scope under which its tasks are known there.
    scope: Arc<str>,
}

impl fmt::Debug for Joined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Joined").field("scope", &self.scope).finish_non_exhaustive()
    }
}

impl<H: Handler, S: Send + Sync + 'static> Endpoint<H, S> {
    /// Keeps deliveries in an inbox, from which workers handle them: `webhook-inbox`.
    ///
    /// A delivery is verified and kept, and then acknowledged; the handler does not run within the request.
    /// A delivery that is there already is acknowledged and not kept again. One that is not known to be
    /// kept in time is answered 503, so that it comes again: the time is what the provider says that it
    /// waits, else three seconds, less a quarter for the way there and back.
    ///
    /// Call it after [`scope`](Self::scope): two endpoints of one handler need different scopes in one
    /// inbox. What the endpoint was told about leases and its idempotency store is of no use then.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the handler has [no name](Handler::TASK), if another endpoint of this inbox has
    /// the same one, or if duplicates are allowed.
    pub fn inbox(self, inbox: &(impl Inbox + ?Sized)) -> Result<Self, SetupError>
    where
        H: HasState<S>,
    {
        let inner = &self.inner;
        if H::TASKS.iter().all(Option::is_none) {
            return Err(SetupError::new(
                "the handler has no name for its tasks: write it with `#[webhook]`, or set `Handler::TASK`",
            ));
        }
        if inner.idempotency.allows_duplicates {
            return Err(SetupError::new(
                "an inbox recognises duplicates: remove `.allow_duplicates()`",
            ));
        }
        let handling = Handling {
            handler: Arc::clone(&inner.handler),
            state: Arc::clone(&inner.state),
            scheme: inner.setup.scheme,
            scope: Arc::clone(&inner.scope),
        };
        let accept = inbox.join(Arc::new(handling))?;
        let joined = Joined { accept, scope: Arc::clone(&inner.scope) };
        Ok(self.with(|inner| inner.inbox = Some(Arc::new(joined))))
    }
}

impl<H, S> Inner<H, S>
where
    H: Handler<State = S>,
    S: Send + Sync + 'static,
{
    /// Has a delivery kept. Whatever is not known to be kept is a failure.
    pub(super) async fn accept(
        &self,
        joined: &Joined,
        delivery: &Delivery,
        account: Option<&Arc<str>>,
    ) -> Outcome {
        match self.kept(joined, delivery, account).await {
            Ok(Accepted::New) => Outcome::Accepted,
            Ok(Accepted::Duplicate) => Outcome::Duplicate,
            Err(error) => Outcome::Failed(Failure::NotAccepted(error)),
        }
    }

    async fn kept(
        &self,
        joined: &Joined,
        delivery: &Delivery,
        account: Option<&Arc<str>>,
    ) -> Result<Accepted, BoxError> {
        if joined.scope != self.scope {
            return Err("the scope was changed after `.inbox(..)`: say it before".into());
        }
        if self.idempotency.allows_duplicates {
            return Err("an inbox recognises duplicates: remove `.allow_duplicates()`".into());
        }
        let scheme = self.setup.scheme;
        let retention = self.idempotency.retention;
        let keep = ToKeep::new::<H>(delivery, scheme.data.name, &self.scope, account, retention)?;
        let accepting = joined.accept.accept(keep);
        self.within(patience(scheme), accepting).await.unwrap_or_else(|| {
            Err("it was not known to be stored in the time that its sender waits".into())
        })
    }

    /// Waits for a future, but no longer than that. One that is ready at once sets no timer.
    async fn within<F: Future>(&self, longest: Duration, work: F) -> Option<F::Output> {
        let mut work = pin!(work);
        let mut sleep = None;
        poll_fn(|cx| {
            if let Poll::Ready(output) = work.as_mut().poll(cx) {
                return Poll::Ready(Some(output));
            }
            let sleep = sleep.get_or_insert_with(|| self.deadline.timer.sleep(longest));
            sleep.as_mut().poll(cx).map(|()| None)
        })
        .await
    }
}

/// How long accepting may take: what the sender waits, less a quarter for the way there and back.
fn patience(scheme: &Scheme) -> Duration {
    scheme.ack_within().unwrap_or(DEFAULT_ACK_WITHIN).saturating_mul(3) / 4
}
