//! [Typeform](https://www.typeform.com/developers/webhooks/secure-your-webhooks/): answers to
//! forms.
//!
//! **Signature.** Header `Typeform-Signature`: HMAC-SHA256 of the raw body, in base64, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "typeform",
    display_name = "Typeform",
    docs = "https://www.typeform.com/developers/webhooks/secure-your-webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "Typeform-Signature",
    format = "sha256={signature}",
    id = "/event_id",
    event_type = "/event_type",
    payload = "/form_response",
)]
pub struct Typeform;

#[doc(hidden)]
pub use Typeform as __Provider;
