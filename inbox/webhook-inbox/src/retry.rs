//! When a task that failed is tried again.

use std::{error::Error, fmt, time::Duration};

use crate::BoxError;

/// How often a handler is tried, and when again.
///
/// The waits double, from [`first`](Self::first) up to [`longest`](Self::longest), and each is drawn
/// between its half and one and a half of it, so that what failed together does not come back together.
///
/// ```
/// use std::time::Duration;
/// use webhook_inbox::Backoff;
///
/// let backoff = Backoff::default().first(Duration::from_secs(2)).attempts(3);
/// let least = backoff.wait(1, 0);
/// let most = backoff.wait(1, u64::MAX);
/// assert_eq!((least, most), (Some(Duration::from_secs(1)), Some(Duration::from_secs(3))));
/// assert_eq!(backoff.wait(3, 0), None, "three attempts, then it is dead");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    first: Duration,
    longest: Duration,
    attempts: u32,
}

impl Default for Backoff {
    /// Twenty attempts: after five seconds, ten, .. six hours; two days in all.
    fn default() -> Self {
        Self {
            first: Duration::from_secs(5),
            longest: Duration::from_secs(6 * 60 * 60),
            attempts: 20,
        }
    }
}

impl Backoff {
    /// How long after the first attempt the second is made.
    pub fn first(mut self, first: Duration) -> Self {
        self.first = first;
        self
    }

    /// How long the wait between two attempts becomes at most, before it is drawn.
    pub fn longest(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    /// How many attempts there are in all, at least one.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Whether an attempt of this number may be made at all.
    pub fn allows(&self, attempt: u32) -> bool {
        attempt <= self.attempts
    }

    /// How long to wait after this attempt, counted from 1, failed; `None` if it was the last one.
    /// `random` is any number, all of them equally likely.
    pub fn wait(&self, attempt: u32, random: u64) -> Option<Duration> {
        if attempt >= self.attempts {
            return None;
        }
        let doubled = 2_u32.saturating_pow(attempt.saturating_sub(1));
        let wait = self.first.saturating_mul(doubled).min(self.longest);
        let share = share(random);
        // Bounded by what a store can hold, and thus by what a float can say.
        Some(wait.min(Duration::from_secs(1 << 32)).mul_f64(0.5 + share))
    }
}

/// A number between 0 and 1, out of any number.
pub(crate) fn share(random: u64) -> f64 {
    // As many bits as such a number has exactly.
    f64::from(u32::try_from(random >> 32).unwrap_or_default()) / f64::from(u32::MAX)
}

/// An error of a handler that says when it is to be tried again.
///
/// Any error becomes one with `?`, and is tried again by the schedule. Beside an endpoint without an inbox
/// it is an error like any other.
///
/// ```
/// use std::time::Duration;
/// use webhook_inbox::Retry;
///
/// fn book(amount: &str) -> Result<u64, Retry> {
///     if amount.is_empty() {
///         return Err(Retry::never("an amount is missing"));
///     }
///     if amount == "pending" {
///         return Err(Retry::after(Duration::from_secs(60), "the invoice is not there yet"));
///     }
///     Ok(amount.parse()?)
/// }
///
/// assert!(book("").is_err_and(|retry| retry.is_never()));
/// ```
pub struct Retry(When, BoxError);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Scheduled,
    After(Duration),
    Never,
}

impl Retry {
    /// Tried again after so long, instead of when the schedule says. It still counts as an attempt.
    pub fn after(wait: Duration, error: impl Into<BoxError>) -> Self {
        Self(When::After(wait), error.into())
    }

    /// Not tried again: the task is dead, until its owner replays it.
    pub fn never(error: impl Into<BoxError>) -> Self {
        Self(When::Never, error.into())
    }

    /// Whether it is not to be tried again.
    pub fn is_never(&self) -> bool {
        self.0 == When::Never
    }

    /// What a handler's error says of it.
    pub(crate) fn said_by(error: &BoxError) -> When {
        error.downcast_ref::<Said>().map_or(When::Scheduled, |said| said.when)
    }
}

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Retry").field(&self.0).field(&self.1).finish()
    }
}

impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.1.fmt(f)
    }
}

/// `Retry` itself is no `Error`, so that `?` can make one of any error.
impl<E: Into<BoxError> + Error> From<E> for Retry {
    fn from(error: E) -> Self {
        Self(When::Scheduled, error.into())
    }
}

impl From<Retry> for BoxError {
    fn from(retry: Retry) -> Self {
        Box::new(Said { when: retry.0, error: retry.1 })
    }
}

/// A `Retry` as a boxed error.
#[derive(Debug)]
struct Said {
    when: When,
    error: BoxError,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl Error for Said {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_stay_within_their_bounds() {
        let backoff = Backoff::default();
        let middle = u64::MAX / 2;
        for attempt in 1..20 {
            let expected = Duration::from_secs(5 << (attempt - 1).min(20)).min(backoff.longest);
            let wait = backoff.wait(attempt, middle).unwrap();
            assert!(wait.abs_diff(expected) < Duration::from_millis(1), "{attempt}: {wait:?}");
        }
        assert_eq!(backoff.wait(20, middle), None);
        let endless =
            Backoff::default().first(Duration::MAX).longest(Duration::MAX).attempts(u32::MAX);
        assert!(endless.wait(u32::MAX - 1, u64::MAX).is_some(), "nothing overflows");
    }

    #[test]
    fn what_an_error_says_survives_its_box() {
        let said = |retry: Retry| Retry::said_by(&BoxError::from(retry));
        let minute = Duration::from_secs(60);
        assert_eq!(said(Retry::never("x")), When::Never);
        assert_eq!(said(Retry::after(minute, "x")), When::After(minute));
        assert_eq!(said(Retry::from(fmt::Error)), When::Scheduled);
        assert_eq!(Retry::said_by(&"x".into()), When::Scheduled);
        assert_eq!(BoxError::from(Retry::never("no amount")).to_string(), "no amount");
    }
}
