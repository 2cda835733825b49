//! [ConfigCat](https://configcat.com/docs/advanced/notifications-webhooks/): changes of feature
//! flags.
//!
//! **Signature.** Header `X-ConfigCat-Webhook-Signature-V1`: HMAC-SHA256 of
//! `{id}{header:X-ConfigCat-Webhook-Timestamp}{body}`, in base64, under the secret as text. No
//! time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** A signature that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`): the sample code of its documentation
//! ([configcat/docs](https://github.com/configcat/docs),
//! `website/docs/advanced/notifications-webhooks.mdx` as of 094c61de).
//!
//! **What the sources leave open, and the choice made.**
//! - The unit of the timestamp is stated nowhere that was seen: it is signed, and not compared
//!   with the clock.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "configcat",
    title = "ConfigCat",
    docs = "https://configcat.com/docs/advanced/notifications-webhooks/",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "X-ConfigCat-Webhook-Signature-V1",
    separator = ",",
    message = "{id}{header:X-ConfigCat-Webhook-Timestamp}{body}",
    id = "header:X-ConfigCat-Webhook-ID",
)]
pub struct ConfigCat;

#[doc(hidden)]
pub use ConfigCat as __Provider;
