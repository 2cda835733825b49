//! [Datadog](https://docs.datadoghq.com/integrations/webhooks/): monitors, over a webhook whose
//! body and headers the owner writes.
//!
//! **Signature.** Header `Authorization`: the secret itself, as `Bearer {signature}`. Nothing is
//! signed: whoever sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The owner chooses the headers: this declaration expects `Authorization: Bearer` and the
//!   secret. Declare a provider of your own for another header.
//! - The body is the owner's too, so nothing is said about it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "datadog",
    display_name = "Datadog",
    docs = "https://docs.datadoghq.com/integrations/webhooks/",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "Authorization",
    format = "Bearer {signature}",
)]
pub struct Datadog;

#[doc(hidden)]
pub use Datadog as __Provider;
