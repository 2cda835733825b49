//! The loop of a worker: completions, renewals and claims, all that came meanwhile in one commit.

use std::{collections::HashMap, pin::pin, sync::Arc, time::Duration};

use tokio::{
    select,
    sync::mpsc,
    task::AbortHandle,
    time::{Instant, sleep, sleep_until},
};

use super::{
    Report, Worker,
    execute::{Ended, execute},
};
use crate::{
    BoxFuture, Completion, Lease, Room, Settled, StoreError, Task, TaskResult, TaskStore, Turn,
    Turned, retry::share,
};

/// How often what is old is deleted, and how much at once.
const PRUNING: Duration = Duration::from_secs(60);
const PRUNED_AT_ONCE: u32 = 1_000;
/// How long a worker that stops tries to store what it still has.
const LAST_TRIES: Duration = Duration::from_secs(5);

pub(super) struct Turns<S: TaskStore> {
    worker: Arc<Worker<S>>,
    running: HashMap<Lease, Running>,
    /// What is to be stored in the next turn.
    ended: Vec<(Arc<Task>, TaskResult)>,
    sender: mpsc::UnboundedSender<(Arc<Task>, Ended)>,
    receiver: mpsc::UnboundedReceiver<(Arc<Task>, Ended)>,
    /// When it looks for tasks next.
    look_at: Instant,
    /// How often the store failed in a row.
    failures: u32,
}

/// A task whose handler runs here.
struct Running {
    task: Arc<Task>,
    renew_at: Instant,
    /// Somebody else has it; its handler runs on, and changes nothing any more.
    lost: bool,
    handle: AbortHandle,
}

impl<S: TaskStore> Turns<S> {
    pub(super) fn new(worker: Arc<Worker<S>>) -> Self {
        // Never fuller than as many tasks as run at once.
        let (sender, receiver) = mpsc::unbounded_channel();
        Self {
            worker,
            running: HashMap::new(),
            ended: Vec::new(),
            sender,
            receiver,
            look_at: Instant::now(),
            failures: 0,
        }
    }

    pub(super) async fn run(mut self, shutdown: impl Future<Output = ()>) {
        let store = Arc::clone(&self.worker.store);
        let pruning = self.worker.retention.map(|_| tokio::spawn(prune(Arc::clone(&self.worker))));
        let mut shutdown = pin!(shutdown);
        let mut wake = store.wake();
        loop {
            select! {
                biased;
                () = &mut shutdown => break,
                () = self.wait(&*store, &mut wake) => {}
            }
            // Not within the `select`: what a turn claims must not be dropped with its answer.
            if self.is_due() {
                self.turn(true).await;
            }
        }
        drop(wake);
        if let Some(pruning) = pruning {
            pruning.abort();
        }
        self.stop().await;
    }

