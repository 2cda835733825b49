//! [Twitch EventSub](https://dev.twitch.tv/docs/eventsub/handling-webhook-events/): EventSub:
//! streams, channels and viewers.
//!
//! **Signature.** Header `Twitch-Eventsub-Message-Signature`: HMAC-SHA256 of
//! `{id}{timestamp}{body}`, in hex, as `sha256={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [twitch-rs/twitch_api](https://github.com/twitch-rs/twitch_api). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `Twitch-Eventsub-Subscription-Type` repeats the name, unsigned: that of the body is taken.
//! - A revocation is a delivery without an event: `Twitch-Eventsub-Message-Type` tells,
//!   unsigned.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "twitch",
    display_name = "Twitch EventSub",
    docs = "https://dev.twitch.tv/docs/eventsub/handling-webhook-events/",
    evidence = "sdk",
    algo = "sha256",
    header = "Twitch-Eventsub-Message-Signature",
    format = "sha256={signature}",
    message = "{id}{timestamp}{body}",
    timestamp(header = "Twitch-Eventsub-Message-Timestamp", unit = "rfc3339", tolerance = "10m"),
    id = "header:Twitch-Eventsub-Message-Id",
    event_type = "/subscription/type",
    payload = "/event",
    handshake(
        when = "header:Twitch-Eventsub-Message-Type=webhook_callback_verification",
        challenge = "json:/challenge",
        answer = "{challenge}",
    ),
)]
pub struct Twitch;

#[doc(hidden)]
pub use Twitch as __Provider;
