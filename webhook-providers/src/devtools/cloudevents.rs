//! [CloudEvents](https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md):
//! senders that follow the CloudEvents specification of HTTP web hooks.
//!
//! **Signature.** Header `Authorization`: the secret itself, as `Bearer {signature}`. Nothing is
//! signed: whoever sees a delivery can make others.
//!
//! **Evidence.** The provider's documentation. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The specification also allows the token as the parameter `access_token`: this declaration
//!   reads the header.
//! - A token covers nothing, so neither `ce-id` nor `id` identifies a delivery.
//! - The event's name is looked for in `ce-type`, then in the body: a body that is no JSON is refused
//!   as not decodable.
//! - The handshake allows every sender that asks, at any rate; the callback that it may ask for is
//!   not called.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "cloudevents",
    display_name = "CloudEvents",
    docs = "https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md",
    evidence = "docs",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "Authorization",
    format = "Bearer {signature}",
    event_type = ["header:ce-type", "/type"],
    handshake(
        method = "OPTIONS",
        challenge = "header:WebHook-Request-Origin",
        header = ["WebHook-Allowed-Origin", "WebHook-Allowed-Rate=*"],
    ),
)]
pub struct CloudEvents;

#[doc(hidden)]
pub use CloudEvents as __Provider;
