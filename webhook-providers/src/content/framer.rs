//! [Framer](https://www.framer.com/help/articles/framer-form-webhook-setup): answers to forms.
//!
//! **Signature.** Header `Framer-Signature`: HMAC-SHA256 of
//! `{body}{header:Framer-Webhook-Submission-Id}`, in hex, as `sha256={signature}`, under the secret as
//! text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Nothing stands between the body and the id where they are signed, so the id alone is none: both
//!   together identify a delivery.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "framer",
    display_name = "Framer",
    docs = "https://www.framer.com/help/articles/framer-form-webhook-setup",
    evidence = "third-party",
    algo = "sha256",
    header = "Framer-Signature",
    format = "sha256={signature}",
    message = "{body}{header:Framer-Webhook-Submission-Id}",
)]
pub struct Framer;

#[doc(hidden)]
pub use Framer as __Provider;
