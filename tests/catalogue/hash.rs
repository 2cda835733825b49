//! Plain hashes of a message that contains the secret.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "hubspot-v1",
    algo = "hash-sha256",
    weak = "an older scheme that is still sent",
    header = "X-HubSpot-Signature",
    message = "{secret}{body}"
)]
pub struct HubSpotV1;

#[derive(Debug, Provider)]
#[provider(
    name = "lark",
    algo = "hash-sha256",
    weak = "the sender offers nothing better",
    header = "X-Lark-Signature",
    message = "{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}",
    timestamp(header = "X-Lark-Request-Timestamp", unit = "seconds", tolerance = "5m")
)]
pub struct Lark;

#[derive(Debug, Provider)]
#[provider(
    name = "yoomoney",
    algo = "hash-sha1",
    weak = "the sender offers nothing better",
    signature = "form:sha1_hash",
    message = "{form:notification_type}&{form:operation_id}&{form:amount}&{form:currency}&{form:datetime}&{form:sender}&{form:codepro}&{secret}&{form:label}",
    timestamp(form = "datetime", unit = "rfc3339", tolerance = "5m"),
    id = "form:operation_id",
    event = "form:notification_type",
    unsigned = "the sender signs these fields only"
)]
pub struct YooMoney;

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

pub const ALL: &[Entry] = &[
    Entry::of::<HubSpotV1>("hubspot-v1"),
    Entry::of::<Lark>("lark").headers(&[("x-lark-request-nonce", "n-1")]),
    Entry::of::<YooMoney>("yoomoney").body("notification_type=p2p-incoming&operation_id=1&amount=300.00&currency=643&sender=4&codepro=false&label="),
    Entry::of::<LiqPay>("liqpay").body("data=eyJhIjoxfQ%3D%3D"),
    Entry::of::<Robokassa>("robokassa").body("OutSum=10.00&InvId=5"),
    Entry::of::<PhonePe>("phonepe-v1").body("{\"response\":\"eyJhIjoxfQ==\"}"),
    Entry::of::<Przelewy>("p24-like"),
    Entry::of::<Sha512>("sha512-like"),
];
