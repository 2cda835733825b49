//! What a signing puts into a request, and where: tests of applications see it as a sender's.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a panic fails the test")]

use std::time::{Duration, SystemTime};

use crate::with::With as _;
use bytes::Bytes;
use http::{Request, header::CONTENT_TYPE};
use webhook_core::{
    Scheme, Secret,
    scheme::{
        Algorithm, Digest, DocumentForm, FetchedKeys, Format, FormatPart, KeyId, Part, Pointer,
        Source, UrlForm, Way,
    },
};

const JSON: &str = r#"{"id":"a"}"#;
const FORM: &str = "id=a&name=b";

fn scheme() -> Scheme {
    Scheme::new("example", Algorithm::HmacSha256, &["x-signature"])
}

fn of(message: &'static [&'static [Part]]) -> Scheme {
    scheme().with_message(message)
}

fn sign(scheme: &Scheme, body: &'static str) -> Request<Bytes> {
    let scheme: &'static Scheme = Box::leak(Box::new(*scheme));
    let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    scheme.sign(&Secret::new("a secret"), body).at(at).request()
}

fn header(request: &Request<Bytes>, name: &str) -> Option<String> {
    request.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}

#[test]
fn a_body_says_that_it_is_a_form_where_the_scheme_reads_one() {
    let (json, form) = ("application/json", "application/x-www-form-urlencoded");
    let in_form = Scheme::new("example", Algorithm::HmacSha256, &[]);
    let in_form = in_form.with_signature(Source::Form("sig")).with_message(&[&[Part::Body]]);
    for (scheme, body, expected) in [
        (scheme(), JSON, json),
        (scheme(), FORM, json),
        (scheme(), "", json),
        (of(&[&[Part::SortedForm]]), FORM, form),
        (of(&[&[Part::SortedForm], &[Part::Body]]), JSON, json),
        (of(&[&[Part::SortedForm], &[Part::Body]]), "[]", json),
        (of(&[&[Part::Body, Part::Field("id")]]), FORM, form),
        (in_form, FORM, form),
    ] {
        let request = sign(&scheme, body);
        assert_eq!(header(&request, CONTENT_TYPE.as_str()).as_deref(), Some(expected), "{body}");
    }
}

/// Senders of forms put a digest into the address where they send JSON.
#[test]
fn a_digest_is_sent_where_the_message_does_not_cover_the_body() {
    let sha256 = |scheme: Scheme| scheme.with_digest(Digest::Sha256, Source::Header("x-digest"));
    for (scheme, body, is_sent) in [
        (of(&[&[Part::Body]]), JSON, false),
        (of(&[&[Part::Header("x-digest")]]), JSON, true),
        (of(&[&[Part::SortedForm]]), FORM, false),
        (of(&[&[Part::SortedForm], &[Part::Header("x-digest")]]), JSON, true),
    ] {
        let digest = header(&sign(&sha256(scheme), body), "x-digest");
        assert_eq!(digest.is_some(), is_sent, "{body}: {digest:?}");
    }
    let digest = header(&sign(&sha256(of(&[&[Part::Header("x-digest")]])), "{}"), "x-digest");
    // `printf '{}' | sha256sum`
    let expected = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assert_eq!(digest.as_deref(), Some(expected));
}

