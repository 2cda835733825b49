//! [Microsoft Graph](https://learn.microsoft.com/graph/change-notifications-delivery-webhooks):
//! changes of mail, calendars, users and files.
//!
//! **Signature.** `/value/0/clientState` of the body: the secret itself. Nothing is signed:
//! whoever sees a delivery can make others.
//!
//! **Evidence.** The provider's documentation
//! ([microsoftgraph/microsoft-graph-docs-contrib](https://github.com/microsoftgraph/microsoft-graph-docs-contrib),
//! `concepts/change-notifications-delivery-webhooks.md` as of 01c641ac). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of notifications, each with its `clientState`: that of the first is
//!   compared. Who does not know the secret cannot send any, and who knows it can send all.
//! - Notifications with resource data carry encrypted content and tokens beside it: neither is
//!   looked at.
//! - It has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "microsoft-graph",
    display_name = "Microsoft Graph",
    docs = "https://learn.microsoft.com/graph/change-notifications-delivery-webhooks",
    evidence = "docs",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    signature = "json:/value/0/clientState",
    handshake(
        method = "POST",
        challenge = "query:validationToken",
        answer = "{challenge}",
        unsigned = "it is sent when the subscription is made",
    ),
)]
pub struct MicrosoftGraph;

#[doc(hidden)]
pub use MicrosoftGraph as __Provider;
