//! [Discord](https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint):
//! interactions and webhook events of applications.
//!
//! **Signature.** Header `X-Signature-Ed25519`: Ed25519 of `{timestamp}{body}`, in hex, under the
//! application's public key. The secret is that key as the portal shows it.
//!
//! **Evidence.** The provider's own code:
//! [discord/discord-interactions-js](https://github.com/discord/discord-interactions-js). No
//! signature is published by the provider; those that others reproduce are accepted
//! (`tests/vectors/catalogue`).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's code compares the timestamp with no clock. An interaction is to be answered
//!   within three seconds: five minutes are this catalogue's choice, as most senders have it.
//! - Webhook events have a name in `event.type`; interactions have none, and an id in `id`.
//! - An interaction wants an answer with a body; a handler here answers no more than a status.
//! - The portal also sends deliveries with wrong signatures, and wants 401: an endpoint answers so.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "discord",
    title = "Discord",
    docs = "https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint",
    evidence = "sdk",
    algo = "ed25519",
    header = "X-Signature-Ed25519",
    message = "{timestamp}{body}",
    timestamp(header = "X-Signature-Timestamp", unit = "seconds", tolerance = "5m"),
    event = "/event/type",
    handshake(
        (when = ["json:/type=1", "json:/application_id", "json:/token"], answer = "{{\"type\":1}}"),
        (when = "json:/type=0", status = 204),
    ),
)]
pub struct Discord;

#[doc(hidden)]
pub use Discord as __Provider;
