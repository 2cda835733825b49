//! Public keys as they are published: what is read as a key verifies what its owner signed, and no more.

use std::{collections::BTreeMap, ops::Range, sync::OnceLock};

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use bytes::Bytes;
use http::Request;
use serde_json::value::RawValue;
use webhook_kit::{
    Provider, Secret, Verifier,
    public_key::{Message, PublicKey, PublicKeyError, SignatureAlgorithm},
};

use crate::{
    reading::value,
    senders::{Standard, add, noon},
};

const MESSAGE: &str = "what the owner signed";

/// Under a secret or a public key, each told by how it begins.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    encoding = "base64",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    alternative(algo = "ed25519", format = "v1a,{signature}", secret_prefix = "whpk_"),
    message = "{id}.{timestamp}.{body}",
    id = "header:webhook-id",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct Either;

macro_rules! under {
    ($($name:ident = $algo:literal;)+) => {
        $(#[derive(Debug, Provider)]
        #[provider(crate = webhook_kit, algo = $algo, encoding = "base64", header = "x-signature")]
        struct $name;)+
    };
}

under! {
    Ed25519 = "ed25519";
    P256 = "ecdsa-p256-fixed";
    Rsa = "rsa-sha256";
}

/// A genuine key, and what its owner signed.
struct Owner {
    algorithm: SignatureAlgorithm,
    /// `SubjectPublicKeyInfo`.
    der: Vec<u8>,
    /// What no key without it is this one: a point, coordinates, a modulus with its length and
    /// exponent.
    material: Vec<u8>,
    signature: Vec<u8>,
    /// What a JSON web key of it says.
    kind: [&'static str; 3],
}

fn owners() -> &'static [Owner; 3] {
    static OWNERS: OnceLock<[Owner; 3]> = OnceLock::new();
    OWNERS.get_or_init(|| {
        [
            owner::<Ed25519>(
                SignatureAlgorithm::Ed25519,
                [
                    include_str!("../../tests/vectors/keys/ed25519-one.pub"),
                    include_str!("../../tests/vectors/keys/ed25519-one.pem"),
                ],
                12..44,
                ["OKP", "Ed25519", "EdDSA"],
            ),
            owner::<P256>(
                SignatureAlgorithm::EcdsaP256Fixed,
                [
                    include_str!("../../tests/vectors/keys/p256-one.pub"),
                    include_str!("../../tests/vectors/keys/p256-one.pem"),
                ],
                27..91,
                ["EC", "P-256", "ES256"],
            ),
            owner::<Rsa>(
                SignatureAlgorithm::RsaSha256,
                [
                    include_str!("../../tests/vectors/keys/rsa-one.pub"),
                    include_str!("../../tests/vectors/keys/rsa-one.pem"),
                ],
                28..294,
                ["RSA", "", "RS256"],
            ),
        ]
    })
}

