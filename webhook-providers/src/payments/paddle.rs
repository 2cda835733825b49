//! [Paddle](https://developer.paddle.com/webhooks/signature-verification): transactions,
//! subscriptions and customers of Paddle Billing.
//!
//! **Signature.** Header `Paddle-Signature`: HMAC-SHA256 of `{timestamp}:{body}`, in hex, as
//! `ts={timestamp};h1={signature}`, under the secret as text.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [PaddleHQ/paddle-node-sdk](https://github.com/PaddleHQ/paddle-node-sdk),
//! [PaddleHQ/paddle-php-sdk](https://github.com/PaddleHQ/paddle-php-sdk).
//!
//! **What the sources leave open, and the choice made.**
//! - The five seconds are the default of the provider's own code; a clock that is off refuses
//!   genuine deliveries, and [`tolerance`](webhook_core::Endpoint::tolerance) widens them.
//! - `notification_id` differs when the same event is sent to another destination: the event's
//!   id is the delivery's.
//!
//! **Events.** 56 names. `EventName` of
//! [PaddleHQ/paddle-node-sdk](https://github.com/PaddleHQ/paddle-node-sdk),
//! `src/notifications/helpers/types.ts`, in npm package `@paddle/paddle-node-sdk` 3.10.0. What is
//! newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paddle",
    display_name = "Paddle",
    docs = "https://developer.paddle.com/webhooks/signature-verification",
    evidence = "vector",
    algo = "sha256",
    header = "Paddle-Signature",
    format = "ts={timestamp};h1={signature}",
    message = "{timestamp}:{body}",
    timestamp(unit = "seconds", tolerance = "5s"),
    id = "/event_id",
    event_type = "/event_type",
    payload = "/data",
    events = [
        "address.created", "address.imported", "address.updated", "adjustment.created",
        "adjustment.updated", "api_key.created", "api_key.expired", "api_key.expiring",
        "api_key.revoked", "api_key.updated", "api_key_exposure.created", "business.created",
        "business.imported", "business.updated", "client_token.created", "client_token.revoked",
        "client_token.updated", "customer.created", "customer.imported", "customer.updated",
        "discount.created", "discount.imported", "discount.updated", "discount_group.created",
        "discount_group.updated", "payment_method.deleted", "payment_method.saved",
        "payout.created", "payout.paid", "price.created", "price.imported", "price.updated",
        "product.created", "product.imported", "product.updated", "report.created",
        "report.updated", "subscription.activated", "subscription.canceled", "subscription.created",
        "subscription.imported", "subscription.past_due", "subscription.paused",
        "subscription.resumed", "subscription.trialing", "subscription.updated",
        "transaction.billed", "transaction.canceled", "transaction.completed",
        "transaction.created", "transaction.paid", "transaction.past_due",
        "transaction.payment_failed", "transaction.ready", "transaction.revised",
        "transaction.updated",
    ],
)]
pub struct Paddle;

#[doc(hidden)]
pub use Paddle as __Provider;
