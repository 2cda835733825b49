//! [WorkOS](https://workos.com/docs/events/data-syncing/webhooks): directories, connections and
//! users.
//!
//! **Signature.** Header `WorkOS-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [workos/workos-node](https://github.com/workos/workos-node). No signature is published.
//!
//! **Events.** 75 names. The `event` of each interface of events in
//! [workos/workos-node](https://github.com/workos/workos-node), in npm package `@workos-inc/node`
//! 8.13.0. What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "workos",
    display_name = "WorkOS",
    docs = "https://workos.com/docs/events/data-syncing/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "WorkOS-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "3m"),
    id = "/id",
    event_type = "/event",
    payload = "/data",
    events = [
        "api_key.created", "api_key.revoked", "authentication.email_verification_succeeded",
        "authentication.magic_auth_failed", "authentication.magic_auth_succeeded",
        "authentication.mfa_succeeded", "authentication.oauth_failed",
        "authentication.oauth_succeeded", "authentication.passkey_failed",
        "authentication.passkey_succeeded", "authentication.password_failed",
        "authentication.password_succeeded", "authentication.radar_risk_detected",
        "authentication.sso_failed", "authentication.sso_succeeded", "connection.activated",
        "connection.deactivated", "connection.deleted", "dsync.activated", "dsync.deleted",
        "dsync.group.created", "dsync.group.deleted", "dsync.group.updated",
        "dsync.group.user_added", "dsync.group.user_removed", "dsync.user.created",
        "dsync.user.deleted", "dsync.user.updated", "email_verification.created", "flag.created",
        "flag.deleted", "flag.rule_updated", "flag.updated", "invitation.accepted",
        "invitation.created", "invitation.resent", "invitation.revoked", "magic_auth.created",
        "organization.created", "organization.deleted", "organization.updated",
        "organization_domain.created", "organization_domain.deleted", "organization_domain.updated",
        "organization_domain.verification_failed", "organization_domain.verified",
        "organization_membership.created", "organization_membership.deleted",
        "organization_membership.updated", "organization_role.created", "organization_role.deleted",
        "organization_role.updated", "password_reset.created", "password_reset.succeeded",
        "permission.created", "permission.deleted", "permission.updated", "role.created",
        "role.deleted", "role.updated", "session.created", "session.revoked", "user.created",
        "user.deleted", "user.updated", "vault.byok_key.verification_completed",
        "vault.data.created", "vault.data.deleted", "vault.data.read", "vault.data.updated",
        "vault.dek.decrypted", "vault.dek.read", "vault.kek.created", "vault.metadata.read",
        "vault.names.listed",
    ],
)]
pub struct WorkOs;

#[doc(hidden)]
pub use WorkOs as __Provider;
