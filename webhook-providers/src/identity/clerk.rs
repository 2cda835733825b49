//! [Clerk](https://clerk.com/docs/integrations/webhooks/overview): users, sessions and
//! organisations.
//!
//! **Signature.** Header `svix-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in base64,
//! as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code:
//! [clerk/javascript](https://github.com/clerk/javascript). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - One third-party catalogue names `webhook-*` headers; the provider's own tests have
//!   `svix-*`, and so has this declaration.
//!
//! **Events.** 45 names. `WebhookEvent` of [clerk/javascript](https://github.com/clerk/javascript),
//! `packages/backend/src/api/resources/Webhooks.ts`, in npm package `@clerk/backend` 3.25.0. What
//! is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "clerk",
    display_name = "Clerk",
    docs = "https://clerk.com/docs/integrations/webhooks/overview",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "svix-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:svix-id",
    event_type = "/type",
    payload = "/data",
    events = [
        "email.created", "organization.created", "organization.deleted", "organization.updated",
        "organizationDomain.created", "organizationDomain.deleted", "organizationDomain.updated",
        "organizationInvitation.accepted", "organizationInvitation.created",
        "organizationInvitation.revoked", "organizationMembership.created",
        "organizationMembership.deleted", "organizationMembership.updated",
        "paymentAttempt.created", "paymentAttempt.updated", "permission.created",
        "permission.deleted", "permission.updated", "role.created", "role.deleted", "role.updated",
        "session.created", "session.ended", "session.removed", "session.revoked", "sms.created",
        "subscription.active", "subscription.created", "subscription.pastDue",
        "subscription.updated", "subscriptionItem.abandoned", "subscriptionItem.active",
        "subscriptionItem.canceled", "subscriptionItem.created", "subscriptionItem.ended",
        "subscriptionItem.freeTrialEnding", "subscriptionItem.incomplete",
        "subscriptionItem.pastDue", "subscriptionItem.upcoming", "subscriptionItem.updated",
        "user.created", "user.deleted", "user.updated", "waitlistEntry.created",
        "waitlistEntry.updated",
    ],
)]
pub struct Clerk;

#[doc(hidden)]
pub use Clerk as __Provider;
