//! [Slack](https://docs.slack.dev/authentication/verifying-requests-from-slack/): events,
//! commands and interactions of apps.
//!
//! **Signature.** Header `X-Slack-Signature`: HMAC-SHA256 of `v0:{timestamp}:{body}`, in hex, as
//! `v0={signature}`, under the secret as text.
//!
//! **Acknowledgement.** Within three seconds, as its
//! [documentation](https://docs.slack.dev/apis/events-api/)
//! says.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [slackapi/python-slack-sdk](https://github.com/slackapi/python-slack-sdk).
//!
//! **What the sources leave open, and the choice made.**
//! - Messages of every kind are the event `message`; what kind it is stands in the payload's
//!   `subtype`.
//! - Commands and interactions come as forms, which no JSON pointer reads: they are refused as not
//!   decodable. Give them an endpoint of their own, under a declaration without `id`, `event` and
//!   `payload`.
//!
//! **Events.** 90 names. The `type` of each interface of `SlackEvent` in
//! [slackapi/node-slack-sdk](https://github.com/slackapi/node-slack-sdk),
//! `packages/types/src/events`, in npm package `@slack/types` 3.2.0. What is newer is taken by
//! `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "slack",
    display_name = "Slack",
    docs = "https://docs.slack.dev/authentication/verifying-requests-from-slack/",
    evidence = "vector",
    algo = "sha256",
    header = "X-Slack-Signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "X-Slack-Request-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event_id",
    event_type = ["/event/type", "/type"],
    payload = "/event",
    ack_within = "3s",
    handshake(
        when = "json:/type=url_verification",
        challenge = "json:/challenge",
        answer = "{challenge}",
    ),
    events = [
        "agent_session_stopped", "agent_session_title_changed", "app_context_changed",
        "app_deleted", "app_home_opened", "app_installed", "app_mention", "app_rate_limited",
        "app_requested", "app_uninstalled", "app_uninstalled_team",
        "assistant_thread_context_changed", "assistant_thread_started", "call_rejected",
        "channel_archive", "channel_created", "channel_deleted", "channel_history_changed",
        "channel_id_changed", "channel_left", "channel_rename", "channel_shared",
        "channel_unarchive", "channel_unshared", "dnd_updated", "dnd_updated_user",
        "email_domain_changed", "emoji_changed", "entity_details_requested", "file_change",
        "file_comment_deleted", "file_created", "file_deleted", "file_public", "file_shared",
        "file_unshared", "function_executed", "grid_migration_finished", "grid_migration_started",
        "group_archive", "group_close", "group_deleted", "group_history_changed", "group_left",
        "group_open", "group_rename", "group_unarchive", "im_close", "im_created",
        "im_history_changed", "im_open", "invite_requested", "link_shared", "member_joined_channel",
        "member_left_channel", "message", "message_metadata_deleted", "message_metadata_posted",
        "message_metadata_updated", "pin_added", "pin_removed", "reaction_added",
        "reaction_removed", "shared_channel_invite_accepted", "shared_channel_invite_approved",
        "shared_channel_invite_declined", "shared_channel_invite_received",
        "shared_channel_invite_requested", "star_added", "star_removed", "subteam_created",
        "subteam_members_changed", "subteam_self_added", "subteam_self_removed", "subteam_updated",
        "team_access_granted", "team_access_revoked", "team_domain_change", "team_join",
        "team_rename", "tokens_revoked", "user_change", "user_huddle_changed",
        "user_profile_changed", "user_status_changed", "workflow_deleted", "workflow_published",
        "workflow_step_deleted", "workflow_step_execute", "workflow_unpublished",
    ],
)]
pub struct Slack;

#[doc(hidden)]
pub use Slack as __Provider;
