//! Stores, genuine deliveries of Fincra and GitHub, handlers that note what they are given, and a worker.

use std::{
    fs, io,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use tokio::{sync::oneshot, task::JoinHandle};
use webhook_kit::{
    Delivery, Endpoint, Handler, Provider, RawEvent, Secret, State,
    inbox::{
        self, Attempt, Backoff, Filter, Inbox, Retry, TaskRow, TaskStore,
        sqlite::{self, Sqlite, rusqlite::Connection},
    },
    providers::{fincra, github},
    webhook,
};

pub(crate) const PAYOUT: &str =
    include_str!("../../webhook-providers/samples/fincra/payout.successful.json");

/// What handlers noted, and how they fail.
#[derive(Clone, Default)]
pub(crate) struct Notes {
    noted: Arc<Mutex<Vec<String>>>,
    failures: Arc<AtomicU32>,
}

impl Notes {
    pub(crate) fn failing(times: u32) -> Self {
        let notes = Self::default();
        notes.failures.store(times, Ordering::SeqCst);
        notes
    }

    pub(crate) fn note(&self, text: impl Into<String>) -> Result<(), io::Error> {
        self.noted.lock().expect("no panic").push(text.into());
        let left = self
            .failures
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if left.is_ok() { Err(io::Error::other("the ledger is closed")) } else { Ok(()) }
    }

    pub(crate) fn all(&self) -> Vec<String> {
        self.noted.lock().expect("no panic").clone()
    }
}

#[webhook(provider = "fincra", event = "payout.successful", ignore_others)]
pub(crate) async fn book(
    payout: fincra::Payout,
    State(notes): State<Notes>,
    attempt: Attempt,
) -> Result<(), Retry> {
    Ok(notes.note(format!("{} at attempt {}", payout.reference, attempt.0))?)
}

/// Everything of GitHub's, with what stood in the head.
#[webhook(provider = "github")]
pub(crate) async fn watch(
    event: RawEvent,
    delivery: Delivery,
    State(notes): State<Notes>,
) -> Result<(), Retry> {
    let header = delivery.unsigned().header("x-github-delivery");
    let header = header.and_then(|value| value.to_str().ok()).unwrap_or("none");
    Ok(notes.note(format!("{} {header}", event.name()))?)
}

pub(crate) fn secret() -> Secret {
    Secret::new("it is known to two")
}

pub(crate) fn payout() -> Request<Bytes> {
    fincra::Fincra::sign(&secret(), PAYOUT).request()
}

pub(crate) fn push() -> Request<Bytes> {
    let mut request = github::GitHub::sign(&secret(), r#"{"ref":"refs/heads/main"}"#)
        .header("x-github-event".parse().expect("a name"), "push".parse().expect("a value"))
        .request();
    let headers = request.headers_mut();
    headers.insert("x-github-delivery", "d-1".parse().expect("a value"));
    headers.insert("authorization", "Bearer of-a-proxy".parse().expect("a value"));
    request
}

/// A schedule that tests can wait for.
pub(crate) fn soon() -> Backoff {
    Backoff::default().first(Duration::from_millis(1)).longest(Duration::from_millis(2)).attempts(3)
}

pub(crate) fn open<S: TaskStore>(store: S) -> Inbox<S> {
    Inbox::open(store).backoff(soon())
}

pub(crate) fn with_inbox<H, S>(
    endpoint: Endpoint<H>,
    notes: &Notes,
    inbox: &Inbox<S>,
) -> Endpoint<H, Notes>
where
    H: Handler<State = Notes>,
    S: TaskStore,
{
    endpoint.state(notes.clone()).inbox(inbox).expect("a name of its own")
}

/// A file that is gone when the test is.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("webhook-inbox-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn store(&self) -> Sqlite {
        sqlite::file(self.0.join("inbox.db")).open().expect("a file")
    }

    /// A connection to the same file that is not the inbox's.
    pub(crate) fn connection(&self) -> Connection {
        Connection::open(self.0.join("inbox.db")).expect("a file")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A worker, until it is told to stop.
pub(crate) struct Working {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Working {
    pub(crate) fn on<S: TaskStore>(inbox: &Inbox<S>) -> Self {
        let (stop, stopped) = oneshot::channel();
        let worker = inbox.work().concurrency(4).poll(Duration::from_millis(5));
        Self { stop, task: tokio::spawn(worker.run(async { drop(stopped.await) })) }
    }

    pub(crate) async fn stop(self) {
        drop(self.stop);
        self.task.await.expect("no panic");
    }
}

/// Works until all tasks are finished, and says how they ended.
pub(crate) async fn worked<S: TaskStore>(inbox: &Inbox<S>) -> Vec<TaskRow> {
    let worker = Working::on(inbox);
    let rows = tokio::time::timeout(Duration::from_secs(20), async {
        loop {
            let rows = rows(inbox).await;
            let finished =
                |row: &TaskRow| row.finished_at.is_some() || row.state == inbox::State::Parked;
            if !rows.is_empty() && rows.iter().all(finished) {
                return rows;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    let rows = rows.await.expect("finished within 20 s");
    worker.stop().await;
    rows
}

pub(crate) async fn rows<S: TaskStore>(inbox: &Inbox<S>) -> Vec<TaskRow> {
    inbox.store().list(Filter::all(), 100).await.expect("a store that is there")
}

pub(crate) fn status(response: &Response<Bytes>) -> u16 {
    response.status().as_u16()
}

/// Runs a test over both stores.
macro_rules! over_both {
    ($($name:ident),* $(,)?) => {
        mod memory {
            $(#[tokio::test] async fn $name() {
                super::$name(webhook_kit::inbox::Memory::new()).await;
            })*
        }
        mod sqlite {
            $(#[tokio::test] async fn $name() {
                let place = crate::world::Place::new(stringify!($name));
                super::$name(place.store()).await;
            })*
        }
    };
}
pub(crate) use over_both;
