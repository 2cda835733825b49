//! [Front](https://dev.frontapp.com/docs/webhooks-1): conversations, for webhooks of
//! applications.
//!
//! **Signature.** Header `X-Front-Signature`: HMAC-SHA256 of `{timestamp}:{body}`, in base64,
//! under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The name's place is from [others](https://github.com/hookdeck/webhook-skills) too.
//! - Whether the validation request is signed is not stated: it is taken to be.
//! - Webhooks of rules sign with SHA-1 and the API secret: they are not these.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "front",
    display_name = "Front",
    docs = "https://dev.frontapp.com/docs/webhooks-1",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "X-Front-Signature",
    message = "{timestamp}:{body}",
    timestamp(header = "X-Front-Request-Timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/type",
    handshake(
        challenge = "header:X-Front-Challenge",
        answer = "{challenge}",
    ),
)]
pub struct Front;

#[doc(hidden)]
pub use Front as __Provider;
