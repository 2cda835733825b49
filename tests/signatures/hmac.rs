//! HMAC itself, through the public API: RFC 2202, RFC 4231 and Wycheproof, as
//! `tests/vectors/hmac/README.md` describes them.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use http::Request;
use serde::Deserialize;
use serde_json::Value;
use webhook_kit::{Provider, Rejection, Secret, Verifier};

#[derive(Provider)]
#[provider(algo = "md5", header = "x-tag", weak = "tested against published vectors")]
struct Md5;

#[derive(Provider)]
#[provider(algo = "sha1", header = "x-tag", weak = "tested against published vectors")]
struct Sha1;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-tag")]
struct Sha256;

#[derive(Provider)]
#[provider(algo = "sha384", header = "x-tag")]
struct Sha384;

#[derive(Provider)]
#[provider(algo = "sha512", header = "x-tag")]
struct Sha512;

fn verify<P: Provider>(key: &str, message: &str, tag: &str) -> Result<(), Rejection> {
    let bytes = |text: &str| {
        let digit = |at| text.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
        (0..text.len()).step_by(2).map(|at| digit(at).expect("hexadecimal")).collect::<Vec<u8>>()
    };
    let verifier = Verifier::<P>::new(Secret::new(bytes(key))).expect("a key that is not blank");
    let parts = Request::post("/").header("x-tag", tag).body(()).expect("a request").into_parts().0;
    verifier.verify(&parts, bytes(message)).map(drop)
}

fn of<P: Provider>(algorithm: &str, file: &str) -> usize {
    let file: Value = serde_json::from_str(file).expect("vectors");
    let cases = file["cases"].as_array().expect("cases");
    let mut checked = 0;
    for case in cases {
        let text = |name: &str| case[name].as_str().expect("a text");
        let (key, message, tag) = (text("key"), text("msg"), text(algorithm));
        let verdict = verify::<P>(key, message, tag);
        if tag.len() == P::SCHEME.algorithm().signature_len() * 2 {
            verdict.unwrap_or_else(|rejection| panic!("case {}: {rejection}", case["case"]));
        } else {
            // A truncated tag is weaker than the algorithm that was declared.
            assert!(matches!(verdict, Err(Rejection::MalformedHeader { .. })), "{}", case["case"]);
        }
        checked += 1;
    }
    checked
}

#[test]
fn rfc_2202() {
    assert_eq!(of::<Md5>("md5", include_str!("../vectors/hmac/rfc2202_md5.json")), 7);
    assert_eq!(of::<Sha1>("sha1", include_str!("../vectors/hmac/rfc2202.json")), 7);
}

#[test]
fn rfc_4231() {
    const FILE: &str = include_str!("../vectors/hmac/rfc4231.json");
    assert_eq!(of::<Sha256>("sha256", FILE), 7);
    assert_eq!(of::<Sha384>("sha384", FILE), 7);
    assert_eq!(of::<Sha512>("sha512", FILE), 7);
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wycheproof {
    number_of_tests: usize,
    test_groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    tag_size: usize,
    tests: Vec<Test>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Test {
    tc_id: usize,
    key: String,
    msg: String,
    tag: String,
    result: String,
}

/// Returns how many were accepted, refused because the tag is wrong, refused because it is cut.
fn wycheproof<P: Provider>(file: &str) -> (usize, usize, usize) {
    let file: Wycheproof = serde_json::from_str(file).expect("vectors");
    let full = P::SCHEME.algorithm().signature_len() * 8;
    let mut seen = (0, 0, 0);
    for group in &file.test_groups {
        for test in &group.tests {
            let verdict = verify::<P>(&test.key, &test.msg, &test.tag);
            match (verdict, test.result.as_str(), group.tag_size == full) {
                (Ok(()), "valid", true) => seen.0 += 1,
                (Err(Rejection::Signature), "invalid", true) => seen.1 += 1,
                (Err(Rejection::MalformedHeader { .. }), _, false) => seen.2 += 1,
                (verdict, expected, _) => panic!("{}: {verdict:?}, not {expected}", test.tc_id),
            }
        }
    }
    assert_eq!(seen.0 + seen.1 + seen.2, file.number_of_tests);
    seen
}

#[test]
fn wycheproof_sha1() {
    let file = include_str!("../vectors/hmac/wycheproof_hmac_sha1.json");
    assert_eq!(wycheproof::<Sha1>(file), (33, 54, 83));
}

#[test]
fn wycheproof_sha256() {
    let file = include_str!("../vectors/hmac/wycheproof_hmac_sha256.json");
    assert_eq!(wycheproof::<Sha256>(file), (33, 54, 87));
}

#[test]
fn wycheproof_sha384() {
    let file = include_str!("../vectors/hmac/wycheproof_hmac_sha384.json");
    assert_eq!(wycheproof::<Sha384>(file), (33, 54, 87));
}

#[test]
fn wycheproof_sha512() {
    let file = include_str!("../vectors/hmac/wycheproof_hmac_sha512.json");
    assert_eq!(wycheproof::<Sha512>(file), (33, 54, 87));
}
