//! No cause where there is none, and bounded work.

use std::time::{Duration, Instant};

use http::{HeaderName, HeaderValue};
use webhook_kit::{
    Clock as _, Scheme,
    explain::{Cause, Fact, Verdict},
    testing::{Tamper, TestClock},
};

use super::{all, find, shows_nothing};

/// Every way to tamper with a delivery: what is forged has no cause, and what has one has that.
#[test]
fn what_nobody_can_explain_is_not_explained() {
    let providers = all();
    let candidates: Vec<&'static Scheme> =
        providers.iter().map(|provider| provider.scheme).collect();
    let mut refused = 0;
    let mut wrong = Vec::new();
    for provider in &providers {
        let sender = provider.own();
        if provider.sent(&sender, provider.body.clone()).is_none() {
            continue;
        }
        let mut genuine = sender
            .body(provider.body.clone())
            .uri("/hooks/in?tenant=4&data.id=9".parse().expect("one"));
        for (name, value) in provider.headers {
            genuine = genuine.header(name.clone(), value.clone());
        }
        let alone = provider.owner(provider.secret);
        let owner = alone.clone().candidates(candidates.iter().copied());
        let (parts, body) = genuine.request().into_parts();
        let diagnosis = owner.explain(&parts, body);
        assert!(diagnosis.is_genuine() && diagnosis.causes.is_empty(), "{diagnosis}");
        for tamper in Tamper::ALL {
            let Some(tampered) = genuine.tampered(*tamper) else { continue };
            // The whole catalogue for what could be of anybody.
            let owner = match tamper {
                Tamper::BodyByte | Tamper::OtherSecret | Tamper::SignatureByte => &owner,
                _ => &alone,
            };
            let (parts, body) = tampered.request.into_parts();
            let diagnosis = owner.explain(&parts, body);
            shows_nothing(&diagnosis, provider);
            if diagnosis.is_genuine() {
                continue;
            }
            refused += 1;
            let fits = match tamper {
                Tamper::NewlineAdded | Tamper::NewlineStripped | Tamper::Charset => {
                    matches!(diagnosis.causes[..], [Cause::Body { .. }])
                }
                // It sorts the keys: what cannot be undone, can be seen.
                Tamper::Reserialised => {
                    matches!(diagnosis.causes[..], [Cause::Body { .. }])
                        || diagnosis.causes.is_empty()
                            && diagnosis.facts.contains(&Fact::SortedKeys)
                }
                Tamper::Stale => matches!(diagnosis.causes[..], [Cause::Stale { .. }]),
                Tamper::Future => matches!(diagnosis.causes[..], [Cause::Ahead { .. }]),
                Tamper::UrlChanged => {
                    matches!(diagnosis.causes[..], [] | [Cause::Url { .. }])
                }
                // The good one is still there.
                Tamper::SignatureConflicting => matches!(
                    diagnosis.causes[..],
                    [Cause::Signature { header: None, algorithm: None, encoding: None }]
                ),
                _ => diagnosis.causes.is_empty(),
            };
            if !fits {
                wrong.push(format!("{}, {tamper}: {diagnosis}\n {parts:?}", provider.name()));
            }
        }
    }
    println!("{refused} refused");
    assert!(wrong.is_empty() && refused > 2000, "{refused} {}", wrong.join("\n"));
}

#[test]
fn what_is_said_without_a_cause() {
    let provider = find("github");
    let (mut parts, body) =
        provider.sent(&provider.own(), provider.body.clone()).expect("genuine").into_parts();
    let owner = provider.owner("of another endpoint");
    let said = owner.explain(&parts, body.clone()).to_string();
    assert!(said.starts_with("refused: no signature matches under any secret\nno cause"), "{said}");
    assert!(said.contains("of the test mode"), "{said}");

    parts.headers.insert("content-length", HeaderValue::from(body.len() + 1));
    let diagnosis = owner.explain(&parts, body.clone());
    let length = u64::try_from(body.len()).expect("small");
    assert_eq!(diagnosis.facts, [Fact::Length { announced: length + 1, arrived: length }]);
    let json = serde_json::to_value(&diagnosis).expect("a document");
    assert_eq!(
        (&json["verdict"], &json["facts"][0]["fact"]),
        (&"refused".into(), &"length".into())
    );
    assert_eq!(json["received_at"], "2023-11-14T22:13:20.000Z");

    let half = HeaderValue::from_static("sha256=abcdef");
    parts.headers.insert("x-hub-signature-256", half);
    let diagnosis = owner.explain(&parts, body.clone());
    assert!(diagnosis.facts.contains(&Fact::SignatureLength { bytes: 3, expected: 32 }));

    parts.headers.remove("x-hub-signature-256");
    parts.headers.insert("x-hub-signature", HeaderValue::from_static("sha1=abcdef"));
    let diagnosis = owner.explain(&parts, body);
    let headers = vec!["x-hub-signature".to_owned()];
    assert!(diagnosis.facts.contains(&Fact::SignatureLike { headers }), "{diagnosis}");

    let diagnosis = provider.owner(" ").explain(&parts, "{}");
    assert!(matches!(diagnosis.verdict, Verdict::NoKey(_)) && diagnosis.causes.is_empty());
}

/// A hostile request does not make an explanation run away.
#[test]
fn work_is_bounded() {
    let providers = all();
    let candidates: Vec<&'static Scheme> =
        providers.iter().map(|provider| provider.scheme).collect();
    for name in ["stripe", "twilio", "github"] {
        let provider = providers.iter().find(|provider| provider.name() == name).expect("one");
        let (mut parts, _) =
            provider.sent(&provider.own(), provider.body.clone()).expect("genuine").into_parts();
        for number in 0..200 {
            let name = HeaderName::try_from(format!("x-signature-{number}")).expect("a name");
            let value = format!("{},", "ab".repeat(32)).repeat(100);
            parts.headers.insert(name, value.parse().expect("a value"));
        }
        let wide = format!("{}{}1{}", "[".repeat(120), "1,".repeat(10_000), "]".repeat(120));
        let begun = Instant::now();
        let owner = provider.owner("a wrong one").candidates(candidates.iter().copied());
        let diagnosis = owner.at(TestClock::default().now()).explain(&parts, wide);
        assert!(diagnosis.causes.is_empty(), "{diagnosis}");
        println!("{name}: {:?}", begun.elapsed());
        assert!(begun.elapsed() < Duration::from_secs(60));
        let diagnosis = provider.owner("a wrong one").explain(&parts, vec![b'a'; 1024 * 1024 + 1]);
        assert_eq!(diagnosis.facts, [Fact::TooLarge { limit: 1024 * 1024 }]);
    }
}
