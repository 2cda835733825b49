//! [Persona](https://docs.withpersona.com/webhooks): inquiries, verifications and cases.
//!
//! **Signature.** Header `Persona-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - During a rotation the value has a second group after a blank: that one is read, and the
//!   first is passed over.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "persona",
    display_name = "Persona",
    docs = "https://docs.withpersona.com/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "Persona-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event_type = "/data/attributes/name",
    payload = "/data/attributes/payload",
)]
pub struct Persona;

#[doc(hidden)]
pub use Persona as __Provider;
