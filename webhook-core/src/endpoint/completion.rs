//! Handlers that run to their end, though their sender has hung up.

use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Poll, Waker},
};

/// What a runtime is given to run: a delivery's handler, and what follows it.
pub type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// How tasks are begun on a runtime.
#[derive(Clone)]
pub(super) struct Spawner(Arc<dyn Fn(Task) + Send + Sync>);

impl Spawner {
    pub(super) fn new(spawn: impl Fn(Task) + Send + Sync + 'static) -> Self {
        Self(Arc::new(spawn))
    }

    /// Begins a task and waits for what it gives; `None` if the runtime dropped it. Whoever waits may
    /// stop waiting: the task goes on.
    pub(super) async fn run<T, F>(&self, work: F) -> Option<T>
    where
        T: Send + 'static,
        F: Future<Output = T> + Send + 'static,
    {
        let slot = Arc::new(Slot(Mutex::new(Some(State::Working(None)))));
        let filled = Filling(Arc::clone(&slot));
        (self.0)(Box::pin(async move {
            let value = work.await;
            filled.0.set(State::Done(value));
        }));
        poll_fn(|cx| {
            let mut state = slot.lock();
            match state.take() {
                Some(State::Done(value)) => Poll::Ready(Some(value)),
                Some(State::Working(_)) => {
                    *state = Some(State::Working(Some(cx.waker().clone())));
                    Poll::Pending
                }
                None => Poll::Ready(None),
            }
        })
        .await
    }
}

impl fmt::Debug for Spawner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Spawner(..)")
    }
}

/// Where a task's value goes. Nothing is in it when the task was dropped.
struct Slot<T>(Mutex<Option<State<T>>>);

enum State<T> {
    Working(Option<Waker>),
    Done(T),
}

impl<T> Slot<T> {
    fn lock(&self) -> MutexGuard<'_, Option<State<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, new: State<T>) {
        let before = self.lock().replace(new);
        if let Some(State::Working(Some(waker))) = before {
            waker.wake();
        }
    }
}

struct Filling<T>(Arc<Slot<T>>);

impl<T> Drop for Filling<T> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        if let Some(State::Working(waker)) = &mut *state {
            let waker = waker.take();
            *state = None;
            drop(state);
            if let Some(waker) = waker {
                waker.wake();
            }
        }
    }
}

/// How many deliveries are being handled, and whether new ones are let in.
#[derive(Debug, Default)]
pub(super) struct Gate(Mutex<Count>);

#[derive(Debug, Default)]
struct Count {
    inside: usize,
    is_closed: bool,
    waiting: Vec<Waker>,
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, Count> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a delivery in, unless the gate is closed.
    pub(super) fn enter(self: &Arc<Self>) -> Option<Inside> {
        let mut count = self.lock();
        if count.is_closed {
            return None;
        }
        count.inside = count.inside.saturating_add(1);
        Some(Inside(Arc::clone(self)))
    }

    /// Closes the gate.
    pub(super) fn close(&self) {
        self.lock().is_closed = true;
    }

    /// Waits until nobody is inside.
    pub(super) async fn empty(&self) {
        poll_fn(|cx| {
            let mut count = self.lock();
            if count.inside == 0 {
                return Poll::Ready(());
            }
            if !count.waiting.iter().any(|waker| waker.will_wake(cx.waker())) {
                count.waiting.push(cx.waker().clone());
            }
            Poll::Pending
        })
        .await;
    }
}

/// A delivery that is being handled.
#[derive(Debug)]
pub(super) struct Inside(Arc<Gate>);

impl Drop for Inside {
    fn drop(&mut self) {
        let mut count = self.0.lock();
        count.inside = count.inside.saturating_sub(1);
        if count.inside == 0 {
            let waiting = std::mem::take(&mut count.waiting);
            drop(count);
            waiting.into_iter().for_each(Waker::wake);
        }
    }
}
