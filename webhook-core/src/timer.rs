//! Waiting as an input.

use std::{
    collections::BTreeMap,
    fmt,
    future::Future,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
    thread,
    time::{Duration, Instant},
};

/// What ends a wait for a body that does not come.
///
/// Any function from a [`Duration`] to a future is a timer, so a runtime's own is one, and tests give
/// theirs:
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::Duration;
/// use webhook_kit::Timer;
///
/// fn is_timer(_: impl Timer) {}
/// is_timer(tokio::time::sleep);
/// is_timer(|_: Duration| std::future::ready(())); // everything is late
/// ```
pub trait Timer: Send + Sync + 'static {
    /// A future that ends after this time.
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>>;
}

impl<F, S> Timer for F
where
    F: Fn(Duration) -> S + Send + Sync + 'static,
    S: Future<Output = ()> + Send + 'static,
{
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(self(duration))
    }
}

/// The system's timer: works under every runtime, and without any.
///
/// It is a thread, one for the whole process, that is there only while something sleeps. Where the
/// system gives no thread, sleeps do not end.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemTimer;

impl Timer for SystemTimer {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        // A time that the clock cannot count never comes.
        let end = Instant::now().checked_add(duration);
        Box::pin(Sleep { end, serial: None, alarm: &ALARM })
    }
}

static ALARM: Alarm = Alarm::new();

/// Those who sleep, in the order in which they are woken, and the thread that wakes them.
struct Alarm {
    watch: Mutex<Watch>,
    earlier: Condvar,
}

struct Watch {
    sleepers: BTreeMap<(Instant, u64), Waker>,
    last_serial: u64,
    /// When the thread looks next; `None` while there is none.
    looks_at: Option<Instant>,
}

struct Sleep {
    end: Option<Instant>,
    serial: Option<u64>,
    alarm: &'static Alarm,
}

