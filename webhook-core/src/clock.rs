//! Time as an input.

use std::time::SystemTime;

/// Where an endpoint or a verifier takes the time from.
///
/// Any function that returns a [`SystemTime`] is a clock, which is how tests set theirs:
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::Clock;
///
/// let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
/// let stopped = move || noon;
/// assert_eq!(stopped.now(), noon);
/// ```
pub trait Clock: Send + Sync + 'static {
    /// The time now.
    fn now(&self) -> SystemTime;
}

impl<F: Fn() -> SystemTime + Send + Sync + 'static> Clock for F {
    fn now(&self) -> SystemTime {
        self()
    }
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }
}