fn owner<P: Provider>(
    algorithm: SignatureAlgorithm,
    [public, private]: [&str; 2],
    material: Range<usize>,
    kind: [&'static str; 3],
) -> Owner {
    let lines: String = public.lines().filter(|line| !line.starts_with('-')).collect();
    let der = Base64::decode_vec(&lines).expect("base64");
    let signed = P::sign(&Secret::new(private), MESSAGE).at(noon()).request();
    let signature = signed.headers()["x-signature"].to_str().expect("text");
    let signature = Base64::decode_vec(signature).expect("base64");
    let owner = Owner { algorithm, material: der[material].to_vec(), der, signature, kind };
    let genuine = PublicKey::new(algorithm, public).expect("a key");
    assert!(owner.signed(&genuine));
    owner
}

impl Owner {
    /// Whether a key is the owner's.
    fn signed(&self, key: &PublicKey) -> bool {
        let mut message = Message::new(key.algorithm());
        message.update(MESSAGE.as_bytes());
        key.verifies(&message.finish(), &self.signature)
    }
}

/// The first byte of `data` says whose keys are read, the second how the rest is: as a text, in which
/// `GOOD` stands for the genuine document in base64; as a document, the genuine one where each three
/// bytes put the third at the place of the first two; or as a set of JSON web keys, in which `X0`,
/// `X1`, .. stand for the genuine numbers.
///
/// # Panics
///
/// If a key is not the owner's and verifies, or is and does not; if two texts of one document
/// are read differently; or if a public key is taken for a secret.
pub fn check(data: &[u8]) {
    let [whose, how, rest @ ..] = data else { return };
    let owner = &owners()[usize::from(*whose) % 3];
    match how % 3 {
        0 => text(owner, rest),
        1 => patched(owner, rest),
        _ => set(owner, rest),
    }
}

fn text(owner: &Owner, text: &[u8]) {
    let text = replaced(text, &[("GOOD", &Base64::encode_string(&owner.der))]);
    let read = PublicKey::new(owner.algorithm, &text);
    let around = [b"\r\n ", &text[..], b"\t\n"].concat();
    assert_eq!(verdict(&read), verdict(&PublicKey::new(owner.algorithm, &around)));
    let Ok(text) = std::str::from_utf8(&text) else {
        assert_eq!(verdict(&read), Err(PublicKeyError::Form));
        return;
    };
    let begins = text.trim_ascii_start();
    if text.contains("PRIVATE KEY-----") && text.contains("-----BEGIN ")
        || begins.starts_with("whsec_")
        || begins.starts_with("whsk_")
    {
        assert!(read.is_err(), "this is a private key: {text}");
    }
    if let Ok(key) = &read {
        let _ = owner.signed(key);
    }
    never_a_secret(text);
}

/// A text that is a public key of Ed25519 verifies no HMAC, however the text is made a key.
fn never_a_secret(text: &str) {
    if PublicKey::new(SignatureAlgorithm::Ed25519, text).is_err() {
        return;
    }
    let Ok(verifier) = Verifier::<Either>::new(Secret::new(text)) else { return };
    let verifier = verifier.clock(noon);
    let trimmed = text.trim_ascii();
    let bare = trimmed.strip_prefix("whpk_").unwrap_or(trimmed);
    let decoded = Base64::decode_vec(bare).unwrap_or_default();
    for key in [text.as_bytes(), trimmed.as_bytes(), bare.as_bytes(), &decoded] {
        if key.trim_ascii().is_empty() {
            continue;
        }
        let signed = Standard::sign(&Secret::new(key), "{}").at(noon()).request();
        let mut request = Request::new(Bytes::from_static(b"{}"));
        for (name, value) in signed.headers() {
            add(&mut request, name.as_str(), value.as_bytes());
        }
        let (parts, body) = request.into_parts();
        assert!(verifier.verify(&parts, body).is_err(), "anybody can sign under {text}");
    }
}

fn patched(owner: &Owner, patches: &[u8]) {
    let mut der = owner.der.clone();
    let mut patches = patches.chunks_exact(3);
    for patch in patches.by_ref() {
        let at = usize::from(u16::from_be_bytes([patch[0], patch[1]]));
        if at < der.len() {
            der[at] = patch[2];
        } else if at % 2 == 0 {
            der.truncate(at % (der.len() + 1));
        } else {
            der.push(patch[2]);
        }
    }
    let base64 = Base64::encode_string(&der);
    let bare = PublicKey::new(owner.algorithm, &base64);
    let mut lines = String::new();
    for line in base64.as_bytes().chunks(64) {
        lines.push_str(std::str::from_utf8(line).expect("digits"));
        lines.push_str("\r\n");
    }
    for label in ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE"] {
        let short = format!("-----BEGIN {label}-----{base64}-----END {label}-----");
        let long = format!("-----BEGIN {label}-----\r\n{lines}-----END {label}-----\r\n");
        let pem = PublicKey::new(owner.algorithm, &short);
        assert_eq!(verdict(&pem), verdict(&PublicKey::new(owner.algorithm, &long)));
        if pem.is_ok() {
            assert_eq!(verdict(&bare), Ok(()), "with the label {label} it is a key");
        }
        for key in pem.iter().chain(&bare) {
            let holds = contains(&der, &owner.material);
            assert_eq!(owner.signed(key), holds, "another key than the document's: {der:?}");
        }
    }
    // The key stands last in its document, and alone is the same.
    if let (Ok(_), SignatureAlgorithm::Ed25519) = (&bare, owner.algorithm) {
        let point = &der[der.len() - 32..];
        let point = point.iter().fold(String::new(), |text, byte| format!("{text}{byte:02X}"));
        assert!(PublicKey::new(owner.algorithm, &point).is_ok());
    }
}

