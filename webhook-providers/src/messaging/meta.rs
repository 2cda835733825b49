//! [Meta](https://developers.facebook.com/docs/graph-api/webhooks/getting-started): pages,
//! Messenger, Instagram and WhatsApp.
//!
//! **Signature.** Header `X-Hub-Signature-256`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [david-lev/pywa](https://github.com/david-lev/pywa),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Meta signs a serialisation of its own with escaped characters: only the raw body matches.
//! - A delivery holds several entries, of which each has changes of its own: its name is the
//!   kind of object, `page` or `whatsapp_business_account`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "meta",
    display_name = "Meta",
    docs = "https://developers.facebook.com/docs/graph-api/webhooks/getting-started",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}",
    event_type = "/object",
    handshake(
        method = "GET",
        when = "query:hub.mode=subscribe",
        verify_token = "query:hub.verify_token",
        challenge = "query:hub.challenge",
        answer = "{challenge}",
    ),
)]
pub struct Meta;

#[doc(hidden)]
pub use Meta as __Provider;
