//! [GitLab (secret token)](https://docs.gitlab.com/user/project/integrations/webhooks/):
//! projects and groups of GitLab, with the older secret token.
//!
//! **Signature.** Header `X-Gitlab-Token`: the secret itself. Nothing is signed: whoever sees a
//! delivery can make others.
//!
//! **Evidence.** The provider's own code:
//! [gitlabhq/gitlabhq](https://github.com/gitlabhq/gitlabhq),
//! `app/services/web_hook_service.rb` as of 017a6c12. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The event's name is taken from `object_kind` of the body; the header `X-Gitlab-Event` says
//!   the same in other words (`Push Hook`).
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
    name = "gitlab-token",
    display_name = "GitLab (secret token)",
    docs = "https://docs.gitlab.com/user/project/integrations/webhooks/",
    evidence = "sdk",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "X-Gitlab-Token",
    event_type = "/object_kind",
    events = [
        "access_token", "build", "deploy_token", "deployment", "emoji", "feature_flag", "issue",
        "merge_request", "milestone", "note", "pipeline", "push", "release", "tag_push",
        "vulnerability", "wiki_page", "work_item",
    ],
)]
pub struct GitLabToken;

#[doc(hidden)]
pub use GitLabToken as __Provider;
