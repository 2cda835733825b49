//! [Docusign Connect](https://developers.docusign.com/platform/webhooks/connect/validate):
//! envelopes and recipients.
//!
//! **Signature.** Headers `X-DocuSign-Signature-1`, `-2` and so on: HMAC-SHA256 of the raw
//! body, in base64, under the secret as text. No time is compared: who records a delivery can
//! send it again later.
//!
//! **Evidence.** The provider's documentation, with sample code. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - There is one header for each key of the account: any is enough.
//! - This is the JSON form of deliveries; those in XML have no name here.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "docusign",
    display_name = "Docusign Connect",
    docs = "https://developers.docusign.com/platform/webhooks/connect/validate",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "X-DocuSign-Signature-{n}",
    event_type = "/event",
    payload = "/data",
)]
pub struct DocuSign;

#[doc(hidden)]
pub use DocuSign as __Provider;