fn set(owner: &Owner, text: &[u8]) {
    let numbers = match owner.algorithm {
        SignatureAlgorithm::EcdsaP256Fixed => owner.material.chunks(32).collect(),
        SignatureAlgorithm::RsaSha256 => vec![&owner.material[5..261]],
        _ => vec![&owner.material[..]],
    };
    let numbers: Vec<String> =
        numbers.iter().map(|number| Base64UrlUnpadded::encode_string(number)).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let places: Vec<(&str, &str)> = ["X0", "X1"].into_iter().zip(numbers.iter().copied()).collect();
    let text = replaced(text, &places);
    let read = PublicKey::of_key_set(owner.algorithm, &text);
    let Some(entries) = entries(&text) else {
        assert!(read.is_err(), "this is no key set");
        return;
    };
    let Ok(read) = read else {
        assert!(entries.len() > 64, "a set of {} keys", entries.len());
        return;
    };
    let usable: Vec<Entry> = entries.into_iter().filter_map(|raw| usable(owner, raw)).collect();
    let mut left = usable.iter();
    for (id, key) in &read {
        assert_eq!(key.algorithm(), owner.algorithm);
        let entry = left.find(|entry| entry.id == *id && entry.may_be(owner, key, &numbers));
        assert!(entry.is_some(), "{id:?} is no key of the set");
    }
    let genuine = usable.iter().filter(|entry| entry.is_genuine(owner, &numbers)).count();
    let found = read.iter().filter(|(_, key)| owner.signed(key)).count();
    assert_eq!(found, genuine);
}

/// What a key of a set says, as far as it says nothing wrong.
struct Entry {
    id: Option<String>,
    numbers: Vec<Option<String>>,
}

impl Entry {
    fn is_genuine(&self, owner: &Owner, genuine: &[&str]) -> bool {
        let names = match owner.algorithm {
            SignatureAlgorithm::RsaSha256 => [Some(genuine[0]), Some("AQAB")],
            _ => [Some(genuine[0]), genuine.get(1).copied()],
        };
        names.iter().zip(&self.numbers).all(|(name, number)| {
            name.is_none_or(|name| number.as_deref().is_some_and(|number| same(number, name)))
        })
    }

    fn may_be(&self, owner: &Owner, key: &PublicKey, genuine: &[&str]) -> bool {
        owner.signed(key) == self.is_genuine(owner, genuine)
    }
}

/// Equal but for zeros in front, which RSA's numbers may have.
fn same(number: &str, genuine: &str) -> bool {
    let bytes = |text: &str| {
        let bytes = Base64UrlUnpadded::decode_vec(text).ok()?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        Some(bytes[zeros..].to_vec())
    };
    number == genuine || bytes(number).is_some_and(|number| Some(number) == bytes(genuine))
}

fn entries(text: &[u8]) -> Option<Vec<&str>> {
    let text = serde_json::from_slice::<&RawValue>(text).ok()?.get();
    let keys = is_object(text).then(|| value(text, &["keys"]).ok())???;
    let all: Vec<&RawValue> = serde_json::from_str(keys).ok()?;
    Some(all.into_iter().map(RawValue::get).collect())
}

fn usable(owner: &Owner, raw: &str) -> Option<Entry> {
    if !is_object(raw) {
        return None;
    }
    let field = |name: &str| match value(raw, &[name]).ok()? {
        None | Some("null") => Some(None),
        Some(text) => serde_json::from_str::<String>(text).ok().map(Some),
    };
    let operations = match value(raw, &["key_ops"]).ok()? {
        None | Some("null") => None,
        Some(list) => Some(serde_json::from_str::<Vec<String>>(list).ok()?),
    };
    let all = [field("n")?, field("e")?, field("x")?, field("y")?];
    let [n, e, x, y] = all;
    let [kind, curve, algorithm] = owner.kind;
    let is_named = |name: &str| name == algorithm || name == "Ed25519" && algorithm == "EdDSA";
    let fits = field("kty")?? == kind
        && field("crv")?.unwrap_or_default() == curve
        && field("use")?.is_none_or(|purpose| purpose == "sig")
        && operations.is_none_or(|all| all.iter().any(|one| one == "verify"))
        && field("alg")?.is_none_or(|name| is_named(&name));
    let numbers = if kind == "RSA" { vec![n, e] } else { vec![x, y] };
    fits.then_some(Entry { id: field("kid")?, numbers })
}

/// An object whose keys are texts.
fn is_object(raw: &str) -> bool {
    serde_json::from_str::<BTreeMap<String, &RawValue>>(raw).is_ok()
}

fn verdict(read: &Result<PublicKey, PublicKeyError>) -> Result<(), PublicKeyError> {
    read.as_ref().map(|_| ()).map_err(|error| *error)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn replaced(text: &[u8], places: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let place = places.iter().find(|(name, _)| rest.starts_with(name.as_bytes()));
        if let Some((name, value)) = place {
            out.extend_from_slice(value.as_bytes());
            rest = &rest[name.len()..];
        } else {
            out.push(*first);
            rest = after;
        }
    }
    out
}
