//! [Segment](https://segment.com/docs/connections/destinations/catalog/webhooks/): events of
//! tracked users, over the webhooks destination.
//!
//! **Signature.** Header `X-Signature`: HMAC-SHA1 of the raw body, in hex, under the secret as
//! text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code: npm package `@segment/action-destinations` 3.497.0,
//! `dist/destinations/webhook`, which signs so. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "segment",
    display_name = "Segment",
    docs = "https://segment.com/docs/connections/destinations/catalog/webhooks/",
    evidence = "sdk",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    header = "X-Signature",
    id = "/messageId",
    event_type = "/type",
)]
pub struct Segment;

#[doc(hidden)]
pub use Segment as __Provider;
