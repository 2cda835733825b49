//! The value of a signature's header, against a second reading of the same rule.

use bytes::Bytes;
use http::Request;
use webhook_kit::Verifier;

use crate::senders::{Listed, NOON, Standard, add, digits, noon, secret, with_good};

const BODY: &[u8] = b"{\"id\":\"evt_1\",\"type\":\"paid\"}";

/// The lines of `data` are values of the header; `GOOD` stands for the genuine signature.
///
/// # Panics
///
/// If a delivery verifies that should not, or does not that should.
pub fn check(data: &[u8]) {
    let good = digits(BODY);
    let lines: Vec<Vec<u8>> =
        data.split(|byte| *byte == b'\n').map(|line| with_good(line, &good)).collect();
    let mut request = Request::new(Bytes::from_static(BODY));
    for line in &lines {
        add(&mut request, "x-listed-signature", line);
    }
    let values: Vec<Vec<u8>> = request
        .headers()
        .get_all("x-listed-signature")
        .iter()
        .map(|value| value.as_bytes().to_vec())
        .collect();
    let expected = is_genuine(&values, &good);
    let (parts, body) = request.into_parts();
    let verifier = Verifier::<Listed>::new(secret()).expect("a secret").clock(noon);
    let verdict = verifier.verify(&parts, body);
    assert_eq!(verdict.is_ok(), expected, "{values:?}: {verdict:?}");
    if let Err(rejection) = verdict {
        assert!([400, 401].contains(&rejection.status().as_u16()), "{rejection}");
    }
    standard(&lines);
}

/// What the declaration says, read by the simplest code that can.
fn is_genuine(values: &[Vec<u8>], good: &str) -> bool {
    let Some(value) = values.first() else { return false };
    if values.iter().any(|other| other != value) {
        return false;
    }
    let elements = || value.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
    let mut times = elements().filter_map(|element| element.strip_prefix(b"t="));
    let now = NOON.to_string();
    let is_now = times.clone().count() > 0 && times.all(|time| time == now.as_bytes());
    is_now
        && elements()
            .filter_map(|element| element.strip_prefix(b"v1="))
            .any(|digits| digits.eq_ignore_ascii_case(good.as_bytes()))
}

/// Nobody's signature: id, timestamp and signature as they come never verify.
fn standard(lines: &[Vec<u8>]) {
    let mut request = Request::new(Bytes::from_static(BODY));
    for (name, line) in
        ["webhook-signature", "webhook-timestamp", "webhook-id"].into_iter().zip(lines)
    {
        add(&mut request, name, line);
    }
    let (parts, body) = request.into_parts();
    let verifier = Verifier::<Standard>::new(secret()).expect("a secret").clock(noon);
    let verdict = verifier.verify(&parts, body);
    assert!(verdict.is_err(), "{lines:?}");
}
