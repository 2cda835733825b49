//! Times in payloads.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A time as the sender wrote it, and the instant that it names.
///
/// Two forms name an instant: a date and time of [RFC 3339] with `Z` or an offset and any
/// number of decimals (beyond nanoseconds they are cut off), and a bare date `YYYY-MM-DD`,
/// which is read as its midnight in UTC; [`is_date`](Timestamp::is_date) tells them apart.
/// Instants before 1970 are not computed.
///
/// Any other text is kept and names none: a time that cannot be read must not cost the
/// delivery around it (published samples hold `@timestamp`). Only what is no JSON string is
/// an error.
///
/// Two of them are equal when their text is; compare instants to compare times.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use webhook_payload::Timestamp;
///
/// let paid = Timestamp::from("2022-07-09T00:35:46.500+01:00");
/// assert_eq!(paid.instant(), Some(UNIX_EPOCH + Duration::from_millis(1_657_323_346_500)));
/// assert_eq!(paid.as_str(), "2022-07-09T00:35:46.500+01:00");
///
/// assert!(Timestamp::from("2023-10-01").is_date());
/// assert_eq!(Timestamp::from("@timestamp").instant(), None);
/// ```
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Timestamp {
    text: Box<str>,
    instant: Option<SystemTime>,
}

impl Timestamp {
    /// The text, as the sender wrote it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The instant that the text names, if it names one.
    pub fn instant(&self) -> Option<SystemTime> {
        self.instant
    }

    /// Whether the text is a bare date, and its [`instant`](Timestamp::instant) therefore the
    /// midnight in UTC at which that date begins.
    pub fn is_date(&self) -> bool {
        self.instant.is_some() && self.text.len() == DATE_LEN
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self { text: Box::from(text), instant: instant(text) }
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self { instant: instant(&text), text: text.into_boxed_str() }
    }
}

