//! Numbers, digit for digit.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::number::{Number, is_number};

/// A number exactly as the sender wrote it: money, rates, scores.
///
/// It is read from a JSON number, or from a JSON string that holds one, and never passes
/// through binary floating point: `528947.3684210526` keeps its sixteen digits, `100.00` its
/// zeros. Serialising gives the same text back, in quotes if it came in quotes.
///
/// It is no arithmetic type: [`parse`](Decimal::parse) converts into the decimal type of the
/// caller's choice, [`minor_units`](Decimal::minor_units) into whole cents.
///
/// Comparing and hashing go by exact value: `100`, `100.0` and `1e2` are equal, as are `0`
/// and `-0`. Neither takes more time or memory than the text is long, whatever the exponent.
///
/// What it accepts is the number of [RFC 8259, section 6], up to [`MAX_LEN`](Decimal::MAX_LEN)
/// bytes, with an exponent that fits an `i32`.
///
/// ```
/// use webhook_payload::Decimal;
///
/// let fee: Decimal = serde_json::from_str("1.2599999999999998")?;
/// assert_eq!(fee.to_string(), "1.2599999999999998");
/// assert_eq!(fee.minor_units(2), None, "no whole number of cents");
///
/// let amount: Decimal = "350.50".parse().unwrap();
/// assert_eq!(amount.minor_units(2), Some(35_050));
/// assert_eq!(amount, "3.505e2".parse().unwrap());
/// assert!(amount > fee);
///
/// assert!("12,50".parse::<Decimal>().is_err());
/// assert!(serde_json::from_str::<Decimal>("null").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// [RFC 8259, section 6]: https://www.rfc-editor.org/rfc/rfc8259#section-6
#[derive(Clone)]
pub struct Decimal {
    text: Box<str>,
    quoted: bool,
}

impl Decimal {
    /// The longest number that is accepted, in bytes. Twice what exact 128-bit decimals and
    /// the shortest form of any double need.
    pub const MAX_LEN: usize = 128;

    /// The number as the sender wrote it, without quotes.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number as another type: `rust_decimal::Decimal`, `bigdecimal::BigDecimal`, `f64`.
    ///
    /// The type sees the sender's own text first. Where it refuses that and the text has an
    /// exponent, which many decimal types do not read, it sees the same number without one.
    ///
    /// A type of unlimited precision may unfold `1e999999999` into that many digits once it
    /// calculates: compare with a limit first, which costs nothing here.
    ///
    /// # Errors
    ///
    /// Those of `T`, on the sender's text.
    pub fn parse<T: FromStr>(&self) -> Result<T, T::Err> {
        match self.text.parse() {
            Ok(value) => Ok(value),
            Err(error) => self.plain().and_then(|plain| plain.parse().ok()).ok_or(error),
        }
    }

    /// The value in units of `10^-exponent`: cents for `2`, yen for `0`. Exact, or `None`:
    /// where a fraction of a unit is left over, and where an `i64` is too small.
    ///
    /// How many digits a currency has is [ISO 4217]'s to say, not the number's.
    ///
    /// ```
    /// # use webhook_payload::Decimal;
    /// let amount: Decimal = "200".parse().unwrap();
    /// assert_eq!(amount.minor_units(2), Some(20_000));
    /// let noisy: Decimal = "699.9999999999999".parse().unwrap();
    /// assert_eq!(noisy.minor_units(2), None, "rounding is the caller's decision");
    /// ```
    ///
    /// [ISO 4217]: https://www.iso.org/iso-4217-currency-codes.html
    pub fn minor_units(&self, exponent: u32) -> Option<i64> {
        let number = Number::of(&self.text);
        if number.count == 0 {
            return Some(0);
        }
        let zeros = number.scale().saturating_add(i64::from(exponent));
        let zeros = usize::try_from(zeros).ok()?;
        // Summed on the negative side, which reaches one further. The first digit is not zero: an
        // i64 overflows, and the sum ends, long before many zeros are counted.
        let units = number
            .significant()
            .chain(std::iter::repeat_n(b'0', zeros))
            .try_fold(0_i64, |sum, digit| {
                sum.checked_mul(10)?.checked_sub(i64::from(digit.saturating_sub(b'0')))
            })?;
        if number.negative { Some(units) } else { units.checked_neg() }
    }

