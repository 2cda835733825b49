//! [Mailchimp](https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/):
//! audiences of Mailchimp Marketing.
//!
//! **Signature.** Parameter `secret` of the query: the secret itself. Nothing is signed: whoever
//! sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [aspnet/WebHooks](https://github.com/aspnet/WebHooks). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Nothing is signed and no header is sent: the provider recommends a secret in the address.
//!   This declaration expects it as the parameter `secret`: register `https://../?secret=..`.
//!
//! **Events.** 6 names. The `events` of a webhook in [the Marketing
//! API](https://mailchimp.com/developer/marketing/api/list-webhooks/) 3.0. What is newer is taken
//! by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mailchimp",
    display_name = "Mailchimp",
    docs = "https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    signature = "query:secret",
    event_type = "form:type",
    handshake(method = "GET"),
    events = [
        "campaign", "cleaned", "profile", "subscribe", "unsubscribe", "upemail",
    ],
)]
pub struct Mailchimp;

#[doc(hidden)]
pub use Mailchimp as __Provider;
