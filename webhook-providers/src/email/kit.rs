//! [Kit](https://developers.kit.com/webhooks/verifying-signatures): subscribers and mails, once
//! ConvertKit.
//!
//! **Signature.** Header `X-Kit-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - During a rotation the value has a `v1` for each secret: any is enough.
//! - Where the event's name stands is not known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "kit",
    display_name = "Kit",
    docs = "https://developers.kit.com/webhooks/verifying-signatures",
    evidence = "docs",
    algo = "sha256",
    header = "X-Kit-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
)]
pub struct Kit;

#[doc(hidden)]
pub use Kit as __Provider;
