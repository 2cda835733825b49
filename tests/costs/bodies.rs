//! Bodies that were made to be expensive to read: of what is known to be so, and of what is searched for.

use std::fmt::Write as _;

/// What a list of JSON is filled with. The first two are near the middle between two doubles.
const JSON: &[&str] = &[
    "2.2294003910098522336e-308",
    "1.4044477616111847706e306",
    "1e20",
    "0.1234567890123456",
    "99999999999999999999e3",
    "\"\"",
    "\"\\u00e9\\/\"",
    "1",
    "[]",
    "{\"\":1}",
    "{\"b\":1,\"a\":1,\"1\":1,\"0\":1}",
    "null",
];

/// What a form is filled with.
const FORM: &[&str] = &["a", "a=b", "%61=%62", "+=+", "=", ""];

/// Bodies of a size that say what a delivery says, with what each is filled with.
pub(crate) fn bodies(genuine: &str, size: usize) -> Vec<(String, String)> {
    match genuine.strip_suffix('}') {
        Some(document) => documents(document, size),
        None => forms(genuine, size),
    }
}

fn documents(document: &str, size: usize) -> Vec<(String, String)> {
    let room = size.saturating_sub(document.len() + 40);
    let member = |filler: String| format!("{document},\"zz\":{filler}}}");
    let list =
        |unit: &str| member(format!("[{}1]", format!("{unit},").repeat(room / (unit.len() + 1))));
    let mut bodies: Vec<_> = JSON.iter().map(|unit| ((*unit).to_owned(), list(unit))).collect();
    let random = &mut Random(0x5eed);
    for _ in 0..3 {
        let units: Vec<_> =
            (0..2 + random.below(4)).map(|_| JSON[random.below(JSON.len())]).collect();
        let unit = units.join(",");
        bodies.push((format!("searched: {unit}"), list(&unit)));
    }
    // At what one document may have of them, and not beyond.
    for (unit, count) in [(JSON[0], 16), ("1e5", 4_000)] {
        let many = format!("{unit},").repeat(count);
        let rest = "1,".repeat(room.saturating_sub(many.len()) / 2);
        bodies.push((format!("{count} times {unit}"), member(format!("[{many}{rest}1]"))));
    }
    let members = |key: &dyn Fn(usize) -> String| {
        let mut text = String::from("{");
        for index in 0..4_000 {
            if text.len() < room.saturating_sub(80) {
                let _ = write!(text, "\"{}\":1,", key(index));
            }
        }
        let rest = "x".repeat(room.saturating_sub(text.len() + 10));
        member(format!("{text}\"end\":\"{rest}\"}}"))
    };
    bodies.push(("falling keys".into(), members(&|at| (900_000 - at).to_string())));
    let mixed = |at: usize| format!("{:x}", at.wrapping_mul(0x9e37_79b9) & 0xf_ffff);
    bodies.push(("mixed keys".into(), members(&mixed)));
    bodies.push(("long keys".into(), members(&|at| format!("{}{at}", "k".repeat(50)))));
    let deep = 120;
    let text = "x".repeat(room.saturating_sub(14 * deep));
    let nested = format!("{}\"{text}\"{}", "{\"b\":".repeat(deep), ",\"a\":1}".repeat(deep));
    bodies.push(("nested".into(), member(nested)));
    bodies.push(("escapes".into(), member(format!("\"{}\"", "\\u0041".repeat(room / 6)))));
    bodies
}

fn forms(form: &str, size: usize) -> Vec<(String, String)> {
    let room = size.saturating_sub(form.len());
    let mut bodies = Vec::new();
    for unit in FORM {
        let many = format!("&{unit}").repeat(room / (unit.len() + 1));
        bodies.push(((*unit).to_owned(), format!("{form}{many}")));
        let few = format!("&{unit}").repeat(900);
        let rest = "%41".repeat(room.saturating_sub(few.len() + 3) / 3);
        bodies.push((format!("900 times {unit}"), format!("{form}{few}&z={rest}")));
    }
    bodies
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
