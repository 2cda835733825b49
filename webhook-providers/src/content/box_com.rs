//! [Box](https://developer.box.com/guides/webhooks/v2/signatures-v2/): files, folders and
//! comments.
//!
//! **Signature.** Headers `BOX-SIGNATURE-PRIMARY` or `BOX-SIGNATURE-SECONDARY`: HMAC-SHA256 of
//! `{body}{timestamp}`, in base64, under the secret as text. A time more than ten minutes ago
//! is refused.
//!
//! **Evidence.** The provider's own code,
//! [box/box-node-sdk](https://github.com/box/box-node-sdk), npm package `box-node-sdk` 10.12.0,
//! which `tests/outside` runs: it takes what is signed so and refuses what was changed. No
//! signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Each of the two headers is under a key of its own, for rotation: either is enough.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "box-com",
    display_name = "Box",
    docs = "https://developer.box.com/guides/webhooks/v2/signatures-v2/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = ["BOX-SIGNATURE-PRIMARY", "BOX-SIGNATURE-SECONDARY"],
    message = "{body}{timestamp}",
    timestamp(header = "BOX-DELIVERY-TIMESTAMP", unit = "rfc3339", tolerance = "10m"),
    id = "/id",
    event_type = "/trigger",
)]
pub struct BoxCom;

#[doc(hidden)]
pub use BoxCom as __Provider;
