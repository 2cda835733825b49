//! [Polar](https://polar.sh/docs/integrate/webhooks/delivery): orders, subscriptions and
//! benefits.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [polarsource/polar-js](https://github.com/polarsource/polar-js). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Unlike in Standard Webhooks, the secret's text is the key, whole and not decoded.
//!
//! **Events.** 37 names. `WebhookEventType` of
//! [polarsource/polar-js](https://github.com/polarsource/polar-js),
//! `src/models/components/webhookeventtype.ts`, in npm package `@polar-sh/sdk` 0.49.0. What is
//! newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "polar",
    display_name = "Polar",
    docs = "https://polar.sh/docs/integrate/webhooks/delivery",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
    events = [
        "benefit.created", "benefit.updated", "benefit_grant.created", "benefit_grant.cycled",
        "benefit_grant.revoked", "benefit_grant.updated", "checkout.created", "checkout.expired",
        "checkout.updated", "customer.created", "customer.deleted", "customer.state_changed",
        "customer.updated", "customer_seat.assigned", "customer_seat.claimed",
        "customer_seat.revoked", "member.created", "member.deleted", "member.updated",
        "order.created", "order.paid", "order.refunded", "order.updated", "organization.updated",
        "product.created", "product.updated", "refund.created", "refund.updated",
        "subscription.active", "subscription.canceled", "subscription.created",
        "subscription.past_due", "subscription.paused", "subscription.resumed",
        "subscription.revoked", "subscription.uncanceled", "subscription.updated",
    ],
)]
pub struct Polar;

#[doc(hidden)]
pub use Polar as __Provider;
