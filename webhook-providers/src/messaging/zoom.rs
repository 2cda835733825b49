//! [Zoom](https://developers.zoom.us/docs/api/webhooks/): meetings, recordings, phone and chat.
//!
//! **Signature.** Header `x-zm-signature`: HMAC-SHA256 of `v0:{timestamp}:{body}`, in hex, as
//! `v0={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [zoom/webhook-sample](https://github.com/zoom/webhook-sample). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Whether the validation is signed like deliveries: it is taken to be.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "zoom",
    display_name = "Zoom",
    docs = "https://developers.zoom.us/docs/api/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "x-zm-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-zm-request-timestamp", unit = "seconds", tolerance = "5m"),
    event_type = "/event",
    payload = "/payload",
    handshake(
        when = "json:/event=endpoint.url_validation",
        challenge = "json:/payload/plainToken",
        answer = "{{\"plainToken\":\"{challenge}\",\"encryptedToken\":\"{proof}\"}}",
    ),
)]
pub struct Zoom;

#[doc(hidden)]
pub use Zoom as __Provider;
