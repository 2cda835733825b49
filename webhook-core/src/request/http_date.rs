//! Dates as HTTP writes them ([RFC 9110, section
//! 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7)): `Sun, 06 Nov 1994 08:49:37 GMT`.
//!
//! The two forms of before 1999 are not read: whoever signs a date writes this one.

use std::time::{Duration, SystemTime};

/// The first moment that cannot be written: the year 10000.
const END: Duration = Duration::from_secs(253_402_300_800);

/// Reads a date. It has to be the very text that is written for that moment, so that a wrong day of
/// the week, a second too many, or one of the older forms is none.
pub(crate) fn read(text: &str) -> Option<SystemTime> {
    let at = httpdate::parse_http_date(text).ok()?;
    (write(at)? == text).then_some(at)
}

/// Writes a moment; one of before 1970 or after 9999 is none that a sender signs at.
pub(crate) fn write(at: SystemTime) -> Option<String> {
    let since = at.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    (since < END).then(|| httpdate::fmt_http_date(at))
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
