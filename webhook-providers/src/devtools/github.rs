//! [GitHub](https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries):
//! repositories, issues, pull requests, and all else of GitHub.
//!
//! **Signature.** Header `X-Hub-Signature-256`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [octokit/webhooks-methods.js](https://github.com/octokit/webhooks-methods.js).
//!
//! **What the sources leave open, and the choice made.**
//! - The delivery's id and the event's name stand in headers that are not signed: the id
//!   identifies nothing, and the name is believed because it stands nowhere else.
//! - After a webhook is made, an event `ping` comes: an event like others.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "github",
    title = "GitHub",
    docs = "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    evidence = "vector",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}",
    event = "header:X-GitHub-Event",
)]
pub struct GitHub;

#[doc(hidden)]
pub use GitHub as __Provider;
