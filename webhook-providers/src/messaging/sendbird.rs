//! [Sendbird](https://sendbird.com/docs/chat/platform-api/v3/webhook/webhook-overview):
//! channels, messages and users of chat.
//!
//! **Signature.** Header `x-sendbird-signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "sendbird",
    display_name = "Sendbird",
    docs = "https://sendbird.com/docs/chat/platform-api/v3/webhook/webhook-overview",
    evidence = "third-party",
    algo = "sha256",
    header = "x-sendbird-signature",
    event_type = "/category",
)]
pub struct Sendbird;

#[doc(hidden)]
pub use Sendbird as __Provider;
