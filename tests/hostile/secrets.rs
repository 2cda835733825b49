//! Secrets: refused where they protect nothing, and shown nowhere.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use webhook_kit::{
    Endpoint, Provider, Rejection, Secret, Secrets, Verifier,
    handler::Context,
    providers::{ascend::Ascend, fincra::Fincra, goodstack::Goodstack, ratio::Ratio, waldo::Waldo},
};

use crate::{
    support::noon,
    world::{
        Act, Listed, Plain, Probe, Standard, header, on_listed, on_plain, on_standard, secret, set,
    },
};

fn is_refused<P: Provider>(secret: impl Into<Secrets>) -> bool {
    Verifier::<P>::new(secret).is_err()
}

#[test]
fn empty_and_blank_secrets_are_refused_by_every_provider() {
    for blank in ["", " ", "\n", "\t \r\n"] {
        let blank = || Secret::new(blank);
        assert!(is_refused::<Plain>(blank()));
        assert!(is_refused::<Listed>(blank()));
        assert!(is_refused::<Standard>(blank()));
        assert!(is_refused::<Ascend>(blank()));
        assert!(is_refused::<Fincra>(blank()));
        assert!(is_refused::<Goodstack>(blank()));
        assert!(is_refused::<Ratio>(blank()));
        assert!(is_refused::<Waldo>(blank()));
        assert!(on_plain::endpoint(blank()).is_err());
        assert!(on_plain::endpoint([secret(), blank()]).is_err(), "one blank among good ones");
        let error = Verifier::<Plain>::new([secret(), blank()]).expect_err("a blank one");
        assert!(error.to_string().contains("secret 1 of `plain` is blank"), "{error}");
    }
    assert!(is_refused::<Plain>(Vec::new()));
    assert!(on_plain::endpoint(Secrets::default()).is_err());
}

/// HMAC fills a key with zeros: a key of nothing but zeros is the empty key.
#[test]
fn keys_that_equal_the_empty_key_are_refused() {
    for zeros in [1, 2, 32, 64] {
        assert!(is_refused::<Plain>(Secret::new(vec![0; zeros])), "{zeros} zeros");
    }
    for empty in ["whsec_", "whsec_AA==", "whsec_AAAAAAAAAAAAAAAAAAAAAA==", "whsec_ ", "AAAA"] {
        assert!(is_refused::<Standard>(Secret::new(empty)), "{empty}");
    }
    assert!(!is_refused::<Plain>(Secret::new([0, 1])));
}

#[test]
fn secrets_that_are_not_of_the_declared_form_are_refused() {
    for bad in ["whsec_***", "not base64!", "whsec_é"] {
        assert!(is_refused::<Standard>(Secret::new(bad)), "{bad}");
        assert!(on_standard::endpoint(Secret::new(bad)).is_err());
    }
}

#[test]
fn a_signature_under_the_empty_key_is_worth_nothing() {
    let verifier = Verifier::<Plain>::new(secret()).expect("a secret");
    let (parts, body) = Plain::sign(&Secret::new(""), "{}").request().into_parts();
    assert!(matches!(verifier.verify(&parts, body), Err(Rejection::Signature)));
}

#[test]
fn a_missing_or_padded_variable_is_an_error_at_the_start() {
    assert!(Secret::from_env("WEBHOOK_KIT_NO_SUCH_VARIABLE").is_err());
    // Set by cargo for every test, and no secret: it shows that a variable that is there is read.
    assert!(Secret::from_env("CARGO_PKG_NAME").is_ok());
}

const SECRET: &str = "correct-horse-battery-staple";
const PAYLOAD: &str = "4111111111111111";

/// Everything public that can be shown, at every stage of a delivery.
#[tokio::test]
async fn no_debug_or_error_shows_a_secret_a_signature_or_a_payload() {
    let secret = Secret::new(SECRET);
    let secrets: Secrets = [secret.clone(), Secret::new("another secret")].into();
    let body = format!("{{\"id\":\"evt_1\",\"type\":\"paid\",\"card\":\"{PAYLOAD}\"}}");
    let request = Listed::sign(&secret, body.clone()).at(noon()).request();
    let value = header(&request, "x-listed-signature");
    let signature = value.rsplit_once('=').expect("its shape").1.to_owned();

    let verifier = Verifier::<Listed>::new(secrets.clone()).expect("secrets").clock(noon);
    let reports: Arc<Mutex<Vec<String>>> = Arc::default();
    let probe = Probe::default();
    let endpoint: Endpoint<on_listed, Probe> = on_listed::endpoint(secrets.clone())
        .expect("secrets")
        .state(probe.clone())
        .clock(noon)
        .observe({
            let reports = Arc::clone(&reports);
            move |report| {
                let mut reports = reports.lock().expect("no panic");
                reports.push(format!("{report:?} {:?} {}", report.outcome, report.status));
            }
        });

    let (parts, bytes) = request.clone().into_parts();
    let mut running = verifier.begin(&parts).expect("a good head");
    running.push(bytes.clone());
    let mut shown = vec![
        format!("{secret:?} {secrets:?} {verifier:?} {endpoint:?} {running:?}"),
        format!("{:?}", Listed::sign(&secret, body.clone())),
    ];
    let delivery = running.finish().expect("genuine").with_unsigned(parts.clone());
    shown.push(format!("{delivery:?} {:?}", delivery.raw_event().expect("JSON")));
    shown.push(format!("{:?}", Context::new(&delivery, &())));
    shown.push(format!("{:?}", delivery.unsigned()));

    probe.will([Act::Fail, Act::Panic]);
    let edited = body.replace("evt_1", "evt_2");
    let mut tampered = request.clone();
    *tampered.body_mut() = edited.clone().into();
    let expected = Listed::sign(&secret, edited).at(noon()).request();
    let expected = header(&expected, "x-listed-signature");
    let expected = expected.rsplit_once('=').expect("its shape").1;
    let malformed = set(request.clone(), "x-listed-signature", &[&value.as_bytes()[..70]]);
    let doubled = set(request.clone(), "x-listed-signature", &[value.as_bytes(), b"t=1"]);
    for request in [
        request.clone(),
        request.clone(),
        request.clone(),
        request.clone(),
        tampered.clone(),
        malformed.clone(),
        doubled.clone(),
    ] {
        endpoint.handle(request).await;
    }
    for request in [tampered, malformed, doubled] {
        let (parts, body) = request.into_parts();
        let rejection = verifier.verify(&parts, body).expect_err("refused");
        shown.push(format!("{rejection} {rejection:?}"));
    }
    let error =
        Verifier::<Standard>::new(Secret::new(format!("{SECRET}!"))).expect_err("no base64");
    shown.push(format!("{error} {error:?}"));
    let reports = reports.lock().expect("no panic");
    assert_eq!(reports.len(), 7);
    let words: BTreeSet<_> = reports.iter().map(|report| report.contains("Rejected")).collect();
    assert_eq!(words.len(), 2, "some were refused, some were not");
    shown.extend(reports.iter().cloned());

    // The secret as it is, in hexadecimal, and as a list of numbers.
    let hidden = [
        SECRET.to_owned(),
        "another secret".to_owned(),
        "636f72726563742d686f727365".to_owned(),
        format!("{:?}", SECRET.as_bytes()).trim_matches(['[', ']']).to_owned(),
        signature.get(..16).expect("long").to_owned(),
        expected.get(..16).expect("long").to_owned(),
        PAYLOAD.to_owned(),
    ];
    for text in &shown {
        for hidden in &hidden {
            assert!(!text.contains(hidden.as_str()), "{hidden} in {text}");
        }
    }
}
