//! Many deliveries: at a rate, over several connections, with what they took.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use hdrhistogram::Histogram;
use http::{Request, StatusCode};
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use tokio::time::{Instant, sleep_until};

use super::client::{Connection, Target};
use crate::failure::Failure;

/// How many, and how fast.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) repeat: u64,
    /// A second; as fast as answers come if absent.
    pub(crate) rate: Option<f64>,
    pub(crate) connections: u64,
}

/// What became of them.
#[derive(Debug)]
pub(crate) struct Summary {
    /// How many were answered with each status.
    pub(crate) statuses: BTreeMap<u16, u64>,
    /// How many were not answered, and why the first of them was not.
    pub(crate) unanswered: u64,
    pub(crate) first_error: Option<String>,
    pub(crate) elapsed: Duration,
    /// Microseconds. With a rate they count from the moment at which a delivery was due, so that
    /// a server that stalls is not excused from the deliveries that waited meanwhile.
    pub(crate) latency: Histogram<u64>,
}

impl Summary {
    fn empty() -> Result<Self, Failure> {
        Ok(Self {
            statuses: BTreeMap::new(),
            unanswered: 0,
            first_error: None,
            elapsed: Duration::ZERO,
            latency: Histogram::new_with_bounds(1, 600_000_000, 3).map_err(|error| {
                Failure::Usage { what: error.to_string(), remedy: "this is a bug, please report" }
            })?,
        })
    }

    fn add(&mut self, other: Self) {
        for (status, count) in other.statuses {
            let of_status = self.statuses.entry(status).or_default();
            *of_status = of_status.saturating_add(count);
        }
        self.unanswered = self.unanswered.saturating_add(other.unanswered);
        self.first_error = self.first_error.take().or(other.first_error);
        // The bounds are the same: nothing is lost.
        let _ = self.latency.add(other.latency);
    }

    /// How many were answered so.
    pub(crate) fn count(&self, counts: impl Fn(StatusCode) -> bool) -> u64 {
        let of_kind = |(status, count): (&u16, &u64)| {
            StatusCode::from_u16(*status).is_ok_and(&counts).then_some(*count)
        };
        self.statuses.iter().filter_map(of_kind).sum()
    }
}

/// Makes the delivery of a number, as of now.
pub(crate) type Make = dyn Fn(u64, SystemTime) -> Request<Bytes> + Send + Sync;

/// Sends them, and shows how far it is on a terminal.
pub(crate) async fn run(target: &Target, plan: Plan, make: Arc<Make>) -> Result<Summary, Failure> {
    // Nobody wants to wait for an address where nobody is.
    let first = target.connect().await?;
    let progress = bar(plan.repeat);
    let next = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let mut connection = Some(first);
    let mut workers = Vec::new();
    for _ in 0..plan.connections.min(plan.repeat) {
        let worker = Worker {
            target: target.clone(),
            plan,
            make: Arc::clone(&make),
            next: Arc::clone(&next),
            progress: progress.clone(),
            started,
            summary: Summary::empty()?,
        };
        workers.push(tokio::spawn(worker.run(connection.take())));
    }
    let mut summary = Summary::empty()?;
    for worker in workers {
        match worker.await {
            Ok(of_worker) => summary.add(of_worker),
            Err(error) => summary.first_error = Some(error.to_string()),
        }
    }
    summary.elapsed = started.elapsed();
    progress.finish_and_clear();
    Ok(summary)
}

fn bar(length: u64) -> ProgressBar {
    let bar = ProgressBar::new(length);
    let template = "{bar:30} {pos}/{len}  {rate}  {eta} left";
    let style = ProgressStyle::with_template(template);
    let rate = |state: &ProgressState, to: &mut dyn fmt::Write| {
        // Writing to the bar's text cannot fail.
        let _ = write!(to, "{:.0}/s", state.per_sec());
    };
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).with_key("rate", rate));
    bar
}

/// One connection, which takes the next number whenever it is free.
struct Worker {
    target: Target,
    plan: Plan,
    make: Arc<Make>,
    next: Arc<AtomicU64>,
    progress: ProgressBar,
    started: Instant,
    summary: Summary,
}

impl Worker {
    async fn run(mut self, mut connection: Option<Connection>) -> Summary {
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= self.plan.repeat {
                return self.summary;
            }
            let due = self.due(number);
            if let Some(due) = due {
                sleep_until(due).await;
            }
            let from = due.unwrap_or_else(Instant::now);
            match self.send(&mut connection, number).await {
                Ok(status) => {
                    let took = u64::try_from(from.elapsed().as_micros()).unwrap_or(u64::MAX);
                    self.summary.latency.saturating_record(took);
                    *self.summary.statuses.entry(status.as_u16()).or_default() += 1;
                }
                Err(why) => {
                    self.summary.unanswered += 1;
                    self.summary.first_error.get_or_insert(why);
                    connection = None;
                }
            }
            self.progress.inc(1);
        }
    }

    /// When a delivery is to be sent, if that is planned.
    #[allow(clippy::cast_precision_loss, reason = "2^52 deliveries are never sent")]
    fn due(&self, number: u64) -> Option<Instant> {
        let after = Duration::try_from_secs_f64(number as f64 / self.plan.rate?).ok()?;
        self.started.checked_add(after)
    }

    async fn send(
        &self,
        connection: &mut Option<Connection>,
        number: u64,
    ) -> Result<StatusCode, String> {
        let mut open = match connection.take().filter(Connection::is_open) {
            Some(open) => open,
            None => self.target.connect().await.map_err(|failure| failure.to_string())?,
        };
        let request = (self.make)(number, SystemTime::now());
        let answer = open.send(request).await.map_err(|why| why.to_string())?;
        *connection = Some(open);
        Ok(answer.status)
    }
}
