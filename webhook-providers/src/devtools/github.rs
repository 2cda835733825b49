//! [GitHub](https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries):
//! repositories, issues, pull requests, and all else of GitHub.
//!
//! **Signature.** Header `X-Hub-Signature-256`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Acknowledgement.** Within ten seconds, as its
//! [documentation](https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks)
//! says.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [octokit/webhooks-methods.js](https://github.com/octokit/webhooks-methods.js).
//!
//! **What the sources leave open, and the choice made.**
//! - The delivery's id and the event's name stand in headers that are not signed: the id
//!   identifies nothing, and the name is believed because it stands nowhere else.
//! - After a webhook is made, an event `ping` comes: an event like others.
//! - What was done (`opened`, `closed`, ..) is no part of the event's name: it stands in the body's
//!   `action`.
//!
//! **Events.** 84 names. The events of GitHub.com, Enterprise Cloud and Enterprise Server 3.19 in
//! [octokit/openapi-webhooks](https://github.com/octokit/openapi-webhooks): `x-github.subcategory`,
//! with `_`, in npm package `@octokit/openapi-webhooks` 12.1.0. What is newer is taken by
//! `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "github",
    display_name = "GitHub",
    docs = "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries",
    evidence = "vector",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}",
    event_type = "header:X-GitHub-Event",
    ack_within = "10s",
    events = [
        "branch_protection_configuration", "branch_protection_rule",
        "bypass_request_secret_scanning", "cache_sync", "check_run", "check_suite",
        "code_scanning_alert", "commit_comment", "create", "custom_property",
        "custom_property_values", "delete", "dependabot_alert", "deploy_key", "deployment",
        "deployment_protection_rule", "deployment_review", "deployment_status", "discussion",
        "discussion_comment", "dismissal_request_code_scanning",
        "dismissal_request_secret_scanning", "enterprise", "exemption_request_push_ruleset", "fork",
        "github_app_authorization", "gollum", "installation", "installation_repositories",
        "installation_target", "issue_comment", "issue_dependencies", "issues", "label",
        "marketplace_purchase", "member", "membership", "merge_group", "meta", "milestone",
        "org_block", "organization", "organization_custom_property",
        "organization_custom_property_values", "package", "page_build",
        "personal_access_token_request", "ping", "project", "project_card", "project_column",
        "projects_v2", "projects_v2_item", "projects_v2_status_update", "public", "pull_request",
        "pull_request_review", "pull_request_review_comment", "pull_request_review_thread", "push",
        "registry_package", "release", "repository", "repository_advisory", "repository_dispatch",
        "repository_import", "repository_ruleset", "repository_vulnerability_alert",
        "secret_scanning_alert", "secret_scanning_alert_location", "secret_scanning_scan",
        "security_advisory", "security_and_analysis", "sponsorship", "star", "status", "sub_issues",
        "team", "team_add", "user", "watch", "workflow_dispatch", "workflow_job", "workflow_run",
    ],
)]
pub struct GitHub;

#[doc(hidden)]
pub use GitHub as __Provider;
