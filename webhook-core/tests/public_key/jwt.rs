//! Tokens: the vectors of their RFCs, and the confusions that have been tried on them.

use std::time::{Duration, SystemTime};

use base64ct::{Base64UrlUnpadded, Encoding as _};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use webhook_core::{
    Secret,
    jwt::{
        ClaimDigest, DigestClaim, DigestText, JwtAlgorithm as A, JwtContent, JwtError, JwtInput,
        JwtKey, JwtScheme, JwtSigning, JwtVerifier, VerifiedToken, key_id,
    },
    public_key::{PublicKey, SignatureAlgorithm},
};

const RS256_SET: &str = r#"{"keys":[{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}]}"#;
const ES256_SET: &str = r#"{"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}"#;
const EDDSA_SET: &str =
    r#"{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}"#;

const PAYLOAD: &str = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const RS256_SIGNATURE: &str = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

const DELIVERY_HS256: JwtScheme =
    JwtScheme::new(&[A::Hs256]).with_content(JwtContent::Whole).with_issuer("joe");
const DELIVERY_RS256: JwtScheme =
    JwtScheme::new(&[A::Rs256]).with_content(JwtContent::Whole).with_issuer("joe");
const DELIVERY_ES256: JwtScheme =
    JwtScheme::new(&[A::Es256]).with_content(JwtContent::Whole).with_issuer("joe");

/// Before the expiry of the RFCs' tokens.
fn in_2011() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_300_819_370)
}

fn key(algorithm: SignatureAlgorithm, set: &str) -> JwtKey {
    let mut keys = PublicKey::of_key_set(algorithm, set.as_bytes()).unwrap();
    JwtKey::public(keys.remove(0).1)
}

fn rs256() -> JwtVerifier {
    JwtVerifier::new(&DELIVERY_RS256, [key(SignatureAlgorithm::RsaSha256, RS256_SET)]).unwrap()
}

fn verify(verifier: &JwtVerifier, token: &str) -> Result<VerifiedToken, JwtError> {
    verifier.verify(&JwtInput::new(token.as_bytes(), b"", in_2011()))
}

fn encode(text: impl AsRef<[u8]>) -> String {
    Base64UrlUnpadded::encode_string(text.as_ref())
}

/// A token with any header, signed with HMAC-SHA256.
fn hs256(header: &str, payload: &str, secret: &[u8]) -> String {
    let signed = format!("{}.{}", encode(header), encode(payload));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    mac.update(signed.as_bytes());
    format!("{signed}.{}", encode(mac.finalize().into_bytes()))
}

