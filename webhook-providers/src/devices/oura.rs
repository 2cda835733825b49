//! [Oura](https://cloud.ouraring.com/v2/docs#tag/Webhook-Subscription-Routes): sleep, readiness
//! and activity.
//!
//! **Signature.** Header `x-oura-signature`: HMAC-SHA256 of `{timestamp}{body}`, in upper-case
//! hex, under the secret as text.
//!
//! **Acknowledgement.** Within ten seconds, as its
//! [documentation](https://cloud.ouraring.com/v2/docs#tag/Webhook-Subscription-Routes)
//! says.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the event's name joins them, `sleep.create`.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "oura",
    display_name = "Oura",
    docs = "https://cloud.ouraring.com/v2/docs#tag/Webhook-Subscription-Routes",
    evidence = "third-party",
    algo = "sha256",
    encoding = "hex-upper",
    header = "x-oura-signature",
    message = "{timestamp}{body}",
    timestamp(header = "x-oura-timestamp", unit = "seconds", tolerance = "5m"),
    event_type = "{json:/data_type}.{json:/event_type}",
    ack_within = "10s",
    handshake(
        method = "GET",
        verify_token = "query:verification_token",
        challenge = "query:challenge",
        answer = "{{\"challenge\":\"{challenge}\"}}",
    ),
)]
pub struct Oura;

#[doc(hidden)]
pub use Oura as __Provider;
