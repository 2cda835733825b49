//! The body bound by a digest that is signed.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "messagebird-legacy",
    algo = "sha256",
    encoding = "base64",
    header = "MessageBird-Signature",
    message = "{timestamp}\n{query:sorted}\n{sha256-raw:body}",
    timestamp(header = "MessageBird-Request-Timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct MessageBirdLegacy;

#[derive(Debug, Provider)]
#[provider(
    name = "digest-header",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-content-digest} {path}",
    digest = "sha256-base64:header:x-content-digest"
)]
pub struct DigestHeader;

pub const ALL: &[Entry] = &[
    Entry::of::<MessageBirdLegacy>("messagebird-legacy"),
    Entry::of::<DigestHeader>("digest-header"),
];
