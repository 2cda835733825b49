//! [Mercado Pago](https://www.mercadopago.com.br/developers/pt/docs/your-integrations/notifications/webhooks):
//! payments, orders and subscriptions.
//!
//! **Signature.** Header `x-signature`: HMAC-SHA256 of
//! `id:{query:data.id};request-id:{header:x-request-id};ts:{timestamp};` or
//! `request-id:{header:x-request-id};ts:{timestamp};` or `id:{query:data.id};ts:{timestamp};`,
//! in hex, as `ts={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [mercadopago/sdk-nodejs](https://github.com/mercadopago/sdk-nodejs),
//! [mercadopago/sdk-python](https://github.com/mercadopago/sdk-python). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - Parts that a delivery lacks are left out of the message: with and without each are
//!   alternatives.
//! - The documentation lower-cases an alphanumeric `data.id`; the provider's code signs it as it
//!   is sent, and so does this declaration.
//! - The body is not covered: ask the API for what it says.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mercado-pago",
    display_name = "Mercado Pago",
    docs = "https://www.mercadopago.com.br/developers/pt/docs/your-integrations/notifications/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "x-signature",
    format = "ts={timestamp},v1={signature}",
    message = [
        "id:{query:data.id};request-id:{header:x-request-id};ts:{timestamp};",
        "request-id:{header:x-request-id};ts:{timestamp};",
        "id:{query:data.id};ts:{timestamp};",
    ],
    timestamp(unit = "auto", tolerance = "5m"),
    event_type = "/type",
    unsigned = "the sender signs ids and a time, not the body",
)]
pub struct MercadoPago;

#[doc(hidden)]
pub use MercadoPago as __Provider;
