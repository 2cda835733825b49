//! Forgeries: for each shape of a scheme, requests that were made to be expensive, well-formed but for
//! their signature.

use std::{
    collections::BTreeSet,
    hint::black_box,
    time::{Duration, SystemTime},
};

use base64ct::{Base64UrlUnpadded, Encoding as _};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, request::Parts};

use crate::{
    bodies::bodies,
    catalogue::{self, Entry, signed},
};

/// A forgery, ready to be verified.
pub(crate) struct Forgery {
    pub(crate) name: String,
    /// How many bytes its body has.
    pub(crate) size: usize,
    /// How many secrets its receiver has.
    pub(crate) secrets: usize,
    pub(crate) verify: Box<dyn Fn()>,
}

/// How long a header's value is made: servers take not much more in all of a head.
const HEADER: usize = 7 * 1024;

/// How many secrets a receiver has in the middle of a rotation, and of one that was never ended.
const SECRETS: [usize; 2] = [2, 8];

/// All that is tried, of one provider for each shape that a scheme has: what is verified by the same
/// steps costs the same.
pub(crate) fn all(sizes: [usize; 2]) -> impl Iterator<Item = Forgery> {
    let mut shapes = BTreeSet::new();
    let chosen = catalogue::all().filter(move |entry| shapes.insert(shape(entry)));
    chosen.flat_map(move |entry| of(entry, sizes))
}

/// What decides by which steps a delivery is verified.
fn shape(entry: &Entry) -> String {
    if entry.is_by_code() {
        return entry.slug.to_owned();
    }
    let data = entry.scheme.data();
    let mut kinds: Vec<String> = Vec::new();
    for part in data.message.iter().copied().flatten() {
        let kind = format!("{part:?}");
        let kind = kind.split(['"', '[']).next().unwrap_or_default();
        // A text is fed as it is; a header, a parameter and the like are looked up alike.
        let is_of_head =
            ["Text", "Header", "Parameter", "Method", "Path", "Query", "Id", "Timestamp"];
        if !is_of_head.iter().any(|begins| kind.starts_with(begins)) {
            kinds.push(kind.to_owned());
        }
    }
    kinds.sort();
    // How many there are of one kind beyond some makes no other steps.
    let mut few: Vec<(String, usize)> = Vec::new();
    for kind in kinds {
        match few.last_mut() {
            Some((last, count)) if *last == kind => *count = (*count + 1).min(3),
            _ => few.push((kind, 1)),
        }
    }
    let at: Vec<_> = format!("{:?}", data.signature).chars().take_while(|c| *c != '"').collect();
    let at: String = at.into_iter().collect();
    format!(
        "{:?} {:?} {at} {} {} {} {few:?}",
        entry.scheme.algorithm(),
        data.body,
        data.alternatives.len(),
        data.message.len().min(2),
        data.digest.is_some(),
    )
}

fn of(entry: &'static Entry, sizes: [usize; 2]) -> Vec<Forgery> {
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    // Signed once, with a secret that is not the owner's: what a signature covers has no part in what it costs.
    let (parts, body) = signed(entry, entry.other, entry.body.as_bytes(), noon).into_parts();
    let genuine = String::from_utf8_lossy(&body).into_owned();
    let make = |what: &str, parts: &Parts, body: &str, secrets: usize| {
        let verifier = entry.verifier(&vec![entry.secret; secrets], noon);
        let (parts, body) = (parts.clone(), Bytes::copy_from_slice(body.as_bytes()));
        let (name, size) = (format!("{}: {what}", entry.slug), body.len());
        let verify = move || {
            black_box(verifier.verify(&parts, body.clone()).is_ok());
        };
        Forgery { name, size, secrets, verify: Box::new(verify) }
    };
    let mut forgeries = Vec::new();
    let [short, long] = sizes.map(|size| bodies(&genuine, size));
    for ((what, short), (_, long)) in short.iter().zip(&long) {
        // What is read as it comes is read alike, whatever it is.
        let is_raw = forgeries.len() >= 4 && !reads_body(entry);
        if !is_raw {
            forgeries.extend([short, long].map(|body| make(what, &parts, body, 1)));
        }
    }
    let Some((_, plain)) = short.first() else { return forgeries };
    for secrets in SECRETS {
        forgeries.push(make(&format!("{secrets} secrets"), &parts, plain, secrets));
    }
    for (what, head) in heads(&parts) {
        forgeries.push(make(&what, &head, plain, 1));
        // Where one of them may be right, all are tried under each secret.
        if what.starts_with("a list of others") {
            forgeries.push(make(&format!("{what}, 2 secrets"), &head, plain, 2));
        }
    }
    forgeries
}

