//! Tokens: what verifies was signed, in a declared way, by whoever has the key, and says what it must.
//! The other way round, whatever is so verifies: a second reading of the same rules says when.

use std::sync::OnceLock;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::Request;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use webhook_kit::{
    Provider, Secret, Verifier,
    jwt::{
        ClaimDigest, DigestClaim, DigestText, JwtAlgorithm, JwtContent, JwtInput, JwtKey,
        JwtScheme, JwtVerifier, key_id,
    },
    public_key::{PublicKey, SignatureAlgorithm},
};

use crate::{
    reading::{document, value},
    senders::{NOON, add, noon, secret},
};

const SECRET: &[u8] = b"a secret that no fuzzer guesses";
const ED25519: [&str; 2] = [
    include_str!("../../tests/vectors/keys/ed25519-one.pub"),
    include_str!("../../tests/vectors/keys/ed25519-one.pem"),
];
const P256: [&str; 2] = [
    include_str!("../../tests/vectors/keys/p256-one.pub"),
    include_str!("../../tests/vectors/keys/p256-one.pem"),
];

/// A delivery whose token holds a digest of the body, under a secret.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "jwt-hs256",
    header = "x-token",
    alternative(algo = "jwt-hs512"),
    jwt(issuer = "me", audience = "you", digest = "sha256=sha256:body", expiry = "required")
)]
pub struct Claiming;

#[derive(Debug, Provider)]
#[provider(crate = webhook_kit, algo = "ed25519", encoding = "base64url", header = "x-signature")]
struct UnderEd25519;

#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "ecdsa-p256-fixed",
    encoding = "base64url",
    header = "x-signature"
)]
struct UnderP256;

const DIGEST: DigestClaim = DigestClaim::of_body("sha256", ClaimDigest::Sha256, DigestText::Hex);

/// As `Claiming` declares it.
const CLAIMS: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs256, JwtAlgorithm::Hs512])
    .with_issuer("me")
    .with_audience("you")
    .with_digests(&[DIGEST])
    .requiring_expiry();
const PUBLIC: JwtScheme = JwtScheme::new(&[JwtAlgorithm::EdDsa, JwtAlgorithm::Es256])
    .with_max_age(std::time::Duration::from_secs(300))
    .with_digests(&[DIGEST.optional_if_empty()]);
const WHOLE: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs384]).with_content(JwtContent::Whole);
const DETACHED: JwtScheme =
    JwtScheme::new(&[JwtAlgorithm::Hs256]).with_content(JwtContent::Detached);
const RAW: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs256]).with_content(JwtContent::DetachedRaw);

/// A declaration, and what it says once more.
struct Rules {
    scheme: &'static JwtScheme,
    algorithms: &'static [&'static str],
    /// `iss` and `aud`, and an end.
    strict: bool,
    max_age: Option<i128>,
    /// Whether a claim holds the body's digest; an empty body needs none where it may be missing.
    digest: Option<bool>,
    detached: bool,
    raw: bool,
}

const RULES: [Rules; 5] = [
    Rules {
        scheme: &CLAIMS,
        algorithms: &["HS256", "HS512"],
        strict: true,
        max_age: None,
        digest: Some(false),
        detached: false,
        raw: false,
    },
    Rules {
        scheme: &PUBLIC,
        algorithms: &["EdDSA", "ES256"],
        strict: false,
        max_age: Some(300),
        digest: Some(true),
        detached: false,
        raw: false,
    },
    Rules {
        scheme: &WHOLE,
        algorithms: &["HS384"],
        strict: false,
        max_age: None,
        digest: None,
        detached: false,
        raw: false,
    },
    Rules {
        scheme: &DETACHED,
        algorithms: &["HS256"],
        strict: false,
        max_age: None,
        digest: None,
        detached: true,
        raw: false,
    },
    Rules {
        scheme: &RAW,
        algorithms: &["HS256"],
        strict: false,
        max_age: None,
        digest: None,
        detached: true,
        raw: true,
    },
];

/// Who signs, by the word of `data`.
const SIGNERS: [&str; 6] = ["HS256", "HS384", "HS512", "EdDSA", "ES256", "PUBLIC"];

