//! [ConfigCat](https://configcat.com/docs/advanced/notifications-webhooks/): changes of feature
//! flags.
//!
//! **Signature.** Header `X-ConfigCat-Webhook-Signature-V1`: HMAC-SHA256 of
//! `{id}{timestamp}{body}`, in base64, under the secret as text.
//!
//! **Evidence.** A signature that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`): the sample code of its documentation
//! ([configcat/docs](https://github.com/configcat/docs),
//! `website/docs/advanced/notifications-webhooks.mdx` as of 094c61de).
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.
//! - Nothing in the message tells where the id ends. It has 32 characters, and the time ten. A
//!   time that is compared stands behind it, and an id of other characters than letters, digits, `-`
//!   and `_` is refused: so the border cannot be moved.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "configcat",
    display_name = "ConfigCat",
    docs = "https://configcat.com/docs/advanced/notifications-webhooks/",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "X-ConfigCat-Webhook-Signature-V1",
    separator = ",",
    message = "{id}{timestamp}{body}",
    timestamp(header = "X-ConfigCat-Webhook-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:X-ConfigCat-Webhook-ID",
)]
pub struct ConfigCat;

#[doc(hidden)]
pub use ConfigCat as __Provider;
