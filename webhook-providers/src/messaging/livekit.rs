//! [LiveKit](https://docs.livekit.io/home/server/webhooks): rooms, participants and tracks.
//!
//! **Signature.** Header `Authorization`: a JSON web token, alone, under the API secret as text,
//! HMAC with SHA-256. Its claim `sha256` holds the SHA-256 of the body in base64, and it has an
//! end.
//!
//! **Evidence.** The provider's own code:
//! [livekit/node-sdks](https://github.com/livekit/node-sdks),
//! [livekit/server-sdk-go](https://github.com/livekit/server-sdk-go). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The claim `iss` names the API key whose secret signs: every secret that the endpoint has is
//!   tried instead.
//!
//! **Events.** 12 names. `WebhookEventNames` of
//! [livekit/node-sdks](https://github.com/livekit/node-sdks),
//! `packages/livekit-server-sdk/src/WebhookReceiver.ts`, in npm package `livekit-server-sdk`
//! 2.19.2. What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "livekit",
    display_name = "LiveKit",
    docs = "https://docs.livekit.io/home/server/webhooks",
    evidence = "sdk",
    algo = "jwt-hs256",
    header = "Authorization",
    jwt(digest = "sha256=sha256-base64:body", expiry = "required"),
    id = "/id",
    event_type = "/event",
    events = [
        "egress_ended", "egress_started", "egress_updated", "ingress_ended", "ingress_started",
        "participant_connection_aborted", "participant_joined", "participant_left", "room_finished",
        "room_started", "track_published", "track_unpublished",
    ],
)]
pub struct LiveKit;

#[doc(hidden)]
pub use LiveKit as __Provider;
