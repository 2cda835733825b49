//! [Figma](https://www.figma.com/developers/api#webhooks_v2): files, comments and libraries.
//!
//! **Signature.** `/passcode` of the body: the secret itself. Nothing is signed: whoever sees a
//! delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `webhook_id` is the webhook's, not the delivery's: it identifies nothing.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "figma",
    display_name = "Figma",
    docs = "https://www.figma.com/developers/api#webhooks_v2",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    signature = "json:/passcode",
    event_type = "/event_type",
    handshake(when = "json:/event_type=PING"),
)]
pub struct Figma;

#[doc(hidden)]
pub use Figma as __Provider;
