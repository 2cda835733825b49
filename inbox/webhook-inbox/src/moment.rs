//! A point in time as stores keep it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970, between the year 1970 and the year 9999: what every store can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(i64);

impl Moment {
    /// The last millisecond of the year 9999: "for ever".
    pub const MAX: Self = Self(253_402_300_799_999);

    /// The moment so many milliseconds after 1970, or the nearest that there is.
    pub const fn from_millis(millis: i64) -> Self {
        if millis < 0 {
            Self(0)
        } else if millis > Self::MAX.0 {
            Self::MAX
        } else {
            Self(millis)
        }
    }

    /// Milliseconds since 1970.
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// The moment after this one by `length`, at most [`MAX`](Self::MAX).
    pub fn saturating_add(self, length: Duration) -> Self {
        let millis = i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
        Self::from_millis(self.0.saturating_add(millis))
    }

    /// The moment before this one by `length`, at least the beginning of 1970.
    pub fn saturating_sub(self, length: Duration) -> Self {
        let millis = i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
        Self::from_millis(self.0.saturating_sub(millis))
    }

    /// How long it is from `earlier` to this one; nothing if it is not earlier.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or_default())
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

impl From<Moment> for SystemTime {
    fn from(moment: Moment) -> Self {
        UNIX_EPOCH + Duration::from_millis(u64::try_from(moment.0).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_stay_within_what_stores_hold() {
        assert_eq!(Moment::default().saturating_add(Duration::MAX), Moment::MAX);
        assert_eq!(Moment::MAX.saturating_sub(Duration::MAX), Moment::default());
        assert_eq!(Moment::default().since(Moment::MAX), Duration::ZERO);
        assert_eq!(Moment::from_millis(-1), Moment::default());
        let later = Moment::default().saturating_add(Duration::from_millis(7));
        assert_eq!((later.as_millis(), SystemTime::from(later).into()), (7, later));
    }
}
