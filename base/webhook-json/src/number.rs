//! Numbers as ECMAScript reads and writes them.

/// Doubles tell all decimals of so few digits apart.
const EXACT_DIGITS: usize = 15;

/// More digits than any double needs to be rounded correctly; a digit behind
/// them only tells whether something follows.
const SIGNIFICANT: usize = 800;

/// Literals up to this length go to the standard library's parser as they are.
/// It stops counting an exponent at some size, which is then beyond any double
/// whatever so few digits add to it.
const SHORT: usize = 64;

/// Digits behind which the standard library's parser may have to compute with all of them: it reads
/// so many into one integer.
const ONE_WORD: usize = 19;

/// What the numbers of one document may still cost.
///
/// Most numbers are copied. One with an exponent or with many digits is read as a double and
/// written anew, which costs some hundred nanoseconds for as little as four bytes. Where a literal of
/// more than [`ONE_WORD`] digits stands close to the middle between two doubles, the standard
/// library's parser takes its slow path, which costs a thousand times its length. Real documents
/// have few of the former and none of the latter; a forged one is given up.
#[derive(Debug)]
pub(super) struct Numbers {
    rewritten: usize,
    slow: usize,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { rewritten: 4_096, slow: 16 }
    }
}

impl Numbers {
    /// Writes `literal`, a number in the grammar of RFC 8259, as `JSON.stringify` writes the double
    /// nearest to it. `None` where the document's numbers have cost too much.
    pub(super) fn stringify(&mut self, literal: &[u8], out: &mut Vec<u8>) -> Option<()> {
        if let Some((number, written)) = short_decimal(literal) {
            // There is no negative zero in JSON.stringify.
            let is_zero = !written.iter().any(|byte| matches!(byte, b'1'..=b'9'));
            out.extend_from_slice(if is_zero { b"0" } else { number });
            return Some(());
        }
        self.rewritten = self.rewritten.checked_sub(1)?;
        match self.nearest(literal)? {
            number if number.is_finite() => {
                out.extend_from_slice(ryu_js::Buffer::new().format_finite(number).as_bytes());
            }
            _ => out.extend_from_slice(b"null"),
        }
        Some(())
    }

    /// The double nearest to `literal`, infinite where it is too large.
    fn nearest(&mut self, literal: &[u8]) -> Option<f64> {
        let short;
        let literal = if literal.len() <= SHORT {
            literal
        } else {
            short = shorten(literal);
            &short
        };
        if may_be_slow(literal) {
            self.slow = self.slow.checked_sub(1)?;
        }
        std::str::from_utf8(literal).ok()?.parse().ok()
    }
}

/// A number that is written as it stands, but for zeros at the end of its fraction: with its sign,
/// and without. Doubles tell decimals of up to [`EXACT_DIGITS`] digits apart, so the shortest text
/// of the double is the decimal; below a millionth, ECMAScript writes an exponent.
fn short_decimal(literal: &[u8]) -> Option<(&[u8], &[u8])> {
    // A point beside the digits.
    let unsigned = literal.strip_prefix(b"-").unwrap_or(literal);
    if unsigned.len() > EXACT_DIGITS + 1 {
        return None;
    }
    let point = unsigned.iter().position(|byte| !byte.is_ascii_digit());
    let Some(point) = point else {
        return (unsigned.len() <= EXACT_DIGITS).then_some((literal, unsigned));
    };
    let (whole, fraction) = unsigned.split_at(point);
    let digits = fraction.strip_prefix(b".")?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let zeros = digits.iter().rev().take_while(|byte| **byte == b'0').count();
    let kept = digits.len().saturating_sub(zeros);
    let is_small =
        whole == b"0" && digits.iter().take(kept).take_while(|b| **b == b'0').count() > 5;
    if is_small {
        return None;
    }
    // Neither does a point stay that nothing follows.
    let dropped = if kept == 0 { fraction.len() } else { zeros };
    let without = |text: &[u8]| text.len().saturating_sub(dropped);
    Some((literal.get(..without(literal))?, unsigned.get(..without(unsigned))?))
}

