//! [PandaDoc](https://developers.pandadoc.com/docs/webhook-verification): documents and
//! signatures.
//!
//! **Signature.** Parameter `signature` of the query: HMAC-SHA256 of the raw body, in hex,
//! under the shared key as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence.** The provider's documentation, with sample code. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The body is a list of events: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "pandadoc",
    display_name = "PandaDoc",
    docs = "https://developers.pandadoc.com/docs/webhook-verification",
    evidence = "docs",
    algo = "sha256",
    signature = "query:signature",
)]
pub struct PandaDoc;

#[doc(hidden)]
pub use PandaDoc as __Provider;
