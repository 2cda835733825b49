//! Durations as they are written in declarations: `90s`, `5m`, `14h`, `3d`.

use std::time::Duration;

/// Reads a whole number with a unit: `s`, `m`, `h` or `d`.
///
/// # Errors
///
/// A sentence that says how a duration is written.
pub fn parse_duration(text: &str) -> Result<Duration, String> {
    let wrong = || {
        format!(
            "`{text}` is not a duration: write a whole number and a unit, as in `90s`, `5m`, `14h` or `3d`"
        )
    };
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let seconds_per_unit = match text.strip_prefix(digits) {
        Some("s") => 1,
        Some("m") => 60,
        Some("h") => 3_600,
        Some("d") => 86_400,
        _ => return Err(wrong()),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(wrong());
    }
    let seconds = digits
        .parse::<u64>()
        .ok()
        .and_then(|count| count.checked_mul(seconds_per_unit))
        // A century: what is longer was not meant, and cannot overflow an instant.
        .filter(|seconds| *seconds <= 100 * 366 * 86_400)
        .ok_or_else(|| format!("`{text}` is longer than a century"))?;
    if seconds == 0 {
        return Err(format!("`{text}` must be greater than zero: leave the key out instead"));
    }
    Ok(Duration::from_secs(seconds))
}

/// The text that [`parse_duration`] reads as this one: in the largest unit that says it in a whole
/// number.
pub(super) fn write_duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let (count, unit) = [(86_400, "d"), (3_600, "h"), (60, "m")]
        .into_iter()
        .find(|(unit, _)| seconds % unit == 0)
        .map_or((seconds, "s"), |(unit, word)| (seconds / unit, word));
    format!("{count}{unit}")
}

#[cfg(test)]
mod tests {
    use super::parse_duration;
    use std::time::Duration;

    #[test]
    fn durations() {
        for (text, seconds) in [("90s", 90), ("5m", 300), ("14h", 50_400), ("3d", 259_200)] {
            assert_eq!(parse_duration(text), Ok(Duration::from_secs(seconds)));
        }
        for text in [
            "",
            "5",
            "m",
            "5 m",
            "-5m",
            "+5m",
            "5min",
            "1.5h",
            "0s",
            "99999999999999999999d",
            "36601d",
            "٣m",
        ] {
            assert!(parse_duration(text).is_err(), "{text}");
        }
    }
}
