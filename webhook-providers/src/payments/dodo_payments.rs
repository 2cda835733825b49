//! [Dodo Payments](https://docs.dodopayments.com/developer-resources/webhooks): payments,
//! subscriptions and licence keys.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code:
//! [dodopayments/dodopayments-typescript](https://github.com/dodopayments/dodopayments-typescript).
//! No signature is published.
//!
//! **Events.** 48 names. `WebhookEventType` of
//! [dodopayments/dodopayments-typescript](https://github.com/dodopayments/dodopayments-typescript),
//! `src/resources/webhook-events.ts`, in npm package `dodopayments` 2.52.0. What is newer is taken
//! by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "dodo-payments",
    display_name = "Dodo Payments",
    docs = "https://docs.dodopayments.com/developer-resources/webhooks",
    evidence = "sdk",
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
    event_type = "/type",
    payload = "/data",
    events = [
        "abandoned_checkout.detected", "abandoned_checkout.recovered", "credit.added",
        "credit.balance_low", "credit.deducted", "credit.expired", "credit.manual_adjustment",
        "credit.overage_charged", "credit.overage_reset", "credit.rolled_over",
        "credit.rollover_forfeited", "dispute.accepted", "dispute.cancelled", "dispute.challenged",
        "dispute.expired", "dispute.lost", "dispute.opened", "dispute.won", "dunning.recovered",
        "dunning.started", "entitlement_grant.created", "entitlement_grant.delivered",
        "entitlement_grant.failed", "entitlement_grant.revoked", "license_key.created",
        "payment.cancelled", "payment.failed", "payment.processing", "payment.succeeded",
        "payout.created", "payout.failed", "payout.in_progress", "payout.on_hold", "payout.success",
        "refund.failed", "refund.succeeded", "subscription.active", "subscription.cancelled",
        "subscription.expired", "subscription.failed", "subscription.on_hold",
        "subscription.past_due", "subscription.paused", "subscription.plan_changed",
        "subscription.renewed", "subscription.unpaused", "subscription.update_payment_method",
        "subscription.updated",
    ],
)]
pub struct DodoPayments;

#[doc(hidden)]
pub use DodoPayments as __Provider;
