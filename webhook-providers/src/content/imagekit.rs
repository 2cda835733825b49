//! [ImageKit](https://imagekit.io/docs/webhooks): files and transformations of media.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code,
//! [imagekit-developer/imagekit-nodejs](https://github.com/imagekit-developer/imagekit-nodejs),
//! npm package `@imagekit/nodejs` 7.11.0, which `tests/outside` runs: it takes what is signed
//! so and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The whole secret is the key, `whsec_` included: nothing of it is decoded.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "imagekit",
    display_name = "ImageKit",
    docs = "https://imagekit.io/docs/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
)]
pub struct ImageKit;

#[doc(hidden)]
pub use ImageKit as __Provider;
