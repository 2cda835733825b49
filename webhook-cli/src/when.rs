//! Points in time as they are told on a command line.

use std::{
    str::FromStr,
    time::{Duration, SystemTime},
};

use webhook_kit::grammar::parse_duration;

/// A point in time: `now`, `+90s` or `-10m` from now, seconds since 1970, or RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Now,
    Later(Duration),
    Earlier(Duration),
    At(SystemTime),
}

impl When {
    /// The point itself, seen from another one that counts as now.
    pub(crate) fn from(self, now: SystemTime) -> SystemTime {
        match self {
            Self::Now => now,
            Self::Later(by) => now.checked_add(by).unwrap_or(now),
            Self::Earlier(by) => now.checked_sub(by).unwrap_or(SystemTime::UNIX_EPOCH),
            Self::At(at) => at,
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "now" {
            return Ok(Self::Now);
        }
        let relative = text.strip_prefix("now").unwrap_or(text);
        if let Some(by) = relative.strip_prefix('+') {
            return parse_duration(by).map(Self::Later);
        }
        if let Some(by) = relative.strip_prefix('-') {
            return parse_duration(by).map(Self::Earlier);
        }
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let seconds = text.parse().map_err(|_| format!("`{text}` is no point in time"))?;
            return SystemTime::UNIX_EPOCH
                .checked_add(Duration::from_secs(seconds))
                .map(Self::At)
                .ok_or_else(|| format!("`{text}` is no point in time"));
        }
        humantime::parse_rfc3339_weak(text).map(Self::At).map_err(|_| {
            format!(
                "`{text}` is no point in time: write `now`, `-10m`, `+90s`, seconds since 1970, or \
                 `2026-01-02T03:04:05Z`"
            )
        })
    }
}

/// RFC 3339, to the second.
pub(crate) fn rfc3339(at: SystemTime) -> String {
    humantime::format_rfc3339_seconds(at).to_string()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::When;

    #[test]
    fn every_form_is_read() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let after_1970 = |text: &str| {
            let at = text.parse::<When>().expect(text).from(now);
            at.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs()
        };
        assert_eq!(after_1970("now"), 1_700_000_000);
        assert_eq!(after_1970("-10m"), 1_699_999_400);
        assert_eq!(after_1970("now-10m"), 1_699_999_400);
        assert_eq!(after_1970("+90s"), 1_700_000_090);
        assert_eq!(after_1970("1600000000"), 1_600_000_000);
        assert_eq!(after_1970("2023-11-14T22:13:20Z"), 1_700_000_000);
        assert_eq!(after_1970("2023-11-14 22:13:20"), 1_700_000_000);
        for wrong in ["", "yesterday", "-", "10m", "99999999999999999999", "2023"] {
            let parsed = wrong.parse::<When>();
            assert!(parsed.is_err() || wrong == "2023", "{wrong:?}: {parsed:?}");
        }
    }
}