    /// Waits until there is something to do.
    async fn wait<'s>(&mut self, store: &'s S, wake: &mut BoxFuture<'s, ()>) {
        // Without room nothing is looked for; room comes with something that ends.
        let look = (!self.rooms().0.is_empty()).then_some(self.look_at);
        // What ended waits only for a store that failed.
        let ended = (!self.ended.is_empty()).then_some(self.look_at);
        let next = [look, ended, self.next_renewal()].into_iter().flatten().min();
        if self.ended.is_empty() || self.failures > 0 {
            select! {
                Some((task, ended)) = self.receiver.recv() => self.note(task, ended),
                () = wake.as_mut(), if self.failures == 0 => {
                    *wake = store.wake();
                    self.look_at = Instant::now();
                }
                () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {}
            }
        }
        // All that ended meanwhile is in the same turn.
        while let Ok((task, ended)) = self.receiver.try_recv() {
            self.note(task, ended);
        }
    }

    /// Whether there is something to ask the store for.
    fn is_due(&self) -> bool {
        let now = Instant::now();
        let may = self.failures == 0 || self.look_at <= now;
        let ended = !self.ended.is_empty();
        let look = self.look_at <= now && !self.rooms().0.is_empty();
        may && (ended || look || self.next_renewal().is_some_and(|renewal| renewal <= now))
    }

    fn next_renewal(&self) -> Option<Instant> {
        self.running.values().filter(|one| !one.lost).map(|one| one.renew_at).min()
    }

    fn note(&mut self, task: Arc<Task>, ended: Ended) {
        match ended {
            Ended::ToStore(result) => self.ended.push((task, result)),
            Ended::Stored(settled) => {
                self.running.remove(&task.lease);
                self.tell(&task, &TaskResult::Done, settled);
                // There is room for another.
                self.look_at = Instant::now();
            }
            Ended::Unknown => {
                self.running.remove(&task.lease);
                self.worker.report(&Report::Unknown(&task));
            }
        }
    }

    async fn turn(&mut self, claims: bool) {
        let now = Instant::now();
        // What ended is not renewed: its completion is in this turn.
        let renewals: Vec<Lease> = self
            .running
            .iter()
            .filter(|(lease, one)| {
                !one.lost
                    && one.renew_at <= now
                    && !self.ended.iter().any(|(task, _)| task.lease == **lease)
            })
            .map(|(lease, _)| *lease)
            .collect();
        let (rooms, limit) = if claims { self.rooms() } else { (Vec::new(), 0) };
        let turn = Turn {
            completions: self
                .ended
                .iter()
                .map(|(task, result)| Completion { lease: task.lease, result: result.clone() })
                .collect(),
            renewals: renewals.clone(),
            rooms,
            limit,
            lease: self.worker.lease,
        };
        let handlers = turn.rooms.len();
        // The lease may have begun at any moment since: what is counted from here ends before it does.
        let begun = Instant::now();
        match self.worker.store.turn(turn).await {
            Ok(turned) => {
                self.failures = 0;
                self.turned(turned, &renewals, begun, handlers > 0);
            }
            Err(error) => self.failed(&error),
        }
    }

    fn failed(&mut self, error: &StoreError) {
        self.worker.report(&Report::StoreFailed(error));
        self.failures = self.failures.saturating_add(1);
        let wait = Duration::from_millis(50) * 2_u32.saturating_pow(self.failures.min(7) - 1);
        self.look_at = Instant::now() + wait.min(Duration::from_secs(5));
        // Renewals are due at once; they wait as well.
        for one in self.running.values_mut() {
            one.renew_at = one.renew_at.max(self.look_at);
        }
    }

    fn turned(&mut self, turned: Turned, renewals: &[Lease], begun: Instant, claimed: bool) {
        for ((task, result), settled) in
            std::mem::take(&mut self.ended).into_iter().zip(turned.completed)
        {
            self.running.remove(&task.lease);
            self.tell(&task, &result, settled);
        }
        for (lease, renewed) in renewals.iter().zip(turned.renewed) {
            if let Some(one) = self.running.get_mut(lease) {
                one.renew_at = begun + self.worker.lease / 3;
                one.lost = renewed == Settled::Lost;
            }
        }
        let wait = turned.next_in.unwrap_or(self.worker.poll).min(self.worker.poll);
        if claimed {
            // A store's times are whole milliseconds: asked exactly then, it may say "not yet".
            self.look_at = Instant::now() + wait + Duration::from_millis(1);
        }
        for task in turned.claimed {
            self.begin(Arc::new(task), begun);
        }
    }

    fn begin(&mut self, task: Arc<Task>, begun: Instant) {
        let Some(handler) = self.worker.handlers.get(&task.handler).cloned() else {
            // The store gave what nobody asked for: it goes back.
            self.ended.push((task, TaskResult::GivenBack));
            return;
        };
        let (worker, sender) = (Arc::clone(&self.worker), self.sender.clone());
        let ours = Arc::clone(&task);
        let handle = tokio::spawn(async move {
            let ended = execute(&worker, &handler, &ours).await;
            // The worker may be gone.
            let _ = sender.send((ours, ended));
        })
        .abort_handle();
        let renew_at = begun + self.worker.lease / 3;
        self.running.insert(task.lease, Running { task, renew_at, lost: false, handle });
    }

    /// How many tasks it takes: of each handler, and in all.
    fn rooms(&self) -> (Vec<Room>, u32) {
        let count = |tasks: usize| u32::try_from(tasks).unwrap_or(u32::MAX);
        let stored = |lease: &Lease| self.ended.iter().any(|(task, _)| task.lease == *lease);
        let mut used: HashMap<&str, usize> = HashMap::new();
        for one in self.running.iter().filter(|(lease, _)| !stored(lease)).map(|(_, one)| one) {
            *used.entry(&one.task.handler).or_default() += 1;
        }
        let limit = self.worker.concurrency.saturating_sub(count(used.values().sum()));
        let room = |name: &String, at_once: u32| {
            let used = used.get(name.as_str()).copied().unwrap_or_default();
            let tasks = at_once.saturating_sub(count(used)).min(limit);
            (tasks > 0).then(|| Room { handler: name.clone(), tasks })
        };
        let handlers = self.worker.handlers.iter();
        (handlers.filter_map(|(name, handler)| room(name, handler.limit)).collect(), limit)
    }

    fn tell(&self, task: &Task, result: &TaskResult, settled: Settled) {
        let report = match (settled, result) {
            (Settled::Lost, _) => Report::LeaseLost(task),
            (_, TaskResult::Done) => Report::Done(task),
            (_, TaskResult::Retry { after, error }) => {
                Report::Retried { task, after: *after, error }
            }
            (_, TaskResult::Dead(error)) => Report::Dead { task, error },
            (_, TaskResult::Parked(error)) => Report::Parked { task, error },
            (_, TaskResult::Skipped(reason)) => Report::Skipped { task, reason },
            (_, TaskResult::GivenBack) => Report::GivenBack(task),
        };
        self.worker.report(&report);
    }

    /// Lets handlers finish, and gives back what does not.
    async fn stop(mut self) {
        let deadline = Instant::now() + self.worker.grace;
        while !self.running.is_empty() && Instant::now() < deadline {
            let renewal = self.next_renewal().unwrap_or(deadline).min(deadline);
            if self.ended.is_empty() {
                select! {
                    Some((task, ended)) = self.receiver.recv() => self.note(task, ended),
                    () = sleep_until(renewal) => {}
                }
            } else if self.failures > 0 {
                sleep_until(self.look_at.min(deadline)).await;
            }
            while let Ok((task, ended)) = self.receiver.try_recv() {
                self.note(task, ended);
            }
            if !self.ended.is_empty() || self.next_renewal().is_some_and(|at| at <= Instant::now())
            {
                self.turn(false).await;
            }
        }
        for one in self.running.values().filter(|one| !one.lost) {
            one.handle.abort();
            if !self.ended.iter().any(|(task, _)| task.lease == one.task.lease) {
                self.ended.push((Arc::clone(&one.task), TaskResult::GivenBack));
            }
        }
        let deadline = Instant::now() + LAST_TRIES;
        while !self.ended.is_empty() && Instant::now() < deadline {
            self.turn(false).await;
            if self.failures > 0 {
                sleep_until(self.look_at.min(deadline)).await;
            }
        }
    }
}

/// Deletes what is old, now and then. Workers do not agree on who does it: deleting twice is deleting once.
async fn prune<S: TaskStore>(worker: Arc<Worker<S>>) {
    let Some(retention) = worker.retention else { return };
    loop {
        sleep(PRUNING.mul_f64(0.5 + share((worker.random)()))).await;
        loop {
            match worker.store.prune(retention, PRUNED_AT_ONCE).await {
                Ok(pruned) if pruned.deliveries.max(pruned.keys) >= u64::from(PRUNED_AT_ONCE) => {}
                Ok(_) => break,
                Err(error) => {
                    worker.report(&Report::StoreFailed(&error));
                    break;
                }
            }
        }
    }
}
