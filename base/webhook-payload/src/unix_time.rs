//! Times as numbers.

use std::{
    fmt,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

/// A time as a whole number of seconds since 1970-01-01T00:00:00Z, in UTC.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use webhook_payload::UnixTime;
///
/// let paid: UnixTime = serde_json::from_str("1657323346")?;
/// assert_eq!(paid.seconds(), 1_657_323_346);
/// assert_eq!(paid.instant(), Some(UNIX_EPOCH + Duration::from_secs(1_657_323_346)));
///
/// assert!(serde_json::from_str::<UnixTime>("1657323346.5").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnixTime(i64);

impl UnixTime {
    /// The number, as the sender wrote it.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// The instant, if this platform's clock has it.
    pub fn instant(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
    }
}

impl From<i64> for UnixTime {
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

impl fmt::Debug for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnixTime").field(&self.0).finish()
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::UnixTime;

    #[test]
    fn instants_are_before_and_after_1970_and_never_overflow() {
        let second = Duration::from_secs(1);
        assert_eq!(UnixTime::from(-1).instant(), UNIX_EPOCH.checked_sub(second));
        assert_eq!(UnixTime::from(0).instant(), Some(UNIX_EPOCH));
        let _ = UnixTime::from(i64::MIN).instant();
        let _ = UnixTime::from(i64::MAX).instant();
    }
}
