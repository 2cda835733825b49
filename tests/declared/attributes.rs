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
    name = "ably",
    title = "Ably",
    docs = "https://ably.com/docs/integrations/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-ably-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P5;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "adobe-sign",
    title = "Adobe Acrobat Sign",
    docs = "https://opensource.adobe.com/acrobat-sign/developer_guide/webhookapis.html",
    evidence = "third-party",
    algo = "token",
    header = "x-adobesign-clientid",
    event = "/event",
    weak = "the sender signs nothing: it repeats a secret",
    handshake(method = "GET", challenge = "header:x-adobesign-clientid", header = "x-adobesign-clientid"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P6;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "affirm",
    title = "Affirm",
    docs = "https://docs.affirm.com/developers/v1.1-developer-reference/docs/about-webhooks",
    evidence = "third-party",
    algo = "sha512",
    header = "x-affirm-signature",
    format = "t={timestamp},v0={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P8;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "aftership",
    title = "AfterShip",
    docs = "https://www.aftership.com/docs/tracking/webhook/webhook-signature",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "aftership-hmac-sha256",
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P9;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "airship",
    title = "Airship",
    docs = "https://support.airship.com/hc/en-us/articles/360032501831-Implementing-a-Signature-Hash-and-Validating-an-Open-Channel-Webhook",
    evidence = "third-party",
    algo = "sha256",
    header = "x-ua-signature",
    message = "{timestamp}:{body}",
    timestamp(header = "x-ua-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P10;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "airwallex",
    title = "Airwallex",
    docs = "https://www.airwallex.com/docs/developer-tools/webhooks/listen-for-webhook-events",
    evidence = "third-party",
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-timestamp", unit = "milliseconds", tolerance = "5m"),
    id = "/id",
    event = "/name",
    payload = "/data/object",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P11;

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
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P12;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ashby",
    title = "Ashby",
    docs = "https://developers.ashbyhq.com/docs/authenticating-webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "ashby-signature",
    format = "sha256={signature}",
    event = "/action",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P13;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "autodesk",
    title = "Autodesk Platform Services",
    docs = "https://aps.autodesk.com/en/docs/webhooks/v1/tutorials/how-to-verify-payload-signature/",
    evidence = "third-party",
    algo = "sha1",
    header = "x-adsk-signature",
    format = "sha1hash={signature}",
    event = "/hook/event",
    weak = "the sender signs with SHA-1 and offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P14;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "aws-sns",
    title = "Amazon SNS",
    docs = "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html",
    evidence = "vector",
    algo = "rsa-sha1",
    encoding = "base64",
    signature = "json:/Signature",
    message = ["Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n", "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n"],
    or(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    id = "/MessageId",
    event = "/Type",
    payload = "/Message",
    weak = "the first version of its signatures, which a topic has unless it is set",
    unsigned = "the sender signs the members that its documentation lists",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P15;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "bamboohr",
    title = "BambooHR",
    docs = "https://documentation.bamboohr.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-bamboohr-signature",
    message = "{body}{timestamp}",
    timestamp(header = "x-bamboohr-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P16;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "bolt",
    title = "Bolt",
    docs = "https://help.bolt.com/developers/guides/webhooks/hook-verification/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-bolt-hmac-sha256",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P17;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "braintree",
    title = "Braintree",
    docs = "https://developer.paypal.com/braintree/docs/guides/webhooks/overview",
    evidence = "sdk",
    algo = "sha1",
    signature = "form:bt_signature",
    format = "{any}|{signature}",
    separator = "&",
    message = "{form:bt_payload}",
    derive = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    unsigned = "the whole event is in the one field that is signed",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P18;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "brevo",
    title = "Brevo",
    docs = "https://developers.brevo.com/docs/how-to-use-webhooks",
    evidence = "third-party",
    algo = "token",
    header = "authorization",
    format = "Bearer {signature}",
    event = "/event",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P19;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "brex",
    title = "Brex",
    docs = "https://developer.brex.com/docs/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/event_type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P20;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "buildkite",
    title = "Buildkite",
    docs = "https://buildkite.com/docs/apis/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-buildkite-signature",
    format = "timestamp={timestamp},signature={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P21;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cal-com",
    title = "Cal.com",
    docs = "https://cal.com/docs/core-features/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-cal-signature-256",
    event = "/triggerEvent",
    payload = "/payload",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P22;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cashfree",
    title = "Cashfree",
    docs = "https://www.cashfree.com/docs/payments/online/webhooks/signature-verification",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "x-webhook-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-webhook-timestamp", unit = "milliseconds", tolerance = "5m"),
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P23;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "chargebee",
    title = "Chargebee",
    docs = "https://www.chargebee.com/docs/2.0/events_and_webhooks.html",
    evidence = "third-party",
    algo = "basic",
    id = "/id",
    event = "/event_type",
    payload = "/content",
    weak = "the sender signs nothing: it sends credentials",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P24;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "checkout-com",
    title = "Checkout.com",
    docs = "https://www.checkout.com/docs/developer-resources/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "cko-signature",
    id = "/id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P25;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "checkr",
    title = "Checkr",
    docs = "https://docs.checkr.com/#section/Webhooks/Validating-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-checkr-signature",
    id = "/id",
    event = "/type",
    payload = "/data/object",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P26;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "clerk",
    title = "Clerk",
    docs = "https://clerk.com/docs/integrations/webhooks/overview",
    evidence = "sdk",
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
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P27;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "clickup",
    title = "ClickUp",
    docs = "https://developer.clickup.com/docs/webhooksignature",
    evidence = "third-party",
    algo = "sha256",
    header = "x-signature",
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P28;

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
struct P29;

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
    handshake(method = "OPTIONS", challenge = "header:webhook-request-origin", header = "webhook-allowed-origin"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P30;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "coinbase-commerce",
    title = "Coinbase Commerce",
    docs = "https://docs.cloud.coinbase.com/commerce/docs/webhooks-security",
    evidence = "vector",
    algo = "sha256",
    header = "x-cc-webhook-signature",
    id = "/event/id",
    event = "/event/type",
    payload = "/event/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P31;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "configcat",
    title = "ConfigCat",
    docs = "https://configcat.com/docs/advanced/notifications-webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-configcat-webhook-signature-v1",
    separator = ",",
    message = "{id}{header:X-ConfigCat-Webhook-Timestamp}{body}",
    id = "header:x-configcat-webhook-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P32;

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
struct P34;

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
struct P35;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "cursor",
    title = "Cursor",
    docs = "https://docs.cursor.com/account/cloud-agent-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-webhook-signature",
    format = "sha256={signature}",
    event = "header:x-webhook-event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P36;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "customer-io",
    title = "Customer.io",
    docs = "https://docs.customer.io/integrations/data-out/connections/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "x-cio-signature",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-cio-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event_id",
    event = "{json:/object_type}.{json:/metric}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P37;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "datadog",
    title = "Datadog",
    docs = "https://docs.datadoghq.com/integrations/webhooks/",
    evidence = "third-party",
    algo = "token",
    header = "authorization",
    format = "Bearer {signature}",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P38;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "deepgram",
    title = "Deepgram",
    docs = "https://developers.deepgram.com/reference",
    evidence = "third-party",
    algo = "token",
    header = "dg-token",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P39;

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
struct P40;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "dlocal",
    title = "dLocal",
    docs = "https://docs.dlocal.com/",
    evidence = "third-party",
    algo = "sha256",
    header = "authorization",
    format = "V2-HMAC-SHA256, Signature: {signature}",
    message = "{header:X-Login}{header:X-Date}{body}",
    timestamp(header = "x-date", unit = "rfc3339", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P41;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "dodo-payments",
    title = "Dodo Payments",
    docs = "https://docs.dodopayments.com/developer-resources/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P42;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "doppler",
    title = "Doppler",
    docs = "https://docs.doppler.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-doppler-signature",
    format = "sha256={signature}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P43;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "dropbox",
    title = "Dropbox",
    docs = "https://www.dropbox.com/developers/reference/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "x-dropbox-signature",
    handshake(method = "GET", challenge = "query:challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P44;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "dub",
    title = "Dub",
    docs = "https://dub.co/docs/concepts/webhooks/introduction",
    evidence = "third-party",
    algo = "sha256",
    header = "dub-signature",
    id = "/id",
    event = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P46;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "easypost",
    title = "EasyPost",
    docs = "https://docs.easypost.com/guides/webhooks-guide",
    evidence = "sdk",
    algo = "sha256",
    header = "x-hmac-signature",
    format = "hmac-sha256-hex={signature}",
    id = "/id",
    event = "/description",
    payload = "/result",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P47;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "elevenlabs",
    title = "ElevenLabs",
    docs = "https://elevenlabs.io/docs/overview/administration/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "elevenlabs-signature",
    format = "t={timestamp},v0={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "30m"),
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P48;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "etsy-sw",
    title = "Etsy",
    docs = "https://developers.etsy.com/documentation/essentials/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P49;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fastspring",
    title = "FastSpring",
    docs = "https://developer.fastspring.com/reference/message-security",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-fs-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P50;

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
struct P51;

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
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P52;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "framer",
    title = "Framer",
    docs = "https://www.framer.com/help/articles/framer-form-webhook-setup",
    evidence = "third-party",
    algo = "sha256",
    header = "framer-signature",
    format = "sha256={signature}",
    message = "{body}{id}",
    id = "header:framer-webhook-submission-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P53;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "front",
    title = "Front",
    docs = "https://dev.frontapp.com/docs/webhooks-1",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-front-signature",
    message = "{timestamp}:{body}",
    timestamp(header = "x-front-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    event = "/type",
    handshake(challenge = "header:x-front-challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P54;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "gemini-api",
    title = "Google Gemini API",
    docs = "https://ai.google.dev/gemini-api/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P55;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ghost",
    title = "Ghost",
    docs = "https://ghost.org/docs/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "x-ghost-signature",
    format = "sha256={signature}, t={timestamp}",
    message = "{body}{timestamp}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P56;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "gitea",
    title = "Gitea and Forgejo",
    docs = "https://docs.gitea.com/usage/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = ["x-gitea-signature", "x-forgejo-signature"],
    event = ["header:x-gitea-event", "header:x-forgejo-event"],
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P57;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "github",
    title = "GitHub",
    docs = "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    evidence = "vector",
    algo = "sha256",
    header = "x-hub-signature-256",
    format = "sha256={signature}",
    event = "header:x-github-event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P58;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "gitlab-signing-token",
    title = "GitLab (signing token)",
    docs = "https://docs.gitlab.com/user/project/integrations/webhooks/",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/object_kind",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P59;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "gitlab-token",
    title = "GitLab (secret token)",
    docs = "https://docs.gitlab.com/user/project/integrations/webhooks/",
    evidence = "third-party",
    algo = "token",
    header = "x-gitlab-token",
    event = "/object_kind",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P60;

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
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P61;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "grafana",
    title = "Grafana",
    docs = "https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/",
    evidence = "third-party",
    algo = "sha256",
    header = "x-grafana-alerting-signature",
    event = "/status",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P62;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "greenhouse",
    title = "Greenhouse",
    docs = "https://developers.greenhouse.io/webhooks.html",
    evidence = "third-party",
    algo = "sha256",
    header = "signature",
    format = "sha256 {signature}",
    event = "/action",
    payload = "/payload",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P63;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "heroku",
    title = "Heroku",
    docs = "https://devcenter.heroku.com/articles/app-webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "heroku-webhook-hmac-sha256",
    id = "/webhook_metadata/delivery/id",
    event = "{json:/webhook_metadata/event/include}:{json:/action}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P64;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hookdeck",
    title = "Hookdeck",
    docs = "https://hookdeck.com/docs/authentication",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = ["x-hookdeck-signature", "x-hookdeck-signature-2"],
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P65;

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
struct P66;

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
struct P67;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "increase",
    title = "Increase",
    docs = "https://increase.com/documentation/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/category",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P69;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "intercom",
    title = "Intercom",
    docs = "https://developers.intercom.com/docs/references/webhooks/webhook-models",
    evidence = "third-party",
    algo = "sha1",
    header = "x-hub-signature",
    format = "sha1={signature}",
    id = "/id",
    event = "/topic",
    payload = "/data",
    weak = "the sender signs with SHA-1 and offers nothing better",
    handshake(method = "HEAD"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P70;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "iyzico",
    title = "iyzico",
    docs = "https://docs.iyzico.com/en/advanced/webhook",
    evidence = "third-party",
    algo = "sha256",
    header = "x-iyz-signature-v3",
    message = "{secret}{json:/iyziEventType}{json:/paymentId}{json:/paymentConversationId}{json:/status}",
    event = "/iyziEventType",
    unsigned = "the sender signs these fields only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P71;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "jira",
    title = "Jira Cloud",
    docs = "https://developer.atlassian.com/cloud/jira/platform/webhooks/",
    evidence = "vector",
    algo = "sha256",
    header = "x-hub-signature",
    format = "sha256={signature}",
    event = "/webhookEvent",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P72;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "klaviyo",
    title = "Klaviyo",
    docs = "https://developers.klaviyo.com/en/docs/system-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "klaviyo-signature",
    message = "{body}{header:Klaviyo-Timestamp}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P73;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "knock",
    title = "Knock",
    docs = "https://docs.knock.app/developer-tools/outbound-webhooks/overview",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-knock-signature",
    format = "t={timestamp},s={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P74;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "lark",
    title = "Lark and Feishu",
    docs = "https://open.larksuite.com/document/server-docs/event-subscription/event-subscription-configure-/encrypt-key-encryption-configuration",
    evidence = "sdk",
    algo = "hash-sha256",
    header = "x-lark-signature",
    message = "{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}",
    timestamp(header = "x-lark-request-timestamp", unit = "seconds", tolerance = "5m"),
    id = ["/header/event_id", "/uuid"],
    event = ["/header/event_type", "/event/type"],
    weak = "a plain hash, with the secret in the middle of its message",
    handshake(when = "json:/type=url_verification", challenge = "json:/challenge", token = "json:/token", answer = "{{\"challenge\":\"{challenge}\"}}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P75;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "lemon-squeezy",
    title = "Lemon Squeezy",
    docs = "https://docs.lemonsqueezy.com/help/webhooks/signing-requests",
    evidence = "third-party",
    algo = "sha256",
    header = "x-signature",
    event = "/meta/event_name",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P76;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "linear",
    title = "Linear",
    docs = "https://linear.app/developers/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "linear-signature",
    timestamp(json = "/webhookTimestamp", unit = "milliseconds", tolerance = "1m"),
    event = "{json:/type}.{json:/action}",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P77;

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
struct P78;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "lob",
    title = "Lob",
    docs = "https://help.lob.com/print-and-mail/getting-data-and-results/using-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "lob-signature",
    message = "{header:Lob-Signature-Timestamp}.{body}",
    id = "/id",
    event = "/event_type/id",
    payload = "/body",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P79;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "loops",
    title = "Loops",
    docs = "https://loops.so/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/eventName",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P80;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mailchimp",
    title = "Mailchimp",
    docs = "https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/",
    evidence = "third-party",
    algo = "token",
    signature = "query:secret",
    event = "form:type",
    weak = "the sender signs nothing: it repeats a secret",
    handshake(method = "GET"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P81;

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
struct P82;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mandrill",
    title = "Mandrill",
    docs = "https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests",
    evidence = "third-party",
    algo = "sha1",
    encoding = "base64",
    header = "x-mandrill-signature",
    message = "{url}{form:sorted}",
    weak = "the sender signs with SHA-1 and offers nothing better",
    handshake(method = "HEAD"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P83;

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
struct P84;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mercury",
    title = "Mercury",
    docs = "https://docs.mercury.com/reference/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "mercury-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    key = "base64",
    timestamp(unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P85;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "merge",
    title = "Merge",
    docs = "https://docs.merge.dev/basics/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64url",
    header = "x-merge-webhook-signature",
    event = "/hook/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P86;

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
struct P87;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "microsoft-graph",
    title = "Microsoft Graph",
    docs = "https://learn.microsoft.com/graph/change-notifications-delivery-webhooks",
    evidence = "third-party",
    algo = "token",
    signature = "json:/value/0/clientState",
    weak = "the sender signs nothing: it repeats a secret",
    handshake(challenge = "query:validationToken", answer = "{challenge}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P88;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mollie",
    title = "Mollie",
    docs = "https://docs.mollie.com/reference/webhooks-new",
    evidence = "sdk",
    algo = "sha256",
    header = "x-mollie-signature",
    format = "sha256={signature}",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P89;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mongodb-atlas",
    title = "MongoDB Atlas",
    docs = "https://www.mongodb.com/docs/atlas/tutorial/third-party-service-integrations/",
    evidence = "third-party",
    algo = "sha1",
    encoding = "base64",
    header = "x-mms-signature",
    event = "header:x-mms-event",
    weak = "the sender signs with SHA-1 and offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P90;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "monnify",
    title = "Monnify",
    docs = "https://developers.monnify.com/docs/integration-tools/webhooks",
    evidence = "vector",
    algo = "sha512",
    header = "monnify-signature",
    event = "/eventType",
    payload = "/eventData",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P91;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "moov",
    title = "Moov",
    docs = "https://docs.moov.io/guides/webhooks/check-webhook-signatures",
    evidence = "docs",
    algo = "sha512",
    header = "x-signature",
    message = "{timestamp}|{header:X-Nonce}|{header:X-Webhook-ID}",
    timestamp(header = "x-timestamp", unit = "auto", tolerance = "5m"),
    event = "/type",
    payload = "/data",
    unsigned = "the sender signs three headers, not the body",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P92;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ms-teams",
    title = "Microsoft Teams",
    docs = "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "authorization",
    format = "HMAC {signature}",
    key = "base64",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P93;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mux",
    title = "Mux",
    docs = "https://www.mux.com/docs/core/verify-webhook-signatures",
    evidence = "sdk",
    algo = "sha256",
    header = "mux-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P94;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "new-relic",
    title = "New Relic",
    docs = "https://docs.newrelic.com/docs/alerts/get-notified/notification-integrations/",
    evidence = "third-party",
    algo = "token",
    header = "authorization",
    format = "Bearer {signature}",
    weak = "the sender signs nothing: it repeats a secret",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P95;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "notion",
    title = "Notion",
    docs = "https://developers.notion.com/reference/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-notion-signature",
    format = "sha256={signature}",
    id = "/id",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P96;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "nylas",
    title = "Nylas",
    docs = "https://developer.nylas.com/docs/v3/notifications/",
    evidence = "third-party",
    algo = "sha256",
    header = "x-nylas-signature",
    id = "/id",
    event = "/type",
    payload = "/data",
    handshake(method = "GET", challenge = "query:challenge", answer = "{challenge}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P97;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "okta",
    title = "Okta",
    docs = "https://developer.okta.com/docs/concepts/event-hooks/",
    evidence = "third-party",
    algo = "token",
    header = "authorization",
    id = "/eventId",
    weak = "the sender signs nothing: it repeats a secret",
    handshake(method = "GET", challenge = "header:x-okta-verification-challenge", answer = "{{\"verification\":\"{challenge}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P98;

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
struct P99;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "paddle",
    title = "Paddle",
    docs = "https://developer.paddle.com/webhooks/signature-verification",
    evidence = "vector",
    algo = "sha256",
    header = "paddle-signature",
    format = "ts={timestamp};h1={signature}",
    message = "{timestamp}:{body}",
    timestamp(unit = "seconds", tolerance = "5s"),
    id = "/event_id",
    event = "/event_type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P100;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "paystack",
    title = "Paystack",
    docs = "https://paystack.com/docs/payments/webhooks/",
    evidence = "third-party",
    algo = "sha512",
    header = "x-paystack-signature",
    body = "json",
    event = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P101;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "persona",
    title = "Persona",
    docs = "https://docs.withpersona.com/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "persona-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event = "/data/attributes/name",
    payload = "/data/attributes/payload",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P102;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pinwheel",
    title = "Pinwheel",
    docs = "https://docs.pinwheelapi.com/public/docs/webhook-signature-verification",
    evidence = "third-party",
    algo = "sha256",
    header = "x-pinwheel-signature",
    format = "v2={signature}",
    message = "v2:{timestamp}:{body}",
    timestamp(header = "x-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P103;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pipedrive",
    title = "Pipedrive",
    docs = "https://pipedrive.readme.io/docs/guide-for-webhooks-v2",
    evidence = "third-party",
    algo = "basic",
    event = "{json:/meta/action}.{json:/meta/entity}",
    payload = "/data",
    weak = "the sender signs nothing: it sends credentials",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P104;

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
struct P106;

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
struct P107;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "primer",
    title = "Primer",
    docs = "https://primer.io/docs",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = ["x-signature-primary", "x-signature-secondary"],
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P108;

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
struct P109;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ramp",
    title = "Ramp",
    docs = "https://docs.ramp.com/developer-api/v1/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-ramp-signature",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P110;

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
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P111;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "razorpay",
    title = "Razorpay",
    docs = "https://razorpay.com/docs/webhooks/validate-test/",
    evidence = "vector",
    algo = "sha256",
    header = "x-razorpay-signature",
    event = "/event",
    payload = "/payload",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P112;

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
struct P113;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "render",
    title = "Render",
    docs = "https://render.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P114;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "resend",
    title = "Resend",
    docs = "https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests",
    evidence = "sdk",
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
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P115;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "revolut",
    title = "Revolut",
    docs = "https://developer.revolut.com/docs/guides/manage-accounts/webhooks/verify-the-payload-signature",
    evidence = "vector",
    algo = "sha256",
    header = "revolut-signature",
    format = "v1={signature}",
    separator = ",",
    message = "v1.{timestamp}.{body}",
    timestamp(header = "revolut-request-timestamp", unit = "milliseconds", tolerance = "5m"),
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P116;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "samsara",
    title = "Samsara",
    docs = "https://developers.samsara.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "x-samsara-signature",
    format = "v1={signature}",
    message = "v1:{timestamp}:{body}",
    key = "base64",
    timestamp(header = "x-samsara-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/eventId",
    event = "/eventType",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P117;

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
struct P118;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "segment",
    title = "Segment",
    docs = "https://segment.com/docs/connections/destinations/catalog/webhooks/",
    evidence = "third-party",
    algo = "sha1",
    header = "x-signature",
    id = "/messageId",
    event = "/type",
    weak = "the sender signs with SHA-1 and offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P119;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sendbird",
    title = "Sendbird",
    docs = "https://sendbird.com/docs/chat/platform-api/v3/webhook/webhook-overview",
    evidence = "third-party",
    algo = "sha256",
    header = "x-sendbird-signature",
    event = "/category",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P120;

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
struct P121;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "sentry",
    title = "Sentry",
    docs = "https://docs.sentry.io/organization/integrations/integration-platform/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "sentry-hook-signature",
    body = "json",
    event = "header:sentry-hook-resource",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P122;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "shippo",
    title = "Shippo",
    docs = "https://docs.goshippo.com/docs/tracking/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "shippo-auth-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    event = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P123;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "shopify",
    title = "Shopify",
    docs = "https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = ["x-shopify-hmac-sha256", "shopify-hmac-sha256"],
    event = "header:x-shopify-topic",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P124;

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
struct P125;

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
struct P126;

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
struct P127;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "square",
    title = "Square",
    docs = "https://developer.squareup.com/docs/webhooks/step3validate",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "x-square-hmacsha256-signature",
    message = "{url}{body}",
    id = "/event_id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P128;

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
struct P129;

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
struct P130;

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
struct P131;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "stytch",
    title = "Stytch",
    docs = "https://stytch.com/docs/workspace-management/webhooks",
    evidence = "third-party",
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
    event = "{json:/object_type}.{json:/action}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P132;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "supabase-auth-hooks",
    title = "Supabase Auth hooks",
    docs = "https://supabase.com/docs/guides/auth/auth-hooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "v1,whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P133;

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
struct P134;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "tally",
    title = "Tally",
    docs = "https://tally.so/help/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "tally-signature",
    id = "/eventId",
    event = "/eventType",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P135;

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
struct P137;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "telnyx",
    title = "Telnyx",
    docs = "https://developers.telnyx.com/",
    evidence = "sdk",
    algo = "ed25519",
    encoding = "base64",
    header = "telnyx-signature-ed25519",
    message = "{timestamp}|{body}",
    timestamp(header = "telnyx-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event = "/data/event_type",
    payload = "/data/payload",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P138;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "tiktok",
    title = "TikTok",
    docs = "https://developers.tiktok.com/doc/webhooks-verification",
    evidence = "third-party",
    algo = "sha256",
    header = "tiktok-signature",
    format = "t={timestamp},s={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P139;

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
struct P140;

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
struct P141;

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
struct P142;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "typeform",
    title = "Typeform",
    docs = "https://www.typeform.com/developers/webhooks/secure-your-webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "typeform-signature",
    format = "sha256={signature}",
    id = "/event_id",
    event = "/event_type",
    payload = "/form_response",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P143;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "vanta",
    title = "Vanta",
    docs = "https://developer.vanta.com/docs/webhooks",
    evidence = "third-party",
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
struct P144;

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
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P145;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "whoop",
    title = "WHOOP",
    docs = "https://developer.whoop.com/docs/developing/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-whoop-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-whoop-signature-timestamp", unit = "milliseconds", tolerance = "5m"),
    id = "/trace_id",
    event = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P147;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "workos",
    title = "WorkOS",
    docs = "https://workos.com/docs/events/data-syncing/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "workos-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "3m"),
    id = "/id",
    event = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P148;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "x",
    title = "X",
    docs = "https://docs.x.com/x-api/webhooks/introduction",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-twitter-webhooks-signature",
    format = "sha256={signature}",
    handshake(method = "GET", challenge = "query:crc_token", answer = "{{\"response_token\":\"sha256={proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P149;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "xero",
    title = "Xero",
    docs = "https://developer.xero.com/documentation/guides/webhooks/overview/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "x-xero-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P150;

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
struct P151;

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
struct P152;

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
struct P153;

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
struct P154;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mattermost",
    algo = "token",
    signature = "form:token",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P155;

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
struct P156;

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
struct P157;

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
struct P158;

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
struct P159;

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
struct P160;

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
struct P161;

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
struct P162;

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
struct P163;

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
struct P164;

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
struct P165;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "docusign",
    algo = "sha256",
    encoding = "base64",
    header = "x-docusign-signature-{n}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P166;

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
struct P167;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "pandadoc",
    algo = "sha256",
    signature = "query:signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P168;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "rapyd-like",
    algo = "sha256",
    encoding = "base64-of-hex",
    header = "signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P169;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "monday",
    algo = "sha256",
    header = "x-monday-signature",
    handshake(challenge = "json:/challenge", answer = "{{\"challenge\":\"{challenge}\"}}", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P170;

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
struct P171;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "atlas-like",
    algo = "sha256",
    header = "x-signature",
    message = "{method} {path}?{query:sorted} {query:tenant}\n{sha512-base64:body}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P172;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "braintree-like",
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
struct P173;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fireblocks",
    algo = "rsa-sha512",
    encoding = "base64",
    header = "fireblocks-signature",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P174;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "messagebird",
    algo = "jwt-hs256",
    header = "messagebird-signature-jwt",
    or((algo = "jwt-hs384"), (algo = "jwt-hs512")),
    token(issuer = "MessageBird", digest = ["url_hash=sha256:url", "payload_hash=sha256:body?"], leeway = "1s", expiry = "required"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P175;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "netlify",
    algo = "jwt-hs256",
    header = "x-webhook-signature",
    token(issuer = "netlify", digest = "sha256=sha256:body"),
    id = "/id",
    event = "/state",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P176;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "vonage-jwt",
    algo = "jwt-hs256",
    header = "authorization",
    format = "Bearer {signature}",
    token(issuer = "Vonage", digest = "payload_hash=sha256:body", max_age = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P177;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "livekit",
    algo = "jwt-hs256",
    header = "authorization",
    token(digest = "sha256=sha256-base64:body", expiry = "required"),
    id = "/id",
    event = "/event",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P178;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "plaid",
    algo = "jwt-es256",
    header = "plaid-verification",
    token(digest = "request_body_sha256=sha256:body", max_age = "5m"),
    event = "/webhook_code",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P179;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fusionauth",
    algo = "jwt-rs256",
    header = "x-fusionauth-signature-jwt",
    or(algo = "jwt-es256"),
    token(digest = "request_body_sha256=sha256-base64:body"),
    id = "/event/id",
    event = "/event/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P180;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "kinde",
    algo = "jwt-rs256",
    signature = "body",
    id = "/id",
    event = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P181;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "apple-app-store",
    algo = "jwt-es256",
    signature = "json:/signedPayload",
    token(content = "delivery"),
    timestamp(json = "/signedDate", unit = "milliseconds"),
    id = "/notificationUUID",
    event = "/notificationType",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P182;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "constant-contact",
    algo = "jwt-rs256",
    header = "x-ctct-webhook-sig",
    token(content = "detached-raw"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P183;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "google-pubsub",
    algo = "jwt-rs256",
    header = "authorization",
    format = "Bearer {signature}",
    token(issuer = "https://accounts.google.com", audience = "https://hooks.example.com/in"),
    unsigned = "the token says who calls, and nothing of what is said",
    events = ["a.b", "\"\\\n\u{7}"],
)]
struct P184;

pub(super) const ALL: &[Declared] = &[
    Declared::of::<P0>(),
    Declared::of::<P1>(),
    Declared::of::<P2>(),
    Declared::of::<P3>(),
    Declared::of::<P4>(),
    Declared::of::<P5>(),
    Declared::of::<P6>(),
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
    Declared::of::<P69>(),
    Declared::of::<P70>(),
    Declared::of::<P71>(),
    Declared::of::<P72>(),
    Declared::of::<P73>(),
    Declared::of::<P74>(),
    Declared::of::<P75>(),
    Declared::of::<P76>(),
    Declared::of::<P77>(),
    Declared::of::<P78>(),
    Declared::of::<P79>(),
    Declared::of::<P80>(),
    Declared::of::<P81>(),
    Declared::of::<P82>(),
    Declared::of::<P83>(),
    Declared::of::<P84>(),
    Declared::of::<P85>(),
    Declared::of::<P86>(),
    Declared::of::<P87>(),
    Declared::of::<P88>(),
    Declared::of::<P89>(),
    Declared::of::<P90>(),
    Declared::of::<P91>(),
    Declared::of::<P92>(),
    Declared::of::<P93>(),
    Declared::of::<P94>(),
    Declared::of::<P95>(),
    Declared::of::<P96>(),
    Declared::of::<P97>(),
    Declared::of::<P98>(),
    Declared::of::<P99>(),
    Declared::of::<P100>(),
    Declared::of::<P101>(),
    Declared::of::<P102>(),
    Declared::of::<P103>(),
    Declared::of::<P104>(),
    Declared::of::<P106>(),
    Declared::of::<P107>(),
    Declared::of::<P108>(),
    Declared::of::<P109>(),
    Declared::of::<P110>(),
    Declared::of::<P111>(),
    Declared::of::<P112>(),
    Declared::of::<P113>(),
    Declared::of::<P114>(),
    Declared::of::<P115>(),
    Declared::of::<P116>(),
    Declared::of::<P117>(),
    Declared::of::<P118>(),
    Declared::of::<P119>(),
    Declared::of::<P120>(),
    Declared::of::<P121>(),
    Declared::of::<P122>(),
    Declared::of::<P123>(),
    Declared::of::<P124>(),
    Declared::of::<P125>(),
    Declared::of::<P126>(),
    Declared::of::<P127>(),
    Declared::of::<P128>(),
    Declared::of::<P129>(),
    Declared::of::<P130>(),
    Declared::of::<P131>(),
    Declared::of::<P132>(),
    Declared::of::<P133>(),
    Declared::of::<P134>(),
    Declared::of::<P135>(),
    Declared::of::<P137>(),
    Declared::of::<P138>(),
    Declared::of::<P139>(),
    Declared::of::<P140>(),
    Declared::of::<P141>(),
    Declared::of::<P142>(),
    Declared::of::<P143>(),
    Declared::of::<P144>(),
    Declared::of::<P145>(),
    Declared::of::<P147>(),
    Declared::of::<P148>(),
    Declared::of::<P149>(),
    Declared::of::<P150>(),
    Declared::of::<P151>(),
    Declared::of::<P152>(),
    Declared::of::<P153>(),
    Declared::of::<P154>(),
    Declared::of::<P155>(),
    Declared::of::<P156>(),
    Declared::of::<P157>(),
    Declared::of::<P158>(),
    Declared::of::<P159>(),
    Declared::of::<P160>(),
    Declared::of::<P161>(),
    Declared::of::<P162>(),
    Declared::of::<P163>(),
    Declared::of::<P164>(),
    Declared::of::<P165>(),
    Declared::of::<P166>(),
    Declared::of::<P167>(),
    Declared::of::<P168>(),
    Declared::of::<P169>(),
    Declared::of::<P170>(),
    Declared::of::<P171>(),
    Declared::of::<P172>(),
    Declared::of::<P173>(),
    Declared::of::<P174>(),
    Declared::of::<P175>(),
    Declared::of::<P176>(),
    Declared::of::<P177>(),
    Declared::of::<P178>(),
    Declared::of::<P179>(),
    Declared::of::<P180>(),
    Declared::of::<P181>(),
    Declared::of::<P182>(),
    Declared::of::<P183>(),
    Declared::of::<P184>(),
];
