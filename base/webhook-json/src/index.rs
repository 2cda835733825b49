//! Array indices written as text.

/// The array index that `digits` are in canonical form: below 2^32 - 1, which
/// is ECMAScript's bound, and without zeros in front.
pub(super) fn array_index(digits: &[u8]) -> Option<u32> {
    if !digits.iter().all(u8::is_ascii_digit) || (digits.len() > 1 && digits.starts_with(b"0")) {
        return None;
    }
    let index = std::str::from_utf8(digits).ok()?.parse().ok()?;
    if index < u32::MAX { Some(index) } else { None }
}
