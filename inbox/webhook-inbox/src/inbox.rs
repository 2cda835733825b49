//! The inbox of endpoints: where they keep deliveries, and what works on them.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use http::Extensions;
use webhook_core::{
    Failure, SetupError,
    dispatch::Dispatched,
    inbox::{self, Accept, Attempt, Resume, ToKeep},
};

use crate::{
    Accepted, Backoff, Batcher, BoxError, BoxFuture, Job, Key, Limits, Moment, NewDelivery,
    NewTask, Run, TaskStore, Verdict, Worker,
};

/// A store with the endpoints that keep their deliveries there.
///
/// ```
/// # use webhook_core as webhook_kit;
/// # use webhook_kit::{Endpoint, Handler, SetupError};
/// use webhook_inbox::{Inbox, Memory};
///
/// # async fn example<H: Handler<State = ()>>(endpoint: Endpoint<H>) -> Result<(), SetupError> {
/// let inbox = Inbox::open(Memory::new());
/// let endpoint = endpoint.inbox(&inbox)?;
/// let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
/// let worker = tokio::spawn(inbox.work().concurrency(64).run(async { drop(stopped.await) }));
/// // .. mount the endpoint, serve; then:
/// drop(stop);
/// # worker.await.unwrap();
/// # Ok(()) }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
/// #     struct Nothing;
/// #     impl webhook_kit::Provider for Nothing {
/// #         const SCHEME: &'static webhook_kit::Scheme =
/// #             &webhook_kit::Scheme::new("nothing", webhook_kit::scheme::Algorithm::HmacSha256, &["x-s"]);
/// #     }
/// #     struct H;
/// #     impl Handler for H {
/// #         type Provider = Nothing;
/// #         type State = ();
/// #         const TASK: Option<&'static str> = Some("h");
/// #         async fn call(&self, _: webhook_kit::handler::Context<'_, ()>)
/// #             -> Result<webhook_kit::handler::Answer, webhook_kit::handler::HandlerError> {
/// #             Err(webhook_kit::handler::HandlerError::Unhandled)
/// #         }
/// #     }
/// #     example(Endpoint::new(H, webhook_kit::Secret::new("s")).unwrap()).await.unwrap();
/// # });
/// ```
///
/// Clones are one inbox. Endpoints with one have to be served within a Tokio runtime: deliveries are
/// committed by its tasks.
pub struct Inbox<S: TaskStore> {
    store: Arc<S>,
    batcher: Batcher<S>,
    backoff: Backoff,
    endpoints: Arc<Mutex<Endpoints>>,
}

/// What resumes each task, by its name.
type Endpoints = BTreeMap<Arc<str>, Arc<dyn Resume>>;

impl<S: TaskStore> Inbox<S> {
    /// An inbox in a store.
    pub fn open(store: S) -> Self {
        Self::with_limits(store, Limits::default())
    }

    /// The same with limits of one's own for what waits to be stored.
    pub fn with_limits(store: S, limits: Limits) -> Self {
        let store = Arc::new(store);
        let batcher = Batcher::new(Arc::clone(&store), limits);
        Self { store, batcher, backoff: Backoff::default(), endpoints: Arc::default() }
    }

    /// How often handlers are tried, and when again: [`Backoff::default`] unless it is set. It holds for
    /// workers that are made from then on.
    pub fn backoff(mut self, backoff: Backoff) -> Self {
        self.backoff = backoff;
        self
    }

    /// The store, for what the inbox has no word for.
    pub fn store(&self) -> &Arc<S> {
        &self.store
    }

    /// A worker for the tasks of all endpoints that were given to this inbox so far. Tasks of other names
    /// wait for a worker that has them.
    ///
    /// Receivers and workers may be processes of their own, over one store: both make the same endpoints,
    /// one mounts them, the other works.
    pub fn work(&self) -> Worker<S> {
        let worker = Worker::new(Arc::clone(&self.store));
        self.endpoints().iter().fold(worker, |worker, (name, endpoint)| {
            worker.handle(name, Resumed(Arc::clone(endpoint)), self.backoff, u32::MAX)
        })
    }

