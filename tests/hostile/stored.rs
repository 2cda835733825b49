//! Deliveries that are kept and read back.

use bytes::Bytes;
use webhook_kit::{Delivery, Provider, Verifier};

use crate::{
    support::noon,
    world::{Listed, Plain, event, secret},
};

fn there_and_back(delivery: &Delivery) -> Delivery {
    let text = serde_json::to_string(delivery).expect("it can be written");
    serde_json::from_str(&text).expect("it can be read")
}

#[test]
fn a_stored_delivery_says_what_it_said() {
    let (parts, body) = event("evt_1").into_parts();
    let verifier = Verifier::<Listed>::new(secret()).expect("a secret").clock(noon);
    let delivery = verifier.verify(&parts, body).expect("genuine").with_unsigned(parts);
    let stored = there_and_back(&delivery);
    assert_eq!(stored.provider(), "listed");
    assert_eq!((stored.event(), stored.id()), (Some("paid"), Some("evt_1")));
    assert_eq!(stored.signed_at(), Some(noon()));
    assert_eq!(stored.secret(), 0);
    assert_eq!(stored.body(), delivery.body());
    assert_eq!(stored.raw_payload().ok(), delivery.raw_payload().ok());
    assert!(stored.unsigned().headers().is_none(), "nobody vouches for these");
    assert!(!serde_json::to_string(&delivery).expect("written").contains("x-listed-signature"));
}

#[test]
fn a_stored_body_keeps_every_byte() {
    let verifier = Verifier::<Plain>::new(secret()).expect("a secret");
    for body in [
        Bytes::new(),
        Bytes::from_static(b"\xff\xfe\x00\x80"),
        Bytes::from_static(b"{\"name\":\"\xc3\x28\"}"),
        Bytes::from_static("\u{feff}\u{0}\u{2028}\"\\".as_bytes()),
        (0..=255_u8).collect(),
    ] {
        let (parts, body) = Plain::sign(&secret(), body).request().into_parts();
        let delivery = verifier.verify(&parts, body.clone()).expect("genuine");
        assert_eq!(there_and_back(&delivery).body(), &body);
    }
}

/// What is read back was kept by somebody who is trusted; it must not panic even so.
#[test]
fn nonsense_from_a_store_is_an_error_and_no_panic() {
    for bad in [
        "{}",
        r#"{"provider":"p","secret":0}"#,
        r#"{"provider":"p","secret":0,"body":"","body_base64":""}"#,
        r#"{"provider":"p","secret":0,"body_base64":"***"}"#,
        r#"{"provider":"p","secret":-1,"body":""}"#,
    ] {
        assert!(serde_json::from_str::<Delivery>(bad).is_err(), "{bad}");
    }
    for payload in [(5, 3), (0, 99), (99, 100), (usize::MAX, usize::MAX), (1, 2)] {
        let text = format!(
            r#"{{"provider":"p","event":"e","secret":0,"signed_at":18446744073709551615,"body":"é","payload":{{"start":{},"end":{}}}}}"#,
            payload.0, payload.1
        );
        let delivery: Delivery = serde_json::from_str(&text).expect("it can be read");
        let _ = delivery.payload::<String>().expect_err("no JSON there");
        assert!(delivery.raw_event().is_ok());
    }
}
