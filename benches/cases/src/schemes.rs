//! Declarations, as a user would write them.

use webhook_kit::Provider;

/// GitHub's, without the header that names the event: only verifying is compared.
#[derive(Debug, Provider)]
#[provider(
    name = "github",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}"
)]
pub struct GitHub;

/// Shopify's.
#[derive(Debug, Provider)]
#[provider(
    name = "shopify",
    algo = "sha256",
    encoding = "base64",
    header = "X-Shopify-Hmac-Sha256"
)]
pub struct Shopify;

#[derive(Debug, Provider)]
#[provider(name = "hex512", algo = "sha512", header = "X-Signature")]
pub struct Hex512;

#[derive(Debug, Provider)]
#[provider(name = "base64-512", algo = "sha512", encoding = "base64", header = "X-Signature")]
pub struct Base64Sha512;

/// Stripe's.
#[derive(Debug, Provider)]
#[provider(
    name = "stripe",
    algo = "sha256",
    header = "Stripe-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type"
)]
pub struct Stripe;

#[derive(Debug, Provider)]
#[provider(
    name = "standard-webhooks",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    id = "header:webhook-id",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct StandardWebhooks;

/// Event and payload beside each other.
#[derive(Debug, Provider)]
#[provider(
    name = "adjacent",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/event",
    payload = "/data"
)]
pub struct Adjacent;

/// The event's name is a field of the payload.
#[derive(Debug, Provider)]
#[provider(name = "flat", algo = "sha256", header = "X-Signature", event_type = "/event")]
pub struct Flat;

/// Event and payload stand deeper, with an id beside them.
#[derive(Debug, Provider)]
#[provider(
    name = "nested",
    algo = "sha256",
    header = "X-Signature",
    id = "/data/id",
    event_type = "/data/event",
    payload = "/data/data"
)]
pub struct Nested;
