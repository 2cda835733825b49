//! The raw body alone.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "github",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}",
    event = "header:X-GitHub-Event"
)]
pub struct GitHub;

#[derive(Debug, Provider)]
#[provider(
    name = "jira",
    algo = "sha256",
    header = "X-Hub-Signature",
    format = "sha256={signature}",
    event = "/webhookEvent"
)]
pub struct Jira;

#[derive(Debug, Provider)]
#[provider(
    name = "meta",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}",
    handshake(
        method = "GET",
        when = "query:hub.mode=subscribe",
        token = "query:hub.verify_token",
        challenge = "query:hub.challenge",
        answer = "{challenge}",
    )
)]
pub struct Meta;

#[derive(Debug, Provider)]
#[provider(
    name = "shopify",
    algo = "sha256",
    encoding = "base64",
    header = "X-Shopify-Hmac-Sha256",
    event = "header:X-Shopify-Topic"
)]
pub struct Shopify;

#[derive(Debug, Provider)]
#[provider(name = "razorpay", algo = "sha256", header = "X-Razorpay-Signature", event = "/event")]
pub struct Razorpay;

#[derive(Debug, Provider)]
#[provider(
    name = "coinbase-commerce",
    algo = "sha256",
    header = "X-CC-Webhook-Signature",
    event = "/event/type",
    id = "/event/id"
)]
pub struct CoinbaseCommerce;

#[derive(Debug, Provider)]
#[provider(name = "monnify", algo = "sha512", header = "monnify-signature", event = "/eventType")]
pub struct Monnify;

#[derive(Debug, Provider)]
#[provider(
    name = "ms-teams",
    algo = "sha256",
    encoding = "base64",
    key = "base64",
    header = "Authorization",
    format = "HMAC {signature}"
)]
pub struct MsTeams;

#[derive(Debug, Provider)]
#[provider(
    name = "vercel",
    algo = "sha1",
    weak = "the sender offers nothing better",
    header = "x-vercel-signature",
    event = "/type",
    id = "/id"
)]
pub struct Vercel;

#[derive(Debug, Provider)]
#[provider(name = "pandadoc", algo = "sha256", signature = "query:signature")]
pub struct PandaDoc;

#[derive(Debug, Provider)]
#[provider(
    name = "merge",
    algo = "sha256",
    encoding = "base64url",
    header = "X-Merge-Webhook-Signature"
)]
pub struct Merge;

#[derive(Debug, Provider)]
#[provider(name = "squarespace", algo = "sha256", key = "hex", header = "Squarespace-Signature")]
pub struct Squarespace;

#[derive(Debug, Provider)]
#[provider(
    name = "linkedin",
    algo = "sha256",
    header = "X-LI-Signature",
    message = "hmacsha256={body}",
    handshake(
        method = "GET",
        challenge = "query:challengeCode",
        answer = "{{\"challengeCode\":\"{challenge}\",\"challengeResponse\":\"{proof}\"}}",
    )
)]
pub struct LinkedIn;

#[derive(Debug, Provider)]
#[provider(
    name = "x",
    algo = "sha256",
    encoding = "base64",
    header = "x-twitter-webhooks-signature",
    format = "sha256={signature}",
    handshake(
        method = "GET",
        challenge = "query:crc_token",
        answer = "{{\"response_token\":\"sha256={proof}\"}}",
    )
)]
pub struct X;

#[derive(Debug, Provider)]
#[provider(name = "rapyd-like", algo = "sha256", encoding = "base64-of-hex", header = "signature")]
pub struct Rapyd;

#[derive(Debug, Provider)]
#[provider(
    name = "monday",
    algo = "sha256",
    header = "x-monday-signature",
    handshake(
        challenge = "json:/challenge",
        answer = "{{\"challenge\":\"{challenge}\"}}",
        unsigned = "it is sent when the webhook is made",
    )
)]
pub struct Monday;

#[derive(Debug, Provider)]
#[provider(
    name = "trello",
    algo = "sha1",
    weak = "the sender offers nothing better",
    encoding = "base64",
    header = "X-Trello-Webhook",
    message = "{body}{url}",
    handshake(method = "HEAD")
)]
pub struct Trello;

pub const ALL: &[Entry] = &[
    Entry::of::<GitHub>("github"),
    Entry::of::<Jira>("jira"),
    Entry::of::<Meta>("meta"),
    Entry::of::<Shopify>("shopify"),
    Entry::of::<Razorpay>("razorpay"),
    Entry::of::<CoinbaseCommerce>("coinbase-commerce"),
    Entry::of::<Monnify>("monnify"),
    Entry::of::<MsTeams>("ms-teams")
        .secrets("c2VjcmV0IG51bWJlciBvbmU=", "c2VjcmV0IG51bWJlciB0d28="),
    Entry::of::<Vercel>("vercel"),
    Entry::of::<PandaDoc>("pandadoc"),
    Entry::of::<Merge>("merge"),
    Entry::of::<Squarespace>("squarespace")
        .secrets("00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"),
    Entry::of::<LinkedIn>("linkedin"),
    Entry::of::<X>("x"),
    Entry::of::<Rapyd>("rapyd-like"),
    Entry::of::<Monday>("monday"),
    Entry::of::<Trello>("trello"),
];