    /// The nearest double. It may be another number than the sender's: for charts, not for
    /// books. Infinite where the value is beyond all doubles.
    pub fn to_f64_lossy(&self) -> f64 {
        // Every number of JSON's grammar is one of Rust's: the parser cannot refuse it.
        self.text.parse().unwrap_or(f64::NAN)
    }

    /// The same number without exponent, where it has one and the result is short.
    fn plain(&self) -> Option<String> {
        self.text.bytes().any(|byte| matches!(byte, b'e' | b'E')).then_some(())?;
        let number = Number::of(&self.text);
        let mut plain = String::from(if number.negative { "-" } else { "" });
        if number.count == 0 {
            plain.push('0');
            return Some(plain);
        }
        let whole = number.magnitude; // how many digits stand before the point
        if whole.unsigned_abs().max(number.count as u64) > Self::MAX_LEN as u64 {
            return None;
        }
        if whole <= 0 {
            plain.push_str("0.");
            (whole..0).for_each(|_| plain.push('0'));
        }
        let mut before_point = whole;
        for digit in number.significant() {
            if before_point == 0 && whole > 0 {
                plain.push('.');
            }
            before_point = before_point.saturating_sub(1);
            plain.push(char::from(digit));
        }
        (0..before_point).for_each(|_| plain.push('0'));
        Some(plain)
    }
}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, ParseDecimalError> {
        // Judged before it is copied.
        if is_number(text, Self::MAX_LEN) {
            Ok(Self { text: Box::from(text), quoted: false })
        } else {
            Err(ParseDecimalError(()))
        }
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { text: value.to_string().into(), quoted: false }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (this, other) = (Number::of(&self.text), Number::of(&other.text));
        match (this.sign(), other.sign()) {
            (1, 1) => this.cmp_absolute(&other),
            (-1, -1) => other.cmp_absolute(&this),
            (this, other) => this.cmp(&other),
        }
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let number = Number::of(&self.text);
        number.sign().hash(state);
        if number.count > 0 {
            number.magnitude.hash(state);
            number.count.hash(state);
            number.significant().for_each(|digit| digit.hash(state));
        }
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Decimal").field(&format_args!("{self}")).finish()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.quoted {
            return serializer.serialize_str(&self.text);
        }
        let raw: &RawValue = serde_json::from_str(&self.text).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let quoted = raw.get().starts_with('"');
        let text: Box<str> = if quoted {
            // A string may spell its digits as escapes.
            serde_json::from_str::<Text<'_>>(raw.get()).map_err(D::Error::custom)?.0.into()
        } else {
            raw.into()
        };
        if is_number(&text, Self::MAX_LEN) {
            Ok(Self { text, quoted })
        } else {
            Err(D::Error::custom(ParseDecimalError(())))
        }
    }
}

/// A string, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// A text was no number, or one that is too long: see [`Decimal`].
///
/// It does not repeat the text, which is a stranger's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDecimalError(());

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a decimal number of at most {} bytes", Decimal::MAX_LEN)
    }
}

impl std::error::Error for ParseDecimalError {}

