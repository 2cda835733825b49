//! [ElevenLabs](https://elevenlabs.io/docs/overview/administration/webhooks): conversations and
//! speech.
//!
//! **Signature.** Header `ElevenLabs-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v0={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [elevenlabs/elevenlabs-js](https://github.com/elevenlabs/elevenlabs-js). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - One third-party catalogue lists Standard Webhooks; the provider's own code reads
//!   `t=..,v0=..`, and so does this declaration.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "elevenlabs",
    display_name = "ElevenLabs",
    docs = "https://elevenlabs.io/docs/overview/administration/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "ElevenLabs-Signature",
    format = "t={timestamp},v0={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "30m"),
    event_type = "/type",
    payload = "/data",
)]
pub struct ElevenLabs;

#[doc(hidden)]
pub use ElevenLabs as __Provider;
