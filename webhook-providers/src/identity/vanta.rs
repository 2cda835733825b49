//! [Vanta](https://developer.vanta.com/docs/webhooks): controls, vulnerabilities and people.
//!
//! **Signature.** Header `svix-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in base64,
//! as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "vanta",
    display_name = "Vanta",
    docs = "https://developer.vanta.com/docs/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "svix-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:svix-id",
    event_type = "/type",
)]
pub struct Vanta;

#[doc(hidden)]
pub use Vanta as __Provider;