#[cfg(test)]
mod tests {
    use std::hash::DefaultHasher;

    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_else(|_| panic!("{text} is a number"))
    }

    fn hash(decimal: &Decimal) -> u64 {
        let mut hasher = DefaultHasher::new();
        decimal.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn keeps_the_senders_text_both_ways() {
        for json in [
            "1.2599999999999998",
            "528947.3684210526",
            "699.9999999999999",
            "0.0006464124",
            "100.00",
            "-0.0",
            "1E+2",
            "1e999999999",
            "123456789012345678901234567890.123456789",
            "\"100.10\"",
        ] {
            let read: Decimal = serde_json::from_str(json).unwrap();
            assert_eq!(read.to_string(), json.trim_matches('"'));
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
        let spelled: Decimal = serde_json::from_str(r#""\u0031.5""#).unwrap();
        assert_eq!(spelled.as_str(), "1.5");
        assert_eq!(serde_json::to_string(&spelled).unwrap(), r#""1.5""#);
    }

    #[test]
    fn accepts_the_grammar_of_json_and_nothing_else() {
        for text in ["0", "-0", "10", "0.5", "1e5", "1E-05", "-12.340e+2"] {
            assert!(text.parse::<Decimal>().is_ok(), "{text}");
        }
        for text in [
            "",
            "-",
            "+1",
            "01",
            "-01",
            ".5",
            "5.",
            "1.e2",
            "e5",
            "1e",
            "1e+",
            "1e+-2",
            "1e1.5",
            "1.2.3",
            "--1",
            "0x10",
            "1_000",
            "1,5",
            " 1",
            "1 ",
            "NaN",
            "inf",
            "Infinity",
            "\u{661}",
            "1e2147483648",
            "1e-99999999999999999999999",
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(ParseDecimalError(())), "{text}");
            let json = serde_json::to_string(text).unwrap();
            assert!(serde_json::from_str::<Decimal>(&json).is_err(), "{json}");
        }
        for json in ["null", "true", "[1]", "{}", "\"\"", "\"1\\u0000\""] {
            assert!(serde_json::from_str::<Decimal>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn is_bounded_in_length() {
        let longest = "9".repeat(Decimal::MAX_LEN);
        assert_eq!(decimal(&longest).as_str(), longest);
        assert!(serde_json::from_str::<Decimal>(&longest).is_ok());
        let longer = "9".repeat(Decimal::MAX_LEN + 1);
        assert!(longer.parse::<Decimal>().is_err());
        assert!(serde_json::from_str::<Decimal>(&longer).is_err());
        assert!(serde_json::from_str::<Decimal>(&format!("\"{longer}\"")).is_err());
    }

    #[test]
    fn equal_by_value() {
        for group in [
            &["100", "100.0", "1e2", "1E+2", "0.1e3", "10000e-2", "1.00e2"][..],
            &["0", "-0", "0.0", "0e999999999", "-0.000e-5"],
            &["-1.5", "-15e-1", "-0.15e1"],
            &["0.001", "1e-3", "0.0010"],
        ] {
            for (a, b) in group.iter().flat_map(|a| group.iter().map(move |b| (a, b))) {
                assert_eq!(decimal(a), decimal(b), "{a} {b}");
                assert_eq!(hash(&decimal(a)), hash(&decimal(b)), "{a} {b}");
            }
        }
    }

    #[test]
    fn ordered_by_value() {
        let ascending = [
            "-1e999999999",
            "-100",
            "-99.9",
            "-0.5",
            "-1e-999999999",
            "0",
            "1e-2147483648",
            "1e-999999999",
            "0.09",
            "0.1",
            "0.10000000000000000001",
            "0.11",
            "9",
            "10",
            "10.5",
            "9007199254740992",
            "9007199254740993",
            "1e999999999",
            "1.5e999999999",
            "1e2147483647",
        ];
        for (i, a) in ascending.iter().enumerate() {
            for (j, b) in ascending.iter().enumerate() {
                assert_eq!(decimal(a).cmp(&decimal(b)), i.cmp(&j), "{a} {b}");
            }
        }
    }

    #[test]
    fn minor_units_are_exact_or_nothing() {
        for (text, exponent, units) in [
            ("350.50", 2, Some(35_050)),
            ("350.505", 2, None),
            ("350.505", 3, Some(350_505)),
            ("-0.01", 2, Some(-1)),
            ("1.2599999999999998", 2, None),
            ("1e2", 0, Some(100)),
            ("12e-1", 0, None),
            ("120e-1", 0, Some(12)),
            ("0e999999999", 2, Some(0)),
            ("-0", u32::MAX, Some(0)),
            ("1", u32::MAX, None),
            ("1e-2147483648", u32::MAX, None),
            ("1e999999999", 2, None),
            ("1e-999999999", 2, None),
            ("9223372036854775807", 0, Some(i64::MAX)),
            ("9223372036854775808", 0, None),
            ("-9223372036854775808", 0, Some(i64::MIN)),
            ("-9223372036854775809", 0, None),
            ("92233720368547758.07", 2, Some(i64::MAX)),
            ("99999999999999999999", 0, None),
        ] {
            assert_eq!(decimal(text).minor_units(exponent), units, "{text} at {exponent}");
        }
    }

    #[test]
    fn parses_into_other_types() {
        assert_eq!(decimal("12").parse::<u64>(), Ok(12));
        assert!(decimal("12.5").parse::<u64>().is_err());
        // `u64` reads no exponents: it is given the plain number.
        assert_eq!(decimal("1.2e1").parse::<u64>(), Ok(12));
        assert_eq!(decimal("-0e5").parse::<i64>(), Ok(0));
        assert!(decimal("1e999999999").parse::<u64>().is_err());
        for (text, plain) in [
            ("6.5e-7", Some("0.00000065")),
            ("-1.25e1", Some("-12.5")),
            ("1e-1", Some("0.1")),
            ("12.50E0", Some("12.5")),
            ("1e21", Some("1000000000000000000000")),
            ("1e-2147483648", None),
            ("1e129", None),
            ("12.5", None),
        ] {
            assert_eq!(decimal(text).plain().as_deref(), plain, "{text}");
        }
    }

    #[test]
    #[allow(clippy::float_cmp)]
    fn to_f64_is_the_nearest_double() {
        assert_eq!(decimal("0.1").to_f64_lossy(), 0.1);
        assert_eq!(decimal("9007199254740993").to_f64_lossy(), 9_007_199_254_740_992.0);
        assert_eq!(decimal("-1e999999999").to_f64_lossy(), f64::NEG_INFINITY);
        assert_eq!(decimal("1e-999999999").to_f64_lossy(), 0.0);
    }

    #[test]
    fn refuses_to_be_read_inexactly() {
        #[derive(Debug, Deserialize)]
        #[serde(untagged)]
        enum Buffered {
            #[allow(dead_code)]
            Number(Decimal),
        }
        // serde buffers untagged content as doubles: an error is better than another number.
        assert!(serde_json::from_str::<Buffered>("0.1").is_err());
        assert!(i64::MIN.to_string().parse::<Decimal>().unwrap() == Decimal::from(i64::MIN));
    }

    proptest! {
        #[test]
        fn agrees_with_whole_numbers(
            a in any::<i32>(), b in any::<i32>(), shift_a in 0_u32..6, shift_b in 0_u32..6,
        ) {
            // Two spellings of tenth-powers, against exact arithmetic on a common scale.
            let text = |n: i32, shift: u32| format!("{n}e-{shift}");
            let exact = |n: i32, shift: u32| i64::from(n) * 10_i64.pow(6 - shift);
            let (x, y) = (decimal(&text(a, shift_a)), decimal(&text(b, shift_b)));
            prop_assert_eq!(x.cmp(&y), exact(a, shift_a).cmp(&exact(b, shift_b)));
            prop_assert_eq!(x.minor_units(6), Some(exact(a, shift_a)));
            let plain = decimal(&x.plain().unwrap());
            prop_assert_eq!(&plain, &x);
            prop_assert_eq!(hash(&plain), hash(&x));
        }

        #[test]
        fn no_text_breaks_it(text in "[-+0-9.eE]{0,140}|\\PC{0,20}") {
            let json = serde_json::from_str::<serde_json::Number>(&text);
            if let Ok(number) = text.parse::<Decimal>() {
                prop_assert_eq!(&number, &number.clone());
                prop_assert!(!number.to_f64_lossy().is_nan());
                let _ = (number.minor_units(2), number.plain(), hash(&number));
            } else if text.len() <= Decimal::MAX_LEN && !text.contains(char::is_whitespace) {
                prop_assert!(json.is_err() || text.contains(['e', 'E']));
            }
        }
    }
}
