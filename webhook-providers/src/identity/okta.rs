//! [Okta](https://developer.okta.com/docs/concepts/event-hooks/): event hooks.
//!
//! **Signature.** Header `Authorization`: the secret itself. Nothing is signed: whoever sees a
//! delivery can make others.
//!
//! **Evidence.** The provider's documentation
//! ([okta/okta-developer-docs](https://github.com/okta/okta-developer-docs),
//! `packages/@okta/vuepress-site/docs/concepts/event-hooks/index.md` as of 02169835). No
//! signature is published.
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
    evidence = "docs",
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
