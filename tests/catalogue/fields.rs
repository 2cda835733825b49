//! Fields of a form or of JSON, as signature or as message.

use webhook_kit::Provider;

use super::Entry;

#[derive(Debug, Provider)]
#[provider(
    name = "mailgun",
    algo = "sha256",
    signature = "json:/signature/signature",
    message = "{json:/signature/timestamp}{json:/signature/token}",
    timestamp(json = "/signature/timestamp", unit = "seconds", tolerance = "5m"),
    id = "/signature/token",
    event = "/event-data/event",
    unsigned = "the sender signs a token, not the event"
)]
pub struct Mailgun;

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

pub const ALL: &[Entry] = &[
    Entry::of::<ClockInBody>("clock-in-body"),
    Entry::of::<Mailgun>("mailgun")
        .body("{\"signature\":{\"token\":\"tok-1\"},\"event-data\":{\"event\":\"opened\"}}"),
    Entry::of::<Lever>("lever").body("{\"token\":\"tok-1\"}"),
    Entry::of::<Paymob>("paymob")
        .body("{\"obj\":{\"amount_cents\":500,\"created_at\":\"2024-01-01\",\"success\":true}}"),
    Entry::of::<WayForPay>("wayforpay")
        .body("{\"merchantAccount\":\"m\",\"orderReference\":\"o-1\",\"amount\":10.5}"),
    Entry::of::<OpenNode>("opennode").body("id=abc&status=paid"),
];
