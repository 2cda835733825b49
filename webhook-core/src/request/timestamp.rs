//! Timestamps: read strictly, compared with saturating arithmetic.

use std::time::{Duration, SystemTime};

use crate::{grammar::Unit, rejection::Rejection};

/// A number over this one is in milliseconds where the unit is `auto`: as seconds it would lie
/// after the year 5100.
const MAX_AUTO_SECONDS: u64 = 99_999_999_999;

/// A timestamp that could be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) at: SystemTime,
    step: Step,
}

/// The finest step of a unit: a clock is compared in the same steps, so that a tolerance of five
/// minutes takes a delivery of 300.9 s ago if its sender counts whole seconds.
#[derive(Debug, Clone, Copy)]
enum Step {
    Second,
    Millisecond,
}

/// Reads a timestamp: digits only, without sign, blanks or leading zeros; or RFC 3339, or
/// a date of HTTP.
pub(crate) fn read(text: &[u8], unit: Unit) -> Option<Moment> {
    let (since_epoch, step) = match unit {
        Unit::Rfc3339 => {
            let at = webhook_payload::parse_rfc3339(std::str::from_utf8(text).ok()?)?;
            return Some(Moment { at, step: Step::Millisecond });
        }
        Unit::HttpDate => {
            let at = super::http_date::read(std::str::from_utf8(text).ok()?)?;
            return Some(Moment { at, step: Step::Second });
        }
        Unit::Seconds => (Duration::from_secs(digits(text)?), Step::Second),
        Unit::Milliseconds => (Duration::from_millis(digits(text)?), Step::Millisecond),
        Unit::Auto => match digits(text)? {
            seconds @ 0..=MAX_AUTO_SECONDS => (Duration::from_secs(seconds), Step::Second),
            milliseconds => (Duration::from_millis(milliseconds), Step::Millisecond),
        },
    };
    let at = SystemTime::UNIX_EPOCH.checked_add(since_epoch)?;
    Some(Moment { at, step })
}

fn digits(text: &[u8]) -> Option<u64> {
    if matches!(text, [] | [b'0', _, ..]) {
        return None;
    }
    let mut number = 0_u64;
    for byte in text {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    Some(number)
}

impl Moment {
    /// A moment that was read by others, counted in whole seconds.
    pub(crate) fn at_second(at: SystemTime) -> Self {
        Self { at, step: Step::Second }
    }

    /// Whether the moment is no further from `now` than `tolerance`, in either direction.
    pub(crate) fn check(self, now: SystemTime, tolerance: Duration) -> Result<(), Rejection> {
        // As the clock would be if it counted in these steps: that is behind what it says.
        match now.duration_since(self.at) {
            Ok(age) => match age.saturating_sub(self.step.begun(age)) {
                age if age > tolerance => Err(Rejection::Stale { age }),
                _ => Ok(()),
            },
            Err(error) => {
                let ahead = error.duration();
                let begun = self.step.begun(ahead);
                let missing =
                    if begun.is_zero() { begun } else { self.step.length().saturating_sub(begun) };
                match ahead.saturating_add(missing) {
                    ahead if ahead > tolerance => Err(Rejection::Future { ahead }),
                    _ => Ok(()),
                }
            }
        }
    }
}

impl Step {
    fn length(self) -> Duration {
        match self {
            Self::Second => Duration::from_secs(1),
            Self::Millisecond => Duration::from_millis(1),
        }
    }

    /// What a duration has of a step that is not over.
    fn begun(self, duration: Duration) -> Duration {
        let nanos = duration.subsec_nanos();
        Duration::from_nanos(match self {
            Self::Second => nanos.into(),
            Self::Millisecond => (nanos % 1_000_000).into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, SystemTime, Unit, read};

    fn at(millis: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_millis(millis)
    }

    #[test]
    fn units() {
        let read = |text: &str, unit| read(text.as_bytes(), unit).map(|moment| moment.at);
        assert_eq!(read("1657323346", Unit::Seconds), Some(at(1_657_323_346_000)));
        assert_eq!(read("1657323346789", Unit::Milliseconds), Some(at(1_657_323_346_789)));
        assert_eq!(read("1657323346", Unit::Auto), Some(at(1_657_323_346_000)));
        assert_eq!(read("1657323346789", Unit::Auto), Some(at(1_657_323_346_789)));
        assert_eq!(read("99999999999", Unit::Auto), Some(at(99_999_999_999_000)));
        assert_eq!(read("100000000000", Unit::Auto), Some(at(100_000_000_000)));
        assert_eq!(read("2022-07-08T23:35:46Z", Unit::Rfc3339), Some(at(1_657_323_346_000)));
        assert_eq!(read("0", Unit::Seconds), Some(at(0)));
    }

    #[test]
    fn only_plain_digits_are_read() {
        for text in [
            "",
            " 1",
            "1 ",
            "+1",
            "-1",
            "01",
            "1.0",
            "1e3",
            "0x1",
            "1_000",
            "١",
            "NaN",
            "1abc",
            "-9223372036854775808",
            "99999999999999999999",
            "\u{0}",
        ] {
            for unit in [Unit::Seconds, Unit::Milliseconds, Unit::Auto] {
                assert!(read(text.as_bytes(), unit).is_none(), "{text:?}");
            }
        }
        assert!(read(b"\xff", Unit::Seconds).is_none());
    }

    #[test]
    fn extremes_do_not_overflow() {
        for text in ["9223372036854775807", "9223372036854775808", "18446744073709551615"] {
            for unit in [Unit::Seconds, Unit::Milliseconds, Unit::Auto] {
                if let Some(moment) = read(text.as_bytes(), unit) {
                    assert!(moment.check(at(0), Duration::from_secs(300)).is_err());
                }
            }
        }
    }

    #[test]
    fn the_edges_of_the_tolerance_are_inside() {
        let moment = read(b"1700000000", Unit::Seconds).unwrap();
        let tolerance = Duration::from_secs(300);
        let check = |millis| moment.check(at(millis), tolerance).is_ok();
        assert!(check(1_700_000_000_000));
        assert!(check(1_700_000_300_000));
        assert!(check(1_700_000_300_999), "whole seconds are compared with whole seconds");
        assert!(!check(1_700_000_301_000));
        assert!(check(1_699_999_700_000));
        assert!(!check(1_699_999_699_999));
    }

    /// The clock counts in the sender's steps: one that has begun is not over.
    #[test]
    fn a_clock_within_a_step_is_at_its_beginning() {
        let check = |text: &str, unit, micros| {
            let now = SystemTime::UNIX_EPOCH + Duration::from_micros(micros);
            read(text.as_bytes(), unit).unwrap().check(now, Duration::from_secs(300)).is_ok()
        };
        let seconds = |micros| check("1700000000", Unit::Seconds, micros);
        assert!(seconds(1_700_000_300_999_999) && !seconds(1_700_000_301_000_000));
        assert!(seconds(1_699_999_700_000_001) && seconds(1_699_999_700_999_999));
        assert!(!seconds(1_699_999_699_999_999));
        let milliseconds = |micros| check("1700000000000", Unit::Milliseconds, micros);
        assert!(milliseconds(1_700_000_300_000_999) && !milliseconds(1_700_000_300_001_000));
        assert!(milliseconds(1_699_999_700_000_001) && milliseconds(1_699_999_700_000_999));
        assert!(!milliseconds(1_699_999_699_999_999));
    }
}