impl FromStr for Timestamp {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Timestamp").field(&self.text).finish()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

const DATE_LEN: usize = "YYYY-MM-DD".len();
const TIME_LEN: usize = "YYYY-MM-DDThh:mm:ss".len();

fn instant(text: &str) -> Option<SystemTime> {
    if text.len() == DATE_LEN { parse_date(text) } else { parse_rfc3339(text) }
}

fn parse_date(text: &str) -> Option<SystemTime> {
    let mut midnight = [0; TIME_LEN];
    let (date, time) = midnight.split_at_mut_checked(DATE_LEN)?;
    date.copy_from_slice(text.as_bytes());
    time.copy_from_slice(b"T00:00:00");
    humantime::parse_rfc3339_weak(std::str::from_utf8(&midnight).ok()?).ok()
}

/// The instant of a date and time of RFC 3339 with `Z` or an offset, from 1970 on.
///
/// Strict where the RFC leaves room: the letters are upper case, a `T` stands between date
/// and time. A leap second is the second before it.
pub fn parse_rfc3339(text: &str) -> Option<SystemTime> {
    let (local, offset) = match text.strip_suffix('Z') {
        Some(local) => (local, Offset::default()),
        None => Offset::split(text)?,
    };
    // The crate is lenient about the separator and about what follows the seconds.
    let (time, decimals) = local.split_at_checked(TIME_LEN)?;
    if time.as_bytes().get(DATE_LEN) != Some(&b'T') {
        return None;
    }
    if let Some(digits) = decimals.strip_prefix('.') {
        (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(())?;
    } else if !decimals.is_empty() {
        return None;
    }
    let local = humantime::parse_rfc3339_weak(local).ok()?;
    if offset.west {
        local.checked_add(offset.from_utc)
    } else {
        local.checked_sub(offset.from_utc)
    }
}

/// How far a local time is from UTC.
#[derive(Default)]
struct Offset {
    west: bool,
    from_utc: Duration,
}

impl Offset {
    /// Takes `+hh:mm` or `-hh:mm` off the end.
    fn split(text: &str) -> Option<(&str, Self)> {
        let (local, offset) = text.split_at_checked(text.len().checked_sub("+hh:mm".len())?)?;
        let &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = offset.as_bytes() else {
            return None;
        };
        let hours = two_digits(h1, h2).filter(|hours| *hours < 24)?;
        let minutes = two_digits(m1, m2).filter(|minutes| *minutes < 60)?;
        let from_utc = Duration::from_secs(hours * 3600 + minutes * 60);
        Some((local, Self { west: sign == b'-', from_utc }))
    }
}

fn two_digits(tens: u8, ones: u8) -> Option<u64> {
    let digit = |byte: u8| char::from(byte).to_digit(10).map(u64::from);
    Some(digit(tens)? * 10 + digit(ones)?)
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use proptest::prelude::*;

    use super::*;

    fn at(nanos: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_nanos(nanos)
    }

    #[test]
    fn reads_known_times() {
        // Seconds as `date --utc --date=<text> +%s` gives them.
        for (text, nanos) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2022-07-08T23:35:46Z", 1_657_323_346_000_000_000),
            ("2024-02-27T09:33:35.000Z", 1_709_026_415_000_000_000),
            ("2024-02-29T23:59:59.5Z", 1_709_251_199_500_000_000),
            ("2022-06-24T08:01:20.000001Z", 1_656_057_680_000_001_000),
            ("2024-02-27T09:33:35.1234567899999Z", 1_709_026_415_123_456_789),
            ("2024-02-27T09:33:35+00:00", 1_709_026_415_000_000_000),
            ("2024-02-27T09:33:35-00:00", 1_709_026_415_000_000_000),
            ("2024-02-27T10:33:35.25+01:00", 1_709_026_415_250_000_000),
            ("2024-02-27T03:03:35-06:30", 1_709_026_415_000_000_000),
            ("2024-02-28T09:32:35+23:59", 1_709_026_415_000_000_000),
            ("2000-02-29", 951_782_400_000_000_000),
            ("2023-10-01", 1_696_118_400_000_000_000),
            ("1970-01-01", 0),
        ] {
            let time = Timestamp::from(text);
            assert_eq!(time.instant(), Some(at(nanos)), "{text}");
            assert_eq!(time.is_date(), !text.contains('T'), "{text}");
        }
    }

    #[test]
    fn an_offset_reaches_over_the_epoch() {
        let hour = Duration::from_secs(3600);
        assert_eq!(parse_rfc3339("1970-01-01T00:00:00+01:00"), UNIX_EPOCH.checked_sub(hour));
        assert_eq!(parse_rfc3339("1970-01-01T00:00:00-01:00"), UNIX_EPOCH.checked_add(hour));
        assert!(parse_rfc3339("9999-12-31T23:59:59-23:59").is_some());
    }

    #[test]
    fn any_other_text_names_no_instant() {
        for text in [
            "",
            "@timestamp",
            "Z",
            "+00:00",
            "2024",
            "2024-02-30",
            "2023-02-29",
            "2024-13-01",
            "2024-00-01",
            "2024-01-00",
            "1969-12-31",
            "20240227",
            "2024/02/27",
            "2024-2-27",
            "2024-02-27T09:33:35",
            "2024-02-27 09:33:35Z",
            "2024-02-27T09:33Z",
            "2024-02-27t09:33:35z",
            "2024-02-27T24:00:00Z",
            "2024-02-27T09:60:00Z",
            "2024-02-27T09:33:61Z",
            "2024-02-27T09:33:35.Z",
            "2024-02-27T09:33:35.1.2Z",
            "2024-02-27T09:33:35,5Z",
            "2024-02-27T09:33:35.5",
            "2024-02-27T09:33:35+0100",
            "2024-02-27T09:33:35+01",
            "2024-02-27T09:33:35+24:00",
            "2024-02-27T09:33:35+00:60",
            "2024-02-27T09:33:35Z+01:00",
            "2024-02-27T09:33:35+01:00Z",
            "2024-02-27T09:33:35.5+01:00+01:00",
            "2024-02-27T09:33:35*01:00",
            "2024-02-27T09:33:35+\u{661}\u{661}",
            " 2024-02-27T09:33:35Z",
            "2024-02-27T09:33:35Z ",
            "-2024-02-27T09:33:35Z",
            "202\u{e9}-02-2",
            "2024-02-27T09:33:3\u{e9}Z",
            "1709026415",
        ] {
            let time = Timestamp::from(text);
            assert_eq!(time.instant(), None, "{text}");
            assert_eq!(time.as_str(), text);
            assert!(!time.is_date(), "{text}");
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
        assert_eq!(parse_rfc3339("2023-10-01"), None, "a date is no date and time");
    }

    #[test]
    fn serde_both_ways() {
        for json in [r#""2024-02-27T09:33:35.000Z""#, r#""@timestamp""#, r#""""#] {
            let time: Timestamp = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&time).unwrap(), json);
            assert_eq!(time.to_string(), json.trim_matches('"'));
        }
        assert!(serde_json::from_str::<Timestamp>("1709026415").is_err());
        assert_eq!(serde_json::from_str::<Option<Timestamp>>("null").unwrap(), None);
    }

    #[test]
    fn equal_by_text() {
        assert_eq!(Timestamp::from("2023-10-01"), "2023-10-01".parse().unwrap());
        let (zulu, offset) = ("2023-10-01T00:00:00Z", "2023-10-01T00:00:00+00:00");
        assert_ne!(Timestamp::from(zulu), Timestamp::from(offset));
        assert_eq!(Timestamp::from(zulu).instant(), Timestamp::from(offset).instant());
    }

    proptest! {
        #[test]
        fn agrees_with_humantime(seconds in 0_u64..250_000_000_000, nanos in 0_u32..1_000_000_000) {
            let time = UNIX_EPOCH + Duration::new(seconds, nanos);
            let text = humantime::format_rfc3339_nanos(time).to_string();
            prop_assert_eq!(parse_rfc3339(&text), Some(time));
            let local = text.replace('Z', "+05:45");
            prop_assert_eq!(parse_rfc3339(&local), time.checked_sub(Duration::from_secs(20_700)));
        }

        #[test]
        fn no_text_breaks_it(text in "[-0-9T:.Z+]{0,40}|\\PC{0,40}") {
            let _ = Timestamp::from(text.as_str());
        }
    }
}
