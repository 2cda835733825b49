//! The search for pointers, against `serde_json`.

use webhook_kit::{grammar::pointer_segments, json};

use crate::reading::{Twice, document, scalar, value};

/// The first line of `data` is a pointer, the rest is a document.
///
/// # Panics
///
/// If something else is found than `serde_json` finds there, or one refuses what the other reads.
pub fn check(data: &[u8]) {
    let split = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (pointer, body) = data.split_at(split);
    let body = body.get(1..).unwrap_or_default();
    let Ok(pointer) = std::str::from_utf8(pointer) else { return };
    let Ok(segments) = pointer_segments(pointer) else { return };
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let wanted: [&[&str]; 2] = [&segments, &["id"]];
    let mut found = [None, None];
    let searched = json::locate(body, &wanted, &mut found);
    let Some(document) = document(body) else {
        assert!(searched.is_err(), "this is no document");
        assert!(json::locate(body, &[], &mut []).is_err(), "this is no document");
        return;
    };
    assert_eq!(json::locate(body, &[], &mut []), Ok(()), "nothing is wanted of a document");
    let expected = wanted.map(|pointer| value(document, pointer));
    if let Err(error) = searched {
        assert!(error.is_duplicate() && expected.contains(&Err(Twice)), "{error}");
        assert_eq!(found, [None, None]);
        return;
    }
    for ((expected, range), pointer) in expected.into_iter().zip(found).zip(wanted) {
        let located = range.map(|range| &body[range]);
        assert_eq!(Ok(located), expected.map(|raw| raw.map(str::as_bytes)), "at {pointer:?}");
        if let Some(raw) = located {
            let text = std::str::from_utf8(raw).expect("a piece of a text");
            assert_eq!(json::text(raw).as_deref(), scalar(text).as_deref(), "{text}");
        }
    }
}
