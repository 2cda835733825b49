//! [Affirm](https://docs.affirm.com/developers/v1.1-developer-reference/docs/about-webhooks):
//! loans and prequalifications.
//!
//! **Signature.** Header `X-Affirm-Signature`: HMAC-SHA512 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v0={signature}`, under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Public code disagrees about algorithm and form of the value: this is what the one catalogue
//!   says that quotes the documentation.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "affirm",
    display_name = "Affirm",
    docs = "https://docs.affirm.com/developers/v1.1-developer-reference/docs/about-webhooks",
    evidence = "third-party",
    algo = "sha512",
    header = "X-Affirm-Signature",
    format = "t={timestamp},v0={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
)]
pub struct Affirm;

#[doc(hidden)]
pub use Affirm as __Provider;
