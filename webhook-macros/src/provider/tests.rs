use quote::quote;

use super::derive;
use crate::snapshot::{assert_expands, errors};

#[test]
fn ascend() {
    let expansion = derive(quote! {
        #[provider(
            name = "ascend",
            docs = "https://developers.useascend.com/docs/webhooks",
            algo = "sha256",
            header = "X-Ascend-Signature",
            format = "t={timestamp},v1={signature}",
            message = "{timestamp}:{body}",
            timestamp(header = "X-Ascend-Request-Timestamp", unit = "seconds", tolerance = "5m"),
            id = ["/id", "/event_id"],
            event_type = ["/type", "/event_name"],
            payload = ["/data", "/payload"],
            ack = 200,
            events = Event,
        )]
        pub struct Ascend;
    });
    assert_expands("provider_ascend", &expansion, 80);
}

#[test]
fn least() {
    let expansion = derive(quote! {
        #[provider(algo = "sha256", header = "X-Signature", crate = kit::inner)]
        pub struct AcmePay;
    });
    assert_expands("provider_least", &expansion, 15);
}

#[test]
fn mistakes_are_reported_together_and_leave_an_implementation() {
    let expansion = derive(quote! {
        #[provider(alog = "sha256", header = "a b", ack = 500, format)]
        pub struct Acme;
    });
    let errors = errors(&expansion);
    assert!(errors[0].starts_with("unknown key `alog` in `#[provider(..)]`: did you mean `algo`?"));
    assert_eq!(
        errors[1..],
        [
            "`format` needs a value: `format = \"t={timestamp},v1={signature}\"`",
            "invalid header name `a b`: letters, digits and `-`, without a colon",
            "`500` is not a success status: `ack` is a status code from 200 to 299",
        ]
    );
    assert!(expansion.to_string().contains("Provider for Acme"));
}
