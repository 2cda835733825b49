//! One future that many wait for.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Wake, Waker},
    time::SystemTime,
};

use super::document::Keys;

/// What a fetch comes to: keys, and when they were fetched.
pub(super) type Landed = Result<(SystemTime, Arc<Keys>), Arc<str>>;

type Running = Pin<Box<dyn Future<Output = Landed> + Send>>;

/// A fetch under way. Whoever waits for it drives it, so that it does not end with the request that
/// began it, and needs no runtime to be spawned on.
pub(super) struct Flight {
    progress: Mutex<Progress>,
    waiting: Arc<Waiting>,
}

struct Progress {
    /// Absent while it is polled, when it is over, and after it panicked.
    running: Option<Running>,
    landed: Option<Landed>,
}

#[derive(Default)]
struct Waiting(Mutex<Vec<Waker>>);

impl Flight {
    pub(super) fn new(running: Running) -> Arc<Self> {
        Arc::new(Self {
            progress: Mutex::new(Progress { running: Some(running), landed: None }),
            waiting: Arc::default(),
        })
    }

    /// Whether somebody waits for it, where one more `Arc` keeps it: then it is driven.
    pub(super) fn is_driven(self: &Arc<Self>) -> bool {
        Arc::strong_count(self) > 1
    }

    /// Waits for the end.
    pub(super) async fn landed(self: Arc<Self>) -> Landed {
        std::future::poll_fn(|context| self.poll(context)).await
    }

    fn poll(&self, context: &Context<'_>) -> Poll<Landed> {
        self.waiting.add(context.waker());
        let mut progress = lock(&self.progress);
        if let Some(landed) = &progress.landed {
            return Poll::Ready(landed.clone());
        }
        let Some(mut running) = progress.running.take() else {
            return Poll::Ready(Err("the fetch panicked".into()));
        };
        let waker = Waker::from(Arc::clone(&self.waiting));
        match running.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(landed) => {
                progress.landed = Some(landed.clone());
                drop(progress);
                self.waiting.wake_all();
                Poll::Ready(landed)
            }
            Poll::Pending => {
                progress.running = Some(running);
                Poll::Pending
            }
        }
    }
}

impl Waiting {
    fn add(&self, waker: &Waker) {
        let mut wakers = lock(&self.0);
        if !wakers.iter().any(|known| known.will_wake(waker)) {
            wakers.push(waker.clone());
        }
    }

    fn wake_all(&self) {
        let wakers = std::mem::take(&mut *lock(&self.0));
        for waker in wakers {
            waker.wake();
        }
    }
}

impl Wake for Waiting {
    fn wake(self: Arc<Self>) {
        self.wake_all();
    }
}

/// A panic elsewhere leaves nothing half done here.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
