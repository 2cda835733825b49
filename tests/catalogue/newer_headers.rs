//! Senders that changed the names of their headers: old names and new ones are read, and the event's name is
//! not lost with the new.

#![allow(clippy::expect_used, reason = "a panic fails the test")]

use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, request::Parts};

use crate::catalogue;

/// Signed by Python's hmac: SHA-256 of the body under the secret.
const SECRET: &str = "6d1d475adef242e59a648335288ee80b";
const BODY: &str = "{\"status\":\"firing\"}";
const HEX: &str = "7a6e34aa9bfe1afc1229129cc253c38e7fa365dec0ac00bb611feb8fb0810d19";
const BASE64: &str = "em40qpv+GvwSKRKcwlPDjn+jZd7ArAC7YR/rj7CBDRk=";

fn event(slug: &str, headers: &[(&str, &str)]) -> Option<String> {
    let mut request = Request::post("/");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let parts: Parts = request.body(()).expect("a request").into_parts().0;
    let verifier = catalogue::find(slug).verifier(&[SECRET], SystemTime::UNIX_EPOCH);
    let delivery = verifier.verify(&parts, Bytes::from_static(BODY.as_bytes())).ok()?;
    Some(delivery.event().unwrap_or_default().to_owned())
}

#[test]
fn old_and_new_names_are_read() {
    for (signature, topic) in
        [("X-Shopify-Hmac-Sha256", "X-Shopify-Topic"), ("shopify-hmac-sha256", "shopify-topic")]
    {
        let headers = [(signature, BASE64), (topic, "orders/create")];
        assert_eq!(event("shopify", &headers).as_deref(), Some("orders/create"), "{signature}");
    }
    for name in ["X-Grafana-Alerting-Signature", "X-Grafana-Alert-Signature"] {
        assert_eq!(event("grafana", &[(name, HEX)]).as_deref(), Some("firing"), "{name}");
    }
    let signed = format!("sha256={BASE64}");
    for name in ["x-twitter-webhooks-signature", "X-Twitter-Webhooks-Signature-OAuth2"] {
        assert!(event("x", &[(name, &signed)]).is_some(), "{name}");
    }
}

#[test]
fn a_wrong_signature_under_a_new_name_is_refused() {
    let wrong = BASE64.replace("em40", "em41");
    let headers = [("shopify-hmac-sha256", wrong.as_str()), ("shopify-topic", "orders/create")];
    assert_eq!(event("shopify", &headers), None);
    assert_eq!(event("grafana", &[("X-Grafana-Alert-Signature", &HEX.replace('7', "8"))]), None);
}
