//! The text forms of public keys, and what is refused of them.

use base64ct::{Base64, Encoding as _};
use webhook_core::public_key::{PublicKey, PublicKeyError, SignatureAlgorithm};

const ED25519: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const P256_SPKI: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

fn ed25519(text: &str) -> Result<PublicKey, PublicKeyError> {
    PublicKey::new(SignatureAlgorithm::Ed25519, text)
}

fn p256(text: &str) -> Result<PublicKey, PublicKeyError> {
    PublicKey::new(SignatureAlgorithm::EcdsaP256, text)
}

fn rsa(text: &str) -> Result<PublicKey, PublicKeyError> {
    PublicKey::new(SignatureAlgorithm::RsaSha256, text)
}

fn pem(label: &str, der: &[u8]) -> String {
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", Base64::encode_string(der))
}

/// A value of DER.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let len = content.len();
    let head = match len {
        0..=0x7f => vec![tag, u8::try_from(len).unwrap()],
        0x80..=0xff => vec![tag, 0x81, u8::try_from(len).unwrap()],
        _ => [&[tag, 0x82][..], &u16::try_from(len).unwrap().to_be_bytes()].concat(),
    };
    [&head[..], content].concat()
}

fn pkcs1(modulus: &[u8], exponent: &[u8]) -> Vec<u8> {
    let modulus = [&[0][..], modulus].concat();
    der(0x30, &[der(2, &modulus), der(2, exponent)].concat())
}

#[test]
fn ed25519_in_every_form() {
    let bytes = hex::decode(ED25519).unwrap();
    let spki = [&hex::decode("302a300506032b6570032100").unwrap()[..], &bytes].concat();
    let base64 = Base64::encode_string(&bytes);
    for text in [
        ED25519.to_owned(),
        ED25519.to_uppercase(),
        base64.clone(),
        base64.trim_end_matches('=').to_owned(),
        format!("  {base64}\n"),
        format!("whpk_{base64}"),
        Base64::encode_string(&spki),
        pem("PUBLIC KEY", &spki),
        pem("PUBLIC KEY", &spki).replace('\n', ""),
        pem("PUBLIC KEY", &spki).replace('\n', "\r\n"),
    ] {
        assert!(ed25519(&text).is_ok(), "{text}");
    }
}

#[test]
fn p256_in_every_form() {
    let spki = Base64::decode_vec(P256_SPKI).unwrap();
    let point = &spki[spki.len() - 65..];
    let compressed = [&[2 + (point[64] & 1)], &point[1..33]].concat();
    for text in [
        P256_SPKI.to_owned(),
        hex::encode(point),
        Base64::encode_string(point),
        hex::encode(&compressed),
        pem("PUBLIC KEY", &spki),
    ] {
        assert!(p256(&text).is_ok(), "{text}");
    }
    let mut off_curve = point.to_vec();
    off_curve[64] ^= 1;
    assert_eq!(p256(&hex::encode(off_curve)).unwrap_err(), PublicKeyError::Point);
}

#[test]
fn what_is_no_public_key_is_refused() {
    use PublicKeyError as E;
    for (text, error) in [
        ("", E::Blank),
        (" \n", E::Blank),
        ("hunter2!", E::Form),
        ("aGVsbG8=", E::Form),
        (&ED25519[2..], E::Form),
        ("whpk_aGVsbG8=", E::Form),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", E::Private),
        (
            "whsec_-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJWE46qB1DvGj1PLUHlzzeO8i0Hxm5vNgi2Y1KM8y+10=\n-----END PUBLIC KEY-----",
            E::Private,
        ),
        ("-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----", E::Private),
        ("-----BEGIN RSA PRIVATE KEY-----\nMC4=\n-----END RSA PRIVATE KEY-----", E::Private),
        ("-----BEGIN PUBLIC KEY-----\nMC4=\n", E::Pem),
        ("-----BEGIN PUBLIC KEY-----\nMC4=\n-----END CERTIFICATE-----", E::Pem),
        ("-----BEGIN PUBLIC KEY-----\nMC4=\n-----END PUBLIC KEY-----", E::Der),
        ("-----BEGIN PGP PUBLIC KEY BLOCK-----\nMC4=\n-----END PGP PUBLIC KEY BLOCK-----", E::Pem),
        (P256_SPKI, E::OtherKind { expected: "Ed25519", found: "ECDSA over P-256" }),
    ] {
        assert_eq!(ed25519(text).unwrap_err(), error, "{text}");
    }
    assert_eq!(
        p256("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=").unwrap_err(),
        E::OtherKind { expected: "ECDSA over P-256", found: "Ed25519" }
    );
    assert_eq!(rsa(ED25519).unwrap_err(), E::Form);
    // A key on P-384.
    let spki = der(
        0x30,
        &[
            der(0x30, &hex::decode("06072a8648ce3d020106052b81040022").unwrap()),
            der(3, &[&[0, 4][..], &[1; 96]].concat()),
        ]
        .concat(),
    );
    assert_eq!(p256(&pem("PUBLIC KEY", &spki)).unwrap_err(), E::UnknownKind);
}

