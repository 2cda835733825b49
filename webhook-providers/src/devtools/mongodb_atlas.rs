//! [MongoDB Atlas](https://www.mongodb.com/docs/atlas/tutorial/third-party-service-integrations/):
//! alerts of Atlas.
//!
//! **Signature.** Header `X-MMS-Signature`: HMAC-SHA1 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - An older page of the provider calls the signature hexadecimal, public code decodes base64:
//!   base64, as the code does.
//! - The event's name stands in a header that is not signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mongodb-atlas",
    display_name = "MongoDB Atlas",
    docs = "https://www.mongodb.com/docs/atlas/tutorial/third-party-service-integrations/",
    evidence = "third-party",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    encoding = "base64",
    header = "X-MMS-Signature",
    event_type = "header:X-MMS-Event",
)]
pub struct MongoDbAtlas;

#[doc(hidden)]
pub use MongoDbAtlas as __Provider;
