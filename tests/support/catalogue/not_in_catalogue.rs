//! Declarations of what no provider of the catalogue has: kinds of schemes that exist in the field, and
//! whose providers are not confirmed or not known.

use webhook_kit::{Provider, Scheme};

#[derive(Debug, Provider)]
#[provider(
    name = "digest-header",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-content-digest} {path}",
    digest = "sha256-base64:header:x-content-digest"
)]
pub struct DigestHeader;

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
    name = "mattermost",
    algo = "token",
    weak = "the sender offers nothing better",
    signature = "form:token"
)]
pub struct Mattermost;

#[derive(Debug, Provider)]
#[provider(
    name = "lever",
    algo = "sha256",
    signature = "json:/signature",
    message = "{json:/token}{timestamp}",
    timestamp(json = "/triggeredAt", unit = "milliseconds", tolerance = "5m"),
    unsigned = "the sender signs a token, not the event"
)]
pub struct Lever;

#[derive(Debug, Provider)]
#[provider(
    name = "paymob",
    algo = "sha512",
    signature = "query:hmac",
    message = "{json:/obj/amount_cents}{json:/obj/created_at}{json:/obj/success}{json:/obj/note?}",
    unsigned = "the sender signs these fields only"
)]
pub struct Paymob;

#[derive(Debug, Provider)]
#[provider(
    name = "wayforpay",
    algo = "md5",
    weak = "the sender offers nothing better",
    signature = "json:/merchantSignature",
    message = "{json:/merchantAccount};{json:/orderReference};{json:/amount}",
    unsigned = "the sender signs these fields only"
)]
pub struct WayForPay;

#[derive(Debug, Provider)]
#[provider(
    name = "opennode",
    algo = "sha256",
    signature = "form:hashed_order",
    message = "{form:id}",
    id = "form:id",
    unsigned = "the sender signs the id only"
)]
pub struct OpenNode;

#[derive(Debug, Provider)]
#[provider(
    name = "clock-in-body",
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}.{body}",
    timestamp(json = "/at", unit = "seconds", tolerance = "5m")
)]
pub struct ClockInBody;

#[derive(Debug, Provider)]
#[provider(
    name = "liqpay",
    algo = "hash-sha1",
    weak = "the sender offers nothing better",
    encoding = "base64",
    signature = "form:signature",
    message = "{secret}{form:data}{secret}",
    unsigned = "the whole event is in the one field that is signed"
)]
pub struct LiqPay;

#[derive(Debug, Provider)]
#[provider(
    name = "robokassa",
    algo = "hash-md5",
    weak = "the sender offers nothing better",
    encoding = "hex-upper",
    signature = "form:SignatureValue",
    message = "{form:OutSum}:{form:InvId}:{secret}",
    ack = 200,
    ack_body = "OK{form:InvId}",
    unsigned = "the sender signs these fields only"
)]
pub struct Robokassa;

#[derive(Debug, Provider)]
#[provider(
    name = "phonepe-v1",
    algo = "hash-sha256",
    weak = "the sender offers nothing better",
    header = "X-VERIFY",
    format = "{signature}###{any}",
    message = "{json:/response}{secret}",
    unsigned = "the whole event is in the one field that is signed"
)]
pub struct PhonePe;

#[derive(Debug, Provider)]
#[provider(
    name = "p24-like",
    algo = "hash-sha384",
    weak = "the sender offers nothing better",
    header = "x-sign",
    message = "{body}{secret}"
)]
pub struct Przelewy;

#[derive(Debug, Provider)]
#[provider(
    name = "sha512-like",
    algo = "hash-sha512",
    weak = "the sender offers nothing better",
    header = "x-sign",
    message = "{body}{secret}"
)]
pub struct Sha512;

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
    name = "atlas-like",
    algo = "sha256",
    header = "x-signature",
    message = "{method} {path}?{query:sorted} {query:tenant}\n{sha512-base64:body}"
)]
pub struct Atlas;

#[derive(Debug, Provider)]
#[provider(
    name = "fireblocks",
    algo = "rsa-sha512",
    encoding = "base64",
    header = "Fireblocks-Signature"
)]
pub struct Fireblocks;

#[derive(Debug, Provider)]
#[provider(
    name = "every-method",
    algo = "sha256",
    header = "x-signature",
    handshake(
        (method = "HEAD"),
        (method = "GET", challenge = "query:challenge", answer = "{challenge}"),
        (method = "OPTIONS", challenge = "header:x-origin", header = "x-allowed"),
    )
)]
pub struct EveryMethod;

#[derive(Debug, Provider)]
#[provider(
    name = "wrike",
    algo = "sha256",
    header = "x-hook-signature",
    handshake(
        challenge = "header:x-hook-secret",
        header = "x-hook-secret={proof}",
        unsigned = "it is sent before the webhook is active",
    )
)]
pub struct Wrike;

#[derive(Debug, Provider)]
#[provider(
    name = "asana",
    algo = "sha256",
    header = "x-hook-signature",
    handshake(
        challenge = "header:x-hook-secret",
        header = "x-hook-secret",
        status = 204,
        unsigned = "it brings the key of what follows",
    )
)]
pub struct Asana;

#[derive(Debug, Provider)]
#[provider(
    name = "fitbit",
    algo = "sha1",
    weak = "the sender offers nothing better",
    encoding = "base64",
    header = "x-fitbit-signature",
    handshake(method = "GET", verify_token = "query:verify", status = 204, refusal = 404)
)]
pub struct Fitbit;

#[derive(Debug, Provider)]
#[provider(
    name = "websub",
    algo = "sha256",
    header = "x-hub-signature",
    format = "sha256={signature}",
    handshake(
        (
            method = "GET",
            when = "query:hub.mode=subscribe",
            verify_token = "query:hub.topic",
            challenge = "query:hub.challenge",
            answer = "{challenge}",
            refusal = 404,
        ),
        (
            method = "GET",
            when = "query:hub.mode=unsubscribe",
            verify_token = "query:hub.topic",
            challenge = "query:hub.challenge",
            answer = "{challenge}",
            refusal = 404,
        ),
    )
)]
pub struct WebSub;

#[derive(Debug, Provider)]
#[provider(
    name = "azure-event-grid",
    algo = "token",
    weak = "the sender signs nothing",
    signature = "query:code",
    handshake(
        (
            when = "header:aeg-event-type=SubscriptionValidation",
            challenge = "json:/0/data/validationCode",
            answer = "{{\"validationResponse\":\"{challenge}\"}}",
        ),
        (
            method = "OPTIONS",
            challenge = "header:webhook-request-origin",
            header = ["webhook-allowed-origin", "webhook-allowed-rate=*"],
        ),
    )
)]
pub struct EventGrid;

/// All of them.
pub const ALL: &[&Scheme] = &[
    DigestHeader::SCHEME,
    MessageBirdLegacy::SCHEME,
    Mattermost::SCHEME,
    Lever::SCHEME,
    Paymob::SCHEME,
    WayForPay::SCHEME,
    OpenNode::SCHEME,
    ClockInBody::SCHEME,
    LiqPay::SCHEME,
    Robokassa::SCHEME,
    PhonePe::SCHEME,
    Przelewy::SCHEME,
    Sha512::SCHEME,
    Rapyd::SCHEME,
    Monday::SCHEME,
    Atlas::SCHEME,
    Fireblocks::SCHEME,
    EveryMethod::SCHEME,
    Wrike::SCHEME,
    Asana::SCHEME,
    Fitbit::SCHEME,
    WebSub::SCHEME,
    EventGrid::SCHEME,
];