/// Whether the parser may take its slow path: where the first [`ONE_WORD`] digits, and the same with
/// one more in the last place, are not nearest to one double. Neither of these two is ever slow.
fn may_be_slow(literal: &[u8]) -> bool {
    let mut below = Vec::with_capacity(SHORT);
    let (mut taken, mut moved, mut in_fraction) = (0_usize, 0_i64, false);
    let mut rest = literal.iter().copied();
    for byte in rest.by_ref() {
        match byte {
            b'.' => in_fraction = true,
            b'e' | b'E' => break,
            b'0'..=b'9' => {
                let counts = taken > 0 || byte != b'0';
                if counts && taken < ONE_WORD {
                    below.push(byte);
                    taken += 1;
                    moved = moved.saturating_sub(i64::from(in_fraction));
                } else if counts {
                    taken += 1;
                    moved = moved.saturating_add(i64::from(!in_fraction));
                } else {
                    moved = moved.saturating_sub(i64::from(in_fraction));
                }
            }
            _ => {}
        }
    }
    if taken <= ONE_WORD {
        return false;
    }
    let exponent: Vec<u8> = rest.collect();
    let exponent = saturating(&exponent).saturating_add(moved);
    let digits = below.iter().fold(0_u64, |number, digit| {
        number.saturating_mul(10).saturating_add(u64::from(digit.saturating_sub(b'0')))
    });
    let read = |digits: u64| {
        // One more than nineteen nines is a one, and must not be a twentieth digit.
        let (digits, tens) = if digits == 10_u64.pow(19) { (1, 19) } else { (digits, 0) };
        let exponent = exponent.saturating_add(tens);
        format!("{digits}e{exponent}").parse::<f64>().ok()
    };
    read(digits) != read(digits.saturating_add(1))
}

/// The same number with at most [`SIGNIFICANT`] digits and a small exponent.
///
/// In a long literal, zeros in front can bring a number back into range whose
/// exponent alone is far beyond it.
fn shorten(literal: &[u8]) -> Vec<u8> {
    let mut short = Vec::with_capacity(literal.len().min(SIGNIFICANT) + 8);
    let unsigned = match literal.strip_prefix(b"-") {
        Some(unsigned) => {
            short.push(b'-');
            unsigned
        }
        None => literal,
    };
    let mut parts = unsigned.splitn(2, |byte| matches!(byte, b'e' | b'E'));
    let mantissa = parts.next().unwrap_or_default();
    let mut exponent = parts.next().map_or(0, saturating);

    let (mut fraction, mut taken, mut dropped) = (false, 0_usize, false);
    for &byte in mantissa {
        if byte == b'.' {
            fraction = true;
            continue;
        }
        // Zeros in front carry no digit, only their place.
        let counts = taken > 0 || byte != b'0';
        let keep = counts && taken < SIGNIFICANT;
        if keep {
            short.push(byte);
            taken += 1;
        } else {
            dropped |= byte != b'0';
        }
        // 1.25 is 125e-2; a digit in front of the point that is not kept
        // moves the others the opposite way.
        if fraction && (keep || !counts) {
            exponent = exponent.saturating_sub(1);
        } else if !fraction && counts && !keep {
            exponent = exponent.saturating_add(1);
        }
    }
    if taken == 0 {
        short.push(b'0');
        return short;
    }
    if dropped {
        short.push(b'1');
        exponent = exponent.saturating_sub(1);
    }
    // Beyond these no double is left that is neither zero nor infinite.
    let exponent = exponent.clamp(-5_000, 5_000);
    short.extend_from_slice(format!("e{exponent}").as_bytes());
    short
}

/// An exponent, held within a range that later sums cannot leave.
fn saturating(exponent: &[u8]) -> i64 {
    let negative = exponent.starts_with(b"-");
    let digits = exponent.iter().filter(|byte| byte.is_ascii_digit());
    let size = digits.fold(0_i64, |size, digit| {
        size.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0')))
    });
    if negative { size.saturating_neg() } else { size }
}
