//! A clock that stands still until it is set.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use crate::clock::Clock;

/// A clock for tests: it stands still until it is set. Clones share the time.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::Duration;
/// use webhook_kit::{Clock, testing::TestClock};
///
/// let clock = TestClock::default();
/// let before = clock.now();
/// clock.clone().advance(Duration::from_secs(301));
/// assert_eq!(clock.now(), before + Duration::from_secs(301));
/// ```
#[derive(Debug, Clone)]
pub struct TestClock(Arc<Mutex<SystemTime>>);

impl TestClock {
    /// A clock that shows this time.
    pub fn at(time: SystemTime) -> Self {
        Self(Arc::new(Mutex::new(time)))
    }

    /// Sets the time.
    pub fn set(&self, time: SystemTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }

    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        let now = self.now();
        self.set(now.checked_add(by).unwrap_or(now));
    }
}

/// The second 1,700,000,000: 14 November 2023.
impl Default for TestClock {
    fn default() -> Self {
        Self::at(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))
    }
}

impl Clock for TestClock {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
