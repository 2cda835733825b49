//! [ShipEngine](https://www.shipengine.com/docs/webhooks/), labels and parcels under way.
//!
//! **Signature.** Header `x-shipengine-rsa-sha256-signature`: RSA (PKCS#1 v1.5) with SHA-256, in base64,
//! of the time in `x-shipengine-timestamp`, a dot and the raw body. A time more than five minutes from
//! now is refused.
//!
//! **Keys.** `x-shipengine-rsa-sha256-key-id` names one of a JSON web key set at
//! `https://api.shipengine.com/jwks`. Customers of another region say theirs with `Keys::at`.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code that
//! verifies it. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Deliveries have no id that is known.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "shipengine",
    display_name = "ShipEngine",
    docs = "https://www.shipengine.com/docs/webhooks/",
    evidence = "third-party",
    algo = "rsa-sha256",
    encoding = "base64",
    header = "x-shipengine-rsa-sha256-signature",
    message = "{timestamp}.{body}",
    public_keys(
        id = "header:x-shipengine-rsa-sha256-key-id",
        url = "https://api.shipengine.com/jwks",
        form = "jwks",
    ),
    timestamp(header = "x-shipengine-timestamp", unit = "rfc3339", tolerance = "5m"),
    event_type = "/resource_type",
)]
pub struct ShipEngine;

#[doc(hidden)]
pub use ShipEngine as __Provider;
