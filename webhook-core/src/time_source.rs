//! The clock and the timer of those to whom none is given: the system's, or what a program installs.

use std::{
    sync::{Arc, OnceLock},
    time::SystemTime,
};

use crate::{
    clock::{Clock, SystemClock},
    error::SetupError,
    timer::{SystemTimer, Timer},
};

/// Whether the standard library has a clock and threads. On this target it panics when it is asked.
const HAS_SYSTEM: bool = !cfg!(all(target_family = "wasm", target_os = "unknown"));

static INSTALLED: OnceLock<TimeSource> = OnceLock::new();

/// Where time is taken from, and what is waited with.
#[derive(Clone)]
struct TimeSource {
    clock: Arc<dyn Clock>,
    timer: Arc<dyn Timer>,
}

/// Gives a program the clock and the timer that endpoints and verifiers have unless `.clock(..)` and
/// `.timer(..)` give them others: once, before the first of them is made.
///
/// Most programs need none: the system has both. On `wasm32-unknown-unknown` it has neither, and no
/// endpoint or verifier is made there without this.
///
/// ```no_run
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
///
/// // Of the host: `Date.now()` and `setTimeout` of JavaScript, for example.
/// # fn milliseconds() -> u64 { 0 }
/// # async fn sleep(_: Duration) {}
/// webhook_kit::install_time(
///     || SystemTime::UNIX_EPOCH + Duration::from_millis(milliseconds()),
///     |duration| sleep(duration),
/// )?;
/// # Ok::<(), webhook_kit::SetupError>(())
/// ```
///
/// # Errors
///
/// [`SetupError`] if it was called before: what was made since then would go by another clock.
pub fn install_time(clock: impl Clock, timer: impl Timer) -> Result<(), SetupError> {
    let given = TimeSource { clock: Arc::new(clock), timer: Arc::new(timer) };
    INSTALLED.set(given).map_err(|_| {
        SetupError::new("a clock and a timer were installed before: call `install_time` once")
    })
}

/// The clock of who was given none.
pub(crate) fn clock() -> Result<Arc<dyn Clock>, SetupError> {
    found(INSTALLED.get(), HAS_SYSTEM).map(|found| found.clock)
}

/// The timer of who was given none.
pub(crate) fn timer() -> Result<Arc<dyn Timer>, SetupError> {
    found(INSTALLED.get(), HAS_SYSTEM).map(|found| found.timer)
}

/// The time now, for what is signed; the beginning of time where there is no clock.
pub(crate) fn now() -> SystemTime {
    clock().map_or(SystemTime::UNIX_EPOCH, |clock| clock.now())
}

fn found(installed: Option<&TimeSource>, has_system: bool) -> Result<TimeSource, SetupError> {
    match installed {
        Some(installed) => Ok(installed.clone()),
        None if has_system => {
            Ok(TimeSource { clock: Arc::new(SystemClock), timer: Arc::new(SystemTimer) })
        }
        None => Err(SetupError::new(
            "there is no clock and no timer on this target: before anything is made, install with \
             `install_time` what `.clock(..)` and `.timer(..)` would be given",
        )),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::Arc,
        time::{Duration, SystemTime},
    };

    use super::{TimeSource, found};

    /// What a target without a clock says; none is at hand here.
    #[test]
    fn without_a_clock_nothing_is_made() {
        let refused = found(None, false).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(refused.contains("`.clock(..)` and `.timer(..)`"), "{refused}");
        let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let timer = |_: Duration| std::future::ready(());
        let given = TimeSource { clock: Arc::new(move || noon), timer: Arc::new(timer) };
        for has_system in [false, true] {
            let found = found(Some(&given), has_system).unwrap();
            assert_eq!(found.clock.now(), noon);
        }
        assert!(found(None, true).unwrap().clock.now() > noon);
    }
}
