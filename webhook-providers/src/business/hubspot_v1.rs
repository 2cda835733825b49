//! [HubSpot (v1)](https://developers.hubspot.com/docs/api/webhooks/validating-requests): the
//! CRM, with the first version of the signature.
//!
//! **Signature.** Header `X-HubSpot-Signature`: SHA-256 of `{secret}{body}`, in hex. No time is
//! compared: who records a delivery can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [HubSpot/hubspot-api-nodejs](https://github.com/HubSpot/hubspot-api-nodejs).
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "hubspot-v1",
    display_name = "HubSpot (v1)",
    docs = "https://developers.hubspot.com/docs/api/webhooks/validating-requests",
    evidence = "vector",
    algo = "hash-sha256",
    weak = "a plain hash with the secret before the body: its successors are v2 and v3",
    header = "X-HubSpot-Signature",
    message = "{secret}{body}",
)]
pub struct HubSpotV1;

#[doc(hidden)]
pub use HubSpotV1 as __Provider;
