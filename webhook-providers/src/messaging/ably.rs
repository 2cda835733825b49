//! [Ably](https://ably.com/docs/integrations/webhooks): channels, presence and messages.
//!
//! **Signature.** Header `X-Ably-Signature`: HMAC-SHA256 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The key is the part of the API key after its colon: give that part as the secret.
//!   `X-Ably-Key` names which key it is.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ably",
    display_name = "Ably",
    docs = "https://ably.com/docs/integrations/webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "X-Ably-Signature",
)]
pub struct Ably;

#[doc(hidden)]
pub use Ably as __Provider;