/// A made-up id is one that the declaration allows.
#[test]
fn a_delivery_names_its_key() {
    const PLAIN: FetchedKeys = FetchedKeys {
        id: Some(KeyId::At(Source::Header("x-key-id"))),
        url: None,
        hosts: &[],
        form: DocumentForm::Key,
    };
    const HOST: FetchedKeys = FetchedKeys { hosts: &["keys.*.example.com", "b.example"], ..PLAIN };
    const PATH: FetchedKeys = FetchedKeys { hosts: &["*.example.com/certs/*.pem"], ..PLAIN };
    for (keys, id) in [
        (&PLAIN, "key-1"),
        (&HOST, "https://keys.test.example.com/key.pem"),
        (&PATH, "https://test.example.com/certs/test.pem"),
    ] {
        let scheme = scheme().with_keys(keys);
        assert_eq!(header(&sign(&scheme, JSON), "x-key-id").as_deref(), Some(id));
        let scheme: &'static Scheme = Box::leak(Box::new(scheme));
        let secret = Secret::new("a secret");
        let given = scheme.sign(&secret, JSON).key_id("mine").request();
        assert_eq!(header(&given, "x-key-id").as_deref(), Some("mine"));
        let there = scheme.sign(&secret, JSON);
        assert_eq!(format!("{there:?}"), r#"Signing { provider: "example", .. }"#);
        let there = there.header("x-key-id".parse().unwrap(), "there".parse().unwrap()).request();
        assert_eq!(header(&there, "x-key-id").as_deref(), Some("there"));
    }
}

#[cfg(feature = "jwt")]
#[test]
fn a_token_names_its_key_where_the_declaration_says_so() {
    use webhook_core::jwt::{JwtAlgorithm, JwtContent, JwtScheme, key_id};
    const TOKEN: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs256]).with_content(JwtContent::Whole);
    const KEYS: FetchedKeys =
        FetchedKeys { id: Some(KeyId::Token), url: None, hosts: &[], form: DocumentForm::KeySet };
    let scheme = Scheme::new("example", Algorithm::JwtHs256, &[])
        .with_jwt(&TOKEN)
        .with_signature(Source::Body);
    let secret = Secret::new("0123456789abcdef0123456789abcdef");
    let id = |scheme: &Scheme, given: Option<&str>| {
        let scheme: &'static Scheme = Box::leak(Box::new(*scheme));
        let signing = scheme.sign(&secret, JSON);
        let signing = if let Some(id) = given { signing.key_id(id) } else { signing };
        key_id(signing.request().body()).unwrap()
    };
    assert_eq!(id(&scheme, None), None);
    assert_eq!(id(&scheme, Some("mine")), None);
    let scheme = scheme.with_keys(&KEYS);
    assert_eq!(id(&scheme, None).as_deref(), Some("key-1"));
    assert_eq!(id(&scheme, Some("mine")).as_deref(), Some("mine"));
}

