//! `mercado-pago` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mercado-pago",
    display_name = "Mercado Pago",
    docs = "https://www.mercadopago.com.br/developers/pt/docs/your-integrations/notifications/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "x-signature",
    format = "ts={timestamp},v1={signature}",
    message = ["id:{query:data.id};request-id:{header:x-request-id};ts:{timestamp};", "request-id:{header:x-request-id};ts:{timestamp};", "id:{query:data.id};ts:{timestamp};"],
    timestamp(unit = "auto", tolerance = "5m"),
    event_type = "/type",
    unsigned = "the sender signs ids and a time, not the body",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
