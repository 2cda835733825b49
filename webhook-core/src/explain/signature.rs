//! Signatures that are there, and are not what the declaration says.

use http::HeaderName;

use super::{
    Cause,
    trial::{Attempt, Trials},
};
use crate::{
    grammar::{Algorithm, AlgorithmKind, Encoding, FormatPart},
    place::{Draft, header},
    scheme::{Format, Piece, Source, Way},
    verify::{Candidates, take_apart},
};

/// How many values of headers are looked at, how long one may be, and how many readings are tried.
const MOST_VALUES: usize = 100;
const LONGEST: usize = 8 * 1024;
const MOST_READINGS: usize = 600;

const ENCODINGS: [Encoding; 5] = [
    Encoding::Hex,
    Encoding::Base64,
    Encoding::Base64Url,
    Encoding::Base64OfHex,
    Encoding::Base64Escaped,
];

/// A text that may be the signature, and how it may have been made.
struct Reading {
    header: Option<String>,
    /// What is put where the signature should be.
    value: String,
    own: Way,
    differs: usize,
}

/// Tries what stands in the headers as the signature, in each way in which it may have been made:
/// whether one was found.
pub(super) fn try_all(trials: &mut Trials, as_it_is: &Attempt) -> bool {
    let scheme = as_it_is.scheme;
    let declared =
        scheme.data.signature.or(scheme.data.headers.first().copied().map(Source::Header));
    let (Some(place), None) = (declared, scheme.custom) else { return false };
    let draft = Draft { parts: as_it_is.parts.clone(), body: as_it_is.body.clone() };
    let mut readings = readings(as_it_is, &draft, place);
    readings.sort_by_key(|reading| reading.differs);
    readings.into_iter().take(MOST_READINGS).any(|reading| {
        let mut draft = draft.clone();
        if draft.write(place, &reading.value).is_none() {
            return false;
        }
        let own = reading.own;
        let differing = |encoding: Encoding| !same_encoding(encoding, as_it_is.own.encoding);
        let cause = Cause::Signature {
            header: reading.header,
            algorithm: Some(own.algorithm).filter(|it| *it != as_it_is.own.algorithm),
            encoding: Some(own.encoding).filter(|it| differing(*it)),
        };
        let attempt = Attempt { own, parts: draft.parts, body: draft.body, ..as_it_is.clone() };
        trials.try_out(Some(cause), attempt)
    })
}

fn readings(as_it_is: &Attempt, draft: &Draft, place: Source) -> Vec<Reading> {
    let own = as_it_is.own;
    let is_declared = |name: &HeaderName| {
        let mut declared =
            as_it_is.scheme.data.headers.iter().filter_map(|declared| header(declared));
        declared.any(|declared| declared == *name)
            || matches!(place, Source::Header(declared) if name.as_str() == declared)
    };
    let mut values: Vec<(Option<String>, String)> = Vec::new();
    for (name, value) in draft.parts.headers.iter().take(MOST_VALUES) {
        let Ok(value) = value.to_str() else { continue };
        let other = (!is_declared(name)).then(|| name.as_str().to_owned());
        if value.len() <= LONGEST {
            values.push((other, value.to_owned()));
        }
    }
    if !matches!(place, Source::Header(_)) {
        values.extend(draft.read(place).map(|value| (None, value)));
    }
    let current = draft.read(place).unwrap_or_default();
    let mut readings: Vec<Reading> = Vec::new();
    for (header, value) in values {
        for text in texts(&value, &own.format) {
            for (algorithm, encoding) in ways(own) {
                let way = Way { algorithm, encoding, ..own };
                if !may_be(text, algorithm, encoding) {
                    continue;
                }
                let Some(value) = built(&own.format, text, &current) else { continue };
                readings.push(reading(header.clone(), value, way, own));
            }
        }
        // A value of the declared shape, with what stands beside the signature.
        if header.is_some() {
            let mut signed = false;
            take_apart(&own.format, value.as_bytes(), |part, _| {
                signed |= part == FormatPart::Signature;
            });
            if signed {
                for (algorithm, encoding) in ways(own) {
                    let way = Way { algorithm, encoding, ..own };
                    readings.push(reading(header.clone(), value.clone(), way, own));
                }
            }
        }
    }
    readings
}