#[test]
fn keys_that_protect_nothing_are_refused() {
    let small_order = [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    ];
    for point in small_order {
        assert_eq!(ed25519(point).unwrap_err(), PublicKeyError::SmallOrder, "{point}");
    }

    let key = |modulus: &[u8], exponent: &[u8]| {
        rsa(&pem("RSA PUBLIC KEY", &pkcs1(modulus, exponent))).map(|_| ())
    };
    let modulus = [0xff; 256];
    let f4 = [1, 0, 1];
    assert_eq!(key(&modulus, &f4), Ok(()));
    assert_eq!(key(&[0xff; 512], &f4), Ok(()));
    assert_eq!(key(&[0xff; 513], &f4), Err(PublicKeyError::Modulus));
    assert_eq!(key(&[0xff; 255], &f4), Err(PublicKeyError::Modulus));
    assert_eq!(key(&[0xfe; 256], &f4), Err(PublicKeyError::Modulus));
    assert_eq!(key(&modulus, &[1]), Err(PublicKeyError::Exponent));
    assert_eq!(key(&modulus, &[2]), Err(PublicKeyError::Exponent));
    assert_eq!(key(&modulus, &[1; 6]), Err(PublicKeyError::Exponent));
    assert_eq!(key(&modulus, &[]), Err(PublicKeyError::Der));
}

#[test]
fn documents_cut_off_anywhere_are_refused() {
    let spki = Base64::decode_vec(P256_SPKI).unwrap();
    for len in 0..spki.len() {
        assert!(p256(&pem("PUBLIC KEY", &spki[..len])).is_err(), "{len}");
    }
    let longer = [&spki[..], &[0]].concat();
    assert_eq!(p256(&pem("PUBLIC KEY", &longer)).unwrap_err(), PublicKeyError::Der);
}

#[test]
fn key_sets() {
    let set = br#"{"keys":[
        {"kty":"OKP","crv":"Ed25519","kid":"one","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
        {"kty":"OKP","crv":"Ed25519","use":"enc","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
        {"kty":"OKP","crv":"Ed25519","alg":"ES256","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
        {"kty":"OKP","crv":"X25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
        {"kty":"OKP","crv":"Ed25519","x":"AQ"},
        {"kty":"oct","k":"c2VjcmV0","kid":"one","alg":"HS256"},
        {"kty":5},
        {"kty":"EC","crv":"P-256","kid":"two","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
    ]}"#;
    let ids = |algorithm| {
        let keys = PublicKey::of_key_set(algorithm, set).unwrap();
        keys.into_iter().map(|(id, _)| id.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ids(SignatureAlgorithm::Ed25519), ["one"]);
    assert_eq!(ids(SignatureAlgorithm::EcdsaP256Fixed), ["two"]);
    assert!(ids(SignatureAlgorithm::RsaSha256).is_empty());
    // Neither a set nor a key is a list of its values.
    let list = r#"["OKP","Ed25519","one","EdDSA","sig",null,null,null,"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",null]"#;
    let of_lists = format!(r#"{{"keys":[{list}]}}"#);
    let keys = PublicKey::of_key_set(SignatureAlgorithm::Ed25519, of_lists.as_bytes()).unwrap();
    assert!(keys.is_empty());
    for document in ["", "{}", "[]", "[[]]", r#"{"keys":{}}"#, r#"{"keys":[]"#] {
        let keys = PublicKey::of_key_set(SignatureAlgorithm::Ed25519, document.as_bytes());
        assert_eq!(keys.unwrap_err(), PublicKeyError::KeySet, "{document}");
    }
    let many = format!(r#"{{"keys":[{}]}}"#, vec!["{}"; 65].join(","));
    assert!(PublicKey::of_key_set(SignatureAlgorithm::Ed25519, many.as_bytes()).is_err());
}
