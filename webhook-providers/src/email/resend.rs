//! [Resend](https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests): mails that
//! were sent.
//!
//! **Signature.** Header `svix-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in base64,
//! as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code:
//! [resend/resend-node](https://github.com/resend/resend-node). No signature is published.
//!
//! **Events.** 37 names. `WebhookEvent` of
//! [resend/resend-node](https://github.com/resend/resend-node), in npm package `resend` 6.38.0.
//! What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "resend",
    display_name = "Resend",
    docs = "https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests",
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
        "contact.created", "contact.deleted", "contact.topics.updated", "contact.updated",
        "domain.created", "domain.deleted", "domain.updated", "email.bounced", "email.clicked",
        "email.complained", "email.delivered", "email.delivery_delayed", "email.failed",
        "email.opened", "email.received", "email.scheduled", "email.sent", "email.suppressed",
        "inbox.created", "inbox.deleted", "inbox.draft.created", "inbox.draft.deleted",
        "inbox.draft.sent", "inbox.draft.updated", "inbox.email.received", "inbox.email.sent",
        "inbox.thread.assigned", "inbox.thread.created", "inbox.thread.folder.updated",
        "inbox.thread.labels.updated", "inbox.thread.unassigned", "inbox.updated",
        "suppression.added", "suppression.removed", "topic.created", "topic.deleted",
        "topic.updated",
    ],
)]
pub struct Resend;

#[doc(hidden)]
pub use Resend as __Provider;