impl Alarm {
    const fn new() -> Self {
        let watch = Watch { sleepers: BTreeMap::new(), last_serial: 0, looks_at: None };
        Self { watch: Mutex::new(watch), earlier: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Watch> {
        // No foreign code runs under the lock, so a poisoned watch is still a whole one.
        self.watch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sees to it that somebody looks at this time. What is asked for mostly ends later than what was
    /// asked for before, so mostly nobody has to be told.
    fn set(&'static self, watch: &mut Watch, end: Instant) {
        match watch.looks_at {
            Some(at) if at <= end => {}
            Some(_) => {
                watch.looks_at = Some(end);
                self.earlier.notify_one();
            }
            None => {
                let thread = thread::Builder::new().name("webhook-timer".to_owned());
                watch.looks_at = thread.spawn(|| self.ring()).ok().map(|_| end);
            }
        }
    }

    /// The thread: wakes who is due, and ends when nobody sleeps.
    fn ring(&self) {
        let mut watch = self.lock();
        loop {
            let now = Instant::now();
            let later = watch.sleepers.split_off(&(now, u64::MAX));
            let due = mem::replace(&mut watch.sleepers, later);
            if !due.is_empty() {
                drop(watch);
                for waker in due.into_values() {
                    // A runtime that panics must not leave all others without a timer.
                    let _ = catch_unwind(AssertUnwindSafe(|| waker.wake()));
                }
                watch = self.lock();
                continue;
            }
            watch.looks_at = watch.sleepers.first_key_value().map(|((end, _), _)| *end);
            let Some(end) = watch.looks_at else { return };
            let wait = end.saturating_duration_since(now);
            watch =
                self.earlier.wait_timeout(watch, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let Some(end) = self.end else { return Poll::Pending };
        if end <= Instant::now() {
            return Poll::Ready(());
        }
        let waker = cx.waker().clone();
        let alarm = self.alarm;
        let mut watch = alarm.lock();
        let serial = *self.serial.get_or_insert_with(|| {
            watch.last_serial = watch.last_serial.wrapping_add(1);
            watch.last_serial
        });
        let before = watch.sleepers.insert((end, serial), waker);
        alarm.set(&mut watch, end);
        drop(watch);
        // Wakers are foreign code: dropped when nothing is locked.
        drop(before);
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let (Some(end), Some(serial)) = (self.end, self.serial) {
            let waker = self.alarm.lock().sleepers.remove(&(end, serial));
            drop(waker);
        }
    }
}

impl fmt::Debug for Alarm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Alarm(..)")
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
            mpsc,
        },
        task::Wake,
    };

    use super::*;

    /// An alarm that no other test sleeps by.
    fn alarm() -> &'static Alarm {
        Box::leak(Box::new(Alarm::new()))
    }

    fn sleep(alarm: &'static Alarm, duration: Duration) -> Sleep {
        Sleep { end: Instant::now().checked_add(duration), serial: None, alarm }
    }

    struct Bell(mpsc::Sender<u8>, u8);

    impl Wake for Bell {
        fn wake(self: Arc<Self>) {
            self.0.send(self.1).unwrap();
        }
    }

    /// Begins to sleep; `None` if the machine was so busy that the time is over already.
    fn asleep(
        alarm: &'static Alarm,
        duration: Duration,
        wake: Arc<impl Wake + Send + Sync + 'static>,
    ) -> Option<Pin<Box<Sleep>>> {
        let mut sleep = Box::pin(sleep(alarm, duration));
        poll(&mut sleep, wake).is_pending().then_some(sleep)
    }

    fn poll(sleep: &mut Pin<Box<Sleep>>, wake: Arc<impl Wake + Send + Sync + 'static>) -> Poll<()> {
        sleep.as_mut().poll(&mut Context::from_waker(&Waker::from(wake)))
    }

    /// Tries with longer times, until the machine is not too busy for them.
    fn undisturbed(test: impl Fn(Duration) -> Option<()>) {
        let passed = (0..10).find_map(|round| test(Duration::from_millis(10 << round)));
        passed.expect("a machine that runs its threads within five seconds");
    }

    #[test]
    fn sleepers_are_woken_in_the_order_of_their_ends() {
        undisturbed(|step| {
            let alarm = alarm();
            let (sender, rung) = mpsc::channel();
            let mut sleeps = Vec::new();
            for name in [3, 1, 2] {
                let bell = Arc::new(Bell(sender.clone(), name));
                sleeps.push(asleep(alarm, step * u32::from(name), bell)?);
            }
            assert_eq!([(); 3].map(|()| rung.recv().unwrap()), [1, 2, 3]);
            let mut context = Context::from_waker(Waker::noop());
            assert!(sleeps.iter_mut().all(|sleep| sleep.as_mut().poll(&mut context).is_ready()));
            Some(())
        });
    }

    #[test]
    fn the_thread_ends_and_another_begins() {
        undisturbed(|step| {
            let alarm = alarm();
            let (sender, rung) = mpsc::channel();
            for round in 0..3 {
                let _sleep = asleep(alarm, step, Arc::new(Bell(sender.clone(), round)))?;
                assert_eq!(rung.recv().unwrap(), round);
                while alarm.lock().looks_at.is_some() {
                    thread::yield_now();
                }
            }
            Some(())
        });
    }

    #[test]
    fn what_is_dropped_leaves_nothing_behind() {
        let alarm = alarm();
        let mut context = Context::from_waker(Waker::noop());
        let mut sleeps: Vec<_> =
            (0..1000).map(|_| Box::pin(sleep(alarm, Duration::from_secs(3600)))).collect();
        for _ in 0..2 {
            assert!(sleeps.iter_mut().all(|sleep| sleep.as_mut().poll(&mut context).is_pending()));
            assert_eq!(alarm.lock().sleepers.len(), 1000);
        }
        drop(sleeps);
        assert_eq!(alarm.lock().sleepers.len(), 0);
    }

    #[test]
    fn the_waker_of_the_last_poll_is_woken() {
        undisturbed(|step| {
            let alarm = alarm();
            let (sender, rung) = mpsc::channel();
            let mut sleep = asleep(alarm, step, Arc::new(Bell(sender.clone(), 1)))?;
            if poll(&mut sleep, Arc::new(Bell(sender, 2))).is_ready() {
                return None;
            }
            assert_eq!(rung.iter().collect::<Vec<_>>(), [2], "the first was dropped unheard");
            Some(())
        });
    }

    #[test]
    fn a_waker_that_panics_spoils_nothing() {
        struct Bomb(AtomicUsize);
        impl Wake for Bomb {
            fn wake(self: Arc<Self>) {
                self.0.fetch_add(1, Ordering::SeqCst);
                panic!("a runtime that fails");
            }
        }
        undisturbed(|step| {
            let alarm = alarm();
            let bomb = Arc::new(Bomb(AtomicUsize::new(0)));
            let (sender, rung) = mpsc::channel();
            let _first = asleep(alarm, step, Arc::clone(&bomb))?;
            let _second = asleep(alarm, step * 2, Arc::new(Bell(sender, 1)))?;
            assert_eq!(rung.recv().unwrap(), 1);
            assert_eq!(bomb.0.load(Ordering::SeqCst), 1);
            Some(())
        });
    }

    #[test]
    fn a_time_beyond_all_clocks_never_comes() {
        let mut context = Context::from_waker(Waker::noop());
        let mut never = SystemTimer.sleep(Duration::MAX);
        assert!(never.as_mut().poll(&mut context).is_pending());
        let mut now = SystemTimer.sleep(Duration::ZERO);
        assert!(now.as_mut().poll(&mut context).is_ready());
    }
}