/// RFC 7515, A.1 to A.3.
#[test]
fn rfc_7515() {
    let secret =
        "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    let secret = Secret::new(Base64UrlUnpadded::decode_vec(secret).unwrap());
    let verifier = JwtVerifier::new(&DELIVERY_HS256, [JwtKey::secret(&secret)]).unwrap();
    let token = format!(
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{PAYLOAD}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    let claims = verify(&verifier, &token).unwrap();
    assert_eq!(claims.claim("iss").as_deref(), Some("joe"));
    assert_eq!(claims.algorithm(), A::Hs256);

    let token = format!("eyJhbGciOiJSUzI1NiJ9.{PAYLOAD}.{RS256_SIGNATURE}");
    assert!(verify(&rs256(), &token).is_ok());

    let es256 = key(SignatureAlgorithm::EcdsaP256Fixed, ES256_SET);
    let verifier = JwtVerifier::new(&DELIVERY_ES256, [es256]).unwrap();
    let token = format!(
        "eyJhbGciOiJFUzI1NiJ9.{PAYLOAD}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
    );
    assert!(verify(&verifier, &token).is_ok());

    // The token is over 15 years later.
    let input = JwtInput::new(token.as_bytes(), b"", SystemTime::now());
    assert!(matches!(verifier.verify(&input), Err(JwtError::Expired { .. })));
}

/// RFC 8037, A.4, whose payload is no JSON; as a detached signature it is a body.
#[test]
fn rfc_8037() {
    const DETACHED: JwtScheme = JwtScheme::new(&[A::EdDsa]).with_content(JwtContent::Detached);
    let token = "eyJhbGciOiJFZERTQSJ9..hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    let verifier =
        JwtVerifier::new(&DETACHED, [key(SignatureAlgorithm::Ed25519, EDDSA_SET)]).unwrap();
    let verify = |body: &[u8]| {
        verifier.verify(&JwtInput::new(token.as_bytes(), body, SystemTime::now())).map(|_| ())
    };
    assert_eq!(verify(b"Example of Ed25519 signing"), Ok(()));
    assert_eq!(verify(b"Example of Ed25519 signing!"), Err(JwtError::Signature));
    // A payload in a token that should have none would be a second body.
    let attached = token.replace("..", &format!(".{}.", encode("Example of Ed25519 signing")));
    let input = JwtInput::new(attached.as_bytes(), b"another body", SystemTime::now());
    assert_eq!(verifier.verify(&input).unwrap_err(), JwtError::Malformed);
}

#[test]
fn no_token_chooses_its_algorithm() {
    let signed = |header: &str| format!("{}.{PAYLOAD}.{RS256_SIGNATURE}", encode(header));
    let unsigned = |header: &str| format!("{}.{PAYLOAD}.", encode(header));
    // What an attacker who knows the public key can make of it.
    let public = RS256_SET.as_bytes();
    let claims = r#"{"iss":"joe"}"#;
    let attempts = [
        hs256(r#"{"alg":"HS256"}"#, claims, public),
        hs256(r#"{"alg":"RS256"}"#, claims, public),
        hs256(r#"{"alg":"HS256","alg":"RS256"}"#, claims, public),
        hs256(r#"{"alg":"RS256","alg":"HS256"}"#, claims, public),
        hs256(r#"{"alg":"HS256","jwk":{"kty":"oct","k":"AA"}}"#, claims, &[0]),
        hs256(r#"{"alg":"HS256","kid":"../../../../dev/null"}"#, claims, b""),
        hs256(r#"{"alg":"HS256","kid":"' UNION SELECT 'key"}"#, claims, b"key"),
        hs256(r#"{"alg":"HS256","jku":"https://attacker.example/"}"#, claims, b"key"),
        unsigned(r#"{"alg":"none"}"#),
        unsigned(r#"{"alg":"None"}"#),
        unsigned(r#"{"alg":"NONE"}"#),
        unsigned(r#"{"alg":""}"#),
        unsigned(r#"{"alg":null}"#),
        unsigned(r#"{"alg":["RS256"]}"#),
        unsigned("{}"),
        unsigned(r#"{"alg":"RS256"}"#),
        // The header is part of what is signed: none of these is.
        signed(r#"{"alg":"rs256"}"#),
        signed(r#"{"alg":"RS256 "}"#),
        signed(r#"{"alg":"RS256","crit":["exp"]}"#),
        signed(r#"{"alg":"RS512"}"#),
        signed(r#"{"alg":"none","alg":"RS256"}"#),
    ];
    for token in attempts {
        assert_eq!(verify(&rs256(), &token).unwrap_err(), JwtError::Signature, "{token}");
    }
}

/// Headers that the sender did sign, with the right key, and that still must not be taken.
#[test]
fn signed_headers_are_held_to_the_declaration() {
    let secret = Secret::new("a secret");
    let verifier = JwtVerifier::new(&DELIVERY_HS256, [JwtKey::secret(&secret)]).unwrap();
    let verify = |header: &str| {
        verify(&verifier, &hs256(header, r#"{"iss":"joe"}"#, b"a secret")).map(|_| ())
    };
    assert_eq!(verify(r#"{"alg":"HS256"}"#), Ok(()));
    assert_eq!(verify(r#"{"alg":"HS256","kid":"../x","typ":"JWT","b64":true}"#), Ok(()));
    assert_eq!(verify(r#"{"\u0061lg":"HS256"}"#), Ok(()));
    for (header, error) in [
        (r#"{"alg":"none"}"#, JwtError::Algorithm),
        (r#"{"alg":"RS256"}"#, JwtError::Algorithm),
        (r#"{"alg":"hs256"}"#, JwtError::Algorithm),
        (r#"{"alg":"HS384"}"#, JwtError::Algorithm),
        (r#"{"alg":["HS256"]}"#, JwtError::Algorithm),
        (r#"{"alg":true}"#, JwtError::Algorithm),
        ("{}", JwtError::Algorithm),
        (r#""HS256""#, JwtError::Algorithm),
        (r#"{"alg":"HS256","alg":"HS256"}"#, JwtError::Json),
        (r#"{"alg":"none","alg":"HS256"}"#, JwtError::Json),
        (r#"{"alg":"none","\u0061lg":"HS256"}"#, JwtError::Json),
        (r#"{"alg":"HS256"} {}"#, JwtError::Json),
        (r#"{"alg":"HS256""#, JwtError::Json),
        ("\u{feff}{}", JwtError::Json),
        (r#"{"alg":"HS256","crit":[]}"#, JwtError::Critical),
        (r#"{"alg":"HS256","crit":["exp"],"exp":1}"#, JwtError::Critical),
        (r#"{"alg":"HS256","crit":null}"#, JwtError::Critical),
        (r#"{"alg":"HS256","b64":false}"#, JwtError::Critical),
        (r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#, JwtError::Critical),
    ] {
        assert_eq!(verify(header), Err(error), "{header}");
    }
    // Nesting costs no memory, and is bounded.
    let deep = format!("{{\"alg\":\"HS256\",\"x\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    assert_eq!(verify(&deep), Err(JwtError::Malformed));
    let deep = format!("{{\"alg\":\"HS256\",\"x\":{}{}}}", "[".repeat(500), "]".repeat(500));
    assert_eq!(verify(&deep), Err(JwtError::Json));
}

#[test]
fn keys_are_held_to_the_declaration() {
    let secret = JwtKey::secret(&Secret::new("a secret"));
    let public = key(SignatureAlgorithm::RsaSha256, RS256_SET);
    let other = key(SignatureAlgorithm::RsaSha512, RS256_SET);
    let pem = "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----";
    let refused = |scheme, keys: Vec<JwtKey>| JwtVerifier::new(scheme, keys).is_err();
    assert!(!refused(&DELIVERY_HS256, vec![secret.clone()]));
    assert!(!refused(&DELIVERY_RS256, vec![public.clone()]));
    assert!(refused(&DELIVERY_HS256, vec![public.clone()]), "a public key as a secret");
    assert!(refused(&DELIVERY_HS256, vec![JwtKey::secret(&Secret::new(pem))]), "the same, in PEM");
    assert!(refused(&DELIVERY_HS256, vec![secret.clone(), public]), "one of two");
    assert!(refused(&DELIVERY_RS256, vec![secret]), "a secret as a public key");
    assert!(refused(&DELIVERY_RS256, vec![other]), "a public key for another hash");
    assert!(refused(&DELIVERY_HS256, vec![JwtKey::secret(&Secret::new(" "))]), "blank");
    assert!(refused(&DELIVERY_HS256, vec![]), "none");
}

#[test]
fn declarations_are_checked() {
    const BODY: &[DigestClaim] =
        &[DigestClaim::of_body("sha256", ClaimDigest::Sha256, DigestText::Hex)];
    const URL: &[DigestClaim] = &[DigestClaim::of_url("url", ClaimDigest::Sha256, DigestText::Hex)];
    const HS: JwtScheme = JwtScheme::new(&[A::Hs256]);
    assert!(HS.problem().is_some(), "nothing binds the body");
    assert!(HS.with_digests(URL).problem().is_some(), "an address is no body");
    assert!(HS.with_unsigned("").problem().is_some(), "no reason");
    assert!(HS.with_unsigned("it signs its address only").problem().is_none());
    assert!(HS.with_digests(BODY).problem().is_none());
    assert!(HS.with_digests(BODY).with_unsigned("no").problem().is_some(), "it is signed");
    assert!(HS.with_content(JwtContent::Detached).with_issuer("x").problem().is_some());
    assert!(JwtScheme::new(&[]).with_digests(BODY).problem().is_some());
    assert!(JwtScheme::new(&[A::Rs256, A::Es256]).with_digests(BODY).problem().is_none());
    for mixed in [&[A::Hs256, A::Rs256][..], &[A::Es256, A::EdDsa, A::Hs256]] {
        let mixed: &'static [A] = mixed;
        assert!(JwtScheme::new(mixed).with_digests(BODY).problem().is_some(), "{mixed:?}");
    }
}

#[test]
fn claims() {
    const SCHEME: JwtScheme = JwtScheme::new(&[A::Hs256])
        .with_issuer("sender")
        .with_audience("us")
        .with_leeway(Duration::from_secs(5))
        .with_max_age(Duration::from_secs(300))
        .with_digests(&[DigestClaim::of_body("sha256", ClaimDigest::Sha256, DigestText::Hex)]);
    let secret = Secret::new("a secret");
    let verifier = JwtVerifier::new(&SCHEME, [JwtKey::secret(&secret)]).unwrap();
    let start = 1_700_000_000;
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(start);
    let sign = || JwtSigning::new(&SCHEME).at(now).body(b"body");
    let verify = |signing: JwtSigning<'_>| {
        let token = signing.under_secret(&secret).unwrap();
        verifier.verify(&JwtInput::new(token.as_bytes(), b"body", now)).map(|_| ())
    };
    let seconds = Duration::from_secs;
    assert_eq!(verify(sign()), Ok(()));
    assert_eq!(verify(sign().body(b"other")), Err(JwtError::OtherClaim("sha256")));
    assert_eq!(verify(sign().claim("sha256", 5)), Err(JwtError::MissingClaim("sha256")));
    assert_eq!(verify(sign().claim("aud", vec!["them", "us"])), Ok(()));
    assert_eq!(verify(sign().claim("exp", start - 4)), Ok(()));
    assert_eq!(verify(sign().claim("nbf", start + 5)), Ok(()));
    assert_eq!(verify(sign().claim("iat", start - 300)), Ok(()));
    assert_eq!(verify(sign().claim("exp", 1_700_000_000.5)), Ok(()));
    for (name, value, error) in [
        ("aud", serde_json::json!("them"), JwtError::OtherClaim("aud")),
        ("aud", serde_json::json!([]), JwtError::OtherClaim("aud")),
        ("aud", serde_json::json!({"us": 1}), JwtError::OtherClaim("aud")),
        ("iss", serde_json::json!("Sender"), JwtError::OtherClaim("iss")),
        ("iss", serde_json::json!(["sender"]), JwtError::MissingClaim("iss")),
        ("exp", (start - 5).into(), JwtError::Expired { since: seconds(5) }),
        ("exp", serde_json::json!("1800000000"), JwtError::MissingClaim("exp")),
        ("exp", serde_json::json!(-1), JwtError::MissingClaim("exp")),
        ("exp", serde_json::json!(1e300), JwtError::MissingClaim("exp")),
        ("exp", serde_json::json!(null), JwtError::MissingClaim("exp")),
        ("nbf", (start + 6).into(), JwtError::NotYet { ahead: seconds(6) }),
        ("iat", (start + 6).into(), JwtError::NotYet { ahead: seconds(6) }),
        ("iat", (start - 301).into(), JwtError::Expired { since: seconds(301) }),
        ("iat", u64::MAX.into(), JwtError::MissingClaim("iat")),
    ] {
        assert_eq!(verify(sign().claim(name, value.clone())), Err(error), "{name}: {value}");
    }
    // A fraction with an exponent is another number than its beginning.
    let exponent = r#"{"iss":"sender","aud":"us","iat":1.7e9}"#;
    let token = hs256(r#"{"alg":"HS256"}"#, exponent, b"a secret");
    let input = JwtInput::new(token.as_bytes(), b"body", now);
    assert_eq!(verifier.verify(&input).unwrap_err(), JwtError::MissingClaim("iat"));
    // A claim that stands there twice means two things.
    let twice = format!(r#"{{"iss":"sender","aud":"us","iat":{start},"exp":1,"exp":1800000000}}"#);
    let token = hs256(r#"{"alg":"HS256"}"#, &twice, b"a secret");
    let input = JwtInput::new(token.as_bytes(), b"body", now);
    assert_eq!(verifier.verify(&input).unwrap_err(), JwtError::Json);
}

#[test]
fn an_end_may_be_required() {
    const OPEN: JwtScheme = JwtScheme::new(&[A::Hs256]).with_unsigned("it is a test");
    const ENDING: JwtScheme = OPEN.requiring_expiry();
    let secret = Secret::new("a secret");
    let header = r#"{"alg":"HS256"}"#;
    for (scheme, claims, error) in [
        (&OPEN, "{}", None),
        (&ENDING, "{}", Some(JwtError::MissingClaim("exp"))),
        (&ENDING, r#"{"exp":1300819380}"#, None),
    ] {
        let verifier = JwtVerifier::new(scheme, [JwtKey::secret(&secret)]).unwrap();
        let verdict = verify(&verifier, &hs256(header, claims, b"a secret"));
        assert_eq!(verdict.err(), error, "{claims}");
    }
}

#[test]
fn what_is_no_token_is_refused() {
    let good = format!("eyJhbGciOiJSUzI1NiJ9.{PAYLOAD}.{RS256_SIGNATURE}");
    for token in [
        String::new(),
        ".".into(),
        "..".into(),
        "...".into(),
        format!("{good}."),
        format!(".{good}"),
        good.replace('.', ""),
        format!("{good}="),
        format!("{good}\n"),
        format!(" {good}"),
        format!("Bearer {good}"),
        format!("{good}\u{0}"),
    ] {
        let error = verify(&rs256(), &token).unwrap_err();
        assert!(matches!(error, JwtError::Malformed | JwtError::Signature), "{token}");
    }
    for at in 0..good.len() {
        let mut changed = good.clone().into_bytes();
        changed[at] ^= 1;
        let input = JwtInput::new(&changed, b"", in_2011());
        assert!(rs256().verify(&input).is_err(), "{at}");
    }
}

#[test]
fn several_keys_and_algorithms() {
    const ANY: JwtScheme =
        JwtScheme::new(&[A::Hs256, A::Hs384, A::Hs512]).with_unsigned("a test of algorithms alone");
    let (new, old) = (Secret::new("new"), Secret::new("old"));
    let keys = [JwtKey::secret(&new), JwtKey::secret(&old)];
    let verifier = JwtVerifier::new(&ANY, keys).unwrap();
    for algorithm in [A::Hs256, A::Hs384, A::Hs512] {
        for (index, secret) in [&new, &old].into_iter().enumerate() {
            let token = JwtSigning::new(&ANY).algorithm(algorithm).under_secret(secret).unwrap();
            let input = JwtInput::new(token.as_bytes(), b"", SystemTime::now());
            let token = verifier.verify(&input).unwrap();
            assert_eq!((token.key(), token.algorithm()), (index, algorithm));
        }
    }
}

#[test]
fn detached_signatures_over_the_body_as_it_is() {
    const ENCODED: JwtScheme = JwtScheme::new(&[A::Hs256]).with_content(JwtContent::Detached);
    const RAW: JwtScheme = JwtScheme::new(&[A::Hs256]).with_content(JwtContent::DetachedRaw);
    let secret = Secret::new("a secret");
    let verifier = JwtVerifier::new(&RAW, [JwtKey::secret(&secret)]).unwrap();
    let body: Vec<u8> = (0..5000_u32).map(|at| (at % 251) as u8).collect();
    let token = JwtSigning::new(&RAW).body(&body).under_secret(&secret).unwrap();
    assert!(token.contains(".."));
    let now = SystemTime::now();
    assert!(verifier.verify(&JwtInput::new(token.as_bytes(), &body, now)).is_ok());
    assert!(verifier.verify(&JwtInput::new(token.as_bytes(), &body[1..], now)).is_err());

    // In base64url the body crosses the borders of blocks.
    let verifier = JwtVerifier::new(&ENCODED, [JwtKey::secret(&secret)]).unwrap();
    let payload = encode(&body);
    let mut mac = Hmac::<Sha256>::new_from_slice(b"a secret").unwrap();
    let header = encode(r#"{"alg":"HS256"}"#);
    mac.update(format!("{header}.{payload}").as_bytes());
    let token = format!("{header}..{}", encode(mac.finalize().into_bytes()));
    assert!(verifier.verify(&JwtInput::new(token.as_bytes(), &body, now)).is_ok());
}

#[test]
fn ids_of_keys() {
    let id = |header: &str| key_id(format!("{}.e30.", encode(header)).as_bytes());
    assert_eq!(id(r#"{"kid":"one"}"#), Ok(Some("one".to_owned())));
    assert_eq!(id(r#"{"alg":"none"}"#), Ok(None));
    for header in [
        r#"{"kid":""}"#.to_owned(),
        r#"{"kid":5}"#.to_owned(),
        r#"{"kid":"one","kid":"two"}"#.to_owned(),
        format!(r#"{{"kid":"{}"}}"#, "x".repeat(257)),
        "{".to_owned(),
    ] {
        assert_eq!(id(&header), Err(JwtError::Json), "{header}");
    }
}
