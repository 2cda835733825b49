//! Signatures under a configured public key.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "discord",
    algo = "ed25519",
    header = "X-Signature-Ed25519",
    message = "{timestamp}{body}",
    timestamp(header = "X-Signature-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/event/type",
    handshake(when = "json:/type=1", answer = "{{\"type\":1}}")
)]
pub struct Discord;

#[derive(Debug, Provider)]
#[provider(
    name = "telnyx",
    algo = "ed25519",
    encoding = "base64",
    header = "telnyx-signature-ed25519",
    message = "{timestamp}|{body}",
    timestamp(header = "telnyx-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event = "/data/event_type"
)]
pub struct Telnyx;

#[derive(Debug, Provider)]
#[provider(
    name = "sendgrid",
    algo = "ecdsa-p256",
    encoding = "base64",
    header = "X-Twilio-Email-Event-Webhook-Signature",
    message = "{timestamp}{body}",
    timestamp(
        header = "X-Twilio-Email-Event-Webhook-Timestamp",
        unit = "seconds",
        tolerance = "10m"
    )
)]
pub struct SendGrid;

#[derive(Debug, Provider)]
#[provider(
    name = "fireblocks",
    algo = "rsa-sha512",
    encoding = "base64",
    header = "Fireblocks-Signature"
)]
pub struct Fireblocks;

/// With a certificate that the owner trusts; the sender names one by its address.
#[derive(Debug, Provider)]
#[provider(
    name = "aws-sns",
    algo = "rsa-sha1",
    or(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    encoding = "base64",
    signature = "json:/Signature",
    message = [
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n",
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n",
    ],
    id = "/MessageId",
    event = "/Type",
    payload = "/Message",
    weak = "the first version of its signatures, which a topic has unless it is set",
    unsigned = "the fields that its documentation lists",
)]
pub struct AwsSns;

pub const ED25519: (&str, &str) = (
    include_str!("../vectors/keys/ed25519-one.pub"),
    include_str!("../vectors/keys/ed25519-two.pub"),
);
pub const P256: (&str, &str) =
    (include_str!("../vectors/keys/p256-one.pub"), include_str!("../vectors/keys/p256-two.pub"));
pub const RSA: (&str, &str) =
    (include_str!("../vectors/keys/rsa-one.pub"), include_str!("../vectors/keys/rsa-two.pub"));

/// The private key of a public one, with which the sender signs; a secret is its own.
pub fn private(secret: &str) -> &str {
    match secret {
        key if key == ED25519.0 => include_str!("../vectors/keys/ed25519-one.pem"),
        key if key == ED25519.1 => include_str!("../vectors/keys/ed25519-two.pem"),
        key if key == P256.0 => include_str!("../vectors/keys/p256-one.pem"),
        key if key == P256.1 => include_str!("../vectors/keys/p256-two.pem"),
        key if key == RSA.0 => include_str!("../vectors/keys/rsa-one.pem"),
        key if key == RSA.1 => include_str!("../vectors/keys/rsa-two.pem"),
        secret => secret,
    }
}

const MESSAGE: &str = "{\"Type\":\"Notification\",\"MessageId\":\"m-1\",\"TopicArn\":\"a\",\"Message\":\"x\",\"Timestamp\":\"t\"}";

pub const ALL: &[Entry] = &[
    Entry::of::<Discord>("discord").secrets(ED25519.0, ED25519.1),
    Entry::of::<Telnyx>("telnyx").secrets(ED25519.0, ED25519.1),
    Entry::of::<SendGrid>("sendgrid").secrets(P256.0, P256.1),
    Entry::of::<Fireblocks>("fireblocks").secrets(RSA.0, RSA.1),
    Entry::of::<AwsSns>("aws-sns").secrets(RSA.0, RSA.1).body(MESSAGE),
];
