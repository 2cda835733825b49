//! [Okta](https://developer.okta.com/docs/concepts/event-hooks/): event hooks.
//!
//! **Signature.** Header `Authorization`: the secret itself. Nothing is signed: whoever sees a
//! delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The owner chooses the header and its value: this declaration expects `Authorization` and
//!   the secret, as the documentation's examples have it.
//! - A delivery holds a list of events: it has no name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "okta",
    display_name = "Okta",
    docs = "https://developer.okta.com/docs/concepts/event-hooks/",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "Authorization",
    id = "/eventId",
    handshake(
        method = "GET",
        challenge = "header:X-Okta-Verification-Challenge",
        answer = "{{\"verification\":\"{challenge}\"}}",
    ),
)]
pub struct Okta;

#[doc(hidden)]
pub use Okta as __Provider;
