//! Timestamps: read strictly, compared with saturating arithmetic.

use std::time::{Duration, SystemTime};

use crate::{Rejection, grammar::Unit};

/// A number over this one is in milliseconds where the unit is `auto`: as seconds it would lie
/// after the year 5100.
const MAX_AUTO_SECONDS: u64 = 99_999_999_999;

/// A timestamp that could be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) at: SystemTime,
    /// The finest step of the unit: a clock is compared in the same steps, so that a tolerance of
    /// five minutes takes a delivery of 300.9 s ago if its sender counts whole seconds.
    step: Duration,
}

/// Reads a timestamp: digits only, without sign, blanks or leading zeros; or RFC 3339, or
/// a date of HTTP.
pub(crate) fn read(text: &[u8], unit: Unit) -> Option<Moment> {
    let text = std::str::from_utf8(text).ok()?;
    let second = Duration::from_secs(1);
    let millisecond = Duration::from_millis(1);
    let (since_epoch, step) = match unit {
        Unit::Rfc3339 => {
            let at = crate::value::parse_rfc3339(text)?;
            return Some(Moment { at, step: millisecond });
        }
        Unit::HttpDate => return super::http_date::read(text).map(Moment::at_second),
        Unit::Seconds => (Duration::from_secs(digits(text)?), second),
        Unit::Milliseconds => (Duration::from_millis(digits(text)?), millisecond),
        Unit::Auto => match digits(text)? {
            seconds @ 0..=MAX_AUTO_SECONDS => (Duration::from_secs(seconds), second),
            milliseconds => (Duration::from_millis(milliseconds), millisecond),
        },
    };
    let at = SystemTime::UNIX_EPOCH.checked_add(since_epoch)?;
    Some(Moment { at, step })
}

fn digits(text: &str) -> Option<u64> {
    let plain = !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

impl Moment {
    /// A moment that was read by others, counted in whole seconds.
    pub(crate) fn at_second(at: SystemTime) -> Self {
        Self { at, step: Duration::from_secs(1) }
    }

    /// Whether the moment is no further from `now` than `tolerance`, in either direction.
    pub(crate) fn check(self, now: SystemTime, tolerance: Duration) -> Result<(), Rejection> {
        let now = floor(now, self.step);
        match now.duration_since(self.at) {
            Ok(age) if age > tolerance => Err(Rejection::Stale { age }),
            Err(error) if error.duration() > tolerance => {
                Err(Rejection::Future { ahead: error.duration() })
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

fn floor(now: SystemTime, step: Duration) -> SystemTime {
    let Ok(since_epoch) = now.duration_since(SystemTime::UNIX_EPOCH) else { return now };
    // A step is a second or a part of one, so that no whole second is left over.
    let nanos = since_epoch.subsec_nanos();
    let rest = nanos.checked_rem(step.subsec_nanos()).unwrap_or(nanos);
    now.checked_sub(Duration::from_nanos(rest.into())).unwrap_or(now)
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
}
