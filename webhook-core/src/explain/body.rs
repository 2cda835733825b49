//! Bodies that were changed before they were verified.

use base64ct::{Base64, Encoding as _};

use super::{
    BodyChange, Cause, JsonLayout, JsonTexts, json_form,
    trial::{Attempt, Trials},
};
use crate::json;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How much larger a body may become by being written otherwise.
const MOST_GROWTH: usize = 4;

/// Tries the body in each form that it may have had: whether one was found.
pub(super) fn try_all(trials: &mut Trials, as_it_is: &Attempt) -> bool {
    let body = &as_it_is.body;
    let mut try_out = |change, signed: Vec<u8>| {
        let attempt = Attempt { body: signed.into(), ..as_it_is.clone() };
        *body != attempt.body && trials.try_out(Some(Cause::Body { change }), attempt)
    };
    line_ends(body).into_iter().any(|(change, signed)| try_out(change, signed))
        || character_set(body).into_iter().any(|(change, signed)| try_out(change, signed))
        || wrapped(body).into_iter().any(|(change, signed)| try_out(change, signed))
        || rewritten(body, &mut try_out)
}

fn line_ends(body: &[u8]) -> Vec<(BodyChange, Vec<u8>)> {
    let mut bodies = Vec::new();
    for end in [&b"\n"[..], b"\r\n"] {
        if let Some(signed) = body.strip_suffix(end) {
            bodies.push((BodyChange::LineEndAdded, signed.to_vec()));
        }
    }
    for end in [&b"\n"[..], b"\r\n"] {
        bodies.push((BodyChange::LineEndStripped, [body, end].concat()));
    }
    let lines: Vec<&[u8]> = body
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .collect();
    if lines.len() > 1 {
        bodies.push((BodyChange::LineEndsChanged, lines.join(&b"\n"[..])));
        bodies.push((BodyChange::LineEndsChanged, lines.join(&b"\r\n"[..])));
    }
    bodies
}

fn character_set(body: &[u8]) -> Vec<(BodyChange, Vec<u8>)> {
    let mut bodies = Vec::new();
    bodies.push(match body.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BodyChange::ByteOrderMarkAdded, rest.to_vec()),
        None => (BodyChange::ByteOrderMarkStripped, [BYTE_ORDER_MARK, body].concat()),
    });
    match std::str::from_utf8(body) {
        Ok(text) if !text.is_ascii() => {
            for to_byte in [latin1, windows_1252] {
                let bytes: Option<Vec<u8>> = text.chars().map(to_byte).collect();
                let Some(bytes) = bytes else { continue };
                let change = match std::str::from_utf8(&bytes) {
                    Ok(_) => BodyChange::EncodedTwice,
                    Err(_) => BodyChange::FromLatin1,
                };
                bodies.push((change, bytes));
            }
        }
        Ok(_) => {}
        Err(_) => {
            for to_char in [char::from, of_windows_1252] {
                let text: String = body.iter().copied().map(to_char).collect();
                bodies.push((BodyChange::ToLatin1, text.into_bytes()));
            }
        }
    }
    bodies
}

fn wrapped(body: &[u8]) -> Vec<(BodyChange, Vec<u8>)> {
    let mut bodies = Vec::new();
    if let Ok(inner) = serde_json::from_slice::<String>(body) {
        bodies.push((BodyChange::Quoted, inner.into_bytes()));
    }
    let text = std::str::from_utf8(body).map(str::trim);
    if let Some(inner) = text.ok().and_then(|text| Base64::decode_vec(text).ok()) {
        bodies.push((BodyChange::InBase64, inner));
    }
    bodies
}

fn rewritten(body: &[u8], try_out: &mut impl FnMut(BodyChange, Vec<u8>) -> bool) -> bool {
    if !json_form::is_document(body) {
        return false;
    }
    let reserialised = |signed, texts| BodyChange::Reserialised { signed, texts };
    let most = body.len().saturating_mul(MOST_GROWTH).saturating_add(1024);
    let layouts = [
        None,
        Some(JsonLayout::Compact),
        Some(JsonLayout::Spaced),
        Some(JsonLayout::Indented(2)),
        Some(JsonLayout::Indented(4)),
        Some(JsonLayout::Tabs),
    ];
    for layout in layouts {
        let Some(plain) = json_form::rewritten(body, layout, JsonTexts::AsTheyCame, most) else {
            continue;
        };
        for texts in JsonTexts::ALL {
            let written = if texts == JsonTexts::AsTheyCame {
                plain.clone()
            } else {
                match json_form::rewritten(body, layout, texts, most) {
                    Some(written) if written != plain => written,
                    _ => continue,
                }
            };
            let change = match layout {
                Some(layout) => reserialised(layout, texts),
                None => BodyChange::Escapes { signed: texts },
            };
            let ended = layout.map(|_| [&written[..], b"\n"].concat());
            if try_out(change, written) || ended.is_some_and(|ended| try_out(change, ended)) {
                return true;
            }
        }
    }
    // Only what changes numbers too has not been tried yet.
    json::ecmascript(body).is_some_and(|form| {
        try_out(reserialised(JsonLayout::EcmaScript, JsonTexts::AsTheyCame), form)
    })
}

fn latin1(c: char) -> Option<u8> {
    u8::try_from(u32::from(c)).ok()
}

fn windows_1252(c: char) -> Option<u8> {
    let place = WINDOWS_1252.iter().position(|other| *other == c);
    match place.and_then(|place| u8::try_from(place).ok()) {
        Some(place) => Some(place.saturating_add(0x80)),
        None => latin1(c),
    }
}

fn of_windows_1252(byte: u8) -> char {
    let place = byte.checked_sub(0x80).and_then(|place| WINDOWS_1252.get(usize::from(place)));
    place.copied().unwrap_or(char::from(byte))
}

/// What Windows has from 0x80 on, where Latin-1 has control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
