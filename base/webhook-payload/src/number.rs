//! The text of a number, taken apart without reading it into any number type.

use std::cmp::Ordering;

/// Where the parts of a number's text are, before anybody judges them.
struct Pieces<'a> {
    negative: bool,
    whole: &'a str,
    fraction: Option<&'a str>,
    exponent: Option<&'a str>,
}

impl<'a> Pieces<'a> {
    fn of(text: &'a str) -> Self {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (text, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        Self { negative, whole, fraction, exponent }
    }
}

/// The grammar of RFC 8259, with a limit on the length, and one on the exponent: an `i32`.
pub(super) fn is_number(text: &str, max_len: usize) -> bool {
    if text.len() > max_len {
        return false;
    }
    let pieces = Pieces::of(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(pieces.whole)
        && (pieces.whole == "0" || !pieces.whole.starts_with('0'))
        && pieces.fraction.is_none_or(digits)
        && pieces.exponent.is_none_or(|exponent| {
            digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
                && exponent.parse::<i32>().is_ok()
        })
}

/// A number as its significant digits `d1 d2 … dn` (neither `d1` nor `dn` is zero, `n` is
/// zero for zero) and its magnitude: the value is `0.d1d2…dn × 10^magnitude`.
pub(super) struct Number<'a> {
    pub(super) negative: bool,
    whole: &'a str,
    fraction: &'a str,
    /// Zeros before the first significant digit, of `whole` and `fraction` together.
    leading: usize,
    pub(super) count: usize,
    pub(super) magnitude: i64,
}

impl<'a> Number<'a> {
    /// Of a text that [`is_number`]. Nothing here depends on that for its safety.
    pub(super) fn of(text: &'a str) -> Self {
        let Pieces { negative, whole, fraction, exponent } = Pieces::of(text);
        let fraction = fraction.unwrap_or("");
        let exponent: i32 = exponent.and_then(|exponent| exponent.parse().ok()).unwrap_or(0);

        let digits = || whole.bytes().chain(fraction.bytes());
        let leading = digits().take_while(|digit| *digit == b'0').count();
        let trailing = digits().rev().take_while(|digit| *digit == b'0').count();
        let count = whole
            .len()
            .saturating_add(fraction.len())
            .saturating_sub(leading)
            .saturating_sub(trailing);
        let magnitude = i64::from(exponent)
            .saturating_add_unsigned(whole.len() as u64)
            .saturating_sub_unsigned(leading as u64);
        Self { negative, whole, fraction, leading, count, magnitude }
    }

    pub(super) fn significant(&self) -> impl Iterator<Item = u8> + use<'a> {
        self.whole.bytes().chain(self.fraction.bytes()).skip(self.leading).take(self.count)
    }

    /// The power of ten that the significant digits, read as a whole number, are multiplied with.
    pub(super) fn scale(&self) -> i64 {
        self.magnitude.saturating_sub_unsigned(self.count as u64)
    }

    pub(super) fn sign(&self) -> i8 {
        match (self.count, self.negative) {
            (0, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        }
    }

    /// Compares two numbers that are not zero, without their signs.
    pub(super) fn cmp_absolute(&self, other: &Self) -> Ordering {
        let by_magnitude = self.magnitude.cmp(&other.magnitude);
        // No trailing zeros: where one list of digits begins the other, the shorter is less.
        by_magnitude.then_with(|| self.significant().cmp(other.significant()))
    }
}
