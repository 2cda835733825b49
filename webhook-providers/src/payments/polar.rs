//! [Polar](https://polar.sh/docs/integrate/webhooks/delivery): orders, subscriptions and
//! benefits.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [polarsource/polar-js](https://github.com/polarsource/polar-js). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Unlike in Standard Webhooks, the secret's text is the key, whole and not decoded.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "polar",
    title = "Polar",
    docs = "https://polar.sh/docs/integrate/webhooks/delivery",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event = "/type",
    payload = "/data",
)]
pub struct Polar;

#[doc(hidden)]
pub use Polar as __Provider;