/// The first byte of `data` chooses a declaration. Then there are lines: the header, the payload, and the
/// signature; the rest is the body. Header and payload are encoded, but not what follows a `!`. The
/// word of an algorithm stands for the signature in that way, `PUBLIC` for an HMAC under the text of
/// the public key, `DIGEST` for the digest of the body.
///
/// # Panics
///
/// If a token verifies that should not, or does not that should.
pub fn check(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let chosen = usize::from(*first) % RULES.len();
    let rules = &RULES[chosen];
    let mut parts = rest.splitn(4, |byte| *byte == b'\n');
    let mut next = || parts.next().unwrap_or_default();
    let (header, payload, signature, body) = (next(), next(), next(), next());
    let header = encoded(header);
    let payload = encoded(&with_digest(payload, body));
    // What is signed of a detached payload is the body, and its place in the token is empty.
    let mut token = [&header[..], b".", &payload].concat();
    let mut message = token.clone();
    if rules.detached && payload.is_empty() {
        message.extend(if rules.raw { body.to_vec() } else { encode(body).into_bytes() });
    }
    let signer =
        SIGNERS.iter().find_map(|name| Some((*name, signature.strip_prefix(name.as_bytes())?)));
    let signature = match signer {
        Some((name, behind)) => [sign(name, &message).as_bytes(), behind].concat(),
        None => signature.to_vec(),
    };
    token.push(b'.');
    token.extend_from_slice(&signature);
    let token = &token[..];

    let is_genuine = is_genuine(rules, token, body);
    let input = JwtInput::new(token, body, noon());
    let verdict = verifiers()[chosen].verify(&input);
    assert_eq!(verdict.is_ok(), is_genuine == Some(true), "{verdict:?}, {token:?} {body:?}");
    if let Ok(verified) = verdict {
        assert!(rules.algorithms.contains(&verified.algorithm().as_str()));
        assert_eq!(encode(verified.payload()).as_bytes(), payload);
    }
    if let Ok(Some(id)) = key_id(token) {
        assert!((1..=256).contains(&id.len()));
    }
    if chosen == 0 {
        delivered(token, body, is_genuine == Some(true));
    }
}

/// The same, as a delivery.
fn delivered(token: &[u8], body: &[u8], is_genuine: bool) {
    static VERIFIER: OnceLock<Verifier<Claiming>> = OnceLock::new();
    let mut request = Request::new(Bytes::copy_from_slice(body));
    add(&mut request, "x-token", token);
    let Some(kept) = request.headers().get("x-token") else { return };
    // A header has no blanks around its value.
    let is_genuine = is_genuine && kept.as_bytes() == token;
    let (parts, body) = request.into_parts();
    let verifier =
        VERIFIER.get_or_init(|| Verifier::<Claiming>::new(secret()).expect("a secret").clock(noon));
    let verdict = verifier.verify(&parts, body);
    assert_eq!(verdict.is_ok(), is_genuine, "{verdict:?}");
    if let Err(rejection) = verdict {
        assert!([400, 401].contains(&rejection.status().as_u16()), "{rejection}");
    }
}

fn verifiers() -> &'static [JwtVerifier; 5] {
    static VERIFIERS: OnceLock<[JwtVerifier; 5]> = OnceLock::new();
    VERIFIERS.get_or_init(|| RULES.each_ref().map(verifier))
}

fn verifier(rules: &Rules) -> JwtVerifier {
    let key = |algorithm, [public, _]: [&str; 2]| {
        JwtKey::public(PublicKey::new(algorithm, public).expect("a key"))
    };
    let keys = if rules.algorithms.contains(&"EdDSA") {
        vec![
            key(SignatureAlgorithm::Ed25519, ED25519),
            key(SignatureAlgorithm::EcdsaP256Fixed, P256),
        ]
    } else {
        vec![JwtKey::secret(&secret())]
    };
    JwtVerifier::new(rules.scheme, keys).expect("coherent")
}

/// `Some(true)` if everything that is declared holds.
fn is_genuine(rules: &Rules, token: &[u8], body: &[u8]) -> Option<bool> {
    let parts: Vec<&[u8]> = token.split(|byte| *byte == b'.').collect();
    let [header, payload, signature] = parts[..] else { return None };
    if payload.is_empty() != rules.detached {
        return None;
    }
    let mut message = [header, b".", payload].concat();
    if rules.detached {
        message.extend(if rules.raw { body.to_vec() } else { encode(body).into_bytes() });
    }
    // Nobody guesses a signature; those under public keys are long to make.
    let may_be = |name: &&&str| name.starts_with("HS") || signature.len() == 86;
    let mut algorithms = rules.algorithms.iter().filter(may_be);
    let algorithm = algorithms.find(|name| sign(name, &message).as_bytes() == signature)?;

    let header = decode(header)?;
    let header = document(&header)?;
    let says = |name: &str| value(header, &[name]).ok();
    if text(says("alg")??)? != **algorithm {
        return None;
    }
    let names =
        |raw: &str| serde_json::from_str::<Vec<String>>(raw).is_ok_and(|names| names == ["b64"]);
    let is_declared = match (says("b64")?, says("crit")?) {
        (Some("false"), critical) if rules.raw => critical.is_none_or(names),
        (None | Some("true"), None) => !rules.raw,
        _ => false,
    };
    if !is_declared {
        return None;
    }
    if rules.detached {
        return Some(true);
    }
    let payload = decode(payload)?;
    claims(rules, document(&payload)?, body)
}