/// Whether more of a body is read than its bytes, before anybody vouches for it.
fn reads_body(entry: &Entry) -> bool {
    let shape = shape(entry);
    entry.is_by_code()
        || ["Json", "Field", "Form", "Ecma", "Digest", "Crc"]
            .iter()
            .any(|word| shape.contains(word))
}

/// Heads with more in their longest headers than any sender puts there.
fn heads(parts: &Parts) -> Vec<(String, Parts)> {
    let mut heads = Vec::new();
    let signatures = parts.headers.iter().filter(|(_, value)| value.len() >= 20);
    for (name, value) in signatures {
        let Ok(text) = value.to_str() else { continue };
        let mut add = |what: &str, texts: Vec<String>| {
            let mut head = parts.clone();
            head.headers.remove(name);
            for text in texts {
                let value = HeaderValue::try_from(text).expect("a value");
                head.headers.append(HeaderName::clone(name), value);
            }
            heads.push((format!("{what} in `{name}`"), head));
        };
        let times = HEADER / (text.len() + 1);
        for separator in [" ", ","] {
            let list = vec![text; times].join(separator);
            add(&format!("a list by `{separator}`"), vec![list]);
            // Each another one, so that none is passed over.
            let list: Vec<_> = (0..times).map(|at| other(text, at)).collect();
            add(&format!("a list of others by `{separator}`"), vec![list.join(separator)]);
        }
        add("many lines", (0..times).map(|at| other(text, at)).collect());
        // The longest run of letters is the signature: as DER it begins a number without end.
        let longest = text
            .split(|c: char| !c.is_ascii_alphanumeric() && !"+/_-".contains(c))
            .max_by_key(|run| run.len())
            .unwrap_or_default();
        if !longest.is_empty() {
            for (what, begins) in
                [("DER in base64", "MIQAf/8C"), ("DER in hex", "30847fffffff02"), ("zeros", "00")]
            {
                let long = format!("{begins}{}", begins.repeat(HEADER / begins.len()));
                add(what, vec![text.replacen(longest, &long, 1)]);
                // As long as a signature is, so that its numbers are read.
                let short: String = long.chars().take(longest.len()).collect();
                add(&format!("short {what}"), vec![text.replacen(longest, &short, 1)]);
            }
        }
        if let [header, claims, signature] = text.split('.').collect::<Vec<_>>()[..] {
            for unit in ["[]", "1", "2.2294003910098522336e-308", "\"\\u00e9\"", "{\"a\":1}"] {
                if let (Some(long_header), Some(long_claims)) =
                    (filled(header, unit), filled(claims, unit))
                {
                    let unit = format!("a token of {unit}");
                    add(
                        &format!("{unit}, head"),
                        vec![format!("{long_header}.{claims}.{signature}")],
                    );
                    add(
                        &format!("{unit}, claims"),
                        vec![format!("{header}.{long_claims}.{signature}")],
                    );
                }
            }
        }
    }
    heads
}

/// A part of a token, with a list in it.
fn filled(part: &str, unit: &str) -> Option<String> {
    let (scheme, part) = part.rsplit_once(' ').map_or((None, part), |(one, two)| (Some(one), two));
    let document = String::from_utf8(Base64UrlUnpadded::decode_vec(part).ok()?).ok()?;
    let document = document.strip_suffix('}')?;
    let list = vec![unit; HEADER / 2 / (unit.len() + 1)].join(",");
    let part = Base64UrlUnpadded::encode_string(format!("{document},\"zz\":[{list}]}}").as_bytes());
    Some(scheme.map_or_else(|| part.clone(), |scheme| format!("{scheme} {part}")))
}

/// Another text of the same form: one of its last letters is another.
fn other(text: &str, at: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let places: Vec<_> = (text.len() / 2..text.len().saturating_sub(3))
        .filter(|place| bytes[*place].is_ascii_hexdigit())
        .collect();
    if let Some(place) = places.get(at % places.len().max(1)) {
        bytes[*place] = if bytes[*place] == b'0' { b'1' } else { b'0' };
    }
    String::from_utf8(bytes).expect("ASCII")
}
