//! [EasyPost](https://docs.easypost.com/guides/webhooks-guide): shipments and trackers.
//!
//! **Signature.** Header `X-Hmac-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `hmac-sha256-hex={signature}`, under the secret as text. No time is compared: who records a
//! delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [EasyPost/easypost-node](https://github.com/EasyPost/easypost-node),
//! [EasyPost/examples](https://github.com/EasyPost/examples). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "easypost",
    title = "EasyPost",
    docs = "https://docs.easypost.com/guides/webhooks-guide",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Hmac-Signature",
    format = "hmac-sha256-hex={signature}",
    id = "/id",
    event = "/description",
    payload = "/result",
)]
pub struct EasyPost;

#[doc(hidden)]
pub use EasyPost as __Provider;
