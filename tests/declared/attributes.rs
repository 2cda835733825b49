//! Every scheme as `Declared::to_attribute` writes it: `WEBHOOK_BLESS=1 cargo test --test declared`
//! renews it.

use webhook_kit::{Provider, declared::Declared};

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ascend",
    docs = "https://developers.useascend.com/docs/webhooks",
    algo = "sha256",
    header = "x-ascend-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}:{body}",
    timestamp(header = "x-ascend-request-timestamp", unit = "seconds", tolerance = "5m"),
    id = ["/id", "/event_id", "{sha256:body}"],
    event = ["/type", "/event_name"],
    payload = ["/data", "/payload"],
    ack = 200,
    events = [
        "invoice.created",
        "invoice.processing_payment",
        "invoice.paid",
        "invoice.voided",
        "invoice.marked_overdue",
        "payout.paying",
        "payout.paid",
        "payout.on_hold",
        "payout.canceled",
        "payout.failed",
        "refund.paid",
        "refund.cancelled",
    ],
)]
struct P0;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fincra",
    docs = "https://docs.fincra.com/docs/validating-webhook",
    algo = "sha512",
    header = "signature",
    body = "json",
    id = ["{event}:{json:/data/chargeReference}", "{event}:{json:/data/reference}", "{event}:{json:/data/id}:{json:/data/updatedAt}", "{event}:{json:/data/id}", "{sha256:body}"],
    event = "/event",
    payload = "/data",
    events = [
        "payout.successful",
        "payout.failed",
        "collection.successful",
        "collection.failed",
        "conversion.successful",
        "conversion.failed",
        "virtualaccount.approved",
        "virtualaccount.issued",
        "virtualaccount.changed",
        "virtualaccount.declined",
        "virtualaccount.closed",
        "charge.successful",
        "charge.failed",
        "mandate.approved",
        "issuing.transaction",
        "card.created",
        "cardholder.validation.completed",
        "card.funding.completed",
    ],
)]
struct P1;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "goodstack",
    docs = "https://docs.goodstack.io/docs/concepts/Platform/webhooks",
    algo = "sha256",
    header = ["goodstack-signature", "percent-signature"],
    id = "/data/id",
    event = "/data/eventType",
    payload = "/data/eventData",
    retries = "14h",
    sources("54.76.67.168", "34.248.188.89", "34.243.152.218", "54.76.168.240", "99.81.243.145", "54.220.118.167"),
    events = [
        "validation_request.approved",
        "validation_request.rejected",
        "agent_verification.pending_review",
        "agent_verification.pending_user_verification",
        "agent_verification.approved",
        "agent_verification.rejected",
        "monitoring_subscription.updated",
        "eligibility_subscription.updated",
        "validation_submission.created",
        "validation_submission.succeeded",
        "validation_submission.failed",
        "validation_submission.updated",
        "donation.hosted.payment_received",
        "donation.created",
        "donation.settled",
        "donation.disbursed",
        "donation.payment_successful",
        "donation.cancelled",
        "donation.reassigned",
    ],
)]
struct P2;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ratio",
    docs = "https://developer.ratio.me/docs/api-reference/webhooks",
    algo = "sha512",
    header = "ratio-webhook-signature",
    message = "{timestamp}.{body}",
    body = "json",
    timestamp(header = "ratio-webhook-signature-timestamp", unit = "auto", tolerance = "5m"),
    id = "/id",
    event = "/event",
    payload = "/data",
    events = ["ACTIVITY_UPDATED", "BANK_UPDATED", "KYC_UPDATED"],
)]
struct P3;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "waldo",
    docs = "https://docs.waldo.ai/features/webhooks",
    algo = "sha256",
    header = "x-waldo-signature",
    body = "json",
    id = ["{json:/requestId}:{event}:{json:/evaluation/type}:{json:/evaluation/status}", "{json:/requestId}:{event}"],
    event = "/event",
    events = ["onboard", "flag", "evaluation"],
)]
struct P4;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "messagebird-legacy",
    algo = "sha256",
    encoding = "base64",
    header = "messagebird-signature",
    message = "{timestamp}\n{query:sorted}\n{sha256-raw:body}",
    timestamp(header = "messagebird-request-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P5;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "digest-header",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-content-digest} {path}",
    digest = "sha256-base64:header:x-content-digest",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P6;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "telegram",
    algo = "token",
    header = "x-telegram-bot-api-secret-token",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P10;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cloudevents",
    algo = "token",
    header = "authorization",
    format = "Bearer {signature}",
    weak = "the standard knows tokens only",
    handshake(method = "OPTIONS", challenge = "header:webhook-request-origin", header = "webhook-allowed-origin"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P11;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "postmark",
    algo = "basic",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P12;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "figma",
    algo = "token",
    signature = "json:/passcode",
    event = "/event_type",
    weak = "the sender offers nothing better",
    handshake(when = "json:/event_type=PING"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P13;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mattermost",
    algo = "token",
    signature = "form:token",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P14;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mailchimp",
    algo = "token",
    signature = "query:secret",
    weak = "the sender offers nothing better",
    handshake(method = "GET"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P15;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "clock-in-body",
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}.{body}",
    timestamp(json = "/at", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P16;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mailgun",
    algo = "sha256",
    signature = "json:/signature/signature",
    message = "{json:/signature/timestamp}{json:/signature/token}",
    timestamp(json = "/signature/timestamp", unit = "seconds", tolerance = "5m"),
    id = "/signature/token",
    event = "/event-data/event",
    unsigned = "the sender signs a token, not the event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P17;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "lever",
    algo = "sha256",
    signature = "json:/signature",
    message = "{json:/token}{timestamp}",
    timestamp(json = "/triggeredAt", unit = "milliseconds", tolerance = "5m"),
    unsigned = "the sender signs a token, not the event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P18;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "paymob",
    algo = "sha512",
    signature = "query:hmac",
    message = "{json:/obj/amount_cents}{json:/obj/created_at}{json:/obj/success}{json:/obj/note?}",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P19;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "wayforpay",
    algo = "md5",
    signature = "json:/merchantSignature",
    message = "{json:/merchantAccount};{json:/orderReference};{json:/amount}",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P20;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "opennode",
    algo = "sha256",
    signature = "form:hashed_order",
    message = "{form:id}",
    id = "form:id",
    unsigned = "the sender signs the id only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P21;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hubspot-v1",
    algo = "hash-sha256",
    header = "x-hubspot-signature",
    message = "{secret}{body}",
    weak = "an older scheme that is still sent",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P22;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "lark",
    algo = "hash-sha256",
    header = "x-lark-signature",
    message = "{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}",
    timestamp(header = "x-lark-request-timestamp", unit = "seconds", tolerance = "5m"),
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P23;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "yoomoney",
    algo = "hash-sha1",
    signature = "form:sha1_hash",
    message = "{form:notification_type}&{form:operation_id}&{form:amount}&{form:currency}&{form:datetime}&{form:sender}&{form:codepro}&{secret}&{form:label}",
    timestamp(form = "datetime", unit = "rfc3339", tolerance = "5m"),
    id = "form:operation_id",
    event = "form:notification_type",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P24;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "liqpay",
    algo = "hash-sha1",
    encoding = "base64",
    signature = "form:signature",
    message = "{secret}{form:data}{secret}",
    weak = "the sender offers nothing better",
    unsigned = "the whole event is in the one field that is signed",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P25;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "robokassa",
    algo = "hash-md5",
    encoding = "hex-upper",
    signature = "form:SignatureValue",
    message = "{form:OutSum}:{form:InvId}:{secret}",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P26;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "phonepe-v1",
    algo = "hash-sha256",
    header = "x-verify",
    format = "{signature}###{any}",
    message = "{json:/response}{secret}",
    weak = "the sender offers nothing better",
    unsigned = "the whole event is in the one field that is signed",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P27;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "p24-like",
    algo = "hash-sha384",
    header = "x-sign",
    message = "{body}{secret}",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P28;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sha512-like",
    algo = "hash-sha512",
    header = "x-sign",
    message = "{body}{secret}",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P29;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "recurly",
    algo = "sha256",
    header = "recurly-signature",
    format = "{timestamp},{signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "auto", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P30;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "docusign",
    algo = "sha256",
    encoding = "base64",
    header = "x-docusign-signature-{n}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P31;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cronofy",
    algo = "sha256",
    encoding = "base64",
    header = "cronofy-hmac-sha256",
    separator = ",",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P32;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sinch-voice",
    algo = "sha256",
    encoding = "base64",
    header = "authorization",
    format = "Application {any}:{signature}",
    message = "{method}\n{md5-base64:body}\n{header:content-type}\nx-timestamp:{timestamp}\n{path}",
    key = "base64",
    timestamp(header = "x-timestamp", unit = "rfc3339", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P33;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "braintree",
    algo = "sha1",
    signature = "form:bt_signature",
    format = "{any}|{signature}",
    separator = "&",
    message = "{form:bt_payload}",
    derive = "sha1",
    weak = "the sender offers nothing better",
    unsigned = "the whole event is in the one field that is signed",
    handshake(method = "GET", challenge = "query:bt_challenge", answer = "{proof}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P34;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "discord",
    algo = "ed25519",
    header = "x-signature-ed25519",
    message = "{timestamp}{body}",
    timestamp(header = "x-signature-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/event/type",
    handshake(when = "json:/type=1", answer = "{{\"type\":1}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P35;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "telnyx",
    algo = "ed25519",
    encoding = "base64",
    header = "telnyx-signature-ed25519",
    message = "{timestamp}|{body}",
    timestamp(header = "telnyx-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event = "/data/event_type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P36;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sendgrid",
    algo = "ecdsa-p256",
    encoding = "base64",
    header = "x-twilio-email-event-webhook-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-twilio-email-event-webhook-timestamp", unit = "seconds", tolerance = "10m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P37;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fireblocks",
    algo = "rsa-sha512",
    encoding = "base64",
    header = "fireblocks-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P38;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "aws-sns",
    algo = "rsa-sha1",
    encoding = "base64",
    signature = "json:/Signature",
    message = ["Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n", "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n"],
    or(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    id = "/MessageId",
    event = "/Type",
    payload = "/Message",
    weak = "the first version of its signatures, which a topic has unless it is set",
    unsigned = "the fields that its documentation lists",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P39;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "github",
    algo = "sha256",
    header = "x-hub-signature-256",
    format = "sha256={signature}",
    event = "header:x-github-event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P40;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "jira",
    algo = "sha256",
    header = "x-hub-signature",
    format = "sha256={signature}",
    event = "/webhookEvent",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P41;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "meta",
    algo = "sha256",
    header = "x-hub-signature-256",
    format = "sha256={signature}",
    handshake(method = "GET", when = "query:hub.mode=subscribe", challenge = "query:hub.challenge", token = "query:hub.verify_token", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P42;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "shopify",
    algo = "sha256",
    encoding = "base64",
    header = "x-shopify-hmac-sha256",
    event = "header:x-shopify-topic",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P43;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "razorpay",
    algo = "sha256",
    header = "x-razorpay-signature",
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P44;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "coinbase-commerce",
    algo = "sha256",
    header = "x-cc-webhook-signature",
    id = "/event/id",
    event = "/event/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P45;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "monnify",
    algo = "sha512",
    header = "monnify-signature",
    event = "/eventType",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P46;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ms-teams",
    algo = "sha256",
    encoding = "base64",
    header = "authorization",
    format = "HMAC {signature}",
    key = "base64",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P47;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "vercel",
    algo = "sha1",
    header = "x-vercel-signature",
    id = "/id",
    event = "/type",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P48;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pandadoc",
    algo = "sha256",
    signature = "query:signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P49;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "merge",
    algo = "sha256",
    encoding = "base64url",
    header = "x-merge-webhook-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P50;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "squarespace",
    algo = "sha256",
    header = "squarespace-signature",
    key = "hex",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P51;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "linkedin",
    algo = "sha256",
    header = "x-li-signature",
    message = "hmacsha256={body}",
    handshake(method = "GET", challenge = "query:challengeCode", answer = "{{\"challengeCode\":\"{challenge}\",\"challengeResponse\":\"{proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P52;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "x",
    algo = "sha256",
    encoding = "base64",
    header = "x-twitter-webhooks-signature",
    format = "sha256={signature}",
    handshake(method = "GET", challenge = "query:crc_token", answer = "{{\"response_token\":\"sha256={proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P53;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "rapyd-like",
    algo = "sha256",
    encoding = "base64-of-hex",
    header = "signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P54;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "monday",
    algo = "sha256",
    header = "x-monday-signature",
    handshake(challenge = "json:/challenge", answer = "{{\"challenge\":\"{challenge}\"}}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P55;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "trello",
    algo = "sha1",
    encoding = "base64",
    header = "x-trello-webhook",
    message = "{body}{url}",
    weak = "the sender offers nothing better",
    handshake(method = "HEAD"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P56;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "slack",
    algo = "sha256",
    header = "x-slack-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-slack-request-timestamp", unit = "seconds", tolerance = "5m"),
    handshake(when = "json:/type=url_verification", challenge = "json:/challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P57;

#[derive(Provider)]
#[rustfmt::skip]
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
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:svix-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P58;

#[derive(Provider)]
#[rustfmt::skip]
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
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P59;

#[derive(Provider)]
#[rustfmt::skip]
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
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P60;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "stripe",
    algo = "sha256",
    header = "stripe-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P61;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "paddle",
    algo = "sha256",
    header = "paddle-signature",
    format = "ts={timestamp};h1={signature}",
    message = "{timestamp}:{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P62;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sanity",
    algo = "sha256",
    encoding = "base64url",
    header = "sanity-webhook-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P63;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "twitch",
    algo = "sha256",
    header = "twitch-eventsub-message-signature",
    format = "sha256={signature}",
    message = "{id}{timestamp}{body}",
    timestamp(header = "twitch-eventsub-message-timestamp", unit = "rfc3339", tolerance = "10m"),
    id = "header:twitch-eventsub-message-id",
    event = "header:twitch-eventsub-message-type",
    handshake(when = "header:twitch-eventsub-message-type=webhook_callback_verification", challenge = "json:/challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P64;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "zoom",
    algo = "sha256",
    header = "x-zm-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-zm-request-timestamp", unit = "seconds", tolerance = "5m"),
    event = "/event",
    handshake(when = "json:/event=endpoint.url_validation", challenge = "json:/payload/plainToken", answer = "{{\"plainToken\":\"{challenge}\",\"encryptedToken\":\"{proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P65;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "crisp",
    algo = "sha256",
    header = "x-crisp-signature",
    message = "[{timestamp};{body}]",
    timestamp(header = "x-crisp-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P66;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "oura",
    algo = "sha256",
    encoding = "hex-upper",
    header = "x-oura-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-oura-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P67;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "quicknode",
    algo = "sha256",
    header = "x-qn-signature",
    message = "{header:X-QN-Nonce}{timestamp}{body}",
    timestamp(header = "x-qn-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P68;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "moov",
    algo = "sha512",
    header = "x-signature",
    message = "{timestamp}|{header:X-Nonce}|{header:X-Webhook-ID}",
    timestamp(header = "x-timestamp", unit = "auto", tolerance = "5m"),
    unsigned = "the sender signs the headers only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P69;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mercado-pago",
    algo = "sha256",
    header = "x-signature",
    format = "ts={timestamp},v1={signature}",
    message = ["id:{query:data.id};request-id:{header:x-request-id};ts:{timestamp};", "request-id:{header:x-request-id};ts:{timestamp};"],
    timestamp(unit = "auto", tolerance = "5m"),
    unsigned = "the sender signs ids only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P70;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "twilio",
    algo = "sha1",
    encoding = "base64",
    header = "x-twilio-signature",
    message = ["{url}{form:sorted}", "{url:port}{form:sorted}", "{url:no-port}{form:sorted}", "{url:quoted}{form:sorted}", "{url}", "{url:port}", "{url:no-port}", "{url:quoted}"],
    digest = "sha256:query:bodySHA256",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P71;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "square",
    algo = "sha256",
    encoding = "base64",
    header = "x-square-hmacsha256-signature",
    message = "{url}{body}",
    id = "/event_id",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P72;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hubspot-v3",
    algo = "sha256",
    encoding = "base64",
    header = "x-hubspot-signature-v3",
    message = "{method}{url}{body}{timestamp}",
    timestamp(header = "x-hubspot-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P73;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mandrill",
    algo = "sha1",
    encoding = "base64",
    header = "x-mandrill-signature",
    message = "{url}{form:sorted}",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P74;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "atlas-like",
    algo = "sha256",
    header = "x-signature",
    message = "{method} {path}?{query:sorted} {query:tenant}\n{sha512-base64:body}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P75;

pub(super) const ALL: &[Declared] = &[
    Declared::of::<P0>(),
    Declared::of::<P1>(),
    Declared::of::<P2>(),
    Declared::of::<P3>(),
    Declared::of::<P4>(),
    Declared::of::<P5>(),
    Declared::of::<P6>(),
    Declared::of::<P10>(),
    Declared::of::<P11>(),
    Declared::of::<P12>(),
    Declared::of::<P13>(),
    Declared::of::<P14>(),
    Declared::of::<P15>(),
    Declared::of::<P16>(),
    Declared::of::<P17>(),
    Declared::of::<P18>(),
    Declared::of::<P19>(),
    Declared::of::<P20>(),
    Declared::of::<P21>(),
    Declared::of::<P22>(),
    Declared::of::<P23>(),
    Declared::of::<P24>(),
    Declared::of::<P25>(),
    Declared::of::<P26>(),
    Declared::of::<P27>(),
    Declared::of::<P28>(),
    Declared::of::<P29>(),
    Declared::of::<P30>(),
    Declared::of::<P31>(),
    Declared::of::<P32>(),
    Declared::of::<P33>(),
    Declared::of::<P34>(),
    Declared::of::<P35>(),
    Declared::of::<P36>(),
    Declared::of::<P37>(),
    Declared::of::<P38>(),
    Declared::of::<P39>(),
    Declared::of::<P40>(),
    Declared::of::<P41>(),
    Declared::of::<P42>(),
    Declared::of::<P43>(),
    Declared::of::<P44>(),
    Declared::of::<P45>(),
    Declared::of::<P46>(),
    Declared::of::<P47>(),
    Declared::of::<P48>(),
    Declared::of::<P49>(),
    Declared::of::<P50>(),
    Declared::of::<P51>(),
    Declared::of::<P52>(),
    Declared::of::<P53>(),
    Declared::of::<P54>(),
    Declared::of::<P55>(),
    Declared::of::<P56>(),
    Declared::of::<P57>(),
    Declared::of::<P58>(),
    Declared::of::<P59>(),
    Declared::of::<P60>(),
    Declared::of::<P61>(),
    Declared::of::<P62>(),
    Declared::of::<P63>(),
    Declared::of::<P64>(),
    Declared::of::<P65>(),
    Declared::of::<P66>(),
    Declared::of::<P67>(),
    Declared::of::<P68>(),
    Declared::of::<P69>(),
    Declared::of::<P70>(),
    Declared::of::<P71>(),
    Declared::of::<P72>(),
    Declared::of::<P73>(),
    Declared::of::<P74>(),
    Declared::of::<P75>(),
];
