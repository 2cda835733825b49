//! [Customer.io](https://docs.customer.io/integrations/data-out/connections/webhooks/):
//! reporting webhooks.
//!
//! **Signature.** Header `X-CIO-Signature`: HMAC-SHA256 of `v0:{timestamp}:{body}`, in hex,
//! under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook),
//! [cheddar-me/munster](https://github.com/cheddar-me/munster). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the event's name joins them, `email.opened`.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "customer-io",
    display_name = "Customer.io",
    docs = "https://docs.customer.io/integrations/data-out/connections/webhooks/",
    evidence = "third-party",
    algo = "sha256",
    header = "X-CIO-Signature",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "X-CIO-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event_id",
    event_type = "{json:/object_type}.{json:/metric}",
)]
pub struct CustomerIo;

#[doc(hidden)]
pub use CustomerIo as __Provider;
