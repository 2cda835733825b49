//! Values with their parts in order, lists, numbered headers.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "recurly",
    algo = "sha256",
    header = "recurly-signature",
    format = "{timestamp},{signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "auto", tolerance = "5m")
)]
pub struct Recurly;

#[derive(Debug, Provider)]
#[provider(
    name = "docusign",
    algo = "sha256",
    encoding = "base64",
    header = "X-DocuSign-Signature-{n}"
)]
pub struct DocuSign;

#[derive(Debug, Provider)]
#[provider(
    name = "cronofy",
    algo = "sha256",
    encoding = "base64",
    header = "Cronofy-HMAC-SHA256",
    separator = ","
)]
pub struct Cronofy;

#[derive(Debug, Provider)]
#[provider(
    name = "sinch-voice",
    algo = "sha256",
    encoding = "base64",
    key = "base64",
    header = "Authorization",
    format = "Application {any}:{signature}",
    message = "{method}\n{md5-base64:body}\n{header:content-type}\nx-timestamp:{timestamp}\n{path}",
    timestamp(header = "x-timestamp", unit = "rfc3339", tolerance = "5m")
)]
pub struct SinchVoice;

#[derive(Debug, Provider)]
#[provider(
    name = "braintree",
    algo = "sha1",
    weak = "the sender offers nothing better",
    derive = "sha1",
    signature = "form:bt_signature",
    separator = "&",
    format = "{any}|{signature}",
    message = "{form:bt_payload}",
    unsigned = "the whole event is in the one field that is signed",
    handshake(method = "GET", challenge = "query:bt_challenge", answer = "{proof}")
)]
pub struct Braintree;

pub const ALL: &[Entry] = &[
    Entry::of::<Recurly>("recurly"),
    Entry::of::<DocuSign>("docusign"),
    Entry::of::<Cronofy>("cronofy"),
    Entry::of::<SinchVoice>("sinch-voice")
        .secrets("c2VjcmV0IG51bWJlciBvbmU=", "c2VjcmV0IG51bWJlciB0d28="),
    Entry::of::<Braintree>("braintree").body("bt_payload=PG5vdGlmaWNhdGlvbi8%2B%0A"),
];
