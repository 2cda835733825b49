//! [New Relic](https://docs.newrelic.com/docs/alerts/get-notified/notification-integrations/):
//! issues of workflows, over a webhook destination.
//!
//! **Signature.** Header `Authorization`: the secret itself, as `Bearer {signature}`. Nothing is
//! signed: whoever sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The owner chooses how the destination is authorised: this declaration expects its bearer
//!   token.
//! - The body is a template of the owner's, so nothing is said about it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "new-relic",
    display_name = "New Relic",
    docs = "https://docs.newrelic.com/docs/alerts/get-notified/notification-integrations/",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "Authorization",
    format = "Bearer {signature}",
)]
pub struct NewRelic;

#[doc(hidden)]
pub use NewRelic as __Provider;
