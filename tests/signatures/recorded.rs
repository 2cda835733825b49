//! Verification against what the providers' own published code signed: `tests/vectors/README.md`
//! says how the vectors were recorded.

#![allow(clippy::expect_used, clippy::panic, clippy::string_slice, reason = "a test may panic")]

use std::{
    collections::BTreeMap,
    time::{Duration, SystemTime},
};

use base64ct::{Base64, Encoding};
use http::{HeaderName, HeaderValue, Request, request::Parts};
use serde::Deserialize;
use webhook_kit::{
    Delivery, Provider, Rejection, Secret, SetupError, Verifier,
    providers::{ascend::Ascend, fincra::Fincra, goodstack::Goodstack, ratio::Ratio, waldo::Waldo},
};

#[derive(Deserialize)]
struct Vector {
    name: String,
    secret: String,
    #[serde(default)]
    headers: BTreeMap<String, OneOrMore>,
    #[serde(default)]
    headers_base64: BTreeMap<String, OneOrMore>,
    body_base64: Option<String>,
    body_repeat: Option<Repeat>,
    signed_form: String,
    expect: Expect,
    event: Option<String>,
    signed_at: Option<u64>,
    received_at: Option<u64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

#[derive(Deserialize)]
struct Repeat {
    before_base64: String,
    unit_base64: String,
    count: usize,
    after_base64: String,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
#[serde(rename_all = "lowercase")]
enum Expect {
    Valid,
    Invalid,
}

fn base64(text: &str) -> Vec<u8> {
    Base64::decode_vec(text).expect("base64")
}

impl OneOrMore {
    fn values(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::More(values) => values,
        }
    }
}

impl Vector {
    fn body(&self) -> Vec<u8> {
        if let Some(body) = &self.body_base64 {
            return base64(body);
        }
        let repeat = self.body_repeat.as_ref().expect("a body");
        let mut body = base64(&repeat.before_base64);
        body.extend(base64(&repeat.unit_base64).repeat(repeat.count));
        body.extend(base64(&repeat.after_base64));
        body
    }

    fn parts(&self) -> Parts {
        let mut parts = Request::post("/").body(()).expect("a request").into_parts().0;
        let mut append = |name: &str, value: &[u8]| {
            let name = HeaderName::try_from(name).expect("a name");
            parts.headers.append(name, HeaderValue::from_bytes(value).expect("a value"));
        };
        for (name, values) in &self.headers {
            values.values().iter().for_each(|value| append(name, value.as_bytes()));
        }
        for (name, values) in &self.headers_base64 {
            values.values().iter().for_each(|value| append(name, &base64(value)));
        }
        parts
    }

    fn secret(&self) -> Secret {
        Secret::new(self.secret.as_bytes())
    }

