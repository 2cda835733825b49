//! [ConfigCat](https://configcat.com/docs/advanced/notifications-webhooks/): changes of feature
//! flags.
//!
//! **Signature.** Header `X-ConfigCat-Webhook-Signature-V1`: HMAC-SHA256 of
//! `{header:X-ConfigCat-Webhook-ID}{header:X-ConfigCat-Webhook-Timestamp}{body}`, in base64, under
//! the secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The unit of the timestamp is stated nowhere that was seen: it is signed, and not compared
//!   with the clock.
//! - Nothing stands between the id, the timestamp and the body where they are signed, so the id alone
//!   is none: the whole signed text identifies a delivery, and one that is signed anew is another.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "configcat",
    display_name = "ConfigCat",
    docs = "https://configcat.com/docs/advanced/notifications-webhooks/",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "X-ConfigCat-Webhook-Signature-V1",
    separator = ",",
    message = "{header:X-ConfigCat-Webhook-ID}{header:X-ConfigCat-Webhook-Timestamp}{body}",
)]
pub struct ConfigCat;

#[doc(hidden)]
pub use ConfigCat as __Provider;
