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

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paddle",
    title = "Paddle",
    docs = "https://developer.paddle.com/webhooks/signature-verification",
    evidence = "vector",
    algo = "sha256",
    header = "Paddle-Signature",
    format = "ts={timestamp};h1={signature}",
    message = "{timestamp}:{body}",
    timestamp(unit = "seconds", tolerance = "5s"),
    id = "/event_id",
    event = "/event_type",
    payload = "/data",
)]
pub struct Paddle;

#[doc(hidden)]
pub use Paddle as __Provider;