    fn set<P>(&self, verifier: Result<Verifier<P>, SetupError>) -> Verifier<P> {
        let now = self.received_at.or(self.signed_at).unwrap_or_default();
        let now = SystemTime::UNIX_EPOCH + Duration::from_millis(now);
        let verifier = verifier.expect("a secret").clock(move || now);
        // Refused where no time is signed.
        verifier.clone().tolerance(Duration::from_secs(300)).unwrap_or(verifier)
    }
}

/// Verifies in one call by the provider's type, and in chunks of `size` by its scheme as a value.
fn verify<P: Provider>(vector: &Vector, size: usize) -> Result<Delivery, Rejection> {
    let typed = vector.set(Verifier::<P>::new(vector.secret()));
    let untyped = vector.set(P::SCHEME.verifier(vector.secret()));
    let (parts, body) = (vector.parts(), vector.body());
    let whole = typed.verify(&parts, body.clone());
    let chunked = untyped.begin(&parts).and_then(|mut running| {
        body.chunks(size).for_each(|chunk| running.update(chunk));
        running.finish()
    });
    match (&whole, &chunked) {
        (Ok(whole), Ok(chunked)) => assert_eq!(whole.body(), chunked.body(), "{}", vector.name),
        (Err(whole), Err(chunked)) => {
            assert_eq!(whole.to_string(), chunked.to_string(), "{}", vector.name);
        }
        _ => panic!("{}: chunks of {size} change the verdict", vector.name),
    }
    whole
}

/// Every vector of a provider has the recorded verdict; a genuine one the recorded event.
fn check<P: Provider>(recorded: &str, counts: (usize, usize)) {
    let vectors: Vec<Vector> = serde_json::from_str(recorded).expect("vectors");
    let mut seen = (0, 0);
    for (index, vector) in vectors.iter().enumerate() {
        let name = &vector.name;
        match (verify::<P>(vector, 1 + index % 97), &vector.expect) {
            (Ok(delivery), Expect::Valid) => {
                seen.0 += 1;
                if vector.signed_form == "raw" {
                    assert_eq!(delivery.body()[..], vector.body()[..], "{name}");
                }
                // JavaScript takes the last of several equal keys. A body that says its event twice
                // is refused when it is read, unless the form that matched says it once.
                let says_it_twice = vector.event.as_deref() == Some("other")
                    && name.starts_with("hostile/duplicate-keys-top")
                    && vector.signed_form == "raw";
                match &vector.event {
                    Some(_) if says_it_twice => assert!(delivery.raw_event().is_err(), "{name}"),
                    Some(event) => assert_eq!(delivery.event(), Some(event.as_str()), "{name}"),
                    None => {}
                }
                if let Some(at) = vector.signed_at {
                    let at = SystemTime::UNIX_EPOCH + Duration::from_millis(at);
                    assert_eq!(delivery.signed_at(), Some(at), "{name}");
                }
            }
            (Err(_), Expect::Invalid) => seen.1 += 1,
            (Ok(_), Expect::Invalid) => panic!("{name}: accepted"),
            (Err(rejection), Expect::Valid) => panic!("{name}: {rejection}"),
        }
    }
    assert_eq!(seen, counts, "(valid, invalid)");
}

#[test]
fn fincra() {
    check::<Fincra>(include_str!("../vectors/fincra.json"), (199, 65));
}

#[test]
fn ratio() {
    check::<Ratio>(include_str!("../vectors/ratio.json"), (138, 72));
}

#[test]
fn ascend() {
    check::<Ascend>(include_str!("../vectors/ascend.json"), (104, 81));
}

#[test]
fn waldo() {
    check::<Waldo>(include_str!("../vectors/waldo.json"), (133, 46));
}

#[test]
fn goodstack() {
    check::<Goodstack>(include_str!("../vectors/goodstack.json"), (104, 45));
}

/// The one value that can be derived from a provider's documentation alone: the key and the payload
/// of Fincra's browser sample.
#[test]
fn the_vector_of_fincras_documentation() {
    let sample = include_str!("../../webhook-providers/samples/fincra/payout.successful.json");
    let signature = "d151c8202e75e51e65fdf142400a2c2b40fca9d537a90d1dae7cf5bca8b2d71b8c4c57cd935b371641bfd6c0f2a635bf37f28d39a5167347e3e50e912d804d4e";
    let parts = Request::post("/")
        .header("signature", signature)
        .body(())
        .expect("a request")
        .into_parts()
        .0;
    let verifier =
        Verifier::<Fincra>::new(Secret::new("6d1d475adef242e59a648335288ee80b")).expect("a secret");
    let delivery = verifier.verify(&parts, sample).expect("genuine");
    assert_eq!(delivery.body().len(), 577, "the compact form of the sample");
    assert_eq!(delivery.event(), Some("payout.successful"));
    assert_eq!(delivery.id(), Some("payout.successful:33aef44be6f7441a"));
    assert!(matches!(
        verifier.verify(&parts, sample.replace("350", "351")),
        Err(Rejection::Signature)
    ));
}