    fn endpoints(&self) -> MutexGuard<'_, Endpoints> {
        self.endpoints.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: TaskStore> inbox::Inbox for Inbox<S> {
    fn join(&self, endpoint: Arc<dyn Resume>) -> Result<Arc<dyn Accept>, SetupError> {
        let names = endpoint.tasks();
        let mut endpoints = self.endpoints();
        for (place, name) in names.iter().enumerate() {
            // Stored under a name that was cut, it would never be found.
            if NewTask::new(name).handler() != &**name {
                return Err(SetupError::new(format!(
                    "a store cannot keep the name `{name}`: shorten the scope or the function's name"
                )));
            }
            if endpoints.contains_key(name) || names.iter().take(place).any(|other| other == name) {
                return Err(SetupError::new(format!(
                    "the inbox has a task `{name}` already: give the function another name, or this endpoint a scope of its own"
                )));
            }
        }
        endpoints.extend(names.into_iter().map(|name| (name, Arc::clone(&endpoint))));
        Ok(Arc::new(Accepting(self.batcher.clone())))
    }
}

/// Where endpoints send their deliveries.
struct Accepting<S: TaskStore>(Batcher<S>);

/// How long the batcher waits at most: endpoints have given up long before.
const LONGEST: Duration = Duration::from_secs(60);

impl<S: TaskStore> Accept for Accepting<S> {
    fn accept(&self, delivery: ToKeep) -> BoxFuture<'_, Result<inbox::Accepted, BoxError>> {
        let key = Key::new(*delivery.key.as_bytes());
        let new = NewDelivery::new(key, delivery.provider, delivery.retention, delivery.body)
            .scope(&delivery.scope)
            .event(delivery.event.as_deref())
            .sender_id(delivery.id.as_deref())
            .signed_at(delivery.signed_at.map(Moment::from))
            .head(delivery.head);
        let new = delivery.tasks.iter().fold(new, |new, task| new.task(NewTask::new(task)));
        Box::pin(async move {
            match self.0.accept(new, LONGEST).await? {
                Accepted::New(_) => Ok(inbox::Accepted::New),
                Accepted::Duplicate(_) => Ok(inbox::Accepted::Duplicate),
            }
        })
    }
}

/// An endpoint's handler, run on tasks.
struct Resumed(Arc<dyn Resume>);

impl<S: TaskStore> Run<S> for Resumed {
    fn run(&self, job: Job<S>) -> BoxFuture<'_, Verdict> {
        Box::pin(async move {
            let job = Arc::new(job);
            let mut extensions = Extensions::new();
            extensions.insert(Attempt(job.task().attempt));
            extensions.insert(Arc::clone(&job));
            let body = job.task().body.clone();
            match self.0.resume(&job.task().head, body, &extensions).await {
                Ok(Dispatched::Handled(_)) => Verdict::Done,
                Ok(Dispatched::Unhandled) => {
                    Verdict::Skipped("its handler does not take this event")
                }
                Ok(Dispatched::Failed(Failure::Undecodable(error))) => {
                    Verdict::Unreadable(error.into())
                }
                Ok(Dispatched::Failed(Failure::Handler(error))) => Verdict::Failed(error),
                Ok(Dispatched::Failed(failure)) => Verdict::Failed(failure.into()),
                Err(error) => Verdict::Unreadable(error),
            }
        })
    }
}

impl<S: TaskStore> Clone for Inbox<S> {
    fn clone(&self) -> Self {
        Self {
            store: Arc::clone(&self.store),
            batcher: self.batcher.clone(),
            backoff: self.backoff,
            endpoints: Arc::clone(&self.endpoints),
        }
    }
}

impl<S: TaskStore> fmt::Debug for Inbox<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inbox")
            .field("store", &self.store)
            .field("tasks", &self.endpoints().keys())
            .finish_non_exhaustive()
    }
}
