//! [Pusher Channels](https://pusher.com/docs/channels/server_api/webhooks/): channels, presence
//! and client events.
//!
//! **Signature.** Header `X-Pusher-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [pusher/pusher-http-node](https://github.com/pusher/pusher-http-node), npm package `pusher`
//! 5.3.4, which `tests/outside` runs: it takes what is signed so and refuses what was changed.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events: it has neither name nor id.
//! - `X-Pusher-Key` says which key signed: give an endpoint the secrets of all.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "pusher",
    display_name = "Pusher Channels",
    docs = "https://pusher.com/docs/channels/server_api/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Pusher-Signature",
)]
pub struct Pusher;

#[doc(hidden)]
pub use Pusher as __Provider;