/// What stands in a form is put there once, and what stands in JSON where its pointer leads.
#[test]
fn signatures_are_put_into_bodies() {
    let in_form = Scheme::new("example", Algorithm::Token, &[]);
    let in_form = in_form.with_message(&[]).with_signature(Source::Form("the key"));
    for (body, expected) in [
        ("", "the%20key=a%20secret"),
        ("a=1", "a=1&the%20key=a%20secret"),
        ("the%20key=x&a=1&&the+key=y&b", "a=1&b&the%20key=a%20secret"),
    ] {
        assert_eq!(sign(&in_form, body).body(), expected, "{body}");
    }
    let in_json = Scheme::new("example", Algorithm::Token, &[]).with_message(&[]);
    let in_json = in_json.with_signature(Source::Json(Pointer::of(&["list", "0", "key"])));
    for (body, expected) in [
        (r#"{"list":[{"a":1}]}"#, r#"{"list":[{"a":1,"key":"a secret"}]}"#),
        (r#"{"list":[]}"#, r#"{"list":[]}"#),
        ("{}", r#"{"list":{"0":{"key":"a secret"}}}"#),
        ("no JSON", "no JSON"),
    ] {
        assert_eq!(sign(&in_json, body).body(), expected, "{body}");
    }
}

/// The address that is signed is the one that was given, else that of the request.
#[test]
fn an_address_is_signed_as_it_is_known() {
    let scheme = of(&[&[Part::Url(UrlForm::Plain), Part::Body]]);
    let scheme: &'static Scheme = Box::leak(Box::new(scheme));
    let secret = Secret::new("a secret");
    let signed = |uri: &str, given: Option<&str>| {
        let signing = scheme.sign(&secret, JSON).uri(uri.parse().unwrap());
        if let Some(url) = given { signing.url(url) } else { signing }.request()
    };
    for (uri, given, known) in [
        ("/in?a=1", None, "https://localhost"),
        ("/in?a=1", Some("https://a.example"), "https://a.example"),
        ("http://b.example/in?a=1", None, "http://b.example"),
        ("http://b.example/in?a=1", Some("https://a.example"), "https://a.example"),
    ] {
        let (parts, body) = signed(uri, given).into_parts();
        for at in ["https://localhost", "https://a.example", "http://b.example"] {
            let verifier = scheme.verifier(secret.clone()).unwrap().url(at).unwrap();
            let verdict = verifier.verify(&parts, body.clone());
            assert_eq!(verdict.is_ok(), at == known, "{uri} {given:?} {at}");
        }
    }
}

#[test]
fn another_way_leaves_the_other_parts_to_the_first() {
    const FIRST: Format = Format::List {
        separator: b',',
        items: &[("id=", FormatPart::Id), ("v1=", FormatPart::Signature)],
    };
    const OTHER: Format =
        Format::List { separator: b',', items: &[("v2=", FormatPart::Signature)] };
    let scheme = scheme().with_format(FIRST);
    let or: &'static [Way] =
        Box::leak(Box::new([Way { algorithm: Algorithm::HmacSha512, format: OTHER, ..way() }]));
    let scheme: &'static Scheme = Box::leak(Box::new(scheme.with_alternatives(or)));
    let secret = Secret::new("a secret");
    let value = |algorithm| {
        let request = scheme.sign(&secret, JSON).id("m-1").algorithm(algorithm).request();
        header(&request, "x-signature").unwrap()
    };
    let first = value(Algorithm::HmacSha256);
    assert!(first.starts_with("id=m-1,v1=") && !first.contains("v2="), "{first}");
    let other = value(Algorithm::HmacSha512);
    assert!(other.starts_with("id=m-1,v2=") && !other.contains("v1="), "{other}");
}

/// A form is signed as a form, and JSON not as one.
#[test]
fn the_first_message_that_fits_is_signed() {
    const FORMS_FIRST: &[&[Part]] = &[&[Part::SortedForm], &[Part::Body]];
    // As a form it would be other text.
    const JSON: &str = r#"{"id":"b&a"}"#;
    let signature = |scheme: &Scheme, body| header(&sign(scheme, body), "x-signature").unwrap();
    let (body, form) = (of(&[&[Part::Body]]), of(&[&[Part::SortedForm]]));
    assert_eq!(signature(&of(FORMS_FIRST), JSON), signature(&body, JSON));
    assert_ne!(signature(&body, JSON), signature(&form, JSON));
    assert_eq!(signature(&of(FORMS_FIRST), FORM), signature(&form, FORM));
    assert_ne!(signature(&body, FORM), signature(&form, FORM));
}

/// What tells the way to sign is made to stand there, and left where it does.
#[test]
fn a_delivery_says_in_which_way_it_is_signed() {
    let version = Source::Json(Pointer::of(&["version"]));
    let or: &'static [Way] = Box::leak(Box::new([Way {
        algorithm: Algorithm::HmacSha512,
        when: Some((version, Some("2"))),
        ..way()
    }]));
    let scheme: &'static Scheme = Box::leak(Box::new(scheme().with_alternatives(or)));
    let secret = Secret::new("a secret");
    for (body, expected) in [
        ("{}", r#"{"version":"2"}"#),
        (r#"{"version":1}"#, r#"{"version":"2"}"#),
        (r#"{"version":2}"#, r#"{"version":2}"#),
    ] {
        let request = scheme.sign(&secret, body).algorithm(Algorithm::HmacSha512).request();
        assert_eq!(request.body(), expected);
        let (parts, body) = request.into_parts();
        assert!(scheme.verifier(secret.clone()).unwrap().verify(&parts, body).is_ok());
    }
}

fn way() -> Way {
    Way {
        algorithm: Algorithm::HmacSha256,
        encoding: webhook_core::scheme::Encoding::Hex,
        format: Format::Whole { prefix: "", suffix: "" },
        secret_encoding: webhook_core::scheme::KeyForm::Utf8,
        secret_prefix: "",
        key_derivation: None,
        when: None,
    }
}
