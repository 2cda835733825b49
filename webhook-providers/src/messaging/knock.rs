//! [Knock](https://docs.knock.app/developer-tools/outbound-webhooks/overview): messages and
//! workflows.
//!
//! **Signature.** Header `x-knock-signature`: HMAC-SHA256 of `{timestamp}.{body}`, in base64, as
//! `t={timestamp},s={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's documentation, with sample code
//! ([knocklabs/docs](https://github.com/knocklabs/docs),
//! `content/developer-tools/outbound-webhooks/overview.mdx` as of 06825a1e). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "knock",
    display_name = "Knock",
    docs = "https://docs.knock.app/developer-tools/outbound-webhooks/overview",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "x-knock-signature",
    format = "t={timestamp},s={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
    event_type = "/type",
)]
pub struct Knock;

#[doc(hidden)]
pub use Knock as __Provider;
