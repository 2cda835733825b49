//! Dates as HTTP writes them ([RFC 9110, section
//! 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7)): `Sun, 06 Nov 1994 08:49:37 GMT`.
//!
//! The two forms of before 1999 are not read: whoever signs a date writes this one.

use std::time::{Duration, SystemTime};

const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SECONDS_A_DAY: u64 = 86_400;

/// Reads a date. It has to be the very text that is written for that moment, so that a wrong day of
/// the week, or a second too many, is none.
pub(crate) fn read(text: &str) -> Option<SystemTime> {
    let (_, rest) = text.split_once(", ")?;
    let mut words = rest.splitn(4, ' ');
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let time = words.next()?.strip_suffix(" GMT")?;
    let month = MONTHS.iter().position(|name| *name == month)?.checked_add(1)?;
    let at = webhook_payload::parse_rfc3339(&format!("{year}-{month:02}-{day}T{time}Z"))?;
    (write(at)? == text).then_some(at)
}

/// Writes a moment; one of before 1970 or after 9999 is none that a sender signs at.
pub(crate) fn write(at: SystemTime) -> Option<String> {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    if since >= Duration::from_secs(253_402_300_800) {
        return None;
    }
    let text = humantime::format_rfc3339_seconds(at).to_string();
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let mut numbers = date.split('-');
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let weekday = since.as_secs() / SECONDS_A_DAY % 7;
    let weekday = DAYS.get(usize::try_from(weekday).ok()?)?;
    Some(format!("{weekday}, {day} {month} {year} {time} GMT"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        // The example of the RFC, and what `date -u` says of others.
        for (seconds, text) in [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_767_323_045, "Fri, 02 Jan 2026 03:04:05 GMT"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        ] {
            let at = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(write(at).as_deref(), Some(text));
            assert_eq!(read(text), Some(at));
        }
        let late = SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_800);
        assert_eq!(write(late), None);
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Sun, 6 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 UTC",
            "Sun, 06 Nov 1994 08:49:37 GMT ",
            "Sun, 06 nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:60 GMT",
            "Sun, 31 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov +1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37.5 GMT",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
