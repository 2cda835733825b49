//! [Brevo](https://developers.brevo.com/docs/how-to-use-webhooks): transactional and marketing
//! mail.
//!
//! **Signature.** Header `Authorization`: the secret itself, as `Bearer {signature}`. Nothing is
//! signed: whoever sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The owner chooses how the webhook is authorised: this declaration expects a bearer token.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "brevo",
    display_name = "Brevo",
    docs = "https://developers.brevo.com/docs/how-to-use-webhooks",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "Authorization",
    format = "Bearer {signature}",
    event_type = "/event",
)]
pub struct Brevo;

#[doc(hidden)]
pub use Brevo as __Provider;
