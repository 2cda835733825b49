//! [GitLab (secret token)](https://docs.gitlab.com/user/project/integrations/webhooks/):
//! projects and groups of GitLab, with the older secret token.
//!
//! **Signature.** Header `X-Gitlab-Token`: the secret itself. Nothing is signed: whoever sees a
//! delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The event's name is taken from `object_kind` of the body; the header `X-Gitlab-Event` says
//!   the same in other words (`Push Hook`).

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "gitlab-token",
    title = "GitLab (secret token)",
    docs = "https://docs.gitlab.com/user/project/integrations/webhooks/",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "X-Gitlab-Token",
    event = "/object_kind",
)]
pub struct GitLabToken;

#[doc(hidden)]
pub use GitLabToken as __Provider;
