//! [GitLab (signing token)](https://docs.gitlab.com/user/project/integrations/webhooks/):
//! projects and groups of GitLab, with a signing token.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - How the token becomes a key is not stated in [the merge
//!   request](https://gitlab.com/gitlab-org/gitlab/-/merge_requests/230944) that adds it: it is
//!   read as Standard Webhooks does, base64 after `whsec_`.
//! - The versions `v1a` (Ed25519) of a header are passed over.
//! - Events of members, projects and subgroups, which only webhooks of groups get, have an
//!   `event_name` and no `object_kind`: they have no name here.
//!
//! **Events.** 17 names. The `object_kind` of each body in the documentation of [webhook
//! events](https://docs.gitlab.com/user/project/integrations/webhook_events/),
//! [gitlabhq/gitlabhq](https://github.com/gitlabhq/gitlabhq),
//! `doc/user/project/integrations/webhook_events.md`, as of 88d3e50d. And of
//! `lib/gitlab/data_builder/milestone.rb` as of f01ede31, and `resource_deploy_token_payload.rb`
//! beside it as of b7035159. What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "gitlab-signing-token",
    display_name = "GitLab (signing token)",
    docs = "https://docs.gitlab.com/user/project/integrations/webhooks/",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/object_kind",
    events = [
        "access_token", "build", "deploy_token", "deployment", "emoji", "feature_flag", "issue",
        "merge_request", "milestone", "note", "pipeline", "push", "release", "tag_push",
        "vulnerability", "wiki_page", "work_item",
    ],
)]
pub struct GitLabSigningToken;

#[doc(hidden)]
pub use GitLabSigningToken as __Provider;