fn reading(header: Option<String>, value: String, way: Way, declared: Way) -> Reading {
    let differs = usize::from(header.is_some())
        + usize::from(way.algorithm != declared.algorithm)
        + usize::from(!same_encoding(way.encoding, declared.encoding));
    Reading { header, value, own: way, differs }
}

/// How a signature may have been made where the declaration says how: what is declared first.
fn ways(own: Way) -> Vec<(Algorithm, Encoding)> {
    let kind = own.algorithm.kind();
    let same_kind = |algorithm: &Algorithm| algorithm.kind() == kind;
    let others = Algorithm::WORDS.iter().filter_map(|word| Algorithm::from_word(word));
    let algorithms = std::iter::once(own.algorithm)
        .chain(others.filter(|other| *other != own.algorithm).filter(same_kind));
    let encodings = || {
        std::iter::once(own.encoding)
            .chain(ENCODINGS.into_iter().filter(|other| !same_encoding(*other, own.encoding)))
    };
    let mut ways: Vec<_> = algorithms
        .flat_map(|algorithm| encodings().map(move |encoding| (algorithm, encoding)))
        .collect();
    match kind {
        // Instead of a signature, the secret itself may be sent along.
        AlgorithmKind::Hmac => ways.push((Algorithm::Token, own.encoding)),
        // What is only compared is not decoded.
        AlgorithmKind::Equality | AlgorithmKind::WebToken => {
            ways.retain(|(_, encoding)| *encoding == own.encoding);
        }
        AlgorithmKind::Hash | AlgorithmKind::PublicKey => {}
    }
    ways
}

/// Whether a text has the length of such a signature, or the dots of a token.
fn may_be(text: &str, algorithm: Algorithm, encoding: Encoding) -> bool {
    if algorithm.kind() == AlgorithmKind::WebToken {
        return text.bytes().filter(|byte| *byte == b'.').count() == 2;
    }
    let mut candidates = Candidates::new(algorithm, encoding);
    candidates.offer(text.as_bytes());
    !candidates.is_empty()
}

/// Either case of hexadecimal is read.
fn same_encoding(one: Encoding, other: Encoding) -> bool {
    let hex = |encoding| matches!(encoding, Encoding::Hex | Encoding::HexUpper);
    one == other || hex(one) && hex(other)
}

/// The texts in a value that may be a signature: what the declared shape takes for one, all of it,
/// its elements, and what follows a name.
fn texts<'v>(value: &'v str, format: &Format) -> Vec<&'v str> {
    let mut texts = Vec::new();
    take_apart(format, value.as_bytes(), |part, text| {
        if part == FormatPart::Signature {
            texts.extend(std::str::from_utf8(text));
        }
    });
    texts.push(value.trim());
    // After a word such as `Bearer`.
    texts.extend(value.trim().split_once(' ').map(|(_, text)| text));
    for element in value.split([',', ';', ' ', '&']) {
        let element = element.trim();
        texts.push(element);
        for between in ['=', ':', '|'] {
            texts.extend(element.split_once(between).map(|(_, text)| text));
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for text in texts {
        let text = text.trim_matches('"');
        if !text.is_empty() && !seen.contains(&text) {
            seen.push(text);
        }
        if seen.len() == 32 {
            break;
        }
    }
    seen
}

/// The signature in the declared shape, with what stands beside it in the value that is there.
fn built(format: &Format, signature: &str, current: &str) -> Option<String> {
    let beside = |wanted: FormatPart| {
        let mut text = None;
        take_apart(format, current.as_bytes(), |part, found| {
            if part == wanted && text.is_none() {
                text = std::str::from_utf8(found).ok();
            }
        });
        text
    };
    let text = |part: FormatPart| match part {
        FormatPart::Signature => Some(signature),
        FormatPart::Timestamp | FormatPart::Id => beside(part),
    };
    match *format {
        Format::Whole { prefix, suffix } => Some(format!("{prefix}{signature}{suffix}")),
        Format::List { separator, items } => {
            let items =
                items.iter().map(|(prefix, part)| Some(format!("{prefix}{}", text(*part)?)));
            let items: Option<Vec<String>> = items.collect();
            Some(items?.join(char::from(separator).encode_utf8(&mut [0; 4])))
        }
        Format::Sequence { pieces, .. } => pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => Some(*text),
                Piece::Any => Some("any"),
                Piece::Part(part) => text(*part),
            })
            .collect(),
    }
}
