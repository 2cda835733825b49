//! [Google Gemini API](https://ai.google.dev/gemini-api/docs/webhooks): batches and generated
//! media, in the mode with a static secret.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Webhooks of the other mode carry a token under Google's keys: they are not these.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "gemini-api",
    display_name = "Google Gemini API",
    docs = "https://ai.google.dev/gemini-api/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
)]
pub struct GeminiApi;

#[doc(hidden)]
pub use GeminiApi as __Provider;
