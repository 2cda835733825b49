//! [Kontent.ai](https://kontent.ai/learn/docs/webhooks/javascript): content items and assets.
//!
//! **Signature.** Header `X-Kontent-ai-Signature`: HMAC-SHA256 of the raw body, in base64,
//! under the secret as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence.** The provider's own code,
//! [kontent-ai/webhook-helper-js](https://github.com/kontent-ai/webhook-helper-js), npm package
//! `@kontent-ai/webhook-helper` 3.0.3, which `tests/outside` runs: it takes what is signed so
//! and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of notifications: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "kontent-ai",
    display_name = "Kontent.ai",
    docs = "https://kontent.ai/learn/docs/webhooks/javascript",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "X-Kontent-ai-Signature",
)]
pub struct KontentAi;

#[doc(hidden)]
pub use KontentAi as __Provider;
