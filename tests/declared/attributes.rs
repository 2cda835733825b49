//! Every scheme as `Declared::to_attribute` writes it: `WEBHOOK_BLESS=1 cargo test --test declared`
//! renews it.

use webhook_kit::{Provider, declared::Declared};

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ascend",
    title = "Ascend",
    docs = "https://developers.useascend.com/docs/webhooks",
    evidence = "docs",
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
    title = "Fincra",
    docs = "https://docs.fincra.com/docs/validating-webhook",
    evidence = "docs",
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
    title = "Goodstack",
    docs = "https://docs.goodstack.io/docs/concepts/Platform/webhooks",
    evidence = "docs",
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
    title = "Ratio",
    docs = "https://developer.ratio.me/docs/api-reference/webhooks",
    evidence = "docs",
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
    title = "Waldo AI",
    docs = "https://docs.waldo.ai/features/webhooks",
    evidence = "docs",
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
    name = "apple-app-store",
    title = "Apple App Store",
    docs = "https://developer.apple.com/documentation/appstoreservernotifications",
    evidence = "sdk",
    algo = "jwt-es256",
    signature = "json:/signedPayload",
    token(content = "delivery"),
    timestamp(json = "/signedDate", unit = "milliseconds"),
    id = "/notificationUUID",
    event = "/notificationType",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P6;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "aws-sns",
    title = "Amazon SNS",
    docs = "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html",
    evidence = "vector",
    algo = "rsa-sha1",
    encoding = "base64",
    signature = "json:/Signature",
    message = ["Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubscribeURL\n{json:/SubscribeURL}\nTimestamp\n{json:/Timestamp}\nToken\n{json:/Token}\nTopicArn\n{secret}\nType\n{json:/Type}\n", "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{secret}\nType\n{json:/Type}\n", "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{secret}\nType\n{json:/Type}\n"],
    alternatives = "first",
    or(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    keys(id = "json:/SigningCertURL", url = "{id}", hosts = ["sns.{region}.amazonaws.com/SimpleNotificationService-*.pem", "sns.{region}.amazonaws.com.cn/SimpleNotificationService-*.pem"], form = "key"),
    id = "/MessageId",
    event = "/Type",
    payload = "/Message",
    weak = "the first version of its signatures, which a topic has unless it is set",
    unsigned = "the sender signs the members that its documentation lists",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P7;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cloudevents",
    title = "CloudEvents",
    docs = "https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md",
    evidence = "docs",
    algo = "token",
    header = "authorization",
    format = "Bearer {signature}",
    event = ["header:ce-type", "/type"],
    weak = "the sender signs nothing: it repeats a secret",
    handshake(method = "OPTIONS", challenge = "header:webhook-request-origin", header = ["webhook-allowed-origin", "webhook-allowed-rate=*"]),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P8;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "close",
    title = "Close",
    docs = "https://developer.close.com/topics/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "close-sig-hash",
    message = "{timestamp}{body}",
    key = "hex",
    timestamp(header = "close-sig-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event/id",
    event = "{json:/event/object_type}.{json:/event/action}",
    payload = "/event/data",
    retries = "3d",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P9;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "constant-contact",
    title = "Constant Contact",
    docs = "https://v3.developer.constantcontact.com/api_guide/webhooks.html",
    evidence = "third-party",
    algo = "jwt-rs256",
    header = "x-ctct-webhook-sig",
    token(content = "detached-raw"),
    keys(url = "https://developer.constantcontact.com/.well-known/jwks.json", form = "jwks"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P10;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "crisp",
    title = "Crisp",
    docs = "https://docs.crisp.chat/guides/web-hooks/signing/",
    evidence = "third-party",
    algo = "sha256",
    header = "x-crisp-signature",
    message = "[{timestamp};{body}]",
    timestamp(header = "x-crisp-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    event = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P11;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cronofy",
    title = "Cronofy",
    docs = "https://docs.cronofy.com/developers/push-notifications/authentication/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "cronofy-hmac-sha256",
    separator = ",",
    event = "/notification/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P12;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "discord",
    title = "Discord",
    docs = "https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint",
    evidence = "sdk",
    algo = "ed25519",
    header = "x-signature-ed25519",
    message = "{timestamp}{body}",
    timestamp(header = "x-signature-timestamp", unit = "seconds", tolerance = "5m"),
    event = "/event/type",
    handshake((when = ["json:/type=1", "json:/application_id", "json:/token"], answer = "{{\"type\":1}}"), (when = "json:/type=0", status = 204)),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P13;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "figma",
    title = "Figma",
    docs = "https://www.figma.com/developers/api#webhooks_v2",
    evidence = "third-party",
    algo = "token",
    signature = "json:/passcode",
    event = "/event_type",
    weak = "the sender signs nothing: it repeats a secret",
    handshake(when = "json:/event_type=PING"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P14;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fusionauth",
    title = "FusionAuth",
    docs = "https://fusionauth.io/docs/extend/events-and-webhooks/signing",
    evidence = "third-party",
    algo = "jwt-rs256",
    header = "x-fusionauth-signature-jwt",
    or(algo = "jwt-es256"),
    token(digest = "request_body_sha256=sha256-base64:body"),
    keys(id = "kid", form = "jwks"),
    id = "/event/id",
    event = "/event/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P15;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hubspot-v1",
    title = "HubSpot (v1)",
    docs = "https://developers.hubspot.com/docs/api/webhooks/validating-requests",
    evidence = "vector",
    algo = "hash-sha256",
    header = "x-hubspot-signature",
    message = "{secret}{body}",
    weak = "a plain hash with the secret before the body: its successors are v2 and v3",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P16;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hubspot-v3",
    title = "HubSpot (v3)",
    docs = "https://developers.hubspot.com/docs/api/webhooks/validating-requests",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "x-hubspot-signature-v3",
    message = "{method}{url}{body}{timestamp}",
    timestamp(header = "x-hubspot-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P17;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "keygen",
    title = "Keygen",
    docs = "https://keygen.sh/docs/api/signatures/",
    evidence = "third-party",
    algo = "ed25519",
    encoding = "base64",
    header = "keygen-signature",
    format = "{any}signature=\"{signature}\"{any}",
    message = "(request-target): post {url:target}\nhost: {url:host}\ndate: {timestamp}\ndigest: sha-256={sha256-base64:body}",
    timestamp(header = "date", unit = "http-date", tolerance = "5m"),
    event = "/data/attributes/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P18;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "kinde",
    title = "Kinde",
    docs = "https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/",
    evidence = "third-party",
    algo = "jwt-rs256",
    signature = "body",
    keys(id = "kid", form = "jwks"),
    id = "/event_id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P19;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "linkedin",
    title = "LinkedIn",
    docs = "https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation",
    evidence = "third-party",
    algo = "sha256",
    header = "x-li-signature",
    message = "hmacsha256={body}",
    handshake(method = "GET", challenge = "query:challengeCode", answer = "{{\"challengeCode\":\"{challenge}\",\"challengeResponse\":\"{proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P20;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mailgun",
    title = "Mailgun",
    docs = "https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks",
    evidence = "vector",
    algo = "sha256",
    signature = "json:/signature/signature",
    message = "{json:/signature/timestamp}{json:/signature/token}",
    timestamp(json = "/signature/timestamp", unit = "seconds"),
    id = "/signature/token",
    event = "/event-data/event",
    payload = "/event-data",
    unsigned = "the sender signs a token and a timestamp, not the event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P21;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mercado-pago",
    title = "Mercado Pago",
    docs = "https://www.mercadopago.com.br/developers/pt/docs/your-integrations/notifications/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "x-signature",
    format = "ts={timestamp},v1={signature}",
    message = ["id:{query:data.id};request-id:{header:x-request-id};ts:{timestamp};", "request-id:{header:x-request-id};ts:{timestamp};", "id:{query:data.id};ts:{timestamp};"],
    timestamp(unit = "auto", tolerance = "5m"),
    event = "/type",
    unsigned = "the sender signs ids and a time, not the body",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P22;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "messagebird",
    title = "MessageBird",
    docs = "https://developers.messagebird.com/api/#verifying-http-requests",
    evidence = "vector",
    algo = "jwt-hs256",
    header = "messagebird-signature-jwt",
    or((algo = "jwt-hs384"), (algo = "jwt-hs512")),
    token(issuer = "MessageBird", digest = ["url_hash=sha256:url", "payload_hash=sha256:body?"], leeway = "1s", expiry = "required"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P23;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "meta",
    title = "Meta",
    docs = "https://developers.facebook.com/docs/graph-api/webhooks/getting-started",
    evidence = "third-party",
    algo = "sha256",
    header = "x-hub-signature-256",
    format = "sha256={signature}",
    event = "/object",
    handshake(method = "GET", when = "query:hub.mode=subscribe", challenge = "query:hub.challenge", token = "query:hub.verify_token", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P24;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "oura",
    title = "Oura",
    docs = "https://cloud.ouraring.com/v2/docs#tag/Webhook-Subscription-Routes",
    evidence = "third-party",
    algo = "sha256",
    encoding = "hex-upper",
    header = "x-oura-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-oura-timestamp", unit = "seconds", tolerance = "5m"),
    event = "{json:/data_type}.{json:/event_type}",
    handshake(method = "GET", challenge = "query:challenge", token = "query:verification_token", answer = "{{\"challenge\":\"{challenge}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P25;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "plaid",
    title = "Plaid",
    docs = "https://plaid.com/docs/api/webhooks/webhook-verification/",
    evidence = "third-party",
    algo = "jwt-es256",
    header = "plaid-verification",
    token(digest = "request_body_sha256=sha256:body", max_age = "5m"),
    keys(id = "kid", form = "jwk:/key"),
    event = "{json:/webhook_type}.{json:/webhook_code}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P26;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "polar",
    title = "Polar",
    docs = "https://polar.sh/docs/integrate/webhooks/delivery",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P27;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "postmark",
    title = "Postmark",
    docs = "https://postmarkapp.com/developer/webhooks/webhooks-overview",
    evidence = "third-party",
    algo = "basic",
    event = "/RecordType",
    weak = "the sender signs nothing: it sends credentials",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P28;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "quicknode",
    title = "QuickNode Streams",
    docs = "https://www.quicknode.com/docs/streams/validating-payloads",
    evidence = "third-party",
    algo = "sha256",
    header = "x-qn-signature",
    message = "{header:X-QN-Nonce}{timestamp}{body}",
    timestamp(header = "x-qn-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P29;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "recurly",
    title = "Recurly",
    docs = "https://docs.recurly.com/docs/webhooks",
    evidence = "third-party",
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
    name = "sanity",
    title = "Sanity",
    docs = "https://www.sanity.io/docs/webhooks",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64url",
    header = "sanity-webhook-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P31;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sendgrid",
    title = "SendGrid",
    docs = "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features",
    evidence = "vector",
    algo = "ecdsa-p256",
    encoding = "base64",
    header = "x-twilio-email-event-webhook-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-twilio-email-event-webhook-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P32;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sinch-voice",
    title = "Sinch Voice",
    docs = "https://developers.sinch.com/docs/voice/api-reference/authentication/callback-signed-request",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "authorization",
    format = "Application {any}:{signature}",
    message = "{method}\n{md5-base64:body}\n{header:content-type}\nx-timestamp:{timestamp}\n{path}",
    key = "base64",
    timestamp(header = "x-timestamp", unit = "rfc3339", tolerance = "5m"),
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P33;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "slack",
    title = "Slack",
    docs = "https://docs.slack.dev/authentication/verifying-requests-from-slack/",
    evidence = "vector",
    algo = "sha256",
    header = "x-slack-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-slack-request-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event_id",
    event = ["/event/type", "/type"],
    payload = "/event",
    handshake(when = "json:/type=url_verification", challenge = "json:/challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P34;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "smartsheet",
    title = "Smartsheet",
    docs = "https://smartsheet.redoc.ly/tag/webhooksDescription",
    evidence = "third-party",
    algo = "sha256",
    header = "smartsheet-hmac-sha256",
    handshake(challenge = "header:smartsheet-hook-challenge", header = "smartsheet-hook-response", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P35;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "squarespace",
    title = "Squarespace",
    docs = "https://developers.squarespace.com/webhooks/verifying-notifications",
    evidence = "third-party",
    algo = "sha256",
    header = "squarespace-signature",
    key = "hex",
    id = "/id",
    event = "/topic",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P36;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "standard-webhooks",
    title = "Standard Webhooks",
    docs = "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    evidence = "vector",
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
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P37;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "stripe",
    title = "Stripe",
    docs = "https://docs.stripe.com/webhooks#verify-official-libraries",
    evidence = "sdk",
    algo = "sha256",
    header = "stripe-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/type",
    payload = "/data/object",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P38;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "svix",
    title = "Svix",
    docs = "https://docs.svix.com/receiving/verifying-payloads/how-manual",
    evidence = "vector",
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
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P39;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "telegram",
    title = "Telegram Bot API",
    docs = "https://core.telegram.org/bots/api#setwebhook",
    evidence = "third-party",
    algo = "token",
    header = "x-telegram-bot-api-secret-token",
    id = "/update_id",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P40;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "trello",
    title = "Trello",
    docs = "https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/",
    evidence = "third-party",
    algo = "sha1",
    encoding = "base64",
    header = "x-trello-webhook",
    message = "{body}{url}",
    id = "/action/id",
    event = "/action/type",
    payload = "/action",
    weak = "the sender signs with SHA-1 and offers nothing better",
    handshake(method = "HEAD"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P41;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "twilio",
    title = "Twilio",
    docs = "https://www.twilio.com/docs/usage/security",
    evidence = "vector",
    algo = "sha1",
    encoding = "base64",
    header = "x-twilio-signature",
    message = ["{url}{form:sorted}", "{url:port}{form:sorted}", "{url:no-port}{form:sorted}", "{url:quoted}{form:sorted}", "{url}", "{url:port}", "{url:no-port}", "{url:quoted}"],
    digest = "sha256:query:bodySHA256",
    weak = "the sender signs with SHA-1 and offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P42;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "twitch",
    title = "Twitch EventSub",
    docs = "https://dev.twitch.tv/docs/eventsub/handling-webhook-events/",
    evidence = "sdk",
    algo = "sha256",
    header = "twitch-eventsub-message-signature",
    format = "sha256={signature}",
    message = "{id}{timestamp}{body}",
    timestamp(header = "twitch-eventsub-message-timestamp", unit = "rfc3339", tolerance = "10m"),
    id = "header:twitch-eventsub-message-id",
    event = "/subscription/type",
    payload = "/event",
    handshake(when = "header:twitch-eventsub-message-type=webhook_callback_verification", challenge = "json:/challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P43;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "yoomoney",
    title = "YooMoney",
    docs = "https://yoomoney.ru/docs/payment-buttons/using-api/notifications",
    evidence = "vector",
    algo = "hash-sha1",
    signature = "form:sha1_hash",
    message = "{form:notification_type}&{form:operation_id}&{form:amount}&{form:currency}&{form:datetime}&{form:sender}&{form:codepro}&{secret}&{form:label}",
    timestamp(form = "datetime", unit = "rfc3339"),
    id = "form:operation_id",
    event = "form:notification_type",
    weak = "a plain hash, with the secret in the middle of its message",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P44;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "zoom",
    title = "Zoom",
    docs = "https://developers.zoom.us/docs/api/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "x-zm-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-zm-request-timestamp", unit = "seconds", tolerance = "5m"),
    event = "/event",
    payload = "/payload",
    handshake(when = "json:/event=endpoint.url_validation", challenge = "json:/payload/plainToken", answer = "{{\"plainToken\":\"{challenge}\",\"encryptedToken\":\"{proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P45;

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
struct P46;

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
struct P47;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mattermost",
    algo = "token",
    signature = "form:token",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P48;

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
struct P49;

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
struct P50;

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
struct P51;

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
struct P52;

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
struct P53;

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
struct P54;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "robokassa",
    algo = "hash-md5",
    encoding = "hex-upper",
    signature = "form:SignatureValue",
    message = "{form:OutSum}:{form:InvId}:{secret}",
    ack = 200,
    ack_body = "OK{form:InvId}",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P55;

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
struct P56;

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
struct P57;

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
struct P58;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "docusign",
    algo = "sha256",
    encoding = "base64",
    header = "x-docusign-signature-{n}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P59;

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
struct P60;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pandadoc",
    algo = "sha256",
    signature = "query:signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P61;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "rapyd-like",
    algo = "sha256",
    encoding = "base64-of-hex",
    header = "signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P62;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "monday",
    algo = "sha256",
    header = "x-monday-signature",
    handshake(challenge = "json:/challenge", answer = "{{\"challenge\":\"{challenge}\"}}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P63;

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
struct P64;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "atlas-like",
    algo = "sha256",
    header = "x-signature",
    message = "{method} {path}?{query:sorted} {query:tenant}\n{sha512-base64:body}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P65;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fireblocks",
    algo = "rsa-sha512",
    encoding = "base64",
    header = "fireblocks-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P66;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "every-method",
    algo = "sha256",
    header = "x-signature",
    handshake((method = "HEAD"), (method = "GET", challenge = "query:challenge", answer = "{challenge}"), (method = "OPTIONS", challenge = "header:x-origin", header = "x-allowed")),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P67;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "wrike",
    algo = "sha256",
    header = "x-hook-signature",
    handshake(challenge = "header:x-hook-secret", header = "x-hook-secret={proof}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P68;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "asana",
    algo = "sha256",
    header = "x-hook-signature",
    handshake(challenge = "header:x-hook-secret", header = "x-hook-secret", status = 204, unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P69;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fitbit",
    algo = "sha1",
    encoding = "base64",
    header = "x-fitbit-signature",
    weak = "the sender offers nothing better",
    handshake(method = "GET", token = "query:verify", status = 204, refusal = 404),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P70;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "websub",
    algo = "sha256",
    header = "x-hub-signature",
    format = "sha256={signature}",
    handshake((method = "GET", when = "query:hub.mode=subscribe", challenge = "query:hub.challenge", token = "query:hub.topic", answer = "{challenge}", refusal = 404), (method = "GET", when = "query:hub.mode=unsubscribe", challenge = "query:hub.challenge", token = "query:hub.topic", answer = "{challenge}", refusal = 404)),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P71;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "azure-event-grid",
    algo = "token",
    signature = "query:code",
    weak = "the sender signs nothing",
    handshake((when = "header:aeg-event-type=SubscriptionValidation", challenge = "json:/0/data/validationCode", answer = "{{\"validationResponse\":\"{challenge}\"}}"), (method = "OPTIONS", challenge = "header:webhook-request-origin", header = ["webhook-allowed-origin", "webhook-allowed-rate=*"])),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P72;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "woocommerce",
    algo = "sha256",
    encoding = "base64",
    header = "x-wc-webhook-signature",
    handshake(when = "form:webhook_id", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P73;

pub(super) const ALL: &[Declared] = &[
    Declared::of::<P0>(),
    Declared::of::<P1>(),
    Declared::of::<P2>(),
    Declared::of::<P3>(),
    Declared::of::<P4>(),
    Declared::of::<P6>(),
    Declared::of::<P7>(),
    Declared::of::<P8>(),
    Declared::of::<P9>(),
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
];
