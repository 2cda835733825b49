//! The public address of the endpoint.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "twilio",
    algo = "sha1",
    weak = "the sender offers nothing better",
    encoding = "base64",
    header = "X-Twilio-Signature",
    message = [
    "{url}{form:sorted}",
    "{url:port}{form:sorted}",
    "{url:no-port}{form:sorted}",
    "{url:quoted}{form:sorted}",
    "{url}",
    "{url:port}",
    "{url:no-port}",
    "{url:quoted}",
    ],
    digest = "sha256:query:bodySHA256",
)]
pub struct Twilio;

#[derive(Debug, Provider)]
#[provider(
    name = "square",
    algo = "sha256",
    encoding = "base64",
    header = "x-square-hmacsha256-signature",
    message = "{url}{body}",
    id = "/event_id",
    event = "/type"
)]
pub struct Square;

#[derive(Debug, Provider)]
#[provider(
    name = "hubspot-v3",
    algo = "sha256",
    encoding = "base64",
    header = "X-HubSpot-Signature-v3",
    message = "{method}{url}{body}{timestamp}",
    timestamp(header = "X-HubSpot-Request-Timestamp", unit = "milliseconds", tolerance = "5m")
)]
pub struct HubSpotV3;

#[derive(Debug, Provider)]
#[provider(
    name = "mandrill",
    algo = "sha1",
    weak = "the sender offers nothing better",
    encoding = "base64",
    header = "X-Mandrill-Signature",
    message = "{url}{form:sorted}"
)]
pub struct Mandrill;

#[derive(Debug, Provider)]
#[provider(
    name = "atlas-like",
    algo = "sha256",
    header = "x-signature",
    message = "{method} {path}?{query:sorted} {query:tenant}\n{sha512-base64:body}"
)]
pub struct Atlas;

pub const ALL: &[Entry] = &[
    Entry::of::<Twilio>("twilio").body("CallSid=CA1&Digits=12&From=%2B1415&Digits=7"),
    Entry::of::<Square>("square"),
    Entry::of::<HubSpotV3>("hubspot-v3"),
    Entry::of::<Mandrill>("mandrill").body("mandrill_events=%5B%7B%7D%5D&a=1"),
    Entry::of::<Atlas>("atlas-like"),
];
