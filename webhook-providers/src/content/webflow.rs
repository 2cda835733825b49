//! [Webflow](https://developers.webflow.com/data/docs/working-with-webhooks): sites, forms and
//! collections.
//!
//! **Signature.** Header `x-webflow-signature`: HMAC-SHA256 of `{timestamp}:{body}`, in hex,
//! under the secret as text.
//!
//! **Evidence.** The provider's own code,
//! [webflow/js-webflow-api](https://github.com/webflow/js-webflow-api), npm package
//! `webflow-api` 3.3.4, which `tests/outside` runs: it takes what is signed so and refuses what
//! was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - That code compares no time; the documentation does, with five minutes.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "webflow",
    display_name = "Webflow",
    docs = "https://developers.webflow.com/data/docs/working-with-webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "x-webflow-signature",
    message = "{timestamp}:{body}",
    timestamp(header = "x-webflow-timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/triggerType",
    payload = "/payload",
)]
pub struct Webflow;

#[doc(hidden)]
pub use Webflow as __Provider;
