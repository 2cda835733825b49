//! [LinkedIn](https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation): leads
//! and social actions.
//!
//! **Signature.** Header `X-LI-Signature`: HMAC-SHA256 of `hmacsha256={body}`, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The text `hmacsha256=` is part of what is signed, not of the header.
//! - Where the event's name stands is not known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "linkedin",
    display_name = "LinkedIn",
    docs = "https://learn.microsoft.com/linkedin/shared/api-guide/webhook-validation",
    evidence = "third-party",
    algo = "sha256",
    header = "X-LI-Signature",
    message = "hmacsha256={body}",
    handshake(
        method = "GET",
        challenge = "query:challengeCode",
        answer = "{{\"challengeCode\":\"{challenge}\",\"challengeResponse\":\"{proof}\"}}",
    ),
)]
pub struct LinkedIn;

#[doc(hidden)]
pub use LinkedIn as __Provider;
