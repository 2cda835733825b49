//! [Jira Cloud](https://developer.atlassian.com/cloud/jira/platform/webhooks/): issues, projects
//! and boards of Jira Cloud, for webhooks of its administration and REST API.
//!
//! **Signature.** Header `X-Hub-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`).
//!
//! **What the sources leave open, and the choice made.**
//! - Deliveries have their id in `X-Atlassian-Webhook-Identifier`, which is not signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "jira",
    display_name = "Jira Cloud",
    docs = "https://developer.atlassian.com/cloud/jira/platform/webhooks/",
    evidence = "vector",
    algo = "sha256",
    header = "X-Hub-Signature",
    format = "sha256={signature}",
    event_type = "/webhookEvent",
)]
pub struct Jira;

#[doc(hidden)]
pub use Jira as __Provider;
