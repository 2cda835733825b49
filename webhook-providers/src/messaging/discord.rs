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
//!
//! **Events.** 12 names. `WebhookEventType` of
//! [discord/discord-interactions-js](https://github.com/discord/discord-interactions-js),
//! `src/webhooks.ts`, in npm package `discord-interactions` 4.4.0. And `ENTITLEMENT_UPDATE` and
//! `ENTITLEMENT_DELETE` of
//! [discordjs/discord-api-types](https://github.com/discordjs/discord-api-types) 0.38.57, which is
//! not the provider's. What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "discord",
    display_name = "Discord",
    docs = "https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint",
    evidence = "sdk",
    algo = "ed25519",
    header = "X-Signature-Ed25519",
    message = "{timestamp}{body}",
    timestamp(header = "X-Signature-Timestamp", unit = "seconds", tolerance = "5m"),
    event_type = "/event/type",
    handshake(
        (when = ["json:/type=1", "json:/application_id", "json:/token"], answer = "{{\"type\":1}}"),
        (when = "json:/type=0", status = 204),
    ),
    events = [
        "APPLICATION_AUTHORIZED", "APPLICATION_DEAUTHORIZED", "ENTITLEMENT_CREATE",
        "ENTITLEMENT_DELETE", "ENTITLEMENT_UPDATE", "GAME_DIRECT_MESSAGE_CREATE",
        "GAME_DIRECT_MESSAGE_DELETE", "GAME_DIRECT_MESSAGE_UPDATE", "LOBBY_MESSAGE_CREATE",
        "LOBBY_MESSAGE_DELETE", "LOBBY_MESSAGE_UPDATE", "QUEST_USER_ENROLLMENT",
    ],
)]
pub struct Discord;

#[doc(hidden)]
pub use Discord as __Provider;
