//! Numbers as ECMAScript reads and writes them.

/// Whole numbers of so few digits are exact and written as they stand.
const EXACT_DIGITS: usize = 15;

/// More digits than any double needs to be rounded correctly; a digit behind
/// them only tells whether something follows.
const SIGNIFICANT: usize = 800;

/// Literals up to this length go to the standard library's parser as they are.
/// It stops counting an exponent at some size, which is then beyond any double
/// whatever so few digits add to it.
const SHORT: usize = 64;

/// Writes `literal`, a number in the grammar of RFC 8259, as `JSON.stringify`
/// writes the double nearest to it.
pub(super) fn stringify(literal: &[u8], out: &mut Vec<u8>) {
    let digits = literal.strip_prefix(b"-").unwrap_or(literal);
    if digits.len() <= EXACT_DIGITS && digits.iter().all(u8::is_ascii_digit) {
        // There is no negative zero in JSON.stringify.
        out.extend_from_slice(if digits == b"0" { digits } else { literal });
        return;
    }
    match nearest(literal) {
        Some(number) if number.is_finite() => {
            out.extend_from_slice(ryu_js::Buffer::new().format_finite(number).as_bytes());
        }
        _ => out.extend_from_slice(b"null"),
    }
}

/// The double nearest to `literal`, infinite where it is too large.
fn nearest(literal: &[u8]) -> Option<f64> {
    if literal.len() <= SHORT {
        return std::str::from_utf8(literal).ok()?.parse().ok();
    }
    let short = shorten(literal);
    std::str::from_utf8(&short).ok()?.parse().ok()
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
