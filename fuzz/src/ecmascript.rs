//! The canonical form: JSON, the same document, and its own canonical form.

use serde_json::Value;
use webhook_kit::json;

/// `data` is a document.
///
/// # Panics
///
/// If the form of the form is another one, or another document.
pub fn check(data: &[u8]) {
    let parsed = serde_json::from_slice::<Value>(data);
    let Some(form) = json::ecmascript(data) else {
        // What serde reads, JavaScript reads; but numbers may be too large, and documents too deep.
        return;
    };
    assert_eq!(json::ecmascript(&form).as_deref(), Some(&form[..]), "not idempotent");
    let form = std::str::from_utf8(&form).expect("the form is UTF-8");
    if let (Ok(parsed), Ok(formed)) = (parsed, serde_json::from_str::<Value>(form)) {
        assert!(same(&parsed, &formed), "{parsed} became {formed}");
    }
}

/// Equal but for the last digit, where serde rounds long fractions its own way: that ours are exact
/// is shown by the comparison with Node. Below the smallest normal number there are fewer digits.
#[allow(clippy::float_cmp, reason = "equal is the common case")]
fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || (a - b).abs() < a.abs().max(f64::MIN_POSITIVE) * 1e-14,
        _ => a == b,
    }
}

/// Equal, where numbers are those of JavaScript.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => close(a.as_f64(), b.as_f64()),
        // What is too large for JavaScript is written as `null`.
        (Value::Number(a), Value::Null) => a.as_f64().is_none_or(f64::is_infinite),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (a, b) => a == b,
    }
}
