//! The search for pointers, against `serde_json`.

use serde_json::Value;
use webhook_kit::{grammar::pointer_segments, json};

/// The first line of `data` is a pointer, the rest is a document.
///
/// # Panics
///
/// If something else is found than `serde_json` finds there.
pub fn check(data: &[u8]) {
    let split = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (pointer, body) = data.split_at(split);
    let body = body.get(1..).unwrap_or_default();
    let Ok(pointer) = std::str::from_utf8(pointer) else { return };
    let Ok(segments) = pointer_segments(pointer) else { return };
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let wanted: [&[&str]; 2] = [&segments, &["id"]];
    let mut found = [None, None];
    if json::locate(body, &wanted, &mut found).is_err() {
        return;
    }
    for range in found.iter().flatten() {
        let raw = &body[range.clone()];
        let _ = json::text(raw);
        assert!(!raw.is_empty() && raw.trim_ascii() == raw, "no value alone: {raw:?}");
    }
    let Ok(document) = serde_json::from_slice::<Value>(body) else { return };
    for (pointer, range) in [pointer, "/id"].into_iter().zip(&found) {
        let located = range.clone().map(|range| {
            serde_json::from_slice::<Value>(&body[range]).expect("a value of a good document")
        });
        assert_eq!(located.as_ref(), document.pointer(pointer), "at {pointer:?}");
    }
}
