//! Forgeries: for each provider, bodies that were made to be expensive, well-formed but for their
//! signature.

use std::{
    hint::black_box,
    time::{Duration, SystemTime},
};

use bytes::Bytes;

use crate::catalogue::{self, Entry, signed};

/// A forgery, ready to be verified.
pub(crate) struct Forgery {
    pub(crate) name: String,
    pub(crate) size: usize,
    pub(crate) verify: Box<dyn Fn()>,
}

/// What a list of JSON is filled with. The first two are near the middle between two doubles.
const JSON: &[&str] = &[
    "2.2294003910098522336e-308",
    "1.4044477616111847706e306",
    "1e20",
    "1e5",
    "1.5",
    "0.1234567890123456",
    "99999999999999999999e3",
    "\"\"",
    "\"\\u00e9\\/\"",
    "1",
    "[]",
    "{}",
    "{\"\":1}",
    "{\"b\":1,\"a\":1,\"1\":1,\"0\":1}",
    "{\"a\":1,\"a\":2}",
    "null",
];

/// What a form is filled with.
const FORM: &[&str] = &["a", "a=", "a=b", "%61=%62", "+=+", "=", "a=%25", ""];

/// All that is tried of every provider.
pub(crate) fn all(size: usize) -> impl Iterator<Item = Forgery> {
    let random = &mut Random(0x5eed);
    let mut searched = Vec::new();
    for _ in 0..4 {
        let count = 2 + random.below(4);
        searched.push((0..count).map(|_| JSON[random.below(JSON.len())]).collect::<Vec<_>>());
    }
    catalogue::all().flat_map(move |entry| of(entry, size, &searched))
}

fn of(entry: &'static Entry, size: usize, searched: &[Vec<&'static str>]) -> Vec<Forgery> {
    let mut bodies: Vec<(String, String)> = Vec::new();
    if let Some(document) = entry.body.strip_suffix('}') {
        let member = |filler: String| format!("{document},\"zz\":{filler}}}");
        let list = |unit: &str| {
            let count = size.saturating_sub(document.len() + 20) / (unit.len() + 1);
            member(format!("[{}]", vec![unit; count].join(",")))
        };
        bodies.extend(JSON.iter().map(|unit| ((*unit).to_owned(), list(unit))));
        // At and below what one document may have of them.
        for (unit, count) in [(JSON[0], 16), ("1e5", 4_000), ("0.1234567890123456", 4_000)] {
            let many = vec![unit; count].join(",");
            let rest = size.saturating_sub(document.len() + many.len() + 30) / 2;
            let body = member(format!("[{many},{}1]", "1,".repeat(rest)));
            bodies.push((format!("{count} times {unit}"), body));
        }
        for units in searched {
            let unit = units.join(",");
            bodies.push((format!("searched: {unit}"), list(&unit)));
        }
        let members = |key: &dyn Fn(usize) -> String, most: usize| {
            let (mut text, mut index) = (String::from("{"), 0);
            while text.len() + document.len() + 40 < size && index < most {
                text.push_str(&format!("\"{}\":1,", key(index)));
                index += 1;
            }
            member(text + "\"end\":1}")
        };
        bodies.push(("equal keys".into(), members(&|_| String::new(), usize::MAX)));
        bodies.push(("falling keys".into(), members(&|at| (900_000 - at).to_string(), 4_000)));
        let mixed = |at: usize| format!("{:x}", at.wrapping_mul(0x9e37_79b9) & 0xf_ffff);
        bodies.push(("mixed keys".into(), members(&mixed, 4_000)));
        let long = |at: usize| format!("{}{at}", "k".repeat(50));
        bodies.push(("long keys".into(), members(&long, 4_000)));
        let deep = 900;
        let text = "x".repeat(size.saturating_sub(document.len() + 14 * deep + 20));
        let nested = format!("{}\"{text}\"{}", "{\"b\":".repeat(deep), ",\"a\":1}".repeat(deep));
        bodies.push(("nested".into(), member(nested)));
        bodies.push(("escapes".into(), {
            let count = size.saturating_sub(document.len() + 20) / 6;
            member(format!("\"{}\"", "\\u0041".repeat(count)))
        }));
    } else {
        for unit in FORM {
            let count = size.saturating_sub(entry.body.len()) / (unit.len() + 1);
            let body = format!("{}{}", entry.body, format!("&{unit}").repeat(count));
            bodies.push(((*unit).to_owned(), body));
            let few = format!("{}{}", entry.body, format!("&{unit}").repeat(900));
            let rest = size.saturating_sub(few.len() + 3) / 3;
            bodies.push((format!("900 times {unit}"), format!("{few}&z={}", "%41".repeat(rest))));
        }
    }
    bodies.into_iter().map(|(what, body)| forgery(entry, &what, body)).collect()
}

/// Signed with a secret that is not the owner's.
fn forgery(entry: &'static Entry, what: &str, body: String) -> Forgery {
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let size = body.len();
    let (parts, body): (_, Bytes) = signed(entry, entry.other, body.as_bytes(), noon).into_parts();
    let verifier = entry.verifier(&[entry.secret], noon);
    let verify = move || {
        black_box(verifier.verify(&parts, body.clone()).is_ok());
    };
    Forgery { name: format!("{}: {what}", entry.slug), size, verify: Box::new(verify) }
}

/// The same at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}
