//! [HubSpot (v3)](https://developers.hubspot.com/docs/api/webhooks/validating-requests): the
//! CRM, with the third version of the signature.
//!
//! **Signature.** Header `X-HubSpot-Signature-v3`: HMAC-SHA256 of
//! `{method}{url}{body}{timestamp}`, in base64, under the secret as text.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [HubSpot/hubspot-api-nodejs](https://github.com/HubSpot/hubspot-api-nodejs),
//! [HubSpot/hubspot-api-python](https://github.com/HubSpot/hubspot-api-python).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider decodes some characters of the query before signing (`%3A`, `%2F` and ten
//!   more): a query that has them does not match.
//! - A delivery holds a list of events: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "hubspot-v3",
    display_name = "HubSpot (v3)",
    docs = "https://developers.hubspot.com/docs/api/webhooks/validating-requests",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "X-HubSpot-Signature-v3",
    message = "{method}{url}{body}{timestamp}",
    timestamp(header = "X-HubSpot-Request-Timestamp", unit = "milliseconds", tolerance = "5m"),
)]
pub struct HubSpotV3;

#[doc(hidden)]
pub use HubSpotV3 as __Provider;
