//! JSON web tokens.

use webhook_kit::{Provider, Scheme};

#[derive(Debug, Provider)]
#[provider(
    name = "messagebird",
    algo = "jwt-hs256",
    or((algo = "jwt-hs384"), (algo = "jwt-hs512")),
    header = "MessageBird-Signature-JWT",
    token(
        issuer = "MessageBird",
        digest = ["url_hash=sha256:url", "payload_hash=sha256:body?"],
        leeway = "1s",
        expiry = "required",
    )
)]
pub struct MessageBird;

#[derive(Debug, Provider)]
#[provider(
    name = "netlify",
    algo = "jwt-hs256",
    header = "X-Webhook-Signature",
    token(issuer = "netlify", digest = "sha256=sha256:body"),
    event = "/state",
    id = "/id"
)]
pub struct Netlify;

#[derive(Debug, Provider)]
#[provider(
    name = "vonage-jwt",
    algo = "jwt-hs256",
    header = "Authorization",
    format = "Bearer {signature}",
    token(issuer = "Vonage", digest = "payload_hash=sha256:body", max_age = "5m")
)]
pub struct Vonage;

#[derive(Debug, Provider)]
#[provider(
    name = "livekit",
    algo = "jwt-hs256",
    header = "Authorization",
    token(digest = "sha256=sha256-base64:body", expiry = "required"),
    event = "/event",
    id = "/id"
)]
pub struct LiveKit;

/// With a key that the owner looked up.
#[derive(Debug, Provider)]
#[provider(
    name = "plaid",
    algo = "jwt-es256",
    header = "Plaid-Verification",
    token(digest = "request_body_sha256=sha256:body", max_age = "5m"),
    event = "/webhook_code"
)]
pub struct Plaid;

#[derive(Debug, Provider)]
#[provider(
    name = "fusionauth",
    algo = "jwt-rs256",
    or(algo = "jwt-es256"),
    header = "X-FusionAuth-Signature-JWT",
    token(digest = "request_body_sha256=sha256-base64:body"),
    event = "/event/type",
    id = "/event/id"
)]
pub struct FusionAuth;

#[derive(Debug, Provider)]
#[provider(
    name = "kinde",
    algo = "jwt-rs256",
    signature = "body",
    event = "/type",
    id = "/id",
    payload = "/data"
)]
pub struct Kinde;

/// With the key of the first certificate, which the owner trusts: the chain that the token brings
/// counts for nothing.
#[derive(Debug, Provider)]
#[provider(
    name = "apple-app-store",
    algo = "jwt-es256",
    signature = "json:/signedPayload",
    token(content = "delivery"),
    timestamp(json = "/signedDate", unit = "milliseconds"),
    event = "/notificationType",
    id = "/notificationUUID",
    payload = "/data"
)]
pub struct AppleAppStore;

#[derive(Debug, Provider)]
#[provider(
    name = "constant-contact",
    algo = "jwt-rs256",
    header = "X-CTCT-WEBHOOK-SIG",
    token(content = "detached-raw")
)]
pub struct ConstantContact;

#[derive(Debug, Provider)]
#[provider(
    name = "google-pubsub",
    algo = "jwt-rs256",
    header = "Authorization",
    format = "Bearer {signature}",
    token(issuer = "https://accounts.google.com", audience = "https://hooks.example.com/in"),
    unsigned = "the token says who calls, and nothing of what is said"
)]
pub struct PubSub;

/// All of them.
pub const ALL: &[&Scheme] = &[
    MessageBird::SCHEME,
    Netlify::SCHEME,
    Vonage::SCHEME,
    LiveKit::SCHEME,
    Plaid::SCHEME,
    FusionAuth::SCHEME,
    Kinde::SCHEME,
    AppleAppStore::SCHEME,
    ConstantContact::SCHEME,
    PubSub::SCHEME,
];
