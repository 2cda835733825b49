//! The body with a timestamp, an id, text or other headers.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "slack",
    algo = "sha256",
    header = "X-Slack-Signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "X-Slack-Request-Timestamp", unit = "seconds", tolerance = "5m"),
    handshake(
        when = "json:/type=url_verification",
        challenge = "json:/challenge",
        answer = "{challenge}",
    )
)]
pub struct Slack;

#[derive(Debug, Provider)]
#[provider(
    name = "svix",
    algo = "sha256",
    encoding = "base64",
    header = "svix-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    id = "header:svix-id",
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct Svix;

#[derive(Debug, Provider)]
#[provider(
    name = "standard-webhooks",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    or(algo = "ed25519", format = "v1a,{signature}", key_prefix = "whpk_"),
    id = "header:webhook-id",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct StandardWebhooks;

#[derive(Debug, Provider)]
#[provider(
    name = "openai",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64-if-prefixed",
    key_prefix = "whsec_",
    id = "header:webhook-id",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct OpenAi;

#[derive(Debug, Provider)]
#[provider(
    name = "stripe",
    algo = "sha256",
    header = "Stripe-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/type"
)]
pub struct Stripe;

#[derive(Debug, Provider)]
#[provider(
    name = "paddle",
    algo = "sha256",
    header = "Paddle-Signature",
    format = "ts={timestamp};h1={signature}",
    message = "{timestamp}:{body}",
    timestamp(unit = "seconds", tolerance = "5m")
)]
pub struct Paddle;

#[derive(Debug, Provider)]
#[provider(
    name = "sanity",
    algo = "sha256",
    encoding = "base64url",
    header = "sanity-webhook-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m")
)]
pub struct Sanity;

#[derive(Debug, Provider)]
#[provider(
    name = "twitch",
    algo = "sha256",
    header = "Twitch-Eventsub-Message-Signature",
    format = "sha256={signature}",
    message = "{id}{timestamp}{body}",
    id = "header:Twitch-Eventsub-Message-Id",
    event = "header:Twitch-Eventsub-Message-Type",
    timestamp(header = "Twitch-Eventsub-Message-Timestamp", unit = "rfc3339", tolerance = "10m"),
    handshake(
        when = "header:Twitch-Eventsub-Message-Type=webhook_callback_verification",
        challenge = "json:/challenge",
        answer = "{challenge}",
    )
)]
pub struct Twitch;

#[derive(Debug, Provider)]
#[provider(
    name = "zoom",
    algo = "sha256",
    header = "x-zm-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-zm-request-timestamp", unit = "seconds", tolerance = "5m"),
    event = "/event",
    handshake(
        when = "json:/event=endpoint.url_validation",
        challenge = "json:/payload/plainToken",
        answer = "{{\"plainToken\":\"{challenge}\",\"encryptedToken\":\"{proof}\"}}",
    )
)]
pub struct Zoom;

#[derive(Debug, Provider)]
#[provider(
    name = "crisp",
    algo = "sha256",
    header = "X-Crisp-Signature",
    message = "[{timestamp};{body}]",
    timestamp(header = "X-Crisp-Request-Timestamp", unit = "milliseconds", tolerance = "5m")
)]
pub struct Crisp;

#[derive(Debug, Provider)]
#[provider(
    name = "oura",
    algo = "sha256",
    encoding = "hex-upper",
    header = "x-oura-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-oura-timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct Oura;

#[derive(Debug, Provider)]
#[provider(
    name = "quicknode",
    algo = "sha256",
    header = "X-QN-Signature",
    message = "{header:X-QN-Nonce}{timestamp}{body}",
    timestamp(header = "X-QN-Timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct QuickNode;

#[derive(Debug, Provider)]
#[provider(
    name = "moov",
    algo = "sha512",
    header = "X-Signature",
    message = "{timestamp}|{header:X-Nonce}|{header:X-Webhook-ID}",
    timestamp(header = "X-Timestamp", unit = "auto", tolerance = "5m"),
    unsigned = "the sender signs the headers only"
)]
pub struct Moov;

#[derive(Debug, Provider)]
#[provider(
    name = "mercado-pago",
    algo = "sha256",
    header = "x-signature",
    format = "ts={timestamp},v1={signature}",
    message = [
    "id:{query:data.id};request-id:{header:x-request-id};ts:{timestamp};",
    "request-id:{header:x-request-id};ts:{timestamp};",
    ],
    timestamp(unit = "auto", tolerance = "5m"),
    unsigned = "the sender signs ids only",
)]
pub struct MercadoPago;

pub const ALL: &[Entry] = &[
    Entry::of::<Slack>("slack"),
    Entry::of::<Svix>("svix").secrets(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
    ),
    Entry::of::<StandardWebhooks>("standard-webhooks").secrets(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
    ),
    Entry::of::<OpenAi>("openai"),
    Entry::of::<Stripe>("stripe"),
    Entry::of::<Paddle>("paddle"),
    Entry::of::<Sanity>("sanity"),
    Entry::of::<Twitch>("twitch"),
    Entry::of::<Zoom>("zoom"),
    Entry::of::<Crisp>("crisp"),
    Entry::of::<Oura>("oura"),
    Entry::of::<QuickNode>("quicknode").headers(&[("x-qn-nonce", "n-1")]),
    Entry::of::<Moov>("moov").headers(&[("x-nonce", "n-1"), ("x-webhook-id", "w-1")]),
    Entry::of::<MercadoPago>("mercado-pago").headers(&[("x-request-id", "r-1")]),
];