fn claims(rules: &Rules, payload: &str, body: &[u8]) -> Option<bool> {
    let says = |name: &str| value(payload, &[name]).ok();
    let moment = |name: &str| match says(name)? {
        None => Some(None),
        Some(raw) => seconds(raw).map(Some),
    };
    let now = i128::from(NOON);
    let (ends, begins, issued) = (moment("exp")?, moment("nbf")?, moment("iat")?);
    let is_over = |ends: i128| now - ends >= 60;
    let is_ahead = |begins: i128| begins - now > 60;
    if ends.is_some_and(is_over) || begins.is_some_and(is_ahead) || issued.is_some_and(is_ahead) {
        return None;
    }
    if let Some(max_age) = rules.max_age {
        if now - issued? > max_age + 60 {
            return None;
        }
    }
    if rules.strict {
        let audience = says("aud")??;
        let is_one = text(audience).is_some_and(|one| one == "you");
        let is_among = serde_json::from_str::<Vec<String>>(audience)
            .is_ok_and(|all| all.iter().any(|one| one == "you"));
        if ends.is_none() || text(says("iss")??)? != "me" || !(is_one || is_among) {
            return None;
        }
    }
    if let Some(may_miss) = rules.digest {
        match says("sha256")? {
            None if may_miss && body.is_empty() => {}
            claimed => {
                let claimed = text(claimed?)?;
                if !claimed.eq_ignore_ascii_case(&digest(body)) {
                    return None;
                }
            }
        }
    }
    Some(true)
}

/// Digits, and perhaps a fraction, which says nothing.
fn seconds(raw: &str) -> Option<i128> {
    let whole = raw.split('.').next().unwrap_or_default();
    let plain = raw.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // As large as the system's times are.
    let number = whole.parse::<i64>().ok()?;
    plain.then_some(i128::from(number))
}

fn text(raw: &str) -> Option<String> {
    serde_json::from_str(raw).ok()
}

fn sign(name: &str, message: &[u8]) -> String {
    match name {
        "HS256" => encode(&mac::<Hmac<Sha256>>(SECRET, message)),
        "HS384" => encode(&mac::<Hmac<Sha384>>(SECRET, message)),
        "HS512" => encode(&mac::<Hmac<Sha512>>(SECRET, message)),
        "PUBLIC" => encode(&mac::<Hmac<Sha256>>(ED25519[0].as_bytes(), message)),
        "EdDSA" => under::<UnderEd25519>(ED25519[1], message),
        _ => under::<UnderP256>(P256[1], message),
    }
}

fn mac<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mac = <M as KeyInit>::new_from_slice(key).expect("any length");
    mac.chain_update(message).finalize().into_bytes().to_vec()
}

/// The signature under a private key, which is the same whenever it is made.
fn under<P: Provider>(key: &str, message: &[u8]) -> String {
    let request = P::sign(&Secret::new(key), message.to_vec()).at(noon()).request();
    let value = request.headers()["x-signature"].to_str().expect("text");
    value.trim_end_matches('=').to_owned()
}

fn digest(body: &[u8]) -> String {
    Sha256::digest(body).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn with_digest(payload: &[u8], body: &[u8]) -> Vec<u8> {
    let Some(at) = payload.windows(6).position(|window| window == b"DIGEST") else {
        return payload.to_vec();
    };
    [&payload[..at], digest(body).as_bytes(), &payload[at + 6..]].concat()
}

fn encoded(text: &[u8]) -> Vec<u8> {
    match text.strip_prefix(b"!") {
        Some(as_it_is) => as_it_is.to_vec(),
        None => encode(text).into_bytes(),
    }
}

fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Read by its rule: what is read is written the same again.
fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?;
    let (mut bits, mut held, mut bytes) = (0_u16, 0, Vec::new());
    for byte in text.bytes() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        // At most six bits are left of the digits before.
        bits = bits << 6 | u16::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held).expect("eight bits"));
            bits &= (1 << held) - 1;
        }
    }
    (encode(&bytes) == text).then_some(bytes)
}
